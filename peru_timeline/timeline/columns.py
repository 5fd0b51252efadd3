"""Columns: the events as numpy arrays, one entry per event in the chronology's order, which is by date.

This is the one place that decides how a date is drawn (see ``_drawn``): its shape says how exactly it is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.store.date_columns import DateColumns
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.scene import Shape

BLOC_STYLES = ("china", "peru", "united-states", "russia", "other-states", "international")
"""Blocs with a colour and glyph of their own; their styles are numbered in this order."""
GREY_STYLE = BLOC_STYLES.index("international")
"""The style that all blocs share for which no colour is left, and events without an actor."""
COLOURED_STYLES = (*range(GREY_STYLE), GREY_STYLE + 1)
"""The six styles with a colour, in the order in which the blocs with most events take them."""
BLOC_STYLE_COUNT = len(COLOURED_STYLES) + 1

EMPTY_VIEW_DAY = 738_000.0  # a day of 2021: where a chronology without span and events opens


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The events' places in time and how they look; all arrays have the length of the chronology's events.

    ``bloc_styles`` maps the id of each bloc to its style index 0..6 (colour and glyph).
    """

    start: NDArray[np.float64]  # day on which the drawn bar begins
    end: NDArray[np.float64]  # exclusive; for an open end, the day of its newest source
    anchor: NDArray[np.float64]  # day of the guide line
    shape: NDArray[np.uint8]  # scene.Shape
    fade_left: NDArray[np.bool_]
    fade_right: NDArray[np.bool_]
    open_left: NDArray[np.bool_]
    open_right: NDArray[np.bool_]
    dotted: NDArray[np.bool_]  # approximate
    uncertain: NDArray[np.bool_]
    importance: NDArray[np.uint8]  # 1..3
    bloc: NDArray[np.uint8]  # style 0..5 of the lead actor's bloc
    status: NDArray[np.uint8]  # index of the Status
    bloc_styles: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.start)

    @property
    def span(self) -> TimeSpan | None:
        """From the first drawn day to the last; None without events."""
        if len(self) == 0:
            return None
        return TimeSpan(float(self.start.min()), float(self.end.max()))


def build_columns(chronology: Chronology) -> Columns:
    """The events of a chronology as arrays."""
    events = chronology.event_columns
    drawn = _drawn(events.dates, _as_of(chronology))
    styles = _bloc_styles(chronology)
    return Columns(
        start=drawn.start,
        end=drawn.end,
        anchor=drawn.anchor,
        shape=drawn.shape,
        fade_left=drawn.fade_left,
        fade_right=drawn.fade_right,
        open_left=events.dates.open_start,
        open_right=events.dates.open_end,
        dotted=events.dates.approximate,
        uncertain=events.dates.uncertain,
        importance=events.importance,
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


def opening_span(chronology: Chronology, columns: Columns) -> TimeSpan:
    """What the opening view shows: the chronology's own span, or else that of its events, with a small margin."""
    stated = chronology.span
    if stated is not None and stated.earliest_start is not None and stated.latest_end is not None:
        span = TimeSpan(float(stated.earliest_start), float(stated.latest_end))
    else:
        span = columns.span or TimeSpan(EMPTY_VIEW_DAY, EMPTY_VIEW_DAY)
    if span.width <= 0:
        span = TimeSpan(span.start - 1, span.end + 1)
    return span.pad(0.012)


def _as_of(chronology: Chronology) -> NDArray[np.float64]:
    """[events] The day up to which an open event is known to go on: that of its newest source."""
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
    """[events] The style of the lead actor's bloc."""
    of_actor = np.array([styles[chronology.bloc_of[a.id]] for a in chronology.actors], np.uint8)
    actors = chronology.event_columns.actors
    found = np.full(len(chronology.events), GREY_STYLE, np.uint8)
    with_actor = actors.lengths > 0
    found[with_actor] = of_actor[actors.values[actors.starts[:-1][with_actor]]]
    return found


class _Drawn(NamedTuple):
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    anchor: NDArray[np.float64]
    shape: NDArray[np.uint8]
    fade_left: NDArray[np.bool_]
    fade_right: NDArray[np.bool_]


def _drawn(dates: DateColumns, as_of: NDArray[np.float64]) -> _Drawn:
    """Where bars begin and end, and which of their ends fade."""
    tail = np.isnan(
        dates.earliest_start
    )  # unknown start: a short tail before the earliest known day
    known = np.where(np.isnan(dates.earliest_end), dates.latest_start, dates.earliest_end - 1)
    tail_end = _first_known(dates.latest_end, known + 1, as_of)
    tail_start = np.fmin(known, tail_end - 1)
    begin = dates.earliest_start
    # With an unknown end, only the time in which the event began is drawn.
    began = _first_known(dates.latest_start + 1, begin + 1)
    bar_end = np.where(dates.open_end, np.maximum(as_of, begin + 1), began)
    bar_end = np.where(np.isnan(dates.latest_end), bar_end, np.maximum(dates.latest_end, begin))
    start, end = np.where(tail, tail_start, begin), np.where(tail, tail_end, bar_end)
    middle = (start + end) / 2
    span = ~tail & dates.is_span
    fuzzy = ~tail & ~dates.is_span & ~dates.is_day
    shape = np.select([tail, span, fuzzy], [Shape.TAIL, Shape.SPAN, Shape.FUZZY], Shape.POINT)
    return _Drawn(
        start=start,
        end=end,
        anchor=np.where(span, np.minimum(start + 0.5, middle), middle),
        shape=shape.astype(np.uint8),
        fade_left=tail | fuzzy | (span & dates.approximate_start),
        fade_right=fuzzy | (span & (dates.approximate_end | dates.open_end | dates.unknown_end)),
    )


def _first_known(*days: NDArray[np.float64]) -> NDArray[np.float64]:
    found = days[0]
    for others in days[1:]:
        found = np.where(np.isnan(found), others, found)
    return found
