"""The first and last possible day of a date, as other programs take them."""

from __future__ import annotations

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.event_date import EventDate, Precision

ROUGH_UNITS = (Precision.MONTH, Precision.YEAR)
"""What other programs, too, can say instead of a day."""


def first_day(date: EventDate) -> int:
    """The first day on which it may have begun; raises ValueError for a date without a known beginning."""
    if date.earliest_start is None:
        raise ValueError(f"{date.edtf} has no first day")
    return date.earliest_start


def last_day(date: EventDate) -> int | None:
    """The last day on which it may have ended, never before the first; None if it goes on or no one says."""
    return None if date.latest_end is None else max(date.latest_end - 1, first_day(date))


def is_one_unit(date: EventDate) -> bool:
    """Whether it is one moment, known to the day, month or year: what other programs write as one date."""
    return not date.is_span and date.start_precision in (Precision.DAY, *ROUGH_UNITS)


def day_text(day: int) -> str:
    """A day as `2012-05-27`; years of fewer than four digits are filled up, those BCE are astronomical (0 is 1 BCE)."""
    year, month, number = civil_from_day(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{number:02}"


def unit_text(day: int, precision: Precision) -> str:
    """The year or month that a day stands for, `2012` or `2012-05`; the day itself for any other precision."""
    text = day_text(day)
    if precision is Precision.YEAR:
        return text[:-6]
    return text[:-3] if precision is Precision.MONTH else text
