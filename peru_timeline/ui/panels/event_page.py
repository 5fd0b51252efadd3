"""One event in full: date in words, summary, actors, quotations, notes, related events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from peru_timeline.chronology.event_dates import event_date_in_words, short_event_date
from peru_timeline.chronology.models import Event, Role
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.chronology.wording import relation_in_words
from peru_timeline.typefaces import MEDIUM, SEMIBOLD
from peru_timeline.ui.commands.shortcuts import shown_first
from peru_timeline.ui.look.icons import icon
from peru_timeline.ui.look.plain_text import one_line, tooltip
from peru_timeline.ui.look.text_labels import FlowLayout, heading, label
from peru_timeline.ui.look.theme import SMALL_PX, TITLE_PX, Theme
from peru_timeline.ui.look.wording import (
    amount_in_words,
    how_known,
    note_name,
    status_name,
)
from peru_timeline.ui.paint.glyphs import glyph_icon
from peru_timeline.ui.panels.growing_page import GrowingPage
from peru_timeline.ui.panels.quotation_card import QuotationCard
from peru_timeline.ui.panels.related_button import RelatedButton
from peru_timeline.ui.state.view_state import ViewState

LONGEST_CHIP = 40
MOST_CHIPS = 30
"""Actors shown at a time; a button shows more of them."""
GLYPH_PX, ICON_PX, STEP_PX = 10, 14, 16


class EventPage(GrowingPage):
    """Everything there is to read about one event."""

    read_in_context = Signal(int, int)  # event, index of the evidence
    related_chosen = Signal(int)
    edit_requested = Signal()

    def __init__(
        self, state: ViewState, theme: Theme, documents: Mapping[str, str], number: int
    ) -> None:
        """`number` is the event's index; `documents` maps the ids of sources to their full texts."""
        super().__init__(theme, top_px=14, spacing_px=8)
        self.setObjectName("event_page")
        self._state, self._documents, self._number = state, documents, number
        self._language = state.language
        self._chronology = state.opened.chronology
        event = self._chronology.events[number]
        self._add_head(event)
        self._add_facts(event)
        self._let_follow(self._parts(event))

    def show_position(self, position: tuple[int | None, int]) -> None:
        """Show the number of this event among those shown, from 1, None if it is filtered out; and their count."""
        number, shown = position
        self._position.setText(f"{'–' if number is None else number} / {shown}")
        self._filtered_out.setVisible(number is None)

    # --- parts -------------------------------------------------------------------------------

    def _add_head(self, event: Event) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(self._glyph(self._number))
        name = heading(self._chronology.sector_name(event, self._language), theme)
        name.setObjectName("event_sector")
        row.addWidget(name, 1)
        self._position = QLabel()
        self._position.setObjectName("event_place")
        self._position.setAccessibleName(self.tr("Position among the events shown"))
        self._position.setProperty("ink", "soft")
        self._position.setFont(theme.font(SMALL_PX, tabular=True))
        row.addWidget(self._step("previous_event", "chevron-left", -1, self.tr("Previous event")))
        row.addWidget(self._position)
        row.addWidget(self._step("next_event", "chevron-right", 1, self.tr("Next event")))
        row.addWidget(self._edit_button())
        self._column.addLayout(row)

    def _edit_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("edit_event")
        button.setIcon(icon("edit", self._theme.ink_soft))
        button.setIconSize(self._square(STEP_PX))
        key = shown_first(self._state.keys, "edit_event")
        hint = self.tr("Edit the event")
        button.setToolTip(f"{hint} ({key})" if key else hint)
        button.setAccessibleName(hint)
        button.clicked.connect(self.edit_requested)
        return button

    def _glyph(self, event: int) -> QLabel:
        glyph = QLabel()
        glyph.setPixmap(self._glyph_of(event).pixmap(self._square(ICON_PX)))
        return glyph

    def _step(self, name: str, picture: str, steps: int, hint: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(icon(picture, self._theme.ink_soft))
        button.setIconSize(self._square(STEP_PX))
        button.setToolTip(f"{hint} ({'←' if steps < 0 else '→'})")
        button.setAccessibleName(hint)
        button.clicked.connect(lambda: self._state.step(steps))
        return button

    def _add_facts(self, event: Event) -> None:
        theme, language = self._theme, self._language
        self._filtered_out = label(self.tr("This event is filtered out."), theme, px=SMALL_PX)
        self._filtered_out.setObjectName("event_filtered_out")
        self._filtered_out.setProperty("ink", "faint")
        self._column.addWidget(self._filtered_out)
        title = label(in_language(event.title, language), theme, px=TITLE_PX, weight=SEMIBOLD)
        title.setObjectName("event_title")
        self._column.addWidget(title)
        when = label(event_date_in_words(event, self._chronology, language), theme, weight=MEDIUM)
        when.setObjectName("event_date")
        self._column.addWidget(when)
        known = in_language(event.date_note, language) if event.date_note else ""
        known = known or how_known(event.date)
        if known:
            note = label(known, theme, px=SMALL_PX, ink="soft")
            note.setObjectName("event_date_note")
            self._column.addWidget(note)
        if event.summary:
            summary = label(in_language(event.summary, language), theme)
            summary.setObjectName("event_summary")
            self._column.addWidget(summary)
        self._column.addWidget(self._chips(event))

    def _parts(self, event: Event) -> Iterator[QWidget]:
        """What follows, one after the other: each is made when the reader comes to it."""
        for amount in event.amounts:
            words = label(amount_in_words(amount, self._language), self._theme, px=SMALL_PX)
            words.setObjectName("event_amount")
            yield words
        yield from self._quotations(event)
        for remark in event.notes:
            yield self._section(note_name(remark.kind))
            yield label(in_language(remark.text, self._language), self._theme, ink="soft")
        yield from self._related_events(event)

    def _chips(self, event: Event) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap_px=self._theme.px(6))
        self._add_actors(flow, event, 0)
        status = QPushButton(status_name(event.status, self._language))
        status.setObjectName("status_chip")
        status.setProperty("chip", "outline")
        status.setToolTip(self.tr("Show only events with this status"))
        status.clicked.connect(lambda: self._state.only("statuses", event.status))
        flow.addWidget(status)
        return holder

    def _add_actors(self, flow: FlowLayout, event: Event, first: int) -> None:
        """Add chips from the one at this index on, and if there are many more a button that adds those."""
        end = first + MOST_CHIPS
        for role in event.actors[first:end]:
            flow.addWidget(self._actor_chip(role))
        left = len(event.actors) - end
        if left <= 0:
            return
        more = QPushButton(self.tr("%n more actor(s)", "", left))
        more.setObjectName("more_actors")
        more.setProperty("chip", "link")

        def add() -> None:
            more.hide()
            more.deleteLater()
            self._add_actors(flow, event, end)

        more.clicked.connect(add)
        flow.addWidget(more)

    def _actor_chip(self, role: Role) -> QPushButton:
        state, language = self._state, self._language
        actor = self._chronology.actor_by_id[role.actor]
        name = in_language(actor.name, language)
        short = in_language(actor.short, language) if actor.short else name
        chip = QPushButton(one_line(short, LONGEST_CHIP).replace("&", "&&"))
        chip.setObjectName("actor_chip")
        chip.setProperty("chip", "filled")
        bloc = state.opened.columns.bloc_styles[self._chronology.bloc_of[actor.id]]
        chip.setIcon(glyph_icon(self._theme, bloc, self._theme.px(GLYPH_PX)))
        chip.setIconSize(self._square(ICON_PX))
        part = in_language(role.role, language) if role.role else ""
        known_as = isolated(one_line(name))
        if part:
            known_as = f"{known_as}: {isolated(one_line(part))}"
        hint = self.tr("{0}. Show only events with this actor").format(known_as)
        chip.setToolTip(tooltip(hint))
        chip.setAccessibleName(hint)
        chip.clicked.connect(lambda: state.only("actors", actor.id))
        return chip

    def _quotations(self, event: Event) -> Iterator[QWidget]:
        if not event.evidence:
            return
        several = len({evidence.source for evidence in event.evidence}) > 1
        yield self._section(
            self.tr("What the sources say") if several else self.tr("What the source says")
        )
        accent = self._theme.blocs[int(self._state.opened.columns.bloc[self._number])]
        for index, evidence in enumerate(event.evidence):
            card = QuotationCard(
                evidence,
                self._chronology.source_by_id[evidence.source],
                self._theme,
                self._language,
                accent=accent,
                search=self._state.query.text,
                has_document=evidence.source in self._documents,
            )
            card.read_in_context.connect(
                lambda place=index: self.read_in_context.emit(self._number, place)
            )
            yield card

    def _related_events(self, event: Event) -> Iterator[QWidget]:
        for place, (number, relation) in enumerate(self._related(event)):
            if place == 0:
                yield self._section(self.tr("Related"))
            button = RelatedButton(
                self._chronology.events[number],
                short_event_date(self._chronology.events[number], self._chronology, self._language),
                relation,
                self._theme,
                self._language,
                self._glyph(number),
            )
            button.clicked.connect(lambda _=False, chosen=number: self.related_chosen.emit(chosen))
            yield button

    def _related(self, event: Event) -> Iterable[tuple[int, str]]:
        """(event, relation in words) of the events this one names, then of those that name it."""
        index = self._chronology.event_index
        named = {index[link.event] for link in event.related}
        for link in event.related:
            yield index[link.event], relation_in_words(link.relation, self._language)
        for number, link in self._state.opened.events_naming(index[event.id]):
            if number not in named:
                yield number, relation_in_words(link.relation, self._language, back=True)

    def _section(self, text: str) -> QWidget:
        made = heading(text, self._theme)
        made.setContentsMargins(0, self._theme.px(10), 0, 0)
        return made

    def _glyph_of(self, event: int) -> QIcon:
        bloc = int(self._state.opened.columns.bloc[event])
        return glyph_icon(self._theme, bloc, self._theme.px(GLYPH_PX))

    def _square(self, px: float) -> QSize:
        side = self._theme.px(px)
        return QSize(side, side)
