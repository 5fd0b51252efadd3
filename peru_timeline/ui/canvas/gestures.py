"""Gestures: what the mouse, the wheel, a touch pad and its pinch do on the timeline.

Positions are the scene's: px at text scale 1, (0, 0) the top left of the lane area.
"""

from __future__ import annotations

import math
from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QHelpEvent, QInputDevice, QMouseEvent, QNativeGestureEvent, QWheelEvent

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.canvas.hit_testing import TimelineGround
from peru_timeline.ui.canvas.time_navigation import ZOOM_STEP

DRAG_PX = 5.0  # a shorter way is a click
NOTCH = 120.0  # of angleDelta: one step of a wheel
WHEEL_PAN_SHARE = 0.1  # of the window, a step
SCROLL_STEP_PX = 54.0  # three rows


class _Doing(Enum):
    NOTHING = auto()
    PRESSED = auto()
    PANNING = auto()
    CHOOSING = auto()


class Gestures:
    """Reads the mouse over a timeline and acts on it."""

    def __init__(self, ground: TimelineGround) -> None:
        self._ground = ground
        self._doing = _Doing.NOTHING
        self._begin = QPointF()  # viewport px
        self._span = TimeSpan(0, 1)  # where a drag began
        self._scroll = 0.0
        self._drags = 0

    # --- buttons ---

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        navigation = self._ground.navigation
        if event.button() == Qt.MouseButton.BackButton:
            navigation.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            navigation.forward()
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            navigation.stop()
            self._doing, self._begin = _Doing.PRESSED, event.position()
            self._span, self._scroll = navigation.visible, self._ground.scroll_y
            self._drags += 1

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves, with or without a button down."""
        position = event.position()
        if self._doing == _Doing.NOTHING:
            self._hover(position)
            return
        if self._doing == _Doing.PRESSED:
            if (position - self._begin).manhattanLength() < DRAG_PX:
                return
            self._start_dragging(event)
        if self._doing == _Doing.CHOOSING:
            self._ground.choosing(self._chosen(position))
        elif self._doing == _Doing.PANNING:
            way = self._ground.scene_point(position) - self._ground.scene_point(self._begin)
            share = self._ground.share_at(way.x()) - self._ground.share_at(0.0)
            self._ground.navigation.show(
                self._span.shift(-share * self._span.width),
                animate=False,
                run=("drag", self._drags),
            )
            self._ground.scroll_to(self._scroll - way.y())

    def release(self, event: QMouseEvent) -> None:
        """The button comes up again."""
        doing, self._doing = self._doing, _Doing.NOTHING
        if doing == _Doing.PRESSED and event.button() == Qt.MouseButton.LeftButton:
            self._ground.click(self._ground.scene_point(event.position()))
        elif doing == _Doing.CHOOSING:
            span = self._chosen(event.position())
            self._ground.chosen(span, event.position())
            self._ground.choosing(None)
        if doing != _Doing.NOTHING:
            self._hover(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Twice in a row."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._ground.double_click(self._ground.scene_point(event.position()))

    def leave(self) -> None:
        """The pointer left the timeline."""
        self._ground.show_hovered(None)

    def _start_dragging(self, event: QMouseEvent) -> None:
        choosing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._doing = _Doing.CHOOSING if choosing else _Doing.PANNING
        self._ground.show_pointer(
            Qt.CursorShape.SplitHCursor if choosing else Qt.CursorShape.ClosedHandCursor
        )

    def _chosen(self, position: QPointF) -> TimeSpan:
        days = sorted(self._day_at(point) for point in (self._begin, position))
        return TimeSpan(days[0], days[1])

    def _day_at(self, point: QPointF) -> float:
        span = self._ground.navigation.visible
        share = self._ground.share_at(self._ground.scene_point(point).x())
        return span.start + min(max(share, 0.0), 1.0) * span.width

    def _hover(self, position: QPointF) -> None:
        point = self._ground.scene_point(position)
        self._ground.show_hovered(point)
        self._ground.show_pointer(
            Qt.CursorShape.PointingHandCursor
            if self._ground.is_active(point)
            else Qt.CursorShape.ArrowCursor
        )

    # --- wheel and touch pad ---

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms about the pointer, two fingers pan."""
        event.accept()
        modifiers, angle = event.modifiers(), event.angleDelta()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._zoom(event, (angle.y() or angle.x()) / NOTCH)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            steps = (angle.y() or angle.x()) / NOTCH
            self._ground.navigation.pan(-steps * WHEEL_PAN_SHARE)
        elif not event.pixelDelta().isNull() or _is_touch_pad(event):
            self._pan_by_fingers(event)
        elif angle.y() == 0:
            self._ground.navigation.pan(-angle.x() / NOTCH * WHEEL_PAN_SHARE)
        elif self._ground.wheel_zooms:
            self._zoom(event, angle.y() / NOTCH)
        else:
            self._ground.scroll_to(self._ground.scroll_y - angle.y() / NOTCH * SCROLL_STEP_PX)

    def native(self, event: QNativeGestureEvent) -> bool:
        """A pinch; whether it was one."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            factor = max(1.0 + event.value(), 0.1)
            share = self._share(event.position())
            self._ground.navigation.zoom(math.log(factor, ZOOM_STEP), share, animate=False)
            return True
        if event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self._ground.double_click(self._ground.scene_point(event.position()))
            return True
        return False

    def tooltip(self, event: QHelpEvent) -> None:
        """The pointer rests."""
        self._ground.show_tooltip(event)

    def _zoom(self, event: QWheelEvent, steps: float) -> None:
        # Whole notches glide; the many small steps of a fine wheel are smooth as they are.
        self._ground.navigation.zoom(steps, self._share(event.position()), animate=abs(steps) >= 1)

    def _share(self, position: QPointF) -> float:
        share = self._ground.share_at(self._ground.scene_point(position).x())
        return min(max(share, 0.0), 1.0)

    def _pan_by_fingers(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta()
        way = QPointF(pixels) if not pixels.isNull() else QPointF(event.angleDelta()) / 2
        moved = self._ground.scene_point(way) - self._ground.scene_point(QPointF())
        share = self._ground.share_at(moved.x()) - self._ground.share_at(0.0)
        if share:
            self._ground.navigation.pan(-share)
        if moved.y():
            self._ground.scroll_to(self._ground.scroll_y - moved.y())


def _is_touch_pad(event: QWheelEvent) -> bool:
    return event.pointingDevice().type() == QInputDevice.DeviceType.TouchPad
