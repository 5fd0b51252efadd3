"""Even time: a monotone, piecewise linear warp that gives crowded years more room.

Everything is laid out in *drawn days*. Without a warp these are the days themselves; with one, a day of a crowded year
is longer than one of a quiet year. Breaks stand at the beginnings of years only (of decades, centuries and so on in
long chronologies), so that lengths within a year can be compared.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil
from peru_timeline.timeline.axis.time_span import TimeSpan

LEVELS = 4
MOST_STRETCHED = 2 ** (LEVELS - 1)
"""A day of the most stretched years is drawn at most so many times as long as one of the least stretched: 8."""
MOST_PERIODS = (
    200  # of equal length; a longer chronology is divided into decades, centuries and so on
)


class Stretch(NamedTuple):
    """Years next to each other that are drawn `times` as long as the least stretched ones, from day to day."""

    start: float
    end: float
    times: int


@dataclass(frozen=True)
class TimeWarp:
    """Maps days to drawn days and back; linear between its breaks, and beyond them as in the least stretched years.

    Attributes:
        days: of the breaks, rising; empty for the warp that changes nothing.
        drawn: the drawn days of the breaks, rising.

    """

    days: tuple[float, ...] = ()
    drawn: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        rises = all(a < b for row in (self.days, self.drawn) for a, b in pairwise(row))
        if len(self.days) != len(self.drawn) or len(self.days) == 1 or not rises:
            raise ValueError(
                "the breaks of a warp are at least two days that rise, each drawn later than the last"
            )

    @property
    def is_even(self) -> bool:
        """Whether any years are drawn longer than others."""
        return bool(self.days)

    @cached_property
    def _slopes(self) -> tuple[float, ...]:
        """Drawn days per day: before the first break, between each two, after the last."""
        pairs = zip(pairwise(self.drawn), pairwise(self.days), strict=True)
        inner = [(d1 - d0) / (t1 - t0) for (d0, d1), (t0, t1) in pairs]
        return (min(inner), *inner, min(inner))

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The stretches of time between the breaks."""
        slopes = self._slopes[1:-1] if self.is_even else ()
        return tuple(
            Stretch(start, end, round(slope / min(slopes)))
            for (start, end), slope in zip(pairwise(self.days), slopes, strict=True)
        )

    @overload
    def to_drawn(self, day: float) -> float: ...
    @overload
    def to_drawn(self, day: NDArray[np.float64]) -> NDArray[np.float64]: ...
    def to_drawn(self, day: float | NDArray[np.float64]) -> float | NDArray[np.float64]:
        """The drawn day of a day; infinite days stay so."""
        return self._mapped(day, self.days, self.drawn, 1) if self.is_even else day

    @overload
    def to_day(self, drawn: float) -> float: ...
    @overload
    def to_day(self, drawn: NDArray[np.float64]) -> NDArray[np.float64]: ...
    def to_day(self, drawn: float | NDArray[np.float64]) -> float | NDArray[np.float64]:
        """The day that is drawn there: the inverse of `to_drawn`."""
        return self._mapped(drawn, self.drawn, self.days, -1) if self.is_even else drawn

    def drawn_span(self, span: TimeSpan) -> TimeSpan:
        """A span of days, in drawn days."""
        return (
            TimeSpan(self.to_drawn(span.start), self.to_drawn(span.end)) if self.is_even else span
        )

    def span_of_days(self, drawn: TimeSpan) -> TimeSpan:
        """A span of drawn days, in days."""
        return TimeSpan(self.to_day(drawn.start), self.to_day(drawn.end)) if self.is_even else drawn

    def _mapped(
        self,
        place: float | NDArray[np.float64],
        from_breaks: tuple[float, ...],
        to_breaks: tuple[float, ...],
        power: int,
    ) -> float | NDArray[np.float64]:
        if isinstance(place, np.ndarray):
            places = np.searchsorted(from_breaks, place, side="right")
            breaks = np.maximum(places - 1, 0)
            slopes = np.asarray(self._slopes)[places] ** power
            begin, to = np.asarray(from_breaks)[breaks], np.asarray(to_breaks)[breaks]
            return np.asarray(to + (place - begin) * slopes, dtype=np.float64)
        at = bisect_right(from_breaks, place)
        nearest = max(at - 1, 0)
        return to_breaks[nearest] + (place - from_breaks[nearest]) * self._slopes[at] ** power


UNWARPED = TimeWarp()
"""Changes nothing: drawn days are days."""


def evened(days: NDArray[np.float64], span: TimeSpan) -> TimeWarp:
    """The warp of `span` that evens out events on these `days` [events]; as long in drawn days as in days.

    The room of each period is doubled for every doubling of its events, from an eighth of the fullest period on.
    """
    breaks = _breaks(span)
    inside = np.clip(days[np.isfinite(days)], breaks[0], breaks[-1] - 1)
    counts = np.bincount(
        np.searchsorted(breaks, inside, side="right") - 1, minlength=len(breaks) - 1
    )
    fullness = np.log2((counts + 1) / (counts.max() + 1))
    times = 2.0 ** np.clip(np.round(fullness) + LEVELS - 1, 0, LEVELS - 1)
    if (times == times[0]).all():
        return UNWARPED
    kept = np.flatnonzero(np.diff(times, prepend=-1.0, append=-1.0))  # where the stretching changes
    lengths = np.diff(breaks) * times
    drawn = (
        breaks[0]
        + np.concatenate(([0.0], np.cumsum(lengths))) * (breaks[-1] - breaks[0]) / lengths.sum()
    )
    return TimeWarp(tuple(breaks[kept].tolist()), tuple(drawn[kept].tolist()))


def _breaks(span: TimeSpan) -> NDArray[np.float64]:
    """[periods + 1] Beginnings of the years, or decades and so on, that hold the span."""
    first_day = math.floor(span.start)
    last_day = max(math.ceil(span.end) - 1, first_day)
    first, last = (civil_from_day(day)[0] for day in (first_day, last_day))
    length = 1
    while (last - first) / length > MOST_PERIODS:
        length *= 10
    years = range(first // length * length, last // length * length + length + 1, length)
    # Longer periods begin as they are written: with the year 1, 2001 BCE and so on, as there is no year 0.
    begins = [year + 1 if length > 1 and year <= 0 else year for year in years]
    return np.array([day_from_civil(year, 1, 1) for year in begins], dtype=np.float64)
