"""Opening files: they are read on a thread; where that takes long, a dialog shows progress and can stop it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QThread, Signal
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.state.open_chronology import OpenChronology, open_chronology

WAITED_MS = 200
"""So long the window waits for a file as if it read it itself; nearly all files are read by then."""
SHOWN_AFTER_MS = 300  # after that: half a second in all
LONGEST_NAME = 60


def open_file(path: Path, parent: QWidget) -> OpenChronology | None:
    """Read a chronology; None where the reader stopped it. Raises ChronologyError with every fault."""
    reading = _Reading(path)
    reading.start()
    if not reading.wait(WAITED_MS) and not _wait_with_dialog(reading, _dialog(path, parent)):
        return None
    if reading.error is not None:
        raise reading.error
    return reading.opened


def try_open(path: Path, parent: QWidget) -> tuple[OpenChronology | None, ChronologyError | None]:
    """Read a chronology: (the chronology, its faults); neither where the reader stopped it."""
    try:
        return open_file(path, parent), None
    except ChronologyError as error:
        return None, error


def _wait_with_dialog(reading: _Reading, dialog: QProgressDialog) -> bool:
    """Whether the reading came to its end, and was not stopped."""
    waiting = QEventLoop()
    reading.told.connect(dialog.setMaximum)
    reading.came_to.connect(dialog.setValue)
    reading.finished.connect(waiting.quit)
    dialog.canceled.connect(reading.requestInterruption)
    dialog.canceled.connect(waiting.quit)
    dialog.setMaximum(reading.everything)  # told before anybody listened
    try:
        if not reading.isFinished():
            waiting.exec()
    finally:  # the program may end in the meantime
        reading.told.disconnect(dialog.setMaximum)
        reading.came_to.disconnect(dialog.setValue)
        is_let_go = _is_let_go(reading)
        dialog.hide()
        dialog.deleteLater()
    return not is_let_go


_STOPPED: set[_Reading] = set()
"""Readings that were stopped where nothing hears it, as in the middle of the JSON; each ends by itself."""


def _is_let_go(reading: _Reading) -> bool:
    """Stop a reading that is not at its end, without waiting for a long step of it: the window would be deaf."""
    if reading.isFinished():
        reading.wait()
        return False
    reading.requestInterruption()
    if not reading.wait(WAITED_MS):
        _STOPPED.add(reading)
        reading.finished.connect(reading.forget)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(reading.forget)
        if reading.isFinished():
            reading.forget()
    return True


def _dialog(path: Path, parent: QWidget) -> QProgressDialog:
    text = QCoreApplication.translate("Opening", "Opening {0}…")
    stop = QCoreApplication.translate("Opening", "Cancel")
    dialog = QProgressDialog(text.format(one_line(path.name, LONGEST_NAME)), stop, 0, 0, parent)
    dialog.setObjectName("opening")
    # Its own button: with another one, Qt (6.11) has two shortcuts for Esc and uses neither.
    dialog.findChildren(QPushButton)[0].setObjectName("cancel_opening")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(SHOWN_AFTER_MS)
    dialog.setAutoReset(False)
    dialog.setAutoClose(False)
    dialog.setValue(0)
    return dialog


class _StoppedError(Exception):
    """The reader stopped the reading."""


class _Reading(QThread):
    """Reads a file and prepares the first view."""

    told = Signal(int)  # how many events there are
    came_to = Signal(int)  # how many of them were read

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.opened: OpenChronology | None = None
        self.error: Exception | None = None
        self.everything = 0

    def run(self) -> None:
        """Read the file, on the thread."""
        try:
            opened = open_chronology(self._path, self._progress)
            opened.prepare_first_view()
            if not self.isInterruptionRequested():
                self.opened = opened
        except _StoppedError:
            return
        except Exception as error:  # for whoever waits
            self.error = error

    def forget(self) -> None:
        """Let go of the thread when it has ended."""
        self.wait()
        _STOPPED.discard(self)

    def _progress(self, done: int, everything: int) -> None:
        if self.isInterruptionRequested():
            raise _StoppedError
        if everything != self.everything:
            self.everything = everything
            self.told.emit(everything)
        self.came_to.emit(done)
