"""What differs between two chronologies, as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from peru_timeline.chronology.editing.comparison import Comparison, FieldChange, ItemChange
from peru_timeline.chronology.editing.file_text import HEAD, KINDS
from peru_timeline.chronology.editing.merging import Conflict
from peru_timeline.chronology.text import printable

SINGULAR = {"sectors": "sector", "actors": "actor", "sources": "source", "events": "event"}
_LONGEST = 300
"""Characters of a value on one line."""


def lines_of(comparison: Comparison, language: str = "en") -> Iterator[str]:
    """Yield the lines of a comparison: + new, - gone, ~ changed, with each field in both versions."""
    for kind in (HEAD, *KINDS):
        for change in comparison.new:
            if change.kind == kind:
                yield f"+ {_named(change, language)}"
        for change in comparison.gone:
            if change.kind == kind:
                yield f"- {_named(change, language)}"
        for change in comparison.renamed:
            if change.kind == kind:
                yield f"~ {_named(change, language)}: its id is now {change.renamed_to}"
        for change in comparison.changed:
            if change.kind == kind:
                yield f"~ {_named(change, language)}"
                for field in change.fields:
                    yield from _field_lines(field)
        if kind in comparison.reordered:
            yield f"~ the {kind} are in another order"


def summary_of(comparison: Comparison) -> str:
    """Count what differs in one line."""
    if comparison.is_empty:
        return "no differences"
    parts = []
    for kind in KINDS:
        counts = (
            (sum(change.kind == kind for change in found), word)
            for found, word in (
                (comparison.new, "new"),
                (comparison.gone, "gone"),
                (comparison.renamed, "renamed"),
                (comparison.changed, "changed"),
            )
        )
        told = [f"{count} {word}" for count, word in counts if count]
        told += ["in another order"] if kind in comparison.reordered else []
        if told:
            parts.append(f"{kind}: {', '.join(told)}")
    if any(change.kind == HEAD for change in comparison.changed):
        parts.insert(0, "the head: changed")
    return "; ".join(parts)


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON, by list; fields are named as in the file, such as `title.es`."""
    lists: dict[str, Any] = {}
    for kind in KINDS:
        lists[kind] = {
            "new": _ids(comparison.new, kind),
            "gone": _ids(comparison.gone, kind),
            "renamed": {c.id: c.renamed_to for c in comparison.renamed if c.kind == kind},
            "changed": {
                change.id: _json_fields(change.fields)
                for change in comparison.changed
                if change.kind == kind
            },
            "reordered": kind in comparison.reordered,
        }
    heads = (change for change in comparison.changed if change.kind == HEAD)
    head = next((_json_fields(change.fields) for change in heads), {})
    return {"same": comparison.is_empty, HEAD: head, **lists}


def conflict_line(conflict: Conflict, language: str = "en") -> str:
    """Say what both sides changed: where, and to what."""
    change = ItemChange(conflict.kind, conflict.id, conflict.title)
    if conflict.path:
        mine, theirs = _shown(conflict.mine), _shown(conflict.theirs)
        return (
            f"{_named(change, language)}, {'.'.join(conflict.path)}: mine {mine}, theirs {theirs}"
        )
    gone = "mine removes it, theirs changes it" if conflict.mine is None else ""
    return f"{_named(change, language)}: {gone or 'mine changes it, theirs removes it'}"


def _ids(changes: Iterable[ItemChange], kind: str) -> list[str]:
    return [change.id for change in changes if change.kind == kind]


def _json_fields(fields: Iterable[FieldChange]) -> dict[str, Any]:
    return {
        ".".join(field.path): {"before": field.before, "after": field.after} for field in fields
    }


def _named(change: ItemChange, language: str) -> str:
    title = change.title
    if isinstance(title, dict):
        title = title.get(language) or next(iter(title.values()), "")
    shown = f"“{printable(str(title))}”" if title else ""
    if change.kind == HEAD:
        return f"chronology {shown}".rstrip()
    return f"{SINGULAR[change.kind]} {change.id} {shown}".rstrip()


def _field_lines(field: FieldChange) -> Iterator[str]:
    name = printable(".".join(field.path))
    if isinstance(field.before, list | None) and isinstance(field.after, list | None):
        before, after = field.before or [], field.after or []
        gone = [item for item in before if item not in after]
        new = [item for item in after if item not in before]
        if gone or new:
            yield from (f"    {name}: - {_shown(item)}" for item in gone)
            yield from (f"    {name}: + {_shown(item)}" for item in new)
            return
    yield f"    {name}: {_shown(field.before)} → {_shown(field.after)}"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = printable(text.replace("\n", "\\n").replace("\t", "\\t"))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
