"""The chronology table as an Excel workbook: the cells of the CSV table, as texts that nothing runs."""

from __future__ import annotations

import io
from collections.abc import Sequence

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.formats.csv_table import YEAR_COLUMNS, shown_columns, table_cells
from peru_timeline.chronology.formats.office import document_property, without_timestamps
from peru_timeline.chronology.formats.table import table_words
from peru_timeline.chronology.text import in_language, printable

LONGEST_CELL = 32_767
"""Signs that a cell holds, by Excel's own limits; it counts as UTF-16 does."""
_WIDTH = 26.0  # of a column, in letters


def workbook_table(chronology: Chronology, events: Sequence[int], language: str) -> bytes:
    """Write these events (indices), one row each; raises ValueError naming an event whose text no cell holds."""
    rows = [tuple(map(printable, row)) for row in table_cells(chronology, events, language)]
    for row in rows:
        if max(map(_length, row)) > LONGEST_CELL:
            raise ValueError(Sentences.LONGER_THAN_A_CELL.of(row[0]))
    # Here, because few exports need it.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.title = document_property(in_language(chronology.title, language))
    sheet = book.create_sheet()
    last = get_column_letter(len(rows[0]))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(rows)}"
    shown = len(shown_columns(table_words(language)))
    for number in range(len(rows[0])):
        column = sheet.column_dimensions[get_column_letter(number + 1)]
        column.width, column.hidden = _WIDTH, number >= shown
    head, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows):
        cells = []
        for column, text in enumerate(row):
            is_number = number and column in YEAR_COLUMNS and text
            cell = WriteOnlyCell(sheet, int(text) if is_number else text)
            cell.data_type = "n" if is_number else "s"  # never a formula
            cell.alignment = wrapped
            if not number:
                cell.font = head
            cells.append(cell)
        sheet.append(cells)
    made = io.BytesIO()
    book.save(made)
    return without_timestamps(made.getvalue())


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
