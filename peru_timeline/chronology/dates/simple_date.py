"""A simple date as a value: the days that it may mean, how well it is known, and the errors for what is none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from peru_timeline.chronology.dates.calendar import civil_from_day, days_in_month
from peru_timeline.chronology.dates.clock import SECOND, Clock
from peru_timeline.chronology.faults.sentences import Sentences

LARGEST_FOUR_DIGIT_YEAR = 9999  # longer years are written with Y


class DateError(ValueError):
    """A text is not EDTF, names a day that does not exist, or runs backwards; the message is a sentence."""


class NotEdtfError(DateError):
    """A text is not written as EDTF has it; another form of it may be."""


class Precision(StrEnum):
    """How well one end of a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    SOUTHERN_SEASON = "southern season"
    QUARTER = "quarter"
    FOUR_MONTHS = "four months"
    HALF_YEAR = "half a year"
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
    clock: Clock | None = None

    @property
    def begins(self) -> float:
        """The first instant that it may mean, in days."""
        return self.first if self.clock is None else self.clock.instant

    @property
    def last_beginning(self) -> float:
        """The last instant or day on which something may have begun that began then."""
        return self.last if self.clock is None else self.clock.instant

    @property
    def last_instant(self) -> float:
        """The last instant that it may mean."""
        return (
            math.nextafter(self.last + 1, -math.inf) if self.clock is None else self.clock.instant
        )

    @property
    def length(self) -> float:
        """How long the least thing lasts that happened then: a day, or a second."""
        return 1 if self.clock is None else SECOND


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


def not_a_date(text: str) -> NotEdtfError:
    """Return the error that says that a text is not a date, and what one looks like."""
    return NotEdtfError(Sentences.NO_DATE.of(text))


def valid_but_not_read(text: str, reason: str) -> DateError:
    """Return the error that says that a text is EDTF, why it is not read here, and how to write it."""
    return DateError(Sentences.EDTF_NOT_READ.of(text, reason))
