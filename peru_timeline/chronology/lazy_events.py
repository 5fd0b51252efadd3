"""Events that are made only when somebody looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import index
from typing import TYPE_CHECKING, SupportsIndex, overload

import msgspec
import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.models import Event
from peru_timeline.chronology.records import Record, events_decoder

if TYPE_CHECKING:
    from peru_timeline.chronology.facts import Facts

MOST_KEPT = 2048
"""Events that have been looked at and are kept: some 20 MB."""


class LazyEvents(Sequence[Event]):
    """Events that are made from the bytes of a file when somebody looks at them."""

    def __init__(
        self, content: Sequence[msgspec.Raw], order: NDArray[np.intp], facts: Facts
    ) -> None:
        """Say where the events stand: event i is content[order[i]]."""
        self.facts = facts
        self._content, self._order = content, order

        # Not a method: that would be a cycle, and a file that was closed stay in memory for long.
        @lru_cache(maxsize=MOST_KEPT)
        def made(place: int) -> Event:
            return Event.model_validate_json(bytes(content[order[place]]))

        self._at = made

    def records(self, first: int, end: int) -> list[Record]:
        """Give several events as plain records, which takes a tenth of the time."""
        content = b",".join([self._content[place] for place in self._order[first:end].tolist()])
        return events_decoder().decode(b"[%b]" % content)

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
        return len(self._order)
