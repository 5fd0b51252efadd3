"""Reads the file that was asked for last, and lists its faults."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.ui.session.opening import try_open
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.open_chronology import OpenChronology


class ChronologyReader:
    """Reads chronologies for a window, and shows dialogs over it."""

    def __init__(self, shell: WindowShell) -> None:
        self._shell = shell
        self._being_read: list[Path] = []  # the last one is wanted

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read now."""
        return bool(self._being_read)

    def read(self, path: Path) -> OpenChronology | None:
        """Read a chronology; None where it has faults, which are listed, or is no longer wanted.

        While a large file is being read, until its dialog appears, another file may be asked for instead.
        """
        self._being_read.append(path)
        depth = len(self._being_read)
        try:
            opened, error = try_open(path, self._shell)
            is_wanted = depth == len(self._being_read)
        finally:
            if depth == 1:
                self._being_read.clear()
        if not is_wanted:
            return None
        if error is not None:
            self.show_faults(error)
        return opened

    def show_faults(self, error: ChronologyError) -> None:
        """List the faults of a file, in place of those listed before."""
        from peru_timeline.ui.session.faults_dialog import FaultsDialog

        self.close_faults()
        dialog = FaultsDialog(self._shell, self._shell.theme, error)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)

    def close_faults(self) -> None:
        """Close the list of a file's faults: an editor that saves may have mended them."""
        for dialog in self._shell.findChildren(QDialog, "faults_dialog"):
            dialog.close()
