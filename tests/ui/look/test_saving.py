"""Asking for the file to write: no file is replaced before the reader has agreed to that very file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import peru_timeline
from peru_timeline.ui.look.saving import ask_where_to_save, with_ending


@pytest.mark.parametrize(
    ("typed", "ending", "written"),
    [
        ("map", ".png", "map.png"),
        ("map.png", ".png", "map.png"),
        ("map.PNG", ".png", "map.PNG"),
        ("map.v2", ".png", "map.v2.png"),
        ("map.jpg", ".png", "map.jpg.png"),
        ("map.", ".png", "map.png"),
        (".png", ".png", ".png.png"),
        ("peru", ".views.json", "peru.views.json"),
        ("peru.json", ".views.json", "peru.json.views.json"),
        ("peru.views.json", ".views.json", "peru.views.json"),
        ("año", ".docx", "año.docx"),
    ],
)
def test_the_ending_is_added_once(typed: str, ending: str, written: str) -> None:
    assert with_ending(Path("folder") / typed, ending) == Path("folder") / written


class Hands:
    """Types a name into the file dialog, and answers the question whether to replace a file."""

    def __init__(self, names: list[str], answers: list[str]) -> None:
        self._names: Iterator[str] = iter(names)
        self._answers: Iterator[str] = iter(answers)
        self.asked: list[str] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._act)
        self._timer.start(0)

    def _act(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            name = next(self._names, None)
            if name is None:
                dialog.reject()
                return
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(field, QLineEdit)
            field.setText(name)
            QTest.keyClick(field, Qt.Key.Key_Return)
        elif isinstance(dialog, QMessageBox):
            self.asked.append(dialog.text())
            button = dialog.findChild(QPushButton, next(self._answers))
            assert isinstance(button, QPushButton)
            button.click()


@pytest.mark.parametrize(
    ("typed", "exists", "question"),
    [
        ("precious", "precious.png", "“precious.png” exists already. Replace it?"),
        ("precious.png", "precious.png", "“precious.png” exists already. Replace it?"),
        ("precious.v2", "precious.v2.png", "“precious.v2.png” exists already. Replace it?"),
    ],
)
def test_the_question_is_about_the_file_that_will_be_written(
    qtbot: QtBot, tmp_path: Path, typed: str, exists: str, question: str
) -> None:
    (tmp_path / exists).write_bytes(b"precious")
    widget = QWidget()
    qtbot.addWidget(widget)
    hands = Hands([typed], ["keep"])
    assert ask_where_to_save(widget, "Save as", tmp_path / "other.png", ".png") is None
    assert hands.asked == [question]
    hands = Hands([typed], ["replace"])
    found = ask_where_to_save(widget, "Save as", tmp_path / "other.png", ".png")
    assert found == tmp_path / exists
    assert hands.asked == [question]


def test_a_file_with_the_name_as_typed_is_not_in_the_way(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"not the file that will be written")
    widget = QWidget()
    qtbot.addWidget(widget)
    hands = Hands(["precious"], [])
    found = ask_where_to_save(widget, "Save as", tmp_path / "other.png", ".png")
    assert found == tmp_path / "precious.png"
    assert hands.asked == []


def test_after_a_no_another_name_can_be_typed(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"precious")
    (tmp_path / "b.png").symlink_to(tmp_path / "nowhere.png")
    widget = QWidget()
    qtbot.addWidget(widget)
    hands = Hands(["a", "b", "c"], ["keep", "keep"])
    found = ask_where_to_save(widget, "Save as", tmp_path / "other.png", ".png")
    assert found == tmp_path / "c.png"
    assert len(hands.asked) == 2


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a", "a.chronology"),
        ("a.b", "a.b.chronology"),
        ("a.chronology", "a.chronology"),
        ("A.CHRONOLOGY", "A.CHRONOLOGY"),
        ("a.json", "a.json"),
        ("a.JSON", "a.JSON"),
    ],
)
def test_one_of_several_endings_is_kept(
    qtbot: QtBot, tmp_path: Path, typed: str, kept: str
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    hands = Hands([typed], [])
    found = ask_where_to_save(widget, "Save as", tmp_path / "other.json", ".chronology", ".json")
    assert found == tmp_path / kept
    assert hands.asked == []


def test_there_is_no_other_way_to_ask_for_a_file_to_write() -> None:
    package = Path(peru_timeline.__file__).parent
    asking = [
        path.name
        for path in package.rglob("*.py")
        if "getSaveFileName" in (text := path.read_text("utf-8")) or "AcceptSave" in text
    ]
    assert asking == ["saving.py"]
