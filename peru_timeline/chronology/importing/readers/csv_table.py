"""CSV and its relatives: fields separated by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import ImportRefusedError, Progress, Table
from peru_timeline.chronology.importing.parsing.opening import LONGEST_LINE, Opened, lines_of
from peru_timeline.chronology.importing.parsing.tables import MOST_COLUMNS, table_of
from peru_timeline.chronology.importing.sentences import ImportWords

DELIMITERS = (",", ";", "\t", "|")
_LINES_TRIED = 30


def read(opened: Opened, progress: Progress, encoding: str = "", delimiter: str = "") -> Table:
    """Read a table; raises ImportRefusedError."""
    csv.field_size_limit(LONGEST_LINE)
    delimiter = delimiter or delimiter_of(opened, encoding)
    losses: list[Message] = []
    return table_of(_rows(opened, encoding, delimiter, losses), progress, losses)


def delimiter_of(opened: Opened, encoding: str = "") -> str:
    """Find the delimiter: the one that gives the most rows the same number of fields."""
    lines = list(islice(lines_of(opened, encoding), _LINES_TRIED))
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == 5:
        return lines[0][4]
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        rows = csv.reader(lines, delimiter=delimiter)
        try:
            widths = Counter(len(row) for row in rows if any(map(str.strip, row)))
        except csv.Error:  # an unclosed quotation mark is reported when the whole file is read
            continue
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        score = (width > 1) * (count / widths.total() + min(width, 40) / 1000)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _rows(
    opened: Opened, encoding: str, delimiter: str, losses: list[Message]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their numbers; an open quotation mark, which makes one row of all the rest, is a loss."""
    reader = csv.reader(lines_of(opened, encoding), delimiter=delimiter)
    before = 0
    row: list[str] = []
    try:
        for row in reader:
            number, before = before + 1, reader.line_num
            if number == 1 and len(row) <= 2 and row and row[0].lower().startswith("sep="):
                continue
            yield number, [cell.strip() for cell in row[:MOST_COLUMNS]]
        if any("\n" in cell for cell in row[-1:]) and opened.content.count(b'"') % 2:
            losses.append(ImportWords.OPEN_QUOTATION.of(number))
    except csv.Error:
        million = LONGEST_LINE // 1_000_000
        raise ImportRefusedError(ImportWords.LONG_LINE.of(before + 1, million)) from None
