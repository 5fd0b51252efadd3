"""The ticks of the time axis, and their labels.

There are two rows: the minor one with hours, days, months or years, the major one with the larger unit they belong to.
The finest steps whose labels all fit are taken from a table. Years are counted astronomically (0 is 1 BCE) and written
without separators.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil
from peru_timeline.chronology.dates.simple_date import Precision
from peru_timeline.chronology.dates.unit_wording import month_names, unit_in_words, year_in_words
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.metrics import MAJOR_FONT_PX, MINOR_FONT_PX
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import MEDIUM, REGULAR, SEMIBOLD

LABEL_SPACING_PX = 6.0
MAJOR_LABEL_X_PX = 1.0  # from a tick of the major row to its label
LONGEST_BY_HOUR_DAYS = 3.0  # a longer span is divided into days: few dates tell the hour
HOURS_PER_DAY = 24


class Tick(NamedTuple):
    """One tick of the axis with its label."""

    day: float
    px: float
    label: str  # may be empty
    line: bool = True  # False for a label held at the left edge, whose own tick is out of sight


class Ticks(NamedTuple):
    """Both rows of ticks, each from left to right."""

    major: tuple[Tick, ...]
    minor: tuple[Tick, ...]
    tells_hours: bool = False
    zone: str = ""  # whose hours these are; empty where nothing says so


@dataclass(frozen=True, slots=True)
class Step:
    """How far apart the ticks of one row are, and how their labels are written."""

    unit: str  # "hour" | "day" | "month" | "year"
    count: int
    form: str  # of the label: "hour" | "day" | "whole day" | "month" | "month year" | "short year" | "year"

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
    (Step("year", 1000, "year"), Step("year", 5000, "year")),
    (Step("year", 2000, "year"), Step("year", 10000, "year")),
    (Step("year", 5000, "year"), Step("year", 20000, "year")),
    (Step("year", 10000, "year"), Step("year", 50000, "year")),
)


def ticks(scale: TimeScale, language: str, measure: TextMeasure | None = None) -> Ticks:
    """The ticks of the visible span, with labels in `language`."""
    measure = measure or _by_letters
    minor_step, major_step = _finest_that_fits(scale, language, measure)
    major_days = tuple(_days(major_step, scale.span.start, scale.span.end))
    repeated = frozenset(major_days) if minor_step.form == major_step.form else frozenset()
    start, left_px, px_per_day = scale.span.start, scale.left_px, scale.px_per_day
    minor = tuple(
        Tick(
            day,
            left_px + (day - start) * px_per_day,
            "" if day in repeated else _label(day, minor_step.form, language),
        )
        for day in _days(minor_step, scale.span.start, scale.span.end)
    )
    major = tuple(
        _major_tick(scale, day, _label(day, major_step.form, language), measure)
        for day in major_days
    )
    first = _label_at_the_edge(scale, language, minor, minor_step, major_step)
    if first is not None and (
        not major
        or first.px + measure(first.label, MAJOR_FONT_PX, MEDIUM) + LABEL_SPACING_PX <= major[0].px
    ):
        major = (first, *major)
    return Ticks(major, minor, minor_step.unit == "hour")


def _major_tick(scale: TimeScale, day: float, label: str, measure: TextMeasure) -> Tick:
    """One whose label the right edge would cut has none: the minor row still tells the time there."""
    px = scale.to_px(float(day))
    end = px + MAJOR_LABEL_X_PX + measure(label, MAJOR_FONT_PX, SEMIBOLD)
    return Tick(day, px, label if end <= scale.right_px else "")


def _by_letters(text: str, font_px: float, weight: int, /) -> float:
    return (0.65 if weight > REGULAR else 0.6) * font_px * len(text)


def _finest_that_fits(scale: TimeScale, language: str, measure: TextMeasure) -> tuple[Step, Step]:
    for minor, major in STEPS:
        if minor.unit == "hour" and scale.span.width > LONGEST_BY_HOUR_DAYS:
            continue
        if _fits(minor, scale, language, MINOR_FONT_PX, REGULAR, measure) and _fits(
            major, scale, language, MAJOR_FONT_PX, MEDIUM, measure
        ):
            return minor, major
    # Beyond the table (hundreds of thousands of years): the next round number that fits.
    power = STEPS[-1][0].count
    while True:
        for times, larger in ((2, 5), (5, 4), (10, 5)):
            count = times * power
            minor, major = Step("year", count, "year"), Step("year", larger * count, "year")
            if _fits(minor, scale, language, MINOR_FONT_PX, REGULAR, measure):
                return minor, major
        power *= 10


def _fits(
    step: Step,
    scale: TimeScale,
    language: str,
    font_px: float,
    weight: int,
    measure: TextMeasure,
) -> bool:
    room = step.shortest_days * scale.px_per_day - LABEL_SPACING_PX
    if room < font_px:  # every label has at least about two digits
        return False
    return all(measure(text, font_px, weight) <= room for text in _widest(step, scale, language))


def _widest(step: Step, scale: TimeScale, language: str) -> tuple[str, ...]:
    if step.form == "hour":
        return ("00:00",)
    if step.form == "day":
        return ("30",)
    if step.form == "whole day":
        return tuple(_label(day, step.form, language) for day in _whole_days(scale.span))
    if step.form == "month":
        return month_names(language, short=True)
    if step.form == "short year":
        return ("00",)
    years = tuple(
        year_in_words(civil_from_day(int(day))[0] // step.count * step.count, language)
        for day in (scale.span.start, scale.span.end)
    )
    if step.form == "month year":
        return tuple(
            f"{name} {year}" for name in month_names(language, short=True) for year in years
        )
    return years


def _whole_days(span: TimeSpan) -> range:
    """The days that a span reaches into."""
    return range(math.floor(span.start), math.ceil(span.end))


def _hours(count: int, start: float, end: float) -> Iterator[float]:
    """Yield every so many hours of the days in [start, end)."""
    per_day = HOURS_PER_DAY // count
    for number in range(math.ceil(start * per_day), math.ceil(end * per_day)):
        yield number / per_day


def _days(step: Step, start: float, end: float) -> Iterator[float]:
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
def _label(day: float, form: str, language: str) -> str:
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
        return f"{month_names(language, short=True)[month - 1]} {year_in_words(year, language)}"
    if form == "short year":
        return f"{(year if year > 0 else 1 - year) % 100:02d}"
    return year_in_words(year, language)


def _label_at_the_edge(
    scale: TimeScale, language: str, minor: tuple[Tick, ...], minor_step: Step, major_step: Step
) -> Tick | None:
    """The label for the left edge, whose own major tick lies left of the window; None if there is none.

    Where major ticks are several years apart, the first year in sight is written at its own tick: a reader would take
    an edge labelled "1990" for the beginning of 1990.
    """
    if major_step.unit == "year" and major_step.count > 1:
        if not minor or minor_step.count > 1:
            return None
        return Tick(
            minor[0].day,
            minor[0].px,
            _label(int(minor[0].day), major_step.form, language),
            line=False,
        )
    day = scale.span.start
    return Tick(day, scale.left_px, _label(int(day // 1), major_step.form, language), line=False)
