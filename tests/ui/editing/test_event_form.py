"""The form of an event in the whole program, typed into as a reader does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.editing.comparison import compare
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.ui.editing.form.event_form import EventForm
from tests.ui.editing.forms import edit, event_of, field_of, find, form_of, press, write
from tests.ui.windows import PACT, TALKS, open_application, open_made_up, settle


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    return open_application(qtbot, open_made_up(tmp_path), path=tmp_path / "settings.json")


def test_e_turns_the_page_into_a_form_and_esc_back(whole: Application) -> None:
    whole.state.select(PACT)
    QTest.keyClick(whole.timeline.canvas, Qt.Key.Key_E)
    settle()
    form = form_of(whole)
    assert find(form, "title_en").toPlainText() == "Trade pact"
    assert find(form, "title_en").hasFocus()
    QTest.keyClick(find(form, "title_en"), Qt.Key.Key_Escape)
    settle()
    assert not isinstance(whole.window.event_panel.widget(), EventForm)
    assert whole.state.selection == PACT


def test_double_click_and_the_pencil_do_the_same(whole: Application) -> None:
    whole.state.select(PACT)
    page = find(whole.window.event_panel, "event_page")
    QTest.mouseDClick(page, Qt.MouseButton.LeftButton, pos=page.rect().bottomLeft())
    settle()
    assert isinstance(whole.window.event_panel.form, EventForm)
    press(whole, "next_event")
    assert find(form_of(whole), "title_en").toPlainText() == "Visit of a general"
    find(form_of(whole), "done").click()
    settle()
    find(whole.window.event_panel, "edit_event").click()
    settle()
    assert form_of(whole).is_of("visit")


@pytest.mark.parametrize(
    ("typed", "edtf", "words"),
    [
        ("early May 2012", "2012-05~", ""),
        ("c. 1850", "1850~", ""),
        ("entre el 1 y el 7 de octubre de 2012", "2012-10-01/2012-10-07", ""),
        ("2009/2010", "2009/2010", "2009"),
        ("2012-05-04", "2012-05-04", "4 May 2012"),
    ],
)
def test_a_date_is_read_as_it_is_typed(
    whole: Application, typed: str, edtf: str, words: str
) -> None:
    form = edit(whole, PACT)
    date = find(form, "date")
    date.setFocus()
    date.selectAll()
    QTest.keyClicks(date, typed)
    read_as = find(form, "date_read_as").text()
    assert words in read_as
    assert find(form, "mark_preview").isVisible()
    QTest.keyClick(date, Qt.Key.Key_Return)
    settle()
    written = event_of(whole, "pact").date.edtf
    assert written == edtf or written in read_as
    assert date.text() == written
    assert whole.window.actions_by_id["undo"].text() == "Undo: date of “Trade pact”"


def test_a_date_that_is_none_is_told_and_kept_as_typed(whole: Application) -> None:
    form = edit(whole, PACT)
    write(form, "date", "the day before")
    assert field_of(form, "date").faults
    assert event_of(whole, "pact").date.edtf == "2003"
    press(whole, "next_event")
    press(whole, "previous_event")
    again = form_of(whole)
    assert find(again, "date").text() == "the day before"
    assert field_of(again, "date").faults
    assert whole.state.opened.unsaved is None


def test_saving_tells_what_is_not_in_the_file_and_leads_there(whole: Application) -> None:
    form = edit(whole, PACT)
    write(form, "title_en", "A pact")
    write(form, "date", "the day before")
    press(whole, "next_event")
    press(whole, "save")
    told = find(whole.window.notices, "file_notice")
    assert not told.isHidden()
    find(told, "act_on_file").click()
    settle()
    assert form_of(whole).is_of("pact")
    date = find(form_of(whole), "date")
    assert date.hasFocus()
    assert date.text() == "the day before"
    write(form_of(whole), "date", "2004")
    press(whole, "save")
    assert told.isHidden()


def test_a_date_with_several_meanings_is_asked_about(whole: Application) -> None:
    form = edit(whole, PACT)
    write(form, "date", "3/4/2005")
    assert field_of(form, "date").faults
    made = form.findChildren(QToolButton, "date_choice")
    choices = [choice for choice in made if choice.isVisible()]
    assert len(choices) == 2
    choices[0].click()
    settle()
    assert event_of(whole, "pact").date.edtf in ("2005-03-04", "2005-04-03")


def test_a_day_is_taken_from_the_calendar(whole: Application) -> None:
    form = edit(whole, PACT)
    calendar = find(form, "calendar")
    calendar.activated.emit(calendar.selectedDate().fromString("2011-12-13", "yyyy-MM-dd"))
    assert event_of(whole, "pact").date.edtf == "2011-12-13"


def test_texts_are_written_by_language_and_told_when_they_are_long(whole: Application) -> None:
    form = edit(whole, PACT)
    write(form, "title_en", "A pact")
    assert event_of(whole, "pact").title == {"en": "A pact", "es": "Trade pact (es)"}
    find(field_of(form, "title_es"), "same_as_en").click()
    settle()
    assert event_of(whole, "pact").title == {"en": "A pact", "es": "A pact"}
    title = find(form, "title_en")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "x" * 61)
    field = field_of(form, "title_en")
    assert find(field, "length").text() == "61 / 60"
    assert find(field, "warnings").isVisible()
    assert find(field, "faults").text() == ""  # a warning is no fault
    QTest.keyClick(title, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(title, Qt.Key.Key_Delete)
    assert field.faults
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert event_of(whole, "pact").title["en"] == "A pact"
    assert "pact" in whole.state.opened.chronology.event_index


def test_sector_status_and_importance_are_chosen(whole: Application) -> None:
    form = edit(whole, PACT)
    for name, place in (("sector", 3), ("status", 0), ("importance", 0)):
        box = find(form, name)
        box.setCurrentIndex(place)
        box.activated.emit(place)
        settle()
    event = event_of(whole, "pact")
    assert (event.sector, event.status, event.importance) == ("security", "happened", 3)
    for act in ("importance", "status", "sector"):
        assert whole.window.actions_by_id["undo"].text() == f"Undo: {act} of “Trade pact”"
        press(whole, "undo")
    assert event_of(whole, "pact").sector == "trade"
    assert find(form_of(whole), "sector").currentText() == "Trade"


def test_ctrl_z_in_a_field_takes_back_what_was_typed_then_acts(whole: Application) -> None:
    form = edit(whole, PACT)
    write(form, "date", "2010")
    date = find(form, "date")
    QTest.keyClicks(date, "1")
    QTest.keyClick(date, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert date.text() == "2010"
    assert event_of(whole, "pact").date.edtf == "2010"
    QTest.keyClick(date, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert event_of(whole, "pact").date.edtf == "2003"
    assert find(form_of(whole), "date").text() == "2003"


def test_saving_takes_over_the_field_that_is_being_written(whole: Application) -> None:
    form = edit(whole, TALKS)
    title = find(form, "title_en")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Long talks")
    before = FileText.of(whole.state.opened.path.read_bytes())
    QTest.keyClick(title, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    after = FileText.of(whole.state.opened.path.read_bytes())
    (changed,) = compare(before, after).changed
    assert (changed.id, [field.path for field in changed.fields]) == ("talks", [("title", "en")])


def test_delete_in_the_form_deletes_no_event(whole: Application) -> None:
    form = edit(whole, PACT)
    box = find(form, "status")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    settle()
    assert "pact" in whole.state.opened.chronology.event_index


def test_what_is_typed_survives_another_look(whole: Application) -> None:
    form = edit(whole, PACT)
    date = find(form, "date")
    date.setFocus()
    date.selectAll()
    QTest.keyClicks(date, "2 0 1")
    whole.rebuild()
    settle()
    assert find(form_of(whole), "date").text() == "2 0 1"
    assert QApplication.focusWidget() is not None
