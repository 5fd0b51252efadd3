"""Stretches of time on the screen, written as dates."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.dates.spans import span_of_days


@pytest.mark.parametrize(
    ("start", "end"),
    [(735000.25, 735010.0), (735000.0, 735000.5), (-400.0, 10.0), (-9e5, -8e5), (5e6, 5.1e6)],
)
def test_a_span_of_days_holds_them_all(start: float, end: float) -> None:
    reach = span_of_days(start, end).reach
    assert reach is not None
    assert reach[0] <= start + 1e-8
    assert reach[1] >= end - 1e-8
    if abs(start) < 800_000:  # not so far from our era that years are all there is
        assert start - reach[0] < 1
        assert reach[1] - end < 1


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        (735000.5, 735000.75, "2013-05-12T12:00:00/2013-05-12T17:59:59"),
        (735000.0, 735001.0, "2013-05-12/2013-05-12"),
        (-735000.5, -735000.25, "-2012-08-20T12:00:00/-2012-08-20T17:59:59"),
        (735000.25, 735010.0, "2013-05-12/2013-05-21"),
    ],
)
def test_a_short_span_is_kept_to_the_second(start: float, end: float, edtf: str) -> None:
    assert span_of_days(start, end).edtf == edtf
