"""Bars for SVG and PDF: they look as bar_painting paints them, but are made of plain shapes in opaque colours.

What is fast on the screen goes wrong in files (Qt 6.11): SVG loses the transform of a brush, a repeating gradient
becomes megabytes of PDF, and translucent colours in a gradient come out opaque. So colours are blended with the
ground here, and stripes, dots and dashes are separate shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPolygonF

from peru_timeline.ui.look.theme import blend

BEYOND_PX = 1.0  # a bar that extends further than this past the picture's edge goes on outside it
FADE_STEPS = 8  # stops along a fading end: not every viewer interpolates opaque blends alike


class BarLook(NamedTuple):
    """A bar: its visible rectangle, the ends of the whole bar, and over how many px they fade."""

    rect: QRectF
    radius: float
    left: float
    right: float
    fade_left: float
    fade_right: float
    faded_share: float  # of the colour that is left at the very end

    def share(self, x: float) -> float:
        """The share of the colour that is left at `x`."""
        share = 1.0
        if self.fade_left:
            share = min(share, (x - self.left) / self.fade_left)
        if self.fade_right:
            share = min(share, (self.right - x) / self.fade_right)
        return self.faded_share + (1 - self.faded_share) * min(max(share, 0.0), 1.0)

    def stops(self) -> Iterator[float]:
        """The x, from left to right within the visible rectangle, between which the share changes linearly."""
        steps = [i / FADE_STEPS for i in range(FADE_STEPS + 1)]
        found = [self.left + step * self.fade_left for step in steps]
        found += [self.right - step * self.fade_right for step in reversed(steps)]
        yield from sorted({min(max(x, self.rect.left()), self.rect.right()) for x in found})


def fill_bar(
    painter: QPainter, look: BarLook, colour: QColor, ground: QColor, inset: float = 0.0
) -> None:
    """The bar's inside, `inset` px smaller on every side."""
    rect = look.rect.adjusted(inset, inset, -inset, -inset)
    if rect.width() <= 0 or rect.height() <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_brush(look, colour, ground))
    painter.drawPath(_outline(look, rect, max(look.radius - inset, 0.0)))


def _outline(look: BarLook, rect: QRectF, radius: float) -> QPainterPath:
    """The bar's shape: round where the bar ends, straight where the picture cuts it off."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    half = rect.width() / 2
    for goes_on, left in (
        (look.left < look.rect.left() - BEYOND_PX, rect.left()),
        (look.right > look.rect.right() + BEYOND_PX, rect.left() + half),
    ):
        if goes_on:
            straight = QPainterPath()
            straight.addRect(QRectF(left, rect.top(), half, rect.height()))
            path = path.united(straight)
    return path


def _brush(look: BarLook, colour: QColor, ground: QColor) -> QBrush:
    if not (look.fade_left or look.fade_right) or look.rect.width() <= 0:
        return QBrush(colour)
    gradient = QLinearGradient(look.rect.left(), 0, look.rect.right(), 0)
    gradient.setStops(
        [
            ((x - look.rect.left()) / look.rect.width(), blend(colour, ground, look.share(x)))
            for x in look.stops()
        ]
    )
    return QBrush(gradient)


def hatch_bar(
    painter: QPainter,
    look: BarLook,
    colour: QColor,
    ground: QColor,
    inset: float,
    period: float,
    share: float,
) -> None:
    """Strokes that rise to the right, one every `period` px, of which `share` is drawn."""
    rect = look.rect.adjusted(inset, inset, -inset, -inset)
    step, high = 2 * period, rect.height()
    wide = step * share
    x = rect.left() - high
    while x < rect.right():
        # A parallelogram, cut off at the ends of the bar.
        corners = [
            (max(x, rect.left()), rect.bottom() - (max(x, rect.left()) - x)),
            (
                max(min(x + wide, rect.right()), rect.left()),
                rect.bottom() - max(rect.left() - x - wide, 0.0),
            ),
            (
                min(x + wide + high, rect.right()),
                rect.top() + max(x + wide + high - rect.right(), 0.0),
            ),
            (min(x + high, rect.right()), rect.top() + max(x + high - rect.right(), 0.0)),
        ]
        if x + high > rect.left() and corners[1][0] > rect.left() - high:
            painter.setBrush(blend(colour, ground, look.share(x + (wide + high) / 2)))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        x += step


def outline_bar(
    painter: QPainter,
    look: BarLook,
    colour: QColor,
    ground: QColor,
    thick: float,
    period: float,
    share: float,
) -> None:
    """A dotted or dashed outline made of small rectangles: one every `period` px, of which `share` is drawn."""
    rect, drawn = look.rect, period * share
    painter.setPen(Qt.PenStyle.NoPen)

    def pieces(begin: float, end: float, piece: Callable[[float, float], QRectF]) -> None:
        at = begin
        while at < end:
            area = piece(at, min(drawn, end - at))
            painter.setBrush(blend(colour, ground, look.share(area.center().x())))
            painter.drawRect(area)
            at += period

    for y in (rect.top(), rect.bottom() - thick):
        pieces(rect.left(), rect.right(), lambda at, long, y=y: QRectF(at, y, long, thick))  # type: ignore[misc]
    for x in (rect.left(), rect.right() - thick):
        pieces(rect.top(), rect.bottom(), lambda at, long, x=x: QRectF(x, at, thick, long))  # type: ignore[misc]
