"""The chronology table as CSV, for spreadsheets: UTF-8 with a byte order mark, without which Excel garbles é and –."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import quotation_with_citation
from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.clock import Clock
from peru_timeline.chronology.dates.event_date import EventDate, parse_date
from peru_timeline.chronology.dates.simple_date import LARGEST_FOUR_DIGIT_YEAR, DateError
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.formats.records import pieces_of, record_columns, records
from peru_timeline.chronology.formats.table import TableWords, build_table, table_words
from peru_timeline.chronology.models import Amount, Event
from peru_timeline.chronology.text import in_language, language_shown, printable

# A cell that begins so is run as a formula; the wide forms count in East Asian spreadsheets.
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠")
LONGEST_ROW = 4_000_000
"""Signs; the import takes a file with a longer line for no table."""
_MARK = "﻿"
EDTF = "EDTF"
"""The name of the column with the dates that count."""


def csv_table(chronology: Chronology, events: Sequence[int], language: str) -> bytes:
    """Write these events (indices), one row each; an import of the file gives the same chronology back.

    Raises ValueError naming an event whose row the import would refuse.
    """
    text = io.StringIO()
    writer = csv.writer(text, dialect="excel")
    for cells in table_cells(chronology, events, language):
        begun = text.tell()
        writer.writerow([without_formula(printable(cell)) for cell in cells])
        if text.tell() - begun >= LONGEST_ROW:
            raise ValueError(Sentences.LONGER_THAN_A_ROW.of(cells[0]))
    return (_MARK + text.getvalue()).encode("utf-8")


def table_cells(
    chronology: Chronology, events: Sequence[int], language: str
) -> tuple[tuple[str, ...], ...]:
    """The rows of a spreadsheet, the head first: all cells as texts, the record of each event in the last ones."""
    shown = shown_cells(chronology, events, language)
    pieces = [pieces_of(record) for record in records(chronology, events)]
    width = max(map(len, pieces), default=1)
    heads = record_columns(table_words(language), width)
    return (
        (*shown[0], *heads),
        *(
            (*row, *own, *[""] * (width - len(own)))
            for row, own in zip(shown[1:], pieces, strict=True)
        ),
    )


def shown_columns(words: TableWords) -> tuple[str, ...]:
    """The names of the columns for readers."""
    told = (words.title, words.summary, words.actors, words.sector, words.status)
    return (
        "id",
        words.date,
        EDTF,
        *words.bounds,
        *told,
        words.amounts,
        words.language,
        words.sources,
    )


def shown_cells(
    chronology: Chronology, events: Sequence[int], language: str
) -> tuple[tuple[str, ...], ...]:
    """The columns for readers, the head first, with the EDTF date and every quotation in full."""
    table = build_table(chronology, events, language)
    rows = [shown_columns(table.words)]
    for index, row in zip(events, table.rows, strict=True):
        event = chronology.events[index]
        quotations = _quotations(chronology, event, language)
        dates = (row.date, event.date.edtf, *_bounds(event.date))
        figures = "; ".join(_figure(amount, language) for amount in event.amounts)
        spoken = language_shown(event.title, language)
        rows.append((event.id, *dates, *row[1:6], figures, spoken, quotations))
    return tuple(rows)


YEAR_COLUMNS = range(5, 7)
"""Columns of `shown_cells` that hold numbers: the first and last year, counted as EDTF does (0 is 1 BCE)."""
_NUMBER_OR_DAY = re.compile(r"[+-]\d+(?:\.\d+)?|[+-]\d{4,}-\d\d-\d\d", re.ASCII)


def without_formula(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula: a leading apostrophe means "text".

    Numbers, and dates from before the year 1, are left as they are: other programs read them.
    """
    if _NUMBER_OR_DAY.fullmatch(cell) or (cell.startswith("-") and _is_date(cell)):
        return cell
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_RUN) or cell.startswith(_RUN) else cell


def _is_date(cell: str) -> bool:
    """Whether a cell is one date in EDTF; none can be the call of a function."""
    try:
        parse_date(cell)
    except DateError:
        return False
    return True


def _bounds(date: EventDate) -> tuple[str, str, str, str]:
    """Return the earliest and the latest day in ISO 8601, then their years; empty where unknown."""
    first = date.earliest_start
    last = None if date.latest_end is None else date.latest_end - 1
    if date.is_unknown:
        return ("",) * 4
    return (
        _iso(first, date.start_clock),
        _iso(last, date.end_clock),
        "" if first is None else str(civil_from_day(first)[0]),
        "" if last is None else str(civil_from_day(last)[0]),
    )


def _iso(day: int | None, clock: Clock | None) -> str:
    """Write a day; a year of more than four digits has a sign, as ISO 8601 asks for."""
    if day is None:
        return ""
    year, month, number = civil_from_day(day)
    sign = "-" if year < 0 else "+" if year > LARGEST_FOUR_DIGIT_YEAR else ""
    text = f"{sign}{abs(year):04}-{month:02}-{number:02}"
    return text if clock is None else f"{text}T{clock.time}{clock.zone}"


def _figure(amount: Amount, language: str) -> str:
    """“2600000000 USD (price)”, for programs that count."""
    value = amount.value
    number = str(value) if isinstance(value, int) else f"{value:.12f}".rstrip("0").rstrip(".")
    return f"{number} {amount.unit} ({in_language(amount.of, language)})"


def _quotations(chronology: Chronology, event: Event, language: str) -> str:
    return "\n".join(
        quotation_with_citation(evidence, chronology.source_by_id[evidence.source], language)
        for evidence in event.evidence
    )
