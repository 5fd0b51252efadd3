"""Painting bars: solid or fading, tinted or outlined, with arrows where they go on.

Pens are avoided: the edge of an antialiased rounded rectangle costs 425 µs at 1,620 px, its inside 6 µs. An outline
is therefore a shape with a smaller one in the ground's colour on top of it, or thin rectangles.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainterPath, QTransform

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.scene import Mark
from peru_timeline.ui.paint.bar_vectors import BarLook, edge_bar, fill_bar, hatch_bar
from peru_timeline.ui.paint.glyphs import glyph_path
from peru_timeline.ui.paint.paint_context import (
    EDGE_PX,
    FILLED,
    FUZZY,
    PERIODS,
    STATUSES,
    TAIL,
    Line,
    Place,
    colour_of,
    line_of,
)

FUZZY_SHARE = 0.26  # of a moment's bar that fades at either end; its middle stays solid
OPEN_SHARE = 0.45  # of a span that fades towards an end not exactly known
LONGEST_FADE_PX = 160.0
FADED = 0.06  # what is left of the colour at the very end
RADIUS_PX = 7.0
OUTSIDE_PX = 30.0  # bars are drawn that far beyond the window's edges
HEAD_PX = 9.0  # from the left end of a tinted bar to the middle of its glyph
CHEVRON_PX = 8.0  # its height where the bar is high enough


def bar_rect(place: Place, mark: Mark) -> QRectF:
    """The bar, cut off a little outside the window: what is not seen costs nothing."""
    left = max(mark.left, place.left - OUTSIDE_PX)
    right = min(mark.right, place.right + OUTSIDE_PX)
    return QRectF(left, mark.y - mark.height / 2, max(right - left, 0.0), mark.height)


def bar_radius(rect: QRectF) -> float:
    """Of a bar's round corners, px."""
    return min(rect.height() / 2, rect.width() / 2, RADIUS_PX)


def fades(mark: Mark) -> tuple[float, float]:
    """Px that the bar's ends take to fade, left and right."""
    width = mark.right - mark.left
    if mark.shape == TAIL:
        return width, 0.0
    share = FUZZY_SHARE if mark.shape == FUZZY else OPEN_SHARE
    longest = width if mark.shape == FUZZY else LONGEST_FADE_PX
    fade = min(width * share, longest)
    return (fade if mark.fade_left else 0.0, fade if mark.fade_right else 0.0)


@cache
def _stops(colour: int, left: float, right: float) -> tuple[tuple[float, QColor], ...]:
    """A colour that fades over the given shares of the width at either end."""
    solid, faint = QColor.fromRgb(colour), QColor.fromRgb(colour)
    faint.setAlphaF(FADED)
    stops = [(0.0, faint if left else solid), (1.0, faint if right else solid)]
    stops += [(left, solid)] if left else []
    stops += [(max(1 - right, left + 0.001), solid)] if right else []
    return tuple(sorted(((min(at, 1.0), c) for at, c in stops), key=lambda stop: stop[0]))


@cache
def _shared_brush(colour: int, left: float, right: float) -> QBrush:
    """For a bar from 0 to 1. Not in Qt's ObjectMode: text drawn after such a brush loses its place (Qt 6.11)."""
    gradient = QLinearGradient(0, 0, 1, 0)
    gradient.setStops(list(_stops(colour, left, right)))
    return QBrush(gradient)


def _brush(mark: Mark, colour: QColor) -> QBrush | QColor:
    """The bar's colour with its fading ends: the brush of all bars of this kind, stretched."""
    left, right = fades(mark)
    if not (left or right):
        return colour
    width = max(mark.right - mark.left, 1e-6)
    # In steps of a 64th, so that brushes repeat.
    shared = _shared_brush(
        colour.rgb(), round(left / width * 64) / 64, round(right / width * 64) / 64
    )
    brush = QBrush(shared)
    brush.setTransform(QTransform(width, 0.0, 0.0, 1.0, mark.left, 0.0))
    return brush


def paint_bar(place: Place, mark: Mark) -> None:
    """A bar with all that its date, status and title ask for."""
    rect = bar_rect(place, mark)
    if rect.width() <= 0:
        return
    status = STATUSES[mark.status]
    colour = colour_of(place, mark)
    fill = place.theme.bloc_tints[mark.bloc] if mark.tinted and mark.emphasis else colour
    if place.vector:
        _paint_vectors(place, mark, rect, colour, fill)
    elif status in FILLED and not mark.dotted:
        _fill(place, rect, _brush(mark, fill))
    else:
        _paint_outlined(place, mark, rect, colour, fill)
    if mark.tinted:
        _paint_head(place, mark, rect, colour)
    _paint_arrows(place, mark, colour)


def _paint_vectors(place: Place, mark: Mark, rect: QRectF, colour: QColor, fill: QColor) -> None:
    """The same bar for SVG and PDF, see bar_vectors; it ends where the lanes do, as nothing cuts it off there."""
    painter, ground, status = place.painter, place.theme.ground, STATUSES[mark.status]
    left, right = max(rect.left(), place.left), min(rect.right(), place.right)
    if right <= left:
        return
    rect = QRectF(left, rect.top(), right - left, rect.height())
    look = BarLook(rect, bar_radius(rect), mark.left, mark.right, *fades(mark), FADED)
    if status in FILLED and not mark.dotted:
        fill_bar(painter, look, fill, ground)
        return
    line = line_of(mark)
    if line == Line.FIRM:
        fill_bar(painter, look, colour, ground)
        fill_bar(painter, look, ground, ground, EDGE_PX)
    else:
        if status in FILLED:
            fill_bar(painter, look, fill, ground, EDGE_PX + 1.0)
        edge_bar(painter, look, colour, ground, EDGE_PX, *PERIODS[line])
    if status == Status.ALLEGED:
        hatch_bar(painter, look, fill, ground, EDGE_PX, *PERIODS[Line.HATCHED])


def _fill(place: Place, rect: QRectF, brush: QBrush | QColor) -> None:
    radius = bar_radius(rect)
    place.painter.setBrush(brush)
    place.painter.drawRoundedRect(rect, radius, radius)


def _paint_outlined(place: Place, mark: Mark, rect: QRectF, colour: QColor, fill: QColor) -> None:
    """Planned, cancelled, alleged or approximate: an outline, firm, dashed or dotted, and what stands in it."""
    status = STATUSES[mark.status]
    inner = rect.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
    if line_of(mark) != Line.FIRM:
        core = inner.adjusted(1.0, 1.0, -1.0, -1.0)
        if status in FILLED:
            _fill(place, core, fill)
        elif mark.tinted or status == Status.ALLEGED:
            _fill(place, core, place.theme.ground)
        # Round a title the edge keeps off its letters.
        edge = rect.adjusted(0, -EDGE_PX, 0, EDGE_PX) if mark.tinted else rect
        _paint_edge(place, edge, colour, line_of(mark))
    else:
        _fill(place, rect, colour)
        _fill(place, inner, place.theme.ground)
    if status == Status.ALLEGED:
        # Behind a title the strokes are thinned, so that it can be read.
        _fill(place, inner, _stripes(fill.rgb(), Line.HATCHED, rect.left(), rect.top()))
    _paint_veils(place, mark, rect)


def _paint_edge(place: Place, rect: QRectF, colour: QColor, line: Line) -> None:
    """A dotted or dashed edge: thin rectangles filled with a repeating gradient."""
    painter, wide, high = place.painter, rect.width(), rect.height()
    along = _stripes(colour.rgb(), line, rect.left(), 0.0)
    down = _stripes(colour.rgb(), line, 0.0, rect.top(), upright=True)
    painter.fillRect(QRectF(rect.left(), rect.top(), wide, EDGE_PX), along)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - EDGE_PX, wide, EDGE_PX), along)
    painter.fillRect(QRectF(rect.left(), rect.top(), EDGE_PX, high), down)
    painter.fillRect(QRectF(rect.right() - EDGE_PX, rect.top(), EDGE_PX, high), down)


def _stripes(colour: int, line: Line, x: float, y: float, *, upright: bool = False) -> QBrush:
    """A colour that comes and goes every few px from (x, y) on."""
    period, share = PERIODS[line]
    across = 0.0 if line != Line.HATCHED else period
    gradient = QLinearGradient(
        x, y, x + (across if upright else period), y + (period if upright else across)
    )
    gradient.setSpread(QGradient.Spread.RepeatSpread)
    solid, nothing = QColor.fromRgb(colour), QColor.fromRgb(colour)
    nothing.setAlpha(0)
    gradient.setStops(
        [(0, solid), (share, solid), (share + 0.12, nothing), (0.88, nothing), (1, solid)]
    )
    return QBrush(gradient)


def _paint_veils(place: Place, mark: Mark, rect: QRectF) -> None:
    """The ground's colour, thickening towards ends that fade: what has an edge cannot simply be painted fading."""
    left, right = fades(mark)
    ground, clear = QColor(place.theme.ground), QColor(place.theme.ground)
    ground.setAlphaF(0.9)
    clear.setAlpha(0)
    for fade, end, direction in ((left, mark.left, 1), (right, mark.right, -1)):
        if fade:
            gradient = QLinearGradient(end, 0, end + direction * fade, 0)
            gradient.setStops([(0, ground), (1, clear)])
            veil = QRectF(min(end, end + direction * fade), rect.top(), fade, rect.height())
            place.painter.fillRect(veil.intersected(rect), QBrush(gradient))


def _paint_head(place: Place, mark: Mark, rect: QRectF, colour: QColor) -> None:
    """The glyph at the head of a tinted bar; where the bar began before the window, the sign for that."""
    painter = place.painter
    if mark.left < place.left - HEAD_PX / 2:
        _chevron(place, mark, place.left + HEAD_PX, -1, place.theme.ink_soft)
        return
    size = min(8.0, rect.height() - 4)
    painter.setBrush(colour)
    painter.drawPath(glyph_path(mark.bloc, size).translated(mark.left + HEAD_PX, mark.y))


def _paint_arrows(place: Place, mark: Mark, colour: QColor) -> None:
    """Open ends go on: an arrow just inside the end."""
    if mark.arrow_right and place.left < mark.right <= place.right:
        _chevron(place, mark, mark.right - 5, 1, colour)
    if mark.arrow_left and place.left <= mark.left < place.right:
        _chevron(place, mark, mark.left + 5, -1, colour)


@cache
def _chevron_path(direction: int, height: float) -> QPainterPath:
    """An angle that points right (1) or left (-1), as a shape to fill."""
    path, half, thick = QPainterPath(), height / 2, 1.7
    outer = [(-half / 2, -half), (half / 2, 0.0), (-half / 2, half)]
    points = outer + [(x - thick, y) for x, y in reversed(outer)]
    path.moveTo(points[0][0] * direction, points[0][1])
    for x, y in points[1:]:
        path.lineTo(x * direction, y)
    path.closeSubpath()
    return path


def _chevron(place: Place, mark: Mark, x: float, direction: int, colour: QColor) -> None:
    path = _chevron_path(direction, min(CHEVRON_PX, mark.height))
    place.painter.setBrush(colour)
    place.painter.drawPath(path.translated(x, mark.y))
