"""Changes at random, for tests of what must hold for all of them."""

from __future__ import annotations

import random
from typing import Any

from peru_timeline.chronology.editing.changes import (
    Add,
    Change,
    Remove,
    Reorder,
    Replace,
    SetHead,
)
from peru_timeline.chronology.editing.file_text import KINDS, FileText


class AnyEditor:
    """Somebody who makes any change, sensible or not."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._made = 0

    def change(self, file: FileText) -> Change:
        make = self._random.choice(
            (self._add, self._replace, self._rename, self._remove, self._reorder, self._head)
        )
        return make(file, self._random.choice(KINDS))

    def _new_id(self) -> str:
        self._made += 1
        return f"made-{self._made}"

    def _any(self, file: FileText, kind: str) -> str:
        return self._random.choice(file.ids(kind) or ("none",))

    def _item(self, file: FileText, kind: str) -> dict[str, Any]:
        text = self._random.choice(
            ("", 'Ñandú "x"', "a\\b", "\U0001f600", "line\nbreak", "two words")
        )
        both = {"en": text, "es": "Sí"}
        items: dict[str, dict[str, Any]] = {
            "sectors": {"name": both},
            "actors": {"name": text, "kind": "state", "part_of": self._any(file, "actors")},
            "sources": {"type": self._random.choice(("book", "novel")), "title": text},
            "events": {
                "date": self._random.choice(("2001", "2003-05~", "soon")),
                "title": both,
                "sector": self._any(file, "sectors"),
                "actors": [{"actor": self._any(file, "actors")}],
                "related": [{"event": self._any(file, "events"), "relation": "follows"}],
            },
        }
        return items[kind]

    def _add(self, file: FileText, kind: str) -> Change:
        item = {"id": self._new_id(), **self._item(file, kind)}
        return Add(kind, item, self._random.randrange(-1, 9))

    def _replace(self, file: FileText, kind: str) -> Change:
        name = self._any(file, kind)
        return Replace(kind, name, {"id": name, **self._item(file, kind)})

    def _rename(self, file: FileText, kind: str) -> Change:
        name = self._any(file, kind)
        place = file.ids(kind).index(name) if name in file.ids(kind) else None
        item = self._item(file, kind) if place is None else file.item(kind, place)
        return Replace(kind, name, {**item, "id": self._new_id()})

    def _remove(self, file: FileText, kind: str) -> Change:
        return Remove(kind, self._any(file, kind))

    def _reorder(self, file: FileText, kind: str) -> Change:
        return Reorder(kind, self._any(file, kind), self._random.randrange(-1, 9))

    def _head(self, _file: FileText, _kind: str) -> Change:
        key, values = self._random.choice(
            (
                ("span", ("2001/2010", "soon", None)),
                ("version", ("2.0.0", "", None)),
                ("description", ({"en": "A", "es": "B"}, {"en": "A"}, None)),
            )
        )
        return SetHead(key, self._random.choice(values))
