"""Lanes: which events stand in which lane. An event with several actors or sources stands in several lanes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.models import Actor
from peru_timeline.chronology.store.event_columns import NO_SECTOR
from peru_timeline.chronology.text import LanguageMap


class Grouping(StrEnum):
    """What the lanes stand for."""

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
    """The lanes from top to bottom, and the placements, each an event in a lane, sorted by (lane, event)."""

    ids: tuple[str, ...]
    names: tuple[LanguageMap, ...]
    lane: NDArray[np.int32]  # [placements]
    event: NDArray[np.int32]  # [placements]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def first(self) -> NDArray[np.int64]:
        """[lanes + 1] The placements of lane i are ``first[i]:first[i + 1]``."""
        return np.searchsorted(self.lane, np.arange(len(self.ids) + 1))


def build_lanes(chronology: Chronology, grouping: Grouping) -> Lanes:
    """The lanes of a grouping, in the chronology's order: actors in tree order, without those that have no events.

    Events that belong to no group stand in an extra lane at the end, so that none is lost.
    """
    columns, count = chronology.event_columns, len(chronology.events)
    if grouping == Grouping.NONE:
        return _lanes(["all"], [ALL_EVENTS], np.zeros(count, np.int32), np.arange(count), count)
    lane: NDArray[np.integer]
    event: NDArray[np.integer]
    if grouping == Grouping.SECTOR:
        groups = [(sector.id, sector.name) for sector in chronology.sectors]
        event = np.flatnonzero(columns.sector != NO_SECTOR)
        lane = columns.sector[event]
    elif grouping == Grouping.ACTOR:
        taking_part = np.bincount(columns.actors.values, minlength=len(chronology.actors)) > 0
        number = {actor.id: i for i, actor in enumerate(chronology.actors)}
        actors = [a for a in _in_tree_order(chronology, None) if taking_part[number[a.id]]]
        groups = [(actor.id, actor.name) for actor in actors]
        lane_of = np.zeros(len(chronology.actors), np.int32)
        lane_of[[number[actor.id] for actor in actors]] = np.arange(len(actors))
        lane, event = lane_of[columns.actors.values], columns.actors.events
    else:
        groups = [(source.id, source.title or {"und": source.id}) for source in chronology.sources]
        lane, event = columns.sources.values, columns.sources.events
    ids, names = [group for group, _ in groups], [name for _, name in groups]
    without = np.flatnonzero(np.bincount(event, minlength=count) == 0)
    if len(without):
        ids.append("")
        names.append(NO_GROUP_NAMES[grouping] if len(ids) > 1 else ALL_EVENTS)
        lane = np.concatenate([lane, np.full(len(without), len(ids) - 1, np.int32)])
        event = np.concatenate([event, without])
    return _lanes(ids, names, lane, event, count)


def _in_tree_order(chronology: Chronology, parent: str | None) -> Iterator[Actor]:
    for actor in chronology.children_of(parent):
        yield actor
        yield from _in_tree_order(chronology, actor.id)


def _lanes(
    ids: Sequence[str],
    names: Sequence[LanguageMap],
    lane: NDArray[np.integer],
    event: NDArray[np.integer],
    count: int,
) -> Lanes:
    """The lanes with their placements sorted and duplicates removed; `count` is the number of events."""
    placements = np.sort(lane.astype(np.int64) * count + event)
    placements = placements[
        np.diff(placements, prepend=-1) > 0
    ]  # np.unique would import numpy.ma: 10 ms
    lane, event = np.divmod(placements, max(count, 1))
    return Lanes(tuple(ids), tuple(names), lane.astype(np.int32), event.astype(np.int32))
