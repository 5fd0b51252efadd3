"""Saving the open chronology as a file, and asking before one is lost that no file holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from peru_timeline import paths
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.json_file import read_bytes
from peru_timeline.chronology.text import in_language
from peru_timeline.files import write_atomically
from peru_timeline.ui.look.dialogs import plain_message, run_dialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.saving import ask_where_to_save
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.view_state import ViewState

ENDING = ".chronology"
LONGEST_NAME = 80


class Saving(QObject):
    """Writes the open chronology to a file that the reader names."""

    saved = Signal(Path)
    """Emitted with the file once it is written."""

    def __init__(self, shell: WindowShell, state: ViewState) -> None:
        super().__init__(shell)
        self._shell, self._state = shell, state

    def save_as(self) -> bool:
        """Ask for a name and write the file; return whether it was written."""
        opened = self._state.opened
        path = ask_where_to_save(
            self._shell, self.tr("Save the chronology as"), _suggested(opened), ENDING
        )
        return path is not None and self.write(path)

    def write(self, path: Path) -> bool:
        """Write the open chronology to a file, whole or not at all; say why where that is not possible."""
        opened = self._state.opened
        try:
            unsaved = opened.unsaved
            content = read_bytes(opened.path) if unsaved is None else unsaved.content
            write_atomically(path, content)
        except OSError as error:
            self._say(path, translated(system_reason(error)))
            return False
        except ChronologyError as error:  # the file that is open cannot be read any more
            self._say(path, translated(error.faults[0].message))
            return False
        self.saved.emit(path)
        return True

    def may_leave(self) -> bool:
        """Whether the open chronology may go: it is saved, or the reader saves it now or wants it gone."""
        opened = self._state.opened
        if opened.unsaved is None:
            return True
        title = one_line(in_language(opened.chronology.title, self._state.language), LONGEST_NAME)
        box = QMessageBox(self._shell)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Save"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("“{0}” is not saved. Save it?").format(title))
        box.setInformativeText(self.tr("If you do not save it, it is lost."))
        box.setObjectName("unsaved_dialog")
        save = box.addButton(self.tr("Save as…"), QMessageBox.ButtonRole.AcceptRole)
        save.setObjectName("save")
        lose = box.addButton(self.tr("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        lose.setObjectName("do_not_save")
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        cancel.setObjectName("cancel")
        box.setEscapeButton(cancel)
        box.setDefaultButton(save)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        return self.save_as() if chosen is save else chosen is lose

    def _say(self, path: Path, reason: str) -> None:
        text = self.tr("{0} could not be written: {1}").format(path, reason)
        run_dialog(plain_message(self._shell, self._shell.theme, self.tr("Save"), text))


def _suggested(opened: OpenChronology) -> Path:
    """The name that is offered: its own, but never in the program's own folder."""
    if opened.path == paths.default_chronology():
        return Path.home() / opened.path.name
    return opened.path
