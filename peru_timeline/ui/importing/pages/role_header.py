"""The header of a table with a drop-down below the name of each column: what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

from peru_timeline.chronology.importing.mapping import Role
from peru_timeline.ui.importing.words import role_names
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.theme import Theme

MOST_COLUMNS = 200
"""Columns that get a drop-down; of those beyond, the guess stays."""
COLUMN_PX = 150


class RoleHeader(QHeaderView):
    """Names of columns and the roles chosen for them."""

    roles_changed = Signal()

    def __init__(self, table: QTableView, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table, self._theme = table, theme
        self._combos: list[QComboBox] = []
        self._names: Sequence[str] = ()
        self._roles = QStandardItemModel(self)
        for role, text in role_names().items():
            item = QStandardItem(text)
            item.setData(role, Qt.ItemDataRole.UserRole)
            self._roles.appendRow(item)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSectionsClickable(False)
        self.sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    def show_columns(self, names: Sequence[str], roles: Mapping[str, Role]) -> None:
        """Offer the roles for these columns."""
        for combo in self._combos:
            combo.hide()
            combo.deleteLater()
        self._names = names
        self._combos = [self._combo(name, roles) for name in names[:MOST_COLUMNS]]
        before: QWidget = self._table
        for combo in self._combos:
            QWidget.setTabOrder(before, combo)
            before = combo
        self._place()

    def _combo(self, name: str, roles: Mapping[str, Role]) -> QComboBox:
        combo = QComboBox(self.viewport())
        combo.setObjectName("import_role")
        combo.setModel(self._roles)
        combo.setAccessibleName(self.tr("Column “{0}” holds").format(one_line(name, 60)))
        combo.setCurrentIndex(combo.findData(roles.get(name, Role.UNUSED)))
        combo.currentIndexChanged.connect(self.roles_changed)
        combo.installEventFilter(self)
        combo.show()
        return combo

    def roles(self) -> dict[str, Role]:
        """What is chosen, by the names of the columns."""
        return {
            name: Role(combo.currentData())
            for name, combo in zip(self._names, self._combos, strict=False)
        }

    def sizeHint(self) -> QSize:  # noqa: N802
        """High enough for the names and the drop-downs below them."""
        hint = super().sizeHint()
        if not self._combos:
            return hint
        return QSize(hint.width(), self._name_px() + self._combos[0].sizeHint().height() + 4)

    def _name_px(self) -> int:
        return self.fontMetrics().height() + self._theme.px(10)

    def updateGeometries(self) -> None:  # noqa: N802
        """Keep the drop-downs below the names."""
        super().updateGeometries()
        self._place()

    def _place(self) -> None:
        top = self._name_px()
        for column, combo in enumerate(self._combos):
            left, width = self.sectionViewportPosition(column), self.sectionSize(column)
            combo.setGeometry(left + 2, top, max(width - 4, 1), combo.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Bring the column of a drop-down into sight when it gets the focus; leave the wheel to the table."""
        if event.type() == QEvent.Type.Wheel:  # a role must not change because somebody scrolls
            return True
        if event.type() == QEvent.Type.FocusIn and watched in self._combos:
            column = self._combos.index(watched)
            row = max(self._table.rowAt(0), 0)
            self._table.scrollTo(self._table.model().index(row, column))
        return super().eventFilter(watched, event)
