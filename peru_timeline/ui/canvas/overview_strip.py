"""The overview below the timeline: how the events are spread over the whole span, and which part of it is in view.

A plain widget that keeps a picture of the counts; panning paints the picture and one outline.
"""

from __future__ import annotations

from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.metrics import HEADER_PADDING_PX
from peru_timeline.timeline.overview import Density, calendar_edges, density
from peru_timeline.typefaces import REGULAR
from peru_timeline.ui.canvas.input.wheel import Asked, Wheel
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.look.wording import number_in_words
from peru_timeline.ui.paint.text_measure import elided, text_width
from peru_timeline.ui.paint.text_painting import TextPainter

HEIGHT_PX = 58
LEAST_WIDTH_PX = 50.0  # of the part that stands for time
BAR_TOP_PX, BAR_BOTTOM_PX = 8.0, 6.0  # space above and below the bars
OUTLINE_PX = 4.0  # between the outline of the visible span and the edges of the strip
WHEEL_PAN_PX = 60.0  # a notch of a wheel sideways
GRIP_PX = 6.0  # this near an end of the outline, the end can be dragged
LEAST_OUTLINE_PX = 8.0
CORNER_PX = 4  # radius of the corners of the outline
WHOLE_SHARE = 0.98  # of the strip: an outline this wide shows everything


class _Grip(Enum):
    NOTHING = auto()
    INSIDE = auto()
    LEFT = auto()
    RIGHT = auto()


class OverviewStrip(QWidget):
    """Shows the whole span; moves and resizes the visible span by dragging."""

    span_requested = Signal(object, bool)
    """A TimeSpan to show, and whether to animate the movement."""
    zoom_requested = Signal(float)
    """Steps of the wheel to zoom in by."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("overview")
        self._theme = theme
        self._left = 150.0
        self._home = TimeSpan(0.0, 1.0)
        self._visible = self._home
        self._density: Density | None = None
        self._words = ("", "")
        self._picture: QPixmap | None = None
        self._wheel = Wheel()
        self._grip = _Grip.NOTHING
        self._grabbed_px = 0.0
        self._grabbed = self._home
        hatched = self.tr("Hatched: events that happened by then, but not known to be then.")
        self.setToolTip(hatched)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(400, self._theme.px(HEIGHT_PX))

    @property
    def width_px(self) -> float:
        """The width of the part that stands for time."""
        return max(self.width() - self._left, 1.0)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self._redraw()

    def count(
        self,
        laid_out: LayoutInput,
        mask: NDArray[np.bool_],
        left: float,
        right: float,
    ) -> None:
        """Show the whole span, in drawn days, and the events of `mask` [events], from `left` to `right` px."""
        columns, home, language = laid_out.columns, laid_out.home, laid_out.texts.language
        self.setAccessibleName(self.tr("Overview of the whole span"))
        edges = calendar_edges(
            home, max(right - left, LEAST_WIDTH_PX), language, text_width, laid_out.warp
        )
        self._home, self._left, self._density = home, left, density(columns, mask, edges)
        events = int(mask.sum())
        count = (
            self.tr("1 event")
            if events == 1
            else self.tr("{0} events").format(number_in_words(events, language))
        )
        self._words = self.tr("Overview"), count
        self._redraw()

    def set_visible_span(self, span: TimeSpan) -> None:
        """Outline another span as the visible one; nothing is painted where its outline stays on the same pixels."""
        before, self._visible = self.visible_rect().toRect(), span
        if self.visible_rect().toRect() != before:
            self.update()

    # --- px and days ---

    def _to_px(self, day: float) -> float:
        return self._left + (day - self._home.start) / self._home.width * self.width_px

    def _days(self, px: float) -> float:
        return px / self.width_px * self._home.width

    def visible_rect(self) -> QRectF:
        """Where the visible span is, px."""
        left = min(
            max(self._to_px(self._visible.start), self._left), self.width() - LEAST_OUTLINE_PX
        )
        right = min(
            max(self._to_px(self._visible.end), left + LEAST_OUTLINE_PX), self.width() - 1.0
        )
        return QRectF(left, OUTLINE_PX, right - left, self.height() - 2 * OUTLINE_PX)

    # --- painting ---

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _paint_picture(self) -> QPixmap:
        theme, ratio = self._theme, self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.ground)
        with QPainter(picture) as painter:
            painter.fillRect(QRectF(0, 0, self.width(), 1), theme.line)
            if self._density is not None:
                # Hatched: events of which only the latest possible day is known.
                hatched = QBrush(theme.density, Qt.BrushStyle.BDiagPattern)
                for counts, brush in (
                    (self._density.all, QBrush(theme.density_soft)),
                    (self._density.shown, hatched),
                    (self._density.dated, QBrush(theme.density)),
                ):
                    self._paint_bars(painter, counts.tolist(), brush)
            text, scale, middle = TextPainter(painter), theme.scale, self.height() / 2
            room = self._left - 2 * HEADER_PADDING_PX * scale
            for words, px, way in zip(self._words, (12.0, 11.0), (-8.0, 8.0), strict=True):
                colour = theme.ink_soft if way < 0 else theme.ink_faint
                shown = elided(words, px * scale, REGULAR, room)
                text.draw(
                    HEADER_PADDING_PX * scale,
                    middle + way * scale,
                    shown,
                    px * scale,
                    REGULAR,
                    colour,
                )
        return picture

    def _paint_bars(self, painter: QPainter, counts: list[int], brush: QBrush) -> None:
        if self._density is None:
            return
        peak, edges = max(int(self._density.all.max()), 1), self._density.edges.tolist()
        bottom = self.height() - BAR_BOTTOM_PX
        room = bottom - BAR_TOP_PX
        for count, start, end in zip(counts, edges, edges[1:], strict=False):
            if count:
                left, right = self._to_px(start), self._to_px(end)
                # With the square root, years with one event can be seen beside years with sixty.
                height = max(room * (count / peak) ** 0.5, 2.0)
                bar = QRectF(left + 0.5, bottom - height, max(right - left - 1.5, 1.0), height)
                painter.fillRect(bar, brush)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._picture is None:
            self._picture = self._paint_picture()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            rect = self.visible_rect().toRect()
            if (
                rect.width() < WHOLE_SHARE * self.width_px
            ):  # a veil over everything would say nothing
                veil = QColor(self._theme.ink)
                veil.setAlphaF(0.08)
                painter.fillRect(rect.adjusted(1, 1, -1, -1), veil)
            _paint_outline(painter, rect, self._theme.ink_soft)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._redraw()

    # --- the mouse ---

    def _grip_at(self, x: float) -> _Grip:
        rect = self.visible_rect()
        if abs(x - rect.left()) <= GRIP_PX and rect.width() > 2 * GRIP_PX:
            return _Grip.LEFT
        if abs(x - rect.right()) <= GRIP_PX and rect.width() > 2 * GRIP_PX:
            return _Grip.RIGHT
        if rect.left() <= x <= rect.right():
            return _Grip.INSIDE
        return _Grip.NOTHING

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        x = event.position().x()
        if event.button() != Qt.MouseButton.LeftButton or x < self._left:
            return
        self._grip = self._grip_at(x)
        if self._grip == _Grip.NOTHING:  # move there and start dragging
            day = self._home.start + self._days(x - self._left)
            span = self._visible.shift(day - self._visible.middle)
            self.span_requested.emit(span, True)
            self._grip, self._grabbed = _Grip.INSIDE, span
        else:
            self._grabbed = self._visible
        self._grabbed_px = x

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        x = event.position().x()
        if self._grip == _Grip.NOTHING:
            self._show_grip(event.position())
            return
        by, span = self._days(x - self._grabbed_px), self._grabbed
        least = self._days(LEAST_OUTLINE_PX)
        if self._grip == _Grip.INSIDE:
            span = span.shift(by)
        elif self._grip == _Grip.LEFT:
            span = TimeSpan(min(span.start + by, span.end - least), span.end)
        else:
            span = TimeSpan(span.start, max(span.end + by, span.start + least))
        if span != self._visible:
            self.span_requested.emit(span, False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._grip = _Grip.NOTHING
        self._show_grip(event.position())

    def _show_grip(self, position: QPointF) -> None:
        grip = self._grip_at(position.x())
        ends = (_Grip.LEFT, _Grip.RIGHT)
        shape = Qt.CursorShape.SizeHorCursor if grip in ends else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.OpenHandCursor if grip == _Grip.INSIDE else shape)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """A wheel zooms, two fingers pan."""
        event.accept()
        turn = self._wheel.read(event)
        if turn is None:
            return
        if turn.asked in (Asked.ZOOM, Asked.TURN):
            self.zoom_requested.emit(turn.main)
            return
        sideways = turn.x if abs(turn.x) > abs(turn.y) else turn.y
        by = sideways * (1.0 if turn.asked is Asked.PAN else WHEEL_PAN_PX)
        self.span_requested.emit(self._visible.shift(-self._days(by)), False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._redraw()


def _paint_outline(painter: QPainter, rect: QRect, ink: QColor) -> None:
    """Paint a thin outline with round corners: in one stroke it would take 0.4 ms, in parts it takes 0.02."""
    r, right, bottom = CORNER_PX, rect.right(), rect.bottom()
    for y in (rect.top(), bottom):
        painter.fillRect(rect.left() + r, y, rect.width() - 2 * r, 1, ink)
    for x in (rect.left(), right):
        painter.fillRect(x, rect.top() + r, 1, rect.height() - 2 * r, ink)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(ink)
    side = 2 * r
    for x, y, begin in (
        (rect.left(), rect.top(), 90),
        (right - side, rect.top(), 0),
        (rect.left(), bottom - side, 180),
        (right - side, bottom - side, 270),
    ):
        painter.drawArc(QRectF(x + 0.5, y + 0.5, side, side), begin * 16, 90 * 16)
