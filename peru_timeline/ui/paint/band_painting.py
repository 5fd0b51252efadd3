"""Painting time bands: bodies behind the marks, and the strips at their tops that carry the labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter

from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.axis.time_bands import (
    BAND_STYLES,
    BODY_SHARE,
    CAP_SHARE,
    DASH_PX,
    EDGE_SHARE,
    LABEL_STRIP_PX,
    LINE_PX,
    TimeBand,
    edges,
)
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import Scene
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.paint_context import PaintContext
from peru_timeline.ui.paint.text_measure import elided
from peru_timeline.ui.paint.text_painting import TextPainter

LABEL_PX = 9.5
LABEL_AIR_PX, LEAST_LABEL_PX = 4.0, 16.0


def paint_bands(
    painter: QPainter, bands: Iterable[tuple[TimeBand, Box, Box]], theme: Theme
) -> None:
    """Paint bands, each with its body and the strip of its label; what follows is painted over them."""
    drawn = list(bands)
    painter.setPen(Qt.PenStyle.NoPen)
    for band, body, _ in drawn:
        if not band.is_line:
            painter.fillRect(QRectF(*body), _brush(band, body, theme, BODY_SHARE))
    for band, body, cap in drawn:
        colour = band_colour(band, theme)
        if not band.is_line:
            painter.fillRect(QRectF(*cap), _brush(band, cap, theme, CAP_SHARE))
        edge = QColor(colour)
        edge.setAlphaF(1.0 if band.is_line else EDGE_SHARE)
        dash = DASH_PX / 2 if band.dotted else body.height
        for x, width in edges(band):
            for step in range(max(int(body.height / (2 * dash)), 1)):
                painter.fillRect(QRectF(x, body.top + 2 * dash * step, width, dash), edge)


def paint_band_bodies(context: PaintContext, scene: Scene) -> None:
    """The bands of a scene behind its lanes."""
    nothing = Box(0.0, 0.0, 0.0, 0.0)
    bodies = [
        (band, Box(band.left, 0.0, band.right - band.left, scene.height), nothing)
        for band in scene.bands
    ]
    if bodies:
        paint_bands(context.painter, bodies, context.theme)


def paint_band_labels(context: PaintContext, scene: Scene, text: TextPainter) -> None:
    """The labels of the bands in strips at the top of the axis, each up to where the next one begins."""
    painter, theme = context.painter, context.theme
    ordered = sorted(scene.bands, key=lambda band: band.left)
    painter.setPen(Qt.PenStyle.NoPen)
    for band in scene.bands:
        strip = Box(
            band.left, -AXIS_HEIGHT_PX, max(band.right - band.left, LINE_PX), LABEL_STRIP_PX
        )
        colour = band_colour(band, theme)
        brush = QBrush(colour) if band.is_line else _brush(band, strip, theme, CAP_SHARE)
        painter.fillRect(QRectF(*strip), brush)
    ends = [*(band.left for band in ordered[1:]), scene.right]
    for band, end in zip(ordered, ends, strict=False):
        left = band.left + LABEL_AIR_PX
        room = end - left - LABEL_AIR_PX
        line = elided(band.label, LABEL_PX, SEMIBOLD, room) if room > LEAST_LABEL_PX else ""
        text.draw(left, LABEL_STRIP_PX / 2 - AXIS_HEIGHT_PX, line, LABEL_PX, SEMIBOLD, theme.ink)


def band_colour(band: TimeBand, theme: Theme) -> QColor:
    """The colour that the theme has for a band."""
    return theme.blocs[BAND_STYLES.index(band.colour)]


def _brush(band: TimeBand, box: Box, theme: Theme, share: float) -> QBrush:
    """Its colour, as strong as is known that the band is there."""
    gradient = QLinearGradient(box.left, 0.0, max(box.right, box.left + 1.0), 0.0)
    for place, colour in _stops(band, theme, share):
        gradient.setColorAt(place, colour)
    return QBrush(gradient)


def _stops(band: TimeBand, theme: Theme, share: float) -> Iterator[tuple[float, QColor]]:
    for place, strength in band.stops:
        colour = QColor(band_colour(band, theme))
        colour.setAlphaF(share * strength)
        yield place, colour
