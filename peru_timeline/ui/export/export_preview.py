"""The preview in the export dialog."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from peru_timeline.pictures.composition.picture import Picture
from peru_timeline.pictures.text_lines import Box
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.audience.picture_painting import paint_picture

SHARE = 0.98  # of the widget, at most
LEAST_PX = (360, 220)
"""Width and height, whatever the text scale: large text needs the room for the form."""


class Preview(QWidget):
    """Shows a page as large as there is room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("export_preview")
        self.setMinimumSize(*LEAST_PX)
        self._window_theme = theme
        self._page: Picture | None = None
        self._theme = theme

    def show_page(self, page: Picture | None, theme: Theme) -> None:
        """Show a page, or none."""
        self._page, self._theme = page, theme
        self.setAccessibleName("" if page is None else page.description)
        self.update()

    def frame(self) -> QRectF:
        """Where the page is, in px of the widget."""
        if self._page is None:
            return QRectF(self.rect())
        size = self._page.size
        zoom = min(self.width() / size.width, self.height() / size.height) * SHARE
        width, height = size.width * zoom, size.height * zoom
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    @property
    def zoom(self) -> float:
        """Px of the widget per px of the page."""
        return 1.0 if self._page is None else self.frame().width() / self._page.size.width

    def on_page(self, at: QPointF) -> QPointF:
        """A point of the widget, in px of the page."""
        return (at - self.frame().topLeft()) / self.zoom

    def on_widget(self, box: Box) -> QRectF:
        """A box of the page, in px of the widget."""
        frame, zoom = self.frame(), self.zoom
        left, top = frame.left() + box.left * zoom, frame.top() + box.top * zoom
        return QRectF(left, top, box.width * zoom, box.height * zoom)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the page in the middle, with a border."""
        if self._page is None:
            return
        painter, frame = QPainter(self), self.frame()
        painter.fillRect(frame.adjusted(-1, -1, 1, 1), self._window_theme.border)
        painter.translate(frame.topLeft())
        painter.scale(self.zoom, self.zoom)
        paint_picture(painter, self._page, self._theme)
        painter.end()
