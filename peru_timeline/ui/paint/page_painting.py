"""Painting a page: its scene as the window paints it, with title, legend and foot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from peru_timeline.pictures.legend import LegendKey
from peru_timeline.pictures.page import Page
from peru_timeline.pictures.text_lines import TextLine
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.label_painting import paint_clusters
from peru_timeline.ui.paint.mark_painting import paint_marks
from peru_timeline.ui.paint.paint_context import NO_PEN, PaintContext
from peru_timeline.ui.paint.scene_painting import paint_scene
from peru_timeline.ui.paint.text_painting import TextPainter

FAR_PX = 1e6  # samples are never cut off


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


def paint_legend(
    painter: QPainter,
    keys: Iterable[LegendKey],
    theme: Theme,
    *,
    vector: bool = False,
    copies: bool = True,
) -> None:
    """Paint these keys at their places; the painter's units are design px. Without `copies` as in a file."""
    context = PaintContext(painter, theme, 0.0, FAR_PX, vector, copies)
    for key in keys:
        painter.setPen(NO_PEN)
        if key.mark is not None:
            paint_marks(context, (key.mark,))
        text = TextPainter(painter, vector, copies=copies)
        if key.cluster is not None:
            paint_clusters(context, (key.cluster,), text)
        if key.letters is not None:
            paint_text_line(text, key.letters, theme)
        paint_text_line(text, key.meaning, theme)


def paint_text_line(text: TextPainter, line: TextLine, theme: Theme) -> None:
    """Paint one line of a page or legend."""
    colour: QColor = getattr(theme, line.ink)
    text.draw(line.x, line.middle, line.text, line.px, line.weight, colour)
