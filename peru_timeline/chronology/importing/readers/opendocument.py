"""Spreadsheets of LibreOffice (.ods): the first sheet that is not empty, read as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from peru_timeline.chronology.importing.found import ImportRefusedError, Progress, Table
from peru_timeline.chronology.importing.parsing.archives import chunks, open_archive
from peru_timeline.chronology.importing.parsing.opening import Opened
from peru_timeline.chronology.importing.parsing.tables import MOST_CELLS, MOST_COLUMNS, table_of
from peru_timeline.chronology.importing.parsing.xml_stream import check_progress
from peru_timeline.chronology.importing.sentences import ImportWords

_CELLS = ("table:table-cell", "table:covered-table-cell")
MOST_SAME_ROWS = 1000
"""How often one row that is not empty may stand below itself: sheets state it for whole columns of formats."""


def sheets(opened: Opened) -> tuple[str, ...]:
    """The names of the sheets, in order."""
    return tuple(_Reader(opened, "").names())


def read(opened: Opened, progress: Progress, sheet: str = "") -> Table:
    """Read a sheet, by default the first that is not empty; raises ImportRefusedError."""
    names = sheets(opened)
    for name in [sheet] if sheet in names else names:
        others = ", ".join(f"“{other}”" for other in names if other != name)
        losses = [ImportWords.OTHER_SHEETS.of(name, others)] if others else []
        try:
            return table_of(_Reader(opened, name).rows(), progress, losses)
        except ImportRefusedError as error:
            if name == names[-1] or error.message != ImportWords.NO_ROWS.of():
                raise
    raise ImportRefusedError(ImportWords.NO_ROWS.of())


class _Reader:
    """Handlers of one pass through content.xml."""

    def __init__(self, opened: Opened, sheet: str) -> None:
        self._archive = open_archive(opened.content)
        self._sheet = sheet
        self._is_inside = False
        self._names: list[str] = []
        self._done: list[tuple[int, list[str]]] = []
        self._row: list[str] = []
        self._texts: list[str] | None = None
        self._number = self._same_rows = self._same_cells = 0
        self._value = ""
        self._cells = 0
        self._notes = 0

    def names(self) -> list[str]:
        """The names of the sheets."""
        for _ in self._parsed():
            pass
        return self._names

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows of the sheet with their numbers."""
        yield from self._parsed()

    def _parsed(self) -> Iterator[tuple[int, list[str]]]:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.EntityDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        try:
            given = 0
            for chunk in chunks(self._archive, "content.xml"):
                parser.Parse(chunk, False)
                given += len(chunk)
                check_progress(parser, given)
                yield from self._done
                self._done.clear()
            parser.Parse(b"", True)
        except expat.ExpatError:
            raise ImportRefusedError(ImportWords.BROKEN_ARCHIVE.of()) from None
        yield from self._done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self._names.append(attributes.get("table:name", ""))
            self._is_inside = self._names[-1] == self._sheet
        elif not self._is_inside:
            return
        elif name == "table:table-row":
            self._row, self._same_rows = [], _count(attributes, "table:number-rows-repeated")
        elif name in _CELLS:
            self._same_cells = _count(attributes, "table:number-columns-repeated")
            self._value = _value(attributes)
            self._texts = []
        elif name == "office:annotation":
            self._notes += 1
        elif name == "text:p" and self._texts:
            self._texts.append("\n")
        elif name == "text:s" and self._texts is not None:
            self._texts.append(" ")

    def _end(self, name: str) -> None:
        if not self._is_inside:
            return
        if name == "table:table":
            self._is_inside = False
        elif name == "office:annotation":
            self._notes -= 1
        elif name in _CELLS:
            text = self._value or "".join(self._texts or ()).strip()
            self._texts = None
            room = MOST_COLUMNS - len(self._row)
            self._row += [text] * min(self._same_cells, room)
        elif name == "table:table-row":
            self._end_row()

    def _end_row(self) -> None:
        while self._row and not self._row[-1]:
            self._row.pop()
        if self._row:
            for same in range(min(self._same_rows, MOST_SAME_ROWS)):
                self._done.append((self._number + same + 1, self._row))
            self._cells += len(self._row) * min(self._same_rows, MOST_SAME_ROWS)
            if self._cells > MOST_CELLS:
                raise ImportRefusedError(ImportWords.TOO_MANY_CELLS.of(MOST_CELLS))
        self._number += self._same_rows

    def _data(self, text: str) -> None:
        if self._texts is not None and not self._notes:
            self._texts.append(text)


def _refuse(*_arguments: object) -> None:
    raise ImportRefusedError(ImportWords.XML_ENTITIES.of())


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 9 else 1


def _value(attributes: dict[str, str]) -> str:
    """The value of a cell: dates and numbers as stored, not as shown."""
    kind = attributes.get("office:value-type", "")
    if kind == "date":
        return attributes.get("office:date-value", "").removesuffix("T00:00:00")
    if kind in ("float", "percentage", "currency"):
        return attributes.get("office:value", "").removesuffix(".0")
    return ""
