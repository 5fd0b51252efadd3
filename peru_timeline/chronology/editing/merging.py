"""Two versions of a chronology merged by item and field, starting from what both were made of.

What only one side changed is taken from it. What both changed in different ways is a conflict: nothing decides it but
the curator. The result is the file of the first side: all that the other side did not change keeps its bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from peru_timeline.chronology.editing.comparison import title_of
from peru_timeline.chronology.editing.fields import Path, fields_of, is_same, with_fields
from peru_timeline.chronology.editing.file_text import HEAD, KINDS, FileText
from peru_timeline.chronology.editing.head_text import key_splice
from peru_timeline.chronology.editing.json_text import rewritten

Side = Literal["mine", "theirs"]


class Conflict(NamedTuple):
    """A field that both sides changed; the path is empty where one side removed the item, and None stands for it."""

    kind: str
    id: str
    title: Any
    path: Path
    mine: Any
    theirs: Any


class Merged(NamedTuple):
    """The merged file, and the conflicts, which stand there as `prefer` says, else as on the first side."""

    file: FileText
    conflicts: tuple[Conflict, ...]


def merge(
    mine: FileText, theirs: FileText, base: FileText | None = None, prefer: Side = "mine"
) -> Merged:
    """Merge two versions; without a base everything that either side has is kept."""
    conflicts: list[Conflict] = []
    file = _merge_head(mine, theirs, base, prefer, conflicts)
    for kind in KINDS:
        if theirs.ids(kind) and kind not in file.lists:
            splice = key_splice(file, kind, [])
            file = file if splice is None else file.spliced(splice)
        if kind in file.lists:
            file = _ListMerge(kind, file, theirs, base, prefer, conflicts).merged()
    return Merged(file, tuple(conflicts))


def _merge_head(
    mine: FileText,
    theirs: FileText,
    base: FileText | None,
    prefer: Side,
    conflicts: list[Conflict],
) -> FileText:
    heads = [
        None
        if file is None
        else {key: value for key, value in file.head().items() if key not in KINDS}
        for file in (mine, theirs, base)
    ]
    one, other, first = heads
    made = _merge_item(HEAD, one or {}, other or {}, first, prefer, conflicts)
    for key in {**(one or {}), **made}:
        splice = key_splice(mine, key, made.get(key))
        if splice is not None:
            mine = mine.spliced(splice)
    return mine


def _merge_item(
    kind: str,
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
    base: Mapping[str, Any] | None,
    prefer: Side,
    conflicts: list[Conflict],
) -> dict[str, Any]:
    one, other = fields_of(mine), fields_of(theirs)
    first = None if base is None else fields_of(base)
    taken: dict[Path, Any] = {}
    for path in {**one, **other}:
        ours, yours = one.get(path), other.get(path)
        was = None if first is None else first.get(path)
        if is_same(ours, yours) or is_same(yours, was):
            continue
        if is_same(ours, was):
            taken[path] = yours
            continue
        name = "" if kind == HEAD else mine["id"]
        conflicts.append(Conflict(kind, name, title_of(mine), path, ours, yours))
        if prefer == "theirs":
            taken[path] = yours
    return with_fields(mine, taken)


class _ListMerge:
    """One list merged."""

    def __init__(
        self,
        kind: str,
        mine: FileText,
        theirs: FileText,
        base: FileText | None,
        prefer: Side,
        conflicts: list[Conflict],
    ) -> None:
        self._kind, self._mine, self._theirs, self._base = kind, mine, theirs, base
        self._prefer, self._conflicts = prefer, conflicts
        self._ours = _positions(mine.ids(kind))
        self._yours = _positions(theirs.ids(kind))
        self._was = {} if base is None else _positions(base.ids(kind))
        self._style, self._indentation = mine.item_style(kind)

    def merged(self) -> FileText:
        kept = {name: item for name in self._ours if (item := self._shared(name)) is not None}
        added = {
            name: item
            for name in self._yours
            if name not in self._ours and (item := self._theirs_alone(name)) is not None
        }
        order = [kept.get(name, added.get(name)) for name in self._order(kept, added)]
        chosen = [item for item in order if item is not None]
        if chosen == list(range(len(self._ours))):
            return self._mine
        splice = self._mine.list_splice(self._kind, 0, len(self._ours), chosen)
        return self._mine.spliced(splice)

    def _order(self, kept: Iterable[str], added: Iterable[str]) -> list[str]:
        """Put each new item behind the one that it follows on the other side."""
        follows: dict[str | None, list[str]] = {}
        known = {*kept, *added}
        before: str | None = None
        wanted = set(added)
        for name in self._yours:
            if name in wanted:
                follows.setdefault(before, []).append(name)
            if name in known:
                before = name
        order: list[str] = []
        waiting = list(reversed(list(kept)))
        waiting += reversed(follows.get(None, []))
        while waiting:
            name = waiting.pop()
            order.append(name)
            waiting += reversed(follows.get(name, []))
        return order

    def _shared(self, name: str) -> int | tuple[str, bytes] | None:
        """Return what becomes of an item of the first side: its position, other bytes, or nothing."""
        place = self._ours[name]
        text = self._mine.item_text(self._kind, place)
        if name not in self._yours:
            if name not in self._was:
                return place
            item = self._mine.item(self._kind, place)
            if not self._differs(item, name):
                return None
            self._conflicts.append(Conflict(self._kind, name, title_of(item), (), item, None))
            return place if self._prefer == "mine" else None
        if text == self._theirs.item_text(self._kind, self._yours[name]):
            return place
        mine = self._mine.item(self._kind, place)
        theirs = self._theirs.item(self._kind, self._yours[name])
        was = self._base_item(name)
        made = _merge_item(self._kind, mine, theirs, was, self._prefer, self._conflicts)
        new = rewritten(text, made, self._style, self._indentation)
        return place if new == text else (name, new)

    def _theirs_alone(self, name: str) -> tuple[str, bytes] | None:
        item = self._theirs.item(self._kind, self._yours[name])
        if name in self._was:
            if not self._differs(item, name):
                return None
            self._conflicts.append(Conflict(self._kind, name, title_of(item), (), None, item))
            if self._prefer == "mine":
                return None
        text = self._theirs.item_text(self._kind, self._yours[name])
        style = self._theirs.item_style(self._kind)
        if style == (self._style, self._indentation):
            return name, text
        return name, self._style.written(item, self._indentation)

    def _differs(self, item: Mapping[str, Any], name: str) -> bool:
        return not is_same(
            {".".join(path): value for path, value in fields_of(item).items()},
            {
                ".".join(path): value
                for path, value in fields_of(self._base_item(name) or {}).items()
            },
        )

    def _base_item(self, name: str) -> dict[str, Any] | None:
        if self._base is None or name not in self._was:
            return None
        found: dict[str, Any] = self._base.item(self._kind, self._was[name])
        return found


def _positions(ids: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(ids)}
