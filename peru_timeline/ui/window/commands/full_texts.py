"""The full texts of sources: adding them, checking quotations, reading in context."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.review.documents import (
    DocumentStore,
    QuotationSpan,
    events_quoting,
    files_in,
    find_quotation,
    sections_of,
    split_passages,
)
from peru_timeline.chronology.review.verification import Verification, verify
from peru_timeline.paths import user_data_dir
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.commands.actions import Binding, Bindings
from peru_timeline.ui.look.dialogs import plain_message, run_dialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.state.view_state import ViewState

MOST_NAMED = 20
"""Files or quotations that one message names; the rest is counted."""


class FullTexts(QObject):
    """Knows the full texts that the reader added; shows dialogs over the window."""

    changed = Signal(dict)  # source id -> text

    def __init__(self, state: ViewState, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self._state, self._timeline = state, timeline
        self.store = DocumentStore(user_data_dir() / "documents")
        self._texts: dict[str, str] = {}
        self.shown_elsewhere: Callable[[str, str, int], bool] = lambda *_: False
        """Shows a quotation (source, event, index of the evidence) where its document is open already."""

    def bindings(self) -> Bindings:
        return {
            "read_in_context": Binding(self.show_first_context, is_enabled=self.has_text),
            "add_texts": Binding(self.ask_and_add),
            "verify_quotations": Binding(self.show_verification),
        }

    def refresh(self) -> None:
        """Look for the texts again."""
        self._texts = self.store.texts(self._state.opened.chronology)
        self.changed.emit(self._texts)

    def verification(self) -> Verification:
        """Check every quotation against the texts there are."""
        return verify(self._state.opened.chronology, self._texts)

    def has_text(self) -> bool:
        """Whether some quotation of the selected event can be read in context."""
        return self._first_with_text() is not None

    def _first_with_text(self) -> int | None:
        if self._state.selection is None:
            return None
        evidence = self._state.opened.chronology.events[self._state.selection].evidence
        return next((i for i, e in enumerate(evidence) if e.source in self._texts), None)

    def show_first_context(self) -> None:
        """Show the first quotation of the selected event that has a full text."""
        index = self._first_with_text()
        if index is not None and self._state.selection is not None:
            self.show_context(self._state.selection, index)

    def show_context(self, event: int, index: int) -> None:
        """Show a quotation in the full text of its source."""
        from peru_timeline.ui.window.context_dialog import ContextDialog

        chronology = self._state.opened.chronology
        evidence = chronology.events[event].evidence[index]
        if self.shown_elsewhere(evidence.source, chronology.events[event].id, index):
            return
        document = split_passages(
            self._texts[evidence.source], sections_of(chronology, evidence.source)
        )
        wanted = find_quotation(evidence, document)
        found = {
            place
            for other in events_quoting(chronology, [evidence.source])
            for quoted in other.evidence
            if quoted.source == evidence.source
            and (place := find_quotation(quoted, document)) is not None
        }
        places: list[QuotationSpan] = sorted(found)
        if wanted is None or not places:
            self._say(
                self.tr("Read in context"),
                self.tr("This quotation is not in the full text that was added."),
            )
            return
        title = reference(
            chronology.source_by_id[evidence.source], self._state.language, address=False
        )
        dialog = ContextDialog(
            self._timeline.window(),
            self._timeline.theme,
            title,
            document,
            places,
            places.index(wanted),
        )
        run_dialog(dialog)

    def ask_and_add(self) -> None:
        """Ask for a folder, and copy the full texts of sources that are in it."""
        name = QFileDialog.getExistingDirectory(
            self._timeline.window(), self.tr("Choose the folder with the full texts")
        )
        if name:
            self.add_from(Path(name))

    def add_from(self, folder: Path) -> None:
        """Copy the full texts of sources that are in a folder; list the files that match no source."""
        try:
            added = self.store.add(files_in(folder), self._state.opened.chronology)
        except OSError as error:
            reason = translated(system_reason(error))
            self._say(
                self.tr("Add full texts"),
                self.tr("The texts could not be added: {0}. {1}").format(
                    reason, one_line(str(error.filename or folder))
                ),
            )
            return
        self.refresh()
        lines = [self.tr("%n full text(s) added.", "", len(added.sources))]
        if added.unknown:
            lines.append(self.tr("These files match no source and were not added:"))
            lines += [one_line(path.name, 100) for path in added.unknown[:MOST_NAMED]]
            if len(added.unknown) > MOST_NAMED:
                lines.append(self.tr("and {0} more").format(len(added.unknown) - MOST_NAMED))
        self._say(self.tr("Add full texts"), "\n".join(lines))

    def show_verification(self) -> None:
        """Say which quotations are in their sources."""
        found = self.verification()
        lines = [
            self.tr("{0} quotations were checked; {1} have no full text here.").format(
                found.checked, found.unchecked
            )
        ]
        if found.checked and not found.faults:
            lines.append(self.tr("Every quotation checked is in its source, word for word."))
        lines += [
            one_line(fault.translated(translated), 200) for fault in found.faults[:MOST_NAMED]
        ]
        if len(found.faults) > MOST_NAMED:
            lines.append(self.tr("and {0} more").format(len(found.faults) - MOST_NAMED))
        self._say(self.tr("Check the quotations"), "\n".join(lines))

    def _say(self, title: str, text: str) -> None:
        run_dialog(plain_message(self._timeline.window(), self._timeline.theme, title, text))
