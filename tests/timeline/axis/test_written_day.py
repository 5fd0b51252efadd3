"""A day as precise as the zoom shows it."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.timeline.axis.written_day import written_day


@pytest.mark.parametrize(
    ("px_per_day", "edtf"),
    [(20.0, "2012-05-04"), (1.0, "2012-05"), (0.1, "2012"), (0.01, "201X"), (0.0005, "20XX")],
)
def test_as_precise_as_the_zoom(px_per_day: float, edtf: str) -> None:
    day = parse_date("2012-05-04").earliest_start
    assert day is not None
    assert written_day(day + 0.7, px_per_day) == edtf


@pytest.mark.parametrize("edtf", ["-0044-03-15", "Y-12000", "Y17000", "0000"])
def test_years_that_need_more_signs_are_dates_too(edtf: str) -> None:
    day = parse_date(edtf).earliest_start
    assert day is not None
    assert parse_date(written_day(day, 20.0)).earliest_start is not None
