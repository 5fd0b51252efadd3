"""One event while it is being written: what its fields say, what would be wrong, and the acts that write them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from peru_timeline.chronology.editing.event_edits import (
    edit_of,
    event_of,
    faults_if,
    languages_of,
    with_value,
)
from peru_timeline.chronology.editing.fields import Path, is_same
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.faults.fault import ChronologyError, Fault
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.editing.editor import Editor
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.state.view_state import ViewState

LONGEST_TITLE = 40


class EventDraft(QObject):
    """The event of an id, which follows where a title gives it another.

    `typed` keeps, by event and field, what was typed and could not be taken over; it outlives the form.
    """

    changed = Signal()
    """The event, or what it may name, is other than before."""

    def __init__(
        self, editor: Editor, state: ViewState, name: str, typed: dict[tuple[str, Path], str]
    ) -> None:
        super().__init__()
        self.editor, self.state, self.name = editor, state, name
        self._typed = typed
        self.languages = languages_of(editor.file)
        self.item = event_of(editor.file, name)
        state.chronology_changed.connect(self._follow)

    @property
    def title(self) -> str:
        """Its title, for a sentence."""
        title = self.item["title"]
        said = in_language(title, self.state.language) if isinstance(title, dict) else title
        return one_line(said, LONGEST_TITLE)

    def faults_if(self, path: Path, value: Any) -> list[Fault]:
        """What would be wrong in this field if it had this value."""
        faults = faults_if(self.editor.file, self.name, path, value)
        return [fault for fault in faults if belongs_to(fault, path)]

    def write(self, path: Path, value: Any, act: str) -> list[Fault]:
        """Give a field another value; return what keeps it from being taken over.

        `act` is its name for the menu, with {0} for the title.
        """
        same = with_value(self.item, path, value, self.languages)
        if is_same(same, self.item):
            return []
        before = self.name
        try:
            edit = edit_of(self.editor.file, self.name, path, value)
            self.name = edit.id
            self.editor.do(edit.change, act.format(self.title), self._to_select(before))
        except RefusedError as error:
            self.name = before
            return list(error.faults) or [Fault("", error.args[0])]
        except ChronologyError as error:
            self.name = before
            return list(error.faults)
        return []

    def _to_select(self, before: str) -> str | None:
        """The event under its new id if it is selected; the reader may be on the way to another."""
        selected, events = self.state.selection, self.state.opened.chronology.events
        is_selected = selected is not None and events[selected].id == before
        return self.name if is_selected else None

    def keep_typed(self, path: Path, text: str | None) -> None:
        """Keep what was typed in a field and not taken over; None where nothing is left of it."""
        if text is None:
            self._typed.pop((self.name, path), None)
        else:
            self._typed[self.name, path] = text

    def typed(self, path: Path) -> str | None:
        """What was typed in a field and not taken over."""
        return self._typed.get((self.name, path))

    def _follow(self) -> None:
        try:
            self.item = event_of(self.editor.file, self.name)
        except (RefusedError, ChronologyError):
            return  # it has gone, and the form goes with it
        self.languages = languages_of(self.editor.file)
        self.changed.emit()


def belongs_to(fault: Fault, path: Path) -> bool:
    """Whether a fault is in a field: in it, or in something that it holds."""
    where, field = fault.location, ".".join(path)
    return where == field or where.startswith((f"{field}.", f"{field}[")) or where == path[0]
