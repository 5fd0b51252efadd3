"""A small timeline of what an import makes, laid out and painted as the window would."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.page import Page, PageError, PageSpec
from peru_timeline.pictures.sizes import PageSize
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.columns import opening_span
from peru_timeline.timeline.view import View
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.page_painting import paint_page
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.state.open_chronology import OpenChronology

LEAST_PX = (320, 190)
"""Width and height, whatever the text scale: large text needs the room for the fields."""

PAGE_ZOOM = 0.72
"""Pages have larger text than windows, for a hall; here it is as in the window."""


class TimelinePreview(QWidget):
    """Paints a chronology at its opening view."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self.setObjectName("import_timeline")
        self.setMinimumSize(*LEAST_PX)
        self._theme, self._language = theme, language
        self._zoom = PAGE_ZOOM * theme.scale
        self._opened: OpenChronology | None = None
        self._page: Page | None = None

    def show_chronology(self, opened: OpenChronology | None) -> None:
        """Show another chronology, or none."""
        self._opened = opened
        self._compose()

    def _compose(self) -> None:
        """Lay the page out for the size that there is."""
        opened = self._opened
        self._page = None
        if opened is not None:
            try:
                zoom = self._zoom
                size = PageSize(self.width() / zoom, self.height() / zoom)
                spec = PageSpec(size, title="", subtitle="", legend=False, foot=False)
                self._page = compose(self._subject(opened), spec, text_width)
            except PageError:  # no room: the page is left blank
                self._page = None
        self.setAccessibleName("" if self._page is None else self._page.description)
        self.update()

    def _subject(self, opened: OpenChronology) -> Subject:
        chronology, columns = opened.chronology, opened.columns
        everything = np.ones(len(chronology.events), np.bool_)
        view = View(span=opening_span(chronology, columns))
        return Subject(chronology, columns, everything, view, self._language)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay it out again for the new size."""
        super().resizeEvent(event)
        self._compose()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the page, or an empty ground, in a border."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.line)
        inner = self.rect().adjusted(1, 1, -1, -1)
        painter.fillRect(inner, self._theme.ground)
        if self._page is not None:
            painter.setClipRect(inner)
            painter.scale(self._zoom, self._zoom)
            paint_page(painter, self._page, self._theme)
        painter.end()
