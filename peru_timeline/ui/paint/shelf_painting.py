"""Painting the shelf: the events whose beginning no source gives, listed or counted right of the time area."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.drawn_shelf import ShelfItem, ShelfLane
from peru_timeline.timeline.metrics import MAJOR_LABEL_Y_PX, MINOR_LABEL_Y_PX
from peru_timeline.timeline.scene import Scene
from peru_timeline.timeline.shelf import (
    COUNT_FONT_PX,
    COUNT_PILL_PX,
    DETAIL_FONT_PX,
    FONT_PX,
    GLYPH_PX,
    GLYPH_ROOM_PX,
    GLYPH_X_PX,
    HEAD_FONT_PX,
    HEAD_X_PX,
)
from peru_timeline.typefaces import MEDIUM, REGULAR, SEMIBOLD
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.glyphs import glyph_path, hatched_path
from peru_timeline.ui.paint.paint_context import NO_PEN, STATUSES, PaintContext
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.paint.text_painting import TextPainter


def _paint_head(context: PaintContext, scene: Scene) -> None:
    """What the shelf is and how many events it holds, above it, at the height of the time axis."""
    shelf, painter, theme = scene.shelf, context.painter, context.theme
    text, left = TextPainter(painter, context.vector), shelf.left + HEAD_X_PX
    painter.fillRect(QRectF(shelf.left, -1.0, shelf.width, 1.0), theme.line)
    text.draw(left, MAJOR_LABEL_Y_PX, shelf.title, HEAD_FONT_PX, SEMIBOLD, theme.ink)
    text.draw(left, MINOR_LABEL_Y_PX, str(shelf.count), HEAD_FONT_PX, REGULAR, theme.ink_faint)


def paint_shelf(context: PaintContext, scene: Scene) -> None:
    """The shelf beside the lanes, on the lanes' ground, with its heading beside the time axis."""
    shelf, painter, theme = scene.shelf, context.painter, context.theme
    if not shelf.width:
        return
    _paint_head(context, scene)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for band in scene.lanes:
        if band.shaded:
            painter.fillRect(QRectF(shelf.left, band.top, shelf.width, band.height), theme.shade)
        bottom = round(band.top + band.height)
        if 0 < bottom <= scene.height:
            painter.fillRect(QRectF(shelf.left, bottom - 1, shelf.width, 1), theme.line)
    painter.fillRect(QRectF(shelf.left, 0.0, 1.0, scene.height), theme.line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(NO_PEN)
    text = TextPainter(painter, context.vector)
    for item in shelf.items:
        _paint_item(painter, text, theme, item)
    for lane in shelf.lanes:
        if shelf.is_open:
            _paint_more(text, theme, lane, scene.height)
        else:
            _paint_count(painter, text, theme, lane, scene.height)


def _paint_item(painter: QPainter, text: TextPainter, theme: Theme, item: ShelfItem) -> None:
    if item.emphasis >= 2:
        painter.setBrush(theme.selection if item.emphasis == 3 else theme.highlight)
        box = QRectF(item.x - 22, item.y - item.height / 2, item.width + 26, item.height)
        painter.drawRoundedRect(box, 4.0, 4.0)
    colour = theme.blocs[item.bloc] if item.emphasis else theme.ink_faint
    painter.setBrush(colour)
    x, status = item.x + GLYPH_X_PX, STATUSES[item.status]
    painter.drawPath(glyph_path(item.bloc, GLYPH_PX).translated(x, item.y))
    if status not in (Status.HAPPENED, Status.REPORTED):
        painter.setBrush(theme.ground)
        painter.drawPath(glyph_path(item.bloc, GLYPH_PX - 3).translated(x, item.y))
    if status == Status.ALLEGED:
        painter.setBrush(colour)
        painter.drawPath(hatched_path(item.bloc, GLYPH_PX - 2).translated(x, item.y))
    weight = MEDIUM if item.bold else REGULAR
    selected = item.emphasis == 3
    ink = theme.on_selection if selected else theme.ink if item.emphasis else theme.ink_faint
    text.draw(item.x, item.y, item.text, FONT_PX, weight, ink)
    if item.detail:
        quiet = theme.on_selection if selected else theme.ink_faint
        text.draw(item.detail_x, item.y, item.detail, DETAIL_FONT_PX, REGULAR, quiet)


def _paint_more(text: TextPainter, theme: Theme, lane: ShelfLane, height: float) -> None:
    if 8 <= lane.more_y <= height - 8:
        x = lane.left + GLYPH_ROOM_PX
        text.draw(x, lane.more_y, lane.more_text, FONT_PX, REGULAR, theme.accent)


def _paint_count(
    painter: QPainter, text: TextPainter, theme: Theme, lane: ShelfLane, height: float
) -> None:
    """The number of a lane's events on the closed shelf, on a pill."""
    half = COUNT_PILL_PX / 2
    if not lane.count or not half <= lane.count_y <= height - half:
        return
    count = str(lane.count)
    width = max(text_width(count, COUNT_FONT_PX) + 14, 30.0)
    left = lane.left + (lane.width - width) / 2
    painter.setBrush(theme.pressed)
    painter.drawRoundedRect(QRectF(left, lane.count_y - half, width, 2 * half), half, half)
    x = left + (width - text_width(count, COUNT_FONT_PX)) / 2
    text.draw(x, lane.count_y, count, COUNT_FONT_PX, REGULAR, theme.ink_soft)
