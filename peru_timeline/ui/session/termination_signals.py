"""Signals of the system that ask the program to end, as a signal of Qt.

Python's handlers run only when Qt lets them, and the one for SIGINT raises KeyboardInterrupt in whatever slot is
running: that ends the slot and not the program, and an unfinished window would stay on the screen.
"""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

LOOK_EVERY_MS = 250


class TerminationSignals(QObject):
    """Catches SIGTERM, SIGINT and SIGHUP (the terminal was closed) from its creation on; on Windows, SIGINT only."""

    asked = Signal()
    """Emitted from the event loop, once for each signal."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            signal.signal(signal.SIGINT, lambda *_: self.asked.emit())
            heartbeat = QTimer(self)
            heartbeat.start(LOOK_EVERY_MS)  # gives Python a moment to look at signals
            heartbeat.timeout.connect(lambda: None)
            return
        self._reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing)
        notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._signalled)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: None)

    def _signalled(self) -> None:
        os.read(self._reading, 1)
        self.asked.emit()
