"""The line icons of the interface, tinted with the theme's ink."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from peru_timeline.paths import icons_dir

_SIZES = (16, 24, 32, 48)


@cache
def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray((icons_dir() / f"{name}.svg").read_bytes()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    return pixmap


def icon(name: str, colour: QColor) -> QIcon:
    """A line icon from resources/icons in a colour."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, colour.name(), size))
    return made


def program_icon() -> QIcon:
    """The program's own icon."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addFile(str(icons_dir() / f"peru-timeline-{size}.png"))
    return made
