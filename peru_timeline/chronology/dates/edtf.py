"""Simple dates in EDTF text: the first and last day that one may mean, how well it is known, and its marks.

A simple date is a whole date, one end of an interval, or one member of a one-of set. EDTF is the Library
of Congress's Extended Date/Time Format, part of ISO 8601-2:2019; docs/chronology-format.md says what of it is read.
A library for it takes 4 ms a date; a test holds this reading against it.
"""

from __future__ import annotations

import math
import re
from contextlib import suppress
from datetime import date

from peru_timeline.chronology.dates.calendar import (
    civil_from_day,
    day_from_civil,
    day_from_julian,
    days_in_month,
)
from peru_timeline.chronology.dates.clock import read_clock
from peru_timeline.chronology.dates.simple_date import (
    LARGEST_FOUR_DIGIT_YEAR,
    DateError,
    Precision,
    SimpleDate,
    not_a_date,
    precision_of,
    valid_but_not_read,
    year_text,
)
from peru_timeline.chronology.dates.unknown_digits import days_that_fit
from peru_timeline.chronology.faults.sentences import Sentences

MOST_DIGITS_OF_A_YEAR = 12  # these keep day numbers exact in a float64

_CALENDAR_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_WITH_DIGITS_OR_MARKS = re.compile(
    r"([~?%]?)(-?[\dX]{4})([~?%]?)(?:-([~?%]?)([\dX]{2})([~?%]?)(?:-([~?%]?)([\dX]{2})([~?%]?))?)?",
    re.ASCII,
)
_SEASON = re.compile(r"(-?\d{4})-(?:(2[1-4])([~?%]?)|(2[5-9]|3\d|4[01]))", re.ASCII)
_LONG_YEAR = re.compile(r"Y(-?[1-9]\d{4,})", re.ASCII)
_MARKED_LONG_YEAR = re.compile(r"(Y-?[1-9]\d*(?:E[1-9]\d?)?)([~?%])", re.ASCII)
_ROUGH_YEAR = re.compile(r"(?:(-?\d{4})|Y(-?[1-9]\d*)(?:E([1-9]\d?))?)(?:S([1-9]\d?))?", re.ASCII)
_DATE_AND_TIME = re.compile(r"(-?\d{4}-\d\d-\d\d)T(.+)", re.ASCII)
_UNKNOWN_YEAR = "XXXX"


def parse_simple_date(text: str) -> SimpleDate:
    """Read a simple date; raises DateError."""
    day = _parse_day(text)
    if day is not None:
        return SimpleDate(day, day, Precision.DAY)
    calendar_date = _CALENDAR_DATE.fullmatch(text)
    if calendar_date is not None and (calendar_date[2] is None or 1 <= int(calendar_date[2]) <= 12):
        return _of_calendar_date(calendar_date)
    if (season := _SEASON.fullmatch(text)) is not None:
        return _of_season(season)
    if (parts := _WITH_DIGITS_OR_MARKS.fullmatch(text)) is not None:
        return _of_digits_and_marks(parts)
    if (long_year := _LONG_YEAR.fullmatch(text)) is not None:
        return _of_year(_within_reach(int(long_year[1]), text))
    if (marked := _MARKED_LONG_YEAR.fullmatch(text)) is not None:
        year = parse_simple_date(marked[1])
        return _with_mark(year.first, year.last, year.precision, marked[2])
    if (rough := _ROUGH_YEAR.fullmatch(text)) is not None:
        return _of_rough_year(rough)
    if (with_time := _DATE_AND_TIME.fullmatch(text)) is not None:
        return _of_date_and_time(with_time)
    raise not_a_date(text)


def names_no_year(text: str) -> bool:
    """Whether a text is a date without any digit of its year, such as XXXX or XXXX-12-25; raises DateError."""
    if _UNKNOWN_YEAR not in text:
        return False
    parts = _WITH_DIGITS_OR_MARKS.fullmatch(text)
    if parts is None:
        raise not_a_date(text)
    if days_that_fit(*_pattern(parts)) is None:
        raise _no_such_day(text)
    return parts[2].endswith(_UNKNOWN_YEAR)


def _parse_day(text: str) -> int | None:
    """Read a day as nearly all are written, in a fifth of the time; None for any other date."""
    if len(text) == 10 and text[4] == text[7] == "-":
        with suppress(ValueError):
            return date.fromisoformat(text).toordinal()
    return None


def _no_such_day(text: str) -> DateError:
    return DateError(Sentences.NO_SUCH_DAY.of(text))


def _year(digits: str, text: str) -> int:
    if digits == "-0000":
        raise DateError(Sentences.YEAR_ZERO.of(text))
    return int(digits)


def _within_reach(year: int, text: str) -> int:
    if len(str(abs(year))) > MOST_DIGITS_OF_A_YEAR:
        raise valid_but_not_read(text, Sentences.TOO_FAR_A_YEAR.of(MOST_DIGITS_OF_A_YEAR))
    return year


def _with_mark(first: int, last: int, precision: Precision, marks: str) -> SimpleDate:
    approximate = "~" in marks or "%" in marks
    return SimpleDate(first, last, precision, approximate, "?" in marks or "%" in marks)


def _of_year(year: int, mark: str = "") -> SimpleDate:
    first, last = day_from_civil(year, 1, 1), day_from_civil(year, 12, 31)
    return _with_mark(first, last, Precision.YEAR, mark)


def _of_calendar_date(match: re.Match[str]) -> SimpleDate:
    year, month, day = _year(match[1], match[0]), match[2], match[3]
    if month is None:
        return _of_year(year, match[4])
    first = day_from_civil(year, int(month), 1)
    length = days_in_month(year, int(month))
    if day is None:
        return _with_mark(first, first + length - 1, Precision.MONTH, match[4])
    if not 1 <= int(day) <= length:
        raise _leap_day_of_old(year, match[0]) or _no_such_day(match[0])
    first += int(day) - 1
    return _with_mark(first, first, Precision.DAY, match[4])


def _leap_day_of_old(year: int, text: str) -> DateError | None:
    """Return the error for 29 February of a year in which only the Julian calendar has one."""
    if year % 100 or "-02-29" not in text:
        return None
    day = civil_from_day(day_from_julian(year, 2, 29))
    return DateError(Sentences.JULIAN_DAY.of(text, f"{year_text(day[0])}-{day[1]:02}-{day[2]:02}"))


_SEASONS_FROM = {21: Precision.SEASON, 25: Precision.SEASON, 29: Precision.SOUTHERN_SEASON}
_PARTS_FROM = {33: Precision.QUARTER, 37: Precision.FOUR_MONTHS, 40: Precision.HALF_YEAR}


def _of_season(match: re.Match[str]) -> SimpleDate:
    """Read a season in whole months, or a third, quarter or half of a year.

    EDTF leaves the days of seasons open, and those of codes 21 to 24 also the hemisphere: they are those of the
    northern one, where winter is December to February.
    """
    year, code = _year(match[1], match[0]), int(match[2] or match[4])
    from_code = max(first for first in (*_SEASONS_FROM, *_PARTS_FROM) if first <= code)
    number = code - from_code  # 0 for the first
    precision = _SEASONS_FROM.get(from_code) or _PARTS_FROM[from_code]
    months = {Precision.FOUR_MONTHS: 4, Precision.HALF_YEAR: 6}.get(precision, 3)
    start = months * number + 1  # month of the year, counted on beyond 12
    if precision is Precision.SEASON:
        start += 2
    elif precision is Precision.SOUTHERN_SEASON:
        start = (9, 12, 3, 6)[number]
    first, last = _first_of_month(year, start), _first_of_month(year, start + months) - 1
    return _with_mark(first, last, precision, match[3] or "")


def _first_of_month(year: int, month: int) -> int:
    return day_from_civil(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _pattern(match: re.Match[str]) -> tuple[str, str, str]:
    """Return year, month and day of a date with unknown digits or marks."""
    return match[2], match[5] or "XX", match[8] or "XX"


def _of_digits_and_marks(match: re.Match[str]) -> SimpleDate:
    """Read a date with `X` for unknown digits, or with marks at its parts: a mark counts for the whole date."""
    year = match[2]
    if "X" not in match[0]:
        _year(year, match[0])
    if match[5] is not None and "X" not in match[5] and not 1 <= int(match[5]) <= 12:
        raise not_a_date(match[0])
    days = days_that_fit(*_pattern(match))
    if days is None:
        raise _no_such_day(match[0])
    marks = "".join(mark for mark in match.group(1, 3, 4, 6, 7, 9) if mark)
    return _with_mark(*days, precision_of(*days), marks)


def _of_rough_year(match: re.Match[str]) -> SimpleDate:
    """Read a year with an exponent, and with the number of its digits that count: 1950S2 is one of the 1900s."""
    text, short, long, exponent, significant = match.group(0, 1, 2, 3, 4)
    if exponent and len(long) + int(exponent) > 2 * MOST_DIGITS_OF_A_YEAR:
        raise valid_but_not_read(text, Sentences.TOO_FAR_A_YEAR.of(MOST_DIGITS_OF_A_YEAR))
    year = _year(short, text) if short else int(long) * 10 ** int(exponent or 0)
    if not short and abs(year) <= LARGEST_FOUR_DIGIT_YEAR:
        raise not_a_date(text)
    _within_reach(year, text)
    step = 10 ** max(len(str(abs(year))) - int(significant or MOST_DIGITS_OF_A_YEAR), 0)
    low = abs(year) // step * step
    ends = sorted((math.copysign(1, year) * low, math.copysign(1, year) * (low + step - 1)))
    first, last = day_from_civil(int(ends[0]), 1, 1), day_from_civil(int(ends[1]), 12, 31)
    return SimpleDate(first, last, precision_of(first, last))


def _of_date_and_time(match: re.Match[str]) -> SimpleDate:
    day = parse_simple_date(match[1])
    clock = read_clock(day.first, match[2])
    if clock is None:
        raise not_a_date(match[0])
    return SimpleDate(day.first, day.last, day.precision, clock=clock)
