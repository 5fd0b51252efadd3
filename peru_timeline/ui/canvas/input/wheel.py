"""What a wheel or two fingers on a touch pad ask for, in whatever form a system reports them."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QWheelEvent

NOTCH = 120.0  # of angleDelta: one step of a wheel
NOTCH_PX = 60.0  # of pixelDelta, where a system reports only that


class Asked(Enum):
    """What a turn of the wheel asks for."""

    ZOOM = auto()
    PAN = auto()  # by pixels, as the fingers move
    SHARE = auto()  # by a share of what is visible
    TURN = auto()  # what the reader chose for the wheel


class Turn(NamedTuple):
    """A turn: notches, but px for `PAN`; `x` is sideways."""

    asked: Asked
    x: float
    y: float

    @property
    def main(self) -> float:
        """The turn in the direction that was turned."""
        return self.y or self.x


class Wheel:
    """Reads wheel events. What rolls on after the fingers are off the pad goes on as it began, and never zooms."""

    def __init__(self) -> None:
        self._modifiers = Qt.KeyboardModifier.NoModifier

    def read(self, event: QWheelEvent) -> Turn | None:
        """What an event asks for; None for one that moves nothing, such as those at either end of a movement."""
        rolls_on = event.phase() == Qt.ScrollPhase.ScrollMomentum
        if not rolls_on:
            self._modifiers = event.modifiers()
        angle, pixels = event.angleDelta(), event.pixelDelta()
        if angle.isNull() and pixels.isNull():
            return None
        notches = QPointF(pixels) / NOTCH_PX if angle.isNull() else QPointF(angle) / NOTCH
        if self._modifiers & Qt.KeyboardModifier.ControlModifier:
            return None if rolls_on else Turn(Asked.ZOOM, notches.x(), notches.y())
        if self._modifiers & Qt.KeyboardModifier.ShiftModifier:
            return Turn(Asked.SHARE, notches.x(), notches.y())
        by_fingers = not pixels.isNull() or rolls_on or _is_touch_pad(event)
        if by_fingers:
            moved = QPointF(angle) / 2 if pixels.isNull() else QPointF(pixels)
            return Turn(Asked.PAN, moved.x(), moved.y())
        return Turn(Asked.TURN if notches.y() else Asked.SHARE, notches.x(), notches.y())


def _is_touch_pad(event: QWheelEvent) -> bool:
    return event.pointingDevice().type() == QInputDevice.DeviceType.TouchPad
