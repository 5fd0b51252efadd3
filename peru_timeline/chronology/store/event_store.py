"""The events of a chronology, each made from its JSON only when somebody looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import index
from typing import SupportsIndex, overload

import numpy as np

from peru_timeline.chronology.models import ChronologyHead, Event
from peru_timeline.chronology.store.event_columns import EventColumns, EventColumnsBuilder
from peru_timeline.chronology.store.event_offsets import EventOffsets
from peru_timeline.chronology.store.records import EventRecord, batch_of, event_list_decoder

MOST_EVENTS_CACHED = 2048
"""Events that stay in memory once somebody has looked at them: some 20 MB."""


class EventStore(Sequence[Event]):
    """The events in order of date, as the JSON that holds them and as columns.

    Attributes:
        content: the bytes of a file, or of a list of events.
        offsets: where each event stands in `content`.
        columns: the fields of all events as arrays.

    """

    def __init__(self, content: bytes, offsets: EventOffsets, columns: EventColumns) -> None:
        """Take events that are without fault and in order of date."""
        self.content, self.offsets, self.columns = content, offsets, columns

        # Not a method: its cache would refer back to this object, and that cycle would keep a closed
        # file in memory until Python's collector finds it.
        @lru_cache(maxsize=MOST_EVENTS_CACHED)
        def event_at(number: int) -> Event:
            return Event.model_validate_json(offsets.event_json(content, number))

        self._event_at = event_at

    def records(self, first: int, end: int) -> list[EventRecord]:
        """Return the events of [first, end) as plain records, which takes a tenth of the time."""
        return event_list_decoder().decode(self.offsets.events_json(self.content, first, end))

    @overload
    def __getitem__(self, wanted: SupportsIndex) -> Event: ...
    @overload
    def __getitem__(self, wanted: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, wanted: SupportsIndex | slice) -> Event | tuple[Event, ...]:
        """Return one event, or several."""
        numbers = range(len(self))
        if isinstance(wanted, slice):
            return tuple(self._event_at(number) for number in numbers[wanted])
        return self._event_at(numbers[index(wanted)])

    def __len__(self) -> int:
        return len(self.offsets)


def store_by_date(content: bytes, offsets: EventOffsets, columns: EventColumns) -> EventStore:
    """Store events that are in any order, the same in `offsets` and `columns`."""
    order = columns.by_date()
    return EventStore(content, offsets.take(order), columns.take(order))


def store_events(head: ChronologyHead, events: Sequence[Event]) -> EventStore:
    """Store events of a chronology, which may be in any order.

    Raises KeyError where one names a sector, actor, source or event that is not there.
    """
    written = [event.model_dump_json(exclude_unset=True).encode() for event in events]
    content = b"[%b]" % b",".join(written)
    columns = EventColumnsBuilder(head)
    columns.add(batch_of(event_list_decoder().decode(content)))
    return store_by_date(content, _offsets_of(written), columns.columns())


def _offsets_of(written: Sequence[bytes]) -> EventOffsets:
    """Return the offsets of events in a list without white space."""
    lengths = np.array([len(event) for event in written], np.int64)
    end = np.cumsum(lengths + 1)
    return EventOffsets(end - lengths, end, (0, int(end[-1]) + 1 if len(end) else 2))
