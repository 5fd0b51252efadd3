"""Painting time bands: bodies behind the marks, and the strips at their tops that carry the labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter

from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.frame.time_bands import (
    BAND_STYLES,
    BODY_SHARE,
    CAP_SHARE,
    DASH_PX,
    EDGE_SHARE,
    TimeBand,
    edges,
)
from peru_timeline.ui.look.theme import Theme


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
