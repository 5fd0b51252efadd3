"""The table: whole dates, several rows at once, and the way to the timeline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peru_timeline.ui.look.style import apply_theme
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.panels.event_table import DATE, TITLE, EventTable
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import PLAIN, settle, window


def table_of(
    qtbot: QtBot, opened: OpenChronology, scale: float, size: tuple[int, int], language: str = "en"
) -> tuple[MainWindow, EventTable]:
    state = ViewState(opened)
    state.set_language(language)
    whole = window(qtbot, state, PLAIN, LIGHT.scaled(scale), size=size)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT.scaled(scale))
    whole.actions_by_id["toggle_table"].trigger()
    settle()
    app.setStyleSheet("")
    assert whole.table is not None
    return whole, whole.table


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1600, 900), (1024, 600)])
def test_dates_are_whole(
    qtbot: QtBot, opened: OpenChronology, scale: float, size: tuple[int, int], language: str
) -> None:
    _, table = table_of(qtbot, opened, scale, size, language)
    model = table.model()
    for row in range(model.rowCount()):
        text = str(model.index(row, DATE).data())
        needed = table.fontMetrics().horizontalAdvance(text) + 2 * LIGHT.scaled(scale).px(6)
        assert needed <= table.columnWidth(DATE), text
    assert table.columnWidth(TITLE) >= LIGHT.scaled(scale).px(240)


def test_several_rows_are_copied_as_a_table(qtbot: QtBot, opened: OpenChronology) -> None:
    _, table = table_of(qtbot, opened, 1.0, (1600, 900))
    table.setFocus()
    table.clearSelection()
    for row in (1, 3):
        table.selectionModel().select(
            table.model().index(row, TITLE),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:2] == ["Date", "Title"]
    titles = [line.split("\t")[1] for line in lines[1:]]
    assert titles == [str(table.model().index(row, TITLE).data()) for row in (1, 3)]


def test_a_double_click_shows_the_event(qtbot: QtBot, opened: OpenChronology) -> None:
    whole, table = table_of(qtbot, opened, 1.0, (1600, 900))
    cell = table.visualRect(table.model().index(2, TITLE)).center()
    before = whole.timeline.navigation.target
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    settle()
    columns = whole.timeline.layout_input.columns
    event = whole.timeline.state.selection
    assert event is not None
    target = whole.timeline.navigation.target
    assert target != before
    assert target.start <= columns.start[event] <= target.end


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_timeline_beside_the_table_keeps_lanes_to_read(
    qtbot: QtBot, opened: OpenChronology, scale: float
) -> None:
    whole, _ = table_of(qtbot, opened, scale, (1024, 600))
    rows_px = 4 * 18 * scale
    assert whole.timeline.scene.height * scale >= rows_px
    whole.actions_by_id["toggle_table"].trigger()
    settle()
    assert whole.timeline.overview.isVisible()


def test_dates_are_in_sight_when_the_table_is_opened_on_a_selected_event(
    qtbot: QtBot, opened: OpenChronology
) -> None:
    state = ViewState(opened)
    state.select(3)
    whole = window(qtbot, state, PLAIN, LIGHT, size=(1024, 600))
    whole.actions_by_id["toggle_table"].trigger()
    settle()
    assert whole.table is not None
    assert whole.table.currentIndex().row() >= 0
    assert whole.table.currentIndex().column() == DATE  # what is current is scrolled to
    assert whole.table.columnViewportPosition(DATE) == 0
