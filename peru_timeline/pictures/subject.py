"""Subject: what a picture shows, whatever it is drawn on: events, a stretch of time, lanes, a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.arranging.edits import PictureEdits
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.unit_wording import (
    day_in_words,
    exact_year_in_words,
    hours_in_words,
    month_names,
    two_years,
)
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.models import Band, Status
from peru_timeline.chronology.query import Facets, Mask, Query
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.axis.time_warp import UNWARPED, TimeWarp
from peru_timeline.timeline.columns import Columns, drawn, even_warp
from peru_timeline.timeline.lanes import AS_IT_IS, Grouping, LaneChoice
from peru_timeline.timeline.view import View, whole_span

EVENTS_AIR, LEAST_AIR_DAYS = 0.03, 15.0  # beside the first and the last event
YEARS_FROM_DAYS, MONTHS_FROM_DAYS = 730.0, 62.0  # shorter spans are written in months, in days


@dataclass(frozen=True, eq=False)
class Subject:
    """A view of a chronology, resolved into the events it shows; in one language.

    Attributes:
        mask: bool, shape (number of events,): the events that pass the view's query.
        view: if it is not exact, no event that lies wholly outside the span is shown.
        lanes: what the reader did with the lanes, their order above all.

    """

    chronology: Chronology
    columns: Columns
    mask: Mask
    view: View
    language: str
    lanes: LaneChoice = AS_IT_IS

    @property
    def query(self) -> Query:
        """Which events are shown."""
        return self.view.query

    @property
    def exact(self) -> bool:
        """Whether the picture ends where the span does."""
        return self.view.exact

    @property
    def grouping(self) -> Grouping:
        """What each lane stands for."""
        return self.view.grouping

    @property
    def selection(self) -> int | None:
        """Index of the selected event."""
        selected = self.view.selection
        return None if selected is None else self.chronology.event_index[selected]

    @property
    def span(self) -> TimeSpan:
        """The stretch of time that is asked for."""
        return self.view.span or whole_span(self.chronology, self.columns)

    @property
    def drawn_span(self) -> TimeSpan:
        """The stretch of time from edge to edge, in days."""
        return self.view.drawn_span(self.span)

    @cached_property
    def warp(self) -> TimeWarp:
        """How days are drawn: crowded years longer where the view asks for that."""
        even = self.view.even_time
        return even_warp(self.chronology, self.columns) if even else UNWARPED

    @cached_property
    def drawn_columns(self) -> Columns:
        """The columns in drawn days."""
        return drawn(self.columns, self.warp)

    def scale(self, left_px: float, right_px: float) -> TimeScale:
        """The time scale of a picture whose time area reaches from `left_px` to `right_px`."""
        return TimeScale(self.warp.drawn_span(self.drawn_span), left_px, right_px, self.warp)

    @property
    def shown(self) -> Mask:
        """The events of the filter that the span holds any part of; those of no known day belong to every span."""
        columns, span = self.columns, self.span
        here = (columns.end > span.start) & (columns.start < span.end) | np.isinf(columns.end)
        return np.asarray(self.mask & here)

    @property
    def events(self) -> NDArray[np.int64]:
        """Indices of the shown events, by date."""
        return np.flatnonzero(self.shown)

    @property
    def by_hand(self) -> tuple[int, ...] | None:
        """Indices of the only events that go before an audience; None if their importance decides."""
        index, named = self.chronology.event_index, self.view.events
        return None if named is None else tuple(index[name] for name in named)

    @property
    def edits(self) -> PictureEdits:
        """What was decided by hand of its picture."""
        return self.view.edits

    @property
    def bands(self) -> tuple[Band, ...]:
        """What stands behind the events: the bands of the chronology, then those of the view."""
        return (*self.chronology.bands, *self.edits.bands)

    def around_its_events(self) -> Subject:
        """The same from the first to the last event that it shows: of a few, not the time of the whole chronology."""
        columns, events = self.columns, self.events
        days = np.concatenate([columns.start[events], columns.end[events]])
        days = days[np.isfinite(days)]
        if not len(days):
            return self
        first, last = float(days.min()), float(days.max())
        air = max(EVENTS_AIR * (last - first), LEAST_AIR_DAYS)
        return self.within(TimeSpan(first - air, last + air))

    def within(self, span: TimeSpan, *, exact: bool = False) -> Subject:
        """The same within another stretch of time."""
        return replace(self, view=replace(self.view, span=span, exact=exact))


def make_subject(
    chronology: Chronology, columns: Columns, facets: Facets, view: View, language: str
) -> Subject:
    """Resolve a view; every id it names must be in the chronology."""
    lanes = LaneChoice(order=view.lane_order)
    return Subject(chronology, columns, facets.select(view.query), view, language, lanes)


def filter_in_words(
    query: Query, chronology: Chronology, language: str, most: int | None = None
) -> str:
    """The filter as a reader would say it, with at most so many names of a kind; empty if everything is shown."""
    phrases = phrases_in(language)
    joint = phrases.all_of if query.match == "all" else phrases.any_of

    def named(names: Sequence[str], joint: str = phrases.any_of) -> str:
        said = joint.join(map(isolated, names[:most]))
        without = len(names[most:]) if most is not None else 0
        return f"{said} {phrases.more.format(without)}" if without else said

    actors, sectors, sources = (
        [in_language(item.name, language) for item in chronology.actors if item.id in query.actors],
        [
            in_language(item.name, language)
            for item in chronology.sectors
            if item.id in query.sectors
        ],
        [
            in_language(item.title, language) if item.title else item.id
            for item in chronology.sources
            if item.id in query.sources
        ],
    )
    statuses = [status_in_words(status, language) for status in Status if status in query.statuses]
    parts = [named(actors, joint), named(sectors), named(statuses), named(sources)]
    if query.text.strip():
        parts.append(f"“{isolated(query.text.strip())}”")
    return "; ".join(part for part in parts if part)


def default_view_name(subject: Subject) -> str:
    """Filter and span, in words."""
    parts = (
        filter_in_words(subject.query, subject.chronology, subject.language),
        span_in_words(subject.span, subject.language),
    )
    return " · ".join(part for part in parts if part)


def span_in_words(span: TimeSpan, language: str) -> str:
    """A span, as precise as its length requires: “2009–2013”, “Mar 2012 – Oct 2012”, “1 May 2012, 10:00 – 16:30”."""
    if hours := hours_in_words(span.start, span.end, language):
        return hours
    first, last = int(span.start // 1), max(int(-(-span.end // 1)) - 1, int(span.start // 1))
    if span.width >= YEARS_FROM_DAYS:
        ends = two_years(civil_from_day(first)[0], civil_from_day(last)[0], language)
        return "–".join(dict.fromkeys(ends))
    if span.width >= MONTHS_FROM_DAYS:
        return " – ".join(dict.fromkeys(_month(day, language) for day in (first, last)))
    return " – ".join(dict.fromkeys(day_in_words(day, language) for day in (first, last)))


def _month(day: int, language: str) -> str:
    year, month, _ = civil_from_day(day)
    return f"{month_names(language, short=True)[month - 1]} {exact_year_in_words(year, language)}"


def event_in_words(subject: Subject, index: int) -> str:
    """Title, date and status of an event: the alternative text of its mark."""
    event, language = subject.chronology.events[index], subject.language
    return phrases_in(language).mark.format(
        title=isolated(in_language(event.title, language)),
        date=event_date_in_words(event, subject.chronology, language),
        status=status_in_words(event.status, language),
    )
