"""The preview in the export dialog."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from peru_timeline.pictures.composition.picture import Picture
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.audience.picture_painting import paint_picture

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

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the page in the middle, with a border."""
        if self._page is None:
            return
        size, painter = self._page.size, QPainter(self)
        zoom = min(self.width() / size.width, self.height() / size.height) * 0.98
        left = (self.width() - size.width * zoom) / 2
        top = (self.height() - size.height * zoom) / 2
        edge = QRectF(left - 1, top - 1, size.width * zoom + 2, size.height * zoom + 2)
        painter.fillRect(edge, self._window_theme.border)
        painter.translate(left, top)
        painter.scale(zoom, zoom)
        paint_picture(painter, self._page, self._theme)
        painter.end()
