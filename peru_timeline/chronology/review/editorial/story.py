"""Check of a story: a view found by a search shows what its events are tied to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

import numpy as np

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.query import Facets
from peru_timeline.chronology.review.editorial.remark import Remark
from peru_timeline.chronology.search import SearchIndex
from peru_timeline.chronology.store.date_columns import DateColumns, Flags
from peru_timeline.chronology.views import SavedView, ViewsFile

DEVELOPMENTS = frozenset({"follows", "part_of", "reverses", "responds_to"})
"""Ties to what belongs to the same course of events; the others only point elsewhere."""
Ties = Sequence[Set[int]]
"""[events]: the events that each one is tied to, either way."""


def story_remarks(chronology: Chronology, story: ViewsFile) -> Iterator[Remark]:
    """Name the events tied to those a view shows that its own search does not find.

    Only a search that follows one matter can miss part of it: where no group of tied events is
    more than half of what a view shows, the search gathers what is alike, on purpose.
    """
    index = SearchIndex(chronology)
    facets = Facets(chronology, index.find)
    every_tie, developments = _ties(chronology, None), _ties(chronology, DEVELOPMENTS)
    for number, view in enumerate(story.views):
        shown = shown_events(chronology, facets, view) if view.query.text.strip() else ()
        matter = largest_group(shown, every_tie)
        if len(matter) * 2 <= len(shown):
            continue
        left_out = ~index.find(view.query.text) & _in_span(chronology.event_columns.dates, view)
        missed = {
            other: event
            for event in sorted(matter)
            for other in sorted(developments[event])
            if left_out[other]
        }
        for other, event in missed.items():
            yield Remark(
                f"views[{number}].query.text",
                f"“{view.query.text}” does not find {chronology.events[other].id}, "
                f"which is tied to {chronology.events[event].id}",
                "say the word in its title or summary, or widen the search",
            )


def largest_group(events: Iterable[int], ties: Ties) -> frozenset[int]:
    """Return the largest group of events that hang together by ties between them."""
    left, largest = set(events), frozenset[int]()
    while left:
        group, ahead = set[int](), [left.pop()]
        while ahead:
            event = ahead.pop()
            group.add(event)
            near = ties[event] & left
            left -= near
            ahead += near
        largest = max(largest, frozenset(group), key=len)
    return largest


def shown_events(chronology: Chronology, facets: Facets, view: SavedView) -> tuple[int, ...]:
    """Return the indices of the events that answer a view's query and touch its span, in order."""
    in_span = _in_span(chronology.event_columns.dates, view)
    return tuple(np.flatnonzero(facets.select(view.query) & in_span).tolist())


def _in_span(dates: DateColumns, view: SavedView) -> Flags:
    """Return which dates may touch the view's span; one of unknown beginning counts where it ends."""
    if view.days is None:
        return np.ones(len(dates.is_span), np.bool_)
    start, end = view.days
    first, last = dates.sort_keys[0], dates.latest_end
    return ~((first >= end) | (last <= start))  # NaN, an unknown day, is neither


def _ties(chronology: Chronology, relations: Set[str] | None) -> Ties:
    """Collect the ties of these relations, or all for None."""
    tied: list[set[int]] = [set() for _ in range(len(chronology.events))]
    for number in dict.fromkeys(pair.event for pair in chronology.event_columns.related_pairs):
        for tie in chronology.events[number].related:
            if relations is None or tie.relation in relations:
                other = chronology.event_index[tie.event]
                tied[number].add(other)
                tied[other].add(number)
    return tied
