"""Lanes by their names: another order, one alone, by mouse and by keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peru_timeline.settings import LastView
from peru_timeline.timeline.lanes import ALL_LANES, Grouping
from peru_timeline.timeline.scene import LaneBand
from peru_timeline.ui.canvas.input.intents import DoubleClick
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology
from tests.ui.canvas.touching import SEED, Opened, press
from tests.ui.timelines import click, drag, settle, show_timeline

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


def bands(view: TimelineView) -> list[LaneBand]:
    return [band for band in view.scene.lanes if not band.folded]


def ids(view: TimelineView) -> list[str]:
    return [band.id for band in bands(view)]


def drag_name(qtbot: QtBot, view: TimelineView, lane: int, to_y: float) -> None:
    """Drag the name of a lane to a height, with the mouse."""
    y = bands(view)[lane].header_y
    drag(qtbot, view, (60.0, y), (64.0, to_y))
    settle()


@pytest.fixture
def peru(qtbot: QtBot) -> Opened:
    return show_timeline(qtbot, open_chronology(SEED))


def test_a_name_that_is_dragged_takes_its_lane_along(peru: Opened, qtbot: QtBot) -> None:
    view, _ = peru
    before, span = ids(view), view.visible_span()
    drag_name(qtbot, view, 0, bands(view)[2].top + bands(view)[2].height - 1)
    assert ids(view)[:3] == [before[1], before[2], before[0]]
    assert ids(view)[3:] == before[3:]
    drag_name(qtbot, view, 2, 1.0)
    assert ids(view) == before
    drag_name(qtbot, view, 1, view.scene.height + 50)
    assert ids(view) == [before[0], *before[2:], before[1]]
    assert view.visible_span() == span
    moved = ids(view)
    view.lanes.reset_order()
    assert ids(view) == before
    assert view.lanes.order == ()
    view.lanes.undo()
    assert ids(view) == moved


def test_moves_of_lanes_are_taken_back_step_by_step(peru: Opened, qtbot: QtBot) -> None:
    view, _ = peru
    orders, undoable = [ids(view)], [view.lanes.can_undo]
    for lane, below in ((0, 2), (1, 3), (0, 1)):
        band = bands(view)[below]
        drag_name(qtbot, view, lane, band.top + band.height - 1)
        orders.append(ids(view))
    assert len(set(map(tuple, orders))) == len(orders)
    for order in reversed(orders[:-1]):
        undoable.append(view.lanes.can_undo)
        view.lanes.undo()
        assert ids(view) == order
    view.lanes.undo()
    assert ids(view) == orders[0]
    assert [*undoable, view.lanes.can_undo] == [False, True, True, True, False]


def test_a_drag_back_to_its_place_and_one_beside_the_names_move_nothing(
    peru: Opened, qtbot: QtBot
) -> None:
    view, _ = peru
    before = ids(view)
    drag_name(qtbot, view, 3, bands(view)[3].top + 1)
    assert ids(view) == before
    drag(qtbot, view, (400.0, 100.0), (400.0, 300.0))
    assert ids(view) == before


def test_members_go_with_their_bloc_and_each_grouping_keeps_its_order(
    peru: Opened, qtbot: QtBot
) -> None:
    view, state = peru
    drag_name(qtbot, view, 0, view.scene.height + 50)
    sectors = ids(view)
    state.set_grouping(Grouping.ACTOR)
    settle()
    assert len(ids(view)) == 6
    blocs = ids(view)
    drag_name(qtbot, view, 1, 1.0)
    assert ids(view) == [blocs[1], blocs[0], *blocs[2:]]
    state.set_grouping(Grouping.SECTOR)
    settle()
    assert ids(view) == sectors


def test_the_order_is_part_of_the_view_that_is_remembered(peru: Opened, qtbot: QtBot) -> None:
    view, state = peru
    drag_name(qtbot, view, 0, view.scene.height + 50)
    kept = LastView.of(view.view()).view
    other, _ = show_timeline(qtbot, state.opened)
    assert ids(other) != ids(view)
    other.apply(kept, animate=False)
    settle()
    assert ids(other) == ids(view)


def test_by_keyboard(peru: Opened) -> None:
    view, _ = peru
    before = ids(view)
    said: list[str] = []
    view.canvas.said.connect(said.append)
    press(view, Qt.Key.Key_Down, CONTROL)
    press(view, Qt.Key.Key_Down, CONTROL)
    assert [words.rpartition(", ")[0] for words in said] == [b.name for b in bands(view)[:2]]
    press(view, Qt.Key.Key_Down, CONTROL_SHIFT)
    settle()
    assert ids(view)[:3] == [before[0], before[2], before[1]]
    press(view, Qt.Key.Key_Up, CONTROL_SHIFT)
    press(view, Qt.Key.Key_Up, CONTROL_SHIFT)
    press(view, Qt.Key.Key_Up, CONTROL_SHIFT)  # the first goes no higher
    settle()
    assert ids(view)[:2] == [before[1], before[0]]
    press(view, Qt.Key.Key_Return)
    settle()
    assert ids(view) == [before[1]]
    assert escape_is_taken(view)
    press(view, Qt.Key.Key_Escape)
    settle()
    assert len(ids(view)) == len(before)
    assert escape_is_taken(view)  # the name still has the keyboard
    press(view, Qt.Key.Key_Escape)
    assert not escape_is_taken(view)


def escape_is_taken(view: TimelineView) -> bool:
    """Whether the timeline takes Escape before the command of that key does."""
    key = Qt.Key.Key_Escape
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(view.canvas, event)
    return event.isAccepted()


def test_a_double_click_shows_one_lane_alone_and_escape_all(peru: Opened) -> None:
    view, _ = peru
    before, third = ids(view), bands(view)[2]
    view.canvas.intended.emit(DoubleClick(60.0, third.header_y))
    settle()
    assert ids(view) == [third.id]
    press(view, Qt.Key.Key_Escape)
    settle()
    assert ids(view) == before


def test_enter_opens_the_selected_event_once_it_is_selected(peru: Opened, qtbot: QtBot) -> None:
    view, state = peru
    press(view, Qt.Key.Key_Down, CONTROL)
    state.select(3)
    with qtbot.waitSignal(view.event_activated):
        press(view, Qt.Key.Key_Return)
    assert len(ids(view)) > 1


def test_lanes_of_blocs_count_what_the_filter_counts(peru: Opened) -> None:
    view, state = peru
    state.set_grouping(Grouping.ACTOR)
    settle()
    opened: OpenChronology = state.opened
    facets = opened.chronology.facet_index.actors.count(state.mask)
    assert {band.id: band.count for band in bands(view)} == {
        band.id: facets[band.id] for band in bands(view)
    }


def test_from_one_lane_alone_there_is_a_line_back(peru: Opened, qtbot: QtBot) -> None:
    """What is counted is that lane's; a click on the line below it shows all lanes again."""
    view, _ = peru
    before, shelf = ids(view), view.scene.shelf.lanes[1].count
    view.lanes.toggle_alone(bands(view)[1])
    settle()
    assert ids(view) == [before[1]]
    counts = view.scene.counts
    assert counts.shown == bands(view)[0].total
    assert counts.shelf == shelf
    assert counts.in_view + counts.shelf == counts.shown
    back = view.scene.lanes[-1]
    assert back.id == ALL_LANES
    click(qtbot, view, 30.0, back.header_y)
    settle()
    assert ids(view) == before


def test_an_event_of_another_lane_ends_one_lane_alone(peru: Opened) -> None:
    """Wherever it is selected, the view goes there."""
    view, state = peru
    for dated in (True, False):
        view.lanes.toggle_alone(bands(view)[1])
        settle()
        columns = view.layout_input.columns
        other = int(np.flatnonzero(~view.layout_input.in_lanes & (columns.is_dated == dated))[0])
        state.select(other)
        settle()
        assert len(ids(view)) > 1
        items = {item.event for item in view.scene.shelf.items}
        assert (view.scene.mark_of(other) is not None) if dated else (other in items)
