"""Signals of the system that ask the program to end, told as one of Qt's signals.

Python's handlers run only when Qt lets them; and SIGINT's own one raises KeyboardInterrupt in whatever slot is at
work, which ends that slot and not the program: a window half made would stay on the screen.
"""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

LOOK_EVERY_MS = 250


class TerminationSignals(QObject):
    """Catches SIGTERM and SIGINT from when it is made; on Windows SIGINT alone."""

    asked = Signal()
    """Emitted from the event loop, once for each signal."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            signal.signal(signal.SIGINT, lambda *_: self.asked.emit())
            heartbeat = QTimer(self)
            heartbeat.start(LOOK_EVERY_MS)  # a moment for Python to look at signals
            heartbeat.timeout.connect(lambda: None)
            return
        self._reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing)
        notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._signalled)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)

    def _signalled(self) -> None:
        os.read(self._reading, 1)
        self.asked.emit()
