"""A part of a chronology as fields: what two versions of it are compared and merged by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Path = tuple[str, ...]
Fields = Mapping[Path, Any]

_TEXTS = {"title", "summary", "date_note", "name", "short", "note", "description"}
_SAID_BY_SILENCE = {"date": "XXXX", "status": "happened", "importance": 2}
"""What an event means that lacks the key."""


def fields_of(item: Mapping[str, Any]) -> dict[Path, Any]:
    """Return the fields of an item; each language of a text is a field of its own, such as ("title", "es").

    What means the same is the same: a text without a language and one in "und", an empty list and none, a key that
    is left out and its default.
    """
    fields: dict[Path, Any] = {}
    for key, value in item.items():
        if key in _TEXTS:
            texts = value if isinstance(value, dict) else {"und": value}
            fields |= {(key, tag): text for tag, text in texts.items()}
        elif isinstance(value, dict):
            fields |= {(key, inner): part for inner, part in value.items()}
        elif value != [] and not _is_default(key, value):
            fields[key,] = value
    return fields


def with_fields(item: Mapping[str, Any], changed: Fields) -> dict[str, Any]:
    """Return an item with other values for some fields; None leaves one out."""
    made = dict(item)
    for path, value in changed.items():
        key = path[0]
        if len(path) == 1:
            _set(made, key, value)
            continue
        inner = made.get(key, {})
        inner = dict(inner) if isinstance(inner, dict) else {"und": inner}
        _set(inner, path[1], value)
        _set(made, key, inner or None)
    for key in _TEXTS & made.keys():
        if (
            isinstance(made[key], dict)
            and list(made[key]) == ["und"]
            and isinstance(item.get(key), str)
        ):
            made[key] = made[key]["und"]
    return made


def value_at(fields: Fields, path: Path) -> Any:
    """Return the value of a field; where an event leaves it out, what that means, else None."""
    return fields.get(path, _SAID_BY_SILENCE.get(path[0]))


def is_same(one: Any, other: Any) -> bool:
    """Return whether two values are the same JSON; 1 and 1.0 and true are not."""
    return bool(one == other) and json.dumps(one, sort_keys=True) == json.dumps(
        other, sort_keys=True
    )


def _is_default(key: str, value: Any) -> bool:
    return key in _SAID_BY_SILENCE and is_same(value, _SAID_BY_SILENCE[key])


def _set(values: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value
