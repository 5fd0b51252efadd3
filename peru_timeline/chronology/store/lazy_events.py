"""Events that are made only when somebody looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import index
from typing import TYPE_CHECKING, SupportsIndex, overload

from peru_timeline.chronology.models import Event
from peru_timeline.chronology.store.event_offsets import EventOffsets
from peru_timeline.chronology.store.records import Record, event_list_decoder

if TYPE_CHECKING:
    from peru_timeline.chronology.store.event_columns import EventColumns

MOST_KEPT = 2048
"""Events that have been looked at and are kept: some 20 MB."""


class LazyEvents(Sequence[Event]):
    """Events that are made from the bytes of a file when somebody looks at them."""

    def __init__(self, content: bytes, offsets: EventOffsets, columns: EventColumns) -> None:
        """Say where in a file's bytes the events stand, and what is known of all of them."""
        self.content, self.offsets, self.columns = content, offsets, columns

        # Not a method: that would be a cycle, and a file that was closed stay in memory for long.
        @lru_cache(maxsize=MOST_KEPT)
        def made(number: int) -> Event:
            return Event.model_validate_json(offsets.event_json(content, number))

        self._at = made

    def records(self, first: int, end: int) -> list[Record]:
        """Give several events as plain records, which takes a tenth of the time."""
        return event_list_decoder().decode(self.offsets.events_json(self.content, first, end))

    @overload
    def __getitem__(self, wanted: SupportsIndex) -> Event: ...
    @overload
    def __getitem__(self, wanted: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, wanted: SupportsIndex | slice) -> Event | tuple[Event, ...]:
        """Give an event, or several."""
        places = range(len(self))
        if isinstance(wanted, slice):
            return tuple(self._at(place) for place in places[wanted])
        return self._at(places[index(wanted)])

    def __len__(self) -> int:
        return len(self.offsets)
