"""Markdown files with front matter in YAML or TOML, one event each: a single file, or a folder of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peru_timeline.chronology.documents.front_matter import FrontMatterError, front_matter
from peru_timeline.chronology.importing.found import ImportRefusedError, Progress, Table
from peru_timeline.chronology.importing.parsing import json_tree
from peru_timeline.chronology.importing.parsing.opening import Opened, open_file, text_of
from peru_timeline.chronology.importing.readers.records import table_of_records
from peru_timeline.chronology.importing.sentences import ImportWords

BODY = "body"
"""The column of the text below the fields."""
MOST_FILES = 20_000
ENDINGS = (".md", ".markdown", ".json")


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
    try:
        found = front_matter(text_of(opened, encoding))
    except FrontMatterError:
        raise ImportRefusedError(ImportWords.BROKEN_YAML.of(opened.path.name)) from None
    if found is None:
        raise ImportRefusedError(ImportWords.NO_FRONT_MATTER.of())
    body = found.body.strip()
    return found.fields | ({BODY: body} if body else {})
