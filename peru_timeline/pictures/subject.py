"""Subject: what a picture shows, whatever it is drawn on: events, a stretch of time, lanes, a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.wording import day_in_words, month_names, year_in_words
from peru_timeline.chronology.models import Status
from peru_timeline.chronology.query import Facets, Mask, Query
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.views import SavedView
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import Columns, opening_span
from peru_timeline.timeline.lanes import Grouping

AIR = 0.012  # of the span, added at either end so that marks at its ends are whole
YEARS_FROM_DAYS, MONTHS_FROM_DAYS = 730.0, 62.0  # shorter spans are told in months, in days


@dataclass(frozen=True, eq=False)
class Subject:
    """What is shown.

    Attributes:
        mask: bool, shape (number of events,): the events the filter shows.
        span: the stretch of time that was asked for.
        exact: whether the picture ends where the span does (as on screen); else there is a
            little air at either end, and no event that lies wholly outside the span is shown.
        selection: index of the selected event.

    """

    chronology: Chronology
    columns: Columns
    query: Query
    mask: Mask
    span: TimeSpan
    exact: bool
    grouping: Grouping
    selection: int | None
    language: str

    @property
    def drawn_span(self) -> TimeSpan:
        """The stretch of time from edge to edge."""
        span = self.span if self.span.width > 0 else self.span.shift(-0.5).pad(0)
        span = span if span.width > 0 else TimeSpan(span.start, span.start + 1)
        return span if self.exact else span.pad(AIR)

    @property
    def shown(self) -> Mask:
        """The events of the filter that the span holds any part of."""
        columns = self.columns
        here = (columns.end > self.span.start) & (columns.start < self.span.end)
        return np.asarray(self.mask & here)

    @property
    def events(self) -> NDArray[np.int64]:
        """Indices of the shown events, by date."""
        return np.flatnonzero(self.shown)

    def within(self, span: TimeSpan) -> Subject:
        """The same within another stretch of time."""
        return replace(self, span=span, exact=False)


def whole_span(chronology: Chronology, columns: Columns) -> TimeSpan:
    """From the beginning of the chronology to its end, every event in it."""
    opening = opening_span(chronology, columns).pad(-AIR)
    if columns.span is None:
        return opening
    return TimeSpan(min(opening.start, columns.span.start), max(opening.end, columns.span.end))


def subject_of_view(
    chronology: Chronology, columns: Columns, facets: Facets, view: SavedView, language: str
) -> Subject:
    """What a saved view shows."""
    days = view.days
    return Subject(
        chronology=chronology,
        columns=columns,
        query=view.query,
        mask=facets.select(view.query),
        span=TimeSpan(*map(float, days)) if days else whole_span(chronology, columns),
        exact=False,
        grouping=Grouping(view.grouping),
        selection=None if view.selection is None else chronology.event_index[view.selection],
        language=language,
    )


def filter_in_words(query: Query, chronology: Chronology, language: str) -> str:
    """Give the filter as a reader would say it; empty where everything is shown."""
    phrases = phrases_in(language)
    joint = phrases.all_of if query.match == "all" else phrases.any_of

    def named(names: Iterable[str], joint: str = phrases.any_of) -> str:
        return joint.join(names)

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
        parts.append(f"“{query.text.strip()}”")
    return "; ".join(part for part in parts if part)


def default_view_name(subject: Subject) -> str:
    """Filter and span, in words."""
    parts = (
        filter_in_words(subject.query, subject.chronology, subject.language),
        span_in_words(subject.span, subject.language),
    )
    return " · ".join(part for part in parts if part)


def span_in_words(span: TimeSpan, language: str) -> str:
    """Give a span as precisely as its length needs: “2009–2013”, “Mar 2012 – Oct 2012”, “1 May 2012 – …”."""
    first, last = int(span.start // 1), max(int(-(-span.end // 1)) - 1, int(span.start // 1))
    if span.width >= YEARS_FROM_DAYS:
        ends = [year_in_words(civil_from_day(day)[0], language) for day in (first, last)]
        return "–".join(dict.fromkeys(ends))
    if span.width >= MONTHS_FROM_DAYS:
        return " – ".join(dict.fromkeys(_month(day, language) for day in (first, last)))
    return " – ".join(dict.fromkeys(day_in_words(day, language) for day in (first, last)))


def _month(day: int, language: str) -> str:
    year, month, _ = civil_from_day(day)
    return f"{month_names(language, short=True)[month - 1]} {year_in_words(year, language)}"
