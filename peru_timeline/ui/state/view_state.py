"""What the reader has chosen: query, selection, grouping, keys. With one owner, no two parts can disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal

import numpy as np
from PySide6.QtCore import QObject, Signal, SignalInstance

from peru_timeline.chronology.models import Status
from peru_timeline.chronology.query import Facet as Facet
from peru_timeline.chronology.query import FacetCounts, Mask, Query, with_actor, without_actor
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.axis.time_warp import UNWARPED, TimeWarp
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.view import View
from peru_timeline.ui.commands.shortcuts import KeyMap, key_map
from peru_timeline.ui.state.open_chronology import OpenChronology


class ViewState(QObject):
    """Query, selection and grouping over one open chronology; parts of the window listen and ask.

    The visible span is not here: the ViewBox of the timeline alone owns it.
    """

    chronology_opened = Signal()
    """Another chronology is open."""
    chronology_edited = Signal()
    """The open chronology was changed."""
    chronology_changed = Signal()
    """Either; emitted after them."""
    file_changed = Signal()
    """The chronology has another file, or its file is behind, or no longer so."""
    query_changed = Signal()
    selection_changed = Signal()
    grouping_changed = Signal()
    even_time_changed = Signal()
    appearance_changed = Signal()
    keys_changed = Signal()

    def __init__(self, opened: OpenChronology, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._query = Query()
        self._mask = np.ones(len(opened.chronology.events), dtype=np.bool_)
        self._selection: int | None = None
        self._grouping = Grouping.SECTOR
        self._even_time = False
        self._dim_filtered = False
        self._language = "en"
        self._keys = key_map({})

    @property
    def opened(self) -> OpenChronology:
        """The open chronology."""
        return self._opened

    @property
    def query(self) -> Query:
        """Which events are shown."""
        return self._query

    @property
    def mask(self) -> Mask:
        """The events that match the query: bool, [events]."""
        return self._mask

    @property
    def hits(self) -> Mask | None:
        """The events that the search found, bool, [events]; None while nothing is searched for."""
        return self._mask if self._query.text.strip() else None

    @property
    def selection(self) -> int | None:
        """The index of the selected event, or None."""
        return self._selection

    @property
    def grouping(self) -> Grouping:
        """What a lane stands for."""
        return self._grouping

    @property
    def even_time(self) -> bool:
        """Whether crowded years get more room."""
        return self._even_time

    @property
    def warp(self) -> TimeWarp:
        """How days are drawn."""
        return self._opened.even_warp if self._even_time else UNWARPED

    @property
    def keys(self) -> KeyMap:
        """The keys of every command."""
        return self._keys

    @property
    def dim_filtered(self) -> bool:
        """Whether filtered-out events are dimmed rather than hidden."""
        return self._dim_filtered

    @property
    def language(self) -> str:
        """The language of the reader: "en" or "es"."""
        return self._language

    def set_opened(self, opened: OpenChronology) -> None:
        """Open another chronology; of the query, what exists there is kept."""
        self._take(opened, self._selected_id(), self.chronology_opened)

    def edit(self, opened: OpenChronology, selected: str | None = None) -> None:
        """Go on with the same chronology, changed or saved; `selected` is the id of an event to select."""
        if opened.chronology is self._opened.chronology:
            self._opened = opened
        else:
            self._take(opened, selected or self._selected_id(), self.chronology_edited)
        self.file_changed.emit()

    def _take(self, opened: OpenChronology, selected: str | None, how: SignalInstance) -> None:
        self._opened = opened
        chronology = opened.chronology
        self._selection = chronology.event_index.get(selected) if selected else None
        self._query = _known_in(opened, self._query)
        self._mask = opened.facets.select(self._query)
        how.emit()
        self.chronology_changed.emit()
        self.query_changed.emit()
        self.selection_changed.emit()

    def _selected_id(self) -> str | None:
        if self._selection is None:
            return None
        return self._opened.chronology.events[self._selection].id

    def set_query(self, query: Query) -> None:
        """Filter; the selection stays, even if it is filtered out."""
        if query == self._query:
            return
        self._query = query
        self._mask = self._opened.facets.select(query)
        self.query_changed.emit()

    def view(self, span: TimeSpan) -> View:
        """The view that is chosen now, with the span that is in view."""
        return View(
            span,
            True,
            self._query,
            self._grouping,
            self._selected_id(),
            even_time=self._even_time,
        )

    def apply(self, view: View) -> None:
        """Take over everything in a view but its span; ids that the chronology lacks are ignored."""
        self.set_query(_known_in(self._opened, view.query))
        self.set_grouping(view.grouping)
        self.set_even_time(view.even_time)
        self.select(self._opened.chronology.event_index.get(view.selection or ""))

    def set_text(self, text: str) -> None:
        """Search: show only events with these words."""
        self.set_query(replace(self._query, text=text))

    def set_match(self, match: Literal["any", "all"]) -> None:
        """Show events with any of the chosen actors, or only those with all of them."""
        self.set_query(replace(self._query, match=match))

    def choose(self, facet: Facet, value: str, *, chosen: bool) -> None:
        """Choose a value of a facet, or remove it from those chosen."""
        before = self._query.chosen(facet)
        if facet == "actors":
            change = with_actor if chosen else without_actor
            self._choose_all(facet, change(self._opened.chronology, before, value))
        else:
            self._choose_all(facet, before | {value} if chosen else before - {value})

    def only(self, facet: Facet, value: str) -> None:
        """Choose only this value of a facet."""
        self._choose_all(facet, (value,))

    def _choose_all(self, facet: Facet, values: Iterable[str]) -> None:
        chosen = frozenset(Status(v) for v in values) if facet == "statuses" else frozenset(values)
        change: dict[str, Any] = {facet: chosen}
        self.set_query(replace(self._query, **change))

    def clear_facet(self, facet: Facet) -> None:
        """Remove all chosen values of a facet, so that it restricts nothing."""
        self._choose_all(facet, ())

    def clear_filters(self) -> None:
        """Show every event."""
        self.set_query(Query(match=self._query.match))

    def counts(self) -> FacetCounts:
        """How many events choosing each value of each facet would show."""
        return self._opened.facets.counts(self._query)

    def select(self, event: int | None) -> None:
        """Select an event by its index, or none with None."""
        if event != self._selection:
            self._selection = event
            self.selection_changed.emit()

    def step(self, steps: int) -> None:
        """Select the shown event that many steps later in order of date; stop at the ends."""
        shown = np.flatnonzero(self._mask)
        if len(shown) == 0:
            return
        if self._selection is None:
            self.select(int(shown[0 if steps > 0 else -1]))
            return
        place = int(np.searchsorted(shown, self._selection))
        if steps > 0 and not (place < len(shown) and shown[place] == self._selection):
            steps -= 1  # the selected event is not shown: the next one is at this index
        self.select(int(shown[min(max(place + steps, 0), len(shown) - 1)]))

    def set_grouping(self, grouping: Grouping) -> None:
        """Say what a lane stands for."""
        if grouping != self._grouping:
            self._grouping = grouping
            self.grouping_changed.emit()

    def set_even_time(self, even: bool) -> None:
        """Give crowded years more room, or every day the same."""
        if even != self._even_time:
            self._even_time = even
            self.even_time_changed.emit()

    def set_keys(self, keys: KeyMap) -> None:
        """Change the keys of the commands."""
        if keys != self._keys:
            self._keys = keys
            self.keys_changed.emit()

    def set_dim_filtered(self, dim: bool) -> None:
        """Dim what the filter leaves out, or hide it."""
        if dim != self._dim_filtered:
            self._dim_filtered = dim
            self.query_changed.emit()

    def set_language(self, language: str) -> None:
        """Change the language."""
        if language != self._language:
            self._language = language
            self.appearance_changed.emit()


def _known_in(opened: OpenChronology, query: Query) -> Query:
    """A query without the ids that a chronology lacks."""
    chronology = opened.chronology
    return replace(
        query,
        actors=query.actors & chronology.actor_by_id.keys(),
        sectors=query.sectors & chronology.sector_by_id.keys(),
        sources=query.sources & chronology.source_by_id.keys(),
    )
