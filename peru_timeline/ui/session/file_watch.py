"""Watches the open file and its folder, since programs often save by replacing the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from peru_timeline.files import exists

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
        self._path = path
        self._seen = None if path is None else _state_of(path)
        if path is not None:
            self._attend()
        elif watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)

    def _attend(self) -> None:
        """Watch the file and its folder; while the folder is gone, the nearest one above that is there."""
        if self._path is None:
            return
        wanted = {str(self._path)} if exists(self._path) else set()
        wanted.add(str(next(filter(exists, self._path.parents), self._path.parent)))
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        if new := wanted - watched:
            self._watcher.addPaths(list(new))
            self._quiet.start()  # it may have changed since it was looked at

    def _touched(self) -> None:
        self._quiet.start()

    def _look(self) -> None:
        if self._path is None:
            return
        self._attend()  # where the file was replaced, the watch was on the old one
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
