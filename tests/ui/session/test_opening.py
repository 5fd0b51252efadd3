"""Files are read on a thread; reading that takes long can be stopped."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from benchmarks.made_up import write
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.loader import Progress
from peru_timeline.ui.session import opening
from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology

EVENTS = 3000


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that nobody waits for without a dialog, which is shown at once."""
    monkeypatch.setattr(opening, "WAITED_MS", 0)
    monkeypatch.setattr(opening, "SHOWN_AFTER_MS", 0)
    path = tmp_path / "large.chronology"
    write(path, EVENTS)
    return path


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def dialogs(parent: QWidget) -> list[QProgressDialog]:
    return parent.findChildren(QProgressDialog)


def test_all_of_it_is_read_and_the_dialog_goes(large: Path, parent: QWidget) -> None:
    opened = opening.open_file(large, parent)
    assert opened is not None
    assert len(opened.chronology.events) == EVENTS
    assert not any(dialog.isVisible() for dialog in dialogs(parent))


def test_faults_are_told_as_those_of_small_files(large: Path, parent: QWidget) -> None:
    content = large.read_text(encoding="utf-8")
    large.write_text(
        content.replace('"sector": "energy"', '"sector": "enrgy"', 1), encoding="utf-8"
    )
    with pytest.raises(ChronologyError, match='no sector "enrgy"; did you mean "energy"'):
        opening.open_file(large, parent)


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Escape])
def test_cancel_leaves_all_as_it_was(
    large: Path, parent: QWidget, monkeypatch: pytest.MonkeyPatch, key: Qt.Key | None
) -> None:
    read = open_chronology

    def held_up(path: Path, progress: Progress) -> OpenChronology:
        """Reads no further than the beginning until somebody stops it."""

        def tell(done: int, everything: int) -> None:
            while done and not QThread.currentThread().isInterruptionRequested():
                QThread.yieldCurrentThread()
            progress(done, everything)

        return read(path, tell)

    def stop() -> None:
        shown = [dialog for dialog in dialogs(parent) if dialog.isVisible()]
        if shown and shown[0].maximum() == EVENTS:
            if key is None:
                shown[0].findChildren(QPushButton, "cancel_opening")[0].click()
            else:
                QTest.keyClick(shown[0], key)
                if shown[0].isVisible():  # the window system has yet to make it active
                    QTimer.singleShot(0, stop)
        else:
            QTimer.singleShot(0, stop)

    monkeypatch.setattr(opening, "open_chronology", held_up)
    QTimer.singleShot(0, stop)
    assert opening.open_file(large, parent) is None
    QApplication.processEvents()


def test_cancel_is_heard_where_the_reading_cannot_be(
    large: Path, parent: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, may_end = open_chronology, threading.Event()

    def deaf(path: Path, progress: Progress) -> OpenChronology:
        """A step that takes long and hears nothing, as in the middle of the JSON."""
        assert may_end.wait(60)
        return read(path, progress)

    def stop() -> None:
        shown = [dialog for dialog in dialogs(parent) if dialog.isVisible()]
        if shown:
            shown[0].findChildren(QPushButton, "cancel_opening")[0].click()
        else:
            QTimer.singleShot(0, stop)

    monkeypatch.setattr(opening, "open_chronology", deaf)
    QTimer.singleShot(0, stop)
    assert opening.open_file(large, parent) is None
    assert not may_end.is_set()
    assert len(opening._STOPPED) == 1
    may_end.set()
    qtbot.waitUntil(lambda: not opening._STOPPED, timeout=30_000)


def test_a_small_file_that_takes_long_is_read_beside_the_window_too(
    tmp_path: Path, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "small.chronology"
    write(path, 3)
    read, threads = open_chronology, []

    def noted(path: Path, progress: Progress) -> OpenChronology:
        threads.append(QThread.currentThread())
        while threads[1:] == []:  # until the window has had its turn
            QThread.yieldCurrentThread()
        return read(path, progress)

    monkeypatch.setattr(opening, "WAITED_MS", 0)
    monkeypatch.setattr(opening, "open_chronology", noted)
    QTimer.singleShot(0, lambda: threads.append(QThread.currentThread()))
    opened = opening.open_file(path, parent)
    assert opened is not None
    assert len(opened.chronology.events) == 3
    assert threads[0] is not threads[1]
    QApplication.processEvents()
