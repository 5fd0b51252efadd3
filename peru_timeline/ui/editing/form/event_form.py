"""The form of an event: every field that an event has, in the place of its page.

What is written is taken over field by field, each an act that can be undone. There is nothing to save here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from peru_timeline.chronology.models import Event, Status
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.editing.form.choice_field import Choice, ChoiceField
from peru_timeline.ui.editing.form.date_field import DateField
from peru_timeline.ui.editing.form.event_draft import EventDraft
from peru_timeline.ui.editing.form.event_rows import EventLists, Names
from peru_timeline.ui.editing.form.field import Field
from peru_timeline.ui.editing.form.inputs import Line, Text
from peru_timeline.ui.editing.form.new_item_dialog import NewItemDialog, actor_dialog, source_dialog
from peru_timeline.ui.editing.form.row_inputs import LookUp
from peru_timeline.ui.editing.form.rows_field import RowsField
from peru_timeline.ui.editing.form.text_field import TextField
from peru_timeline.ui.look.dialogs import run_dialog
from peru_timeline.ui.look.text_labels import heading
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import status_name
from peru_timeline.ui.panels.event_panel import Form


class EventForm(Form):
    """Edits the event of a draft."""

    left = Signal()
    """The reader wants to read the event again."""

    def __init__(self, theme: Theme, draft: EventDraft, names: Names) -> None:
        super().__init__()
        self.setObjectName("event_form")
        self.draft, self._theme, self._names = draft, theme, names
        draft.setParent(self)
        self.fields: list[Field] = []
        px = theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(22), px(14), px(18), px(18))
        self._column.setSpacing(px(11))
        self._column.addLayout(self._head())
        for field in (*self._texts_and_date(), *self._choices(), *self._lists()):
            self.fields.append(field)
            self._column.addWidget(field)
        self._column.addStretch(1)

    def is_of(self, event: str) -> bool:
        """Whether it is about the event of this id."""
        return self.draft.name == event

    def begin(self) -> None:
        """Go to the title, all of it marked."""
        self.go_to(("title", self._own_language()))

    def go_to(self, path: Sequence[str]) -> None:
        """Go to the field of a path, such as ("title", "es") or ("actors",)."""
        wanted = {"_".join(path), "_".join(path[:2]), path[0]}
        field = next(
            (f for f in self.fields if f.objectName().removeprefix("field_") in wanted), None
        )
        if field is None:
            return
        for made in field.findChildren(QWidget):
            if made.focusPolicy().value and not made.isHidden() and isinstance(made, Line | Text):
                made.setFocus()
                made.selectAll()
                return
        first = next((m for m in field.findChildren(QWidget) if m.focusPolicy().value), None)
        if first is not None:
            first.setFocus()

    def commit(self) -> None:
        """Take over what is being written."""
        for field in self.fields:
            if isinstance(field, TextField | DateField | RowsField):
                field.commit()

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Del from the window: here Esc ends the editing, and Del deletes no event."""
        is_kept = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete)
            and not event.modifiers().value
        )
        if is_kept:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """End the editing with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() != Qt.Key.Key_Delete:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(heading(self.tr("Edit the event"), self._theme), 1)
        done = QPushButton(self.tr("Done"))
        done.setObjectName("done")
        done.setToolTip(self.tr("Read the event again"))
        done.clicked.connect(self._leave)
        row.addWidget(done)
        return row

    def _leave(self) -> None:
        self.commit()
        self.left.emit()

    def _own_language(self) -> str:
        languages, own = self.draft.languages, self.draft.state.language
        return own if own in languages else languages[0]

    def _texts_and_date(self) -> list[Field]:
        own = self._own_language()
        tags = sorted(self.draft.languages, key=lambda tag: tag != own)
        make = partial(TextField, self._theme, self.draft)
        title, summary = self.tr("Title"), self.tr("Summary")
        titles = [make("title", tag, title, self.tr("title of “{0}”")) for tag in tags]
        date = DateField(self._theme, self.draft, self.draft.state.language)
        note = self.tr("How the date is known")
        notes = [make("date_note", tag, note, self.tr("date of “{0}”")) for tag in tags]
        summaries = [make("summary", tag, summary, self.tr("summary of “{0}”")) for tag in tags]
        return [*titles, date, *notes, *summaries]

    def _choices(self) -> list[Field]:
        make = partial(ChoiceField, self._theme, self.draft)
        return [
            make("sector", (self.tr("Sector"), self.tr("sector of “{0}”")), self._sectors, None),
            make(
                "status",
                (self.tr("Status"), self.tr("status of “{0}”")),
                lambda: [(s.value, status_name(s, self.draft.state.language)) for s in Status],
                Status.HAPPENED.value,
            ),
            make(
                "importance",
                (self.tr("Importance"), self.tr("importance of “{0}”")),
                self._importances,
                Event.model_fields["importance"].default,
            ),
        ]

    def _sectors(self) -> list[Choice]:
        state = self.draft.state
        named = [
            (s.id, in_language(s.name, state.language)) for s in state.opened.chronology.sectors
        ]
        return [(None, self.tr("None")), *named]

    def _importances(self) -> list[Choice]:
        return [
            (3, self.tr("A reader must see it at first")),
            (2, self.tr("Ordinary")),
            (1, self.tr("A detail")),
        ]

    def _lists(self) -> list[Field]:
        lists = EventLists(self._theme, self.draft, self._names, self._new_actor, self._new_source)
        return [RowsField(self._theme, self.draft, rows) for rows in lists.all()]

    def _new_actor(self, asking: LookUp, name: str) -> None:
        editor, actors = self.draft.editor, self._names.actors
        self._take_new(asking, actor_dialog(self, self._theme, editor, name, actors))

    def _new_source(self, asking: LookUp, name: str) -> None:
        self._take_new(asking, source_dialog(self, self._theme, self.draft.editor, name))

    @staticmethod
    def _take_new(asking: LookUp, dialog: NewItemDialog) -> None:
        run_dialog(dialog)
        if dialog.made is not None:
            asking.choose(dialog.made)
