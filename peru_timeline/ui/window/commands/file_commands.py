"""Opening, reloading and quitting."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.state.view_state import ViewState

FILE_ENDINGS = "*.chronology *.json"


class FileCommands(QObject):
    """Asks for files; the application opens them."""

    open_requested = Signal(Path)
    reload_requested = Signal()

    def __init__(self, widget: QWidget, state: ViewState, default: Path | None) -> None:
        """`default` is what “Open the Peru chronology” opens."""
        super().__init__(widget)
        self._widget, self._state, self._default = widget, state, default

    def bindings(self) -> Bindings:
        return {
            "open_file": Binding(self.ask_and_open),
            "open_default": Binding(self.open_default),
            "reload": Binding(self.reload_requested.emit),
            "quit": Binding(lambda: self._widget.window().close()),
        }

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        from PySide6.QtWidgets import QFileDialog

        folder = str(self._state.opened.path.parent)
        kinds = self.tr("Chronologies") + f" ({FILE_ENDINGS});;" + self.tr("All files") + " (*)"
        name, _ = QFileDialog.getOpenFileName(
            self._widget.window(), self.tr("Open a chronology"), folder, kinds
        )
        if name:
            self.open_requested.emit(Path(name))

    def open_default(self) -> None:
        """Open the chronology that comes with the program."""
        if self._default is not None:
            self.open_requested.emit(self._default)
