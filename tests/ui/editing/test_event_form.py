"""The form of an event in the whole program, typed into as a reader does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.editing.comparison import compare
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.ui.editing.event_form import EventForm
from peru_timeline.ui.editing.field import Field
from peru_timeline.ui.editing.new_item_dialog import NewItemDialog
from peru_timeline.ui.editing.rows_field import RowsField
from tests.ui.editing.answering import answer, answer_by, name_file
from tests.ui.windows import PACT, PORT, TALKS, open_application, open_made_up, settle


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    return open_application(qtbot, open_made_up(tmp_path), path=tmp_path / "settings.json")


def press(whole: Application, command: str) -> None:
    whole.window.actions_by_id[command].trigger()
    settle()


def form_of(whole: Application) -> EventForm:
    form = whole.window.event_panel.form
    assert isinstance(form, EventForm)
    return form


def edit(whole: Application, event: int) -> EventForm:
    whole.state.select(event)
    press(whole, "edit_event")
    return form_of(whole)


def field_of(form: EventForm, name: str) -> Field:
    found = form.findChild(Field, f"field_{name}")
    assert isinstance(found, Field), name
    return found


def find(parent: QWidget, name: str) -> Any:
    found = parent.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def write(form: EventForm, name: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Replace what is in an input, by the keyboard."""
    made = find(form, name)
    made.setFocus()
    made.selectAll()
    QTest.keyClick(made, Qt.Key.Key_Backspace)
    QTest.keyClicks(made, text)
    QTest.keyClick(made, key)
    settle()


def event_of(whole: Application, name: str) -> Any:
    chronology = whole.state.opened.chronology
    return chronology.events[chronology.event_index[name]]


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


def rows_of(form: EventForm, key: str) -> RowsField:
    found = field_of(form, key)
    assert isinstance(found, RowsField)
    return found


def choose(box: QComboBox, text: str) -> None:
    line = box.lineEdit()
    assert line is not None
    box.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


def test_actors_are_found_by_name_and_get_roles(whole: Application) -> None:
    form = edit(whole, PORT)
    rows = rows_of(form, "actors")
    rows.add_button.click()
    settle()
    choose(find(rows.rows[2], "actor"), "united states")
    assert [role.actor for role in event_of(whole, "port").actors][2] == "united-states"
    write_in(rows.rows[2], "role_en", "observer")
    role = event_of(whole, "port").actors[2].role
    assert role == {"en": "observer", "es": "observer"}
    find(rows.rows[0], "remove").click()
    settle()
    assert [role.actor for role in event_of(whole, "port").actors] == ["peru", "united-states"]
    press(whole, "undo")
    assert len(rows_of(form_of(whole), "actors").rows) == 3


def write_in(row: QWidget, name: str, text: str) -> None:
    made = find(row, name)
    made.setFocus()
    made.selectAll()
    QTest.keyClicks(made, text)
    QTest.keyClick(made, Qt.Key.Key_Return)
    settle()


def test_an_actor_is_made_on_the_spot(whole: Application) -> None:
    form = edit(whole, PORT)
    rows = rows_of(form, "actors")
    rows.add_button.click()
    settle()

    def add(box: object) -> None:
        assert isinstance(box, NewItemDialog)
        assert find(box, "name").text() == "Port Office"
        kinds = find(box, "kind")
        kinds.setCurrentIndex(kinds.findText("Agency"))
        choose(find(box, "part_of"), "Peru")
        find(box, "add").click()

    told = answer_by(add)
    choose(find(rows.rows[2], "actor"), "Port Office")
    assert told == ["new_actors_dialog"]
    actor = whole.state.opened.chronology.actor_by_id["port-office"]
    assert (actor.kind, actor.part_of) == ("agency", "peru")
    assert event_of(whole, "port").actors[2].actor == "port-office"


def test_amounts_notes_ties_and_quotations(whole: Application) -> None:
    form = edit(whole, PORT)
    amounts = rows_of(form, "amounts")
    amounts.add_button.click()
    settle()
    write_in(amounts.rows[0], "value", "1,300 000")
    write_in(amounts.rows[0], "unit", "USD")
    assert event_of(whole, "port").amounts == ()  # not finished
    write_in(amounts.rows[0], "of_en", "cost")
    (amount,) = event_of(whole, "port").amounts
    assert (amount.value, amount.unit, amount.of["es"]) == (1300000, "USD", "cost")
    ties = rows_of(form, "related")
    ties.add_button.click()
    settle()
    choose(find(ties.rows[0], "event"), "Trade pact · 2003")
    kinds = find(ties.rows[0], "relation")
    kinds.setCurrentIndex(0)
    kinds.activated.emit(0)
    assert [tie.event for tie in event_of(whole, "port").related] == ["pact"]
    quotations = rows_of(form, "evidence")
    quote = find(quotations.rows[0], "quote")
    quote.setFocus()
    quote.selectAll()
    QTest.keyClicks(quote, "only four words here")
    assert quotations.faults
    write_in(quotations.rows[0], "paragraph", "x")
    assert event_of(whole, "port").evidence[0].quote.startswith("they wrote")


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


def test_from_an_empty_file_to_five_events_saved_and_read_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.chronology"
    empty = {"format": "chronology/1", "id": "mine", "version": "1", "title": {"en": "Mine"}}
    path.write_text(json.dumps(empty, indent=1))
    whole = open_application(qtbot, open_made_up(tmp_path))
    whole.open(path)
    for number in range(5):
        press(whole, "new_event")
        form = form_of(whole)
        write(form, "title_en", f"Event number {number}")
        write(form_of(whole), "date", f"May 200{number}")
    rows = rows_of(form_of(whole), "actors")
    rows.add_button.click()
    settle()
    told = answer("add")
    choose(find(rows.rows[0], "actor"), "Somebody")
    assert told == ["new_actors_dialog"]
    press(whole, "save")
    saved = load_chronology(path)
    assert [event.date.edtf for event in saved.events] == [f"200{n}-05" for n in range(5)]
    assert [event.id for event in saved.events] == [f"event-number-{n}" for n in range(5)]
    assert saved.events[4].actors[0].actor == "somebody"
    assert whole.state.opened.chronology.model_dump() == saved.model_dump()
    name_file(monkeypatch, None)


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
