"""The events as a table that can be sorted and read by screen readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from peru_timeline.chronology.event_dates import short_event_date
from peru_timeline.chronology.models import Status
from peru_timeline.chronology.store.event_columns import NO_SECTOR
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.ui.look.plain_text import one_line, tooltip
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import status_name
from peru_timeline.ui.paint.glyphs import glyph_icon
from peru_timeline.ui.panels.facet_model import source_names
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.view_state import ViewState

_Index = QModelIndex | QPersistentModelIndex
DATE, TITLE, ACTORS, SECTOR, STATUS, SOURCE = range(6)
COLUMNS_PX = ((ACTORS, 170), (SECTOR, 120), (STATUS, 85), (SOURCE, 165))
"""Widths of the columns, px; dates take what they need, and the title the rest."""
NARROWEST_DATE_PX, DATE_AIR_PX, NARROWEST_TITLE_PX = 120, 24, 240
MOST_MEASURED = 500
"""Rows whose dates are measured at once."""
EVENTS_AT_ONCE = 1000
_ORDERS = {
    Qt.Key.Key_Up: Qt.SortOrder.AscendingOrder,
    Qt.Key.Key_Down: Qt.SortOrder.DescendingOrder,
}
"""What Alt with these keys sorts by."""


class EventTableModel(QAbstractTableModel):
    """One row for each event that the filter shows, sorted by one column."""

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self._state, self._theme = state, theme
        self._column, self._order = DATE, Qt.SortOrder.AscendingOrder
        self._rows = np.zeros(0, np.intp)  # events
        state.query_changed.connect(self.refresh)
        state.chronology_changed.connect(self._take_document)
        self._take_document()

    def _take_document(self) -> None:
        self._names = self._names_of(self._state.opened)
        self._ranks_by_column: dict[int, NDArray[np.intp]] = {}
        self.refresh()

    def refresh(self) -> None:
        """Show the events that the filter shows now."""
        self.beginResetModel()
        self._rows = np.flatnonzero(self._state.mask)
        self._sort()
        self.endResetModel()

    def event_at(self, row: int) -> int:
        """The event in a row."""
        return int(self._rows[row])

    def row_of(self, event: int) -> int | None:
        """The row of an event, or None if it is filtered out."""
        found = np.flatnonzero(self._rows == event)
        return int(found[0]) if len(found) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """The number of columns."""
        return 0 if parent.isValid() else 6

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The name of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Date"),
            self.tr("Title"),
            self.tr("Actors"),
            self.tr("Sector"),
            self.tr("Status"),
            self.tr("Source"),
        )[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, or the glyph of the event's bloc."""
        event = self.event_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self.text(event, index.column())
            return one_line(text, 200) if role == Qt.ItemDataRole.DisplayRole else tooltip(text)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == TITLE:
            return glyph_icon(self._theme, int(self._state.opened.columns.bloc[event]))
        return None

    def text(self, event: int, column: int) -> str:
        """The full text of a cell."""
        chronology, language = self._state.opened.chronology, self._state.language
        if column == DATE:
            return short_event_date(chronology.events[event], chronology, language)
        if column == TITLE:
            return in_language(chronology.events[event].title, language)
        columns, names = chronology.event_columns, self._names[column]
        if column in (SECTOR, STATUS):
            number = int((columns.sector if column == SECTOR else columns.status)[event])
            return "" if number == NO_SECTOR else names[number]
        own = columns.actors if column == ACTORS else columns.sources
        numbers = own.values[own.starts[event] : own.starts[event + 1]].tolist()
        return ", ".join(isolated(name) for name in dict.fromkeys(names[n] for n in numbers))

    def _names_of(self, opened: OpenChronology) -> Mapping[int, Sequence[str]]:
        """The names that the event columns refer to by number, by column of the table."""
        chronology, language = opened.chronology, self._state.language
        by_id = source_names(chronology, language)
        return {
            ACTORS: [in_language(a.short or a.name, language) for a in chronology.actors],
            SECTOR: [in_language(sector.name, language) for sector in chronology.sectors],
            STATUS: [status_name(status, language) for status in Status],
            SOURCE: [by_id[source.id] for source in chronology.sources],
        }

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column: dates by time, texts in the order of the language."""
        self._column, self._order = column, order
        self.layoutAboutToBeChanged.emit()
        self._sort()
        self.layoutChanged.emit()

    def _sort(self) -> None:
        self._rows = np.sort(self._rows)  # events are numbered in order of date
        if self._column != DATE:
            self._rows = self._rows[np.argsort(self._ranks(self._column)[self._rows])]
        if self._order == Qt.SortOrder.DescendingOrder:
            self._rows = self._rows[::-1]

    def _ranks(self, column: int) -> NDArray[np.intp]:
        """int, [events]: the rank of each event in the order of a column; computed once for a chronology."""
        if column not in self._ranks_by_column:
            collator = QCollator(QLocale(self._state.language))
            collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            collator.setNumericMode(True)
            texts = self._titles() if column == TITLE else self._texts(column)
            keys = {text: collator.sortKey(text) for text in texts}
            number = {text: rank for rank, text in enumerate(sorted(keys, key=keys.__getitem__))}
            order = np.argsort([number[text] for text in texts], kind="stable")
            ranks = np.empty(len(order), np.intp)
            ranks[order] = np.arange(len(order))
            self._ranks_by_column[column] = ranks
        return self._ranks_by_column[column]

    def _texts(self, column: int) -> list[str]:
        return [self.text(event, column) for event in range(len(self._state.mask))]

    def _titles(self) -> list[str]:
        """The title of every event, read a thousand at a time: making each event would take ten times as long."""
        events, language = self._state.opened.chronology.events, self._state.language
        titles: list[str] = []
        for first in range(0, len(events), EVENTS_AT_ONCE):
            for record in events.records(first, min(first + EVENTS_AT_ONCE, len(events))):
                text = record.title
                titles.append(text if isinstance(text, str) else in_language(text, language))
        return titles


class EventTable(QTableView):
    """The table: its current row is the selected event; several rows can be selected to be copied."""

    event_opened = Signal(int)
    """A double click on this event: show it on the timeline."""

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("event_table")
        self.setAccessibleName(self.tr("Events as a table"))
        self._state, self._theme = state, theme
        self._model = EventTableModel(state, theme)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(26))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in COLUMNS_PX:
            self.setColumnWidth(column, theme.px(width))
        self.setSortingEnabled(True)
        self.sortByColumn(DATE, Qt.SortOrder.AscendingOrder)
        self.selectionModel().currentRowChanged.connect(self._chosen)
        self.doubleClicked.connect(
            lambda index: self.event_opened.emit(self._model.event_at(index.row()))
        )
        self._dates_px = 0
        self._model.modelReset.connect(self._fit_columns)
        self.verticalScrollBar().valueChanged.connect(self._fit_columns)
        self._model.modelReset.connect(self._follow)
        self._model.layoutChanged.connect(self._follow)
        state.selection_changed.connect(self._follow)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the title what room there is."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Make room for whole dates, and give the title the rest, or at least enough to be read.

        The column of dates only ever becomes wider, so that nothing jumps while one scrolls.
        """
        count = self._model.rowCount()
        rows = range(count)
        if count > MOST_MEASURED:  # then those in sight
            first = max(self.rowAt(0), 0)
            last = self.rowAt(self.viewport().height())
            rows = range(first, count if last < 0 else last + 1)[:MOST_MEASURED]
        metrics, widest = self.fontMetrics(), 0
        for row in rows:
            text = self._model.text(self._model.event_at(row), DATE)
            widest = max(widest, metrics.horizontalAdvance(text))
        air = self._theme.px(DATE_AIR_PX)
        self._dates_px = max(self._dates_px, self._theme.px(NARROWEST_DATE_PX), widest + air)
        self.setColumnWidth(DATE, self._dates_px)
        others = sum(self.columnWidth(column) for column in (DATE, *(c for c, _ in COLUMNS_PX)))
        room = self.viewport().width() - others
        self.setColumnWidth(TITLE, max(room, self._theme.px(NARROWEST_TITLE_PX)))

    def marked(self) -> list[int]:
        """The events of the selected rows, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._model.event_at(row) for row in rows]

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard as a table, tab-separated, with the names of the columns."""
        columns, across = range(self._model.columnCount()), Qt.Orientation.Horizontal
        names = [str(self._model.headerData(column, across)) for column in columns]
        rows = [
            [isolated(one_line(self._model.text(event, column))) for column in columns]
            for event in self.marked()
        ]
        if rows:
            text = "\n".join("\t".join(cells) for cells in (names, *rows))
            QGuiApplication.clipboard().setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+C copies the selected rows; Enter shows the event on the timeline; Alt+↑ and Alt+↓ sort."""
        order = _ORDERS.get(Qt.Key(event.key()))
        if order is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.sortByColumn(max(self.currentIndex().column(), DATE), order)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.event_opened.emit(self._model.event_at(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def _chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self._state.select(self._model.event_at(current.row()))

    def _follow(self) -> None:
        event = self._state.selection
        row = self._model.row_of(event) if event is not None else None
        if row is None:
            self.clearSelection()
            return
        column = self.currentIndex().column()  # where the reader is: the keys that sort need it
        # Else the first, so that a table that is just being opened is not scrolled to the side.
        index = self._model.index(row, max(column, DATE))
        if self.currentIndex().row() != row or not self.selectionModel().hasSelection():
            self.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )
        self.scrollTo(index)
