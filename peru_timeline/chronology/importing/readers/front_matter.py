"""Markdown files with front matter in YAML or TOML, one event each: a single file, or a folder of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from peru_timeline.chronology.importing.found import ImportRefusedError, Progress, Table
from peru_timeline.chronology.importing.parsing import json_tree
from peru_timeline.chronology.importing.parsing.opening import Opened, open_file, text_of
from peru_timeline.chronology.importing.readers.records import table_of_records
from peru_timeline.chronology.importing.sentences import ImportWords

BODY = "body"
"""The column of the text below the fields."""
LONGEST_FIELDS = 200_000
MOST_FILES = 20_000
ENDINGS = (".md", ".markdown", ".json")
_PARTS = re.compile(r"\s*(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n(.*))?", re.DOTALL)
_DEEPEST = 30


def fields_in(text: str) -> str | None:
    """The front matter that a text begins with; None if it has none."""
    match = _PARTS.fullmatch(text)
    return match[2] if match is not None else None


def read(opened: Opened, progress: Progress, encoding: str = "") -> Table:
    """Read one file; raises ImportRefusedError."""
    return table_of_records([(1, _record(opened, encoding))], progress)


def read_folder(folder: Path, progress: Progress) -> Table:
    """Read each Markdown and JSON file of a folder as one event; raises ImportRefusedError."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    except OSError:
        raise ImportRefusedError(ImportWords.NO_EVENTS.of()) from None
    if len(paths) > MOST_FILES:
        raise ImportRefusedError(ImportWords.TOO_MANY_ROWS.of(MOST_FILES))
    losses = []

    def records() -> Iterator[tuple[int, dict[str, Any]]]:
        for number, path in enumerate(paths, 1):
            progress(number)
            try:
                opened = open_file(path)
                if path.suffix.lower() == ".json":
                    yield number, json_tree.obj(json_tree.json_of(opened))
                else:
                    yield number, _record(opened, "")
            except ImportRefusedError as error:
                losses.append(ImportWords.FILE_SKIPPED.of(path.name, error.message))

    table = table_of_records(records(), progress)
    return Table(table.columns, table.rows, table.numbers, title=folder.name, losses=tuple(losses))


def _record(opened: Opened, encoding: str) -> dict[str, Any]:
    match = _PARTS.fullmatch(text_of(opened, encoding))
    if match is None:
        raise ImportRefusedError(ImportWords.NO_FRONT_MATTER.of())
    if len(match[2]) > LONGEST_FIELDS:
        raise ImportRefusedError(ImportWords.BROKEN_YAML.of(opened.path.name))
    try:
        fields = (
            tomllib.loads(match[2]) if match[1] == "+++" else yaml.load(match[2], Loader=_Loader)  # noqa: S506 (a SafeLoader, below)
        )
    except (yaml.YAMLError, ValueError, RecursionError):
        raise ImportRefusedError(ImportWords.BROKEN_YAML.of(opened.path.name)) from None
    if not isinstance(fields, dict):
        raise ImportRefusedError(ImportWords.BROKEN_YAML.of(opened.path.name))
    record = {str(key): _plain(value) for key, value in fields.items()}
    return record | ({BODY: match[3].strip()} if match[3] and match[3].strip() else {})


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
