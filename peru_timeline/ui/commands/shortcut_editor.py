"""The shortcut editor: changes, adds, removes and resets the keys of commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from peru_timeline.chronology.text import fold
from peru_timeline.ui.commands.command_table import COMMAND_BY_ID
from peru_timeline.ui.commands.shortcuts import (
    KeyMap,
    is_reserved,
    is_single,
    key_map,
    normal,
    owner_of,
    shown_key,
    with_key,
    with_own_keys,
)
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.text_labels import label
from peru_timeline.ui.look.theme import Theme

COMMAND, KEY = range(2)
_NAME = Qt.ItemDataRole.UserRole
_KEY = Qt.ItemDataRole.UserRole + 1


class ShortcutEditor(Dialog):
    """Shows a row for each key of each command; changes take effect at once."""

    changed = Signal(object)
    """The KeyMap as it is now."""

    def __init__(self, parent: QWidget | None, theme: Theme, keys: KeyMap) -> None:
        super().__init__(parent, theme, self.tr("Keyboard shortcuts"))
        self.setObjectName("keys_dialog")
        self.resize(theme.px(620), theme.px(560))
        self.keys = keys
        self._search = QLineEdit()
        self._search.setObjectName("find_command")
        self._search.setPlaceholderText(self.tr("Find a command or a key"))
        self._search.setAccessibleName(self.tr("Find a command or a key"))
        self.column.addWidget(self._search)
        self._list = self._make_list()
        self.column.addWidget(self._list, 1)
        self._asked = label("", theme, selectable=False)
        self._asked.setObjectName("asked_key")
        self._field = self._make_field()
        row = QHBoxLayout()
        row.addWidget(self._asked, 1)
        row.addWidget(self._field, 1)
        self.column.addLayout(row)
        self._said = label("", theme, ink="soft")
        self._said.setObjectName("said_of_key")
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._said.setMinimumHeight(2 * self._said.fontMetrics().lineSpacing())
        self.column.addWidget(self._said)
        row = QHBoxLayout()
        self._change = self._button("change_key", self.tr("Change"), self._change_key)
        self._add = self._button("add_key", self.tr("Add"), self._add_key)
        self._remove = self._button("remove_key", self.tr("Remove"), self._remove_key)
        self._reset = self._button("reset_key", self.tr("Reset"), self._reset_command)
        for button in (self._change, self._add, self._remove, self._reset):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self._reset_all = self._button("reset_keys", self.tr("Reset all"), self._reset_commands)
        self.buttons.addButton(self._reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        self.finish()
        self._search.textChanged.connect(lambda _text: self._fill())
        self._list.currentItemChanged.connect(lambda _now, _before: self._show_key())
        self._field.keySequenceChanged.connect(lambda _keys: self._tell())
        self._fill()

    # --- its parts ---------------------------------------------------------------------------

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setObjectName("keys_of_commands")
        made.setAccessibleName(self.tr("Commands and their keys"))
        made.setHeaderLabels([self.tr("Command"), self.tr("Key")])
        made.setRootIsDecorated(False)
        made.setTabKeyNavigation(False)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(COMMAND, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(KEY, QHeaderView.ResizeMode.ResizeToContents)
        return made

    def _make_field(self) -> QKeySequenceEdit:
        made = QKeySequenceEdit()
        made.setObjectName("new_key")
        made.setMaximumSequenceLength(1)
        made.setClearButtonEnabled(True)
        # The line edit inside it has the focus and is what screen readers read.
        line = made.findChild(QLineEdit)
        for part in (made, line) if line is not None else (made,):
            part.setAccessibleName(self.tr("New key: press it"))
        if line is not None:
            line.setPlaceholderText(self.tr("Press a key"))
        return made

    def _button(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _=False: act())
        return made

    # --- what is shown -----------------------------------------------------------------------

    def _fill(self, name: str = "", key: str = "") -> None:
        """List what matches the search, and go to a command's key, or to the first row."""
        name, key = name or self._name, key if name else self._key
        words = fold(self._search.text()).split()
        self._list.clear()
        for command, own in ((COMMAND_BY_ID[id_], own) for id_, own in self.keys.items()):
            for each in own or ("",):
                row = [command.label, shown_key(each)]
                if all(word in fold(" ".join(row)) for word in words):
                    item = QTreeWidgetItem(self._list, row)
                    item.setData(COMMAND, _NAME, command.id)
                    item.setData(COMMAND, _KEY, each)
                    if command.id == name and (each == key or self._list.currentItem() is None):
                        self._list.setCurrentItem(item)
        if self._list.currentItem() is None:
            self._list.setCurrentIndex(self._list.model().index(0, 0))
        self._show_key()

    def _told(self, role: int) -> str:
        item = self._list.currentItem()
        return "" if item is None else str(item.data(COMMAND, role))

    @property
    def _name(self) -> str:
        """The id of the current row's command."""
        return self._told(_NAME)

    @property
    def _key(self) -> str:
        """The key of the current row."""
        return self._told(_KEY)

    def _show_key(self) -> None:
        name = self._name
        text = self.tr("Key of “{0}”").format(COMMAND_BY_ID[name].label) if name else ""
        self._asked.setText(text)
        self._field.setEnabled(bool(name))
        self._field.setKeySequence(QKeySequence(self._key))
        self._tell()

    def _new(self) -> str:
        return normal(self._field.keySequence().toString())

    def _tell(self) -> None:
        """Say what the key in the field would do, and enable the buttons that apply."""
        name, key, new = self._name, self._key, self._new()
        owner = owner_of(self.keys, new) if new else None
        table = COMMAND_BY_ID[name].keys if name else ()
        refused = bool(new) and is_reserved(new) and new not in table
        said = ""
        if refused:
            said = self.tr("{0} is reserved for moving about, typing or opening a menu.")
        elif owner is not None and owner != name:
            said = self.tr("{0} belongs to “{1}” and would be removed from it.")
        elif new and is_single(new):
            said = self.tr("{0} types a character: it acts while the timeline has the focus.")
        other = COMMAND_BY_ID[owner].label if owner else ""
        self._said.setText(said.format(shown_key(new), other))
        usable = bool(name and new) and not refused and owner != name
        self._change.setEnabled(usable and bool(key))
        self._add.setEnabled(usable)
        self._remove.setEnabled(bool(key))
        self._reset.setEnabled(bool(name) and self.keys[name] != table)
        self._reset_all.setEnabled(self.keys != key_map({}))

    # --- what can be done --------------------------------------------------------------------

    def _become(self, keys: KeyMap, name: str, key: str = "") -> None:
        self.keys = keys
        self._fill(name, key)
        self._list.setFocus()  # the button that was pressed may be disabled now
        self.changed.emit(keys)

    def _change_key(self) -> None:
        new = self._new()
        self._become(with_key(self.keys, self._name, self._key, new), self._name, new)

    def _add_key(self) -> None:
        new = self._new()
        self._become(with_key(self.keys, self._name, "", new), self._name, new)

    def _remove_key(self) -> None:
        self._become(with_key(self.keys, self._name, self._key, ""), self._name)

    def _reset_command(self) -> None:
        self._become(with_own_keys(self.keys, self._name), self._name)

    def _reset_commands(self) -> None:
        self._become(key_map({}), self._name)
