"""Other versions of the open chronology: changed by another program meanwhile, and compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.ui.editing.differences_view import DifferencesView
from peru_timeline.ui.session.faults_dialog import FaultsDialog
from tests.ui.editing.answering import answer, answer_by
from tests.ui.editing.forms import edit, event_of, find, press, write
from tests.ui.windows import PACT, chronology_data, open_application, open_made_up, settle


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    return open_application(qtbot, open_made_up(tmp_path))


def other_program(whole: Application, changes: dict[str, dict[str, Any]]) -> None:
    """Let another program write the file, with these changes of events by id."""
    raw = chronology_data()
    for event in raw["events"]:
        event |= changes.get(event["id"], {})
    whole.state.opened.path.write_text(json.dumps(raw))


def saved_date(whole: Application, name: str) -> str:
    raw = json.loads(whole.state.opened.path.read_bytes())
    dates = {event["id"]: event["date"] for event in raw["events"]}
    return str(dates[name])


@pytest.mark.parametrize(
    ("button", "pact", "visit"),
    [("both", "2010-02", "1999"), ("mine", "2010-02", "2005-03-02"), ("theirs", "2003", "1999")],
)
def test_a_file_changed_meanwhile_is_kept_in_three_ways(
    whole: Application, button: str, pact: str, visit: str
) -> None:
    write(edit(whole, PACT), "date", "2010-02")
    other_program(whole, {"visit": {"date": "1999"}})
    told = answer(button)
    press(whole, "save")
    assert told == ["changed_meanwhile_dialog"]
    assert (saved_date(whole, "pact"), saved_date(whole, "visit")) == (pact, visit)
    assert event_of(whole, "visit").date.edtf == visit
    assert whole.shell.windowTitle() == "Made up"


def test_what_both_changed_waits_for_the_reader(whole: Application) -> None:
    write(edit(whole, PACT), "date", "2010-02")
    other_program(whole, {"pact": {"date": "2011"}, "visit": {"date": "1999"}})
    seen: list[tuple[str, bool]] = []

    def look(box: Any) -> None:
        view = box.findChild(DifferencesView)
        for row in range(view.topLevelItemCount()):
            field = view.topLevelItem(row).child(0)
            seen.append((field.text(2), field.checkState(0) == Qt.CheckState.Checked))
        find(box, "both").click()

    answer_by(look)
    press(whole, "save")
    assert sorted(seen) == [("1999", True), ("2011", False)]
    assert (saved_date(whole, "pact"), saved_date(whole, "visit")) == ("2010-02", "1999")


def test_cancelling_writes_nothing_and_loses_nothing(whole: Application) -> None:
    write(edit(whole, PACT), "date", "2010-02")
    other_program(whole, {"visit": {"date": "1999"}})
    answer("close")
    press(whole, "save")
    assert saved_date(whole, "visit") == "1999"
    assert event_of(whole, "pact").date.edtf == "2010-02"
    assert whole.shell.windowTitle() == "Made up (changed)"


def test_a_faulty_file_is_written_over_only_if_the_reader_wants_it(whole: Application) -> None:
    write(edit(whole, PACT), "date", "2010-02")
    whole.state.opened.path.write_text("{")
    told = answer("close")
    press(whole, "save")
    assert whole.state.opened.path.read_text() == "{"
    told += answer("mine")
    press(whole, "save")
    assert told == ["faulty_meanwhile_dialog"]
    assert saved_date(whole, "pact") == "2010-02"


def notice(whole: Application) -> str:
    shown = find(whole.window.notices, "file_notice")
    said = shown.findChild(QLabel)
    assert isinstance(said, QLabel)
    return "" if shown.isHidden() else said.text()


def test_a_half_saved_file_is_told_in_a_bar_and_nothing_modal(
    whole: Application, qtbot: QtBot
) -> None:
    whole.files.follow_opened()
    whole.state.opened.path.write_text("{")
    qtbot.waitUntil(lambda: bool(notice(whole)), timeout=5000)
    assert QApplication.activeModalWidget() is None
    assert notice(whole) == "The file has 1 fault now; what was open stays."
    find(whole.window.notices, "act_on_file").click()
    (dialog,) = whole.shell.findChildren(FaultsDialog)
    dialog.reject()
    other_program(whole, {"visit": {"date": "1999"}})
    qtbot.waitUntil(lambda: event_of(whole, "visit").date.edtf == "1999", timeout=5000)
    assert notice(whole) == ""


def test_another_program_that_writes_is_told_while_one_edits(
    whole: Application, qtbot: QtBot
) -> None:
    whole.files.follow_opened()
    write(edit(whole, PACT), "date", "2010-02")
    other_program(whole, {"visit": {"date": "1999"}})
    qtbot.waitUntil(lambda: bool(notice(whole)), timeout=5000)
    assert event_of(whole, "visit").date.edtf == "2005-03-02"
    told = answer("both")
    find(whole.window.notices, "act_on_file").click()
    assert told == ["changed_meanwhile_dialog"]
    assert event_of(whole, "visit").date.edtf == "1999"
    assert event_of(whole, "pact").date.edtf == "2010-02"
    press(whole, "save")  # asks nothing more
    assert (saved_date(whole, "pact"), saved_date(whole, "visit")) == ("2010-02", "1999")


def test_another_file_is_compared_and_taken_over_in_part(
    whole: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "theirs.chronology"
    raw = chronology_data()
    raw["events"][0]["date"] = "1998"
    raw["events"][1]["date"] = "1999"
    other.write_text(json.dumps(raw))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(other), ""))

    def take_one(box: Any) -> None:
        view = box.findChild(DifferencesView)
        assert view.topLevelItemCount() == 2
        view.itemActivated.emit(view.topLevelItem(1), 0)
        view.topLevelItem(0).child(0).setCheckState(0, Qt.CheckState.Unchecked)
        find(box, "take").click()

    told = answer_by(take_one)
    press(whole, "compare_with")
    assert told == ["compare_dialog"]
    assert event_of(whole, "port").date.edtf == "2001-05"
    assert event_of(whole, "pact").date.edtf == "1999"
    selected = whole.state.selection
    assert selected is not None
    assert whole.state.opened.chronology.events[selected].id == "pact"
    press(whole, "undo")
    assert event_of(whole, "pact").date.edtf == "2003"


def test_what_was_changed_since_saving_can_be_taken_back_in_part(whole: Application) -> None:
    write(edit(whole, PACT), "date", "2002")
    write(edit(whole, PACT), "title_en", "A pact")

    def take_back_the_date(box: Any) -> None:
        view = box.findChild(DifferencesView)
        top = view.topLevelItem(0)
        fields = [top.child(row) for row in range(top.childCount())]
        for field in fields:
            is_date = field.text(0) == "Date"
            field.setCheckState(0, Qt.CheckState.Checked if is_date else Qt.CheckState.Unchecked)
        found = box.findChild(QPushButton, "take")
        found.click()

    told = answer_by(take_back_the_date)
    press(whole, "compare_saved")
    assert told == ["compare_dialog"]
    assert event_of(whole, "pact").date.edtf == "2003"
    assert event_of(whole, "pact").title["en"] == "A pact"
    settle()
