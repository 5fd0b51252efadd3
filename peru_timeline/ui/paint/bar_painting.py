"""Painting bars: solid or fading, tinted or outlined, with arrows at open ends.

Pens are avoided: the outline of an antialiased rounded rectangle costs 425 µs at 1,620 px, its inside 6 µs. An
outline is therefore a shape with a smaller one in the ground's colour on top of it, or a set of thin rectangles.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainterPath, QTransform

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.metrics import (
    ARROW_HEIGHT_PX,
    ARROW_X_PX,
    BAR_GLYPH_PX,
    BAR_GLYPH_X_PX,
    BAR_RADIUS_PX,
    FADED_OPACITY,
    OUTLINE_PX,
)
from peru_timeline.timeline.scene import Mark
from peru_timeline.ui.paint.bar_vectors import BarLook, fill_bar, hatch_bar, outline_bar
from peru_timeline.ui.paint.glyphs import glyph_path
from peru_timeline.ui.paint.paint_context import (
    FILLED,
    PERIODS,
    STATUSES,
    PaintContext,
    Stroke,
    colour_of,
    outline_stroke,
)

OUTSIDE_PX = 30.0  # how far beyond the visible span a bar is drawn
CHEVRON_STROKE_PX = 1.7


def bar_rect(context: PaintContext, mark: Mark) -> QRectF:
    """The bar, cut off a little outside the visible span: what is not seen costs nothing."""
    left = max(mark.left, context.left - OUTSIDE_PX)
    right = min(mark.right, context.right + OUTSIDE_PX)
    return QRectF(left, mark.y - mark.height / 2, max(right - left, 0.0), mark.height)


def bar_radius(rect: QRectF) -> float:
    """Px of the radius of a bar's corners."""
    return min(rect.height() / 2, rect.width() / 2, BAR_RADIUS_PX)


@cache
def _stops(colour: int, left: float, right: float) -> tuple[tuple[float, QColor], ...]:
    """The stops of a gradient that fades over these shares of the width at either end."""
    solid, faint = QColor.fromRgb(colour), QColor.fromRgb(colour)
    faint.setAlphaF(FADED_OPACITY)
    stops = [(0.0, faint if left else solid), (1.0, faint if right else solid)]
    stops += [(left, solid)] if left else []
    stops += [(max(1 - right, left + 0.001), solid)] if right else []
    return tuple(sorted(((min(at, 1.0), c) for at, c in stops), key=lambda stop: stop[0]))


@cache
def _shared_brush(colour: int, left: float, right: float) -> QBrush:
    """For a bar from 0 to 1. Not in Qt's ObjectMode: text drawn after such a brush is misplaced (Qt 6.11)."""
    gradient = QLinearGradient(0, 0, 1, 0)
    gradient.setStops(list(_stops(colour, left, right)))
    return QBrush(gradient)


def _fade_in_sight(context: PaintContext, mark: Mark) -> tuple[float, float]:
    """Px over which the bar's ends fade; 0 for an end that fades outside the visible span, where all is solid."""
    left, right = mark.fade_px()
    return (
        left if mark.left + left > context.left - OUTSIDE_PX else 0.0,
        right if mark.right - right < context.right + OUTSIDE_PX else 0.0,
    )


def _brush(context: PaintContext, mark: Mark, colour: QColor) -> QBrush | QColor:
    """The bar's colour with its fading ends: the shared brush of this kind of bar, stretched."""
    left, right = _fade_in_sight(context, mark)
    if not (left or right):
        return colour
    width = max(mark.right - mark.left, 1e-6)
    # In steps of a 64th, so that brushes can be shared.
    shared = _shared_brush(
        colour.rgb(), round(left / width * 64) / 64, round(right / width * 64) / 64
    )
    brush = QBrush(shared)
    brush.setTransform(QTransform(width, 0.0, 0.0, 1.0, mark.left, 0.0))
    return brush


def paint_bar(context: PaintContext, mark: Mark) -> None:
    """A bar as its date, status and title ask for."""
    rect = bar_rect(context, mark)
    if rect.width() <= 0:
        return
    status = STATUSES[mark.status]
    colour = colour_of(context, mark)
    fill = context.theme.bloc_tints[mark.bloc] if mark.tinted and mark.emphasis else colour
    if context.vector:
        _paint_vector_bar(context, mark, rect, colour, fill)
    elif status in FILLED and not mark.dotted:
        _fill(context, rect, _brush(context, mark, fill))
    else:
        _paint_outlined(context, mark, rect, colour, fill)
    if mark.tinted:
        _paint_head(context, mark, rect, colour)
    _paint_arrows(context, mark, colour)


def _paint_vector_bar(
    context: PaintContext, mark: Mark, rect: QRectF, colour: QColor, fill: QColor
) -> None:
    """The same bar for SVG and PDF (see bar_vectors), cut off at the ends of the lanes: nothing clips it there."""
    painter, ground, status = context.painter, context.theme.ground, STATUSES[mark.status]
    left, right = max(rect.left(), context.left), min(rect.right(), context.right)
    if right <= left:
        return
    rect = QRectF(left, rect.top(), right - left, rect.height())
    if mark.tinted and mark.dotted:
        rect = _around_title(rect)
    look = BarLook(rect, bar_radius(rect), mark.left, mark.right, *mark.fade_px(), FADED_OPACITY)
    if status in FILLED and not mark.dotted:
        fill_bar(painter, look, fill, ground)
        return
    stroke = outline_stroke(mark)
    if stroke == Stroke.SOLID:
        fill_bar(painter, look, colour, ground)
        fill_bar(painter, look, ground, ground, OUTLINE_PX)
    else:
        if status in FILLED:
            fill_bar(painter, look, fill, ground, OUTLINE_PX + 1.0)
        outline_bar(painter, look, colour, ground, OUTLINE_PX, *PERIODS[stroke])
    if status == Status.ALLEGED:
        hatch_bar(painter, look, fill, ground, OUTLINE_PX, *PERIODS[Stroke.HATCHED])


def _fill(context: PaintContext, rect: QRectF, brush: QBrush | QColor) -> None:
    radius = bar_radius(rect)
    context.painter.setBrush(brush)
    context.painter.drawRoundedRect(rect, radius, radius)


def _paint_outlined(
    context: PaintContext, mark: Mark, rect: QRectF, colour: QColor, fill: QColor
) -> None:
    """Planned, cancelled, alleged or approximate: a solid, dashed or dotted outline, and what it contains."""
    status = STATUSES[mark.status]
    inner = rect.adjusted(OUTLINE_PX, OUTLINE_PX, -OUTLINE_PX, -OUTLINE_PX)
    if outline_stroke(mark) != Stroke.SOLID:
        # Around a title the outline keeps clear of its letters, and the fill is as high as them:
        # a thinner one would strike them out.
        outline = _around_title(rect) if mark.tinted else rect
        air = OUTLINE_PX + 1.0
        core = outline.adjusted(air, air, -air, -air)
        if status in FILLED:
            _fill(context, core, fill)
        elif mark.tinted or status == Status.ALLEGED:
            _fill(context, core, context.theme.ground)
        _paint_outline(context, outline, colour, outline_stroke(mark))
    else:
        _fill(context, rect, colour)
        _fill(context, inner, context.theme.ground)
    if status == Status.ALLEGED:
        # In the tint if there is a title, so that it stays legible.
        _fill(context, inner, _stripes(fill.rgb(), Stroke.HATCHED, rect.left(), rect.top()))
    _paint_veils(context, mark, rect)


def _around_title(rect: QRectF) -> QRectF:
    """Where the outline of a bar stands that has its title inside."""
    return rect.adjusted(0, -OUTLINE_PX, 0, OUTLINE_PX)


def _paint_outline(context: PaintContext, rect: QRectF, colour: QColor, stroke: Stroke) -> None:
    """A dotted or dashed outline: thin rectangles filled with a repeating gradient."""
    painter, wide, high = context.painter, rect.width(), rect.height()
    along = _stripes(colour.rgb(), stroke, rect.left(), 0.0)
    down = _stripes(colour.rgb(), stroke, 0.0, rect.top(), upright=True)
    painter.fillRect(QRectF(rect.left(), rect.top(), wide, OUTLINE_PX), along)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - OUTLINE_PX, wide, OUTLINE_PX), along)
    painter.fillRect(QRectF(rect.left(), rect.top(), OUTLINE_PX, high), down)
    painter.fillRect(QRectF(rect.right() - OUTLINE_PX, rect.top(), OUTLINE_PX, high), down)


def _stripes(colour: int, stroke: Stroke, x: float, y: float, *, upright: bool = False) -> QBrush:
    """A colour that comes and goes every few px, starting at (x, y)."""
    brush = QBrush(_shared_stripes(colour, stroke, upright))
    brush.setTransform(QTransform.fromTranslate(x, y))
    return brush


@cache
def _shared_stripes(colour: int, stroke: Stroke, upright: bool) -> QBrush:
    """Stripes that start at (0, 0)."""
    period, share = PERIODS[stroke]
    across = 0.0 if stroke != Stroke.HATCHED else period
    gradient = QLinearGradient(0, 0, across if upright else period, period if upright else across)
    gradient.setSpread(QGradient.Spread.RepeatSpread)
    solid, nothing = QColor.fromRgb(colour), QColor.fromRgb(colour)
    nothing.setAlpha(0)
    gradient.setStops(
        [(0, solid), (share, solid), (share + 0.12, nothing), (0.88, nothing), (1, solid)]
    )
    return QBrush(gradient)


def _paint_veils(context: PaintContext, mark: Mark, rect: QRectF) -> None:
    """The ground's colour, thickening towards ends that fade: an outline cannot simply be painted fading."""
    left, right = _fade_in_sight(context, mark)
    for fade, end, direction in ((left, mark.left, 1), (right, mark.right, -1)):
        if fade:
            brush = QBrush(_shared_veil(context.theme.ground.rgb()))
            brush.setTransform(QTransform(direction * fade, 0.0, 0.0, 1.0, end, 0.0))
            veil = QRectF(min(end, end + direction * fade), rect.top(), fade, rect.height())
            context.painter.fillRect(veil.intersected(rect), brush)


@cache
def _shared_veil(ground: int) -> QBrush:
    """A veil that is thickest at 0 and gone at 1."""
    thick, clear = QColor.fromRgb(ground), QColor.fromRgb(ground)
    thick.setAlphaF(0.9)
    clear.setAlpha(0)
    gradient = QLinearGradient(0, 0, 1, 0)
    gradient.setStops([(0, thick), (1, clear)])
    return QBrush(gradient)


def _paint_head(context: PaintContext, mark: Mark, rect: QRectF, colour: QColor) -> None:
    """The glyph at the head of a tinted bar, or an arrow if the bar began before the visible span."""
    painter = context.painter
    if mark.left < context.left - BAR_GLYPH_X_PX / 2:
        _chevron(context, mark, context.left + BAR_GLYPH_X_PX, -1, context.theme.ink_soft)
        return
    size = min(BAR_GLYPH_PX, rect.height() - 4)
    painter.setBrush(colour)
    painter.drawPath(glyph_path(mark.bloc, size).translated(mark.left + BAR_GLYPH_X_PX, mark.y))


def _paint_arrows(context: PaintContext, mark: Mark, colour: QColor) -> None:
    """An arrow just inside each open end."""
    if mark.arrow_right and context.left < mark.right <= context.right:
        _chevron(context, mark, mark.right - ARROW_X_PX, 1, colour)
    if mark.arrow_left and context.left <= mark.left < context.right:
        _chevron(context, mark, mark.left + ARROW_X_PX, -1, colour)


@cache
def _chevron_path(direction: int, height: float) -> QPainterPath:
    """An angle that points right (1) or left (-1), as a shape to fill."""
    path, half = QPainterPath(), height / 2
    outer = [(-half / 2, -half), (half / 2, 0.0), (-half / 2, half)]
    points = outer + [(x - CHEVRON_STROKE_PX, y) for x, y in reversed(outer)]
    path.moveTo(points[0][0] * direction, points[0][1])
    for x, y in points[1:]:
        path.lineTo(x * direction, y)
    path.closeSubpath()
    return path


def _chevron(context: PaintContext, mark: Mark, x: float, direction: int, colour: QColor) -> None:
    path = _chevron_path(direction, min(ARROW_HEIGHT_PX, mark.height))
    context.painter.setBrush(colour)
    context.painter.drawPath(path.translated(x, mark.y))
