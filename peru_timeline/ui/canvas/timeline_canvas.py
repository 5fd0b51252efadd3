"""The canvas: a view of pyqtgraph with a ViewBox, the time axis above it and the lane headers to its left.

It costs no more than a bare widget (measured, docs/architecture.md): no PlotItem, one item that paints, one
background fill, and no events of the graphics scene; the canvas reads the mouse itself (input/gestures.py).
"""

from __future__ import annotations

from collections.abc import Callable

from pyqtgraph import GraphicsView, ViewBox
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView

from peru_timeline.timeline.background import begin_frame, end_frame
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.ui.canvas.input.gestures import Gestures
from peru_timeline.ui.canvas.input.keys import intent_of
from peru_timeline.ui.canvas.scene_item import CurrentScene, LaneHeaders, SceneItem, ShelfPane
from peru_timeline.ui.canvas.time_axis import TimeAxis
from peru_timeline.ui.look.theme import Theme


class TimelineCanvas(GraphicsView):
    """Paints the current scene; reads mouse and keys into intents."""

    intended = Signal(object)
    """An Intent: what the reader asks for by mouse or key."""
    resized = Signal()
    said = Signal(str)
    """What a screen reader should say, of what the keyboard does."""
    event_clicked = Signal(object, float)
    """The event that was clicked, or None beside all events; and where, as scene x."""

    # Set here too: Qt calls handlers while the base class is being set up.
    _gestures: Gestures | None = None
    _shows_focus = False
    claims_escape: Callable[[], bool] | None = None
    """Whether Escape goes back from something here, rather than being the command that clears."""

    def __init__(self, current: CurrentScene) -> None:
        super().__init__(background=None)
        self._current = current
        self._scale = 1.0  # text scale
        self._colours: tuple[QColor, QColor] | None = None
        self._selected_span: QRectF | None = None  # the stretch that is being selected, px
        self.view_box = ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self.view_box.disableAutoRange()
        self.scene_item = SceneItem(self.view_box, current)
        self.axis = TimeAxis(self.view_box, current)
        self.headers = LaneHeaders(current)
        self.shelf = ShelfPane(current)
        for item in (self.view_box, self.axis, self.headers, self.shelf):
            self.addItem(item)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._gestures = Gestures(self.scene_point, self.intended.emit)

    def set_wheel_zooms(self, zooms: bool) -> None:
        """Let the wheel zoom, or scroll the lanes."""
        if self._gestures is not None:
            self._gestures.wheel_zooms = zooms

    def scene_point(self, point: QPointF) -> QPointF:
        """Map px of the viewport to px of the scene."""
        return QPointF(point.x() / self._scale, point.y() / self._scale - AXIS_HEIGHT_PX)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and at the text scale of a theme."""
        self._scale, self._colours = theme.scale, (theme.accent, theme.ink)
        self.setBackground(theme.ground)
        self.viewport().update()

    def arrange_items(self, left: float, shelf: float, scale: float) -> None:
        """Lay out axis, headers, lanes and shelf; the widths of headers and shelf are px at text scale 1."""
        width, height = float(self.width()), float(self.height())
        x, y = left * scale, AXIS_HEIGHT_PX * scale
        right = max(width - shelf * scale, x + 1)
        self.axis.set_rect(QRectF(0, 0, right, y))
        self.headers.set_rect(QRectF(0, y, x, max(height - y, 1)))
        self.shelf.set_rect(QRectF(right, 0, max(width - right, 0), height))
        self.view_box.setGeometry(QRectF(x, y, right - x, max(height - y, 1)))

    def show_change(self) -> None:
        """Paint with the next frame.

        All items are marked together and at once: an item marked after the ViewBox, which marks itself when
        its range changes, is painted a second time.
        """
        self.scene_item.update()
        self.axis.update()
        self.headers.update()
        self.shelf.update()

    def show_selected_span(self, rect: QRectF | None) -> None:
        """Mark the stretch of time that is being selected, px of the viewport; None marks nothing."""
        self._selected_span = rect
        self.viewport().update()

    def show_pointer(self, shape: Qt.CursorShape) -> None:
        """Give the mouse pointer this shape."""
        viewport = self.viewport()
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)

    # --- what Qt calls ---

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event is not None and self._gestures is not None:  # pyqtgraph calls it with None, early
            self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint without pyqtgraph's preparations: they fit a transform that nothing here uses (0.1 ms a step).

        The scene is made first: an error in the middle of Qt's painting would end the program, here it is reported.
        """
        begin_frame()
        try:
            self._current()
            QGraphicsView.paintEvent(self, event)
        finally:
            end_frame()

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:  # noqa: N802
        """The stretch being selected, and the outline that shows that keys go here."""
        if self._colours is None:
            return
        accent, ink = self._colours
        if self._selected_span is not None:
            veil = QColor(accent)
            veil.setAlphaF(0.14)
            painter.fillRect(self._selected_span, veil)
            for x in (self._selected_span.left(), self._selected_span.right()):
                painter.fillRect(
                    QRectF(x - 0.5, self._selected_span.top(), 1, self._selected_span.height()), ink
                )
        if self._shows_focus and self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        reason = event.reason()  # type: ignore[attr-defined]
        by_key = (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self._show_focus(reason in by_key)

    def focusOutEvent(self, event: QEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._show_focus(False)

    def _show_focus(self, shows: bool) -> None:
        if shows or self._shows_focus:
            self._shows_focus = shows
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Take Escape before the command of that key does, where it goes back from something here."""
        if event.type() == QEvent.Type.ShortcutOverride and self.claims_escape is not None:
            key = event.key() if isinstance(event, QKeyEvent) else None
            if key == Qt.Key.Key_Escape and self.claims_escape():
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        intent = intent_of(event)
        if intent is None:
            event.ignore()
        else:
            event.accept()
            self.intended.emit(intent)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._show_focus(False)
        if self._gestures is not None:
            self._gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._gestures is not None:
            self._gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._gestures is not None:
            self._gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._gestures is not None:
            self._gestures.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self._gestures is not None:
            self._gestures.wheel(event)

    def leaveEvent(self, _event: QEvent) -> None:  # noqa: N802
        if self._gestures is not None:
            self._gestures.leave()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if self._gestures is not None:
            if isinstance(event, QNativeGestureEvent) and self._gestures.native(event):
                return True
            if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
                self._gestures.tooltip(event)
                return True
        return bool(super().viewportEvent(event))
