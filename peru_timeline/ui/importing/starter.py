"""Starts the import wizard, and imports its parts only then: no other start needs them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.view_state import ViewState

if TYPE_CHECKING:
    from peru_timeline.ui.importing.imports import Imports


class ImportStarter(QObject):
    """What the application knows of imports."""

    made = Signal(object)
    """An OpenChronology that no file holds yet, to be opened."""

    def __init__(self, shell: WindowShell, state: ViewState, may_leave: Callable[[], bool]) -> None:
        """`may_leave` asks whether the open chronology may go."""
        super().__init__(shell)
        self._shell, self._state, self._may_leave = shell, state, may_leave

    @cached_property
    def _imports(self) -> Imports:
        from peru_timeline.ui.importing.imports import Imports

        imports = Imports(self._shell, self._state, self._may_leave)
        imports.made.connect(self.made)
        return imports

    def start(self, path: Path) -> None:
        """Show the wizard for a file of another program."""
        self._imports.start(path)

    def saved(self, path: Path) -> None:
        """Remember where what was imported is about to be kept, so that a newer version updates it."""
        unsaved = self._state.opened.unsaved
        if unsaved is not None and unsaved.source is not None:
            self._imports.remember_place(unsaved.source, path)
