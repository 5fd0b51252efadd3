from __future__ import annotations

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.state.view_history import MOST_VIEWS, ViewHistory

ONE, TWO, THREE = TimeSpan(0, 10), TimeSpan(5, 15), TimeSpan(100, 200)


def visited(*spans: TimeSpan) -> ViewHistory:
    history = ViewHistory()
    for span in spans:
        history.visit(span)
    return history


def test_back_and_forward_retrace_the_views() -> None:
    history = visited(ONE, TWO, THREE)
    assert [history.back(), history.back(), history.back()] == [TWO, ONE, None]
    assert [history.forward(), history.forward(), history.forward()] == [TWO, THREE, None]


def test_a_new_view_takes_the_place_of_those_forward() -> None:
    history = visited(ONE, TWO)
    history.back()
    history.visit(THREE)
    assert history.forward() is None
    assert history.back() == ONE


def test_movements_of_one_run_count_once() -> None:
    history = visited(ONE)
    for day in range(1, 20):
        history.visit(ONE.shift(day), "drag 1")
    history.visit(THREE, "drag 2")
    assert history.back() == ONE.shift(19)
    assert history.back() == ONE


def test_a_run_that_was_left_by_going_back_does_not_go_on() -> None:
    history = visited(ONE)
    history.visit(TWO, "drag")
    history.back()
    history.visit(THREE, "drag")
    assert history.back() == ONE


def test_the_same_view_twice_is_one_visit() -> None:
    history = visited(ONE, TWO, TWO)
    assert history.back() == ONE


def test_it_forgets_the_oldest_views() -> None:
    history = visited(*(ONE.shift(day) for day in range(MOST_VIEWS + 20)))
    steps = 0
    while history.back() is not None:
        steps += 1
    assert steps == MOST_VIEWS - 1


def test_nothing_to_go_back_to() -> None:
    history = ViewHistory()
    assert history.current is None
    assert history.back() is None
    assert history.forward() is None
    history.visit(ONE)
    history.clear()
    assert history.current is None
