"""The command palette: find any command by its name and run it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.text import fold
from peru_timeline.ui.commands.shortcuts import KeyMap, shown_first
from peru_timeline.ui.look.fitting_dialog import FittingDialog
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme


def found(text: str, names: Iterable[str]) -> list[str]:
    """The names that have every word of a text in them; first those in which all of them begin a word."""
    words = fold(text).split()

    def begin_no_word(name: str) -> bool:
        said = fold(name).split()
        return not all(any(one.startswith(word) for one in said) for word in words)

    return sorted((n for n in names if all(word in fold(n) for word in words)), key=begin_no_word)


class CommandPalette(FittingDialog):
    """A list of actions that narrows as the reader types; Enter runs one."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, actions: Sequence[QAction], keys: KeyMap
    ) -> None:
        super().__init__(parent)
        self.setObjectName("command_palette")
        self.setWindowTitle(self.tr("Commands"))
        self._actions, self._keys = actions, keys
        self._chosen: QAction | None = None
        self._field = _Field(self._move)
        self._field.setObjectName("command_search")
        self._field.setPlaceholderText(self.tr("What do you want to do?"))
        self._field.setAccessibleName(self.tr("Name of a command"))
        self._list = QListWidget()
        self._list.setObjectName("command_list")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty = label(self.tr("No command has this name."), theme, ink="soft")
        column = QVBoxLayout(self)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty)
        self.resize(theme.px(520), theme.px(400))
        self._theme = theme
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._choose)
        self._list.itemClicked.connect(lambda _item: self._choose())
        self._narrow("")

    def _narrow(self, text: str) -> None:
        self._list.clear()
        named: dict[str, list[QAction]] = {}
        for action in self._actions:
            if action.isEnabled():
                named.setdefault(action.text().replace("&", ""), []).append(action)
        for name in found(text, named):
            for action in named[name]:
                self._add(action, name)
        self._list.setCurrentRow(0)
        self._empty.setVisible(self._list.count() == 0)

    def _add(self, action: QAction, name: str) -> None:
        keys = shown_first(self._keys, action.objectName())
        item = QListWidgetItem(self._list)
        item.setData(Qt.ItemDataRole.UserRole, action)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {keys}" if keys else name)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(self._theme.px(8), 0, self._theme.px(8), 0)
        line.addWidget(label(name, self._theme, selectable=False), 1)
        shortcut = label(keys, self._theme, ink="faint", selectable=False)
        shortcut.setWordWrap(False)
        shortcut.setSizePolicy(
            shortcut.sizePolicy().Policy.Fixed, shortcut.sizePolicy().Policy.Fixed
        )
        line.addWidget(shortcut)
        size = row.sizeHint()
        size.setHeight(self._theme.px(28))
        item.setSizeHint(size)
        self._list.setItemWidget(item, row)

    def _move(self, steps: int) -> None:
        count = self._list.count()
        if count:
            self._list.setCurrentRow((self._list.currentRow() + steps) % count)

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()

    @property
    def chosen(self) -> QAction | None:
        """The action the reader chose, or None."""
        return self._chosen


class _Field(QLineEdit):
    """Passes the arrow keys on to the list below it."""

    def __init__(self, move: Callable[[int], None]) -> None:
        super().__init__()
        self._move = move

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move through the list with the arrows."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self._move(steps)
