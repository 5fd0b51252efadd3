"""The table of commands as actions, shortcuts and menus of Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from peru_timeline.ui.commands.command_table import COMMANDS, Command
from peru_timeline.ui.commands.menu_table import MENUS, RECENT, SEPARATOR, menu_name
from peru_timeline.ui.commands.shortcuts import KeyMap, is_single, shifted_twins, shown_first
from peru_timeline.ui.look.plain_text import button_text

LONGEST_PATH = LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Binding:
    """What a command does.

    Attributes:
        run: does it.
        is_on: whether what a switch switches is on now; None for a command that is no switch.
        is_enabled: whether it can be done now; None for a command that always can.
        says: what the command is called now; None for one that is always called the same.

    """

    run: Callable[[], object]
    is_on: Callable[[], bool] | None = None
    is_enabled: Callable[[], bool] | None = None
    says: Callable[[], str] | None = None


Bindings = Mapping[str, Binding]
"""Bindings by the ids of commands."""


def make_actions(owner: QWidget, bindings: Bindings) -> dict[str, QAction]:
    """Make an action of every command, by its id, without keys. Raises KeyError for a command without a binding."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(command.label, owner)
        action.setObjectName(command.id)
        action.setCheckable(command.is_switch)
        action.setMenuRole(_menu_role(command))
        action.triggered.connect(partial(_run, bindings[command.id]))
        owner.addAction(action)
        actions[command.id] = action
    return actions


def name_actions(actions: Mapping[str, QAction]) -> None:
    """Name the actions in the language of now."""
    for command in COMMANDS:
        actions[command.id].setText(command.label)


def _run(binding: Binding, _is_checked: bool = False) -> None:
    binding.run()


def refresh_actions(actions: Mapping[str, QAction], bindings: Bindings) -> None:
    """Check and enable each action as its binding says now."""
    for name, binding in bindings.items():
        if binding.is_on is not None:
            actions[name].setChecked(binding.is_on())
        if binding.is_enabled is not None:
            actions[name].setEnabled(binding.is_enabled())
        if binding.says is not None:
            actions[name].setText(button_text(binding.says(), LONGEST_NAME))


class Shortcuts(QObject):
    """Gives actions their keys. Keys that type a character act on the timeline only, others in the whole window."""

    def __init__(self, actions: dict[str, QAction], timeline: QWidget) -> None:
        super().__init__(timeline)
        self._actions, self._timeline = actions, timeline
        self._singles: list[QShortcut] = []
        self._single_keys: KeyMap = {}
        self._shifted: dict[str, QAction] = {}

    def apply(self, keys: KeyMap, *, single: bool) -> None:
        """Use these keys from now on, in tooltips too; `single`: also those that type a character."""
        self._timeline.window().installEventFilter(self)  # it is asked last, wherever the focus is
        self._shifted = {key: self._actions[name] for key, name in shifted_twins(keys).items()}
        for name, own in keys.items():
            action = self._actions[name]
            action.setShortcuts([QKeySequence(key) for key in own if not is_single(key)])
            first = shown_first(keys, name)
            action.setToolTip(f"{action.text()} ({first})" if first else action.text())
        self._apply_singles({name: own if single else () for name, own in keys.items()})

    def _apply_singles(self, keys: KeyMap) -> None:
        """Make shortcuts of the keys that type a character; in another look they are those of before.

        A connection to a method of Qt is kept by PySide when its sender is gone (6.11): a dozen for each look.
        """
        if keys == self._single_keys:
            return
        self._single_keys = keys
        for shortcut in self._singles:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._singles.clear()
        for name, own in keys.items():
            action = self._actions[name]
            for key in filter(is_single, own):
                shortcut = QShortcut(QKeySequence(key), self._timeline)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(action.trigger)
                self._singles.append(shortcut)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Act on a key with Shift before Qt takes it for the same key without.

        Where “+” is typed with Shift, Ctrl+Shift++ is also Ctrl++ to Qt, which zoomed instead of enlarging the text.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            action = self._shifted.get(QKeySequence(event.keyCombination()).toString())
            if action is not None and action.isEnabled():
                event.accept()  # what follows is no shortcut to Qt, and types nothing
                action.trigger()
                return True
        return super().eventFilter(watched, event)


def _menu_role(command: Command) -> QAction.MenuRole:
    roles = {"about": QAction.MenuRole.AboutRole, "quit": QAction.MenuRole.QuitRole}
    return roles.get(command.id, QAction.MenuRole.NoRole)


class Menus(QObject):
    """The same menus in two places: in a menu bar, and below one button."""

    file_chosen = Signal(str)  # the path of a recent file

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

    def show_bar(self, shown: bool) -> None:
        """Show or hide the menu bar. One button holds all menus, so that the lanes get the height of a menu bar.

        Where the system shows menus elsewhere (macOS) they are there in any case.
        """
        self.bar.setVisible(shown or self.bar.isNativeMenuBar())

    def show_recent(self, paths: tuple[str, ...]) -> None:
        """List these files as the recent ones."""
        self._recent.clear()
        for path in paths:
            action = self._recent.addAction(button_text(path, LONGEST_PATH))
            action.triggered.connect(lambda _=False, chosen=path: self.file_chosen.emit(chosen))
        if not paths:
            self._recent.addAction(self.tr("No recent files")).setEnabled(False)
