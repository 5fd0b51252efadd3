"""Tables of plain text in the wizard, and the drop-downs above their columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from peru_timeline.ui.look.plain_text import one_line, tooltip
from peru_timeline.ui.look.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
Cell = Callable[[int, int], str]
"""The text of a cell, by row and column."""
LONGEST_CELL = 200


class TextTableModel(QAbstractTableModel):
    """Cells that are made when they come into sight, so that a million rows cost nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: Sequence[str] = ()
        self._numbers: Sequence[int] | None = None
        self._rows = 0
        self._cell: Cell = lambda _row, _column: ""

    def show(
        self, columns: Sequence[str], rows: int, cell: Cell, numbers: Sequence[int] | None = None
    ) -> None:
        """Show other cells; `numbers` are those of the rows in the file."""
        self.beginResetModel()
        self._columns, self._rows, self._cell, self._numbers = columns, rows, cell, numbers
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """The number of rows."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """The number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The name of a column, or the number of a row in the file."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return one_line(self._columns[section], 60)
        return str(section + 1 if self._numbers is None else self._numbers[section])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self.text(index.row(), index.column()), LONGEST_CELL)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self.text(index.row(), index.column()))
        return None

    def text(self, row: int, column: int) -> str:
        """The whole text of a cell."""
        return self._cell(row, column)


class TextTable(QTableView):
    """Shows a TextTableModel; whole rows are selected, copied and, by Enter or a double click, chosen."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, spoken: str, *, numbered: bool = False) -> None:
        """`spoken` is what screen readers call it; `numbered` shows the numbers of the rows."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("framed", True)
        self.table = TextTableModel()
        self.setModel(self.table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(numbered)
        self.verticalHeader().setDefaultSectionSize(theme.px(24))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme.px(40))
        self.doubleClicked.connect(lambda index: self.row_chosen.emit(index.row()))

    def set_widths(self, *widths_px: int) -> None:
        """Set the widths of the first columns; the last column takes the rest."""
        for column, width in enumerate(widths_px):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setStretchLastSection(True)

    def go_to(self, row: int) -> None:
        """Select a row and bring it into sight."""
        index = self.table.index(row, 0)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses the current row; Ctrl+C copies the selected ones, separated by tabs."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
            columns = range(self.table.columnCount())
            lines = (
                "\t".join(one_line(self.table.text(row, column)) for column in columns)
                for row in rows
            )
            QGuiApplication.clipboard().setText("\n".join(lines))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
