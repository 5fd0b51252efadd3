"""The steps of the time axis: on which days its ticks stand, and how they are labelled."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil
from peru_timeline.chronology.dates.simple_date import Precision
from peru_timeline.chronology.dates.unit_wording import (
    exact_year_in_words,
    month_names,
    unit_in_words,
    year_in_words,
)

HOURS_PER_DAY = 24


@dataclass(frozen=True, slots=True)
class Step:
    """How far apart the ticks of one row are, and how their labels are written."""

    unit: str  # "hour" | "day" | "month" | "year"
    count: int
    form: str  # of labels: "hour" | "day" | "whole day" | "month" | "month year" | "short year" | "year" | "far year"

    @property
    def shortest_days(self) -> float:
        """The least distance between two ticks, in days."""
        least = {"hour": 1 / HOURS_PER_DAY, "day": 1.0, "month": 28.0, "year": 365.0}[self.unit]
        # From the year 1 to the year 100 there is a year less than from there to 200.
        return least * (self.count - 1 if self.unit == "year" and self.count >= 100 else self.count)


# (minor, major), finest first. Steps of 7 days restart with each month: 1, 8, 15, 22.
STEPS: tuple[tuple[Step, Step], ...] = (
    (Step("hour", 1, "hour"), Step("day", 1, "whole day")),
    (Step("hour", 3, "hour"), Step("day", 1, "whole day")),
    (Step("hour", 6, "hour"), Step("day", 1, "whole day")),
    (Step("day", 1, "day"), Step("month", 1, "month year")),
    (Step("day", 7, "day"), Step("month", 1, "month year")),
    (Step("month", 1, "month"), Step("year", 1, "year")),
    (Step("month", 3, "month"), Step("year", 1, "year")),
    (Step("year", 1, "short year"), Step("year", 5, "year")),
    (Step("year", 2, "short year"), Step("year", 10, "year")),
    (Step("year", 5, "short year"), Step("year", 20, "year")),
    (Step("year", 10, "short year"), Step("year", 100, "year")),
    (Step("year", 20, "short year"), Step("year", 100, "year")),
    (Step("year", 50, "short year"), Step("year", 100, "year")),
    (Step("year", 100, "year"), Step("year", 500, "year")),
    (Step("year", 200, "year"), Step("year", 1000, "year")),
    (Step("year", 500, "year"), Step("year", 2000, "year")),
    (Step("year", 1000, "far year"), Step("year", 5000, "far year")),
    (Step("year", 2000, "far year"), Step("year", 10000, "far year")),
    (Step("year", 5000, "far year"), Step("year", 20000, "far year")),
    (Step("year", 10000, "far year"), Step("year", 50000, "far year")),
)


def days_of(step: Step, start: float, end: float) -> Iterator[float]:
    """Yield the days of the step's ticks in [start, end)."""
    if step.unit == "hour":
        yield from _hours(step.count, start, end)
        return
    year, month, _ = civil_from_day(int(start // 1))
    if step.unit == "year":
        candidates: Iterator[int] = (
            day_from_civil(y, 1, 1) for y in _round_years(year, step.count)
        )
    elif step.unit == "month":
        candidates = (day_from_civil(y, m, 1) for y, m in _round_months(year, month, step.count))
    elif step.count == 1:
        candidates = iter(range(int(start // 1), int(end // 1) + 2))
    else:
        candidates = (
            day_from_civil(y, m, d)
            for y, m in _round_months(year, month, 1)
            for d in range(1, 30 - step.count, step.count)
        )
    for day in candidates:
        if day >= end:
            return
        if day >= start:
            yield day


def _hours(count: int, start: float, end: float) -> Iterator[float]:
    """Yield every so many hours of the days in [start, end)."""
    per_day = HOURS_PER_DAY // count
    for number in range(math.ceil(start * per_day), math.ceil(end * per_day)):
        yield number / per_day


def _round_months(year: int, month: int, count: int) -> Iterator[tuple[int, int]]:
    index = year * 12 + (month - 1) // count * count
    while True:
        yield index // 12, index % 12 + 1
        index += count


def _round_years(year: int, count: int) -> Iterator[int]:
    """Yield years that are round as they are written: 200 BCE, 100 BCE, 1, 100, 200 and so on.

    There is no year 0; with steps below a century nothing takes its place.
    """
    if count == 1:
        while True:
            yield year
            year += 1
    index = (year if year > 0 else year - 1) // count
    while True:
        if index > 0:
            yield index * count
        elif index < 0:
            yield index * count + 1
        elif count >= 100:
            yield 1
        index += 1


@lru_cache(maxsize=4096)
def label_of(day: float, form: str, language: str) -> str:
    """The label of a tick on a day, in a form of `Step`."""
    if form == "hour":
        return f"{round(day % 1 * HOURS_PER_DAY):02d}:00"
    day = int(day // 1)
    if form == "whole day":
        return unit_in_words(day, Precision.DAY, language, short=True)
    year, month, day_of_month = civil_from_day(day)
    if form == "day":
        return str(day_of_month)
    if form == "month":
        return month_names(language, short=True)[month - 1]
    if form == "month year":
        return (
            f"{month_names(language, short=True)[month - 1]} {exact_year_in_words(year, language)}"
        )
    if form == "short year":
        return f"{(year if year > 0 else 1 - year) % 100:02d}"
    name = year_in_words if form == "far year" else exact_year_in_words
    return name(year, language)
