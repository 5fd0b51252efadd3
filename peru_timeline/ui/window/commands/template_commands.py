"""Starting a chronology: from a template, from a spreadsheet to fill in; and the samples to look at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.look.dialogs import plain_message, run_dialog
from peru_timeline.ui.look.saving import ask_where_to_save
from peru_timeline.ui.state.view_state import ViewState

_TO_SPREADSHEET = 2
"""Result of the dialog of templates where the reader would rather fill in a spreadsheet."""


class TemplateCommands(QObject):
    """Asks what to start from and where to keep it; the application opens it.

    What it needs is imported when a command runs, so that the start does not wait for it.
    """

    open_requested = Signal(Path)
    message = Signal(str)
    """What to show in the status line."""

    def __init__(self, state: ViewState, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self._state, self._timeline = state, timeline
        self._folder = ""

    def bindings(self) -> Bindings:
        return {
            "new_from_template": Binding(self.ask_for_template),
            "save_spreadsheet": Binding(self.ask_and_save_spreadsheet),
            "open_sample": Binding(self.ask_for_sample),
        }

    def ask_for_template(self) -> None:
        """Ask for a template and for a file, write the new chronology there, and open it."""
        from peru_timeline.chronology.templates.library import (
            ENDING,
            new_chronology,
            templates,
        )
        from peru_timeline.chronology.text import in_language
        from peru_timeline.ui.window.choice_dialog import ChoiceDialog

        language = self._state.language
        dialog = ChoiceDialog(
            self._timeline.window(),
            self._timeline.theme,
            self.tr("New from template"),
            templates(),
            language,
            self.tr("Create…"),
        )
        instead = dialog.add_way(self.tr("Spreadsheet to fill in…"), "spreadsheet")
        instead.clicked.connect(lambda: dialog.done(_TO_SPREADSHEET))
        result, template = run_dialog(dialog), dialog.chosen
        if result == _TO_SPREADSHEET:
            self.ask_and_save_spreadsheet()
        if result != ChoiceDialog.DialogCode.Accepted:
            return
        name = in_language(template.title, language) + ENDING
        path = self._ask_where(self.tr("New chronology"), name, ENDING, ".json")
        if path is not None and self._write(path, new_chronology(template.path, path, language)):
            self.open_requested.emit(path)

    def ask_and_save_spreadsheet(self) -> None:
        """Ask for a file and save the spreadsheet to fill in there."""
        from peru_timeline.chronology.templates.library import spreadsheet

        title = self.tr("Save a spreadsheet to fill in")
        path = self._ask_where(title, self.tr("events") + ".xlsx", ".xlsx", ".csv")
        if path is not None and self._write(path, spreadsheet(path.suffix.lower()).read_bytes()):
            said = self.tr("Written: {0}. Fill it in, then import it: File ▸ Import…")
            self.message.emit(said.format(path))

    def ask_for_sample(self) -> None:
        """Ask for one of the chronologies that come with the program, and open it."""
        from peru_timeline.chronology.templates.library import samples
        from peru_timeline.ui.window.choice_dialog import ChoiceDialog

        dialog = ChoiceDialog(
            self._timeline.window(),
            self._timeline.theme,
            self.tr("Open a sample"),
            samples(),
            self._state.language,
            self.tr("Open"),
        )
        if run_dialog(dialog) == ChoiceDialog.DialogCode.Accepted:
            self.open_requested.emit(dialog.chosen.path)

    def _ask_where(self, title: str, name: str, *endings: str) -> Path | None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or QStandardPaths.writableLocation(documents)
        folder = folder if Path(folder).is_dir() else str(Path.home())
        chosen = ask_where_to_save(self._timeline.window(), title, Path(folder) / name, *endings)
        if chosen is not None:
            self._folder = str(chosen.parent)
        return chosen

    def _write(self, path: Path, content: bytes) -> bool:
        """Write a file; say so in a dialog where that is not possible."""
        from peru_timeline.chronology.faults.system_reasons import system_reason
        from peru_timeline.files import write_atomically
        from peru_timeline.ui.look.wording import translated

        try:
            write_atomically(path, content)
        except OSError as error:
            reason = translated(system_reason(error))
            text = self.tr("{0} could not be written: {1}").format(path, reason)
            run_dialog(
                plain_message(
                    self._timeline.window(), self._timeline.theme, self.tr("New chronology"), text
                )
            )
            return False
        return True
