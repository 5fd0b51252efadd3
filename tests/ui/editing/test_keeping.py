"""Unsaved work outlives the program, and is offered at the next start."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.paths import user_data_dir
from peru_timeline.ui.editing.journal import left_behind
from peru_timeline.ui.state.open_chronology import open_chronology
from tests.ui.editing.answering import answer
from tests.ui.editing.forms import edit, form_of, press, write
from tests.ui.windows import PACT, open_application, open_made_up


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    return open_application(qtbot, open_made_up(tmp_path))


def unsaved() -> Path:
    return user_data_dir() / "unsaved"


def end(whole: Application) -> None:
    """End as a killed program does: no dialog is answered, the lock of the journal is gone."""
    whole.files._keeping._journal.leave()


def again(qtbot: QtBot, whole: Application) -> Application:
    """The next start, with the same file."""
    made = open_application(qtbot, open_chronology(whole.state.opened.path))
    gc.collect()
    return made


def date_of(whole: Application) -> str:
    chronology = whole.state.opened.chronology
    return chronology.events[chronology.event_index["pact"]].date.edtf


def test_after_a_crash_the_work_goes_on(whole: Application, qtbot: QtBot) -> None:
    write(edit(whole, PACT), "date", "2010-02")
    write(edit(whole, PACT + 1), "title_en", "Later talks")
    content = whole.window.editor.file.content
    end(whole)
    later = again(qtbot, whole)
    told = answer("restore")
    later.files.offer_left_behind()
    assert told == ["left_behind_dialog"]
    assert later.window.editor.file.content == content
    assert later.shell.windowTitle() == "Made up (changed)"
    assert len(list(unsaved().glob("*.journal"))) == 1  # its own, in place of the other
    press(later, "save")
    assert later.state.opened.path.read_bytes() == content
    assert list(unsaved().iterdir()) == []


@pytest.mark.parametrize(("button", "stays"), [("later", True), ("discard", False)])
def test_the_work_may_wait_or_go(
    whole: Application, qtbot: QtBot, button: str, stays: bool
) -> None:
    write(edit(whole, PACT), "date", "2010-02")
    end(whole)
    later = again(qtbot, whole)
    told = answer(button)
    later.files.offer_left_behind()
    assert told == ["left_behind_dialog"]
    assert date_of(later) == "2003"
    assert bool(list(left_behind(unsaved()))) == stays


def test_what_was_saved_or_taken_back_is_not_offered(whole: Application, qtbot: QtBot) -> None:
    write(edit(whole, PACT), "date", "2010-02")
    press(whole, "undo")
    end(whole)
    again(qtbot, whole).files.offer_left_behind()  # asks nothing
    assert list(unsaved().iterdir()) == []


def test_saved_and_unwanted_work_leaves_nothing(whole: Application) -> None:
    write(edit(whole, PACT), "date", "2010-02")
    assert len(list(unsaved().iterdir())) == 2
    press(whole, "save")
    assert list(unsaved().iterdir()) == []
    write(edit(whole, PACT), "date", "2011-02")
    told = answer("do_not_save")
    assert whole.shell.may_close()
    assert told == ["unsaved_dialog"]
    assert list(unsaved().iterdir()) == []


def test_a_program_that_is_told_to_end_keeps_the_work(whole: Application) -> None:
    write(edit(whole, PACT), "date", "2010-02")
    whole.shell.close_unasked()
    (left,) = left_behind(unsaved())
    assert b"2010-02" in left.content


def test_without_a_folder_it_is_said_once_and_work_goes_on(whole: Application) -> None:
    user_data_dir().mkdir(parents=True, exist_ok=True)
    unsaved().write_text("in the way")
    said: list[str] = []
    whole.files.said.connect(said.append)
    write(edit(whole, PACT), "date", "2010-02")
    write(form_of(whole), "date", "2011-02")
    assert len([text for text in said if "crash" in text]) == 1
    assert date_of(whole) == "2011-02"
