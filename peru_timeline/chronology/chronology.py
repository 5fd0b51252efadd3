"""The chronology that the program works on: the models of the file, with its events in a store."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import InstanceOf, PlainSerializer

from peru_timeline.chronology.models import ChronologyFile, ChronologyHead, Event
from peru_timeline.chronology.store.event_columns import EventColumns
from peru_timeline.chronology.store.event_store import EventStore, store_events
from peru_timeline.chronology.store.facet_index import FacetIndex, build_facet_index

MOST_TITLES = 20_000
"""Events; of more, the titles are not read only to suggest one."""


class Chronology(ChronologyHead):
    """A whole chronology; its events are in order of date.

    Elsewhere an event is named by its index in `events`; ids are for files and references.
    """

    events: Annotated[InstanceOf[EventStore], PlainSerializer(tuple, return_type=tuple[Event, ...])]

    @classmethod
    def of(cls, head: ChronologyHead, events: EventStore) -> Chronology:
        """Join the two halves, which are checked already; events that `head` may have are left out."""
        fields = {name: getattr(head, name) for name in ChronologyHead.model_fields}
        return cls.model_construct(head.model_fields_set | {"events"}, **fields, events=events)

    @classmethod
    def from_file(cls, file: ChronologyFile) -> Chronology:
        """Put the events of a file in order and store them.

        Raises KeyError where an event names a sector, actor, source or event that is not there.
        """
        return cls.of(file, store_events(file, file.events))

    @property
    def event_columns(self) -> EventColumns:
        """The fields of all events as arrays."""
        return self.events.columns

    @property
    def event_index(self) -> Mapping[str, int]:
        """Event id -> index in `events`."""
        return self.event_columns.index

    @cached_property
    def facet_index(self) -> FacetIndex:
        """The events of each actor, sector, status and source."""
        return build_facet_index(self, self.event_columns)

    def names_of(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        """Return what readers call the actors, sectors, sources or events (`kind`), by id, to suggest one of them."""
        if kind == "actors":
            return {
                actor.id: (*actor.name.values(), *(actor.short or {}).values(), *actor.aliases)
                for actor in self.actors
            }
        if kind == "sectors":
            return {sector.id: tuple(sector.name.values()) for sector in self.sectors}
        if kind == "sources":
            return {source.id: tuple((source.title or {}).values()) for source in self.sources}
        if len(self.events) > MOST_TITLES:
            return dict.fromkeys(self.event_index, ())
        records = self.events.records(0, len(self.events))
        titles = ((record.id, record.title) for record in records)
        return {
            name: (title,) if isinstance(title, str) else tuple(title.values())
            for name, title in titles
        }
