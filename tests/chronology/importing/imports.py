"""Importing a small file that a test writes, and what came of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from peru_timeline.chronology.importing.importer import Imported, import_file
from peru_timeline.chronology.importing.mapping import Mapping


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def imported(
    folder: Path, name: str, content: str | bytes, mapping: Mapping | None = None
) -> Imported:
    return import_file(written(folder, name, content), mapping=mapping)


def events(found: Imported) -> list[tuple[str, str]]:
    """Title and date of each event, in the order of the file."""
    return [(str(event["title"]), event["date"]) for event in json.loads(found.content)["events"]]


def content(found: Imported) -> Any:
    """The chronology as JSON."""
    return json.loads(found.content)


def losses(found: Imported, row: int) -> list[str]:
    """The sentences of what a row lost; row 0 is the file as a whole."""
    return [str(loss.message) for loss in found.losses if loss.row == row]
