"""Spans of time."""

from __future__ import annotations

import pytest

from peru_timeline.timeline.axis.time_span import TimeSpan


def test_no_span_runs_backwards() -> None:
    with pytest.raises(ValueError, match="cannot end before it starts: 2 to 1"):
        TimeSpan(2, 1)


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


def test_zoom_keeps_the_day_in_its_place() -> None:
    assert TimeSpan(0, 100).zoom(2, 25) == TimeSpan(12.5, 62.5)
    with pytest.raises(ValueError, match="above zero"):
        TimeSpan(0, 1).zoom(0, 0)


def test_measures_and_shifts() -> None:
    span = TimeSpan(1, 3)
    assert (span.width, span.middle, span.shift(2)) == (2, 2, TimeSpan(3, 5))
