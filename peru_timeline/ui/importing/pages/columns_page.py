"""The page of a table's columns: its rows with a drop-down above each column, and the timeline they make."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peru_timeline.chronology.importing.found import Table
from peru_timeline.chronology.importing.mapping import Mapping, Role
from peru_timeline.ui.importing.pages.preview_pane import PreviewPane
from peru_timeline.ui.importing.pages.role_header import COLUMN_PX, RoleHeader
from peru_timeline.ui.importing.pages.text_table import TextTable
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme

TABLE_PX = 190
ROWS_MEASURED, MOST_LETTERS, AIR_PX = 40, 44, 28


class ColumnsPage(QWidget):
    """Asks what each column holds."""

    mapping_changed = Signal(object)
    """The fields of the mapping that were changed, as a dict: as one of Qt's own it would lose its types."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._table: Table | None = None
        self._columns: dict[str, Role] = {}
        self.rows = TextTable(theme, "import_rows", self.tr("Rows of the file"), numbered=True)
        self.rows.setMinimumHeight(theme.px(TABLE_PX))
        self._header = RoleHeader(self.rows, theme)
        self.rows.setHorizontalHeader(self._header)
        self._header.roles_changed.connect(self._chosen)
        self.preview = PreviewPane(theme, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(
            label(
                self.tr("Say above each column what it holds; the timeline below follows."), theme
            )
        )
        column.addWidget(self.rows, 1)
        column.addWidget(self.preview, 1)

    def show_table(self, table: Table, mapping: Mapping) -> None:
        """Show a table and how it is mapped."""
        self._table, self._columns = table, dict(mapping.columns)
        rows = table.rows
        self.rows.table.show(
            table.columns, len(rows), lambda row, column: rows[row][column], table.numbers
        )
        self._header.show_columns(table.columns, mapping.columns)
        for place in range(len(table.columns)):
            self.rows.setColumnWidth(place, self._width_of(table, place))

    def _width_of(self, table: Table, place: int) -> int:
        """Px for what a column holds, within bounds: there must be room for the drop-down, and for other columns."""
        longest = max((row[place] for row in table.rows[:ROWS_MEASURED]), key=len, default="")
        wanted = self.rows.fontMetrics().horizontalAdvance(longest[:MOST_LETTERS])
        return max(wanted + self._theme.px(AIR_PX), self._theme.px(COLUMN_PX))

    def go_to(self, row: int) -> bool:
        """Show a row by its number in the file; whether it is here."""
        if self._table is None:
            return False
        numbers = self._table.numbers
        place = bisect_left(numbers, row)
        if place == len(numbers) or numbers[place] != row:
            return False
        self.rows.go_to(place)
        return True

    def _chosen(self) -> None:
        self._columns |= self._header.roles()
        self.mapping_changed.emit({"columns": dict(self._columns)})
