"""The dialog beside the work in which a document is read and quoted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QTabWidget, QWidget

from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.models import QUOTE_WORDS
from peru_timeline.chronology.review.documents import Passage
from peru_timeline.chronology.review.quoting import (
    Quoted,
    Selected,
    fault_of,
    passages_for,
    quoted_in,
    selected,
)
from peru_timeline.chronology.review.verification import (
    LARGEST_QUOTED_SHARE,
    Coverage,
    quotes_from,
)
from peru_timeline.ui.editing.quoting.document_view import DocumentView
from peru_timeline.ui.editing.quoting.opened_document import OpenedDocument
from peru_timeline.ui.editing.quoting.source_fields import SourceFields
from peru_timeline.ui.look.dialogs import Dialog
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.text_labels import FlowLayout, label
from peru_timeline.ui.look.theme import SMALL_PX, Theme
from peru_timeline.ui.look.wording import translated
from peru_timeline.ui.state.view_state import ViewState

SIZE_PX = (620, 560)
LEAST_WIDTH_PX, LEAST_HEIGHT_PX = 440, 50
LONGEST_NAME = 200
NEW_KEY, ADD_KEY, GO_KEY = "Ctrl+Return", "Ctrl+Shift+Return", "F6"


class QuoteDialog(Dialog):
    """Stays open beside the work, and follows every change."""

    new_wanted = Signal()
    """An event is to be made of what is selected."""
    add_wanted = Signal()
    """What is selected is to be evidence for the selected event."""
    item_chosen = Signal(str)
    """The id of an event or band whose quotation was clicked."""

    def __init__(
        self, parent: QWidget, theme: Theme, state: ViewState, document: OpenedDocument
    ) -> None:
        super().__init__(parent, theme, self.tr("Quote from a document"))
        self.setObjectName("quote_dialog")
        self.setModal(False)
        self.resize(*map(theme.px, SIZE_PX))
        self.document, self._state, self._window = document, state, parent
        self._passages: tuple[Passage, ...] = ()
        self._quoted: tuple[Quoted, ...] = ()
        self._covered: tuple[tuple[str, ...], Coverage] | None = None
        self._at: int | None = None
        self._cited = label("", theme)
        self._cited.setObjectName("cited")
        self.column.addWidget(self._cited)
        self.view = DocumentView(theme)
        self.fields = SourceFields(theme, document.read.said)
        self.fields.typed.connect(self._show_source)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("quote_tabs")
        for page in (self.view, self.fields):
            page.setMinimumHeight(theme.px(LEAST_HEIGHT_PX))  # Qt would take twice as much
        self.tabs.addTab(self.view, self.tr("Text"))
        self.column.addWidget(self.tabs, 1)
        self._said = label("", theme, px=SMALL_PX, ink="soft")
        self._said.setObjectName("quote_said")
        self.column.addWidget(self._said)
        for told in (self._cited, self._said):
            told.setMinimumHeight(told.fontMetrics().height())  # as high as its lines, and no more
        self._make_buttons()
        self.finish()
        self.view.selectionChanged.connect(self.follow_selection)
        self.view.marked_clicked.connect(self._clicked)
        state.chronology_changed.connect(self.refresh)
        state.selection_changed.connect(self.follow_selection)
        state.chronology_opened.connect(self.close)
        self.refresh()

    def _make_buttons(self) -> None:
        self.buttons_by_name: dict[str, QPushButton] = {}
        row = QWidget()
        flow = FlowLayout(row, self.theme.px(6))  # one row of all would be wider than small screens
        for name, words, key, act in (
            ("new_from_quote", self.tr("&New event from this"), NEW_KEY, self.new_wanted.emit),
            ("add_quote", self.tr("&Add to the selected event"), ADD_KEY, self.add_wanted.emit),
            (
                "previous_quotation",
                self.tr("&Previous quotation"),
                "Shift+F6",
                lambda: self.step(-1),
            ),
            ("next_quotation", self.tr("N&ext quotation"), GO_KEY, lambda: self.step(1)),
        ):
            button = QPushButton(words)
            if key in (NEW_KEY, ADD_KEY):
                flow.addWidget(button)
            else:
                self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(name)
            button.setAutoDefault(False)
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(shown)
            button.clicked.connect(act)
            QShortcut(QKeySequence(key), self, button.click)
            self.buttons_by_name[name] = button
        self.column.addWidget(row)

    # --- what there is ---

    @property
    def source(self) -> str | None:
        """The id of the source that the document is; None for none yet."""
        for source in self._state.opened.chronology.sources:
            if source.document is not None and source.document.sha256 == self.document.checksum:
                return source.id
        return None

    @property
    def selected(self) -> Selected | Message | None:
        """What is selected; a sentence where it can be no quotation, and None for nothing."""
        place = self.view.selection
        return None if place is None else selected(self._passages, *place)

    @property
    def evidence(self) -> dict[str, Any] | None:
        """What is selected, as evidence without its source; None where it may be none."""
        found = self.selected
        if not isinstance(found, Selected) or fault_of(found.words) is not None:
            return None
        stated = {"section": found.section, "paragraph": found.paragraph}
        return {"quote": found.quote} | {key: value for key, value in stated.items() if value}

    # --- what follows the chronology ---

    def refresh(self) -> None:
        """Follow a change of the chronology; the place in the text stays."""
        chronology, source = self._state.opened.chronology, self.source
        passages = passages_for(self.document.read, chronology, source)
        if passages != self._passages:
            self._passages = passages
            self.view.show_passages(passages)
        self._quoted = () if source is None else quoted_in(passages, chronology, source)
        if self._at is not None and self._at >= len(self._quoted):
            self._at = None
        self.view.mark([quoted.span for quoted in self._quoted], self._at)
        self._show_source()
        self.follow_selection()

    def _show_source(self) -> None:
        source, index = self.source, self.tabs.indexOf(self.fields)
        if source is None:
            if index < 0:
                self.tabs.addTab(self.fields, self.tr("Source"))
            said = self.fields.said
            parts = ("; ".join(said.author), said.title, said.publisher, said.issued)
            shown = ", ".join(filter(None, parts)) or self.document.name
            text = self.tr("New source: {0}").format(one_line(shown, LONGEST_NAME))
        else:
            if index >= 0:
                self.tabs.removeTab(index)
            found = self._state.opened.chronology.source_by_id[source]
            text = reference(found, self._state.language, address=False) or source
        self._cited.setText(one_line(text, LONGEST_NAME))

    # --- what follows the selection ---

    def follow_selection(self) -> None:
        """Say what the selection would be as a quotation."""
        is_good = self.evidence is not None
        self.buttons_by_name["new_from_quote"].setEnabled(is_good)
        has_event = self._state.selection is not None
        self.buttons_by_name["add_quote"].setEnabled(is_good and has_event)
        for name in ("previous_quotation", "next_quotation"):
            self.buttons_by_name[name].setEnabled(bool(self._quoted))
        self._said.setText(self._words())

    def _words(self) -> str:
        found = self.selected
        if found is None:
            fewest, most = QUOTE_WORDS
            text = self.tr("Select {0} to {1} words to quote them.").format(fewest, most)
            count = self.tr("%n quotation(s) from this text.", "", len(self._quoted))
            return f"{text} {count}"
        if isinstance(found, Message):
            return self.tr("Not a quotation: {0}.").format(translated(found))
        fault = fault_of(found.words)
        if fault is not None:
            return self.tr("Not a quotation: {0}.").format(translated(fault))
        place = ", ".join(
            filter(None, (found.section, f"¶ {found.paragraph}" if found.paragraph else ""))
        )
        covered = self._coverage()
        share = covered.share_with(found.quote)
        most = round(100 * LARGEST_QUOTED_SHARE)
        text = self.tr("%n word(s)", "", found.words)
        text = f"{text} · {one_line(place, LONGEST_NAME)}" if place else text
        then = self.tr("{0} % of the text quoted now, {1} % with this; at most {2} %").format(
            round(100 * covered.share), round(100 * share), most
        )
        if share > LARGEST_QUOTED_SHARE:
            then = self.tr("{0}: too much, please quote less").format(then)
        return f"{text} · {then}"

    def _coverage(self) -> Coverage:
        """What is quoted of the text; kept while that is the same, as a long text takes a tenth of a second."""
        source = self.source
        quotes = () if source is None else quotes_from(self._state.opened.chronology, source)
        if self._covered is None or self._covered[0] != tuple(quotes):
            self._covered = tuple(quotes), Coverage(quotes, self.document.read.text)
        return self._covered[1]

    # --- to and from the events ---

    def step(self, steps: int) -> None:
        """Go that many quotations further, and to their events; after the last comes the first."""
        if self._quoted:
            start = -1 if self._at is None and steps > 0 else self._at or 0
            self._clicked((start + steps) % len(self._quoted))

    def show_quotation(self, item: str, evidence: int) -> bool:
        """Show the place of a quotation; return whether it is in the text."""
        for index, quoted in enumerate(self._quoted):
            if (quoted.item, quoted.evidence) == (item, evidence):
                self._go_to(index)
                return True
        return False

    def _clicked(self, index: int) -> None:
        self._go_to(index)
        self.item_chosen.emit(self._quoted[index].item)

    def _go_to(self, index: int) -> None:
        self._at = index
        self.tabs.setCurrentWidget(self.view)
        self.view.mark([quoted.span for quoted in self._quoted], index)
        self.view.go_to(self._quoted[index].span)

    def stand_beside(self, panel: QRect) -> None:
        """Stand where it leaves a part of the screen free, if there is room: left of the event panel."""
        room = self._window.frameGeometry()
        least = min(self.theme.px(LEAST_WIDTH_PX), room.width())
        width = min(self.width(), max(panel.left() - room.left(), least))
        self.resize(width, min(self.height(), room.height()))
        self.move(max(panel.left() - width, room.left()), room.center().y() - self.height() // 2)
