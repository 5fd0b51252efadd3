"""Watches the open file and its folder, since programs often save by replacing the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 300
"""How long a file must stay unchanged before it is read: it may still be being written."""


class FileWatch(QObject):
    """Emits `changed` when the content of one file has changed."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._seen: tuple[int, int] | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._touched)
        self._watcher.directoryChanged.connect(self._touched)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(SETTLE_MS)
        self._quiet.timeout.connect(self._look)

    def watch(self, path: Path | None) -> None:
        """Watch this file and no other, or none at all."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._path = path
        if path is None:
            return
        self._seen = _state_of(path)
        self._watcher.addPaths([str(path), str(path.parent)])

    def _touched(self) -> None:
        self._quiet.start()

    def _look(self) -> None:
        if self._path is None:
            return
        if self._path.exists() and str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))  # replaced: the watch was on the old file
        state = _state_of(self._path)
        if state is not None and state != self._seen:
            self._seen = state
            self.changed.emit()


def _state_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
