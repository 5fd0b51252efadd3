"""Workbooks of Excel (.xlsx), row by row; formulas are never evaluated, their last results are read."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zipfile import ZipFile

from peru_timeline.chronology.importing.found import ImportRefusedError, Progress, Table
from peru_timeline.chronology.importing.parsing.archives import chunks, open_archive
from peru_timeline.chronology.importing.parsing.opening import LONGEST_LINE, Opened
from peru_timeline.chronology.importing.parsing.tables import MOST_COLUMNS, MOST_ROWS, table_of
from peru_timeline.chronology.importing.sentences import ImportWords

_ENTITIES = b"<!ENTITY"
_HEAD = 4096
_NO_RESULT = re.compile(  # not of a text, whose result may be empty
    rb"<c\b(?![^<>]{0,200}t=\"str\")[^<>]{0,200}>\s*<f\b[^<>]{0,200}(?:/>|>[^<]*</f>)\s*(?:<v\s?/>|<v></v>)?\s*</c>"
)
_LONGEST_END = 10_000
LAST_ROW = 1_048_576
"""Of any sheet of Excel."""


def sheets(opened: Opened) -> tuple[str, ...]:
    """The names of the visible sheets, in order."""
    workbook = _workbook(opened, open_archive(opened.content))
    return tuple(sheet.title for sheet in _seen(workbook))


def read(opened: Opened, progress: Progress, sheet: str = "") -> Table:
    """Read a sheet, by default the first that is not empty; raises ImportRefusedError."""
    archive = open_archive(opened.content)
    _check_rows(archive)
    seen = _seen(_workbook(opened, archive))
    formulas = [ImportWords.NO_RESULTS.of()] if _lacks_results(archive) else []
    chosen = [each for each in seen if each.title == sheet] or seen
    for each in chosen:
        others = ", ".join(f"“{other.title}”" for other in seen if other is not each)
        losses = [ImportWords.OTHER_SHEETS.of(each.title, others)] if others else []
        losses += formulas
        try:
            return table_of(_rows(each), progress, losses)
        except ImportRefusedError as error:
            if each is chosen[-1] or error.message != ImportWords.NO_ROWS.of():
                raise
    raise ImportRefusedError(ImportWords.NO_ROWS.of())


def _workbook(opened: Opened, archive: ZipFile) -> Any:
    import openpyxl  # 0.2 s to import, and few files need it

    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels")):
            head = next(chunks(archive, part.filename), b"")
            if _ENTITIES in head[:_HEAD]:
                raise ImportRefusedError(ImportWords.XML_ENTITIES.of())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which are not read
            return openpyxl.load_workbook(
                io.BytesIO(opened.content), read_only=True, data_only=True, keep_links=False
            )
    except Exception:  # openpyxl raises all kinds of errors
        raise ImportRefusedError(ImportWords.BROKEN_ARCHIVE.of()) from None


def _check_rows(archive: ZipFile) -> None:
    """Refuse too many rows, and tags without end, before any is read: a million rows take a minute to read.

    Rows of formatted cells without content are in no one's way: there must be as many values, too.
    """
    for part in _sheet_parts(archive):
        rows = values = without = 0
        for piece in chunks(archive, part):
            rows += piece.count(b"</row>")
            values += piece.count(b"<v>") + piece.count(b"<is>")
            if min(rows, values) > MOST_ROWS:
                raise ImportRefusedError(ImportWords.TOO_MANY_ROWS.of(MOST_ROWS))
            without = 0 if b"<" in piece else without + len(piece)
            if without > LONGEST_LINE:  # a tag that goes on and on; no cell may hold so much
                raise ImportRefusedError(ImportWords.BROKEN_ARCHIVE.of())


def _sheet_parts(archive: ZipFile) -> list[str]:
    return [
        name
        for name in archive.namelist()
        if name.startswith("xl/worksheets/") and name.endswith(".xml")
    ]


def _lacks_results(archive: ZipFile) -> bool:
    """Whether a formula has no result: programs that only write workbooks leave that to the next spreadsheet."""
    for part in _sheet_parts(archive):
        before = b""
        for piece in chunks(archive, part):
            if _NO_RESULT.search(before + piece):
                return True
            before = piece[-_LONGEST_END:]
    return False


def _seen(workbook: Any) -> list[Any]:
    return [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"] or list(
        workbook.worksheets
    )


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()  # the size that a sheet states may be wrong
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for number, cells in enumerate(sheet.iter_rows(), 1):
                if number > LAST_ROW:  # a gap of so many rows that to go through it takes hours
                    raise ValueError(number)
                yield number, _texts(cells[:MOST_COLUMNS])
    except Exception:  # as above
        raise ImportRefusedError(ImportWords.BROKEN_ARCHIVE.of()) from None


def _texts(cells: Any) -> list[str]:
    found = [_text(cell) for cell in cells]
    while found and not found[-1]:
        found.pop()
    return found


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return "" if cell.data_type == "e" else value.strip()
    if isinstance(value, datetime | date):
        return _date(value, str(cell.number_format))
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _date(value: datetime | date, number_format: str) -> str:
    """Write a date as precisely as its cell shows it: one formatted as “yyyy” is a year."""
    if isinstance(value, datetime) and value.time() != time():
        return value.replace(microsecond=0).isoformat(" ")
    text = f"{value.year:04}-{value.month:02}-{value.day:02}"
    shown = number_format.lower().partition(";")[0]
    if "y" in shown and "d" not in shown:
        return text[:7] if "m" in shown else text[:4]
    return text
