"""The fields in YAML or TOML that a Markdown file may begin with."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from typing import Any, NamedTuple

import yaml

LONGEST_FIELDS = 200_000
_PARTS = re.compile(r"\s*(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n(.*))?", re.DOTALL)
_DEEPEST = 30


class FrontMatterError(Exception):
    """Fields that cannot be read."""


class FrontMatter(NamedTuple):
    """The fields of a file, their dates as texts, and what stands below them."""

    fields: dict[str, Any]
    body: str


def fields_in(text: str) -> str | None:
    """The front matter that a text begins with; None if it has none."""
    match = _PARTS.fullmatch(text)
    return match[2] if match is not None else None


def front_matter(text: str) -> FrontMatter | None:
    """Read the fields that a text begins with; None if it has none. Raises FrontMatterError."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    if len(match[2]) > LONGEST_FIELDS:
        raise FrontMatterError
    try:
        fields = (
            tomllib.loads(match[2]) if match[1] == "+++" else yaml.load(match[2], Loader=_Loader)  # noqa: S506 (a SafeLoader, below)
        )
    except (yaml.YAMLError, ValueError, RecursionError):
        raise FrontMatterError from None
    if not isinstance(fields, dict):
        raise FrontMatterError
    return FrontMatter({str(key): _plain(value) for key, value in fields.items()}, match[3] or "")


class _Loader(yaml.SafeLoader):
    """Reads plain values; refuses aliases, which let a short text expand without limit."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Read a value; refuse an alias."""
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


def _plain(value: Any, level: int = 0) -> Any:
    """Turn what YAML reads as dates back into texts."""
    if level > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {str(key): _plain(inner, level + 1) for key, inner in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(inner, level + 1) for inner in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else str(value)
