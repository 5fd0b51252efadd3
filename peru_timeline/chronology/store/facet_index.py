"""The events of each actor, sector, status and source, as arrays."""

from __future__ import annotations

from collections.abc import Collection
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.models import ChronologyHead, Status
from peru_timeline.chronology.store.event_columns import NO_SECTOR, EventColumns, RaggedArray

Mask = NDArray[np.bool_]
T = TypeVar("T", bound=str)


class InvertedIndex(Generic[T]):
    """The events of each value of a facet: one array, sorted by value, then by event."""

    def __init__(
        self,
        keys: tuple[T, ...],
        group: NDArray[np.integer],
        event: NDArray[np.integer],
        size: int,
    ) -> None:
        """Take pairs of a key's position and an event's, in any order; `size` is the number of all events."""
        self._number = {key: number for number, key in enumerate(keys)}
        self._size = size
        pairs = np.sort(group.astype(np.int64) * size + event)
        pairs = pairs[np.diff(pairs, prepend=-1) > 0]
        self._starts = np.searchsorted(pairs, np.arange(len(keys) + 1) * size)
        self._events = (pairs % max(size, 1)).astype(np.int32)

    def any_of(self, keys: Collection[T]) -> Mask:
        """Return a mask of the events of any of these values; without values, of all events."""
        mask = np.full(self._size, not keys, dtype=np.bool_)
        for number in (self._number[key] for key in keys if key in self._number):
            mask[self._events[self._starts[number] : self._starts[number + 1]]] = True
        return mask

    def count(self, mask: Mask) -> dict[T, int]:
        """Count the events in the mask by value."""
        so_far = np.concatenate(([0], np.cumsum(mask[self._events])))
        counts: list[int] = np.diff(so_far[self._starts]).tolist()
        return dict(zip(self._number, counts, strict=True))


class FacetIndex(NamedTuple):
    """The index of every facet; an actor also stands for the events of those below it."""

    actors: InvertedIndex[str]
    sectors: InvertedIndex[str]
    statuses: InvertedIndex[Status]
    sources: InvertedIndex[str]


def build_facet_index(head: ChronologyHead, columns: EventColumns) -> FacetIndex:
    """Index all events by every facet."""
    size = len(columns)
    every = np.arange(size, dtype=np.int32)
    in_sector = columns.sector != NO_SECTOR
    sources = tuple(source.id for source in head.sources)
    return FacetIndex(
        InvertedIndex(tuple(head.actor_by_id), *_with_those_above(head, columns.actors), size),
        InvertedIndex(
            tuple(sector.id for sector in head.sectors),
            columns.sector[in_sector],
            every[in_sector],
            size,
        ),
        InvertedIndex(tuple(Status), columns.status, every, size),
        InvertedIndex(sources, columns.sources.values, columns.sources.events, size),
    )


def _with_those_above(
    head: ChronologyHead, actors: RaggedArray
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Pair each actor of an event, and every actor above it, with the event."""
    number = {actor.id: place for place, actor in enumerate(head.actors)}
    lines = [[number[above] for above in head.ancestors(actor)] for actor in number]
    group, event = [actors.values], [actors.events]
    for height in range(1, max(map(len, lines), default=0)):
        above = np.array([line[height] if height < len(line) else -1 for line in lines])
        found = above[actors.values]
        group.append(found[found >= 0])
        event.append(actors.events[found >= 0])
    return np.concatenate(group), np.concatenate(event)
