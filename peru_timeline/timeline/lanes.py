"""Lanes: which group's band an event stands in; an event of several actors or sources stands in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.models import Actor, Chronology
from peru_timeline.chronology.text import LanguageMap


class Grouping(StrEnum):
    """What a lane stands for."""

    SECTOR = "sector"
    ACTOR = "actor"
    SOURCE = "source"
    NONE = "none"


ALL_EVENTS: LanguageMap = {"en": "All events", "es": "Todos los hechos"}
WITHOUT: dict[Grouping, LanguageMap] = {
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

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def first(self) -> NDArray[np.int64]:
        """[lanes + 1]: the placements of lane i are ``first[i]:first[i + 1]``."""
        return np.searchsorted(self.lane, np.arange(len(self.ids) + 1))


def build_lanes(chronology: Chronology, grouping: Grouping) -> Lanes:
    """The lanes of a grouping, in the chronology's order; actors in that of their tree, if they take part.

    Events that belong to no group stand in a lane of their own at the end, so that none is lost.
    """
    if grouping == Grouping.NONE:
        return _lanes(["all"], [ALL_EVENTS], [[0]] * len(chronology.events))
    if grouping == Grouping.SECTOR:
        groups = [(sector.id, sector.name) for sector in chronology.sectors]
        members = [[event.sector] for event in chronology.events]
    elif grouping == Grouping.ACTOR:
        members = [[role.actor for role in event.actors] for event in chronology.events]
        taking_part = {actor for actors in members for actor in actors}
        groups = [
            (actor.id, actor.name)
            for actor in _in_tree_order(chronology, None)
            if actor.id in taking_part
        ]
    else:
        groups = [(source.id, source.title or {"und": source.id}) for source in chronology.sources]
        members = [[evidence.source for evidence in event.evidence] for event in chronology.events]
    index = {group: i for i, (group, _) in enumerate(groups)}
    ids, names = [group for group, _ in groups], [name for _, name in groups]
    of_event = [sorted({index[m] for m in member if m in index}) for member in members]
    if not all(of_event):
        ids.append("")
        names.append(WITHOUT[grouping])
        of_event = [lanes or [len(ids) - 1] for lanes in of_event]
    return _lanes(ids, names, of_event)


def _in_tree_order(chronology: Chronology, parent: str | None) -> Iterator[Actor]:
    for actor in chronology.children_of(parent):
        yield actor
        yield from _in_tree_order(chronology, actor.id)


def _lanes(
    ids: Sequence[str], names: Sequence[LanguageMap], of_event: Sequence[Sequence[int]]
) -> Lanes:
    counts = np.fromiter((len(lanes) for lanes in of_event), dtype=np.int64, count=len(of_event))
    event = np.repeat(np.arange(len(of_event), dtype=np.int32), counts)
    lane = np.fromiter(
        (lane for lanes in of_event for lane in lanes), dtype=np.int32, count=int(counts.sum())
    )
    order = np.lexsort((event, lane))
    return Lanes(tuple(ids), tuple(names), lane[order], event[order])
