"""Lanes: which group's band an event stands in; an event of several actors or sources stands in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.store.event_columns import NO_SECTOR, RaggedArray
from peru_timeline.chronology.text import LanguageMap


class Grouping(StrEnum):
    """What a lane stands for."""

    SECTOR = "sector"
    ACTOR = "actor"
    SOURCE = "source"
    NONE = "none"


ALL_EVENTS: LanguageMap = {"en": "All events", "es": "Todos los hechos"}
NO_GROUP_NAMES: dict[Grouping, LanguageMap] = {
    Grouping.SECTOR: {"en": "No sector", "es": "Sin sector"},
    Grouping.ACTOR: {"en": "No actor", "es": "Sin actor"},
    Grouping.SOURCE: {"en": "No source", "es": "Sin fuente"},
}


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """The lanes from top to bottom, and the placements (an event in a lane), sorted by (lane, event)."""

    ids: tuple[str, ...]
    names: tuple[LanguageMap, ...]
    lane: NDArray[np.int32]  # [placements]
    event: NDArray[np.int32]  # [placements]
    main: NDArray[
        np.int32
    ]  # [events]: the lane of an event's first actor or source; -1 where it is not shown
    depths: tuple[
        int, ...
    ] = ()  # per lane: how far below a bloc its actor stands; empty: all at the top
    unfolds: tuple[
        bool, ...
    ] = ()  # per lane: whether there are lanes to unfold below it; empty: none
    is_alone: bool = False  # the one lane that the reader wants to see; there are others

    def __len__(self) -> int:
        return len(self.ids)

    def only(self, kept: NDArray[np.integer]) -> Lanes:
        """The lanes of these numbers, in ascending order."""
        here = np.isin(self.lane, kept)
        number = np.full(len(self), -1, np.int32)
        number[kept] = np.arange(len(kept))
        return Lanes(
            ids=tuple(self.ids[i] for i in kept),
            names=tuple(self.names[i] for i in kept),
            lane=number[self.lane[here]],
            event=self.event[here],
            main=np.where(self.main >= 0, number[self.main], -1).astype(np.int32),
            depths=tuple(self.depths[i] for i in kept) if self.depths else (),
            unfolds=tuple(self.unfolds[i] for i in kept) if self.unfolds else (),
        )

    @property
    def first(self) -> NDArray[np.int64]:
        """[lanes + 1]: the placements of lane i are ``first[i]:first[i + 1]``."""
        return np.searchsorted(self.lane, np.arange(len(self.ids) + 1))


@dataclass(frozen=True, slots=True)
class LaneChoice:
    """What the reader did with the lanes of a grouping."""

    unfolded: frozenset[str] = frozenset()  # ids of actors whose members have lanes of their own
    order: tuple[str, ...] = ()  # ids of lanes that the reader put first, in this order
    alone: str | None = None  # the id of the one lane to show


ALL_LANES = "*"
"""The id of the line that leads back from one lane alone; no id of a chronology is written so."""
AS_IT_IS = LaneChoice()


def build_lanes(chronology: Chronology, grouping: Grouping, choice: LaneChoice = AS_IT_IS) -> Lanes:
    """The lanes of a grouping, in the chronology's order unless the reader chose another.

    Actors are grouped by bloc; the lane of an actor holds the events of all actors below it, as a filter by it does.
    Events that belong to no group stand in a lane of their own at the end, so that none is lost.
    """
    columns, count = chronology.event_columns, len(chronology.events)
    groups: list[_Group]
    lane: NDArray[np.integer]
    event: NDArray[np.integer]
    main = np.full(count, -1, np.int64)
    if grouping == Grouping.NONE:
        groups = [_Group("all", ALL_EVENTS)]
        lane, event = np.zeros(count, np.int32), np.arange(count)
    elif grouping == Grouping.SECTOR:
        groups = [_Group(sector.id, sector.name) for sector in chronology.sectors]
        event = np.flatnonzero(columns.sector != NO_SECTOR)
        lane = columns.sector[event]
    elif grouping == Grouping.ACTOR:
        groups = list(_actors(chronology, choice.unfolded))
        lane, event, main = _placed_by_actor(chronology, groups)
    else:
        groups = [_Group(s.id, s.title or {"und": s.id}) for s in chronology.sources]
        lane, event = columns.sources.values, columns.sources.events
        main = _first_of_each(columns.sources, lane)
    without = np.flatnonzero(np.bincount(event, minlength=count) == 0)
    if len(without):
        groups.append(_Group("", NO_GROUP_NAMES[grouping] if groups else ALL_EVENTS))
        lane = np.concatenate([lane, np.full(len(without), len(groups) - 1, np.int32)])
        event = np.concatenate([event, without])
    shown = _ordered(groups, choice)
    number = np.full(len(groups), -1, np.int64)
    number[shown] = np.arange(len(shown))
    lane, main = number[lane], np.where(main >= 0, number[main], -1)
    kept = lane >= 0
    is_alone = len(shown) < len(groups)
    return replace(
        _lanes([groups[i] for i in shown], lane[kept], event[kept], main), is_alone=is_alone
    )


class _Group(NamedTuple):
    """What a lane stands for."""

    id: str
    name: LanguageMap
    depth: int = 0
    unfolds: bool = False


def _actors(chronology: Chronology, unfolded: frozenset[str]) -> Iterator[_Group]:
    """The blocs that take part, and below each unfolded actor those that take part below it."""
    actors = chronology.event_columns.actors
    number = {actor.id: i for i, actor in enumerate(chronology.actors)}
    own = np.bincount(actors.values, minlength=len(chronology.actors)) > 0
    takes_part = {line for id_, i in number.items() if own[i] for line in chronology.ancestors(id_)}

    def below(parent: str | None, depth: int) -> Iterator[_Group]:
        for actor in chronology.children_of(parent):
            if actor.id not in takes_part:
                continue
            members = any(child.id in takes_part for child in chronology.children_of(actor.id))
            yield _Group(actor.id, actor.name, depth, members)
            if actor.id in unfolded:
                yield from below(actor.id, depth + 1)

    yield from below(None, 0)


def _placed_by_actor(
    chronology: Chronology, groups: Sequence[_Group]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """(lanes, events, [events] main lane): each event in the lanes of all its actors and of those above them."""
    actors = chronology.event_columns.actors
    lane_of = {group.id: i for i, group in enumerate(groups)}
    lanes = [
        [lane_of[line] for line in chronology.ancestors(actor.id) if line in lane_of]
        for actor in chronology.actors
    ]
    most = max(map(len, lanes), default=0)
    table = np.full((len(lanes), most), -1, np.int64)
    for i, of_actor in enumerate(lanes):
        table[i, : len(of_actor)] = of_actor
    lane = table[actors.values]
    placed = lane >= 0
    event = np.broadcast_to(np.asarray(actors.events)[:, None], lane.shape)
    blocs = np.array([of_actor[-1] if of_actor else -1 for of_actor in lanes], np.int64)
    main = _first_of_each(actors, blocs[actors.values])
    return lane[placed], event[placed].astype(np.int64), main


def _first_of_each(values: RaggedArray, lane: NDArray[np.integer]) -> NDArray[np.int64]:
    """[events] The lane of the first value of each event; -1 for an event without one."""
    main = np.full(len(values.lengths), -1, np.int64)
    some = values.lengths > 0
    main[some] = lane[values.starts[:-1][some]]
    return main


def _ordered(groups: Sequence[_Group], choice: LaneChoice) -> list[int]:
    """Indices of the groups as the reader arranged them; members stay below their bloc."""
    if choice.alone is not None and any(group.id == choice.alone for group in groups):
        return [i for i, group in enumerate(groups) if group.id == choice.alone]
    place = {id_: i for i, id_ in enumerate(choice.order)}
    top, keys = -1, []
    for i, group in enumerate(groups):
        top = i if group.depth == 0 else top
        keys.append((place.get(groups[top].id, len(place)), top, i))
    return [i for _, _, i in sorted(keys)]


def _lanes(
    groups: Sequence[_Group],
    lane: NDArray[np.integer],
    event: NDArray[np.integer],
    main: NDArray[np.int64],
) -> Lanes:
    """Order the placements, each once."""
    count = len(main)
    placed = np.sort(lane.astype(np.int64) * count + event)
    placed = placed[np.diff(placed, prepend=-1) > 0]  # np.unique would import numpy.ma: 10 ms
    lane, event = np.divmod(placed, max(count, 1))
    return Lanes(
        ids=tuple(group.id for group in groups),
        names=tuple(group.name for group in groups),
        lane=lane.astype(np.int32),
        event=event.astype(np.int32),
        main=main.astype(np.int32),
        depths=tuple(group.depth for group in groups),
        unfolds=tuple(group.unfolds for group in groups),
    )
