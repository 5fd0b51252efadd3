"""The dialog that changes the keys of commands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from peru_timeline.ui.commands.command_table import COMMANDS
from peru_timeline.ui.commands.shortcut_editor import ShortcutEditor
from peru_timeline.ui.commands.shortcuts import key_map
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow


@pytest.fixture
def dialog(qtbot: QtBot) -> ShortcutEditor:
    made = ShortcutEditor(None, LIGHT, key_map({}))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def look_for(dialog: ShortcutEditor, words: str) -> list[str]:
    field, rows = dialog.findChild(QLineEdit, "find_command"), dialog.findChild(QTreeWidget)
    assert field is not None
    assert rows is not None
    field.setText(words)
    found = (rows.topLevelItem(row) for row in range(rows.topLevelItemCount()))
    return [f"{item.text(0)}: {item.text(1)}" for item in found if item is not None]


def strike(
    dialog: ShortcutEditor, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None
) -> str:
    """Press a key in the field; what is said of it."""
    field, said = (
        dialog.findChild(QKeySequenceEdit),
        dialog.findChild(QLabel, "said_of_key"),
    )
    assert field is not None
    assert said is not None
    field.clear()
    QTest.keyClick(field, key, modifiers or Qt.KeyboardModifier.NoModifier)
    return said.text()


def button(dialog: ShortcutEditor, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def test_the_dialog_lists_every_key_and_finds_by_name_and_key(dialog: ShortcutEditor) -> None:
    assert len(look_for(dialog, "")) == sum(max(1, len(command.keys)) for command in COMMANDS)
    assert look_for(dialog, "show every") == ["Show everything: Ctrl+0", "Show everything: 0"]
    assert look_for(dialog, "f11") == ["Full screen: F11"]


def test_a_key_is_changed_by_pressing_another(dialog: ShortcutEditor) -> None:
    look_for(dialog, "full screen")
    assert strike(dialog, Qt.Key.Key_F9) == ""
    button(dialog, "change_key").click()
    assert dialog.keys["full_screen"] == ("F9",)
    rows = dialog.findChild(QTreeWidget)
    assert QApplication.focusWidget() is rows
    strike(dialog, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    button(dialog, "add_key").click()
    assert look_for(dialog, "full screen") == ["Full screen: F9", "Full screen: Ctrl+F9"]
    button(dialog, "remove_key").click()
    button(dialog, "remove_key").click()
    assert look_for(dialog, "full screen") == ["Full screen: "]
    assert not button(dialog, "remove_key").isEnabled()
    button(dialog, "reset_key").click()
    assert dialog.keys == key_map({})


def test_a_clash_is_told_and_a_change_takes_the_key(dialog: ShortcutEditor) -> None:
    look_for(dialog, "full screen")
    said = strike(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert said == "Ctrl+F belongs to “Search” and would be removed from it."
    button(dialog, "change_key").click()
    assert dialog.keys["full_screen"] == ("Ctrl+F",)
    assert dialog.keys["search"] == ()
    button(dialog, "reset_keys").click()
    assert dialog.keys == key_map({})
    assert not button(dialog, "reset_keys").isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_keys_that_move_about_are_refused(dialog: ShortcutEditor, key: Qt.Key) -> None:
    look_for(dialog, "full screen")
    assert "is reserved for moving about" in strike(dialog, key)
    assert not button(dialog, "change_key").isEnabled()
    assert not button(dialog, "add_key").isEnabled()


def test_of_a_single_key_it_is_told_where_it_acts(dialog: ShortcutEditor) -> None:
    look_for(dialog, "full screen")
    assert "while the timeline has the focus" in strike(dialog, Qt.Key.Key_W)


def test_tab_goes_through_the_field_and_round(dialog: ShortcutEditor) -> None:
    """The field takes every key that is pressed, but not the one that leads out of it."""
    seen: list[str] = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"find_command", "keys_of_commands", "remove_key", "close"} <= set(seen)
    assert len(seen) > 2 * len(set(seen))


def test_the_command_opens_the_dialog_and_changes_count(
    qtbot: QtBot, whole: MainWindow, state: ViewState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act(dialog: ShortcutEditor) -> int:
        look_for(dialog, "full screen")
        strike(dialog, Qt.Key.Key_F9)
        button(dialog, "change_key").click()
        return 0

    acted: Callable[[ShortcutEditor], int] = act
    monkeypatch.setattr(ShortcutEditor, "exec", acted)
    with qtbot.waitSignal(whole.settings.changed):
        whole.actions_by_id["change_keys"].trigger()
    assert whole.settings.value.keys == {"full_screen": ("F9",)}
    assert state.keys["full_screen"] == ("F9",)
