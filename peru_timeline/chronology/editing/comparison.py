"""What differs between two versions of a chronology: new, gone and changed items, field by field.

Items are matched by their ids. An item that is gone in one version and stands in the other under another id, the same
in all else, was renamed; what refers to it follows, and does not count as changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from peru_timeline.chronology.editing.fields import Path, fields_of, is_same, value_at
from peru_timeline.chronology.editing.file_text import HEAD, KINDS, FileText
from peru_timeline.chronology.editing.references import with_renamed_references


class FieldChange(NamedTuple):
    """A field in both versions; None where it is absent."""

    path: Path
    before: Any
    after: Any


class ItemChange(NamedTuple):
    """An item that differs: its list (or HEAD), id, title, and the fields; `renamed_to` is empty where the id stays."""

    kind: str
    id: str
    title: Any
    fields: tuple[FieldChange, ...] = ()
    renamed_to: str = ""


@dataclass(frozen=True)
class Comparison:
    """What differs; items are in the order of the later version, gone ones in that of the earlier one.

    Attributes:
        new, gone, changed, renamed: items of all lists; the head is among `changed`.
        reordered: lists whose shared items are in another order.

    """

    new: tuple[ItemChange, ...]
    gone: tuple[ItemChange, ...]
    changed: tuple[ItemChange, ...]
    renamed: tuple[ItemChange, ...]
    reordered: tuple[str, ...]

    @cached_property
    def is_empty(self) -> bool:
        """Whether both versions say the same."""
        return not (self.new or self.gone or self.changed or self.renamed or self.reordered)


def compare(before: FileText, after: FileText) -> Comparison:
    """Compare two versions of a chronology."""
    found = _Found([], [], [], [], [])
    renamed: dict[str, Mapping[str, str]] = {}
    fields = tuple(_changes(_head_fields(before), _head_fields(after)))
    if fields:
        found.changed.append(ItemChange(HEAD, "", after.head()["title"], fields))
    for kind in KINDS:
        renamed[kind] = _compare_list(kind, before, after, renamed, found)
    return Comparison(
        tuple(found.new),
        tuple(found.gone),
        tuple(found.changed),
        tuple(found.renamed),
        tuple(found.reordered),
    )


def changes_of(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """Return the fields that differ between two versions of an item."""
    return tuple(_changes(fields_of(before), fields_of(after)))


class _Found(NamedTuple):
    new: list[ItemChange]
    gone: list[ItemChange]
    changed: list[ItemChange]
    renamed: list[ItemChange]
    reordered: list[str]


def _compare_list(
    kind: str,
    before: FileText,
    after: FileText,
    renamed: Mapping[str, Mapping[str, str]],
    found: _Found,
) -> dict[str, str]:
    old = {name: place for place, name in enumerate(before.ids(kind))}
    new = {name: place for place, name in enumerate(after.ids(kind))}
    follows = any(renamed.values())

    def earlier(name: str) -> dict[str, Any]:
        item = before.item(kind, old[name])
        return with_renamed_references(kind, item, renamed) if follows else item

    gone = {name: earlier(name) for name in old if name not in new}
    added = {name: after.item(kind, place) for name, place in new.items() if name not in old}
    names = _renamed(gone, added)
    found.renamed.extend(
        ItemChange(kind, one, title_of(gone[one]), (), other) for one, other in names.items()
    )
    targets = set(names.values())
    found.new.extend(_items(kind, {n: i for n, i in added.items() if n not in targets}))
    found.gone.extend(_items(kind, {n: i for n, i in gone.items() if n not in names}))
    own = {**renamed, kind: names}
    for name, place in new.items():
        if name not in old:
            continue
        is_alike = before.item_text(kind, old[name]) == after.item_text(kind, place)
        if is_alike and not (follows or names):
            continue
        item = after.item(kind, place)
        fields = changes_of(with_renamed_references(kind, earlier(name), own), item)
        if fields:
            found.changed.append(ItemChange(kind, name, title_of(item), fields))
    shared = [names.get(name, name) for name in old if names.get(name, name) in new]
    kept = set(shared)
    if shared != [name for name in new if name in kept]:
        found.reordered.append(kind)
    return names


def title_of(item: Mapping[str, Any]) -> Any:
    """Return the title or name of an item, as the file has it."""
    return item.get("title", item.get("name", ""))


def _items(kind: str, items: Mapping[str, Any]) -> Iterator[ItemChange]:
    return (ItemChange(kind, name, title_of(item)) for name, item in items.items())


def _renamed(gone: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, str]:
    """Return old id -> new id of items that are alike in all but their ids, and unlike all others."""
    by_content: dict[str, list[str]] = {}
    for name, item in added.items():
        by_content.setdefault(_content(item), []).append(name)
    found: dict[str, str] = {}
    for name, item in gone.items():
        alike = by_content.get(_content(item), [])
        if len(alike) == 1 and alike[0] not in found.values():
            found[name] = alike[0]
    return found


def _content(item: Mapping[str, Any]) -> str:
    fields = {".".join(path): value for path, value in fields_of(item).items() if path != ("id",)}
    return json.dumps(fields, sort_keys=True)


def _head_fields(file: FileText) -> dict[Path, Any]:
    head = {key: value for key, value in file.head().items() if key not in KINDS}
    return fields_of(head)


def _changes(before: Mapping[Path, Any], after: Mapping[Path, Any]) -> Iterator[FieldChange]:
    for path in {**before, **after}:
        one, other = value_at(before, path), value_at(after, path)
        if not is_same(one, other):
            yield FieldChange(path, one, other)
