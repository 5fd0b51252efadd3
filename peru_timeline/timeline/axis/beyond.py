"""What lies beyond either end of the visible span, where nothing happens in view: where to go next along the axis."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Offer(NamedTuple):
    """An offer to go to the nearest event before or after the visible span: a box of one line of text."""

    event: int
    direction: Literal[-1, 1]
    x: float
    y: float  # top of the box
    width: float
    height: float
    text: str

    def contains(self, x: float, y: float) -> bool:
        """Whether (x, y) lies in the box."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height
