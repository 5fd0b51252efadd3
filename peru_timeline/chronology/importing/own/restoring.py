"""Restores the chronology that a spreadsheet of ours was made of, with what has been changed in its cells since.

A cell that says what the record of its row says is left to the record, which says it in full: in all languages, with
roles, figures and quotations. A cell that says something else has been changed, and counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.formats.csv_table import shown_cells, without_formula
from peru_timeline.chronology.formats.records import HEAD, HEAD_FIELDS, joined
from peru_timeline.chronology.importing.building import Built, Loss
from peru_timeline.chronology.importing.found import Table
from peru_timeline.chronology.importing.mapping import Mapping, Role
from peru_timeline.chronology.importing.own.cells import changed_event
from peru_timeline.chronology.importing.own.definitions import Definitions, shown
from peru_timeline.chronology.importing.parsing.json_tree import obj
from peru_timeline.chronology.importing.parsing.own_columns import OwnColumns, own_columns
from peru_timeline.chronology.importing.sentences import ImportWords
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.chronology.models import FORMAT
from peru_timeline.chronology.text import printable

_FAULTY_EVENT = re.compile(r"events\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its number, its cells by column, its record, and the event that its other cells alone make."""

    number: int
    cells: ReadOnly[str, str]
    record: dict[str, Any]
    read: dict[str, Any]


class _Whole(NamedTuple):
    """What the records say together; `exported` is id of event -> column -> the cell that the export wrote."""

    head: dict[str, Any]
    definitions: Definitions
    exported: dict[str, dict[str, str]]


def restore(built: Built, table: Table, mapping: Mapping) -> Built:
    """Return the chronology of the records, if the table is ours; else what was built."""
    own = own_columns(table.columns)
    if own is None or not mapping.columns_of(Role.RECORD):
        return built
    rows = _rows(built, table, own)
    try:
        try:
            whole = _whole(built, rows, own, mapping)
        except ChronologyError as error:
            rows = _without_records_at_fault(rows, error)
            whole = _whole(built, rows, own, mapping)
    except ChronologyError as error:
        fault = error.faults[0]
        told = ImportWords.RECORDS_NOT_READ.of(fault.location, fault.message)
        return Built(built.content, (Loss(0, told), *built.losses), built.rows)
    return built if whole is None else _joined(built, rows, own, whole)


def _whole(built: Built, rows: list[_Row], own: OwnColumns, mapping: Mapping) -> _Whole | None:
    """Put the records together; None if there are none. Raises ChronologyError."""
    records = [row.record for row in rows if row.record]
    if not records:
        return None
    head, definitions = _head(built, records, mapping), Definitions(records, own.language)
    content = _content(head, definitions, [record["event"] for record in records])
    exported = parse_chronology(json.dumps(content).encode(), "")
    return _Whole(head, definitions, _exported_cells(exported, own))


def _without_records_at_fault(rows: list[_Row], error: ChronologyError) -> list[_Row]:
    """Drop the records of events that are not sound: somebody has changed them by hand."""
    found = (_FAULTY_EVENT.match(fault.location) for fault in error.faults)
    numbers = {int(match[1]) for match in found if match is not None}
    recorded = [number for number, row in enumerate(rows) if row.record]
    faulty = {recorded[number] for number in numbers}
    return [replace(row, record={}) if n in faulty else row for n, row in enumerate(rows)]


def _rows(built: Built, table: Table, own: OwnColumns) -> list[_Row]:
    """The rows that make events; of two with the same event, only the first has its record."""
    places = [table.columns.index(name) for name in own.records]
    cells_of = dict(zip(table.numbers, table.rows, strict=True))
    taken: set[str] = set()
    rows: list[_Row] = []
    for (_, number), read in zip(built.rows.items(), built.content["events"], strict=True):
        cells = cells_of[number]
        record = _record(joined([cells[place] for place in places]))
        name = record["event"]["id"] if record else ""
        if name in taken:
            record = {}
        taken.add(name)
        rows.append(_Row(number, dict(zip(table.columns, cells, strict=True)), record, read))
    return rows


def _record(text: str) -> dict[str, Any]:
    try:
        record = obj(json.loads(text)) if text else {}
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(obj(record.get("event")).get("id"), str) else {}


def _head(built: Built, records: list[dict[str, Any]], mapping: Mapping) -> dict[str, Any]:
    """The head that a record has; else that of the file as read. A title that was chosen for the import counts."""
    found = next((obj(record[HEAD]) for record in records if HEAD in record), {})
    head = {name: found[name] for name in HEAD_FIELDS if name in found}
    if not head:
        head = {name: built.content[name] for name in HEAD_FIELDS if name in built.content}
    if mapping.title and mapping.title not in (
        shown(head.get("title"), language) for language in ("en", "es")
    ):
        head["title"] = built.content["title"]
    return head


def _content(
    head: dict[str, Any], definitions: Definitions, events: list[dict[str, Any]]
) -> dict[str, Any]:
    names = {event["id"] for event in events}
    whole = [_without_lost_ties(event, names) for event in events]
    return {"format": FORMAT, **head, **definitions.as_lists(), "events": whole}


def _without_lost_ties(event: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """Leave out ties to events that the table no longer has."""
    ties = event.get("related")
    if not isinstance(ties, list) or all(obj(tie).get("event") in names for tie in ties):
        return event
    return {**event, "related": [tie for tie in ties if obj(tie).get("event") in names]}


def _exported_cells(exported: Chronology, own: OwnColumns) -> dict[str, dict[str, str]]:
    head, *rows = shown_cells(exported, range(len(exported.events)), own.language)
    return {row[0]: dict(zip(head, row, strict=True)) for row in rows}


def _joined(built: Built, rows: list[_Row], own: OwnColumns, whole: _Whole) -> Built:
    events: list[dict[str, Any]] = []
    losses: list[Loss] = []
    named: dict[str, int] = {}
    for row in rows:
        event, was = row.record.get("event", {}), {}
        if row.record:
            was = whole.exported[event["id"]]
        else:
            losses.append(Loss(row.number, ImportWords.NO_RECORD.of()))
        changed = [name for name in own.shown if not _is_same(row.cells[name], was.get(name, ""))]
        made, lost = changed_event(event, changed, row.cells, row.read, own, whole.definitions)
        if made["id"] in named:  # a row that was copied
            made = {**made, "id": row.read["id"]}
        losses += [Loss(row.number, message) for message in lost]
        if changed:
            losses += [loss for loss in built.losses if loss.row == row.number]
        named[made["id"]] = row.number
        events.append(made)
    return Built(_content(whole.head, whole.definitions, events), tuple(losses), named)


def _is_same(cell: str, exported: str) -> bool:
    """Whether a cell is as it was written, but for white space, which spreadsheets change."""
    written = printable(exported)
    return _bare(cell) in (_bare(written), _bare(without_formula(written)))


def _bare(text: str) -> str:
    return " ".join(text.split())
