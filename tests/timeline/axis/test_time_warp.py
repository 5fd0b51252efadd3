"""Even time: a monotone, piecewise linear warp, and its inverse."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.axis.time_warp import MOST_STRETCHED, UNWARPED, TimeWarp, evened

WARP = TimeWarp((0.0, 100.0, 200.0), (0.0, 20.0, 180.0))
SPAN = TimeSpan(float(day_from_civil(1990, 1, 1)), float(day_from_civil(2020, 1, 1)))
DAYS = st.lists(st.floats(SPAN.start, SPAN.end), min_size=1, max_size=200)
SOME_DAYS = np.linspace(SPAN.start - 4000, SPAN.end + 4000, 997)


@pytest.mark.parametrize(
    ("day", "drawn"),
    [(0, 0), (50, 10), (100, 20), (150, 100), (200, 180), (-100, -20), (300, 200)],
)
def test_days_between_the_breaks_and_beyond_them(day: float, drawn: float) -> None:
    assert WARP.to_drawn(float(day)) == pytest.approx(drawn)
    assert WARP.to_day(float(drawn)) == pytest.approx(day)
    assert WARP.to_drawn(np.array([day], np.float64)).tolist() == pytest.approx([drawn])


def test_no_day_stays_no_day() -> None:
    ends = np.array([-np.inf, np.inf])
    assert WARP.to_drawn(ends).tolist() == ends.tolist()


def test_without_breaks_nothing_changes() -> None:
    days = np.array([1.5, -np.inf, 7e5])
    assert UNWARPED.to_drawn(days) is days
    assert (UNWARPED.to_drawn(1.1), UNWARPED.to_day(1.1)) == (1.1, 1.1)
    assert UNWARPED.drawn_span(SPAN) is SPAN
    assert UNWARPED.stretches == ()


@pytest.mark.parametrize(
    ("days", "drawn"),
    [((1.0,), (1.0,)), ((1.0, 2.0), (1.0,)), ((2.0, 1.0), (1.0, 2.0)), ((1.0, 2.0), (3.0, 3.0))],
)
def test_breaks_that_do_not_rise_are_refused(
    days: tuple[float, ...], drawn: tuple[float, ...]
) -> None:
    with pytest.raises(ValueError, match="breaks"):
        TimeWarp(days, drawn)


@given(DAYS)
def test_time_goes_on_and_comes_back(days: list[float]) -> None:
    warp = evened(np.array(days), SPAN)
    drawn = warp.to_drawn(SOME_DAYS)
    assert (np.diff(drawn) > 0).all()
    assert np.abs(warp.to_day(drawn) - SOME_DAYS).max() < 1e-6  # a tenth of a second
    assert [warp.to_drawn(float(day)) for day in SOME_DAYS] == pytest.approx(drawn.tolist())


@given(DAYS)
def test_no_year_is_drawn_more_than_eight_times_as_long_as_another(days: list[float]) -> None:
    warp = evened(np.array(days), SPAN)
    slopes = np.diff(warp.to_drawn(SOME_DAYS)) / np.diff(SOME_DAYS)
    assert slopes.max() / slopes.min() <= MOST_STRETCHED * (1 + 1e-9)
    assert {part.times for part in warp.stretches} <= {1, 2, 4, 8}


@given(DAYS)
def test_breaks_stand_at_the_beginnings_of_years_and_the_whole_keeps_its_length(
    days: list[float],
) -> None:
    warp = evened(np.array(days), SPAN)
    assert {civil_from_day(int(day))[1:] for day in warp.days} <= {(1, 1)}
    if warp.is_even:
        assert warp.drawn[-1] - warp.drawn[0] == pytest.approx(warp.days[-1] - warp.days[0])


def test_the_fullest_years_get_most_room() -> None:
    def year(number: int, events: int) -> list[float]:
        return [day_from_civil(number, 6, 1) + 0.0] * events

    warp = evened(np.array(year(1995, 40) + year(2000, 20) + year(2010, 9) + year(2015, 1)), SPAN)
    times = {civil_from_day(int(part.start))[0]: part.times for part in warp.stretches}
    assert (times[1995], times[2000], times[2010], times[2011]) == (8, 4, 2, 1)


@pytest.mark.parametrize("events", [[], [SPAN.start + 100.0 * n for n in range(110)]])
def test_where_no_year_is_crowded_nothing_is_stretched(events: list[float]) -> None:
    assert evened(np.array(events, np.float64), SPAN) == UNWARPED


def test_a_long_chronology_is_divided_into_longer_periods() -> None:
    span = TimeSpan(float(day_from_civil(-2999, 1, 1)), float(day_from_civil(2020, 1, 1)))
    crowded = np.array([day_from_civil(1950, 1, 1) + 9.0 * n for n in range(2000)], np.float64)
    years = [civil_from_day(int(day))[0] for day in evened(crowded, span).days]
    assert all(year % 100 == (1 if year <= 1 else 0) for year in years)
