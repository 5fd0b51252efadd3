"""Faults of the settings file, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from peru_timeline.settings import SettingsFault
from peru_timeline.ui.look.wording import translated


def settings_fault_in_words(fault: SettingsFault) -> str:
    """Say what became of the settings, for the status line."""
    templates = {
        "damaged": QCoreApplication.translate(
            "Application", "Damaged settings have been reset. The old file: {0}"
        ),
        "unreadable": QCoreApplication.translate(
            "Application", "The settings could not be read: {0}"
        ),
        "unwritable": QCoreApplication.translate(
            "Application", "The settings could not be saved: {0}"
        ),
    }
    return templates[fault.kind].format(translated(fault.detail))
