"""Where the items of a chronology name each other by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Follow = Callable[[str, str], str]
"""Takes a list and an id in it, and returns the id to write."""


def with_renamed_references(
    kind: str, item: dict[str, Any], renamed: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """Return an item whose references follow renamed ids; `renamed` has old id -> new id for each list."""

    def follow(named: str, name: str) -> str:
        return renamed.get(named, {}).get(name, name)

    return _followed(kind, item, follow)


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
