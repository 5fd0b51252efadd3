"""One date within EDTF text: the first and last day it may mean, how well it is known, its marks.

Read from it are the whole simple date, each end of an interval and each member of a one-of set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil, days_in_month
from peru_timeline.chronology.faults.sentences import Sentences


class DateError(ValueError):
    """A date that is no EDTF, is impossible or runs backwards; the message is a sentence."""


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
    """First and last possible day, both included, and what is marked."""

    first: int
    last: int
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


# The forms that nearly every date has are read here, because the library takes 4 ms a date and
# 0.2 s to import; a test holds the answers against the library's.
_PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_WITH_X = re.compile(r"(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([~?%]?)", re.ASCII)
_SEASON = re.compile(r"(-?\d{4})-(2[1-4])([~?%]?)", re.ASCII)
# What else is EDTF of level 0 or 1: years of more than four digits, and a time of day. Twelve
# digits of a year keep day numbers exact in a float64.
_OTHER = re.compile(r"Y-?\d{5,12}|\d{4}-\d\d-\d\dT[\d:.+Z-]{1,20}", re.ASCII)


def parse_simple_date(text: str) -> SimpleDate:
    """Read one date; raises DateError with a sentence."""
    day = _day(text)
    if day is not None:
        return SimpleDate(day, day, Precision.DAY)
    plain = _PLAIN.fullmatch(text)
    if plain is not None and (plain[2] is None or 1 <= int(plain[2]) <= 12):
        return _plain_part(plain)
    season = _SEASON.fullmatch(text)
    if season is not None:
        return _season_part(season)
    with_x = _WITH_X.fullmatch(text)
    if with_x is not None and "X" in text:
        return _unspecified_part(with_x)
    if _OTHER.fullmatch(text):
        return _part_by_library(text)
    raise not_a_date(text)


def _day(text: str) -> int | None:
    """Read a day as nearly all are written, in a fifth of the time; None for any other date."""
    if len(text) == 10 and text[4] == text[7] == "-":
        with suppress(ValueError):
            return date.fromisoformat(text).toordinal()
    return None


def precision_of(first: int, last: int) -> Precision:
    """Name the calendar unit that the days `first` to `last`, both included, exactly fill."""
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
    """Say that a text is no date, and what one looks like."""
    return DateError(Sentences.NO_DATE.of(text))


def _no_day(text: str) -> DateError:
    return DateError(Sentences.NO_SUCH_DAY.of(text))


def _year(digits: str, text: str) -> int:
    if digits == "-0000":
        raise DateError(Sentences.YEAR_ZERO.of(text))
    return int(digits)


def _marked(first: int, last: int, precision: Precision, mark: str) -> SimpleDate:
    return SimpleDate(first, last, precision, mark in ("~", "%"), mark in ("?", "%"))


def _plain_part(match: re.Match[str]) -> SimpleDate:
    year, month, day = _year(match[1], match[0]), match[2], match[3]
    if month is None:
        first, last = day_from_civil(year, 1, 1), day_from_civil(year, 12, 31)
        return _marked(first, last, Precision.YEAR, match[4])
    first = day_from_civil(year, int(month), 1)
    length = days_in_month(year, int(month))
    if day is None:
        return _marked(first, first + length - 1, Precision.MONTH, match[4])
    if not 1 <= int(day) <= length:
        raise _no_day(match[0])
    first += int(day) - 1
    return _marked(first, first, Precision.DAY, match[4])


def _season_part(match: re.Match[str]) -> SimpleDate:
    """Read a season as that of the northern half of the world, by whole months.

    EDTF leaves its days open. Winter is December to February; the library ends it with the year.
    """
    year, season = _year(match[1], match[0]), int(match[2])
    first_month = 3 * (season - 20)
    end = (year, first_month + 3) if first_month < 12 else (year + 1, 3)
    first, last = day_from_civil(year, first_month, 1), day_from_civil(*end, 1) - 1
    return _marked(first, last, Precision.SEASON, match[3])


def _unspecified_part(match: re.Match[str]) -> SimpleDate:
    """Read a date with `X` for digits that are not known: the first and last day that fit.

    Not the library: it fails on 2012-1X-05 and takes 2012-XX-31 to end where February would.
    """
    if match[1] == "-0000":
        raise _no_day(match[0])
    first = next(_days_that_fit(match, backwards=False), None)
    last = next(_days_that_fit(match, backwards=True), None)
    if first is None or last is None:
        raise _no_day(match[0])
    return _marked(first, last, precision_of(first, last), match[4])


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


def _part_by_library(text: str) -> SimpleDate:
    import edtf  # 0.2 s to import, and most files need it for no date

    try:
        parsed: Any = edtf.parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
    except Exception as error:  # it raises whatever its grammar stumbles over
        raise not_a_date(text) from error
    first = day_from_civil(lower.tm_year, lower.tm_mon, lower.tm_mday)
    last = day_from_civil(upper.tm_year, upper.tm_mon, upper.tm_mday)
    return SimpleDate(first, last, precision_of(first, last))
