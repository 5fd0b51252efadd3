"""The fields of all events as columns: what filters, lanes and layout need without creating an Event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf, isnan
from typing import NamedTuple, Protocol

import numpy as np
from msgspec import UNSET, UnsetType
from numpy.typing import NDArray

from peru_timeline.chronology.models import ChronologyHead, Event, Status
from peru_timeline.chronology.store.date_columns import DateColumns, DateColumnsBuilder
from peru_timeline.chronology.store.records import Batch

MOST_INSERTED = 1000
"""Events; more are sorted together with all others."""
NO_SECTOR = -1
STATUS_ORDER = {status.value: number for number, status in enumerate(Status)}
DEFAULT_STATUS = STATUS_ORDER[Event.model_fields["status"].default]
DEFAULT_IMPORTANCE: int = Event.model_fields["importance"].default


class RaggedArray(NamedTuple):
    """A list of numbers for each event, all in one array: event i has values[starts[i]:starts[i + 1]]."""

    starts: NDArray[np.int64]
    values: NDArray[np.int32]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """int64 [events]: how many values each event has."""
        return np.diff(self.starts)

    @property
    def events(self) -> NDArray[np.int32]:
        """int32 [values]: the event that each value belongs to."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), self.lengths)

    def take(self, order: NDArray[np.intp]) -> RaggedArray:
        """Return the lists of the events `order`."""
        lengths = self.lengths[order]
        starts = _starts(lengths)
        shift = np.repeat(self.starts[:-1][order] - starts[:-1], lengths)
        return RaggedArray(starts, self.values[np.arange(len(shift)) + shift])

    def followed_by(self, others: RaggedArray) -> RaggedArray:
        """Return the lists of these events and then those of others."""
        return RaggedArray(
            np.concatenate((self.starts, others.starts[1:] + self.starts[-1])),
            np.concatenate((self.values, others.values)),
        )


class _Named(Protocol):
    @property
    def id(self) -> str: ...


class RelatedPair(NamedTuple):
    """An event and another that it names as related, both by index."""

    event: int
    other: int


@dataclass(frozen=True, eq=False)
class EventColumns:
    """Columns of the events in the order of the chronology; actors, sectors and sources by position in its lists.

    Attributes:
        ids: UTF-8 bytes, shape (events,).
        sector: int32, shape (events,); NO_SECTOR where there is none.
        importance, status: uint8, shape (events,); status is the position in Status.
        actors: of each event, in the order of the file.
        sources: of each event, one for each quotation.
        noted: bool, shape (events,): whether one of its notes names a source.
        related_pairs: in order of the events that name another.

    """

    ids: NDArray[np.bytes_]
    dates: DateColumns
    sector: NDArray[np.int32]
    importance: NDArray[np.uint8]
    status: NDArray[np.uint8]
    actors: RaggedArray
    sources: RaggedArray
    noted: NDArray[np.bool_]
    related_pairs: tuple[RelatedPair, ...]

    def __len__(self) -> int:
        return len(self.sector)

    def by_date(self) -> NDArray[np.intp]:
        """Return the event numbers in the order of a chronology: by date, then by importance, then by id."""
        start, end = self.dates.sort_keys
        return np.lexsort((self.ids, -self.importance.astype(np.int8), end, start))

    def by_date_from(self, sorted_events: int) -> NDArray[np.intp]:
        """Return the same as `by_date` where so many events, the first ones, are in that order already."""
        rest = len(self) - sorted_events
        if rest > MOST_INSERTED:
            return self.by_date()
        start, end = self.dates.sort_keys

        def key(event: int) -> tuple[float, float, int, bytes]:
            unknown_last = (inf if isnan(day) else float(day) for day in (start[event], end[event]))
            return (*unknown_last, -int(self.importance[event]), self.ids[event])

        added = sorted(range(sorted_events, len(self)), key=key)
        places = [bisect_left(range(sorted_events), key(event), key=key) for event in added]
        return np.insert(np.arange(sorted_events), places, added)

    def take(self, order: NDArray[np.intp]) -> EventColumns:
        """Return the columns of the events `order`: all of them, or some of which none is tied to another."""
        place = np.empty(len(self), np.int64)
        place[order] = np.arange(len(order))
        return EventColumns(
            ids=self.ids[order],
            dates=self.dates.take(order),
            sector=self.sector[order],
            importance=self.importance[order],
            status=self.status[order],
            actors=self.actors.take(order),
            sources=self.sources.take(order),
            noted=self.noted[order],
            related_pairs=tuple(
                sorted(
                    RelatedPair(int(place[one]), int(place[other]))
                    for one, other in self.related_pairs
                )
            ),
        )

    def followed_by(self, others: EventColumns, related: Iterable[RelatedPair]) -> EventColumns:
        """Return these events and then the others; `related` are the pairs of all of them."""
        return EventColumns(
            ids=np.concatenate((self.ids, others.ids)),
            dates=self.dates.followed_by(others.dates),
            sector=np.concatenate((self.sector, others.sector)),
            importance=np.concatenate((self.importance, others.importance)),
            status=np.concatenate((self.status, others.status)),
            actors=self.actors.followed_by(others.actors),
            sources=self.sources.followed_by(others.sources),
            noted=np.concatenate((self.noted, others.noted)),
            related_pairs=tuple(related),
        )

    def renumbered(self, before: ChronologyHead, after: ChronologyHead) -> EventColumns:
        """Return the same events with the positions that sectors, actors and sources have in other lists.

        Events that name what the other lists lack get no meaningful number there.
        """
        sectors = _moved(before.sectors, after.sectors)
        sector = np.where(self.sector == NO_SECTOR, NO_SECTOR, sectors[self.sector])
        return replace(
            self,
            sector=sector.astype(np.int32),
            actors=self.actors._replace(
                values=_moved(before.actors, after.actors)[self.actors.values]
            ),
            sources=self.sources._replace(
                values=_moved(before.sources, after.sources)[self.sources.values]
            ),
        )

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Event id -> index."""
        return _Index(self.ids)


class _Index(Mapping[str, int]):
    """Finds ids by binary search: a dict of a million ids takes longer to build, and 150 MB."""

    def __init__(self, ids: NDArray[np.bytes_]) -> None:
        self._ids = ids
        self._order = np.argsort(ids, kind="stable")
        self._sorted = ids[self._order]

    def __getitem__(self, name: str) -> int:
        wanted = name.encode(errors="replace")
        if len(wanted) > self._ids.itemsize:  # numpy would copy all ids at the length of this one
            raise KeyError(name)
        place = int(np.searchsorted(self._sorted, np.bytes_(wanted)))
        if place == len(self._sorted) or self._sorted[place] != wanted:
            raise KeyError(name)
        return int(self._order[place])

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return (name.decode() for name in self._ids.tolist())


class EventColumnsBuilder:
    """Collects events batch by batch and returns them as columns."""

    def __init__(self, head: ChronologyHead) -> None:
        """Take the lists that the events refer to."""
        self.sectors: dict[str | UnsetType | None, int] = {None: NO_SECTOR, UNSET: NO_SECTOR}
        self.sectors |= {sector.id: number for number, sector in enumerate(head.sectors)}
        self.actors = {actor.id: number for number, actor in enumerate(head.actors)}
        self.sources = {source.id: number for number, source in enumerate(head.sources)}
        self.ids: list[str] = []
        self.related: list[tuple[int, str]] = []  # number of the event, id of the other
        self._dates = DateColumnsBuilder()
        self._columns: list[tuple[NDArray[np.int32], ...]] = []

    def add(self, batch: Batch) -> None:
        """Add sound events.

        Raises KeyError where one names an unknown sector, actor or source, and DateError; then it adds none.
        """
        records = batch.records
        lists = (
            [self.sectors[record.sector] for record in records],
            [
                DEFAULT_IMPORTANCE if record.importance is UNSET else record.importance
                for record in records
            ],
            [
                DEFAULT_STATUS if record.status is UNSET else STATUS_ORDER[record.status]
                for record in records
            ],
            batch.role_counts,
            [self.actors[role.actor] for role in batch.roles],
            batch.evidence_counts,
            [self.sources[item.source] for item in batch.evidence],
            [
                record.notes is not UNSET and any(note.sources for note in record.notes)
                for record in records
            ],
        )
        self._dates.add([record.date for record in records])
        self._columns.append(tuple(np.array(values, np.int32) for values in lists))
        first = len(self.ids)
        self.related += [(first + number, relation.event) for number, relation in batch.relations]
        self.ids += batch.ids

    def columns(self) -> EventColumns:
        """Return all events added so far, in the order of adding; raises KeyError for unknown related events."""
        wanted = {other for _, other in self.related}
        named = {name: number for number, name in enumerate(self.ids) if name in wanted}
        pairs = tuple(RelatedPair(event, named[other]) for event, other in self.related)
        return replace(self.columns_alone(), related_pairs=pairs)

    def columns_alone(self) -> EventColumns:
        """Return all events added so far without their relations, which may be to events elsewhere."""
        none = [(np.zeros(0, np.int32),) * 8]
        sector, importance, status, actor_counts, actors, source_counts, sources, noted = (
            np.concatenate(parts) for parts in zip(*none, *self._columns, strict=True)
        )
        return EventColumns(
            ids=np.array(self.ids, dtype=np.bytes_),
            dates=self._dates.columns(),
            sector=sector,
            importance=importance.astype(np.uint8),
            status=status.astype(np.uint8),
            actors=RaggedArray(_starts(actor_counts), actors),
            sources=RaggedArray(_starts(source_counts), sources),
            noted=noted.astype(np.bool_),
            related_pairs=(),
        )


def _moved(before: Sequence[_Named], after: Sequence[_Named]) -> NDArray[np.int32]:
    """Return where each item of a list is in another one; 0 where it is not in it."""
    place = {item.id: number for number, item in enumerate(after)}
    return np.array([*(place.get(item.id, 0) for item in before), 0], np.int32)


def _starts(lengths: NDArray[np.integer]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
