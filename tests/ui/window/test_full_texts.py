"""Full texts that the reader adds: quotations are checked against them and read in them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import PORT, chronology_data, open_made_up, settle, texts, window

TEXT = """They met in Lima.

Long ago they wrote of Port of Chancay begins at some length, and of other things.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the full text of one source, and a file that is none."""
    made = tmp_path / "texts"
    made.mkdir()
    (made / "paper.txt").write_text(TEXT, encoding="utf-8")
    (made / "shopping.txt").write_text("eggs", encoding="utf-8")
    return made


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path, folder: Path) -> MainWindow:
    content = chronology_data()
    digest = hashlib.sha256((folder / "paper.txt").read_bytes()).hexdigest()
    content["sources"][0]["document"] = {"file": "paper.txt", "sha256": digest, "words": 17}
    content["events"] = content["events"][:1]
    return window(qtbot, ViewState(open_made_up(tmp_path, content)))


def told(whole: MainWindow, ask: Callable[[], object]) -> list[str]:
    """Run what opens a dialog, close it, and give what it said."""
    said: list[str] = []

    def end() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        said.extend(texts(dialog))
        field = dialog.findChild(QPlainTextEdit)
        if isinstance(field, QPlainTextEdit):
            said.append(field.toPlainText())
            said.extend(s.cursor.selectedText() for s in field.extraSelections())
        dialog.reject()

    QTimer.singleShot(0, whole, end)
    ask()
    return said


def test_without_texts_quotations_are_only_counted(whole: MainWindow) -> None:
    assert texts(whole.status, "status_checked")[0].startswith("1 quotation")
    assert not whole.actions_by_id["read_in_context"].isEnabled()


def test_added_texts_are_checked_and_can_be_read(whole: MainWindow, folder: Path) -> None:
    said = told(whole, lambda: whole.texts.add_from(folder))
    assert any("shopping.txt" in text for text in said)
    assert texts(whole.status, "status_checked") == ["✓ all 1 quotations match their sources"]
    whole._state.select(PORT)
    settle()
    assert whole.actions_by_id["read_in_context"].isEnabled()
    reading = whole.event_panel.findChild(QAbstractButton, "read_in_context")
    assert isinstance(reading, QAbstractButton)
    said = told(whole, reading.click)
    assert "they wrote of Port of Chancay begins at some length" in said
    assert any("They met in Lima." in text for text in said)
    said = told(whole, whole.texts.show_verification)
    assert any("word for word" in text for text in said)


def test_a_folder_that_cannot_be_read_is_told(whole: MainWindow, tmp_path: Path) -> None:
    said = told(whole, lambda: whole.texts.add_from(tmp_path / "nowhere"))
    assert any("could not be added" in text for text in said)
