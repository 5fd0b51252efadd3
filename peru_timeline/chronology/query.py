"""What the reader asks to see: a frozen query, and the mask of events that answer it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.models import Chronology, Status

Mask = NDArray[np.bool_]

T = TypeVar("T", bound=str)


@dataclass(frozen=True, slots=True)
class Query:
    """The filter: an empty set restricts nothing; choosing an actor includes those below it.

    Attributes:
        match: whether an event needs any of the chosen actors or all of them.
        text: words that must all stand in the event (see search.py).

    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}  # in files of views

    actors: frozenset[str] = frozenset()
    match: Literal["any", "all"] = "any"
    sectors: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    sources: frozenset[str] = frozenset()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether every event answers."""
        return not (
            self.actors or self.sectors or self.statuses or self.sources or self.text.strip()
        )


NO_QUERY = Query()


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many events each value of a facet stands for; see Facets.counts."""

    actors: Mapping[str, int]
    sectors: Mapping[str, int]
    statuses: Mapping[Status, int]
    sources: Mapping[str, int]


class Facets:
    """The events of each actor, sector, status and source as masks, made once per chronology."""

    def __init__(self, chronology: Chronology, find: Callable[[str], Mask]) -> None:
        """Make the masks; `find` answers a text search (SearchIndex.find)."""
        self._size = len(chronology.events)
        self._find = find
        actors: dict[str, list[int]] = {actor.id: [] for actor in chronology.actors}
        sectors: dict[str, list[int]] = {sector.id: [] for sector in chronology.sectors}
        sources: dict[str, list[int]] = {source.id: [] for source in chronology.sources}
        statuses: dict[Status, list[int]] = {status: [] for status in Status}
        self._lines = {actor.id: chronology.ancestors(actor.id) for actor in chronology.actors}
        for index, event in enumerate(chronology.events):
            for actor in {above for role in event.actors for above in self._lines[role.actor]}:
                actors[actor].append(index)
            for source in {evidence.source for evidence in event.evidence}:
                sources[source].append(index)
            sectors[event.sector].append(index)
            statuses[event.status].append(index)
        self._actors = {key: np.array(found, np.int32) for key, found in actors.items()}
        self._sectors = {key: np.array(found, np.int32) for key, found in sectors.items()}
        self._sources = {key: np.array(found, np.int32) for key, found in sources.items()}
        self._statuses = {key: np.array(found, np.int32) for key, found in statuses.items()}

    def select(self, query: Query) -> Mask:
        """Mark the events that answer: bool, shape (number of events,)."""
        return (
            self._by_actor(query.actors, query.match)
            & self._any_of(self._sectors, query.sectors)
            & self._any_of(self._statuses, query.statuses)
            & self._any_of(self._sources, query.sources)
            & self._found(query.text)
        )

    def counts(self, query: Query) -> FacetCounts:
        """Answer “how many if I click this” for every value of every facet.

        For a value that is chosen (as every actor below a chosen one is): its events that are
        shown now. For one that is not: the events that a click would add to those shown, or, where
        a click begins the choice (or narrows it, as with all of several actors), the events that
        would be shown.
        """
        by_actor = self._by_actor(query.actors, query.match)
        by_sector = self._any_of(self._sectors, query.sectors)
        by_status = self._any_of(self._statuses, query.statuses)
        by_source = self._any_of(self._sources, query.sources)
        found = self._found(query.text)
        sectors = self._count(
            self._sectors, query.sectors, by_sector, by_actor & by_status & by_source & found
        )
        statuses = self._count(
            self._statuses, query.statuses, by_status, by_actor & by_sector & by_source & found
        )
        sources = self._count(
            self._sources, query.sources, by_source, by_actor & by_sector & by_status & found
        )
        others = by_sector & by_status & by_source & found
        if query.match == "all":
            others = others & by_actor
            actors = {key: int(others[events].sum()) for key, events in self._actors.items()}
        else:
            chosen = {key for key, line in self._lines.items() if not query.actors.isdisjoint(line)}
            actors = self._count(self._actors, chosen, by_actor, others)
        return FacetCounts(actors, sectors, statuses, sources)

    def _count(
        self,
        facet: Mapping[T, NDArray[np.int32]],
        chosen: Collection[T],
        by_facet: Mask,
        others: Mask,
    ) -> dict[T, int]:
        added = others & ~by_facet if chosen else others
        return {
            key: int((others if key in chosen else added)[events].sum())
            for key, events in facet.items()
        }

    def _by_actor(self, chosen: Collection[str], match: str) -> Mask:
        if match == "any" or not chosen:
            return self._any_of(self._actors, chosen)
        mask = np.ones(self._size, dtype=np.bool_)
        for actor in chosen:
            mask &= self._any_of(self._actors, (actor,))
        return mask

    def _any_of(self, facet: Mapping[T, NDArray[np.int32]], chosen: Iterable[T]) -> Mask:
        chosen = tuple(chosen)
        if not chosen:
            return np.ones(self._size, dtype=np.bool_)
        mask = np.zeros(self._size, dtype=np.bool_)
        for key in chosen:
            if key in facet:
                mask[facet[key]] = True
        return mask

    def _found(self, text: str) -> Mask:
        return self._find(text) if text.strip() else np.ones(self._size, dtype=np.bool_)


def with_actor(chronology: Chronology, chosen: frozenset[str], actor: str) -> frozenset[str]:
    """Choose an actor; what stands below it is covered and need not be named."""
    below = {other for other in chosen if actor in chronology.ancestors(other)}
    return (chosen - below) | {actor}


def without_actor(chronology: Chronology, chosen: frozenset[str], actor: str) -> frozenset[str]:
    """Take an actor out of the choice.

    Where one above it is chosen, that one is replaced by all others that stand below it, so that
    only this actor and those below it leave the choice.
    """
    line = chronology.ancestors(actor)
    covering = [above for above in line if above in chosen]
    if not covering:
        return chosen
    top = covering[-1]
    kept = set(chosen) - set(covering)
    for above, leaving in zip(
        line[line.index(top) : 0 : -1], line[line.index(top) - 1 :: -1], strict=False
    ):
        kept |= {child.id for child in chronology.children_of(above)} - {leaving}
    return frozenset(kept)
