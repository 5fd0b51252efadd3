"""The canvas: pyqtgraph's view with a ViewBox, the time axis above it and the lane headers at its left.

Hosted so that it costs no more than a bare widget (measured, docs/architecture.md): no PlotItem, one item that
paints, one background fill, no scene events: the canvas reads the mouse itself (gestures.py).
"""

from __future__ import annotations

from collections.abc import Callable

from pyqtgraph import GraphicsView, ViewBox
from PySide6.QtCore import QEvent, QRectF, Qt
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
from peru_timeline.ui.canvas.gestures import Gestures
from peru_timeline.ui.canvas.scene_item import LaneHeaders, SceneItem, Stage
from peru_timeline.ui.canvas.time_axis import TimeAxis
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.scene_painting import AXIS_PX


class TimelineCanvas(GraphicsView):
    """Shows what a stage gives it, and hands mouse and keys on."""

    gestures: Gestures | None = (
        None  # set here too: Qt calls handlers while the base class is set up
    )
    _shows_focus = False
    _is_ready = False

    def __init__(self, stage: Stage, resized: Callable[[], None]) -> None:
        super().__init__(background=None)
        self._stage, self._resized = stage, resized
        self.on_key: Callable[[QKeyEvent], bool] = lambda _event: False
        self._colours: tuple[QColor, QColor] | None = None
        self._chosen: QRectF | None = None  # the stretch being chosen, px
        self.view_box = ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self.view_box.disableAutoRange()
        self.scene_item = SceneItem(self.view_box, stage)
        self.axis = TimeAxis(self.view_box, stage)
        self.headers = LaneHeaders(stage)
        for item in (self.view_box, self.axis, self.headers):
            self.addItem(item)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_ready = True

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._colours = theme.accent, theme.ink
        self.setBackground(theme.ground)
        self.viewport().update()

    def arrange_items(self, left: float, scale: float) -> None:
        """Place the parts; `left` is the width of the headers, in px at text scale 1."""
        width, height = float(self.width()), float(self.height())
        x, y = left * scale, AXIS_PX * scale
        self.axis.set_rect(QRectF(0, 0, width, y))
        self.headers.set_rect(QRectF(0, y, x, max(height - y, 1)))
        self.view_box.setGeometry(QRectF(x, y, max(width - x, 1), max(height - y, 1)))

    def show_change(self) -> None:
        """Something looks different: paint it with the next frame.

        All three together and at once: what is marked for painting later than the ViewBox, which marks itself when
        its range changes, is painted a second time.
        """
        self.scene_item.update()
        self.axis.update()
        self.headers.update()

    def show_chosen(self, rect: QRectF | None) -> None:
        """Mark the stretch of time that is being chosen."""
        self._chosen = rect
        self.viewport().update()

    # --- what Qt calls ---

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event is not None and self._is_ready:  # pyqtgraph calls it with None, early
            self._resized()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Without pyqtgraph's preparations: they fit a transform that nothing here is drawn with (0.1 ms a step).

        The scene is made first: an error amid Qt's painting would end the program, here it is told.
        """
        begin_frame()
        try:
            self._stage()
            QGraphicsView.paintEvent(self, event)
        finally:
            end_frame()

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:  # noqa: N802
        """The chosen stretch and the frame that says that keys come here."""
        if self._colours is None:
            return
        accent, ink = self._colours
        if self._chosen is not None:
            veil = QColor(accent)
            veil.setAlphaF(0.14)
            painter.fillRect(self._chosen, veil)
            for x in (self._chosen.left(), self._chosen.right()):
                painter.fillRect(QRectF(x - 0.5, self._chosen.top(), 1, self._chosen.height()), ink)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.on_key(event):
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._show_focus(False)
        if self.gestures is not None:
            self.gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.gestures is not None:
            self.gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.gestures is not None:
            self.gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.gestures is not None:
            self.gestures.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.gestures is not None:
            self.gestures.wheel(event)

    def leaveEvent(self, _event: QEvent) -> None:  # noqa: N802
        if self.gestures is not None:
            self.gestures.leave()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if self.gestures is not None:
            if isinstance(event, QNativeGestureEvent) and self.gestures.native(event):
                return True
            if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
                self.gestures.tooltip(event)
                return True
        return bool(super().viewportEvent(event))
