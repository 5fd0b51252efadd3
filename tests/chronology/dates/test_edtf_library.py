"""Dates are read as the library edtf reads them, where it is right."""

from __future__ import annotations

from typing import Any

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.dates.calendar import day_from_civil
from peru_timeline.chronology.dates.event_date import DateError, parse_date
from tests.chronology.dates.strategies import marked, plain, real_days
from tests.chronology.dates.test_event_date import bounds


def library_bounds(text: str) -> tuple[int, int]:
    parsed: Any = edtf.parse_edtf(text)
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    return (
        day_from_civil(lower.tm_year, lower.tm_mon, lower.tm_mday),
        day_from_civil(upper.tm_year, upper.tm_mon, upper.tm_mday),
    )


@given(plain)
def test_plain_dates_are_read_as_the_library_reads_them(text: str) -> None:
    date = parse_date(text)
    first, last = library_bounds(text)
    assert bounds(date) == (first, last, first, last)


@given(marked)
def test_marks_are_read_as_the_library_reads_them(text: str) -> None:
    parsed: Any = edtf.parse_edtf(text)
    both = bool(getattr(parsed, "_uncertain_and_approximate", False))
    date = parse_date(text)
    assert date.approximate == (both or bool(getattr(parsed, "_is_approximate", False)))
    assert date.uncertain == (both or bool(getattr(parsed, "_is_uncertain", False)))


@given(plain, plain)
def test_simple_intervals_are_read_as_the_library_reads_them(left: str, right: str) -> None:
    (first, _), (_, last) = library_bounds(left), library_bounds(right)
    text = f"{left}/{right}"
    if last < first:  # the library accepts these
        with pytest.raises(DateError, match="runs backwards"):
            parse_date(text)
        return
    date = parse_date(text)
    assert (date.earliest_start, date.latest_end) == (first, last + 1)


@pytest.mark.parametrize("text", ["201X", "20XX", "2012-XX", "2012-05-XX", "2012-XX-05", "-201X"])
def test_unknown_digits_are_read_as_the_library_reads_them(text: str) -> None:
    date = parse_date(text)
    assert (date.earliest_start, date.latest_start) == library_bounds(text)


long_years = st.integers(10_000, 10**12 - 1).flatmap(
    lambda year: st.sampled_from([f"Y{year}", f"Y-{year}"])
)
times = st.tuples(
    real_days,
    st.times().map(lambda time: time.replace(microsecond=0).isoformat()),
    st.sampled_from(["", "Z", "+05", "-05", "+05:30", "-11:59", "+14:00"]),
).map(lambda parts: "{}T{}{}".format(*parts))


@given(st.one_of(long_years, times))
def test_long_years_and_times_are_read_as_the_library_reads_them(text: str) -> None:
    date = parse_date(text)
    assert (date.earliest_start, date.latest_start) == library_bounds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Y2013", "Y00013", "Y-00000", "Y1234567890123",
        "2004-01-01T10", "2004-01-01T10:1", "2004-01-01T25:00:00", "2004-01-01T24:00:01",
        "2004-01-01T10:60:10", "2004-01-01T10:10:60", "2004-01-01T10:10:10.",
        "2004-01-01T10:10:10z", "2004-01-01T10:10:10+5", "2004-01-01T10:10:10+14:30",
        "2004-01-01T10:10:10+15:00", "2004-13-01T10:10:10", "2004-02-30T10:10:10",
    ],
)  # fmt: skip
def test_what_is_neither_a_long_year_nor_a_time(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text)


def test_the_day_of_a_time_has_to_exist() -> None:
    with pytest.raises(DateError, match="no such day"):  # which the library takes for the next
        parse_date("2003-02-29T10:10:10")
