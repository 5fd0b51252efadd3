"""Sprites: pictures of small shapes, painted once for each look, then copied; on the screen only.

A glyph or short bar takes 4 to 9 µs to paint and 1 µs to copy, and a full timeline has two hundred of them. Copies
are aligned to whole device pixels, as labels are, so that a mark and its title move together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from peru_timeline.ui.look.theme import Theme

MARGIN_PX = 5.0  # for what is drawn around a shape
MOST_SPRITES = 3000  # some 5 kB each

T = TypeVar("T")

_NEW = object()
_atlases: dict[tuple[str, float], dict[Hashable, Any]] = {}
"""By theme and device pixel ratio: look -> QPixmap, or None for a look that was seen once."""


class Sprites(Generic[T]):
    """The sprites of one kind of shape, for one painter."""

    def __init__(
        self, painter: QPainter, theme: Theme, paint: Callable[[QPainter, T, float, float], None]
    ) -> None:
        """`paint(painter, shape, left, top)` paints a shape, the top left corner of its box at (left, top)."""
        self._painter, self._paint = painter, paint
        self._ratio = painter.deviceTransform().m11()
        self._atlas = _atlases.setdefault((theme.name, self._ratio), {})

    def draw(
        self, shape: T, look: Hashable, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the shape, its box at (left, top); shapes with equal `look` have the same picture.

        A look that is new is painted directly: most looks of a zoom step never come back, and making a sprite
        takes four times as long as painting the shape.
        """
        sprite = self._atlas.get(look, _NEW)
        x, y, ratio = left - MARGIN_PX, top - MARGIN_PX, self._ratio
        if sprite is _NEW:
            if len(self._atlas) >= MOST_SPRITES:
                self._atlas.clear()
            self._atlas[look] = None
            x, y = round(x * ratio) / ratio, round(y * ratio) / ratio
            self._paint(self._painter, shape, x + MARGIN_PX, y + MARGIN_PX)
            return
        if sprite is None:
            sprite = self._atlas[look] = self._sprite(shape, width, height)
        if ratio == 1.0:
            self._painter.drawPixmap(round(x), round(y), sprite)
        else:
            point = QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)
            self._painter.drawPixmap(point, sprite)

    def _sprite(self, shape: T, width: float, height: float) -> QPixmap:
        ratio = self._ratio
        sides = (width + 2 * MARGIN_PX, height + 2 * MARGIN_PX)
        sprite = QPixmap(*(math.ceil(side * ratio) for side in sides))
        sprite.setDevicePixelRatio(ratio)
        sprite.fill(Qt.GlobalColor.transparent)
        with QPainter(sprite) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            self._paint(painter, shape, MARGIN_PX, MARGIN_PX)
        return sprite
