"""Sprites: small marks painted once for each look, then copied; on the screen only.

A glyph or short bar costs 4 to 9 µs to paint and 1 µs to copy, and a full timeline has two hundred of them. Copies
stand on whole pixels of the device, as labels do, so that a mark and its title move together.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from peru_timeline.timeline.scene import Mark, Shape
from peru_timeline.ui.theme import Theme

LONGEST_PX = 48.0  # longer bars differ too much in length to be kept
MARGIN_PX = 5.0  # for what is drawn round a mark
WIDTHS_A_PX = 2  # lengths of bars are told apart by half a px
MOST_SPRITES = 3000  # some 5 kB each

POINT, FUZZY, TAIL = Shape.POINT, Shape.FUZZY, Shape.TAIL
Look = tuple[int, int, tuple[object, ...]]

_sheets: dict[tuple[str, float], dict[Look, QPixmap]] = {}


def look_of(mark: Mark) -> Look:
    """All by which the pictures of marks differ."""
    shape = mark.shape
    kind = 0 if shape is POINT else 1 if shape is FUZZY else 2 if shape is TAIL else 3
    return kind, int((mark.right - mark.left) * WIDTHS_A_PX + 0.5), mark[7:]


class Sprites:
    """The sprites for one painting."""

    def __init__(
        self, painter: QPainter, theme: Theme, paint: Callable[[QPainter, Mark], None]
    ) -> None:
        self._painter, self._paint = painter, paint
        self._ratio = painter.deviceTransform().m11()
        self._sheet = _sheets.setdefault((theme.name, self._ratio), {})

    def draw(self, mark: Mark) -> None:
        """A copy of the mark's picture at its place."""
        look = look_of(mark)
        sprite = self._sheet.get(look)
        if sprite is None:
            sprite = self._make(mark, look)
        half, ratio = mark.height / 2, self._ratio
        x = mark.left - MARGIN_PX - (half if mark.shape is POINT else 0.0)
        y = mark.y - half - MARGIN_PX
        if ratio == 1.0:
            self._painter.drawPixmap(round(x), round(y), sprite)
        else:
            at = QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)
            self._painter.drawPixmap(at, sprite)

    def _make(self, mark: Mark, look: Look) -> QPixmap:
        if len(self._sheet) >= MOST_SPRITES:
            self._sheet.clear()
        ratio, width = self._ratio, look[1] / WIDTHS_A_PX
        drawn = mark.height if mark.shape is POINT else width
        sides = (drawn + 2 * MARGIN_PX, mark.height + 2 * MARGIN_PX)
        sprite = QPixmap(*(math.ceil(side * ratio) for side in sides))
        sprite.setDevicePixelRatio(ratio)
        sprite.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sprite)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = MARGIN_PX + (mark.height / 2 if mark.shape is POINT else 0.0)
        middle = MARGIN_PX + mark.height / 2
        self._paint(painter, mark._replace(left=left, right=left + width, y=middle))
        painter.end()
        self._sheet[look] = sprite
        return sprite
