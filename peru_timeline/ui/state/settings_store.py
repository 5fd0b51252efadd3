"""The settings while the program runs, with one owner that also writes them to their file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from peru_timeline.settings import Settings, save_settings

SAVE_AFTER_MS = 1500


class SettingsStore(QObject):
    """Owns the settings: to change one, set another `value`; to follow them, listen to `changed`.

    They are saved a moment after the last change, and by `save`.
    """

    changed = Signal()
    save_failed = Signal(object)
    """A SettingsFault; emitted once, however often saving fails."""

    def __init__(self, value: Settings, path: Path | None, parent: QObject | None = None) -> None:
        """Without a `path`, the settings are never saved."""
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
        """Save the settings now."""
        self._save_later.stop()
        if self._path is None:
            return
        fault = save_settings(self._path, self._value)
        if fault is not None and not self._has_failed:
            self._has_failed = True
            self.save_failed.emit(fault)
