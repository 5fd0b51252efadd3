"""Keys on the timeline: from event to event, from lane to lane."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.query import Query
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.canvas.input.intents import Click
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.canvas.touching import Opened, mark_of, press
from tests.ui.timelines import settle, show_timeline


@pytest.mark.parametrize("grouping", list(Grouping))
def test_right_reaches_every_event_and_only_events(
    qtbot: QtBot, peru: OpenChronology, grouping: Grouping
) -> None:
    view, state = show_timeline(qtbot, peru)
    state.set_grouping(grouping)
    count = len(peru.chronology.events)
    press(view, Qt.Key.Key_Home)
    reached = [state.selection]
    for _ in range(count - 1):
        press(view, Qt.Key.Key_Right)
        reached.append(state.selection)
    assert reached == list(range(count))
    press(view, Qt.Key.Key_Right)
    assert state.selection == count - 1
    press(view, Qt.Key.Key_Left)
    assert state.selection == count - 2
    press(view, Qt.Key.Key_Home)
    assert state.selection == 0
    press(view, Qt.Key.Key_End)
    assert state.selection == count - 1


def test_keys_pass_over_what_the_filter_leaves_out(small: Opened) -> None:
    view, state = small
    state.set_query(Query(sectors=frozenset({"upper"})))
    reached = []
    press(view, Qt.Key.Key_Home)
    for _ in range(8):
        reached.append(state.selection)
        press(view, Qt.Key.Key_Right)
    expected = np.flatnonzero(state.mask).tolist()
    assert reached[: len(expected)] == expected
    assert set(reached) == set(expected)


def test_up_and_down_go_to_the_lanes_above_and_below(small: Opened) -> None:
    view, state = small
    state.select(2)  # in the first lane
    lane = mark_of(view, 2).lane
    press(view, Qt.Key.Key_Down)
    settle()
    below = state.selection
    assert below is not None
    assert mark_of(view, below).lane == lane + 1
    press(view, Qt.Key.Key_Down)
    assert state.selection == below
    press(view, Qt.Key.Key_Up)
    assert mark_of(view, state.selection or 0).lane == lane


def test_an_event_selected_elsewhere_comes_into_sight(qtbot: QtBot, peru: OpenChronology) -> None:
    view, state = show_timeline(qtbot, peru)
    view.show_span(TimeSpan(730000, 730200), animate=False)
    dated = np.flatnonzero(view.layout_input.columns.is_dated)
    for event in dated[[0, len(dated) // 2, -1]].tolist():
        state.select(event)
        settle()
        span, columns = view.visible_span(), view.layout_input.columns
        assert columns.start[event] < span.end
        assert columns.end[event] > span.start
        mark = view.scene.mark_of(event)
        if mark is not None:  # within a cluster only the guide line tells it
            assert 0 <= mark.y <= view.scene.height


def test_enter_activates_the_selected_event(qtbot: QtBot, small: Opened) -> None:
    view, state = small
    state.select(5)
    with qtbot.waitSignal(view.event_activated) as activated:
        press(view, Qt.Key.Key_Return)
    assert activated.args == [5]


def test_the_timeline_is_one_tab_stop_with_a_visible_frame(qtbot: QtBot, small: Opened) -> None:
    view, _ = small
    view.activateWindow()
    view.canvas.clearFocus()
    settle()
    before = view.canvas.grab().toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.canvas.hasFocus)
    settle()
    assert view.canvas.grab().toImage() != before
    stops = [
        widget
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
    assert stops == [view.canvas]


@pytest.mark.parametrize("by_key", [True, False])
def test_an_arrow_or_a_click_goes_where_the_timeline_offers(small: Opened, by_key: bool) -> None:
    """In a view without events, whatever is selected elsewhere."""
    view, state = small
    state.select(0)
    end = view.navigation.everything.end
    view.show_span(TimeSpan(end - 6, end - 1), animate=False)
    settle()
    (offer,) = view.scene.offers
    assert offer.direction == -1
    if by_key:
        press(view, Qt.Key.Key_Left)
    else:
        view.canvas.intended.emit(Click(offer.x + 5, offer.y + 5))
    settle()
    assert state.selection == offer.event != 0
    assert view.scene.mark_of(offer.event) is not None
    # What is selected and in view is stepped on from, though it goes on throughout the view.
    press(view, Qt.Key.Key_Right)
    settle()
    assert state.selection == offer.event
    press(view, Qt.Key.Key_Left)
    settle()
    assert state.selection == offer.event - 1
