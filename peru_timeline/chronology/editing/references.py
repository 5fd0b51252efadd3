"""Where the items of a chronology name each other by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from peru_timeline.chronology.editing.file_text import FileText

Follow = Callable[[str, str], str]
"""Takes a list and an id in it, and returns the id to write."""


def with_renamed_references(
    kind: str, item: dict[str, Any], renamed: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """Return an item whose references follow renamed ids; `renamed` has old id -> new id for each list."""

    def follow(named: str, name: str) -> str:
        return renamed.get(named, {}).get(name, name)

    return _followed(kind, item, follow)


_NAMED_IN = {
    "sectors": ("events",),
    "actors": ("actors", "events"),
    "sources": ("events",),
    "events": ("events",),
}
"""The lists whose items name items of a list."""


def items_that_name(file: FileText, kind: str, name: str) -> dict[str, list[int]]:
    """Return the positions of the items that name another, by list."""
    found: dict[str, list[int]] = {}
    for other in _NAMED_IN[kind]:
        places = [
            place
            for place in _candidates(file, other, name)
            if (kind, name) in references_of(other, file.item(other, place))
        ]
        if places:
            found[other] = places
    return found


def _candidates(file: FileText, kind: str, name: str) -> Iterator[int]:
    """Yield the positions of items in whose bytes an id stands; all, where ids may be written as escapes."""
    place = file.lists.get(kind)
    if place is None:
        return
    if file.has_escaped_ids:
        yield from range(len(place.items.ids))
        return
    quoted = b'"%b"' % name.encode()
    at = file.content.find(quoted, place.begin, place.end)
    while at >= 0:
        number = int(np.searchsorted(place.items.begin, at, side="right")) - 1
        yield number
        at = file.content.find(quoted, int(place.items.end[number]), place.end)


def references_of(kind: str, item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (list, id) of everything that an item names."""
    found: list[tuple[str, str]] = []

    def note(named: str, name: str) -> str:
        found.append((named, name))
        return name

    _followed(kind, item, note)
    yield from found


def _followed(kind: str, item: dict[str, Any], follow: Follow) -> dict[str, Any]:
    made = dict(item)
    if kind == "actors" and made.get("part_of") is not None:
        made["part_of"] = follow("actors", made["part_of"])
    if kind != "events":
        return made
    if made.get("sector") is not None:
        made["sector"] = follow("sectors", made["sector"])
    for key, inner, named in (
        ("actors", "actor", "actors"),
        ("evidence", "source", "sources"),
        ("related", "event", "events"),
    ):
        if key in made:
            made[key] = [{**part, inner: follow(named, part[inner])} for part in made[key]]
    if "notes" in made:
        made["notes"] = [_note(note, follow) for note in made["notes"]]
    return made


def _note(note: dict[str, Any], follow: Follow) -> dict[str, Any]:
    if "sources" not in note:
        return note
    return {**note, "sources": [follow("sources", source) for source in note["sources"]]}
