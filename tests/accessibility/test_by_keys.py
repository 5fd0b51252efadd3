"""What used to need a mouse or had no name: printing, sorting, the sizes of panels, a field, a role, a group."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.views import SavedView
from peru_timeline.pictures.export_choice import ExportChoice
from peru_timeline.ui.export.export_dialog import ExportDialog
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.stage.presentation import Presentation
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.subjects import subject_of
from tests.ui.windows import TALKS, open_made_up, settle, state_of, window

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = window(qtbot, state_of(tmp_path))
    made.widget.activateWindow()
    return made


def test_the_print_preview_prints_by_keys_and_has_names(whole: MainWindow) -> None:
    found: list[tuple[str, str]] = []
    prints: list[QAction] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        kinds = (QAbstractButton, QComboBox, QLineEdit)
        parts: list[QWidget] = [part for kind in kinds for part in dialog.findChildren(kind)]
        found.extend(
            (type(part).__name__, part.accessibleName())
            for part in parts
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        prints.extend(dialog.findChildren(QAction, "print_now"))
        keys = [action.shortcut() for action in prints]
        dialog.reject()
        assert keys == [QKeySequence(QKeySequence.StandardKey.Print)]

    QTimer.singleShot(0, look)
    whole.exports.print_view()
    assert len(found) > 8
    assert all(name for _kind, name in found), found


def sorted_by(header: QHeaderView) -> tuple[int, Qt.SortOrder]:
    return header.sortIndicatorSection(), header.sortIndicatorOrder()


def test_the_table_is_sorted_by_keys(whole: MainWindow) -> None:
    whole.actions_by_id["toggle_table"].trigger()
    settle()
    table = whole.table
    assert table is not None
    whole._state.select(TALKS)
    settle()
    header = table.horizontalHeader()
    QTest.keyClick(table, Qt.Key.Key_Left)  # from the title to the date
    QTest.keyClick(table, Qt.Key.Key_Down, ALT)
    assert sorted_by(header) == (0, Qt.SortOrder.DescendingOrder)
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Up, ALT)
    assert sorted_by(header) == (3, Qt.SortOrder.AscendingOrder)
    assert whole._state.selection == TALKS


@pytest.mark.parametrize(("part", "place"), [("search", 2), ("filter_tree", 0), ("event_panel", 2)])
def test_panels_are_resized_by_keys(whole: MainWindow, part: str, place: int) -> None:
    sides = whole.widget.sides
    named = whole.widget.findChild(QWidget, part)
    assert isinstance(named, QWidget)
    named.setFocus()
    before = sides.sizes()[place]
    for _ in range(3):
        whole.actions_by_id["larger_panel"].trigger()
    assert sides.sizes()[place] == before + 3 * 24
    whole.actions_by_id["smaller_panel"].trigger()
    assert sides.sizes()[place] == before + 2 * 24
    kept = whole.settings.value
    assert (kept.filters_px, kept.event_px)[place // 2] == before + 2 * 24


def test_the_table_is_resized_by_keys(whole: MainWindow) -> None:
    whole.actions_by_id["toggle_table"].trigger()
    settle()
    assert whole.table is not None
    whole.table.setFocus()
    views = whole.widget.findChild(QSplitter, "views")
    assert isinstance(views, QSplitter)
    before = views.sizes()[1]
    whole.actions_by_id["larger_panel"].trigger()
    assert views.sizes()[1] == before + 24


def test_the_size_of_a_picture_is_a_named_field(qtbot: QtBot, tmp_path: Path) -> None:
    subject = subject_of(open_made_up(tmp_path))
    dialog = ExportDialog(None, LIGHT, subject, (1000, 600), ExportChoice())
    qtbot.addWidget(dialog)
    size = dialog.findChild(QComboBox, "export_size")
    assert isinstance(size, QComboBox)
    typed = size.lineEdit()
    assert typed is not None
    assert typed.accessibleName() == "Size"


def test_groupings_are_one_of_several_and_described_by_what_they_do(whole: MainWindow) -> None:
    for name, words in (("sector", "Sector"), ("actor", "Actor"), ("source", "Source")):
        button = whole.top_bar.findChild(QAbstractButton, f"group_by_{name}")
        assert isinstance(button, QAbstractButton)
        told = QAccessible.queryAccessibleInterface(button)
        assert told.role() == QAccessible.Role.RadioButton
        assert told.text(QAccessible.Text.Name) == words
        assert told.text(QAccessible.Text.Description) == f"Group the lanes by: {words}"


def test_the_stage_is_a_window_to_a_screen_reader(qtbot: QtBot, tmp_path: Path) -> None:
    view = SavedView.model_validate({"name": {"en": "First"}})
    stage = Presentation(open_made_up(tmp_path), [view], LIGHT, "en")
    told = QAccessible.queryAccessibleInterface(stage)
    assert told.role() == QAccessible.Role.Window
    assert told.text(QAccessible.Text.Name) == "Presentation"
    assert told.childCount() > 0
    stage.close()
