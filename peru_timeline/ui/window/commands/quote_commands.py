"""Quoting documents: opening them, and making events and evidence of what is selected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from peru_timeline.chronology.documents.reading import ENDINGS
from peru_timeline.chronology.documents.refusals import UnreadableError
from peru_timeline.chronology.editing.changes import Change
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.editing.editor import Editor
from peru_timeline.ui.look.dialogs import plain_message, run_dialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.commands.event_commands import EventCommands
from peru_timeline.ui.window.commands.full_texts import FullTexts

if TYPE_CHECKING:
    from peru_timeline.chronology.editing.quotations import Cited
    from peru_timeline.ui.editing.quoting.opened_document import OpenedDocument
    from peru_timeline.ui.editing.quoting.quote_dialog import QuoteDialog

LONGEST_NAME = 40
LEFT_SHARE = 0.6
"""Of the window: what a document takes at most, so that the event can be written beside it."""
MAY_LIST_EVENTS = (".txt", ".text", ".md", ".markdown")


class QuoteCommands(QObject):
    """Opens a document beside the work, one at a time; changes the chronology through the editor."""

    message = Signal(str)
    """What to show in the status line."""

    def __init__(
        self,
        state: ViewState,
        timeline: TimelineView,
        editor: Editor,
        editing: EventCommands,
        texts: FullTexts,
    ) -> None:
        super().__init__(timeline)
        self._state, self._timeline = state, timeline
        self._editor, self._editing, self._texts = editor, editing, texts
        self.dialog: QuoteDialog | None = None
        texts.shown_elsewhere = self._show_quotation

    def bindings(self) -> Bindings:
        return {
            "quote_document": Binding(self.ask_and_open),
            "quote_clipboard": Binding(self.open_clipboard),
        }

    # --- opening ---

    def ask_and_open(self) -> None:
        """Ask for a document, and open it."""
        kinds = (self.tr("Documents"), " ".join(f"*{ending}" for ending in ENDINGS))
        name, _ = QFileDialog.getOpenFileName(
            self._timeline.window(),
            self.tr("Quote from a document"),
            "",
            f"{kinds[0]} ({kinds[1]});;" + self.tr("All files") + " (*)",
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a document for quoting; where it cannot be read, say why."""
        from peru_timeline.ui.editing.quoting.opened_document import open_document

        try:
            document = open_document(path, self._timeline.window())
        except UnreadableError as error:
            self._say(self.tr("Quote from a document"), translated(error.message))
        except OSError as error:
            name, reason = one_line(path.name, LONGEST_NAME), translated(system_reason(error))
            text = self.tr("{0} cannot be read: {1}").format(name, reason)
            self._say(self.tr("Quote from a document"), text)
        else:
            if document is not None:
                self.show(document)

    def take_dropped(self, path: Path) -> bool:
        """Open a file that was dropped, if it is a document; return whether it was, or the reader wants neither.

        A text or Markdown file may list events as well: then the reader chooses.
        """
        ending = path.suffix.lower()
        if ending not in ENDINGS or not path.is_file():
            return False
        if ending in MAY_LIST_EVENTS:
            from peru_timeline.ui.editing.quoting.dropped_dialog import DroppedDialog

            dialog = DroppedDialog(self._timeline.window(), self._timeline.theme, path.name)
            chosen = run_dialog(dialog)
            if chosen != DroppedDialog.QUOTE:
                return chosen != DroppedDialog.IMPORT
        self.open(path)
        return True

    def open_clipboard(self) -> None:
        """Open what was copied, in a browser for one, as a document."""
        from peru_timeline.ui.editing.quoting.clipboard import copied_document
        from peru_timeline.ui.editing.quoting.opened_document import read_content

        copied = copied_document(QGuiApplication.clipboard().mimeData())
        try:
            document = copied and read_content(*copied[:2], self._timeline.window(), copied[2])
        except UnreadableError as error:
            self._say(self.tr("Quote what was copied"), translated(error.message))
            return
        if not document:
            text = self.tr("There is no text to paste: copy some in your browser first.")
            self._say(self.tr("Quote what was copied"), text)
        else:
            self.show(document)

    def show(self, document: OpenedDocument) -> None:
        """Show a document that was read, instead of the one before."""
        from peru_timeline.ui.editing.quoting.quote_dialog import QuoteDialog

        if self.dialog is not None:
            self.dialog.close()
        window = self._timeline.window()
        self._editing.commit()
        dialog = self.dialog = QuoteDialog(window, self._timeline.theme, self._state, document)
        dialog.new_wanted.connect(self.make_event)
        dialog.add_wanted.connect(self.add_to_event)
        dialog.item_chosen.connect(self._show_item)
        dialog.finished.connect(self._closed)
        dialog.show()
        dialog.stand_beside(self._free_part())
        dialog.view.setFocus()
        if dialog.source is not None:
            self._keep(document)

    def _free_part(self) -> QRect:
        """The right part of the window, where the event panel is or comes up."""
        room = self._timeline.window().frameGeometry()
        return room.adjusted(round(room.width() * LEFT_SHARE), 0, 0, 0)

    def _closed(self) -> None:
        closed = self.sender()
        if closed is self.dialog:
            self.dialog = None
        if closed is not None:
            closed.deleteLater()

    # --- quoting ---

    def make_event(self) -> None:
        """Make an event of what is selected, and write its title and date."""
        from peru_timeline.chronology.editing.quotations import event_from

        dialog = self.dialog
        evidence = dialog and dialog.evidence
        if dialog is None or not evidence or not self._editing.may_edit():
            return
        self._editing.commit()
        made = event_from(self._editor.file, self._cited(dialog), evidence, self.tr("New event"))
        if self._do(dialog, made.change, self.tr("new event from a quotation"), made.id):
            self._state.select(self._state.opened.chronology.event_index[made.id])
            self._editing.edit()
            self._timeline.window().activateWindow()

    def add_to_event(self) -> None:
        """Make what is selected evidence for the selected event."""
        from peru_timeline.chronology.editing.quotations import quotation_added

        dialog, event = self.dialog, self._state.selection
        evidence = dialog and dialog.evidence
        if dialog is None or event is None or not evidence or not self._editing.may_edit():
            return
        self._editing.commit()
        name, title = self._state.opened.chronology.events[event].id, self._editing.title_of(event)
        change = quotation_added(self._editor.file, self._cited(dialog), evidence, name)
        if self._do(dialog, change, self.tr("quotation for “{0}”").format(title), name):
            self.message.emit(self.tr("Quotation added to: {0}").format(title))

    def _cited(self, dialog: QuoteDialog) -> Cited:
        from peru_timeline.chronology.editing.quotations import Cited, new_source

        if dialog.source is not None:
            return Cited(dialog.source)
        document = dialog.document
        note = None
        if document.accessed:
            note = self.tr("Copied from the web on {0}").format(document.accessed)
        return new_source(self._editor.file, dialog.fields.said, document.item, note)

    def _do(self, dialog: QuoteDialog, change: Change, name: str, shows: str) -> bool:
        document = dialog.document
        try:
            self._editor.do(change, name, shows)
        except (RefusedError, ChronologyError) as error:
            why = error.args[0] if isinstance(error, RefusedError) else error.faults[0].message
            if dialog.source is None:
                dialog.tabs.setCurrentWidget(dialog.fields)
            self._say(self.tr("Not changed"), translated(why))
            return False
        dialog.view.clear_selection()
        dialog.follow_selection()
        self._keep(document)
        return True

    def _keep(self, document: OpenedDocument) -> None:
        """Keep the full text on this machine, so that its quotations are checked and read in context."""
        try:
            self._texts.store.keep(document.content, document.read, document.name)
        except OSError as error:
            reason = translated(system_reason(error))
            text = self.tr("The full text could not be kept on this machine: {0}").format(reason)
            self._say(self.tr("Quote from a document"), text)
        else:
            self._texts.refresh()

    # --- to and from the events ---

    def _show_item(self, name: str) -> None:
        event = self._state.opened.chronology.event_index.get(name)
        if event is not None:
            self._timeline.show_event(event)

    def _show_quotation(self, source: str, item: str, evidence: int) -> bool:
        """Show a quotation in the document that is open, if it is of that source."""
        dialog = self.dialog
        if dialog is None or dialog.source != source or not dialog.show_quotation(item, evidence):
            return False
        dialog.raise_()
        dialog.activateWindow()
        return True

    def _say(self, title: str, text: str) -> None:
        run_dialog(plain_message(self._timeline.window(), self._timeline.theme, title, text))
