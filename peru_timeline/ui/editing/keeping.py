"""Keeps unsaved work on the disk while it is written, and offers what a program that ended left behind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from peru_timeline.chronology.editing.changes import Edited
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.files import read_small
from peru_timeline.paths import user_data_dir
from peru_timeline.ui.editing.editor import Editor, checksum_of
from peru_timeline.ui.editing.journal import About, Journal, Left, forget, left_behind
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.state.open_chronology import OpenChronology, Unsaved
from peru_timeline.ui.state.view_state import ViewState

LONGEST_NAME = 80
MOST_OFFERED = 5


class Keeping(QObject):
    """Writes a journal of what is changed in the chronology of a ViewState until it is saved."""

    said = Signal(str)
    """What to show in the status line."""
    restored = Signal(object)
    """An OpenChronology: the reader wants the work that was left behind."""

    def __init__(self, state: ViewState, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._editor = state, editor
        self._folder = user_data_dir() / "unsaved"
        self._journal = Journal(self._folder)
        self._base: bytes | None = None
        self._has_failed = False
        editor.read.connect(self._take_base)
        editor.stepped.connect(self._keep)
        editor.saved.connect(self._saved)
        editor.forgotten.connect(self.forget)
        state.chronology_opened.connect(self._opened)

    def forget(self) -> None:
        """Keep nothing: it is saved, or the reader does not want it."""
        self._journal.end()
        self._base = None

    def close(self) -> None:
        """The program ends: what is not saved stays for the next start."""
        if self._state.opened.unsaved is None:
            self.forget()
        else:
            self._journal.leave()

    def offer(self, window: QWidget) -> None:
        """Ask for each work that was left behind whether to go on with it."""
        for number, left in enumerate(left_behind(self._folder)):
            if number == MOST_OFFERED:
                return
            if _is_saved(left):
                forget(left.journal)
                continue
            answer = self._ask(window, left)
            if answer == "discard":
                forget(left.journal)
            if answer == "restore" and (opened := self._read(left)) is not None:
                self.restored.emit(opened)  # its journal begins with it
                if self._journal.is_open:
                    forget(left.journal)
                return

    def _take_base(self) -> None:
        if not self._journal.is_open:
            self._base = self._editor.file.content

    def _saved(self) -> None:
        self._journal.end()
        self._base = self._editor.file.content

    def _opened(self) -> None:
        """Keep a chronology that no file holds from its first moment on."""
        unsaved = self._state.opened.unsaved
        if unsaved is not None:
            self._base = unsaved.content
            self._begin()

    def _keep(self, edited: Edited) -> None:
        if not self._journal.is_open:
            self._begin()
        try:
            self._journal.add(edited.splices)
        except OSError as error:
            self._tell(error)

    def _begin(self) -> None:
        base, opened = self._base, self._state.opened
        if base is None or self._has_failed:
            return
        self._base = None
        unsaved = opened.unsaved
        source = "" if unsaved is None or unsaved.source is None else str(unsaved.source)
        checksum = checksum_of(base) if unsaved is None else unsaved.checksum
        title = in_language(opened.chronology.title, self._state.language)
        try:
            self._journal.begin(base, About(str(opened.path.absolute()), title, source, checksum))
        except OSError as error:
            self._tell(error)

    def _tell(self, error: OSError) -> None:
        """Say once that nothing is kept: work goes on without."""
        if not self._has_failed:
            self._has_failed = True
            said = self.tr("Unsaved work cannot be kept for the case of a crash: {0}")
            self.said.emit(said.format(translated(system_reason(error))))

    def _ask(self, window: QWidget, left: Left) -> str:
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(round(left.when)), QLocale.FormatType.ShortFormat
        )
        box = QMessageBox(window)
        box.setObjectName("left_behind_dialog")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved work"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        title = isolated(one_line(left.about.title, LONGEST_NAME))
        box.setText(self.tr("Work on “{0}” was not saved when the program ended.").format(title))
        acts = self.tr("%n change(s)", "", left.acts)
        box.setInformativeText(self.tr("{0}, the last of {1}.").format(acts, when))
        restore = box.addButton(self.tr("Go on with it"), QMessageBox.ButtonRole.AcceptRole)
        restore.setObjectName("restore")
        discard = box.addButton(self.tr("Discard it"), QMessageBox.ButtonRole.DestructiveRole)
        discard.setObjectName("discard")
        later = box.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        later.setObjectName("later")
        box.setDefaultButton(restore)
        box.setEscapeButton(later)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return "restore" if clicked is restore else "discard" if clicked is discard else "later"

    def _read(self, left: Left) -> OpenChronology | None:
        path, source = Path(left.about.path), left.about.source
        try:
            chronology = parse_chronology(left.content, path)
        except ChronologyError:
            self.said.emit(self.tr("The work that was left behind could not be read."))
            return None
        unsaved = Unsaved(left.content, Path(source) if source else None, left.about.checksum)
        return OpenChronology(path, chronology, unsaved)


def _is_saved(left: Left) -> bool:
    """Whether the file has the same bytes: all was saved, or taken back."""
    try:
        return read_small(Path(left.about.path), len(left.content)) == left.content
    except (OSError, ValueError):
        return False
