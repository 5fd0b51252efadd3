"""The selected event at the right: date in words, summary, actors, quotations, notes, related."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.date_words import date_in_words, short_date
from peru_timeline.chronology.models import Amount, Event, Role
from peru_timeline.chronology.text import in_language
from peru_timeline.timeline.columns import bloc_styles
from peru_timeline.ui.fonts import MEDIUM, SEMIBOLD
from peru_timeline.ui.glyphs import glyph_icon
from peru_timeline.ui.icons import icon
from peru_timeline.ui.labels import ElidedButton, FlowLayout, heading, label
from peru_timeline.ui.plain_text import one_line
from peru_timeline.ui.quotation_card import QuotationCard
from peru_timeline.ui.theme import SMALL_PX, TITLE_PX, Theme
from peru_timeline.ui.view_state import ViewState
from peru_timeline.ui.words import note_name, relation_name, status_name


class EventPanel(QScrollArea):
    """Shows the state's selected event, or what the chronology is when none is selected."""

    read_in_context = Signal(int, int)  # event, index of the evidence
    related_chosen = Signal(int)

    def __init__(self, state: ViewState, theme: Theme, documents: Mapping[str, str]) -> None:
        """`documents` are the full texts the reader added: source id -> text."""
        super().__init__()
        self.setObjectName("event_panel")
        self.setAccessibleName(self.tr("Selected event"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._state, self._theme, self._documents = state, theme, documents
        self._searched = ""
        state.selection_changed.connect(self.show_selection)
        state.document_changed.connect(self.show_selection)
        state.query_changed.connect(self._query_changed)
        self.show_selection()

    def set_documents(self, documents: Mapping[str, str]) -> None:
        """Say which full texts there are now."""
        self._documents = documents
        self.show_selection()

    def _query_changed(self) -> None:
        if self._state.query.text != self._searched:
            self.show_selection()  # other words are highlighted
        elif self._state.selection is not None:
            self._show_place()

    def show_selection(self) -> None:
        """Build the panel for what is selected now."""
        self._searched = self._state.query.text
        page = QWidget()
        page.setObjectName("event_page")
        self._column = QVBoxLayout(page)
        px = self._theme.px
        self._column.setContentsMargins(px(22), px(14), px(18), px(18))
        self._column.setSpacing(px(8))
        if self._state.selection is None:
            self._show_chronology()
        else:
            self._show_event(self._state.document.chronology.events[self._state.selection])
        self._column.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)

    # --- an event ----------------------------------------------------------------------------

    def _show_event(self, event: Event) -> None:
        state, theme = self._state, self._theme
        language, chronology = state.language, state.document.chronology
        self._column.addLayout(self._head(event))
        title = label(in_language(event.title, language), theme, px=TITLE_PX, weight=SEMIBOLD)
        title.setObjectName("event_title")
        self._column.addWidget(title)
        when = label(date_in_words(event.date, language), theme, weight=MEDIUM)
        when.setObjectName("event_date")
        self._column.addWidget(when)
        if event.date_note:
            note = in_language(event.date_note, language)
            self._column.addWidget(label(note, theme, px=SMALL_PX, ink="soft"))
        if event.summary:
            summary = label(in_language(event.summary, language), theme)
            summary.setObjectName("event_summary")
            self._column.addWidget(summary)
        self._column.addWidget(self._chips(event))
        for amount in event.amounts:
            self._column.addWidget(label(amount_text(amount, language), theme, px=SMALL_PX))
        if event.evidence:
            self._section(self.tr("What the source says"))
        for index, evidence in enumerate(event.evidence):
            card = QuotationCard(
                evidence,
                chronology.source_by_id[evidence.source],
                theme,
                language,
                accent=self._accent(event),
                search=state.query.text,
                has_document=evidence.source in self._documents,
            )
            card.read_in_context.connect(
                lambda place=index: self.read_in_context.emit(state.selection, place)
            )
            self._column.addWidget(card)
        for remark in event.notes:
            self._section(note_name(remark.kind))
            self._column.addWidget(label(in_language(remark.text, language), theme, px=SMALL_PX))
        self._related(event)

    def _head(self, event: Event) -> QHBoxLayout:
        state, theme = self._state, self._theme
        sector = state.document.chronology.sector_by_id[event.sector]
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        glyph = QLabel()
        glyph.setPixmap(self._glyph_of(event).pixmap(QSize(theme.px(12), theme.px(12))))
        row.addWidget(glyph)
        row.addWidget(heading(in_language(sector.name, state.language), theme), 1)
        for name, steps, hint in (
            ("chevron-left", -1, self.tr("Previous event (←)")),
            ("chevron-right", 1, self.tr("Next event (→)")),
        ):
            button = QToolButton()
            button.setObjectName("previous_event" if steps < 0 else "next_event")
            button.setIcon(icon(name, theme.ink_soft))
            button.setToolTip(hint)
            button.setAccessibleName(hint)
            button.setAutoRaise(True)
            button.clicked.connect(lambda _=False, by=steps: state.step(by))
            if steps > 0:
                self._place = label("", theme, px=SMALL_PX, ink="soft", selectable=False)
                self._place.setObjectName("event_place")
                self._place.setWordWrap(False)
                self._place.setSizePolicy(
                    self._place.sizePolicy().Policy.Fixed, self._place.sizePolicy().Policy.Fixed
                )
                row.addWidget(self._place)
            row.addWidget(button)
        self._show_place()
        return row

    def _show_place(self) -> None:
        shown = np.flatnonzero(self._state.mask)
        place = int(np.searchsorted(shown, self._state.selection or 0))
        number = self._state.selection
        if place < len(shown) and shown[place] == number:
            self._place.setText(f"{place + 1} / {len(shown)}")
        else:
            self._place.setText(self.tr("filtered out"))
        self._place.adjustSize()

    def _chips(self, event: Event) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap_px=self._theme.px(6))
        for role in event.actors:
            flow.addWidget(self._actor_chip(role))
        status = QPushButton(status_name(event.status))
        status.setObjectName("status_chip")
        status.setProperty("chip", "outline")
        status.setToolTip(self.tr("Show only events with this status"))
        status.clicked.connect(lambda: self._state.only("statuses", event.status))
        flow.addWidget(status)
        return holder

    def _actor_chip(self, role: Role) -> QPushButton:
        state = self._state
        chronology = state.document.chronology
        actor = chronology.actor_by_id[role.actor]
        name = in_language(actor.name, state.language)
        chip = QPushButton(
            one_line(in_language(actor.short, state.language) if actor.short else name, 40)
        )
        chip.setObjectName("actor_chip")
        chip.setProperty("chip", "filled")
        bloc = bloc_styles(chronology)[chronology.bloc_of[actor.id]]
        chip.setIcon(glyph_icon(self._theme, bloc))
        part = in_language(role.role, state.language) if role.role else ""
        known_as = f"{name} ({part})" if part else name
        chip.setToolTip(self.tr("{0}. Show only events with this actor").format(one_line(known_as)))
        chip.clicked.connect(lambda: state.only("actors", actor.id))
        return chip

    def _related(self, event: Event) -> None:
        chronology, language = self._state.document.chronology, self._state.language
        here = [(link.event, relation_name(link.relation)) for link in event.related]
        back = [
            (other.id, "")
            for other in chronology.events
            if any(link.event == event.id for link in other.related)
            and other.id not in {name for name, _ in here}
        ]
        if not here and not back:
            return
        self._section(self.tr("Related"))
        for name, relation in (*here, *back):
            index = chronology.event_index[name]
            other = chronology.events[index]
            title = in_language(other.title, language)
            button = ElidedButton(one_line(f"{short_date(other.date, language)} · {title}", 120))
            button.setObjectName("related_event")
            button.setProperty("chip", "row")
            button.setIcon(self._glyph_of(other))
            tip = f"{title} ({relation})" if relation else title
            button.setToolTip(one_line(tip))
            button.clicked.connect(lambda _=False, chosen=index: self.related_chosen.emit(chosen))
            self._column.addWidget(button)

    def _section(self, text: str) -> None:
        made = heading(text, self._theme)
        made.setContentsMargins(0, self._theme.px(10), 0, 0)
        self._column.addWidget(made)

    def _bloc(self, event: Event) -> int:
        chronology = self._state.document.chronology
        return int(self._state.document.columns.bloc[chronology.event_index[event.id]])

    def _accent(self, event: Event) -> QColor:
        return self._theme.blocs[self._bloc(event)]

    def _glyph_of(self, event: Event) -> QIcon:
        return glyph_icon(self._theme, self._bloc(event))

    # --- no event ----------------------------------------------------------------------------

    def _show_chronology(self) -> None:
        state, theme = self._state, self._theme
        chronology, language = state.document.chronology, state.language
        self._column.addWidget(
            label(in_language(chronology.title, language), theme, px=TITLE_PX, weight=SEMIBOLD)
        )
        if chronology.description:
            self._column.addWidget(label(in_language(chronology.description, language), theme))
        self._section(self.tr("How to move about"))
        for line in (
            self.tr("Click a mark to read what the sources say."),
            self.tr("Turn the wheel to zoom, drag to move, press 0 to see everything."),
            self.tr("← and → go from event to event; F1 shows every key."),
            self.tr("Choose actors at the left; search with Ctrl+F."),
        ):
            self._column.addWidget(label(line, theme, ink="soft", selectable=False))
        if chronology.sources:
            self._section(self.tr("Sources"))
        for source in chronology.sources:
            self._column.addWidget(label(reference(source, language, address=False), theme))
            if source.note:
                note = in_language(source.note, language)
                self._column.addWidget(label(note, theme, px=SMALL_PX, ink="soft"))


def amount_text(amount: Amount, language: str) -> str:
    """Write a figure as the language does: “price: 2,600,000,000 USD”."""
    locale = QLocale(language)
    value = amount.value
    number = (
        locale.toString(value)
        if isinstance(value, int) and abs(value) < 2**63
        else locale.toString(float(value), "g", 12)
    )
    return f"{in_language(amount.of, language)}: {number} {amount.unit}"
