"""Changing events: writing, making and deleting them; undo and redo of all changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from peru_timeline.chronology.editing.changes import Change
from peru_timeline.chronology.editing.event_edits import new_event
from peru_timeline.chronology.editing.fields import Path
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.editing.removal import removal_of_event
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.commands.command_table import COMMAND_BY_ID
from peru_timeline.ui.editing.editor import Editor
from peru_timeline.ui.look.dialogs import plain_message, run_dialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.panels.event_panel import EventPanel
from peru_timeline.ui.state.view_state import ViewState

if TYPE_CHECKING:
    from peru_timeline.ui.editing.form.event_form import EventForm
    from peru_timeline.ui.editing.form.event_rows import Names

LONGEST_TITLE = 40


class EventCommands(QObject):
    """Changes what is open; asks `may_edit` first, which offers a copy of what cannot be changed."""

    message = Signal(str)
    """What to show in the status line."""

    edited = Signal()
    """An event is being edited: its panel is to be seen."""

    def __init__(self, state: ViewState, timeline: TimelineView, editor: Editor) -> None:
        super().__init__(timeline)
        self._state, self._timeline, self._editor = state, timeline, editor
        self._panel: EventPanel | None = None
        self._is_editing = False
        self._names: Names | None = None
        self._typed: dict[tuple[str, Path], str] = {}
        self.may_edit: Callable[[], bool] = lambda: True
        self.marked: Callable[[], list[int]] = list
        """The events that are marked in the table."""
        editor.forgotten.connect(self._forget)

    def attach(self, panel: EventPanel) -> None:
        """Edit events in this panel from now on."""
        self.commit()
        self._panel = panel
        panel.edit_requested.connect(self.edit)
        if self._is_editing:
            panel.edit_with(self._form)

    def detach(self) -> None:
        """Take over what is being written: the panel goes, as another one takes its place."""
        self.commit()
        self._panel = None

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
            "new_event": Binding(self.new_event),
            "edit_event": Binding(self.edit, is_enabled=self._has_event),
            "edit_several": Binding(self.edit_several, is_enabled=lambda: bool(self.marked())),
            "quality": Binding(self.show_quality),
            "delete_event": Binding(self.delete, is_enabled=self._has_event),
        }

    # --- the form ---

    def edit(self) -> None:
        """Turn the page of the selected event into a form, and go there."""
        if self._panel is None or not self._has_event() or not self.may_edit():
            return
        self._is_editing = True
        self._panel.edit_with(self._form)
        self.edited.emit()
        self._begin()

    def leave(self) -> None:
        """Turn the form into the page again."""
        self._is_editing = False
        if self._panel is not None:
            self._panel.edit_with(None)
            self._timeline.setFocus()

    def commit(self) -> None:
        """Take over what is being written, before it is saved."""
        if self._panel is not None and self._panel.form is not None:
            self._panel.form.commit()

    def count_untaken(self) -> int:
        """How many fields hold what was typed and could not be taken over."""
        index = self._state.opened.chronology.event_index
        return sum(name in index for name, _ in self._typed)

    def go_to_untaken(self) -> None:
        """Go to the first field that holds what could not be taken over."""
        index = self._state.opened.chronology.event_index
        found = next(((name, path) for name, path in self._typed if name in index), None)
        if found is None:
            return
        name, path = found
        self._timeline.show_event(index[name])
        self.edit()
        if self._panel is not None and self._panel.form is not None:
            self._panel.form.go_to(path)

    def new_event(self) -> None:
        """Make an event where the pointer is, and write its title."""
        if not self.may_edit():
            return
        from peru_timeline.ui.editing.pointed_at import place_pointed_at

        self.commit()
        place, chronology = place_pointed_at(self._timeline), self._state.opened.chronology
        sector = place.lane if place.lane in chronology.sector_by_id else None
        title = self.tr("New event")
        edit = new_event(self._editor.file, title, place.date, sector)
        if self._do(lambda: edit.change, self.tr("new event"), edit.id):
            self._state.select(self._state.opened.chronology.event_index[edit.id])
            self.edit()

    def _form(self, name: str) -> EventForm:
        # Imported when an event is edited first: no start waits for it.
        from peru_timeline.ui.editing.form.event_draft import EventDraft
        from peru_timeline.ui.editing.form.event_form import EventForm
        from peru_timeline.ui.editing.form.event_rows import Names

        if self._names is None:
            self._names = Names(self._state)
        draft = EventDraft(self._editor, self._state, name, self._typed)
        form = EventForm(self._timeline.theme, draft, self._names)
        form.left.connect(self.leave)
        return form

    def _begin(self) -> None:
        if self._panel is not None and self._panel.form is not None:
            self._panel.form.begin()

    def _forget(self) -> None:
        self._typed.clear()
        self._is_editing = False
        if self._panel is not None:
            self._panel.edit_with(None)

    def _has_event(self) -> bool:
        return self._state.selection is not None

    # --- acts ---

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

    def edit_several(self) -> None:
        """Ask what the events that are marked in the table are to have, and change them in one act."""
        from peru_timeline.chronology.editing.event_edits import edit_of_several
        from peru_timeline.ui.editing.several_dialog import SeveralDialog

        events = self.marked()
        if not events or not self.may_edit():
            return
        self.commit()
        all_events = self._state.opened.chronology.events
        names = [all_events[event].id for event in events]
        window = self._timeline.window()
        dialog = SeveralDialog(window, self._timeline.theme, self._state, len(names))
        if run_dialog(dialog) == SeveralDialog.DialogCode.Accepted:
            values, actor = dialog.values, dialog.actor
            count = self.tr("%n event(s) changed", "", len(names))
            self._do(lambda: edit_of_several(self._editor.file, names, values, actor), count)

    def show_quality(self) -> None:
        """Show what is lacking, in a dialog that stays beside the work."""
        from peru_timeline.ui.editing.quality_dialog import QualityDialog

        dialog = QualityDialog(self._timeline.window(), self._timeline.theme, self._state)
        dialog.event_chosen.connect(self._timeline.show_event)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def title_of(self, event: int) -> str:
        """A title for a sentence."""
        title = in_language(self._state.opened.chronology.events[event].title, self._state.language)
        return isolated(one_line(title, LONGEST_TITLE))

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
