"""Opening, importing, saving, reloading and quitting."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.state.view_state import ViewState

FILE_ENDINGS = "*.chronology *.json"
FOREIGN_ENDINGS = "*.csv *.tsv *.tab *.txt *.xlsx *.xlsm *.ods *.json *.jsonl *.timeline *.xml *.mw *.ics *.md *.ged"


class FileCommands(QObject):
    """Asks for files; the application opens them."""

    open_requested = Signal(Path)
    import_requested = Signal(Path)
    save_requested = Signal()
    save_as_requested = Signal()
    save_copy_requested = Signal()
    compare_requested = Signal()
    compare_saved_requested = Signal()
    reload_requested = Signal()

    def __init__(self, widget: QWidget, state: ViewState, default: Path | None) -> None:
        """`default` is what “Open the Peru chronology” opens."""
        super().__init__(widget)
        self._widget, self._state, self._default = widget, state, default

    def bindings(self) -> Bindings:
        return {
            "open_file": Binding(self.ask_and_open),
            "open_default": Binding(self.open_default),
            "import_file": Binding(self.ask_and_import),
            "save": Binding(self.save_requested.emit),
            "save_as": Binding(self.save_as_requested.emit),
            "save_copy": Binding(self.save_copy_requested.emit),
            "compare_with": Binding(self.compare_requested.emit),
            "compare_saved": Binding(
                self.compare_saved_requested.emit, is_enabled=lambda: not self._is_saved()
            ),
            "reload": Binding(self.reload_requested.emit, is_enabled=self._is_saved),
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

    def ask_and_import(self) -> None:
        """Ask for a file of another program and import it."""
        from PySide6.QtWidgets import QFileDialog

        kinds = [(self.tr("What can be imported"), FOREIGN_ENDINGS), (self.tr("All files"), "*")]
        name, _ = QFileDialog.getOpenFileName(
            self._widget,
            self.tr("Import a file of another program"),
            str(self._folder()),
            ";;".join(f"{text} ({endings})" for text, endings in kinds),
        )
        if name:
            self.import_requested.emit(Path(name))

    def _folder(self) -> Path:
        """Where to look first: beside the open chronology, unless that is the program's own folder."""
        path = self._state.opened.path
        return Path.home() if path == self._default else path.parent

    def _is_saved(self) -> bool:
        return self._state.opened.unsaved is None

    def open_default(self) -> None:
        """Open the chronology that comes with the program."""
        if self._default is not None:
            self.open_requested.emit(self._default)
