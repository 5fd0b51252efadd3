"""Crowded years with more room, in the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.view_state import ViewState
from tests.ui.canvas.touching import Opened, share_at
from tests.ui.timelines import drag, made_up, show_timeline, turn

DAYS = TimeSpan(734_300.0, 735_200.0)  # from 2011 into 2013, of which 2012 is crowded


@pytest.fixture
def evened(qtbot: QtBot, peru: OpenChronology) -> Opened:
    view, state = show_timeline(qtbot, peru, (976, 816))
    state.set_even_time(True)
    return view, state


def day_at(view: TimelineView, x: float) -> float:
    seen = view.navigation.target
    return view.state.warp.to_day(seen.start + share_at(view, x) * seen.width)


def test_it_is_off_at_first_and_draws_what_was_drawn_when_off_again(
    qtbot: QtBot, peru: OpenChronology
) -> None:
    view, state = show_timeline(qtbot, peru, (976, 816))
    before = view.scene
    assert not state.even_time
    assert not before.ticks.stretched
    state.set_even_time(True)
    assert view.scene.ticks.stretched
    state.set_even_time(False)
    after = view.scene
    assert (after.counts, after.lanes) == (before.counts, before.lanes)
    assert [mark.left for mark in after.marks] == pytest.approx([m.left for m in before.marks])


@pytest.mark.parametrize("size", [(976, 816), (746, 684)])  # beside the panels at 1600 and 1366
def test_no_key_title_is_lost_and_hardly_another(
    qtbot: QtBot, peru: OpenChronology, size: tuple[int, int]
) -> None:
    view, state = show_timeline(qtbot, peru, size)
    plain = view.scene.counts
    state.set_even_time(True)
    evened = view.scene.counts
    assert evened.key_titled == evened.key_in_view == plain.key_titled
    assert evened.titled >= 0.9 * plain.titled
    assert evened.cut == 0


def test_the_same_days_stay_in_sight_and_in_the_history(qtbot: QtBot, peru: OpenChronology) -> None:
    view, state = show_timeline(qtbot, peru, (976, 816))
    whole = view.visible_span()
    view.show_span(DAYS, animate=False)
    state.set_even_time(True)
    assert _ends(view.visible_span()) == pytest.approx(_ends(DAYS))
    view.navigation.back()
    view.navigation.stop()
    assert _ends(view.visible_span()) == pytest.approx(_ends(whole))


def test_marks_stand_over_the_days_of_the_axis(evened: Opened) -> None:
    view, state = evened
    columns = state.opened.columns
    for tick in view.scene.ticks.minor:
        assert day_at(view, tick.px) == pytest.approx(tick.day, abs=0.01)
    bars = [mark for mark in view.scene.marks if mark.left < mark.right - 1]
    assert bars
    for mark in bars:
        if view.scene.left + 1 < mark.left:
            assert day_at(view, mark.left) == pytest.approx(columns.start[mark.event], abs=2)


def test_the_day_under_the_wheel_stays(evened: Opened) -> None:
    view, _ = evened
    day = day_at(view, 600)
    for notches in (1, 3, -2, 1):
        turn(view, 600, 50, notches)
        assert day_at(view, 600) == pytest.approx(day, abs=0.01)


def test_dragging_moves_the_day_with_the_hand(evened: Opened, qtbot: QtBot) -> None:
    view, _ = evened
    view.show_span(DAYS, animate=False)
    day = day_at(view, 500)
    drag(qtbot, view, (500, 300), (560, 300))
    assert day_at(view, 560) == pytest.approx(day, abs=0.5)


def test_a_view_keeps_days_and_the_choice(evened: Opened) -> None:
    view, state = evened
    view.show_span(DAYS, animate=False)
    kept = view.view()
    assert kept.even_time
    assert kept.span is not None
    assert _ends(kept.span) == pytest.approx(_ends(DAYS))
    state.set_even_time(False)
    view.fit()
    view.apply(kept, animate=False)
    assert state.even_time
    assert _ends(view.visible_span()) == pytest.approx(_ends(DAYS))


def test_the_strip_below_outlines_what_is_in_sight(evened: Opened) -> None:
    view, _ = evened
    view.show_span(DAYS, animate=False)
    frame, strip, home = view.overview.visible_rect(), view.overview, view.layout_input.home
    drawn = view.state.warp.drawn_span(DAYS)
    share = drawn.width / home.width
    assert frame.width() == pytest.approx(share * strip.width_px, abs=1.5)


def test_another_chronology_is_drawn_by_its_own_years(evened: Opened) -> None:
    view, state = evened
    state.set_opened(made_up())
    assert view.navigation.warp == state.warp
    assert _ends(view.visible_span()) == pytest.approx(
        _ends(state.warp.span_of_days(view.layout_input.home))
    )


def _ends(span: TimeSpan) -> tuple[float, float]:
    return span.start, span.end


def test_the_state_says_so_once(peru: OpenChronology, qtbot: QtBot) -> None:
    state = ViewState(peru)
    with qtbot.waitSignal(state.even_time_changed):
        state.set_even_time(True)
    with qtbot.assertNotEmitted(state.even_time_changed):
        state.set_even_time(True)
