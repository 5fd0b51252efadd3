"""The panel at the right: the selected event, or the chronology while none is selected."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.panels.chronology_page import ChronologyPage
from peru_timeline.ui.panels.event_page import EventPage
from peru_timeline.ui.panels.growing_page import GrowingPage
from peru_timeline.ui.state.view_state import ViewState

AHEAD = 1.5
"""How far below its top the page is made, as a share of the panel's height."""


class EventPanel(QScrollArea):
    """Shows the page of the selected event or of the chronology."""

    read_in_context = Signal(int, int)  # event, index of the evidence
    related_chosen = Signal(int)

    def __init__(self, state: ViewState, theme: Theme, documents: Mapping[str, str]) -> None:
        """`documents` maps the ids of sources to the full texts the reader added."""
        super().__init__()
        self.setObjectName("event_panel")
        self.setAccessibleName(self.tr("Selected event"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._state, self._theme, self._documents = state, theme, documents
        self._searched = ""
        self._page: EventPage | None = None
        state.selection_changed.connect(self.show_selection)  # of another chronology, too
        state.query_changed.connect(self._query_changed)
        state.keys_changed.connect(self.show_selection)
        self.verticalScrollBar().valueChanged.connect(self._grow)
        self.verticalScrollBar().rangeChanged.connect(self._grow)
        self.show_selection()

    def set_documents(self, documents: Mapping[str, str]) -> None:
        """Take over the full texts there are now."""
        if documents != self._documents:
            self._documents = documents
            self.show_selection()

    def _query_changed(self) -> None:
        if self._page is None:
            return  # the page of the chronology does not depend on the filter
        if self._state.query.text != self._searched:
            self.show_selection()  # other words are highlighted
        else:
            self._page.show_position(self._position())

    def _position(self) -> tuple[int | None, int]:
        """(the number of the selected event among those shown, from 1, or None; how many are shown)."""
        shown = np.flatnonzero(self._state.mask)
        event = self._state.selection
        if event is None or not self._state.mask[event]:
            return None, len(shown)
        return int(np.searchsorted(shown, event)) + 1, len(shown)

    def show_selection(self) -> None:
        """Build the page for what is selected now."""
        state = self._state
        self._searched = state.query.text
        page: GrowingPage
        if state.selection is None:
            page, self._page = ChronologyPage(state, self._theme), None
        else:
            page = self._page = EventPage(state, self._theme, self._documents, state.selection)
            self._page.show_position(self._position())
            self._page.read_in_context.connect(self.read_in_context)
            self._page.related_chosen.connect(self.related_chosen)
        old = self.takeWidget()
        if old is not None:
            # A click on the old page may have led here: delete it when that is over.
            old.deleteLater()
        page.grow_to(self.height(), self.viewport().width())
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)

    def _grow(self) -> None:
        """Make what comes into sight, and a little more."""
        page = self.widget()
        if isinstance(page, GrowingPage) and not page.is_whole:
            bottom = self.verticalScrollBar().value() + round(AHEAD * self.height())
            page.grow_to(bottom, self.viewport().width())
