from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyqtgraph import ViewBox
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.canvas import time_navigation
from peru_timeline.ui.canvas.time_navigation import LEAST_DAYS, MOST_TIMES_HOME, TimeNavigation
from peru_timeline.ui.look.theme import MOTION_MS

HOME = TimeSpan(727000.0, 739000.0)
once_per_test = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def overlap(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether two spans, neither of them empty, share any time."""
    return one.start < other.end and other.start < one.end


@pytest.fixture
def navigation(qtbot: QtBot) -> TimeNavigation:
    view_box = ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
    view_box.disableAutoRange()
    made = TimeNavigation(view_box)
    made.kept_alive = view_box  # type: ignore[attr-defined]
    made.motion = False
    made.set_home(HOME, HOME)
    return made


@once_per_test
@given(
    start=st.floats(0, 0.9),
    width=st.floats(0.0005, 1.0),
    share=st.floats(0, 1),
    steps=st.integers(1, 60),
)
def test_steps_out_retrace_steps_in_exactly(
    navigation: TimeNavigation, start: float, width: float, share: float, steps: int
) -> None:
    begin = TimeSpan(0, HOME.width * width).shift(HOME.start + start * HOME.width)
    navigation.show(begin)
    begin = navigation.visible
    for _ in range(steps):
        navigation.zoom(1, share)
    for _ in range(steps):
        navigation.zoom(-1, share)
    assert navigation.visible == begin
    for _ in range(steps):
        navigation.zoom(-1, share)
    for _ in range(steps):
        navigation.zoom(1, share)
    assert navigation.visible == begin


@once_per_test
@given(
    width=st.floats(0.001, 1.0),
    share=st.floats(0, 1),
    steps=st.lists(st.floats(-3, 3).filter(lambda n: abs(n) > 0.01), min_size=1, max_size=40),
)
def test_the_day_under_the_pointer_stays(
    navigation: TimeNavigation, width: float, share: float, steps: list[float]
) -> None:
    window_px = 1400
    navigation.show(TimeSpan(HOME.start, HOME.start + HOME.width * width))
    day = navigation.visible.start + share * navigation.visible.width
    for step in steps:
        navigation.zoom(step, share)
        span = navigation.visible
        assert abs((day - span.start) / span.width - share) * window_px < 1


def test_zooming_stops_at_a_day_and_at_three_times_the_whole(navigation: TimeNavigation) -> None:
    for _ in range(80):
        navigation.zoom(1)
    assert navigation.visible.width == pytest.approx(LEAST_DAYS)
    navigation.show(HOME)
    for _ in range(80):
        navigation.zoom(-1)
    assert navigation.visible.width == pytest.approx(MOST_TIMES_HOME * HOME.width)


def test_steps_against_the_limit_are_forgotten_after_a_pause(
    navigation: TimeNavigation, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr("peru_timeline.ui.canvas.time_navigation.time.monotonic", lambda: now)
    for _ in range(80):
        navigation.zoom(1)
    now += time_navigation.PAUSE_S + 0.1
    navigation.zoom(-1)
    assert navigation.visible.width == pytest.approx(LEAST_DAYS * 1.25)


def test_one_cannot_pan_out_of_sight_of_the_chronology(navigation: TimeNavigation) -> None:
    for _ in range(200):
        navigation.pan(0.5)
    assert overlap(navigation.visible, HOME)
    for _ in range(400):
        navigation.pan(-0.5)
    assert overlap(navigation.visible, HOME)


@pytest.mark.parametrize(
    "span", [TimeSpan(HOME.start, HOME.start), TimeSpan(-1e7, 1e7), TimeSpan(0, 1)]
)
def test_any_span_asked_for_is_brought_within_the_limits(
    navigation: TimeNavigation, span: TimeSpan
) -> None:
    navigation.show(span)
    shown = navigation.visible
    assert LEAST_DAYS <= shown.width <= MOST_TIMES_HOME * HOME.width * (1 + 1e-12)
    assert overlap(shown, HOME)


def test_going_back_and_forward(navigation: TimeNavigation) -> None:
    near, other = HOME.zoom(8, HOME.middle), HOME.zoom(4, HOME.start)
    navigation.show(near)
    navigation.show(other)
    navigation.back()
    assert navigation.visible == near
    navigation.back()
    assert navigation.visible == HOME
    navigation.back()
    assert navigation.visible == HOME
    navigation.forward()
    navigation.forward()
    assert navigation.visible == other


def test_a_turn_of_the_wheel_is_one_view_in_the_history(navigation: TimeNavigation) -> None:
    for _ in range(12):
        navigation.zoom(1, 0.3)
    navigation.back()
    assert navigation.visible == HOME


def test_movement_ends_within_150_ms_where_it_was_going(
    navigation: TimeNavigation, qtbot: QtBot
) -> None:
    navigation.motion = True
    target = HOME.zoom(16, HOME.middle)
    with qtbot.waitSignal(navigation.settled, timeout=1000):
        navigation.show(target)
        on_the_way = navigation.is_moving, navigation.target, navigation.visible
    assert on_the_way == (True, target, HOME)
    assert (navigation.is_moving, navigation.visible) == (False, target)
    assert MOTION_MS <= 150


def test_steps_amid_a_movement_add_up(navigation: TimeNavigation, qtbot: QtBot) -> None:
    navigation.motion = True
    with qtbot.waitSignal(navigation.settled, timeout=1000):
        for _ in range(3):
            navigation.zoom(1, 0.25)
    assert navigation.visible.width == pytest.approx(HOME.width / 1.25**3)
    navigation.zoom(1)
    navigation.stop()
    assert navigation.visible.width == pytest.approx(HOME.width / 1.25**4)


def test_amid_a_movement_the_day_under_the_pointer_stays_too(
    navigation: TimeNavigation, qtbot: QtBot
) -> None:
    navigation.motion = True
    share, seen = 0.8, []
    day = HOME.start + share * HOME.width
    navigation._view_box.sigXRangeChanged.connect(lambda *_: seen.append(navigation.visible))
    with qtbot.waitSignal(navigation.settled, timeout=1000):
        navigation.zoom(4, share)
    assert len(seen) >= 1
    for span in seen:
        assert abs((day - span.start) / span.width - share) * 1400 < 1
