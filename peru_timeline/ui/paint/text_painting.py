"""Painting lines of text; on the screen each is painted once, then copied.

A label takes 10 µs with ``drawText``, 5 µs as shaped glyph runs or ``QStaticText``, and 1 µs as a copy of its picture
(250 labels of 12 px, raster). SVG and PDF get ``drawText``, so that their text stays text.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from peru_timeline.ui.paint.paint_context import NO_PEN
from peru_timeline.ui.paint.text_measure import FontKey, font_for, metrics_for, text_width

CAP_SHARE = 0.727  # of the size of Inter: the height of capitals, on which lines are centred
MOST_BYTES = 24_000_000  # of the pictures that are kept: some two thousand
MOST_TEXTS = 20_000  # known in each font and colour
PAD_PX = 2  # left and right in a picture, for letters that extend beyond their width

_NEW = object()
_pictures: dict[tuple[FontKey, int, float], dict[str, Any]] = {}
"""By font, colour and device pixel ratio: text -> QPixmap, or None for a text that was seen once."""
_bytes = [0]  # that the pictures take


def is_on_screen(painter: QPainter) -> bool:
    """Whether a widget is painted; files get no copies, so that the same picture has the same bytes."""
    return isinstance(painter.device(), QWidget)


class TextPainter:
    """Draws lines of text with one painter."""

    def __init__(self, painter: QPainter, vector: bool = False, *, copies: bool = True) -> None:
        """`vector`: for SVG and PDF. Without `copies`, text in a window too is as in a file, to the pixel."""
        self._painter = painter
        self._vector = vector
        self._copies = copies and is_on_screen(painter)
        self._ratio = painter.deviceTransform().m11()  # device px per px
        self._key: FontKey | None = None
        self._colour: QColor | None = None
        self._known: dict[str, Any] = {}  # pictures in that font and colour

    def draw(
        self, x: float, middle: float, text: str, px: float, weight: int, colour: QColor
    ) -> None:
        """Draw a line that begins at `x`, its capitals centred on `middle`."""
        key = (px, weight)
        baseline = middle + px * CAP_SHARE / 2
        if self._vector:
            self._draw_text(QPointF(x, baseline), text, key, colour)
            return
        if colour is not self._colour or key != self._key:
            self._key, self._colour = key, colour
            self._known = _pictures.setdefault((key, colour.rgb(), self._ratio), {})
        picture: Any = self._known.get(text, _NEW) if self._copies else _NEW
        ratio, top = self._ratio, baseline - _ascent(key)
        if picture is _NEW:  # it may never come back, and making a picture takes five times as long
            if self._copies:
                self._remember(text)
            at = QPointF(round(x * ratio) / ratio, round(top * ratio) / ratio + _ascent(key))
            self._draw_text(at, text, key, colour)
            self._painter.setPen(NO_PEN)
            return
        if picture is None:
            picture = self._known[text] = _picture_of(text, key, colour, ratio)
        # On whole device pixels: between two of them text is blurred.
        if ratio == 1.0:
            self._painter.drawPixmap(round(x) - PAD_PX, round(top), picture)
        else:
            at = QPointF(round(x * ratio) / ratio - PAD_PX, round(top * ratio) / ratio)
            self._painter.drawPixmap(at, picture)

    def _draw_text(self, at: QPointF, text: str, key: FontKey, colour: QColor) -> None:
        self._painter.setFont(font_for(key))
        self._painter.setPen(colour)
        self._painter.drawText(at, text)

    def _remember(self, text: str) -> None:
        if len(self._known) > MOST_TEXTS:
            self._known.clear()
        self._known[text] = None

    def draw_right(
        self, right: float, middle: float, text: str, px: float, weight: int, colour: QColor
    ) -> None:
        """Draw a line that ends at `right`."""
        self.draw(right - text_width(text, px, weight), middle, text, px, weight, colour)


@cache
def _ascent(key: FontKey) -> int:
    """Px from the top of a picture to the baseline; a whole number, so that the baseline is on a pixel."""
    return math.ceil(metrics_for(key).ascent())


def _picture_of(text: str, key: FontKey, colour: QColor, ratio: float) -> QPixmap:
    width = text_width(text, *key) + 2 * PAD_PX
    height = _ascent(key) + math.ceil(metrics_for(key).descent())
    _bytes[0] += int(4 * width * height * ratio * ratio)
    if _bytes[0] > MOST_BYTES:
        _bytes[0] = 0
        for known in _pictures.values():
            known.clear()
    picture = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setFont(font_for(key))
        painter.setPen(colour)
        painter.drawText(QPointF(PAD_PX, _ascent(key)), text)
    return picture
