"""The actors, sectors and sources that the records of a spreadsheet name, and those that its readers have added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peru_timeline.chronology.formats.records import KINDS
from peru_timeline.chronology.importing.naming import Ids, slug
from peru_timeline.chronology.importing.parsing.json_tree import obj
from peru_timeline.chronology.text import UNDETERMINED, fold, in_language


def shown_tag(text: Any, language: str) -> str:
    """The tag of the text that a reader of a language is shown; the language itself where there is none."""
    if isinstance(text, str):
        return UNDETERMINED
    shown = in_language(text, language)
    return next((tag for tag, said in text.items() if said == shown), language)


def shown(text: Any, language: str) -> str:
    """The text that a reader of a language is shown."""
    return text if isinstance(text, str) else in_language(text or {}, language)


class Definitions:
    """What events refer to, as JSON, in the order of the chronology that was exported."""

    def __init__(self, records: list[dict[str, Any]], language: str) -> None:
        self._by_kind: dict[str, dict[str, Any]] = {}
        for kind in KINDS:
            placed = {
                int(place): item
                for record in records
                for place, item in obj(record.get(kind)).items()
                if place.isdecimal() and len(place) < 10
            }
            items = [obj(placed[place]) for place in sorted(placed)]
            self._by_kind[kind] = {str(item.get("id")): item for item in items}
        self._by_name = {
            kind: {
                fold(shown(item.get("name"), language)): name
                for name, item in reversed(self._by_kind[kind].items())
            }
            for kind in ("actors", "sectors")
        }

    def as_lists(self) -> dict[str, list[Any]]:
        """All of them, as a chronology file has them."""
        return {kind: list(items.values()) for kind, items in self._by_kind.items()}

    def sector(self, name: str) -> str:
        """The id of the sector that is shown under a name; made if there is none."""
        return self._of("sectors", name, {})

    def actors(self, cell: str) -> list[str]:
        """The ids of actors in a cell, separated by commas, which a name may contain too."""
        parts = [part for part in cell.split(", ") if part.strip()]
        ids: list[str] = []
        while parts:
            known = self._by_name["actors"]
            for width in range(len(parts), 0, -1):
                name = ", ".join(parts[:width])
                if width == 1 or fold(name) in known:
                    ids.append(self._of("actors", name.strip(), {"kind": "organisation"}))
                    parts = parts[width:]
                    break
        return list(dict.fromkeys(ids))

    def _of(self, kind: str, name: str, more: Mapping[str, str]) -> str:
        known = self._by_name[kind]
        if fold(name) not in known:
            ids = Ids()
            for taken in self._by_kind[kind]:
                ids.new(taken, "")
            made = ids.new(slug(name), f"{kind[:-1]}-{len(self._by_kind[kind]) + 1}")
            self._by_kind[kind][made] = {"id": made, "name": name, **more}
            known[fold(name)] = made
        return known[fold(name)]
