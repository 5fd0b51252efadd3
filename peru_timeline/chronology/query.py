"""What the reader asks to see: a frozen query, and the mask of events that answer it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Literal, TypeVar

import numpy as np

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.models import Status
from peru_timeline.chronology.store.facet_index import InvertedIndex
from peru_timeline.chronology.store.facet_index import (
    Mask as Mask,  # for those who use queries
)
from peru_timeline.chronology.text import fold

T = TypeVar("T", bound=str)
Facet = Literal["actors", "sectors", "statuses", "sources"]


@dataclass(frozen=True, slots=True)
class Query:
    """The filter: an empty set restricts nothing; choosing an actor includes those below it.

    Attributes:
        match: whether an event needs any of the chosen actors or all of them.
        text: words that must all appear in the event (see search.py).

    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}  # in files of views

    actors: frozenset[str] = frozenset()
    match: Literal["any", "all"] = "any"
    sectors: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    sources: frozenset[str] = frozenset()
    text: str = ""

    def chosen(self, facet: Facet) -> frozenset[str]:
        """The values chosen of a facet."""
        by_facet: dict[Facet, frozenset[str]] = {
            "actors": self.actors,
            "sectors": self.sectors,
            "statuses": frozenset(self.statuses),
            "sources": self.sources,
        }
        return by_facet[facet]

    @property
    def is_empty(self) -> bool:
        """Whether every event matches."""
        return not (
            self.actors or self.sectors or self.statuses or self.sources or self.text.strip()
        )


NO_QUERY = Query()


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many events each value of each facet has; see Facets.counts."""

    actors: Mapping[str, int]
    sectors: Mapping[str, int]
    statuses: Mapping[Status, int]
    sources: Mapping[str, int]


class Facets:
    """Answers queries about one chronology, as masks and as counts."""

    def __init__(self, chronology: Chronology, find: Callable[[str], Mask]) -> None:
        """Use the facet index of a chronology; `find` searches texts (SearchIndex.find)."""
        self._size = len(chronology.events)
        self._find = find
        self._last_found: tuple[str, Mask] | None = None
        self._lines = {actor.id: chronology.ancestors(actor.id) for actor in chronology.actors}
        self._actors, self._sectors, self._statuses, self._sources = chronology.facet_index

    def select(self, query: Query) -> Mask:
        """Return the mask of the events that match: bool, shape (events,)."""
        return (
            self._by_actor(query.actors, query.match)
            & self._sectors.any_of(query.sectors)
            & self._statuses.any_of(query.statuses)
            & self._sources.any_of(query.sources)
            & self._found(query.text)
        )

    def counts(self, query: Query) -> FacetCounts:
        """Answer “how many if I click this?” for every value of every facet.

        For a chosen value (and every actor below a chosen one): its events shown now. For any other: the
        events that a click would add to those shown; or, where the click is the first in its facet or
        narrows the choice (all of several actors), the events that would be shown.
        """
        by_actor = self._by_actor(query.actors, query.match)
        by_sector = self._sectors.any_of(query.sectors)
        by_status = self._statuses.any_of(query.statuses)
        by_source = self._sources.any_of(query.sources)
        found = self._found(query.text)
        sectors = _count(
            self._sectors, query.sectors, by_sector, by_actor & by_status & by_source & found
        )
        statuses = _count(
            self._statuses, query.statuses, by_status, by_actor & by_sector & by_source & found
        )
        sources = _count(
            self._sources, query.sources, by_source, by_actor & by_sector & by_status & found
        )
        others = by_sector & by_status & by_source & found
        if query.match == "all":
            others = others & by_actor
            actors = self._actors.count(others)
        else:
            chosen = self._at_or_below(query.actors)
            actors = _count(self._actors, chosen, by_actor, others)
        return FacetCounts(actors, sectors, statuses, sources)

    def _at_or_below(self, actors: frozenset[str]) -> Collection[str]:
        if not actors:
            return ()
        return {key for key, line in self._lines.items() if not actors.isdisjoint(line)}

    def _by_actor(self, chosen: Collection[str], match: str) -> Mask:
        if match == "any" or not chosen:
            return self._actors.any_of(chosen)
        mask = np.ones(self._size, dtype=np.bool_)
        for actor in chosen:
            mask &= self._actors.any_of((actor,))
        return mask

    def _found(self, text: str) -> Mask:
        if not text.strip():
            return np.ones(self._size, dtype=np.bool_)
        if self._last_found is None or self._last_found[0] != text:
            self._last_found = text, self._find(text)  # the mask asks first, then the counts
        return self._last_found[1]


def _count(
    groups: InvertedIndex[T], chosen: Collection[T], by_facet: Mask, others: Mask
) -> dict[T, int]:
    if not chosen:
        return groups.count(others)
    now, added = groups.count(others), groups.count(others & ~by_facet)
    return {key: now[key] if key in chosen else added[key] for key in now}


def with_actor(chronology: Chronology, chosen: frozenset[str], actor: str) -> frozenset[str]:
    """Choose an actor; those below it need not be named any more."""
    below = {other for other in chosen if actor in chronology.ancestors(other)}
    return (chosen - below) | {actor}


def without_actor(chronology: Chronology, chosen: frozenset[str], actor: str) -> frozenset[str]:
    """Take an actor out of the choice.

    If an actor above it is chosen, that one is replaced by everything else below it, so that only this
    actor and those below it leave the choice.
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


class ActorSearch:
    """Finds actors of a chronology; their names are folded when the first words are sought."""

    def __init__(self, chronology: Chronology) -> None:
        self._chronology = chronology

    def found(self, text: str) -> Callable[[str], bool]:
        """What tells of an actor's id whether to list it where these words are sought.

        An actor is listed if all words are in its name, its short name or its aliases; with it are those that it is
        part of, and all of its parts. Case and accents do not matter.
        """
        words = fold(text).split()
        chronology = self._chronology
        found = {
            actor for actor, names in self._names.items() if all(word in names for word in words)
        }
        above = {upper for actor in found for upper in chronology.ancestors(actor)}

        def is_listed(actor: str) -> bool:
            return actor in above or not found.isdisjoint(chronology.ancestors(actor))

        return is_listed

    @cached_property
    def _names(self) -> Mapping[str, str]:
        names = self._chronology.names_of("actors")
        return {actor: fold(" ".join(words)) for actor, words in names.items()}
