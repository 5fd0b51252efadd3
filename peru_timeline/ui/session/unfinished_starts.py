"""Counts starts that never got as far as a painted window: after two of them one starts clean.

What was restored may be what ended the program, and would end it each time.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QLockFile

MOST_UNFINISHED = 2
SETTLED_MS = 3000
"""After that time with what was restored on the screen a start counts as finished."""


class UnfinishedStarts:
    """The count in a file beside the settings; of several starts at once the first one counts."""

    def __init__(self, folder: Path) -> None:
        self._count = folder / "unfinished-starts"
        self._lock = QLockFile(str(folder / "starting.lock"))
        self._lock.setStaleLockTime(0)  # stale when its process is gone, however old
        self._counts = False

    def begin(self) -> bool:
        """Count this start; say whether so many before it did not finish that it should be a clean one."""
        with contextlib.suppress(OSError):
            self._count.parent.mkdir(parents=True, exist_ok=True)
        # Held by a program that starts just now, or not to be written: then nothing is counted.
        self._counts = self._lock.tryLock(0)
        if not self._counts:
            return False
        before = self._before()
        clean = before >= MOST_UNFINISHED
        with contextlib.suppress(OSError):
            self._count.write_text(str(1 if clean else before + 1), encoding="ascii")
        return clean

    def finish(self) -> None:
        """This start went well."""
        if self._counts:
            self._counts = False
            with contextlib.suppress(OSError):
                self._count.unlink()
            self._lock.unlock()

    def _before(self) -> int:
        try:
            with self._count.open("rb") as file:
                text = file.read(8)
        except OSError:
            return 0
        return int(text) if text.isdigit() else 0
