"""Forms of events in the whole program, and how a reader writes in them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from peru_timeline.application import Application
from peru_timeline.ui.editing.form.event_form import EventForm
from peru_timeline.ui.editing.form.field import Field
from peru_timeline.ui.editing.form.rows_field import RowsField
from tests.ui.windows import settle


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


def write_in(row: QWidget, name: str, text: str) -> None:
    made = find(row, name)
    made.setFocus()
    made.selectAll()
    QTest.keyClicks(made, text)
    QTest.keyClick(made, Qt.Key.Key_Return)
    settle()
