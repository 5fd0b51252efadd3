"""Writes a stretch of time on the screen as a date."""

from __future__ import annotations

import math

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.clock import SECOND
from peru_timeline.chronology.dates.event_date import EventDate, parse_date
from peru_timeline.chronology.dates.simple_date import LARGEST_FOUR_DIGIT_YEAR, year_text

TIMES_BELOW_DAYS = 3
"""A shorter span is kept to the second, a longer one in whole days."""
ROUNDING = 1e-3  # seconds: days are floats


def span_of_days(start: float, end: float) -> EventDate:
    """Return the EDTF span that contains [start, end) in days: of whole days, or seconds, or years beyond 9999."""
    whole_days = start % 1 == end % 1 == 0
    is_near = abs(civil_from_day(int(start))[0]) < LARGEST_FOUR_DIGIT_YEAR
    if end - start < TIMES_BELOW_DAYS and is_near and not whole_days:
        first = math.floor(start / SECOND + ROUNDING)
        last = max(math.ceil(end / SECOND - ROUNDING) - 1, first)
        return parse_date(f"{_edtf_second(first)}/{_edtf_second(last)}")
    first, last = int(start // 1), max(int(-(-end // 1)) - 1, int(start // 1))
    return parse_date(f"{_edtf_day(first)}/{_edtf_day(last)}")


def _edtf_second(second: int) -> str:
    day, of_day = divmod(second, round(1 / SECOND))
    minutes, seconds = divmod(of_day, 60)
    return f"{_edtf_day(day)}T{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _edtf_day(day: int) -> str:
    year, month, number = civil_from_day(day)
    text = year_text(year)
    return text if text.startswith("Y") else f"{text}-{month:02}-{number:02}"
