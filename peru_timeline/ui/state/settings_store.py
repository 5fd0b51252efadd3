"""The settings while the program runs: one owner, who also writes them to their file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from peru_timeline.settings import Settings, save_settings

SAVE_AFTER_MS = 1500


class SettingsStore(QObject):
    """Owns the settings: whoever changes one sets another `value`, whoever follows them listens to `changed`.

    They are written a moment after the last change, and when `save` is called.
    """

    changed = Signal()
    save_failed = Signal(object)
    """A SettingsFault; emitted once, however often saving fails."""

    def __init__(self, value: Settings, path: Path | None, parent: QObject | None = None) -> None:
        """Without a `path` the settings are never written."""
        super().__init__(parent)
        self._value, self._path = value, path
        self._has_failed = False
        self._save_later = QTimer(self)
        self._save_later.setSingleShot(True)
        self._save_later.setInterval(SAVE_AFTER_MS)
        self._save_later.timeout.connect(self.save)

    @property
    def value(self) -> Settings:
        """The settings as they are now."""
        return self._value

    @value.setter
    def value(self, value: Settings) -> None:
        if value != self._value:
            self._value = value
            self._save_later.start()
            self.changed.emit()

    def save(self) -> None:
        """Write the settings now."""
        self._save_later.stop()
        if self._path is None:
            return
        fault = save_settings(self._path, self._value)
        if fault is not None and not self._has_failed:
            self._has_failed = True
            self.save_failed.emit(fault)
