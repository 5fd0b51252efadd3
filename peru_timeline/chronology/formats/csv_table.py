"""The chronology table as CSV, for spreadsheets: UTF-8 with a byte order mark, without which Excel garbles é and –."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import quotation_with_citation
from peru_timeline.chronology.formats.table import build_table
from peru_timeline.chronology.models import Event

# A cell that begins so is run as a formula; the wide forms count in East Asian spreadsheets.
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠")
_MARK = "﻿"


def csv_table(chronology: Chronology, events: Sequence[int], language: str) -> bytes:
    """Write these events (indices), one row each, with the EDTF date and every quotation in full."""
    text = io.StringIO()
    writer = csv.writer(text, dialect="excel")
    for cells in table_cells(chronology, events, language):
        writer.writerow([without_formula(cell) for cell in cells])
    return (_MARK + text.getvalue()).encode("utf-8")


def table_cells(
    chronology: Chronology, events: Sequence[int], language: str
) -> tuple[tuple[str, ...], ...]:
    """The rows of a spreadsheet, the head first: all cells as texts."""
    table = build_table(chronology, events, language)
    rows = [("id", *table.head[:1], "EDTF", *table.head[1:])]
    for index, row in zip(events, table.rows, strict=True):
        event = chronology.events[index]
        quotations = _quotations(chronology, event, language)
        rows.append((event.id, row.date, event.date.edtf, *row[1:6], quotations))
    return tuple(rows)


def without_formula(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula: a leading apostrophe means "text"."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_RUN) or cell.startswith(_RUN) else cell


def _quotations(chronology: Chronology, event: Event, language: str) -> str:
    return "\n".join(
        quotation_with_citation(evidence, chronology.source_by_id[evidence.source], language)
        for evidence in event.evidence
    )
