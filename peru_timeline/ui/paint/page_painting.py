"""Painting a page: its scene as the window paints it, with title, legend and foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from peru_timeline.pictures.page import Page
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.legend_painting import paint_legend, paint_text_line
from peru_timeline.ui.paint.scene_painting import paint_scene
from peru_timeline.ui.paint.text_painting import TextPainter


def paint_page(painter: QPainter, page: Page, theme: Theme, *, vector: bool = False) -> None:
    """Paint the whole page; the painter's units are design px. `vector`: for SVG and PDF."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, page.size.width, page.size.height), theme.ground)
    for x, y, width in page.rules:
        painter.fillRect(QRectF(x, round(y), width, 1), theme.line)
    painter.save()
    painter.translate(page.scene_x, page.scene_y)
    painter.scale(page.scene_zoom, page.scene_zoom)
    paint_scene(painter, page.scene, theme, vector=vector)
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    text = TextPainter(painter, vector)
    for line in page.lines:
        paint_text_line(text, line, theme)
    paint_legend(painter, page.keys, theme, vector=vector)
