"""How lanes move: not while the hand moves, to the heights they need once it rests, gliding there."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation, Signal

from peru_timeline.timeline.arrangement import (
    Arrangement,
    blended,
    lane_point,
    y_of_point,
)
from peru_timeline.ui.look.theme import MOTION_MS

REST_MS = 400  # without movement: the hand rests


class LaneMotion(QObject):
    """Holds the lanes still while the hand moves; glides from one arrangement to the next.

    The place under `anchor_y` (px of the window) stays where it is when lanes change their heights.
    """

    rested = Signal()
    """The hand has come to rest."""
    stepped = Signal()
    """The lanes have moved on a little."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_animated = True
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.rested)
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(MOTION_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self.stepped)
        self._from: Arrangement | None = None
        self._to: Arrangement | None = None
        self._from_scroll = 0.0

    @property
    def hand_moves(self) -> bool:
        """Whether the hand moves, or has moved a moment ago."""
        return self._rest.isActive()

    def move(self) -> None:
        """The hand moves: from now on nothing else changes until it rests."""
        self._rest.start()

    def forget(self) -> None:
        """Other lanes: nothing glides to them, and nobody waits for rest."""
        self._rest.stop()
        self._glide.stop()
        self._from = self._to = None

    def step(
        self, arrangement: Arrangement, scroll_y: float, anchor_y: float, *, glides: bool
    ) -> tuple[Arrangement, float]:
        """The lanes to draw on the way to `arrangement`, and how far they are scrolled.

        `scroll_y` is how far the lanes drawn last are scrolled. With `glides` false the lanes jump.
        """
        if self._to is None:
            self._to = arrangement
        if arrangement is not self._to:
            self._from, self._from_scroll = self._now(arrangement), scroll_y
            self._glide.stop()
            if (
                glides
                and self.is_animated
                and blended(self._from, arrangement, 0.0) is not arrangement
            ):
                self._glide.start()
            self._to = arrangement
        if self._from is None:
            return arrangement, scroll_y
        now, begin = self._now(arrangement), self._from
        point = lane_point(begin, self._from_scroll + anchor_y)
        y = None if point is None else y_of_point(now, point)
        if now is arrangement:
            self._from = None
        return now, scroll_y if y is None else y - anchor_y

    def _now(self, target: Arrangement) -> Arrangement:
        """The lanes as they are drawn now, on their way to the last arrangement."""
        end = target if self._to is None else self._to
        if self._from is None or self._glide.state() != QVariantAnimation.State.Running:
            return end
        return blended(self._from, end, float(self._glide.currentValue()))
