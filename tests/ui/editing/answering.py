"""Answers of a reader to the dialogs that come up, and editors on windows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton


def name_file(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Let the reader name this file, or none, in the dialog of the system."""
    chosen = "" if path is None else str(path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (chosen, ""))


def answer(button: str) -> list[str]:
    """Press a button of the dialog that comes up next; the list gets the name of that dialog."""
    return answer_by(lambda box: _press(box, button))


def answer_by(act: Callable[[object], None]) -> list[str]:
    """Do something with the dialog that comes up next; the list gets the name of that dialog."""
    told: list[str] = []

    def do() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None, "no dialog came up"
        told.append(box.objectName())
        act(box)

    QTimer.singleShot(0, do)
    return told


def _press(box: object, name: str) -> None:
    found = box.findChild(QPushButton, name)  # type: ignore[attr-defined]
    assert isinstance(found, QPushButton), name
    found.click()
