"""Simple dates in EDTF text: the first and last day that one may mean, how well it is known, and its marks.

A simple date is a whole date, one end of an interval, or one member of a one-of set. EDTF is the Library
of Congress's Extended Date/Time Format, part of ISO 8601-2:2019. A library for it takes 4 ms a date; a
test holds this reading against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil, days_in_month
from peru_timeline.chronology.faults.sentences import Sentences

LARGEST_FOUR_DIGIT_YEAR = 9999  # longer years are written with Y


class DateError(ValueError):
    """A text is not EDTF, names a day that does not exist, or runs backwards; the message is a sentence."""


class Precision(StrEnum):
    """How well one end of a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"  # some day between two


@dataclass(frozen=True, slots=True)
class SimpleDate:
    """The first and last day that a simple date may mean, both included, and its marks."""

    first: int
    last: int
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


_CALENDAR_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_UNSPECIFIED_DIGITS = re.compile(r"(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([~?%]?)", re.ASCII)
_SEASON = re.compile(r"(-?\d{4})-(2[1-4])([~?%]?)", re.ASCII)
# Twelve digits of a year keep day numbers exact in a float64.
_LONG_YEAR = re.compile(r"Y(-?[1-9]\d{4,11})", re.ASCII)
_DATE_AND_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)"
    r"(?:Z|[+-](?:(?:0\d|1[0-3])(?::[0-5]\d)?|14(?::00)?))?",
    re.ASCII,
)


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
    if "X" in text and (digits := _UNSPECIFIED_DIGITS.fullmatch(text)) is not None:
        return _of_unspecified_digits(digits)
    if (long_year := _LONG_YEAR.fullmatch(text)) is not None:
        return _of_year(int(long_year[1]))
    if (with_time := _DATE_AND_TIME.fullmatch(text)) is not None:
        return parse_simple_date(with_time[1])  # a timeline of days has no use for the time
    raise not_a_date(text)


def _parse_day(text: str) -> int | None:
    """Read a day as nearly all are written, in a fifth of the time; None for any other date."""
    if len(text) == 10 and text[4] == text[7] == "-":
        with suppress(ValueError):
            return date.fromisoformat(text).toordinal()
    return None


def year_text(year: int) -> str:
    """Write an astronomical year (0 is 1 BCE) in EDTF, such as 0476, -0043 or Y-12000."""
    if abs(year) > LARGEST_FOUR_DIGIT_YEAR:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def precision_of(first: int, last: int) -> Precision:
    """Name the calendar unit that the days `first` to `last`, both included, fill exactly."""
    if first == last:
        return Precision.DAY
    year, month, day = civil_from_day(first)
    last_year, last_month, last_day = civil_from_day(last)
    if day != 1 or last_day != days_in_month(last_year, last_month):
        return Precision.RANGE
    if (year, month) == (last_year, last_month):
        return Precision.MONTH
    if month != 1 or last_month != 12:
        return Precision.RANGE
    years = last_year - year + 1
    if years == 1:
        return Precision.YEAR
    if years == 10 and year % 10 == 0:
        return Precision.DECADE
    if years == 100 and year % 100 == 0:
        return Precision.CENTURY
    return Precision.RANGE


def not_a_date(text: str) -> DateError:
    """Return the error that says that a text is not a date, and what one looks like."""
    return DateError(Sentences.NO_DATE.of(text))


def _no_such_day(text: str) -> DateError:
    return DateError(Sentences.NO_SUCH_DAY.of(text))


def _year(digits: str, text: str) -> int:
    if digits == "-0000":
        raise DateError(Sentences.YEAR_ZERO.of(text))
    return int(digits)


def _with_mark(first: int, last: int, precision: Precision, mark: str) -> SimpleDate:
    return SimpleDate(first, last, precision, mark in ("~", "%"), mark in ("?", "%"))


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
        raise _no_such_day(match[0])
    first += int(day) - 1
    return _with_mark(first, first, Precision.DAY, match[4])


def _of_season(match: re.Match[str]) -> SimpleDate:
    """Read a season as that of the northern hemisphere, in whole months.

    EDTF leaves its days open. Winter is December to February.
    """
    year, season = _year(match[1], match[0]), int(match[2])
    first_month = 3 * (season - 20)
    end = (year, first_month + 3) if first_month < 12 else (year + 1, 3)
    first, last = day_from_civil(year, first_month, 1), day_from_civil(*end, 1) - 1
    return _with_mark(first, last, Precision.SEASON, match[3])


def _of_unspecified_digits(match: re.Match[str]) -> SimpleDate:
    """Read a date with `X` for unknown digits: the first and the last day that fit."""
    if match[1] == "-0000":
        raise _no_such_day(match[0])
    first = next(_days_that_fit(match, backwards=False), None)
    last = next(_days_that_fit(match, backwards=True), None)
    if first is None or last is None:
        raise _no_such_day(match[0])
    return _with_mark(first, last, precision_of(first, last), match[4])


def _days_that_fit(match: re.Match[str], *, backwards: bool) -> Iterator[int]:
    order = -1 if backwards else 1
    below_zero, digits = match[1].startswith("-"), match[1].removeprefix("-")
    years = [-year if below_zero else year for year in _numbers(digits)]
    for year in sorted(years)[::order]:
        for month in _numbers(match[2] or "XX")[::order]:
            if not 1 <= month <= 12:
                continue
            for day in _numbers(match[3] or "XX")[::order]:
                if 1 <= day <= days_in_month(year, month):
                    yield day_from_civil(year, month, day)


def _numbers(pattern: str) -> list[int]:
    """List the numbers that a pattern such as 19X4 stands for, in order."""
    numbers = [0]
    for digit in pattern:
        digits = range(10) if digit == "X" else (int(digit),)
        numbers = [number * 10 + each for number in numbers for each in digits]
    return numbers
