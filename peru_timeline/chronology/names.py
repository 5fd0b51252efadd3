"""The names by which readers know what a chronology lists, for suggestions when an id is not found."""

from __future__ import annotations

from collections.abc import Mapping

from peru_timeline.chronology.chronology import Chronology

MOST_TITLES = 20_000
"""Events; of more, the titles are not read only to suggest one."""


def names_of(chronology: Chronology, kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names, short forms, aliases or titles of all actors, sectors, sources or events (`kind`), by id."""
    if kind == "actors":
        return {
            actor.id: (*actor.name.values(), *(actor.short or {}).values(), *actor.aliases)
            for actor in chronology.actors
        }
    if kind == "sectors":
        return {sector.id: tuple(sector.name.values()) for sector in chronology.sectors}
    if kind == "sources":
        return {source.id: tuple((source.title or {}).values()) for source in chronology.sources}
    if len(chronology.events) > MOST_TITLES:
        return dict.fromkeys(chronology.event_index, ())
    records = chronology.events.records(0, len(chronology.events))
    titles = ((record.id, record.title) for record in records)
    return {
        name: (title,) if isinstance(title, str) else tuple(title.values())
        for name, title in titles
    }
