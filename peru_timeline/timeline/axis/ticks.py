"""The ticks of the time axis, and their labels.

There are two rows: the minor one with hours, days, months or years, the major one with the larger unit they belong to.
The finest steps whose labels all fit are taken from a table. Years are counted astronomically (0 is 1 BCE) and written
without separators.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.unit_wording import (
    exact_year_in_words,
    month_names,
    year_in_words,
)
from peru_timeline.timeline.axis.steps import STEPS, Step, days_of, label_of
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.metrics import MAJOR_FONT_PX, MINOR_FONT_PX
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import MEDIUM, REGULAR, SEMIBOLD

LABEL_SPACING_PX = 6.0
MAJOR_LABEL_X_PX = 1.0  # from a tick of the major row to its label
SHADE_OF_DOUBLING = 0.035  # opacity of ink on the axis for each doubling of a day's length
LONGEST_BY_HOUR_DAYS = 3.0  # a longer span is divided into days: few dates tell the hour


class Tick(NamedTuple):
    """One tick of the axis with its label."""

    day: float
    px: float
    label: str  # may be empty
    line: bool = True  # False for a label held at the left edge, whose own tick is out of sight


class Stretched(NamedTuple):
    """A part of the axis on which days are drawn longer than elsewhere, px."""

    left: float
    right: float
    times: int  # as long as where they are shortest

    @property
    def shade(self) -> float:
        """How opaque the ink is that shades the axis there."""
        return SHADE_OF_DOUBLING * math.log2(self.times)


class Ticks(NamedTuple):
    """Both rows of ticks, each from left to right."""

    major: tuple[Tick, ...]
    minor: tuple[Tick, ...]
    tells_hours: bool = False
    zone: str = ""  # whose hours these are; empty where nothing says so
    stretched: tuple[Stretched, ...] = ()


def ticks(scale: TimeScale, language: str, measure: TextMeasure | None = None) -> Ticks:
    """The ticks of the visible span, with labels in `language`.

    Where time is evened out the steps are those of the mean scale, the ticks stand at their true places, and labels
    that have no room there are left out.
    """
    measure = measure or _by_letters
    mean = TimeScale(scale.days, scale.left_px, scale.right_px) if scale.warp.is_even else scale
    minor_step, major_step = _finest_that_fits(mean, language, measure)
    major_days = tuple(days_of(major_step, mean.span.start, mean.span.end))
    repeated = frozenset(major_days) if minor_step.form == major_step.form else frozenset()
    start, left_px, px_per_day = scale.span.start, scale.left_px, scale.px_per_day
    to_drawn = scale.warp.to_drawn
    minor = tuple(
        Tick(
            day,
            left_px + (to_drawn(float(day)) - start) * px_per_day,
            "" if day in repeated else label_of(day, minor_step.form, language),
        )
        for day in days_of(minor_step, mean.span.start, mean.span.end)
    )
    major = tuple(
        _major_tick(scale, day, label_of(day, major_step.form, language), measure)
        for day in major_days
    )
    first = _label_at_the_edge(mean, language, minor, minor_step, major_step)
    if first is not None and (
        not major
        or first.px + measure(first.label, MAJOR_FONT_PX, MEDIUM) + LABEL_SPACING_PX <= major[0].px
    ):
        major = (first, *major)
    found = Ticks(major, minor, minor_step.unit == "hour")
    return _with_room(found, scale, measure) if scale.warp.is_even else found


def _major_tick(scale: TimeScale, day: float, label: str, measure: TextMeasure) -> Tick:
    """One whose label the right edge would cut has none: the minor row still tells the time there."""
    px = scale.px_of_day(day)
    end = px + MAJOR_LABEL_X_PX + measure(label, MAJOR_FONT_PX, SEMIBOLD)
    return Tick(day, px, label if end <= scale.right_px else "")


def _with_room(found: Ticks, scale: TimeScale, measure: TextMeasure) -> Ticks:
    """The ticks without labels that the one before them leaves no room for, and where time is stretched."""
    parts = (
        (scale.px_of_day(part.start), scale.px_of_day(part.end), part.times)
        for part in scale.warp.stretches
    )
    return found._replace(
        major=tuple(_thinned(found.major, MAJOR_FONT_PX, SEMIBOLD, measure)),
        minor=tuple(_thinned(found.minor, MINOR_FONT_PX, REGULAR, measure)),
        stretched=tuple(
            Stretched(max(left, scale.left_px), min(right, scale.right_px), times)
            for left, right, times in parts
            if times > 1 and right > scale.left_px and left < scale.right_px
        ),
    )


def _thinned(
    row: tuple[Tick, ...], font_px: float, weight: int, measure: TextMeasure
) -> Iterator[Tick]:
    free = -math.inf
    for tick in row:
        fits = tick.px >= free
        if fits and tick.label:
            free = tick.px + measure(tick.label, font_px, weight) + LABEL_SPACING_PX
        yield tick if fits else tick._replace(label="")


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
            minor = Step("year", count, "far year")
            major = Step("year", larger * count, "far year")
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
        return tuple(label_of(day, step.form, language) for day in _whole_days(scale.span))
    if step.form == "month":
        return month_names(language, short=True)
    if step.form == "short year":
        return ("00",)
    name = year_in_words if step.form == "far year" else exact_year_in_words
    years = tuple(
        name(civil_from_day(int(day))[0] // step.count * step.count, language)
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
            label_of(int(minor[0].day), major_step.form, language),
            line=False,
        )
    day = scale.span.start
    return Tick(day, scale.left_px, label_of(int(day // 1), major_step.form, language), line=False)
