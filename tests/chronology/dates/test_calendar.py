from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil, days_in_month


@given(st.dates())
def test_day_numbers_are_those_of_datetime(date: datetime.date) -> None:
    assert day_from_civil(date.year, date.month, date.day) == date.toordinal()
    assert civil_from_day(date.toordinal()) == (date.year, date.month, date.day)


@given(st.integers(-(10**14), 10**14))
def test_every_day_number_is_one_date(day: int) -> None:
    year, month, number = civil_from_day(day)
    assert 1 <= month <= 12
    assert 1 <= number <= days_in_month(year, month)
    assert day_from_civil(year, month, number) == day


@pytest.mark.parametrize(
    ("civil", "day"),
    [((1, 1, 1), 1), ((0, 12, 31), 0), ((0, 1, 1), -365), ((-1, 12, 31), -366)],
)
def test_days_go_on_before_year_1(civil: tuple[int, int, int], day: int) -> None:
    assert day_from_civil(*civil) == day
    assert civil_from_day(day) == civil


@pytest.mark.parametrize(("year", "days"), [(2000, 29), (1900, 28), (2012, 29), (0, 29), (-1, 28)])
def test_february(year: int, days: int) -> None:
    assert days_in_month(year, 2) == days
