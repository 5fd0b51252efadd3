"""The page shown while no event is selected: the chronology, how to move about, its sources."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.models import Source
from peru_timeline.chronology.text import in_language
from peru_timeline.typefaces import MEDIUM, SEMIBOLD
from peru_timeline.ui.commands.shortcuts import KeyMap, shown_first
from peru_timeline.ui.look.text_labels import heading, label
from peru_timeline.ui.look.theme import SMALL_PX, TITLE_PX, Theme
from peru_timeline.ui.look.wording import number_in_words
from peru_timeline.ui.panels.growing_page import GrowingPage
from peru_timeline.ui.panels.legend_view import LegendView
from peru_timeline.ui.state.view_state import ViewState


class ChronologyPage(GrowingPage):
    """Describes the open chronology and the main gestures and keys."""

    def __init__(self, state: ViewState, theme: Theme) -> None:
        super().__init__(theme, top_px=18, spacing_px=6)
        self.setObjectName("event_page")
        self._language = state.language
        keys = state.keys
        chronology = state.opened.chronology
        title = label(
            in_language(chronology.title, self._language), theme, px=TITLE_PX, weight=SEMIBOLD
        )
        title.setObjectName("about_title")
        self._column.addWidget(title)
        if chronology.description:
            about = in_language(chronology.description, self._language)
            self._column.addWidget(label(about, theme))
        events, sources = len(chronology.events), len(chronology.sources)
        quoted = len(chronology.event_columns.sources.values)
        size = " · ".join(
            (
                self.tr("{n} event(s)", "", events).format(n=self._number(events)),
                self.tr("{n} quotation(s)", "", quoted).format(n=self._number(quoted)),
                self.tr("{n} source(s)", "", sources).format(n=self._number(sources)),
            )
        )
        self._column.addWidget(label(size, theme, px=SMALL_PX, ink="soft"))
        if chronology.events:
            self._add_section(self.tr("What the marks mean"))
            self._column.addWidget(LegendView(state.opened, self._language, theme))
        self._add_keys(keys)
        if chronology.sources:
            self._add_section(self.tr("Sources"))
        self._let_follow(part for source in chronology.sources for part in self._about(source))

    def _number(self, value: int) -> str:
        return number_in_words(value, self._language)

    def _add_keys(self, keys: KeyMap) -> None:
        self._add_section(self.tr("How to move about"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(4))
        grid.setColumnStretch(1, 1)
        for row, (key, words) in enumerate(
            (
                (self.tr("Click"), self.tr("read what the sources say about an event")),
                (self.tr("Wheel"), self.tr("zoom in or out at the pointer")),
                (self.tr("Drag"), self.tr("move in time")),
                ("← →", self.tr("go from event to event")),
                (shown_first(keys, "fit"), self.tr("show everything again")),
                (shown_first(keys, "search"), self.tr("search")),
                (shown_first(keys, "present"), self.tr("show it to an audience, view by view")),
                (shown_first(keys, "show_palette"), self.tr("every command by name")),
                (shown_first(keys, "keys"), self.tr("every key")),
            )
        ):
            if not key:  # the reader removed it
                continue
            name = label(key, self._theme, px=SMALL_PX, weight=MEDIUM, selectable=False)
            name.setFixedWidth(self._theme.px(64))
            name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
            grid.addWidget(name, row, 0)
            grid.addWidget(
                label(words, self._theme, px=SMALL_PX, ink="soft", selectable=False), row, 1
            )
        self._column.addLayout(grid)

    def _about(self, source: Source) -> Iterator[QWidget]:
        cited = reference(source, self._language, address=False)
        yield label(cited, self._theme, px=SMALL_PX, weight=MEDIUM)
        if source.note:
            note = label(
                in_language(source.note, self._language), self._theme, px=SMALL_PX, ink="soft"
            )
            note.setContentsMargins(0, 0, 0, self._theme.px(6))
            yield note

    def _add_section(self, text: str) -> None:
        made = heading(text, self._theme)
        made.setContentsMargins(0, self._theme.px(12), 0, 0)
        self._column.addWidget(made)
