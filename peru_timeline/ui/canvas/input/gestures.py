"""Gestures: reads mouse, wheel, touch pad and pinch events over the timeline into intents."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

from peru_timeline.ui.canvas.input.intents import (
    ZOOM_STEP,
    Click,
    DoubleClick,
    Drag,
    Drop,
    GoThroughHistory,
    Grab,
    Hover,
    HoverEnd,
    Intent,
    PanByPixels,
    PanByShare,
    SelectSpan,
    ShowTooltip,
    SpanSelected,
    WheelTurned,
    Zoom,
)
from peru_timeline.ui.canvas.input.wheel import Asked, Wheel

DRAG_PX = 5.0  # a shorter movement is a click
WHEEL_PAN_SHARE = 0.1  # of the visible span, a step


class _Doing(Enum):
    NOTHING = auto()
    PRESSED = auto()
    PANNING = auto()
    SELECTING = auto()


class Gestures:
    """Turns the events of a pointing device into intents.

    `to_scene` maps a position on the canvas, in px of the viewport, to scene pixels; `emit` takes each intent.
    """

    def __init__(
        self, to_scene: Callable[[QPointF], QPointF], emit: Callable[[Intent], None]
    ) -> None:
        self._to_scene, self._emit = to_scene, emit
        self.wheel_zooms = True  # or scrolls the lanes
        self._wheel = Wheel()
        self._doing = _Doing.NOTHING
        self._begin = QPointF()  # of a drag, in px of the viewport

    # --- buttons ---

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        if event.button() == Qt.MouseButton.BackButton:
            self._emit(GoThroughHistory(-1))
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._emit(GoThroughHistory(1))
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._doing, self._begin = _Doing.PRESSED, event.position()
            here = self._to_scene(event.position())
            self._emit(Grab(here.x(), here.y()))

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves, with or without a button held down."""
        position = event.position()
        if self._doing == _Doing.NOTHING:
            self._hover(position)
            return
        if self._doing == _Doing.PRESSED:
            if (position - self._begin).manhattanLength() < DRAG_PX:
                return
            selecting = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._doing = _Doing.SELECTING if selecting else _Doing.PANNING
        begin, here = self._to_scene(self._begin), self._to_scene(position)
        if self._doing == _Doing.SELECTING:
            self._emit(SelectSpan(begin.x(), here.x()))
        else:
            self._emit(Drag(here.x() - begin.x(), here.y() - begin.y()))

    def release(self, event: QMouseEvent) -> None:
        """The button comes up again."""
        doing, self._doing = self._doing, _Doing.NOTHING
        here = self._to_scene(event.position())
        if doing == _Doing.PRESSED and event.button() == Qt.MouseButton.LeftButton:
            self._emit(Click(here.x(), here.y()))
        elif doing == _Doing.SELECTING:
            begin = self._to_scene(self._begin)
            self._emit(SpanSelected(begin.x(), here.x(), event.globalPosition().toPoint()))
        elif doing == _Doing.PANNING:
            self._emit(Drop())
        if doing != _Doing.NOTHING:
            self._hover(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """The second click of two."""
        if event.button() == Qt.MouseButton.LeftButton:
            here = self._to_scene(event.position())
            self._emit(DoubleClick(here.x(), here.y()))

    def leave(self) -> None:
        """The pointer leaves the timeline."""
        self._emit(HoverEnd())

    def tooltip(self, event: QHelpEvent) -> None:
        """The pointer rests."""
        here = self._to_scene(QPointF(event.pos()))
        self._emit(ShowTooltip(here.x(), here.y(), event.globalPos()))

    def _hover(self, position: QPointF) -> None:
        here = self._to_scene(position)
        self._emit(Hover(here.x(), here.y()))

    # --- wheel and touch pad ---

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms about the pointer or scrolls; two fingers pan."""
        event.accept()
        turn = self._wheel.read(event)
        if turn is None:
            return
        x = self._to_scene(event.position()).x()
        if turn.asked is Asked.ZOOM:
            # Whole notches glide; the many small steps of a fine wheel are smooth as they are.
            self._emit(Zoom(turn.main, x, animate=abs(turn.main) >= 1))
        elif turn.asked is Asked.SHARE:
            self._emit(PanByShare(-turn.main * WHEEL_PAN_SHARE))
        elif turn.asked is Asked.PAN:
            moved = self._to_scene(QPointF(turn.x, turn.y)) - self._to_scene(QPointF())
            self._emit(PanByPixels(moved.x(), moved.y()))
        else:
            self._emit(WheelTurned(turn.y, x, self.wheel_zooms))

    def native(self, event: QNativeGestureEvent) -> bool:
        """Read a pinch or a double tap with two fingers; return whether the event was one."""
        here = self._to_scene(event.position())
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            factor = max(1.0 + event.value(), 0.1)
            self._emit(Zoom(math.log(factor, ZOOM_STEP), here.x(), animate=False))
            return True
        if event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self._emit(DoubleClick(here.x(), here.y()))
            return True
        return False
