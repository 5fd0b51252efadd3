"""An event outside the span of its chronology is reached as any other: by table, search, links and keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import chronology_data, open_made_up, settle, window

FAR = ("1582-10-10", "-0054", "2150-03", "Y-13800000000")


def by_table(whole: MainWindow, state: ViewState, event: int) -> None:
    whole.actions_by_id["toggle_table"].trigger()
    settle()
    assert whole.table is not None
    model = whole.table.model()
    title = state.opened.chronology.events[event].title["en"]
    rows = [
        row
        for row in range(model.rowCount())
        if title in [model.index(row, column).data() for column in range(model.columnCount())]
    ]
    whole.table.setCurrentIndex(model.index(rows[0], 0))
    whole.table.setFocus()
    QTest.keyClick(whole.table, Qt.Key.Key_Return)


def by_search(whole: MainWindow, _state: ViewState, _event: int) -> None:
    whole.top_bar.search.setFocus()
    QTest.keyClicks(whole.top_bar.search, "Trade pact")
    settle()
    QTest.keyClick(whole.top_bar.search, Qt.Key.Key_Return)


def by_link(whole: MainWindow, state: ViewState, _event: int) -> None:
    chronology = state.opened.chronology
    state.select(
        next(at for at in range(len(chronology.events)) if chronology.events[at].id == "talks")
    )
    settle()
    link = whole.event_panel.findChild(QPushButton, "related_event")
    assert link is not None
    link.click()


def by_keys(whole: MainWindow, state: ViewState, event: int) -> None:
    whole.timeline.canvas.setFocus()
    state.select(1 if event == 0 else event - 1)
    settle()
    QTest.keyClick(whole.timeline.canvas, Qt.Key.Key_Left if event == 0 else Qt.Key.Key_Right)


@pytest.mark.parametrize("way", [by_table, by_search, by_link, by_keys])
@pytest.mark.parametrize("date", FAR)
def test_it_is_selected_and_comes_into_sight(
    qtbot: QtBot, tmp_path: Path, date: str, way: Callable[[MainWindow, ViewState, int], None]
) -> None:
    events = chronology_data()["events"]
    events[1] |= {"date": date, "status": "happened"}
    events[3] = {key: value for key, value in events[3].items() if key != "related"}
    events[3]["related"] = [{"event": "pact", "relation": "same_matter"}]
    state = ViewState(open_made_up(tmp_path, {"events": events}))
    whole = window(qtbot, state)
    far = next(at for at in range(len(events)) if state.opened.chronology.events[at].id == "pact")
    span = whole.timeline.navigation.target
    assert not span.start <= state.opened.columns.start[far] <= span.end
    way(whole, state, far)
    settle()
    assert state.selection == far
    seen = whole.timeline.navigation.target
    assert seen.start <= state.opened.columns.start[far] <= seen.end
