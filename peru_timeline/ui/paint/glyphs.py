"""Glyphs: a shape for each bloc, so that nobody has to tell blocs apart by colour alone."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPixmap, QPolygonF

from peru_timeline.ui.look.theme import Theme

GLYPHS = ("circle", "square", "diamond", "triangle", "pentagon", "hexagon", "drop")
"""By style index, see timeline.columns.BLOC_STYLES."""

# The radius is a share of the size, chosen so that all look equally large (nearly equal areas).
_POLYGONS = {  # name: (corners, radius, turn in degrees; 0 points up)
    "square": (4, 0.62, 45.0),
    "diamond": (4, 0.62, 0.0),
    "triangle": (3, 0.66, 0.0),
    "pentagon": (5, 0.56, 0.0),
    "hexagon": (6, 0.54, 0.0),
    "drop": (3, 0.66, 180.0),  # a triangle upside down
}
_TRIANGLE_DROP = 0.06  # centred by area it would seem too high


@cache
def glyph_path(bloc: int, size: float) -> QPainterPath:
    """The outline of a bloc's glyph, `size` px across, its centre at (0, 0)."""
    name = GLYPHS[min(bloc, len(GLYPHS) - 1)]
    path = QPainterPath()
    if name == "circle":
        path.addEllipse(QPointF(0, 0), size / 2, size / 2)
        return path
    corners, radius, turn = _POLYGONS[name]
    drop = size * {"triangle": _TRIANGLE_DROP, "drop": -_TRIANGLE_DROP}.get(name, 0.0)
    points = [
        QPointF(
            size * radius * math.sin(angle),
            drop - size * radius * math.cos(angle),
        )
        for angle in (math.radians(turn + 360 / corners * i) for i in range(corners))
    ]
    path.addPolygon(QPolygonF([*points, points[0]]))
    path.closeSubpath()
    return path


@cache
def hatched_path(bloc: int, size: float) -> QPainterPath:
    """The strokes inside a bloc's glyph that mean "alleged", as a shape to fill."""
    stripes, step, half = QPainterPath(), size / 3.2, size
    stripes.setFillRule(Qt.FillRule.WindingFill)
    for i in range(-3, 4):
        x = i * step
        stripe = QPolygonF(
            [
                QPointF(x - half, half),
                QPointF(x - half + step * 0.5, half),
                QPointF(x + half + step * 0.5, -half),
                QPointF(x + half, -half),
            ]
        )
        stripes.addPolygon(stripe)
        stripes.closeSubpath()
    return stripes.intersected(glyph_path(bloc, size))


def paint_glyph(
    painter: QPainter, theme: Theme, bloc: int, x: float, y: float, size: float
) -> None:
    """A bloc's glyph, filled, centred at (x, y); for lists, chips and legends."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.blocs[bloc])
    painter.drawPath(glyph_path(bloc, size).translated(x, y))
    painter.restore()


def glyph_icon(theme: Theme, bloc: int, size: float = 10.0) -> QIcon:
    """A bloc's glyph, `size` px across, as an icon that is crisp at scales 1 to 3."""
    icon, side = QIcon(), math.ceil(size * 1.4)
    for ratio in (1, 2, 3):
        pixmap = QPixmap(side * ratio, side * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        middle = QRectF(0, 0, side, side).center()
        paint_glyph(painter, theme, bloc, middle.x(), middle.y(), size)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
