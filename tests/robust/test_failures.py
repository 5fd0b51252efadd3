"""What nobody foresaw: one dialog, a report without the reader's folders, a log, and work goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline import __version__
from peru_timeline.ui.session import failures
from peru_timeline.ui.session.failures import Failures, log_to, report_of, without_folders
from tests.ui.windows import open_application, open_made_up, settle


@pytest.fixture
def installed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Failures]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)  # stderr stays clean
    made = Failures()
    made.install()
    yield made
    for box in dialogs():
        box.close()


def dialogs() -> list[QMessageBox]:
    return [
        widget for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMessageBox) and widget.isVisible()
    ]  # fmt: skip


def fail(error: BaseException) -> None:
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


class MuteError(Exception):
    def __str__(self) -> str:
        raise ValueError("no words")


STRANGE = (
    ValueError("x" * 3_000_000), ValueError("<img src='file:///etc/passwd'>"), ValueError("half \ud800 a character"),
    ValueError("\x00\x1b[31m\u202e"), MuteError(), RecursionError("deep"), MemoryError(),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"),
    ExceptionGroup("several", [ValueError("one"), KeyError("two")]), ValueError(), KeyError(("a", b"\xff")),
)  # fmt: skip


@pytest.mark.parametrize("error", STRANGE, ids=lambda error: type(error).__name__)
def test_any_error_makes_one_dialog_and_a_report_to_copy(
    qtbot: QtBot, installed: Failures, error: BaseException
) -> None:
    for _ in range(50):  # as an error in every frame would
        fail(error)
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    settle()
    (box,) = dialogs()
    report = box.detailedText()
    assert report.startswith(f"Peru Timeline {__version__}, Python 3")
    assert type(error).__name__ in report
    assert len(report) < 30_000
    (copy,) = [
        b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == "Copy report"
    ]
    copy.click()
    assert box.isVisible()
    assert QGuiApplication.clipboard().text() == report
    box.close()
    fail(ValueError("another"))
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


def test_an_error_of_a_thread_is_told_too(qtbot: QtBot, installed: Failures) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "ZeroDivisionError" in dialogs()[0].detailedText()


def test_work_goes_on_after_an_error_in_a_slot(
    qtbot: QtBot, installed: Failures, tmp_path: Path
) -> None:
    whole = open_application(qtbot, open_made_up(tmp_path))

    def broken() -> None:
        raise ValueError("in a slot")

    with qtbot.capture_exceptions():
        QTimer.singleShot(0, broken)
        settle()
        whole.state.select(1)
        settle()
    assert whole.state.selection == 1


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "No such file: '/home/ana/Documents/My file.chronology'",
            "No such file: '…/My file.chronology'",
        ),
        ("'/media/ana/stick/a.txt' and /srv/x/b.txt", "'…/a.txt' and …/b.txt"),
        (r"C:\Users\Ana María\x.json is gone", r"…/x.json is gone"),
        (r"\\server\share\ana\x.json", r"…/x.json"),
        ("file:///home/ana/x.svg", "…/x.svg"),
        ("see https://example.org/a/b", "see https://example.org/a/b"),
        ("1/2 and a/b, 2012-05/2013", "1/2 and a/b, 2012-05/2013"),
    ],
)
def test_no_folder_of_the_reader_stays(text: str, kept: str) -> None:
    assert without_folders(text) == kept


def test_a_report_names_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/")
    try:
        Path("/nowhere/of/ana/x").read_bytes()
    except OSError as error:
        report = report_of(error)
    assert "/nowhere" not in report
    assert str(Path(__file__).parent) not in report
    assert 'File "…/' in report
    assert "FileNotFoundError" in report


def test_the_log_rotates_and_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = logging.getLogger("peru_timeline")
    before = list(log.handlers)
    monkeypatch.setattr(failures, "LOG_BYTES", 5000)
    log_to(tmp_path / "log")
    try:
        for number in range(500):
            log.error("report %s \udcff", number)
    finally:
        for handler in set(log.handlers) - set(before):
            log.removeHandler(handler)
            handler.close()
    logs = sorted((tmp_path / "log").iterdir())
    assert len(logs) == failures.LOG_FILES + 1
    assert sum(path.stat().st_size for path in logs) < 30_000


def test_a_log_that_cannot_be_written_costs_the_log_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    log_to(tmp_path / "file" / "log")
