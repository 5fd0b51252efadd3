"""Painting marks: the shape says how well a date is known, the outline how sure the sources are, the colour who."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.metrics import OUTLINE_PX, WHISKER_END_PX, WHISKER_GLYPH_PX, WHISKER_PX
from peru_timeline.timeline.scene import Mark
from peru_timeline.ui.paint.bar_painting import bar_radius, bar_rect, paint_bar
from peru_timeline.ui.paint.glyphs import glyph_path, hatched_path
from peru_timeline.ui.paint.paint_context import (
    FILLED,
    FUZZY,
    NO_PEN,
    POINT,
    RANGE,
    STATUSES,
    PaintContext,
    Stroke,
    colour_of,
    outline_stroke,
)
from peru_timeline.ui.paint.sprites import Sprites
from peru_timeline.ui.paint.text_painting import is_on_screen

HALO_PX = 3.5  # around marks that the search found
LONGEST_SPRITE_PX = 48.0  # the lengths of longer bars repeat too rarely
STEPS_PER_PX = 2  # the lengths of sprites differ by half a px


def paint_marks(context: PaintContext, marks: Iterable[Mark]) -> None:
    """Paint marks in the order of a scene: the selected one is last."""
    context.painter.setPen(NO_PEN)
    copies = context.copies and is_on_screen(context.painter)
    sprites = _sprites(context) if copies else None
    for mark in marks:
        if (
            sprites is not None
            and mark.emphasis < 3
            and not mark.tinted
            and mark.gap is None
            and mark.right - mark.left <= LONGEST_SPRITE_PX
        ):
            _draw_sprite(sprites, mark)
        else:
            _paint_mark(context, mark)


def _sprites(context: PaintContext) -> Sprites[Mark]:
    far, theme = 1e9, context.theme

    def paint(painter: QPainter, mark: Mark, left: float, top: float) -> None:
        x = left + (mark.height / 2 if mark.shape is POINT else 0.0)
        right = x + _steps_long(mark) / STEPS_PER_PX
        moved = mark._replace(left=x, right=right, y=top + mark.height / 2)
        _paint_mark(PaintContext(painter, theme, -far, far, False), moved)

    return Sprites(context.painter, theme, paint)


def _steps_long(mark: Mark) -> int:
    return int((mark.right - mark.left) * STEPS_PER_PX + 0.5)


def _draw_sprite(sprites: Sprites[Mark], mark: Mark) -> None:
    shape, height = mark.shape, mark.height
    kind = 0 if shape is POINT else 1 if shape is FUZZY else 2 if shape is RANGE else 3
    steps, half = _steps_long(mark), height / 2
    left, width = (mark.left - half, height) if kind == 0 else (mark.left, steps / STEPS_PER_PX)
    sprites.draw(mark, (kind, steps, mark[7:]), left, mark.y - half, width, height)


def _paint_mark(context: PaintContext, mark: Mark) -> None:
    if mark.emphasis == 2:
        _paint_around(context, mark, HALO_PX, context.theme.highlight)
    elif mark.emphasis == 3:
        gap, ring = (2.2, 2.0) if mark.shape == POINT and mark.height >= 8 else (1.0, 1.8)
        _paint_around(context, mark, gap + ring, context.theme.selection)
        _paint_around(context, mark, gap, context.theme.ground)
    if mark.shape == POINT:
        _paint_glyph(context, mark)
    elif mark.shape == RANGE:
        _paint_whisker(context, mark)
    else:
        paint_bar(context, mark)


def _paint_whisker(context: PaintContext, mark: Mark) -> None:
    """A moment somewhere in a wide range of days: a thin line with an end at either side, and the glyph on it."""
    colour, painter = colour_of(context, mark), context.painter
    left, right = max(mark.left, context.left), min(mark.right, context.right)
    end_px = min(WHISKER_END_PX, mark.height)
    for begin, end in mark.line_px(left, right):
        painter.fillRect(QRectF(begin, mark.y - WHISKER_PX / 2, end - begin, WHISKER_PX), colour)
    for x in (mark.left, mark.right - WHISKER_PX):
        if context.left <= x <= context.right:
            painter.fillRect(QRectF(x, mark.y - end_px / 2, WHISKER_PX, end_px), colour)
    middle, size = (mark.left + mark.right) / 2, min(mark.height, WHISKER_GLYPH_PX)
    if context.left + size / 2 <= middle <= context.right - size / 2:
        _paint_glyph(context, mark._replace(shape=POINT, left=middle, right=middle, height=size))


def _paint_around(context: PaintContext, mark: Mark, by: float, colour: QColor) -> None:
    """A shape `by` px larger than the mark, behind it."""
    context.painter.setBrush(colour)
    if mark.shape == POINT:
        radius = mark.height / 2 + by
        context.painter.drawEllipse(QPointF(mark.left, mark.y), radius, radius)
        return
    rect = bar_rect(context, mark).adjusted(-by, -by, by, by)
    radius = bar_radius(rect)
    context.painter.drawRoundedRect(rect, radius, radius)


def _paint_glyph(context: PaintContext, mark: Mark) -> None:
    """A moment known to the day, or a span too short to look like a bar."""
    painter, colour, status = context.painter, colour_of(context, mark), STATUSES[mark.status]
    size, x, y = mark.height, mark.left, mark.y
    if status in FILLED and not mark.dotted:
        painter.setBrush(colour)
        painter.drawPath(glyph_path(mark.bloc, size).translated(x, y))
        return
    painter.setBrush(context.theme.ground)
    painter.drawPath(glyph_path(mark.bloc, size).translated(x, y))
    painter.setBrush(colour)
    painter.drawPath(_glyph_outline(mark.bloc, size, outline_stroke(mark)).translated(x, y))
    if status == Status.ALLEGED:
        painter.drawPath(hatched_path(mark.bloc, size - OUTLINE_PX).translated(x, y))
    elif status in FILLED:
        painter.drawPath(glyph_path(mark.bloc, size - 2.6 * OUTLINE_PX).translated(x, y))


@cache
def _glyph_outline(bloc: int, size: float, stroke: Stroke) -> QPainterPath:
    """The outline of a glyph as a shape to fill: a dashed pen would compute its dashes each time."""
    stroker = QPainterPathStroker()
    stroker.setWidth(OUTLINE_PX)
    if stroke == Stroke.DOTTED:
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
        stroker.setDashPattern([0.05, 1.75])
    elif stroke == Stroke.DASHED:
        stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
        stroker.setDashPattern([2.0, 1.3])
    path = stroker.createStroke(glyph_path(bloc, size - OUTLINE_PX / 2))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
