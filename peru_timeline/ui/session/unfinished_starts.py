"""Counts starts that did not get as far as a painted window: after two of them, the next one is clean.

What was restored may have ended the program, and would end it every time.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QLockFile

from peru_timeline.files import is_safe_to_open, read_small

LARGEST_COUNT = 8  # bytes
MOST_UNFINISHED = 2
SETTLED_MS = 3000
"""A start counts as finished when the restored window has been on the screen that long."""


class UnfinishedStarts:
    """The count, in a file beside the settings; of several simultaneous starts, only the first counts."""

    def __init__(self, folder: Path) -> None:
        self._count = folder / "unfinished-starts"
        self._lock_path = folder / "starting.lock"
        self._lock = QLockFile(str(self._lock_path))
        self._lock.setStaleLockTime(0)  # stale when its process is gone, however old
        self._counts = False

    def begin(self) -> bool:
        """Count this start; return whether it should be a clean one, as too many before it did not finish."""
        with contextlib.suppress(OSError):
            self._count.parent.mkdir(parents=True, exist_ok=True)
        # If another program is starting just now, or the file cannot be written, nothing is counted.
        # So it is where a pipe lies in the way: to open one would be to wait for ever.
        self._counts = (
            is_safe_to_open(self._lock_path)
            and is_safe_to_open(self._count)
            and self._lock.tryLock(0)
        )
        if not self._counts:
            return False
        before = self._before()
        clean = before >= MOST_UNFINISHED
        with contextlib.suppress(OSError):
            self._count.write_text(str(1 if clean else before + 1), encoding="ascii")
        return clean

    def finish(self) -> None:
        """Count this start as finished."""
        if self._counts:
            self._counts = False
            with contextlib.suppress(OSError):
                self._count.unlink()
            self._lock.unlock()

    def _before(self) -> int:
        try:
            text = read_small(self._count, LARGEST_COUNT)
        except (OSError, ValueError):
            return 0
        return int(text) if text.isdigit() else 0
