"""Columns: the events as numpy arrays, one entry per event in the chronology's order (by date).

What is drawn of a date is decided here, once: see ``_drawn`` for the rules of design: geometry says how well a
date is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.dates import EventDate
from peru_timeline.chronology.models import Chronology, Event, Status
from peru_timeline.timeline.scene import Shape
from peru_timeline.timeline.span import TimeSpan

BLOC_STYLES = ("china", "peru", "united-states", "russia", "other-states", "international")
"""Blocs with a colour and glyph of their own; others take the styles in file order, the last one for all further."""

EMPTY_VIEW_DAY = 738_000.0  # a day of 2021: where a chronology without span and events opens


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The events' places in time and how they look; all arrays have the length of the chronology's events."""

    start: NDArray[np.float64]  # day on which the drawn bar begins
    end: NDArray[np.float64]  # exclusive; of an open end the day its newest source was issued
    anchor: NDArray[np.float64]  # day at which the guide line stands
    shape: NDArray[np.uint8]  # scene.Shape
    fade_left: NDArray[np.bool_]
    fade_right: NDArray[np.bool_]
    open_left: NDArray[np.bool_]
    open_right: NDArray[np.bool_]
    dotted: NDArray[np.bool_]  # approximate
    uncertain: NDArray[np.bool_]
    importance: NDArray[np.uint8]  # 1..3
    bloc: NDArray[np.uint8]  # style index 0..5 of the lead actor's bloc
    status: NDArray[np.uint8]  # order of Status

    def __len__(self) -> int:
        return len(self.start)

    @property
    def span(self) -> TimeSpan | None:
        """From the first drawn day to the last, or None without events."""
        if len(self) == 0:
            return None
        return TimeSpan(float(self.start.min()), float(self.end.max()))


class _Drawn(NamedTuple):
    start: float
    end: float
    anchor: float
    shape: Shape
    fade_left: bool
    fade_right: bool
    open_left: bool
    open_right: bool


def build_columns(chronology: Chronology) -> Columns:
    """The chronology as arrays."""
    issued = {
        source.id: source.issued.latest_end
        for source in chronology.sources
        if source.issued is not None
    }
    styles = bloc_styles(chronology)
    order = {status: index for index, status in enumerate(Status)}
    span_end = chronology.span.latest_end if chronology.span is not None else None
    otherwise = float("-inf") if span_end is None else float(span_end)
    drawn = [_drawn(event.date, _as_of(event, issued, otherwise)) for event in chronology.events]

    def floats(values: list[float]) -> NDArray[np.float64]:
        return np.array(values, dtype=np.float64)

    def flags(values: list[bool]) -> NDArray[np.bool_]:
        return np.array(values, dtype=np.bool_)

    def codes(values: list[int]) -> NDArray[np.uint8]:
        return np.array(values, dtype=np.uint8)

    return Columns(
        start=floats([d.start for d in drawn]),
        end=floats([d.end for d in drawn]),
        anchor=floats([d.anchor for d in drawn]),
        shape=codes([int(d.shape) for d in drawn]),
        fade_left=flags([d.fade_left for d in drawn]),
        fade_right=flags([d.fade_right for d in drawn]),
        open_left=flags([d.open_left for d in drawn]),
        open_right=flags([d.open_right for d in drawn]),
        dotted=flags([e.date.approximate for e in chronology.events]),
        uncertain=flags([e.date.uncertain for e in chronology.events]),
        importance=codes([e.importance for e in chronology.events]),
        bloc=codes([_style_of(e, chronology, styles) for e in chronology.events]),
        status=codes([order[e.status] for e in chronology.events]),
    )


def bloc_styles(chronology: Chronology) -> Mapping[str, int]:
    """Bloc id -> style index 0..5 (colour and glyph)."""
    blocs = [actor.id for actor in chronology.actors if actor.part_of is None]
    last = len(BLOC_STYLES) - 1
    return {
        bloc: BLOC_STYLES.index(bloc) if bloc in BLOC_STYLES else min(index, last)
        for index, bloc in enumerate(blocs)
    }


def opening_span(chronology: Chronology, columns: Columns) -> TimeSpan:
    """What the opening view shows: the chronology's own span with a little air; all events where it has none."""
    stated = chronology.span
    if stated is not None and stated.earliest_start is not None and stated.latest_end is not None:
        span = TimeSpan(float(stated.earliest_start), float(stated.latest_end))
    else:
        span = columns.span or TimeSpan(EMPTY_VIEW_DAY, EMPTY_VIEW_DAY)
    if span.width <= 0:
        span = TimeSpan(span.start - 1, span.end + 1)
    return span.pad(0.012)


def _as_of(event: Event, issued: Mapping[str, int | None], otherwise: float) -> float:
    """The day up to which an open event is known to go on: the newest of its sources."""
    days = [day for e in event.evidence if (day := issued.get(e.source)) is not None]
    return float(max(days)) if days else otherwise


def _style_of(event: Event, chronology: Chronology, styles: Mapping[str, int]) -> int:
    if not event.actors:
        return len(BLOC_STYLES) - 1
    return styles[chronology.bloc_of[event.actors[0].actor]]


def _drawn(date: EventDate, as_of: float) -> _Drawn:
    """Where the bar of a date begins and ends, and how its ends look."""
    if date.earliest_start is None:  # unknown start: a short tail before what is known of the end
        known = (date.earliest_end - 1) if date.earliest_end is not None else date.latest_start
        end = (
            float(date.latest_end)
            if date.latest_end is not None
            else (as_of if known is None else known + 1.0)
        )
        start = min(float(known), end - 1) if known is not None else end - 1
        return _Drawn(
            start, end, (start + end) / 2, Shape.TAIL, True, False, date.open_start, date.open_end
        )
    start = float(date.earliest_start)
    if date.latest_end is not None:
        end = max(float(date.latest_end), start)
    elif date.open_end:
        end = max(as_of, start + 1)
    else:  # end unknown: only the time in which it began is drawn
        end = float(date.latest_start + 1 if date.latest_start is not None else start + 1)
    if not date.is_span:
        shape = Shape.POINT if date.is_day else Shape.FUZZY
        fuzzy = shape == Shape.FUZZY
        return _Drawn(
            start, end, (start + end) / 2, shape, fuzzy, fuzzy, date.open_start, date.open_end
        )
    return _Drawn(
        start,
        end,
        min(start + 0.5, (start + end) / 2),
        Shape.SPAN,
        date.approximate_start,
        date.approximate_end or date.open_end or date.unknown_end,
        date.open_start,
        date.open_end,
    )
