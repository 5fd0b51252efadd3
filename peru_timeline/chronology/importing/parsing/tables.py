"""Makes a table from rows of cells: finds the header, drops empty rows, names the columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import (
    READ_BETWEEN,
    ImportRefusedError,
    Progress,
    Table,
)
from peru_timeline.chronology.importing.sentences import ImportWords

MOST_ROWS = 1_000_000
MOST_CELLS = 20_000_000
MOST_COLUMNS = 1000
_ROWS_TRIED = 12
_NO_NAME = re.compile(r"[\s\d./:+-]*|\d.*")


def table_of(
    rows: Iterable[tuple[int, Sequence[str]]],
    progress: Progress,
    losses: Sequence[Message] = (),
) -> Table:
    """Make a table from numbered rows; raises ImportRefusedError if there are none or too many.

    The first row that is not empty is the header, unless one of its cells is a number or a date. Rows of one cell
    above a header are the title of the table.
    """
    lines = _filled(rows, progress)
    first = list(islice(lines, _ROWS_TRIED))
    if not first:
        raise ImportRefusedError(ImportWords.NO_ROWS.of())
    heading = _heading(first)
    cells = first[len(heading)][1]
    is_header = _is_header(cells)
    columns = _names(cells if is_header else [""] * len(cells))
    body = first[len(heading) + is_header :]
    body += lines
    if not body:
        raise ImportRefusedError(ImportWords.NO_ROWS.of())
    width = min(max(len(columns), *(len(cells) for _, cells in body)), MOST_COLUMNS)
    columns = _names([*columns, *[""] * (width - len(columns))][:width])
    blanks = ("",) * width
    return Table(
        columns=columns,
        rows=tuple((*cells, *blanks[len(cells) :])[:width] for _, cells in body),
        numbers=tuple(number for number, _ in body),
        title=heading[0] if heading else "",
        description="\n".join(heading[1:]),
        losses=tuple(losses),
    )


def _is_header(cells: Sequence[str]) -> bool:
    return not any(cell and _NO_NAME.fullmatch(cell) for cell in cells)


def _heading(rows: Sequence[tuple[int, Sequence[str]]]) -> list[str]:
    """The texts that stand alone in the rows above a header: “History of our town”, and a blank row below it."""
    alone: list[str] = []
    for _, cells in rows:
        texts = [cell for cell in cells if cell]
        if len(texts) > 1:
            return alone if _is_header(cells) else []
        alone += texts
    return []


def _filled(
    rows: Iterable[tuple[int, Sequence[str]]], progress: Progress
) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows that are not empty, within the limits."""
    count = cells_read = 0
    for number, cells in rows:
        if number % READ_BETWEEN == 0:
            progress(number)
        if not any(cells) or _is_rule(cells):
            continue
        count, cells_read = count + 1, cells_read + len(cells)
        if count > MOST_ROWS:
            raise ImportRefusedError(ImportWords.TOO_MANY_ROWS.of(MOST_ROWS))
        if cells_read > MOST_CELLS:
            raise ImportRefusedError(ImportWords.TOO_MANY_CELLS.of(MOST_CELLS))
        yield number, cells


def _is_rule(cells: Sequence[str]) -> bool:
    """Whether a row is the line below the header of a table in Markdown."""
    return any(cell.startswith(("---", ":--")) for cell in cells) and not any(
        cell.strip("-:") for cell in cells
    )


def _names(cells: Sequence[str]) -> tuple[str, ...]:
    """Make the names of columns unique; a column without a name is called by its letter."""
    names: dict[str, None] = {}
    for place, cell in enumerate(cells):
        name = " ".join(cell.split()) or letters(place)
        again = 2
        unique = name
        while unique in names:
            unique, again = f"{name} {again}", again + 1
        names[unique] = None
    return tuple(names)


def letters(place: int) -> str:
    """The letters of a column in a spreadsheet: A for 0, Z for 25, AA for 26."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
