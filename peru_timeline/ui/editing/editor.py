"""The editor: makes changes in the open chronology, undoes them, and does them again.

It works on the bytes of the file. A change is on the screen at once: the chronology after it is made of the one
before, by reading what was touched.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from peru_timeline.chronology.editing.changes import Change, Edited, Undo
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.patching import Patched, patched
from peru_timeline.chronology.json_file import read_bytes
from peru_timeline.ui.state.open_chronology import OpenChronology, Unsaved
from peru_timeline.ui.state.view_state import ViewState


class Editor(QObject):
    """Changes the chronology of a ViewState, an act of the reader at a time; forgets them when another is opened."""

    changed = Signal()
    """Something was done, undone or saved."""
    read = Signal()
    """The bytes of the chronology were read, before its first change."""
    saved = Signal()
    stepped = Signal(object)
    """An Edited: the bytes are others now."""
    forgotten = Signal()
    """Another chronology is open: what was done before cannot be undone any more."""

    def __init__(self, state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._stack = QUndoStack(self)
        self._text: FileText | None = None
        self._unsaved_when_clean: Unsaved | None = None
        self._checksum = ""  # of the file that saving replaces
        self._patch: Patched | None = None  # of a step that is not on the screen yet
        state.chronology_opened.connect(self._forget)

    # --- what there is ---

    @property
    def file(self) -> FileText:
        """The bytes of the chronology as it is now; raises ChronologyError where its file has gone."""
        if self._text is None:
            unsaved = self._unsaved_when_clean = self._state.opened.unsaved
            self._text = FileText.of(bytes_of(self._state.opened))
            self._checksum = (
                checksum_of(self._text.content) if unsaved is None else unsaved.checksum
            )
            self.read.emit()
        return self._text

    @property
    def undo_name(self) -> str:
        """What `undo` would take back, in words; empty where there is nothing."""
        return self._stack.undoText()

    @property
    def redo_name(self) -> str:
        """What `redo` would do again, in words; empty where there is nothing."""
        return self._stack.redoText()

    # --- what is done ---

    def do(self, change: Change, name: str, shows: str | None = None) -> None:
        """Make a change.

        Args:
            change: what to change.
            name: the act in words, as the menu has it behind “Undo:”.
            shows: the id of the event to select; None keeps the selection.

        Raises:
            RefusedError: it would break the file; nothing is changed then.
            ChronologyError: the file of the chronology cannot be read any more.

        """
        edited = change.apply(self.file)
        if edited.splices:
            self._stack.push(_Step(self, edited, name, _Shown(self._selected(), shows)))
            self._show(shows)

    def undo(self) -> str:
        """Take back the last act, and return its name."""
        name = self.undo_name
        step = self._step(self._stack.index() - 1)
        self._stack.undo()
        self._show(step.shown.before)
        return name

    def redo(self) -> str:
        """Do again what was taken back last, and return its name."""
        name = self.redo_name
        step = self._step(self._stack.index())
        self._stack.redo()
        self._show(step.shown.after)
        return name

    def keep_as_saved(self) -> None:
        """What is open now has been saved: undoing leads away from the file."""
        self._unsaved_when_clean = None
        self._stack.setClean()
        if self._text is not None:
            self._checksum = checksum_of(self._text.content)
            self.saved.emit()
        self.changed.emit()

    def saved_file(self) -> FileText | None:
        """The file as it was read or saved last; None where there is none, or where it is not known any more."""
        clean, now = self._stack.cleanIndex(), self._stack.index()
        if self._unsaved_when_clean is not None or clean < 0:
            return None
        file = self.file
        for number in range(now - 1, clean - 1, -1):
            file = self._step(number).back.apply(file).file
        for number in range(now, clean):
            forth = self._step(number).forth
            if forth is not None:
                file = forth.apply(file).file
        return file

    def keep_with(self, checksum: str) -> None:
        """Go on beside the file as it is on the disk now, with this checksum: saving replaces it."""
        self._stack.resetClean()
        self._checksum = checksum
        opened = self._state.opened
        unsaved = Unsaved(self.file.content, checksum=checksum)
        self._state.edit(opened.kept_in(opened.path, unsaved))
        self.changed.emit()

    def _step(self, number: int) -> _Step:
        return cast("_Step", self._stack.command(number))

    # --- how ---

    def take(self, edited: Edited) -> None:
        """Go on with the bytes after a step."""
        self._text = edited.file
        chronology = self._state.opened.chronology
        self._patch = patched(chronology, edited.file, edited.splices)
        self.stepped.emit(edited)

    def _show(self, selected: str | None) -> None:
        """Put the step that was taken on the screen."""
        unsaved = before = self._unsaved_when_clean
        if not self._stack.isClean():
            source = None if before is None else before.source
            unsaved = Unsaved(self.file.content, source, self._checksum)
        if self._patch is not None:
            opened = self._state.opened.edited(self._patch, unsaved)
            self._patch = None
            self._state.edit(opened, selected)
        self.changed.emit()

    def _selected(self) -> str | None:
        event = self._state.selection
        return None if event is None else self._state.opened.chronology.events[event].id

    def _forget(self) -> None:
        self._stack.clear()
        self._text = None
        self.forgotten.emit()
        self.changed.emit()


@dataclass(frozen=True, slots=True)
class _Shown:
    """The events that are selected before and after a step."""

    before: str | None
    after: str | None


class _Step(QUndoCommand):
    """One act of the reader; pushing it does it. It keeps the bytes that it touched, and no file."""

    def __init__(self, editor: Editor, edited: Edited, name: str, shown: _Shown) -> None:
        super().__init__(name)
        self.shown = shown
        self._editor, self.back = editor, edited.undo
        self._done: Edited | None = edited
        self.forth: Undo | None = None

    def redo(self) -> None:
        """Do it, or do it again."""
        if self.forth is not None:
            self._done = self.forth.apply(self._editor.file)
        if self._done is not None:
            self._editor.take(self._done)
        self._done = None

    def undo(self) -> None:
        """Take it back."""
        undone = self.back.apply(self._editor.file)
        self.forth = undone.undo
        self._editor.take(undone)


def checksum_of(content: bytes) -> str:
    """The SHA-256 of the bytes of a file."""
    return hashlib.sha256(content).hexdigest()


def bytes_of(opened: OpenChronology) -> bytes:
    """The bytes that an open chronology was read from, or will be saved as; raises ChronologyError."""
    if opened.unsaved is not None:
        return opened.unsaved.content
    events = opened.chronology.events
    if events.offsets.list_span[0] > 0:  # the bytes of the whole file, not of a list made in memory
        return events.content
    return read_bytes(opened.path)
