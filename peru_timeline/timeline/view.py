"""View: one look at a chronology, as a value that is remembered, saved, applied and drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from peru_timeline.chronology.arranging.edits import NO_EDITS, PictureEdits
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.spans import span_of_days
from peru_timeline.chronology.query import NO_QUERY, Query
from peru_timeline.chronology.text import LanguageMap
from peru_timeline.chronology.views import SavedView
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import Columns, opening_span
from peru_timeline.timeline.lanes import Grouping

MARGIN = 0.012
"""Share of a span that is added at either end, so that marks at its ends are whole."""


@dataclass(frozen=True, slots=True)
class View:
    """What part of a chronology is looked at, and how.

    Theme and language belong to whoever looks, not to what is looked at.

    Attributes:
        span: the stretch of time; None is the whole chronology.
        exact: whether what is drawn ends where the span does; else a margin is added at either end.
        query: which events are shown.
        grouping: what a lane stands for.
        selection: the id of the selected event; None selects none.
        lane_order: ids of lanes in the order that the reader gave them; empty leaves it as it is.
        events: ids of the only events that go before an audience, the most important first; None leaves the choice
            to their importance.
        edits: how a picture of it is arranged by hand.
        even_time: whether crowded years get more room; the span is one of days all the same.

    """

    span: TimeSpan | None = None
    exact: bool = True
    query: Query = NO_QUERY
    grouping: Grouping = Grouping.SECTOR
    selection: str | None = None
    lane_order: tuple[str, ...] = ()
    events: tuple[str, ...] | None = None
    edits: PictureEdits = field(default=NO_EDITS, hash=False)
    even_time: bool = False

    def drawn_span(self, whole: TimeSpan) -> TimeSpan:
        """The stretch of time from edge to edge, never empty; `whole` is that of the whole chronology."""
        span = whole if self.span is None else self.span
        if span.width <= 0:
            span = span.shift(-0.5).pad(0)
        if span.width <= 0:
            span = TimeSpan(span.start, span.start + 1)
        return span if self.exact else span.pad(MARGIN)


def whole_span(chronology: Chronology, columns: Columns) -> TimeSpan:
    """From the beginning of the chronology to its end, with every event in it."""
    opening = opening_span(chronology, columns).pad(-MARGIN)
    if columns.span is None:
        return opening
    return TimeSpan(min(opening.start, columns.span.start), max(opening.end, columns.span.end))


def is_same_look(view: View, other: View, whole: TimeSpan) -> bool:
    """Whether two views show the same events over the same stretch of time.

    A view that is saved and shown again has a margin that it had not: ends may lie two margins apart.
    """
    one, two = view.drawn_span(whole), other.drawn_span(whole)
    near = 2 * MARGIN * one.width + 1  # and a day, as saved views have whole ones
    return (
        abs(one.start - two.start) <= near
        and abs(one.end - two.end) <= near
        and (view.query, view.grouping, view.selection, view.even_time)
        == (other.query, other.grouping, other.selection, other.even_time)
    )


def view_of(saved: SavedView) -> View:
    """The look at a chronology that a saved view keeps."""
    return View(
        span=None if saved.days is None else TimeSpan(*saved.days),
        exact=False,
        query=saved.query,
        grouping=Grouping(saved.grouping),
        selection=saved.selection,
        events=saved.events,
        edits=saved.picture or NO_EDITS,
        even_time=saved.even_time,
    )


def saved_view(view: View, name: LanguageMap, caption: LanguageMap | None) -> SavedView:
    """Save a look at a chronology under a name; its span is widened to whole days."""
    return SavedView(
        name=name,
        caption=caption,
        span=None if view.span is None else span_of_days(view.span.start, view.span.end),
        query=view.query,
        grouping=view.grouping.value,
        selection=view.selection,
        events=view.events,
        picture=None if view.edits == NO_EDITS else view.edits,
        even_time=view.even_time,
    )
