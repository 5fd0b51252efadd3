"""Columns: the events as numpy arrays, one entry per event in the chronology's order (by date).

What is drawn of a date is decided here, once: see ``_drawn`` for the rules of design: geometry says how well a
date is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.store.date_columns import DateColumns
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.axis.time_warp import TimeWarp, evened
from peru_timeline.timeline.scene import Shape

BLOC_STYLES = ("china", "peru", "united-states", "russia", "other-states", "international")
"""Blocs with a colour and glyph of their own; their styles are numbered in this order."""
GREY_STYLE = BLOC_STYLES.index("international")
"""The style that all blocs share for which no colour is left, and events without an actor."""
COLOURED_STYLES = (*range(GREY_STYLE), GREY_STYLE + 1)
"""The six styles with a colour, in the order in which the blocs with most events take them."""
BLOC_STYLE_COUNT = len(COLOURED_STYLES) + 1

LONGEST_FUZZY_DAYS = 366.0
"""A moment known to a year or less is a bar that fades at both ends; a wider range of days is a whisker."""

OPENING_AIR = 0.012  # left and right of the events, as a share of the span
EMPTY_VIEW_DAY = 738_000.0  # a day of 2021: where a chronology without span and events opens


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The events' places in time and how they look; all arrays have the length of the chronology's events.

    ``bloc_styles`` maps the id of each bloc to its style index 0..6 (colour and glyph).
    """

    is_dated: NDArray[np.bool_]  # not so of an event on the shelf: its beginning is not known
    start: NDArray[
        np.float64
    ]  # day on which the bar begins; on the shelf the latest day known of it
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
    told: NDArray[np.float64]  # when its newest source was issued; -inf where none is dated
    bloc: NDArray[np.uint8]  # style index 0..5 of the lead actor's bloc
    status: NDArray[np.uint8]  # order of Status
    bloc_styles: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.start)

    @property
    def span(self) -> TimeSpan | None:
        """From the first drawn day to the last, or None without dated events."""
        if not self.is_dated.any():
            return None
        return TimeSpan(
            float(self.start[self.is_dated].min()), float(self.end[self.is_dated].max())
        )


def build_columns(chronology: Chronology) -> Columns:
    """The chronology as arrays."""
    events = chronology.event_columns
    told, styles = _as_of(chronology), _bloc_styles(chronology)
    drawn = _drawn(events.dates, told)
    return Columns(
        is_dated=drawn.is_dated,
        start=drawn.start,
        end=drawn.end,
        anchor=drawn.anchor,
        shape=drawn.shape,
        fade_left=drawn.fade_left,
        fade_right=drawn.fade_right,
        open_left=events.dates.open_start & drawn.is_dated,
        open_right=events.dates.open_end,
        dotted=events.dates.approximate,
        uncertain=events.dates.uncertain,
        importance=events.importance,
        told=told,
        bloc=_styles(chronology, styles),
        status=events.status,
        bloc_styles=styles,
    )


def _bloc_styles(chronology: Chronology) -> Mapping[str, int]:
    """Bloc id -> style index 0..6: its own, or by the number of events it or those below it take part in."""
    styles = {
        bloc.id: BLOC_STYLES.index(bloc.id) for bloc in chronology.blocs if bloc.id in BLOC_STYLES
    }
    free = [style for style in COLOURED_STYLES if style not in styles.values()]
    counts = chronology.facet_index.actors.count(np.ones(len(chronology.events), np.bool_))
    others = [bloc.id for bloc in chronology.blocs if bloc.id not in styles]
    others.sort(
        key=lambda bloc: -counts[bloc]
    )  # stable: of equals the first in the file comes first
    return styles | dict(zip(others, chain(free, repeat(GREY_STYLE)), strict=False))


def drawn(columns: Columns, warp: TimeWarp) -> Columns:
    """The columns in drawn days."""
    if not warp.is_even:
        return columns
    return replace(
        columns,
        start=warp.to_drawn(columns.start),
        end=warp.to_drawn(columns.end),
        anchor=warp.to_drawn(columns.anchor),
    )


def even_warp(chronology: Chronology, columns: Columns) -> TimeWarp:
    """The warp that gives crowded years more room: by the beginnings of all dated events, whatever is filtered."""
    span = everything(opening_span(chronology, columns), columns)
    return evened(columns.start[columns.is_dated], span)


def opening_span(chronology: Chronology, columns: Columns) -> TimeSpan:
    """What the opening view shows: the chronology's own span with a little air; all events where it has none."""
    stated = chronology.span
    if stated is not None and stated.reach is not None:
        span = TimeSpan(*stated.reach)
    else:
        span = columns.span or TimeSpan(EMPTY_VIEW_DAY, EMPTY_VIEW_DAY)
    if span.width <= 0:
        span = TimeSpan(span.start - 1, span.end + 1)
    return span.pad(OPENING_AIR)


def everything(home: TimeSpan, columns: Columns) -> TimeSpan:
    """From the earliest to the latest of the opening view and all events on the axis."""
    events = columns.span
    if events is None or (events.start >= home.start and events.end <= home.end):
        return home
    return TimeSpan(min(home.start, events.start), max(home.end, events.end)).pad(OPENING_AIR)


def _as_of(chronology: Chronology) -> NDArray[np.float64]:
    """[events]: the day up to which an open event is known to go on: the newest of its sources."""
    issued = np.array(
        [
            -np.inf if s.issued is None or s.issued.latest_end is None else s.issued.latest_end
            for s in chronology.sources
        ]
    )
    sources = chronology.event_columns.sources
    newest = np.full(len(chronology.events), -np.inf)
    np.maximum.at(newest, sources.events, issued[sources.values])
    end = chronology.span.latest_end if chronology.span is not None else None
    return np.where(np.isneginf(newest), -np.inf if end is None else float(end), newest)


def _styles(chronology: Chronology, styles: Mapping[str, int]) -> NDArray[np.uint8]:
    """[events]: the style of the bloc of the actor named first."""
    of_actor = np.array([styles[chronology.bloc_of[a.id]] for a in chronology.actors], np.uint8)
    actors = chronology.event_columns.actors
    found = np.full(len(chronology.events), GREY_STYLE, np.uint8)
    with_actor = actors.lengths > 0
    found[with_actor] = of_actor[actors.values[actors.starts[:-1][with_actor]]]
    return found


class _Drawn(NamedTuple):
    is_dated: NDArray[np.bool_]
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    anchor: NDArray[np.float64]
    shape: NDArray[np.uint8]
    fade_left: NDArray[np.bool_]
    fade_right: NDArray[np.bool_]


def _drawn(dates: DateColumns, as_of: NDArray[np.float64]) -> _Drawn:
    """Where the bars of dates begin and end, and how their ends look."""
    is_dated = ~np.isnan(dates.earliest_start)
    begin = dates.earliest_start
    # Of an unknown end only the time in which it began is drawn.
    began = _first_known(dates.latest_start + 1, begin + 1)
    bar_end = np.where(dates.open_end, np.maximum(as_of, begin + 1), began)
    bar_end = np.where(np.isnan(dates.latest_end), bar_end, np.maximum(dates.latest_end, begin))
    # The shelf needs no place in time, but the overview counts its events by the latest day known of them.
    known = _first_known(dates.latest_end - 1, dates.latest_start, as_of - 1)
    start, end = np.where(is_dated, begin, known), np.where(is_dated, bar_end, known + 1)
    middle = (start + end) / 2
    span = is_dated & dates.is_span
    moment = is_dated & ~dates.is_span & ~dates.is_day
    # Others may be nowhere in time: minus infinity, where no date and no date of issue is known.
    length = np.subtract(end, start, out=np.zeros(len(start)), where=moment)
    wide = moment & (length > LONGEST_FUZZY_DAYS)
    shape = np.select([span, wide, moment], [Shape.SPAN, Shape.RANGE, Shape.FUZZY], Shape.POINT)
    return _Drawn(
        is_dated=is_dated,
        start=start,
        end=end,
        anchor=np.where(span, np.minimum(start + 0.5, middle), middle),
        shape=shape.astype(np.uint8),
        fade_left=moment | (span & dates.approximate_start),
        fade_right=moment | (span & (dates.approximate_end | dates.open_end | dates.unknown_end)),
    )


def _first_known(*days: NDArray[np.float64]) -> NDArray[np.float64]:
    found = days[0]
    for others in days[1:]:
        found = np.where(np.isnan(found), others, found)
    return found
