"""Sprites: small marks painted once for each look, then copied; on the screen only.

A glyph or short bar costs 4 to 9 µs to paint and 1 µs to copy, and a full timeline has two hundred of them. Copies
stand on whole pixels of the device, as labels do, so that a mark and its title move together.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

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

_NEW = object()
_sheets: dict[tuple[str, float], dict[Look, Any]] = {}  # look -> QPixmap, None: seen once


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
        """A copy of the mark's picture at its place.

        A look seen for the first time is painted there and then: most of those of a zoom step are never seen again,
        and a picture costs four times as much as painting.
        """
        look = look_of(mark)
        sprite = self._sheet.get(look, _NEW)
        half, ratio = mark.height / 2, self._ratio
        x = mark.left - MARGIN_PX - (half if mark.shape is POINT else 0.0)
        y = mark.y - half - MARGIN_PX
        if sprite is _NEW:
            if len(self._sheet) >= MOST_SPRITES:
                self._sheet.clear()
            self._sheet[look] = None
            at = round(x * ratio) / ratio, round(y * ratio) / ratio
            self._paint(self._painter, _placed(mark, look, *at))
            return
        if sprite is None:
            sprite = self._make(mark, look)
        if ratio == 1.0:
            self._painter.drawPixmap(round(x), round(y), sprite)
        else:
            point = QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)
            self._painter.drawPixmap(point, sprite)

    def _make(self, mark: Mark, look: Look) -> QPixmap:
        ratio, width = self._ratio, look[1] / WIDTHS_A_PX
        drawn = mark.height if mark.shape is POINT else width
        sides = (drawn + 2 * MARGIN_PX, mark.height + 2 * MARGIN_PX)
        sprite = QPixmap(*(math.ceil(side * ratio) for side in sides))
        sprite.setDevicePixelRatio(ratio)
        sprite.fill(Qt.GlobalColor.transparent)
        with QPainter(sprite) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, _placed(mark, look, 0.0, 0.0))
        self._sheet[look] = sprite
        return sprite


def _placed(mark: Mark, look: Look, x: float, y: float) -> Mark:
    """The mark as its sprite shows it, were the sprite's top left at (x, y)."""
    left = x + MARGIN_PX + (mark.height / 2 if mark.shape is POINT else 0.0)
    return mark._replace(
        left=left, right=left + look[1] / WIDTHS_A_PX, y=y + MARGIN_PX + mark.height / 2
    )
