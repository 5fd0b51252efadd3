"""The panel at the right: the selected event, or the chronology while none is selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.panels.chronology_page import ChronologyPage
from peru_timeline.ui.panels.event_page import EventPage
from peru_timeline.ui.panels.growing_page import GrowingPage
from peru_timeline.ui.state.view_state import ViewState

WORDS_AFTER_MS = 100  # after the last key typed, other words are highlighted
AHEAD = 1.5
"""How far below its top the page is made, as a share of the panel's height."""


class Form(QWidget):
    """What the panel asks of a form in which an event is written."""

    def is_of(self, event: str) -> bool:
        """Whether it is about the event of this id."""
        raise NotImplementedError

    def commit(self) -> None:
        """Take over what is being written."""
        raise NotImplementedError

    def go_to(self, path: Sequence[str]) -> None:
        """Go to a field, such as ("title", "es")."""
        raise NotImplementedError

    def begin(self) -> None:
        """Go to where writing begins."""
        raise NotImplementedError


class EventPanel(QScrollArea):
    """Shows the page of the selected event or of the chronology; while it is edited, its form."""

    edit_requested = Signal()
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
        self._make_form: Callable[[str], Form] | None = None
        self._is_leaving = False
        state.selection_changed.connect(self.show_selection)  # of another chronology, too
        state.query_changed.connect(self._query_changed)
        state.keys_changed.connect(self.show_selection)
        self.verticalScrollBar().valueChanged.connect(self._grow)
        self.verticalScrollBar().rangeChanged.connect(self._grow)
        self._words_due = QTimer(self)
        self._words_due.setSingleShot(True)
        self._words_due.setInterval(WORDS_AFTER_MS)
        self._words_due.timeout.connect(self.show_selection)
        self.show_selection()

    def set_documents(self, documents: Mapping[str, str]) -> None:
        """Take over the full texts there are now."""
        if documents != self._documents:
            self._documents = documents
            self.show_selection()

    def _query_changed(self) -> None:
        if self._page is None:
            return  # form and page of the chronology do not depend on the filter
        if self._state.query.text != self._searched:
            self._words_due.start()  # other words are highlighted once the timeline shows what is found
        else:
            self._page.show_position(self._position())

    def _position(self) -> tuple[int | None, int]:
        """(the number of the selected event among those shown, from 1, or None; how many are shown)."""
        shown = np.flatnonzero(self._state.mask)
        event = self._state.selection
        if event is None or not self._state.mask[event]:
            return None, len(shown)
        return int(np.searchsorted(shown, event)) + 1, len(shown)

    def edit_with(self, make: Callable[[str], Form] | None) -> None:
        """Show selected events as forms, made for their ids, from now on; with None as pages."""
        self._leave_form()
        self._make_form = make
        self.show_selection()

    @property
    def form(self) -> Form | None:
        """The form that is shown."""
        shown = self.widget()
        return shown if isinstance(shown, Form) else None

    def _leave_form(self) -> None:
        """Take over what is being written, before the form goes."""
        form = self.form
        if form is not None:
            self._is_leaving = True
            form.commit()
            self._is_leaving = False

    def show_selection(self) -> None:
        """Build the page or form for what is selected now."""
        self._words_due.stop()
        if self._is_leaving:
            return
        if self._make_form is not None and self._state.selection is not None:
            self._show_form(self._make_form)
        else:
            self._leave_form()
            self._show_page()

    def _show_form(self, make: Callable[[str], Form]) -> None:
        """Show the form of the selected event; it stays while the event is the same."""
        name, form = self._selected_id(), self.form
        if form is not None and form.is_of(name):
            return
        self._leave_form()
        self._page = None
        self._put(make(self._selected_id()))

    def _selected_id(self) -> str:
        event = self._state.selection
        return "" if event is None else self._state.opened.chronology.events[event].id

    def _show_page(self) -> None:
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
            self._page.edit_requested.connect(self.edit_requested)
        page.grow_to(self.height(), self.viewport().width())
        self._put(page)

    def _put(self, page: QWidget) -> None:
        old = self.takeWidget()
        if old is not None:
            # A click on the old page may have led here: delete it when that is over.
            old.deleteLater()
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Edit what was double-clicked, where that is no text to select words of."""
        if self._page is not None:
            self.edit_requested.emit()
        super().mouseDoubleClickEvent(event)

    def _grow(self) -> None:
        """Make what comes into sight, and a little more."""
        page = self.widget()
        if isinstance(page, GrowingPage) and not page.is_whole:
            bottom = self.verticalScrollBar().value() + round(AHEAD * self.height())
            page.grow_to(bottom, self.viewport().width())
