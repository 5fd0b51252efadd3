"""Lists of objects in JSON, and JSON line by line: each object a row, each key a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import (
    READ_BETWEEN,
    ImportRefusedError,
    Progress,
    Table,
)
from peru_timeline.chronology.importing.parsing import json_tree
from peru_timeline.chronology.importing.parsing.opening import Opened, lines_of
from peru_timeline.chronology.importing.parsing.tables import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from peru_timeline.chronology.importing.sentences import ImportWords

LISTS = ("events", "items", "data", "records", "timeline", "results", "rows", "entries")
"""Keys under which a file holds its list of objects."""
_DATED = frozenset(("date", "start", "start_date", "startDate", "year", "fecha"))


def rows_of(value: Any, levels: int = 3) -> list[dict[str, Any]]:
    """Find the list of objects in a value, so many levels down; empty if there is none."""
    if isinstance(value, list):
        return json_tree.objects(value)
    top = json_tree.obj(value)
    for key in LISTS:
        found = json_tree.objects(top.get(key))
        if found:
            return found
    inside = list(top.values())
    if len(inside) > 1 and all(isinstance(each, dict) and _DATED & each.keys() for each in inside):
        return [{"id": key, **each} for key, each in top.items()]
    for key in LISTS:  # {"data": {"events": [...]}}
        inner = top.get(key)
        if levels and isinstance(inner, dict) and (found := rows_of(inner, levels - 1)):
            return found
    return []


def read(opened: Opened, progress: Progress, encoding: str = "") -> Table:
    """Read a list of objects, or one object alone; raises ImportRefusedError."""
    value = json_tree.json_of(opened, encoding)
    found = rows_of(value) or ([value] if isinstance(value, dict) else [])
    head = json_tree.obj(value) if found != [value] else {}
    title, description = (json_tree.text(head.get(key)) for key in ("title", "description"))
    return table_of_records(enumerate(found, 1), progress, title=title, description=description)


def read_lines(opened: Opened, progress: Progress, encoding: str = "") -> Table:
    """Read JSON line by line; raises ImportRefusedError."""
    losses: dict[Message, None] = {}

    def records() -> Iterator[tuple[int, dict[str, Any]]]:
        for number, line in enumerate(lines_of(opened, encoding), 1):
            if not line.strip():
                continue
            try:
                value = json_tree.parse(line)
            except ImportRefusedError:
                losses[ImportWords.BROKEN_LINE.of()] = None
                continue
            if isinstance(value, dict):
                yield number, value

    return table_of_records(records(), progress, losses=losses)


def table_of_records(
    records: Iterable[tuple[int, dict[str, Any]]],
    progress: Progress,
    losses: Iterable[Message] = (),
    title: str = "",
    description: str = "",
) -> Table:
    """Make a table from numbered objects, with a column for each key."""
    columns: dict[str, int] = {}
    numbers: list[int] = []
    rows: list[dict[int, str]] = []
    cells = 0
    for number, record in records:
        if number % READ_BETWEEN == 0:
            progress(number)
        row: dict[int, str] = {}
        for key, value in record.items():
            name = " ".join(json_tree.text(str(key)).split()) or "?"
            if name in columns or len(columns) < MOST_COLUMNS:
                row[columns.setdefault(name, len(columns))] = json_tree.text(value)
        cells += len(row)
        if len(rows) == MOST_ROWS or cells > MOST_CELLS:
            raise ImportRefusedError(ImportWords.TOO_MANY_ROWS.of(MOST_ROWS))
        rows.append(row)
        numbers.append(number)
    if not rows:
        raise ImportRefusedError(ImportWords.NO_EVENTS.of())
    return Table(
        columns=tuple(columns),
        rows=tuple(_in_columns(row, len(columns)) for row in rows),
        numbers=tuple(numbers),
        title=title,
        description=description,
        losses=tuple(losses),
    )


def _in_columns(row: dict[int, str], width: int) -> tuple[str, ...]:
    return tuple([row.get(place, "") for place in range(width)])
