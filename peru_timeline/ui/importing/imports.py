"""Runs the import wizard over the window, and hands over what it makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from peru_timeline.chronology.text import in_language
from peru_timeline.paths import default_chronology, user_config_dir
from peru_timeline.ui.importing.import_dialog import ImportDialog
from peru_timeline.ui.importing.remembered import Remembered
from peru_timeline.ui.importing.steps import Earlier, Result, earlier_of, suggested_path
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.open_chronology import OpenChronology, Unsaved
from peru_timeline.ui.state.view_state import ViewState


class Imports(QObject):
    """Shows one wizard at a time."""

    made = Signal(object)
    """An OpenChronology that no file holds yet, to be opened."""

    def __init__(self, shell: WindowShell, state: ViewState, may_leave: Callable[[], bool]) -> None:
        """`may_leave` asks whether the open chronology may go."""
        super().__init__(shell)
        self._shell, self._state, self._may_leave = shell, state, may_leave
        self._remembered = Remembered(user_config_dir() / "imports")

    def start(self, path: Path) -> None:
        """Show the wizard for a file, in place of one that is shown."""
        for shown in self._shell.findChildren(ImportDialog):
            shown.reject()
        dialog = ImportDialog(
            self._shell,
            self._shell.theme,
            self._state.language,
            path,
            self._remembered,
            self._earlier(path),
        )
        dialog.agreed.connect(lambda: self._take(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def remember_place(self, source: Path, saved: Path) -> None:
        """Remember where the chronology made of a file was saved, so that a newer version updates it."""
        self._remembered.keep_place(source, saved)

    def _earlier(self, path: Path) -> Earlier | None:
        opened = self._state.opened
        title = in_language(opened.chronology.title, self._state.language)
        saved = self._remembered.place_of(path)
        if saved is None and opened.path == default_chronology():
            return None
        return earlier_of(opened, saved, title)

    def _take(self, dialog: ImportDialog) -> None:
        """Open what was made, unless the reader keeps what is open and not saved."""
        result = dialog.made
        if result is None or not (self._updates_open(result) or self._may_leave()):
            return
        dialog.remember()
        dialog.done(QDialog.DialogCode.Accepted)
        source = result.imported.source.path
        is_update = result.is_update and result.earlier is not None
        path = result.earlier.path if is_update and result.earlier else suggested_path(source)
        self.made.emit(OpenChronology(path, result.chronology, Unsaved(result.content, source)))

    def _updates_open(self, result: Result) -> bool:
        """Whether what is open goes on in the result."""
        earlier = result.earlier
        return result.is_update and earlier is not None and earlier.path == self._state.opened.path
