"""The table of commands as Qt's actions and menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from peru_timeline.ui.commands.command_table import COMMANDS, Command
from peru_timeline.ui.commands.menu_table import MENUS, RECENT, SEPARATOR, menu_name
from peru_timeline.ui.commands.shortcuts import KeyMap, is_single, shown_first
from peru_timeline.ui.look.plain_text import one_line

LONGEST_PATH = 80


def make_actions(
    owner: QWidget, runner: Callable[[Command], Callable[[], None]]
) -> dict[str, QAction]:
    """Make an action of every command, without keys; `runner` gives what each does."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(command.label, owner)
        action.setObjectName(command.id)
        action.setCheckable(command.switch)
        action.setMenuRole(_menu_role(command))
        action.triggered.connect(runner(command))
        owner.addAction(action)
        actions[command.id] = action
    return actions


class Shortcuts(QObject):
    """Gives actions their keys: those that type a character count on the timeline, others in the whole window."""

    def __init__(self, actions: dict[str, QAction], timeline: QWidget) -> None:
        super().__init__(timeline)
        self._actions, self._timeline = actions, timeline
        self._singles: list[QShortcut] = []

    def apply(self, keys: KeyMap, *, single: bool) -> None:
        """Let these keys do what they are for, and tooltips tell them; `single`: those that type a character too."""
        for shortcut in self._singles:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._singles.clear()
        for name, own in keys.items():
            action = self._actions[name]
            action.setShortcuts([QKeySequence(key) for key in own if not is_single(key)])
            first = shown_first(keys, name)
            action.setToolTip(f"{action.text()} ({first})" if first else action.text())
            for key in filter(is_single, own if single else ()):
                shortcut = QShortcut(QKeySequence(key), self._timeline)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(action.trigger)
                self._singles.append(shortcut)


def _menu_role(command: Command) -> QAction.MenuRole:
    roles = {"about": QAction.MenuRole.AboutRole, "quit": QAction.MenuRole.QuitRole}
    return roles.get(command.id, QAction.MenuRole.NoRole)


class Menus(QObject):
    """The same menus twice: in a menu bar, and below one button."""

    file_chosen = Signal(str)  # one of the recent files

    def __init__(self, owner: QWidget, actions: dict[str, QAction]) -> None:
        super().__init__(owner)
        self.bar = QMenuBar()
        self.bar.setObjectName("menu_bar")
        self.bar.setAccessibleName(self.tr("Menus"))
        self.whole = QMenu(owner)
        self.whole.setObjectName("all_menus")
        self.whole.setAccessibleName(self.tr("Menus"))
        self._recent = QMenu(self.tr("Open &recent"), owner)
        self._recent.setObjectName("menu_recent")
        self._recent.setAccessibleName(self._recent.title().replace("&", ""))
        for name, ids in MENUS:
            menu = QMenu(menu_name(name), owner)
            menu.setObjectName(f"menu_{name.replace('&', '').lower()}")
            menu.setAccessibleName(menu.title().replace("&", ""))
            self.bar.addMenu(menu)
            self.whole.addMenu(menu)
            for item in ids:
                if item == SEPARATOR:
                    menu.addSeparator()
                elif item == RECENT:
                    menu.addMenu(self._recent)
                else:
                    menu.addAction(actions[item])

    def show_recent(self, paths: tuple[str, ...]) -> None:
        """List these files."""
        self._recent.clear()
        for path in paths:
            # An “&” in a path is no shortcut.
            action = self._recent.addAction(one_line(path, LONGEST_PATH).replace("&", "&&"))
            action.triggered.connect(lambda _=False, chosen=path: self.file_chosen.emit(chosen))
        if not paths:
            self._recent.addAction(self.tr("No file yet")).setEnabled(False)
