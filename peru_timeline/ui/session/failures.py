"""Unexpected failures: they are logged and shown once, with a report to copy, and work goes on."""

from __future__ import annotations

import logging
import os
import platform
import re
import sys
import threading
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from peru_timeline import __version__
from peru_timeline.chronology.text import printable
from peru_timeline.files import PRIVATE, is_safe_to_open

LOG_BYTES, LOG_FILES = 200_000, 3
LONGEST_TRACE = 20_000
_log = logging.getLogger("peru_timeline")


def log_to(folder: Path) -> None:
    """Log to a rotating file in a folder; without a writable folder there is just no log."""
    path = folder / "peru-timeline.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not is_safe_to_open(path):
            return
        kept = _PrivateLog(
            path,
            maxBytes=LOG_BYTES,
            backupCount=LOG_FILES,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError:
        return
    logging.raiseExceptions = False  # a full disk stops the log, and must not flood the terminal
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(kept)
    _log.propagate = False


class _PrivateLog(RotatingFileHandler):
    """A log that nobody else may read."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE)
        return os.fdopen(descriptor, "a", encoding=self.encoding, errors=self.errors)


def report_of(error: BaseException) -> str:
    """A report of a failure for the developers: versions, system, traceback, without paths of this machine."""
    trace = "".join(traceback.format_exception(error))
    if len(trace) > LONGEST_TRACE:  # an error may quote a whole file
        half = LONGEST_TRACE // 2
        trace = f"{trace[:half]}\n…\n{trace[-half:]}"
    return (
        f"Peru Timeline {__version__}, Python {platform.python_version()}, Qt {qVersion()}\n"
        f"{platform.system()} {platform.release()} {platform.machine()}\n\n"
        f"{without_folders(printable(trace))}"
    )


# An absolute path up to its last part: only the names of files are kept.
_FOLDERS = re.compile(
    r"""(?<![\w…/\\:])(?:file://)?(?:[A-Za-z]:)?(?:[\\/]+[^\\/:*?"<>|\n'’”]+)+[\\/]+"""
)


def without_folders(text: str) -> str:
    """A text without the folders of this machine; those inside the program and Python are kept."""
    for root in {str(Path(__file__).resolve().parents[3]), sys.prefix, sys.base_prefix}:
        if len(root) > 1:
            text = text.replace(root, "…")
    return _FOLDERS.sub("…/", text)


class Failures(QObject):
    """Handles exceptions that nothing else caught, from any thread, and shows them on the main one."""

    _failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: QMessageBox | None = None
        self._failed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Replace Python's own hooks, which print where no reader looks."""
        sys.excepthook = self._take
        threading.excepthook = self._take_of_thread

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, QApplication.closeAllWindows)
            return
        sys.__excepthook__(kind, error, trace)
        report = report_of(error)
        _log.error(report)
        self._failed.emit(report)

    def _take_of_thread(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and found.exc_type is not SystemExit:
            self._take(found.exc_type, found.exc_value, found.exc_traceback)

    def _tell(self, report: str) -> None:
        if self._box is not None:  # one dialog, not one for each failing frame
            return
        # Kept here: while another program has the focus, nothing else would keep it alive.
        box = self._box = QMessageBox(QApplication.activeWindow())
        box.setObjectName("failure_dialog")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(QCoreApplication.translate("Failures", "Something went wrong."))
        box.setInformativeText(
            QCoreApplication.translate(
                "Failures",
                "You can go on working. The report says what happened; nothing is sent anywhere.",
            )
        )
        box.setDetailedText(report)
        copy = box.addButton(
            QCoreApplication.translate("Failures", "Copy report"), QMessageBox.ButtonRole.ActionRole
        )
        copy.setObjectName("copy_report")
        box.addButton(QMessageBox.StandardButton.Close).setObjectName("close")
        for made in box.buttons():
            if not made.objectName():  # Qt's own: “Show details”
                made.setObjectName("details")
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        box.finished.connect(self._told_all)
        box.open()

    def _told_all(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
        self._box = None
