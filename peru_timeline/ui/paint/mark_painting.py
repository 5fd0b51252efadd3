"""Painting marks: geometry says how well a date is known, the outline how sure the sources are, colour says who."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from peru_timeline.chronology.models import Status
from peru_timeline.timeline.scene import Mark, Scene
from peru_timeline.ui.paint.bar_painting import bar_radius, bar_rect, paint_bar
from peru_timeline.ui.paint.glyphs import glyph_path, hatched_path
from peru_timeline.ui.paint.paint_context import (
    EDGE_PX,
    FILLED,
    FUZZY,
    NO_PEN,
    POINT,
    STATUSES,
    TAIL,
    Line,
    Place,
    colour_of,
    line_of,
)
from peru_timeline.ui.paint.sprites import Sprites
from peru_timeline.ui.paint.text_measure import is_on_screen

HALO_PX = 3.5  # round hits of the search
LONGEST_PX = 48.0  # longer bars differ too much in length for copies of pictures
WIDTHS_A_PX = 2  # lengths of copied bars are told apart by half a px


def paint_marks(place: Place, scene: Scene) -> None:
    """All marks of a scene, in its order: the selected one comes last."""
    place.painter.setPen(NO_PEN)
    sprites = _sprites(place) if is_on_screen(place.painter) else None
    for mark in scene.marks:
        if (
            sprites is not None
            and mark.emphasis < 3
            and not mark.tinted
            and mark.right - mark.left <= LONGEST_PX
        ):
            _copy(sprites, mark)
        else:
            _paint_mark(place, mark)


def _sprites(place: Place) -> Sprites[Mark]:
    far, theme = 1e9, place.theme

    def paint(painter: QPainter, mark: Mark, left: float, top: float) -> None:
        x = left + (mark.height / 2 if mark.shape is POINT else 0.0)
        right = x + _half_pixels(mark) / WIDTHS_A_PX
        moved = mark._replace(left=x, right=right, y=top + mark.height / 2)
        _paint_mark(Place(painter, theme, -far, far, False), moved)

    return Sprites(place.painter, theme, paint)


def _half_pixels(mark: Mark) -> int:
    return int((mark.right - mark.left) * WIDTHS_A_PX + 0.5)


def _copy(sprites: Sprites[Mark], mark: Mark) -> None:
    shape, height = mark.shape, mark.height
    kind = 0 if shape is POINT else 1 if shape is FUZZY else 2 if shape is TAIL else 3
    halves = _half_pixels(mark)
    half = height / 2
    left, width = (mark.left - half, height) if kind == 0 else (mark.left, halves / WIDTHS_A_PX)
    sprites.draw(mark, (kind, halves, mark[7:]), left, mark.y - half, width, height)


def _paint_mark(place: Place, mark: Mark) -> None:
    if mark.emphasis == 2:
        _paint_around(place, mark, HALO_PX, place.theme.highlight)
    elif mark.emphasis == 3:
        gap, ring = (2.2, 2.0) if mark.shape == POINT and mark.height >= 8 else (1.0, 1.8)
        _paint_around(place, mark, gap + ring, place.theme.selection)
        _paint_around(place, mark, gap, place.theme.ground)
    if mark.shape == POINT:
        _paint_glyph(place, mark)
    else:
        paint_bar(place, mark)


def _paint_around(place: Place, mark: Mark, by: float, colour: QColor) -> None:
    """A shape `by` px larger than the mark, behind it."""
    place.painter.setBrush(colour)
    if mark.shape == POINT:
        radius = mark.height / 2 + by
        place.painter.drawEllipse(QPointF(mark.left, mark.y), radius, radius)
        return
    rect = bar_rect(place, mark).adjusted(-by, -by, by, by)
    radius = bar_radius(rect)
    place.painter.drawRoundedRect(rect, radius, radius)


# --- points ----------------------------------------------------------------------------------


def _paint_glyph(place: Place, mark: Mark) -> None:
    """A moment known to the day, or a bar too short to be seen as one."""
    painter, colour, status = place.painter, colour_of(place, mark), STATUSES[mark.status]
    size, x, y = mark.height, mark.left, mark.y
    if status in FILLED and not mark.dotted:
        painter.setBrush(colour)
        painter.drawPath(glyph_path(mark.bloc, size).translated(x, y))
        return
    painter.setBrush(place.theme.ground)
    painter.drawPath(glyph_path(mark.bloc, size).translated(x, y))
    painter.setBrush(colour)
    painter.drawPath(_glyph_outline(mark.bloc, size, line_of(mark)).translated(x, y))
    if status == Status.ALLEGED:
        painter.drawPath(hatched_path(mark.bloc, size - EDGE_PX).translated(x, y))
    elif status in FILLED:
        painter.drawPath(glyph_path(mark.bloc, size - 2.6 * EDGE_PX).translated(x, y))


@cache
def _glyph_outline(bloc: int, size: float, line: Line) -> QPainterPath:
    """The edge of a glyph as a shape to fill: a dashed pen would dash it anew each time."""
    stroker = QPainterPathStroker()
    stroker.setWidth(EDGE_PX)
    if line == Line.DOTTED:
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
        stroker.setDashPattern([0.05, 1.75])
    elif line == Line.DASHED:
        stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
        stroker.setDashPattern([2.0, 1.3])
    path = stroker.createStroke(glyph_path(bloc, size - EDGE_PX / 2))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
