"""Changing events: deleting them; undo and redo of all changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from peru_timeline.chronology.editing.changes import Change
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.editing.removal import removal_of_event
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.commands.command_table import COMMAND_BY_ID
from peru_timeline.ui.editing.editor import Editor
from peru_timeline.ui.look.dialogs import plain_message, run_dialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.state.view_state import ViewState

LONGEST_TITLE = 40


class EventCommands(QObject):
    """Changes what is open; asks `may_edit` first, which offers a copy of what cannot be changed."""

    message = Signal(str)
    """What to show in the status line."""

    def __init__(self, state: ViewState, timeline: TimelineView, editor: Editor) -> None:
        super().__init__(timeline)
        self._state, self._timeline, self._editor = state, timeline, editor
        self.may_edit: Callable[[], bool] = lambda: True

    def bindings(self) -> Bindings:
        editor = self._editor
        return {
            "undo": Binding(
                self.undo,
                is_enabled=lambda: bool(editor.undo_name),
                says=lambda: self._named("undo", self.tr("Undo: {0}"), editor.undo_name),
            ),
            "redo": Binding(
                self.redo,
                is_enabled=lambda: bool(editor.redo_name),
                says=lambda: self._named("redo", self.tr("Redo: {0}"), editor.redo_name),
            ),
            "delete_event": Binding(
                self.delete, is_enabled=lambda: self._state.selection is not None
            ),
        }

    def undo(self) -> None:
        """Take back the last act, and say which."""
        self.message.emit(self.tr("Undone: {0}").format(self._editor.undo()))

    def redo(self) -> None:
        """Do again what was taken back, and say what."""
        self.message.emit(self.tr("Done again: {0}").format(self._editor.redo()))

    def delete(self) -> None:
        """Delete the selected event, and the ties of other events to it."""
        event = self._state.selection
        if event is None or not self.may_edit():
            return
        name = self._state.opened.chronology.events[event].id
        title = self.title_of(event)
        if self._do(
            lambda: removal_of_event(self._editor.file, name),
            self.tr("event “{0}” deleted").format(title),
        ):
            self.message.emit(self.tr("Deleted: {0}. Undo brings it back.").format(title))

    def title_of(self, event: int) -> str:
        """A title for a sentence."""
        title = in_language(self._state.opened.chronology.events[event].title, self._state.language)
        return one_line(title, LONGEST_TITLE)

    def _do(self, change: Callable[[], Change], name: str, shows: str | None = None) -> bool:
        """Make a change; where that is not possible, say why."""
        try:
            self._editor.do(change(), name, shows)
        except (RefusedError, ChronologyError) as error:
            why = error.args[0] if isinstance(error, RefusedError) else error.faults[0].message
            window, theme = self._timeline.window(), self._timeline.theme
            run_dialog(plain_message(window, theme, self.tr("Not changed"), translated(why)))
            return False
        return True

    @staticmethod
    def _named(command: str, said: str, act: str) -> str:
        return said.format(act) if act else COMMAND_BY_ID[command].label
