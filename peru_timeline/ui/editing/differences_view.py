"""The differences of two versions as a tree: items, and below each its fields in both, to be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from peru_timeline.chronology.editing.taking import Difference
from peru_timeline.ui.editing.difference_words import (
    field_in_words,
    item_in_words,
    value_in_words,
)
from peru_timeline.ui.look.plain_text import displayable, tooltip
from peru_timeline.ui.look.theme import Theme

MOST_OPEN = 40
"""Items that are shown with their fields; of more, the reader opens them."""
WHAT_SHARE = 0.34


class DifferencesView(QTreeWidget):
    """Lists differences; those that are checked are `chosen`."""

    event_chosen = Signal(str)
    """The id of an event that the reader wants to see."""

    def __init__(
        self,
        theme: Theme,
        language: str,
        differences: Sequence[Difference],
        captions: tuple[str, str],
    ) -> None:
        """`captions` name the two versions."""
        super().__init__()
        self.setObjectName("differences")
        self.setAccessibleName(self.tr("Differences"))
        has_mine = any(each.mine is not None for each in differences)
        names = [self.tr("What"), *captions, *([self.tr("You wrote")] if has_mine else [])]
        self.setHeaderLabels(names)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._rows: list[tuple[QTreeWidgetItem, Difference]] = []
        for item, fields in groupby(differences, key=lambda each: each.item):
            top = QTreeWidgetItem([displayable(item_in_words(item, language))])
            top.setData(0, Qt.ItemDataRole.UserRole, item.id if item.kind == "events" else "")
            self.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            for each in fields:
                self._add(top, each, language)
            top.setExpanded(self.topLevelItemCount() <= MOST_OPEN)
        self.setMinimumHeight(theme.px(220))
        for column in range(len(names)):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            width = WHAT_SHARE if column == 0 else (1 - WHAT_SHARE) / (len(names) - 1)
            self.setColumnWidth(column, theme.px(720 * width))
        self.itemActivated.connect(self._activated)

    @property
    def chosen(self) -> list[Difference]:
        """The differences that are checked."""
        return [each for row, each in self._rows if row.checkState(0) == Qt.CheckState.Checked]

    def _add(self, top: QTreeWidgetItem, each: Difference, language: str) -> None:
        values = [value_in_words(value, language) for value in (each.before, each.after)]
        if each.mine is not None:
            values.append(value_in_words(each.mine, language))
        row = QTreeWidgetItem(top, [field_in_words(each), *map(displayable, values)])
        is_taken = each.mine is None  # what both changed waits for the reader
        row.setCheckState(0, Qt.CheckState.Checked if is_taken else Qt.CheckState.Unchecked)
        for column, value in enumerate(values, start=1):
            row.setToolTip(column, tooltip(value))
        self._rows.append((row, each))

    def _activated(self, row: QTreeWidgetItem) -> None:
        top = row.parent() or row
        name = top.data(0, Qt.ItemDataRole.UserRole)
        if name:
            self.event_chosen.emit(name)
