"""Saving the open chronology as a file, and asking before one is lost that no file holds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton

from peru_timeline import paths
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.json_file import read_bytes
from peru_timeline.chronology.text import in_language, isolated
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
    """Writes the open chronology to its file, or to one that the reader names."""

    saved = Signal(Path)
    """Emitted with the file once it is written: from now on it is that of the chronology."""
    said = Signal(str)
    """What to show in the status line."""
    discarded = Signal()
    """The reader does not want what is not saved."""
    copied = Signal(Path)
    """Emitted with a file that has the chronology, too, now."""

    def __init__(self, shell: WindowShell, state: ViewState) -> None:
        super().__init__(shell)
        self._shell, self._state = shell, state
        self.settle: Callable[[], None] = lambda: None
        """Takes over what is being written, before it is asked what is saved."""
        self.may_replace: Callable[[], bool] = lambda: True
        """Asks the reader, where another program changed the file of the chronology meanwhile."""

    def save(self) -> bool:
        """Write the chronology to its file, or ask for one; return whether it is in a file now."""
        self.settle()
        opened = self._state.opened
        if opened.unsaved is None:
            self.said.emit(self.tr("There are no changes to save."))
            return True
        if opened.unsaved.has_file and not comes_with_the_program(opened.path):
            return self.write(opened.path)
        return self.save_as()

    def save_as(self) -> bool:
        """Ask for a name and write the file; return whether it was written."""
        self.settle()
        path = self._asked(self.tr("Save the chronology as"))
        return path is not None and self.write(path)

    def save_copy(self) -> None:
        """Ask for a name and write the chronology there, too; the file of the one that is open stays the same."""
        self.settle()
        path = self._asked(self.tr("Save a copy"))
        if path is not None and self._written(path):
            self.copied.emit(path)

    def write(self, path: Path) -> bool:
        """Write the open chronology to a file, whole or not at all; say why where that is not possible."""
        if path == self._state.opened.path and not self.may_replace():
            return False
        if not self._written(path):
            return False
        self.saved.emit(path)
        return True

    def may_edit(self) -> bool:
        """Whether the open chronology may be changed; of what cannot be written, the reader is offered a copy."""
        opened = self._state.opened
        if opened.unsaved is not None:
            return True
        if comes_with_the_program(opened.path):
            text = self.tr("“{0}” comes with the program and stays as it is.")
        elif not _is_writable(opened.path):
            text = self.tr("The file of “{0}” cannot be written to.")
        else:
            return True
        box = self._question("copy_dialog", text.format(self._title()))
        box.setInformativeText(self.tr("To change it, work on a copy of your own."))
        copy = box.addButton(self.tr("Save a copy…"), QMessageBox.ButtonRole.AcceptRole)
        copy.setObjectName("save_copy")
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        return _chosen(box, copy, cancel) is copy and self.save_as()

    def may_leave(self) -> bool:
        """Whether the open chronology may go: it is saved, or the reader saves it now or wants it gone."""
        self.settle()
        unsaved = self._state.opened.unsaved
        if unsaved is None:
            return True
        text = (
            self.tr("“{0}” was changed. Save the changes?")
            if unsaved.has_file
            else self.tr("“{0}” is not saved. Save it?")
        )
        box = self._question("unsaved_dialog", text.format(self._title()))
        box.setInformativeText(
            self.tr("If you do not save them, they are lost.")
            if unsaved.has_file
            else self.tr("If you do not save it, it is lost.")
        )
        said = self.tr("Save") if unsaved.has_file else self.tr("Save as…")
        save = box.addButton(said, QMessageBox.ButtonRole.AcceptRole)
        save.setObjectName("save")
        lose = box.addButton(self.tr("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        lose.setObjectName("do_not_save")
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        chosen = _chosen(box, save, cancel)
        if chosen is lose:
            self.discarded.emit()
        return self.save() if chosen is save else chosen is lose

    def _asked(self, title: str) -> Path | None:
        return ask_where_to_save(self._shell, title, _suggested(self._state.opened), ENDING)

    def _written(self, path: Path) -> bool:
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
        return True

    def _title(self) -> str:
        title = in_language(self._state.opened.chronology.title, self._state.language)
        return isolated(one_line(title, LONGEST_NAME))

    def _question(self, name: str, text: str) -> QMessageBox:
        box = QMessageBox(self._shell)
        box.setObjectName(name)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Save"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        return box

    def _say(self, path: Path, reason: str) -> None:
        text = self.tr("{0} could not be written: {1}").format(path, reason)
        run_dialog(plain_message(self._shell, self._shell.theme, self.tr("Save"), text))


def window_title(opened: OpenChronology, language: str) -> str:
    """The title of a chronology, and whether its file is behind, for the title bar."""
    title = isolated(one_line(in_language(opened.chronology.title, language), LONGEST_NAME))
    if opened.unsaved is None:
        return title
    if opened.unsaved.has_file:
        return QCoreApplication.translate("Saving", "{0} (changed)").format(title)
    return QCoreApplication.translate("Saving", "{0} (not saved)").format(title)


def comes_with_the_program(path: Path) -> bool:
    """Whether a file is one of the program's own, which stay as they are."""
    where = path.absolute()
    return any(where.is_relative_to(own) for own in (paths.seeds_dir(), paths.resources_dir()))


def _is_writable(path: Path) -> bool:
    """Whether saving may succeed: it replaces the file, so its folder matters as much."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _chosen(box: QMessageBox, accept: QPushButton, cancel: QPushButton) -> QAbstractButton:
    """Ask, and return the button that the reader pressed."""
    cancel.setObjectName("cancel")
    box.setEscapeButton(cancel)
    box.setDefaultButton(accept)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen


def _suggested(opened: OpenChronology) -> Path:
    """The name that is offered: its own, but never in the program's own folder."""
    if comes_with_the_program(opened.path):
        return Path.home() / opened.path.name
    return opened.path
