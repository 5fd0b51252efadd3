"""Keys of commands: as values, and in the window."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from peru_timeline.settings import Settings
from peru_timeline.ui.commands.command_palette import CommandPalette
from peru_timeline.ui.commands.command_table import COMMANDS
from peru_timeline.ui.commands.key_sheet import KeySheet
from peru_timeline.ui.commands.shortcuts import (
    changes_of,
    is_reserved,
    is_single,
    key_map,
    owner_of,
    shifted_twins,
    with_key,
    with_own_keys,
)
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import TALKS, open_application, settle, texts
from tests.ui.windows import open_made_up as made_up

pytestmark = pytest.mark.usefixtures("qapp")

Ctrl, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_without_changes_the_keys_are_those_of_the_table() -> None:
    assert key_map({}) == {command.id: command.keys for command in COMMANDS}
    assert changes_of(key_map({})) == {}


def test_a_key_is_changed_added_and_taken_away() -> None:
    keys = with_key(key_map({}), "fit", "0", "G")
    assert keys["fit"] == ("Ctrl+0", "G")
    keys = with_key(keys, "fit", "", "F4")
    assert keys["fit"] == ("Ctrl+0", "G", "F4")
    keys = with_key(keys, "fit", "Ctrl+0", "")
    assert keys["fit"] == ("G", "F4")
    assert changes_of(keys) == {"fit": ("G", "F4")}
    assert key_map(changes_of(keys)) == keys
    assert with_own_keys(keys, "fit") == key_map({})


def test_a_key_is_taken_from_who_had_it_and_goes_back_with_a_reset() -> None:
    keys = with_key(key_map({}), "fit", "0", "L")
    assert owner_of(keys, "L") == "fit"
    assert keys["refit_lanes"] == ("Ctrl+L",)
    assert key_map(changes_of(keys)) == keys
    keys = with_own_keys(keys, "refit_lanes")
    assert (keys["fit"], keys["refit_lanes"]) == (("Ctrl+0",), ("Ctrl+L", "L"))


@pytest.mark.parametrize(
    "garbage",
    [
        {"no_such_command": ("F2",)},
        {"fit": ("no such key", "", "\x00", "Ctrl+K, Ctrl+D", "x" * 10_000)},
        {"fit": ("Tab", "Return", "Shift+Up", "Esc", "Alt+F")},
    ],
)
def test_remembered_garbage_costs_only_that(garbage: dict[str, tuple[str, ...]]) -> None:
    keys = key_map(garbage)
    assert keys["fit"] in ((), key_map({})["fit"])
    assert {**keys, "fit": ()} == {**key_map({}), "fit": ()}


def test_two_commands_never_have_one_key() -> None:
    keys = key_map({"fit": ("Ctrl+F", "F2"), "export": ("F2", "F9")})
    found = [key for own in keys.values() for key in own]
    assert len(found) == len(set(found))
    assert owner_of(keys, "Ctrl+F") == "fit"
    assert keys["search"] == ()


@pytest.mark.parametrize(
    ("key", "single"),
    [
        *((key, True) for key in ("F", "+", "0", "Shift+F", "?", "Ñ")),
        *((key, False) for key in ("Ctrl+F", "F1", "Alt+A", "Del", "Ctrl+Shift++", "Meta+A", "")),
    ],
)
def test_what_types_a_character_is_a_single_key(key: str, single: bool) -> None:
    assert is_single(key) is single


def test_no_command_has_a_reserved_key_but_esc() -> None:
    assert {key for command in COMMANDS for key in command.keys if is_reserved(key)} == {"Esc"}


def test_plus_minus_0_f_and_l_act_on_the_timeline(whole: MainWindow, state: ViewState) -> None:
    timeline = whole.timeline
    home = timeline.visible_span()

    def press(key: Qt.Key) -> float:
        QTest.keyClick(timeline.canvas, key)
        return timeline.visible_span().width / home.width

    assert press(Qt.Key.Key_Plus) == pytest.approx(1 / 1.25)
    assert press(Qt.Key.Key_Minus) == pytest.approx(1)
    press(Qt.Key.Key_Plus)
    assert press(Qt.Key.Key_0) == pytest.approx(1)
    assert press(Qt.Key.Key_F) == pytest.approx(1)  # nothing is selected
    state.select(TALKS)
    assert press(Qt.Key.Key_F) != pytest.approx(1)
    assert press(Qt.Key.Key_F) == pytest.approx(1)
    assert press(Qt.Key.Key_L) == pytest.approx(1)


def test_signs_with_shift_are_known_apart_from_those_without() -> None:
    twins = shifted_twins(key_map({}))
    assert twins == {"Ctrl+Shift++": "larger_text", "Ctrl+Shift+-": "smaller_text"}


@pytest.mark.parametrize("where", ["timeline", "search"])
def test_the_key_of_larger_text_never_zooms(whole: MainWindow, where: str) -> None:
    field = whole.timeline.canvas if where == "timeline" else whole.top_bar.search
    field.setFocus()
    span = whole.timeline.visible_span()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    # Qt asks before it looks for shortcuts, of which it would find two where "+" needs Shift.
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Plus, both, "+")
    asked.ignore()
    QApplication.sendEvent(field, asked)
    assert asked.isAccepted()
    assert whole.settings.value.text_scale == pytest.approx(1.1)
    assert whole.timeline.visible_span() == span
    QTest.keyClick(field, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert whole.timeline.navigation.target.width < span.width
    assert whole.settings.value.text_scale == pytest.approx(1.1)


def test_single_keys_are_typed_where_one_types(whole: MainWindow) -> None:
    before = whole.timeline.visible_span()
    whole.actions_by_id["search"].trigger()
    settle()
    for key in "+0F":
        QTest.keyClicks(whole.top_bar.search, key)
    assert whole.top_bar.search.text() == "+0F"
    assert whole.timeline.visible_span() == before


def test_alt_and_arrows_go_through_the_views(whole: MainWindow) -> None:
    timeline = whole.timeline
    home, near = (
        timeline.visible_span(),
        timeline.layout_input.home.zoom(3, timeline.layout_input.home.middle),
    )
    timeline.show_span(near)
    QTest.keyClick(timeline.canvas, Qt.Key.Key_Left, Alt)
    assert timeline.visible_span() == home
    QTest.keyClick(timeline.canvas, Qt.Key.Key_Right, Alt)
    assert timeline.visible_span() == near


def test_a_changed_key_acts_and_the_old_one_no_more(whole: MainWindow, state: ViewState) -> None:
    timeline = whole.timeline
    before = timeline.visible_span()
    state.set_keys(with_key(state.keys, "zoom_in", "+", "Z"))
    QTest.keyClick(timeline.canvas, Qt.Key.Key_Plus)
    assert timeline.visible_span() == before
    QTest.keyClick(timeline.canvas, Qt.Key.Key_Z)
    assert timeline.visible_span() != before
    state.set_keys(with_key(state.keys, "search", "Ctrl+F", "F3"))
    QTest.keyClick(timeline.canvas, Qt.Key.Key_F, Ctrl)
    assert QApplication.focusWidget() is timeline.canvas
    QTest.keyClick(timeline.canvas, Qt.Key.Key_F3)
    assert QApplication.focusWidget() is whole.top_bar.search


def test_wherever_a_key_is_told_it_is_the_one_that_acts(
    qtbot: QtBot, whole: MainWindow, state: ViewState
) -> None:
    keys = state.keys
    for name, old, new in (
        ("search", "Ctrl+F", "F3"),
        ("export", "Ctrl+E", "F4"),
        ("show_menu", "F10", "F12"),
        ("refit_lanes", "L", "W"),
    ):
        keys = with_key(keys, name, old, new)
    state.set_keys(keys)
    settle()
    assert "F3" in texts(whole.top_bar, "search_hits")
    assert "F3" in texts(whole.event_panel)
    for name, key in (("button_export", "F4"), ("menu_button", "F12")):
        made = whole.top_bar.findChild(QAbstractButton, name)
        assert made is not None
        assert f"({key})" in made.toolTip()
    assert whole.actions_by_id["export"].shortcut() == QKeySequence("F4")
    sheet = KeySheet(None, LIGHT, keys)
    palette = CommandPalette(None, LIGHT, list(whole.actions_by_id.values()), keys)
    for dialog, known in ((sheet, {"F3", "F4", "F12", "W"}), (palette, {"F3", "F4", "F12"})):
        qtbot.addWidget(dialog)
        assert known <= set(texts(dialog))
        assert not {"Ctrl+F", "Ctrl+E", "F10", "L"} & set(texts(dialog))


def test_changed_keys_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    made = open_application(qtbot, made_up(tmp_path), path=settings)
    made.window.settings_commands.take_keys(with_key(made.state.keys, "fit", "0", "G"))
    made.settings.save()
    remembered = msgspec.json.decode(settings.read_bytes(), type=Settings)
    assert remembered.keys == {"fit": ("Ctrl+0", "G")}
    again = open_application(qtbot, made_up(tmp_path), remembered, settings)
    assert again.state.keys["fit"] == ("Ctrl+0", "G")
