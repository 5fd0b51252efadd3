from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline import HOMEPAGE
from peru_timeline.chronology.faults.fault import ChronologyError, Fault
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.review.documents import Passage, QuotationSpan
from peru_timeline.ui.commands.command_palette import CommandPalette
from peru_timeline.ui.commands.command_table import COMMANDS
from peru_timeline.ui.commands.key_sheet import KeySheet
from peru_timeline.ui.commands.menu_table import MENUS, RECENT, SEPARATOR
from peru_timeline.ui.commands.shortcuts import key_map
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.session.faults_dialog import FaultsDialog
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.about_dialog import AboutDialog
from peru_timeline.ui.window.context_dialog import ContextDialog
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import TALKS, settle, state_of, texts, window


@pytest.fixture
def state(qapp: object, tmp_path: Path) -> ViewState:
    return state_of(tmp_path)


@pytest.fixture
def whole(qtbot: QtBot, state: ViewState) -> MainWindow:
    return window(qtbot, state)


# --- the table -------------------------------------------------------------------------------


def test_ids_are_unique() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


def test_shortcuts_are_unique(qapp: object) -> None:
    keys = Counter(QKeySequence(keys).toString() for command in COMMANDS for keys in command.keys)
    assert [key for key, times in keys.items() if times > 1 or not key] == []


def test_every_command_stands_in_one_menu() -> None:
    named = [item for _, items in MENUS for item in items if item not in (SEPARATOR, RECENT)]
    assert Counter(named) == Counter(command.id for command in COMMANDS)


def test_every_command_is_bound_and_every_switch_tells_whether_it_is_on(whole: MainWindow) -> None:
    assert whole.bindings.keys() == {command.id for command in COMMANDS}
    for command in COMMANDS:
        assert (whole.bindings[command.id].is_on is not None) == command.is_switch, command.id


def test_every_menu_is_below_the_button_too(whole: MainWindow) -> None:
    for menus in (whole.menus.bar.actions(), whole.menus.whole.actions()):
        assert len(menus) == len(MENUS)
        for action, (_, items) in zip(menus, MENUS, strict=True):
            menu = action.menu()
            assert isinstance(menu, QMenu)
            assert len(menu.actions()) == len(items)


def test_the_page_of_releases_opens_on_request_alone(
    whole: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    settle()
    assert opened == []
    whole.actions_by_id["check_for_updates"].trigger()
    assert opened == [f"{HOMEPAGE}/releases"]


def test_switches_tell_the_truth(whole: MainWindow, state: ViewState) -> None:
    actions = whole.actions_by_id
    assert actions["group_sector"].isChecked()
    actions["group_actor"].trigger()
    assert actions["group_actor"].isChecked()
    assert not actions["group_sector"].isChecked()
    for name in ("toggle_filters", "toggle_event", "toggle_table", "toggle_menu_bar"):
        before = actions[name].isChecked()
        actions[name].trigger()
        assert actions[name].isChecked() != before, name
    assert whole.table is not None


def test_what_needs_a_selection_waits_for_one(whole: MainWindow, state: ViewState) -> None:
    action = whole.actions_by_id["copy_citation"]
    assert not action.isEnabled()
    state.select(TALKS)
    assert action.isEnabled()
    action.trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Talks on Cerrón (2007 to 2009)\n\n“they wrote")


def test_esc_takes_back_one_thing_at_a_time(whole: MainWindow, state: ViewState) -> None:
    state.select(TALKS)
    state.only("sectors", "trade")
    state.set_text("talks")
    clear = whole.actions_by_id["clear"]
    clear.trigger()
    assert state.query.text == ""
    assert state.query.sectors == {"trade"}
    clear.trigger()
    assert state.query.is_empty
    assert state.selection == TALKS
    clear.trigger()
    assert state.selection is None


# --- the palette -----------------------------------------------------------------------------


def test_the_palette_finds_by_name_and_enter_chooses(
    qtbot: QtBot, whole: MainWindow, state: ViewState
) -> None:
    palette = CommandPalette(whole.widget, LIGHT, list(whole.actions_by_id.values()), state.keys)
    qtbot.addWidget(palette)
    field, found = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    assert isinstance(field, QLineEdit)
    assert isinstance(found, QListWidget)
    QTest.keyClicks(field, "table")
    assert found.count() >= 1
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert isinstance(palette.chosen, QAction)
    assert palette.chosen.objectName() == "toggle_table"


def test_the_palette_says_when_nothing_has_that_name(
    qtbot: QtBot, whole: MainWindow, state: ViewState
) -> None:
    palette = CommandPalette(whole.widget, LIGHT, list(whole.actions_by_id.values()), state.keys)
    qtbot.addWidget(palette)
    palette.show()
    field = palette.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "xyzzy")
    assert "No command has this name." in texts(palette)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert palette.chosen is None


# --- dialogs ---------------------------------------------------------------------------------


def test_faults_are_listed_whole_and_as_plain_text(qtbot: QtBot) -> None:
    faults = tuple(
        Fault(f"events[{i}].date", Sentences.NO_DATE.of("<b>no</b>")) for i in range(300)
    )
    dialog = FaultsDialog(None, LIGHT, ChronologyError("bad.chronology", faults))
    qtbot.addWidget(dialog)
    listed = dialog.findChild(QPlainTextEdit, "faults")
    assert isinstance(listed, QPlainTextEdit)
    assert len(listed.toPlainText().splitlines()) == 300
    assert "<b>no</b>" in listed.toPlainText()
    copy = dialog.findChild(QWidget, "copy_faults")
    assert isinstance(copy, QWidget)
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "events[299].date" in QGuiApplication.clipboard().text()


def test_the_key_sheet_names_every_shortcut(qtbot: QtBot) -> None:
    sheet = KeySheet(None, LIGHT, key_map({}))
    qtbot.addWidget(sheet)
    said = set(texts(sheet))
    for command in COMMANDS:
        if command.keys:
            assert command.label in said, command.id


def test_about_names_sources_and_licences(qtbot: QtBot, state: ViewState) -> None:
    dialog = AboutDialog(None, LIGHT, state.opened.chronology, "en")
    qtbot.addWidget(dialog)
    text = dialog.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    for expected in ("Report of The Wire", "MIT", "LGPL", "SIL Open Font License"):
        assert expected in text.toPlainText()


def test_reading_in_context_goes_from_quotation_to_quotation(qtbot: QtBot) -> None:
    passages = [Passage("Ports", 0, "Ports"), Passage("Ports", 1, "They built a port. It is big.")]
    places = [QuotationSpan(1, 0, 18), QuotationSpan(1, 19, 29)]
    dialog = ContextDialog(None, LIGHT, "The Paper", passages, places, 0)
    qtbot.addWidget(dialog)
    text = dialog.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)

    def marked() -> list[str]:
        return [s.cursor.selectedText() for s in text.extraSelections()]

    assert marked() == ["It is big.", "They built a port."]  # the one shown lies on top
    assert "Quotation 1 of 2 from this text" in texts(dialog)
    dialog.step(1)
    assert "Quotation 2 of 2 from this text" in texts(dialog)
    dialog.step(1)
    assert "Quotation 1 of 2 from this text" in texts(dialog)


# --- for everyone ----------------------------------------------------------------------------


def test_what_can_be_focused_has_a_name(whole: MainWindow, state: ViewState) -> None:
    state.select(TALKS)
    state.only("sectors", "trade")
    whole.actions_by_id["toggle_table"].trigger()
    settle()
    nameless = [
        f"{type(made).__name__} in {type(made.parent()).__name__}"
        for made in whole.widget.findChildren(QWidget)
        if made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and made.isVisible()
        and not isinstance(made, QLabel)
        and made.focusProxy() is None
        and not (made.accessibleName() or getattr(made, "text", str)())
    ]
    assert nameless == []
