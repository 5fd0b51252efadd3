"""The editor in the whole program: undo, redo, saving, and what must not be changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from peru_timeline import paths
from peru_timeline.application import Application
from peru_timeline.chronology.editing.changes import Replace
from peru_timeline.chronology.editing.comparison import compare
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.ui.editing.editor import Editor
from peru_timeline.ui.state.open_chronology import open_chronology
from tests.chronology.editing.any_changes import AnyEditor
from tests.ui.editing.answering import answer, name_file
from tests.ui.windows import PACT, STRIKE, TALKS, open_application, open_made_up


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    return open_application(qtbot, open_made_up(tmp_path), path=tmp_path / "settings.json")


def redate(editor: Editor, name: str, date: str, *, shows: bool = True) -> None:
    file = editor.file
    item = file.item("events", file.ids("events").index(name))
    editor.do(
        Replace("events", name, {**item, "date": date}), f"date of {name}", name if shows else None
    )


def date_of(whole: Application, name: str) -> str:
    chronology = whole.state.opened.chronology
    return chronology.events[chronology.event_index[name]].date.edtf


def press(whole: Application, command: str) -> None:
    whole.window.actions_by_id[command].trigger()


def test_a_change_is_on_the_screen_and_named_in_the_menu(whole: Application) -> None:
    before, actions = whole.timeline.visible_span(), whole.window.actions_by_id
    assert not actions["undo"].isEnabled()
    redate(whole.window.editor, "pact", "2010-02")
    assert date_of(whole, "pact") == "2010-02"
    assert whole.timeline.visible_span() == before
    order = whole.state.opened.chronology.event_columns.ids.tolist()
    assert order.index(b"pact") > order.index(b"talks")
    assert whole.state.selection == order.index(b"pact")
    assert actions["undo"].text() == "Undo: date of pact"
    assert whole.shell.windowTitle() == "Made up (changed)"
    press(whole, "undo")
    assert date_of(whole, "pact") == "2003"
    assert whole.shell.windowTitle() == "Made up"
    assert (actions["undo"].text(), actions["redo"].text()) == ("Undo", "Redo: date of pact")
    press(whole, "redo")
    assert date_of(whole, "pact") == "2010-02"


def test_zoom_filter_lanes_and_selection_stay(whole: Application) -> None:
    whole.state.choose("sectors", "trade", chosen=True)
    whole.state.select(TALKS)
    whole.timeline.zoom(3)
    span = whole.timeline.visible_span()
    redate(whole.window.editor, "pact", "2002", shows=False)
    chronology = whole.state.opened.chronology
    assert whole.timeline.visible_span() == span
    assert whole.state.query.sectors == {"trade"}
    assert int(np.count_nonzero(whole.state.mask)) == 2
    assert chronology.events[PACT].id == "pact"


def test_what_is_searched_for_is_found_in_what_was_changed(whole: Application) -> None:
    whole.state.set_text("strike")
    editor = whole.window.editor
    item = editor.file.item("events", editor.file.ids("events").index("visit"))
    editor.do(Replace("events", "visit", {**item, "title": {"en": "Strike", "es": "H"}}), "title")
    found = np.flatnonzero(whole.state.mask).tolist()
    names = [whole.state.opened.chronology.events[event].id for event in found]
    assert names == ["visit", "strike"]


def test_saving_writes_the_change_and_undo_goes_on_from_there(whole: Application) -> None:
    path = whole.state.opened.path
    before = path.read_bytes()
    redate(whole.window.editor, "pact", "2010-02")
    press(whole, "save")
    saved = FileText.of(path.read_bytes())
    assert [item.id for item in compare(FileText.of(before), saved).changed] == ["pact"]
    assert whole.shell.windowTitle() == "Made up"
    press(whole, "undo")
    assert whole.shell.windowTitle() == "Made up (changed)"
    press(whole, "save")
    assert path.read_bytes() == before


def test_a_copy_leaves_what_is_open_where_it_is(
    whole: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = whole.state.opened.path
    redate(whole.window.editor, "pact", "2010-02")
    name_file(monkeypatch, tmp_path / "copy")
    press(whole, "save_copy")
    copied = load_chronology(tmp_path / "copy.chronology")
    assert copied.events[copied.event_index["pact"]].date.edtf == "2010-02"
    assert whole.state.opened.path == path
    assert whole.shell.windowTitle() == "Made up (changed)"


def test_closing_asks_for_changes(whole: Application) -> None:
    redate(whole.window.editor, "pact", "2010-02")
    told = answer("cancel")
    assert not whole.shell.may_close()
    told += answer("save")
    assert whole.shell.may_close()
    assert told == ["unsaved_dialog"]
    assert b"2010-02" in whole.state.opened.path.read_bytes()


def test_a_folder_that_has_gone_is_told_and_nothing_is_lost(
    whole: Application, tmp_path: Path
) -> None:
    redate(whole.window.editor, "pact", "2010-02")
    folder = tmp_path / "case"
    whole.state.edit(
        whole.state.opened.kept_in(folder / "a.chronology", whole.state.opened.unsaved)
    )
    told = answer("close")
    press(whole, "save")
    assert told == ["message_dialog"]
    assert date_of(whole, "pact") == "2010-02"
    assert whole.shell.windowTitle() == "Made up (changed)"
    folder.mkdir()
    press(whole, "save")
    assert b"2010-02" in (folder / "a.chronology").read_bytes()


def test_what_cannot_be_written_to_is_changed_in_a_copy(
    whole: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    whole.state.select(PACT)
    told = answer("cancel")
    press(whole, "delete_event")
    assert told == ["copy_dialog"]
    assert "pact" in whole.state.opened.chronology.event_index


def test_a_full_disk_is_told_and_nothing_is_lost(
    whole: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = whole.state.opened.path.read_bytes()
    redate(whole.window.editor, "pact", "2010-02")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    told = answer("close")
    press(whole, "save")
    monkeypatch.undo()
    assert told == ["message_dialog"]
    assert whole.state.opened.path.read_bytes() == before
    assert date_of(whole, "pact") == "2010-02"
    press(whole, "save")
    assert b"2010-02" in whole.state.opened.path.read_bytes()


def test_what_comes_with_the_program_is_changed_in_a_copy(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = paths.default_chronology()
    before = shipped.read_bytes()
    whole = open_application(qtbot, open_chronology(shipped))
    whole.state.select(0)
    count = len(whole.state.opened.chronology.events)
    told = answer("cancel")
    press(whole, "delete_event")
    assert len(whole.state.opened.chronology.events) == count
    name_file(monkeypatch, tmp_path / "mine")
    told += answer("save_copy")
    press(whole, "delete_event")
    assert told == ["copy_dialog"]
    assert len(whole.state.opened.chronology.events) == count - 1
    press(whole, "save")
    assert len(load_chronology(tmp_path / "mine.chronology").events) == count - 1
    assert shipped.read_bytes() == before


def test_an_event_is_deleted_with_the_ties_to_it_and_comes_back(whole: Application) -> None:
    before = whole.window.editor.file.content
    whole.state.select(PACT)
    press(whole, "delete_event")
    chronology = whole.state.opened.chronology
    assert "pact" not in chronology.event_index
    assert chronology.events[chronology.event_index["talks"]].related == ()
    assert whole.state.selection is None
    assert whole.window.actions_by_id["undo"].text() == "Undo: event “Trade pact” deleted"
    press(whole, "undo")
    assert whole.window.editor.file.content == before
    assert whole.state.selection == PACT


def test_opening_another_file_forgets_what_was_done(whole: Application, tmp_path: Path) -> None:
    whole.state.select(STRIKE)
    press(whole, "delete_event")
    other = tmp_path / "other.chronology"
    other.write_bytes(whole.state.opened.path.read_bytes())
    answer("do_not_save")
    whole.open(other)
    assert not whole.window.actions_by_id["undo"].isEnabled()
    assert "strike" in whole.state.opened.chronology.event_index


@pytest.mark.parametrize("seed", range(3))
def test_any_changes_and_their_undo_return_the_same_bytes(whole: Application, seed: int) -> None:
    editor, somebody = whole.window.editor, AnyEditor(seed)
    before, done = editor.file.content, 0
    for number in range(25):
        try:
            editor.do(somebody.change(editor.file), f"act {number}")
        except RefusedError:
            continue
        done += editor.file.content != before
    assert done > 3
    after = editor.file.content
    assert json.loads(after) == json.loads(
        whole.state.opened.unsaved.content if whole.state.opened.unsaved else b"null"
    )
    while editor.undo_name:
        editor.undo()
    assert editor.file.content == before
    assert whole.state.opened.unsaved is None
    while editor.redo_name:
        editor.redo()
    assert editor.file.content == after
