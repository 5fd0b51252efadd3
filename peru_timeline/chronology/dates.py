"""Dates of events: EDTF text becomes four bounds, a precision and flags.

EDTF is the Library of Congress's Extended Date/Time Format, part of ISO 8601-2:2019. Days are day
numbers (see calendar.py). Two things are kept apart: *one moment* that is known only to the year
("2009") and *something that lasted* ("2009/2010").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from peru_timeline.chronology.calendar import civil_from_day, day_from_civil, days_in_month


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
class EventDate:
    """When an event was, and how well that is known.

    Attributes:
        edtf: the date as written.
        earliest_start: first day on which it may have begun; None where nothing says.
        latest_start: last day on which it may have begun; None where nothing says.
        earliest_end: the day after the first on which it may have ended; None where nothing says.
        latest_end: the day after the last possible day; None for an open or unknown end.
        is_span: it lasted; otherwise it is one moment, somewhere within the bounds.
        season: EDTF's number of the season (21 spring … 24 winter), for words.

    """

    edtf: str
    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    is_span: bool
    start_precision: Precision
    end_precision: Precision
    approximate_start: bool = False
    approximate_end: bool = False
    uncertain_start: bool = False
    uncertain_end: bool = False
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False
    season: int | None = None

    @property
    def sort_key(self) -> tuple[int, int]:
        """Order by where it begins, or is first known to have been, then by where it ends."""
        start = _first(self.earliest_start, self.latest_start, 0)
        return start, _first(self.latest_end, self.earliest_end, start)

    @property
    def is_day(self) -> bool:
        """Whether it is one moment known to the day."""
        return (
            not self.is_span
            and self.earliest_start is not None
            and (self.earliest_start == self.latest_start)
        )

    @property
    def approximate(self) -> bool:
        """Whether either end is marked approximate."""
        return self.approximate_start or self.approximate_end

    @property
    def uncertain(self) -> bool:
        """Whether either end is marked uncertain."""
        return self.uncertain_start or self.uncertain_end


@dataclass(frozen=True, slots=True)
class _Part:
    """One end of an interval, or a whole simple date: first and last possible day, included."""

    first: int
    last: int
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    season: int | None = None


@lru_cache(maxsize=65_536)
def parse_date(edtf: str) -> EventDate:
    """Read an EDTF date of level 0 or 1, a one-of set or one with `X` digits (level 2).

    Raises DateError with a sentence when the text is not such a date, names a day that does not
    exist, or ends before it begins.
    """
    if len(edtf) > 64:
        raise DateError("a date is a short text such as 2013-11 or 2002/2021")
    if edtf.startswith("["):
        return _one_of(edtf)
    if "/" in edtf:
        return _interval(edtf)
    part = _part(edtf)
    return _moment(edtf, part)


def _first(*values: int | None) -> int:
    return next(value for value in values if value is not None)


def _moment(edtf: str, part: _Part) -> EventDate:
    return EventDate(
        edtf=edtf,
        earliest_start=part.first,
        latest_start=part.last,
        earliest_end=part.first + 1,
        latest_end=part.last + 1,
        is_span=False,
        start_precision=part.precision,
        end_precision=part.precision,
        approximate_start=part.approximate,
        approximate_end=part.approximate,
        uncertain_start=part.uncertain,
        uncertain_end=part.uncertain,
        season=part.season,
    )


def _interval(edtf: str) -> EventDate:
    left, _, right = edtf.partition("/")
    if "/" in right:
        raise DateError(f"“{edtf}” has more than one slash; an interval has two ends")
    start = None if left in ("", "..") else _part(left)
    end = None if right in ("", "..") else _part(right)
    if start is None and end is None:
        raise DateError(f"“{edtf}” names neither a beginning nor an end")
    if start is not None and end is not None and end.last < start.first:
        raise DateError(f"“{edtf}” runs backwards: it ends before it begins")
    known = _first_part(start, end)
    latest_start = start.last if start else known.last
    earliest_end = end.first if end else known.first
    if start is not None and end is not None:
        latest_start = min(latest_start, end.last)
        earliest_end = max(earliest_end, start.first)
    return EventDate(
        edtf=edtf,
        earliest_start=start.first if start else None,
        latest_start=latest_start,
        earliest_end=earliest_end + 1,
        latest_end=end.last + 1 if end else None,
        is_span=True,
        start_precision=(start or known).precision,
        end_precision=(end or known).precision,
        approximate_start=bool(start and start.approximate),
        approximate_end=bool(end and end.approximate),
        uncertain_start=bool(start and start.uncertain),
        uncertain_end=bool(end and end.uncertain),
        open_start=left == "..",
        open_end=right == "..",
        unknown_start=left == "",
        unknown_end=right == "",
    )


def _first_part(*parts: _Part | None) -> _Part:
    return next(part for part in parts if part is not None)


def _one_of(edtf: str) -> EventDate:
    """Read a one-of set: one moment, which is any of the days named."""
    parsed = _by_library(edtf)
    bounds = [_library_bounds(member, edtf) for member in parsed.objects]
    firsts = [first for first, _ in bounds]
    lasts = [last for _, last in bounds]
    first = None if None in firsts else min(day for day in firsts if day is not None)
    last = None if None in lasts else max(day for day in lasts if day is not None)
    if first is None and last is None:
        raise DateError(f"“{edtf}” names no day")
    if first is not None and last is not None and last < first:
        raise DateError(f"“{edtf}” runs backwards: it ends before it begins")
    precision = Precision.RANGE
    if first is not None and last is not None:
        precision = _precision(first, last)
    return EventDate(
        edtf=edtf,
        earliest_start=first,
        latest_start=last,
        earliest_end=None if first is None else first + 1,
        latest_end=None if last is None else last + 1,
        is_span=False,
        start_precision=precision,
        end_precision=precision,
        unknown_start=first is None,
        unknown_end=last is None,
    )


# The forms that nearly every date has. They are read here because the library takes 4 ms a date
# and 0.2 s to import; a test holds this against the library's answers.
_PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)


def _part(text: str) -> _Part:
    plain = _PLAIN.fullmatch(text)
    if plain is None or (plain[2] is not None and not 1 <= int(plain[2]) <= 12):
        return _part_by_library(text)
    if plain[1] == "-0000":
        raise DateError(f"“{text}” is no date: the year before 1 is written 0000")
    year, month, day = int(plain[1]), plain[2], plain[3]
    if month is None:
        first, last = day_from_civil(year, 1, 1), day_from_civil(year, 12, 31)
        precision = Precision.YEAR
    elif day is None:
        first = day_from_civil(year, int(month), 1)
        last = first + days_in_month(year, int(month)) - 1
        precision = Precision.MONTH
    else:
        if not 1 <= int(day) <= days_in_month(year, int(month)):
            raise DateError(f"“{text}” is no date: there is no such day")
        first = last = day_from_civil(year, int(month), int(day))
        precision = Precision.DAY
    return _Part(first, last, precision, plain[4] in ("~", "%"), plain[4] in ("?", "%"))


def _part_by_library(text: str) -> _Part:
    parsed = _by_library(text)
    if type(parsed).__name__ == "MultipleDates":
        raise DateError(f"“{text}” names several dates; write one event for each")
    first, last = _library_bounds(parsed, text)
    if first is None or last is None:
        raise DateError(f"“{text}” has an open end where a day is needed")
    season = getattr(parsed, "season", None)
    both = bool(getattr(parsed, "_uncertain_and_approximate", False))
    return _Part(
        first,
        last,
        Precision.SEASON if season else _precision(first, last),
        both or bool(getattr(parsed, "_is_approximate", False)),
        both or bool(getattr(parsed, "_is_uncertain", False)),
        int(season) if season else None,
    )


def _by_library(text: str) -> Any:
    import edtf  # 0.2 s to import, and most files need it for no date

    try:
        return edtf.parse_edtf(text)
    except Exception as error:  # it raises whatever its grammar stumbles over
        raise DateError(
            f"“{text}” is no date in the Extended Date/Time Format (EDTF), "
            "such as 2013, 2013-11, 2012-05-27, 2002/2021, 1993/.. or 2011~"
        ) from error


def _library_bounds(parsed: Any, text: str) -> tuple[int | None, int | None]:
    """Give first and last day of what the library parsed; None where it answers infinity."""
    try:
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
    except Exception as error:
        raise DateError(f"“{text}” names no days that exist") from error
    return _library_day(lower), _library_day(upper)


def _library_day(bound: Any) -> int | None:
    if isinstance(bound, float):
        return None
    return day_from_civil(bound.tm_year, bound.tm_mon, bound.tm_mday)


def _precision(first: int, last: int) -> Precision:
    """Name the calendar unit that the days `first` to `last`, both included, exactly fill."""
    if first == last:
        return Precision.DAY
    (year, month, day), (last_year, last_month, last_day) = (
        civil_from_day(first),
        civil_from_day(last),
    )
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
