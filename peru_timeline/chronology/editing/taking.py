"""Taking over what another version of a chronology says, item by item and field by field, as one change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from peru_timeline.chronology.editing.changes import Add, Remove, Replace, SetHead, Together
from peru_timeline.chronology.editing.comparison import Comparison, ItemChange
from peru_timeline.chronology.editing.fields import Path, fields_of, is_same, value_at, with_fields
from peru_timeline.chronology.editing.file_text import HEAD, KINDS, FileText

WHOLE: Path = ()
"""Stands for a whole item, which is new or gone."""
ID: Path = ("id",)


class Difference(NamedTuple):
    """One thing that another version says differently, to be taken over or not.

    Attributes:
        item: the item, with its list and id.
        path: the field; WHOLE where the item is new or gone.
        before, after: the values; None where there is none.
        mine: the value in the version that takes over, if it is a third one that differs from both; else None.

    """

    item: ItemChange
    path: Path
    before: Any
    after: Any
    mine: Any = None


def differences_of(found: Comparison, before: FileText, after: FileText) -> Iterator[Difference]:
    """Yield what differs, by list and item."""
    for kind in (HEAD, *KINDS):
        for change in found.changed:
            if change.kind == kind:
                yield from (Difference(change, *field) for field in change.fields)
        for change in found.renamed:
            if change.kind == kind:
                yield Difference(change, ID, change.id, change.renamed_to)
        for change in found.new:
            if change.kind == kind:
                yield Difference(change, WHOLE, None, _item(after, change))
        for change in found.gone:
            if change.kind == kind:
                yield Difference(change, WHOLE, _item(before, change), None)


def with_mine(found: Iterable[Difference], mine: FileText) -> Iterator[Difference]:
    """Yield those differences that a third version does not have yet, with what it says where it was changed, too."""
    for each in found:
        own = _value_in(mine, each)
        if is_same(own, each.after):
            continue
        yield each if is_same(own, each.before) else each._replace(mine=own)


def change_taking(mine: FileText, wanted: Iterable[Difference]) -> Together:
    """Return the change that takes these differences over into a version, as far as it has the items."""
    added: list[Add] = []
    fields: dict[tuple[str, str], dict[Path, Any]] = {}
    removed: list[Remove] = []
    for each in wanted:
        kind, name = each.item.kind, each.item.id
        is_there = kind == HEAD or name in mine.ids(kind)
        if each.path == WHOLE and each.after is None:
            removed += [Remove(kind, name)] if is_there else []
        elif each.path == WHOLE:
            added += [] if is_there else [Add(kind, each.after)]
        elif is_there:
            fields.setdefault((kind, name), {})[each.path] = each.after
    first, last = sorted(added, key=_order), sorted(removed, key=_order, reverse=True)
    changes: list[Add | Replace | Remove | SetHead] = [*first]
    for (kind, name), values in fields.items():
        changes += _replaced(mine, kind, name, values)
    changes += last  # what names others goes first
    return Together(tuple(changes))


def _order(change: Add | Remove) -> int:
    return KINDS.index(change.kind)


def _replaced(
    mine: FileText, kind: str, name: str, values: dict[Path, Any]
) -> list[Add | Replace | Remove | SetHead]:
    if kind == HEAD:
        head = mine.head()
        made = with_fields(head, values)
        return [SetHead(key, made.get(key)) for key in {path[0] for path in values}]
    item = mine.item(kind, mine.ids(kind).index(name))
    return [Replace(kind, name, with_fields(item, values))]


def _item(file: FileText, change: ItemChange) -> Any:
    return file.item(change.kind, file.ids(change.kind).index(change.id))


def _value_in(file: FileText, each: Difference) -> Any:
    kind, name = each.item.kind, each.item.id
    if kind == HEAD:
        return value_at(fields_of(file.head()), each.path)
    if name not in file.ids(kind):
        return None
    item = _item(file, each.item)
    return item if each.path == WHOLE else value_at(fields_of(item), each.path)
