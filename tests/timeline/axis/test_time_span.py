"""Spans of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.timeline.axis.time_span import TimeSpan

days = st.floats(-5e6, 5e6)
spans = st.tuples(days, days).map(lambda ends: TimeSpan(min(ends), max(ends)))


def test_no_span_runs_backwards() -> None:
    with pytest.raises(ValueError, match="cannot end before it starts: 2 to 1"):
        TimeSpan(2, 1)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "shared"),
    [
        ((0, 10), (5, 15), True, (5, 10)),
        ((0, 10), (10, 15), False, None),  # they only touch
        ((0, 10), (2, 3), True, (2, 3)),
        ((0, 10), (4, 4), True, (4, 4)),  # a moment
        ((0, 10), (0, 0), True, (0, 0)),
        ((0, 10), (10, 10), False, None),
        ((4, 4), (4, 4), True, (4, 4)),
        ((4, 4), (5, 5), False, None),
    ],
)
def test_overlap(
    one: tuple[float, float],
    other: tuple[float, float],
    overlaps: bool,
    shared: tuple[float, float] | None,
) -> None:
    a, b = TimeSpan(*one), TimeSpan(*other)
    expected = None if shared is None else TimeSpan(*shared)
    assert a.overlaps(b) is b.overlaps(a) is overlaps
    assert a.intersect(b) == b.intersect(a) == expected


@pytest.mark.parametrize(
    ("span", "fraction", "padded"),
    [
        ((0, 100), 0.1, (-10, 110)),
        ((0, 100), -0.1, (10, 90)),
        ((0, 100), -2, (50, 50)),  # no further than the middle
        ((5, 5), 1, (5, 5)),
    ],
)
def test_pad(span: tuple[float, float], fraction: float, padded: tuple[float, float]) -> None:
    assert TimeSpan(*span).pad(fraction) == TimeSpan(*padded)


@pytest.mark.parametrize(
    ("span", "limits", "moved"),
    [
        ((0, 10), (-5, 50), (0, 10)),
        ((-10, 0), (-5, 50), (-5, 5)),
        ((45, 55), (-5, 50), (40, 50)),
        ((0, 100), (10, 20), (10, 20)),  # wider than the limits
        ((30, 30), (10, 20), (20, 20)),
    ],
)
def test_fit_within(
    span: tuple[float, float], limits: tuple[float, float], moved: tuple[float, float]
) -> None:
    assert TimeSpan(*span).fit_within(TimeSpan(*limits)) == TimeSpan(*moved)


def test_zoom_keeps_the_day_in_its_place() -> None:
    assert TimeSpan(0, 100).zoom(2, 25) == TimeSpan(12.5, 62.5)
    with pytest.raises(ValueError, match="above zero"):
        TimeSpan(0, 1).zoom(0, 0)


def test_start_belongs_to_a_span_and_end_does_not() -> None:
    span = TimeSpan(1, 3)
    assert span.contains(1)
    assert not span.contains(3)
    assert (span.width, span.middle, span.shift(2)) == (2, 2, TimeSpan(3, 5))


@given(spans, spans)
def test_what_two_spans_share_lies_in_both(one: TimeSpan, other: TimeSpan) -> None:
    shared = one.intersect(other)
    assert (shared is not None) == one.overlaps(other)
    if shared is not None:
        assert max(one.start, other.start) == shared.start
        assert min(one.end, other.end) == shared.end


@given(spans, spans)
def test_fitting_moves_into_the_limits(span: TimeSpan, limits: TimeSpan) -> None:
    fitted = span.fit_within(limits)
    assert limits.start <= fitted.start <= fitted.end <= limits.end
