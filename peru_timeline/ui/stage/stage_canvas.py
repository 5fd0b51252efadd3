"""What the audience sees: a composition, the flight to it, the spot of the pointer, or nothing but black."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.composition.flight import between, flown
from peru_timeline.pictures.sizes import LONG_SIDE_PX
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.audience.composition_painting import (
    paint_around,
    paint_timeline,
    prepare,
)
from peru_timeline.ui.paint.audience.picture_painting import MEASURES
from peru_timeline.ui.stage.composition_view import CompositionView

FLIGHT_MS = 700
FADE_SPEED = 1.7  # 1 would be an even cross-fade, 2 would leave nothing to be seen half-way
SWIPE_PX = 90.0
WHEEL_STEP = 120  # of a mouse wheel, in Qt's eighths of a degree
SPOT_SHARE = 0.013  # radius, of the width
SPOT_ALPHA, LEAST_SPOT_PX = 190, 8.0
NUMBER_PX = 48


class StageCanvas(CompositionView):
    """The full screen of the audience; it knows nothing of views and steps."""

    turned = Signal(int)
    """Forward (1) or back (-1) by an event."""
    view_turned = Signal(int)
    """Forward (1) or back (-1) by a view."""
    event_chosen = Signal(int)
    """The index of the event that was clicked."""
    moved = Signal()
    """The pointer moves."""
    resized = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("stage_canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)  # the spot stands for it
        self.language = language
        self.is_black = False
        self.number = ""  # that is being typed
        self._from: Composition | None = None
        self._share = 1.0
        self._spot: QPointF | None = None
        self._pressed: QPointF | None = None
        self._wheel = 0
        self._flight = QVariantAnimation(self)
        self._flight.setDuration(FLIGHT_MS)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._flight.valueChanged.connect(lambda share: self._fly(float(share)))

    # --- what is shown -----------------------------------------------------------------------

    def fly_to(self, composition: Composition | None, said: str = "", *, fly: bool) -> None:
        """Show a composition, with a flight from the present one or at once."""
        before = self.composition
        self.stop()
        same_size = before and composition and before.size == composition.size
        self._from = before if fly and same_size else None
        self.show_composition(composition, said)
        if self._from is not None:
            self._flight.start()

    def stop(self) -> None:
        """End a flight where it goes."""
        self._flight.stop()
        self._from, self._share = None, 1.0

    @property
    def is_flying(self) -> bool:
        return self._from is not None

    def _fly(self, share: float) -> None:
        self._share = share
        if share >= 1.0:
            self._from = None
        self.update()

    def set_black(self, is_black: bool) -> None:
        """Show nothing but black, or the composition again."""
        self.is_black = is_black
        self.update()

    def show_number(self, number: str) -> None:
        """Show the number that is being typed."""
        self.number = number
        self.update()

    def show_spot(self, at: QPointF | None) -> None:
        """Show the pointer as a spot, or hide it."""
        for place in (self._spot, at):
            if place is not None:
                radius = 2 * max(SPOT_SHARE * self.width(), LEAST_SPOT_PX)
                corner = QPointF(radius, radius)
                self.update(QRectF(place - corner, place + corner).toAlignedRect())
        self._spot = at
        self.keep_picture(at is not None)

    # --- what Qt calls -----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint black, the flight, or the composition; then the spot and the number."""
        painter = QPainter(self)
        if self.is_black:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
        elif self._from is not None and self.composition is not None:
            self._paint_flight(painter, self._from, self.composition)
        else:
            self.paint_still(painter)
        if self._spot is not None and not self.is_black:
            self._paint_spot(painter, self._spot)
        if self.number:
            self._paint_number(painter)
        painter.end()

    def _paint_flight(self, painter: QPainter, start: Composition, end: Composition) -> None:
        painter.fillRect(self.rect(), self.theme.ground)
        span = between(start.scale.days, end.scale.days, self._share)
        painter.save()
        self.scale(painter, end)
        for composition, share in zip((start, end), opacities(self._share), strict=True):
            if share <= 0:
                continue
            painter.save()
            painter.setOpacity(share)
            prepare(painter)
            painter.save()
            area = composition.area
            painter.setClipRect(int(area.left) - 4, 0, int(area.width) + 8, int(area.bottom) + 40)
            paint_timeline(painter, flown(composition, span, self.language, MEASURES), self.theme)
            painter.restore()
            prepare(painter)
            paint_around(painter, composition, self.theme)
            painter.restore()
        painter.restore()

    def _paint_spot(self, painter: QPainter, at: QPointF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = max(SPOT_SHARE * self.width(), LEAST_SPOT_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        halo = QColor(self.theme.highlight)
        halo.setAlpha(SPOT_ALPHA)
        for colour, factor in ((halo, 1.6), (self.theme.ink, 0.6), (self.theme.ground, 0.35)):
            painter.setBrush(colour)
            painter.drawEllipse(at, factor * radius, factor * radius)

    def _paint_number(self, painter: QPainter) -> None:
        factor = max(self.width() / LONG_SIDE_PX, 1.0)
        painter.setFont(self.theme.font(factor * NUMBER_PX))
        painter.setPen(self.theme.ink if not self.is_black else Qt.GlobalColor.white)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(
            self.rect().adjusted(0, round(20 * factor), -round(40 * factor), 0),
            int(flags),
            self.number,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for a composition of the new size."""
        super().resizeEvent(event)
        self.stop()
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move the spot."""
        self.show_spot(event.position())
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a click or a swipe; the other button goes back."""
        if event.button() == Qt.MouseButton.RightButton:
            self.turned.emit(-1)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on an event chooses it, elsewhere it goes on; a swipe turns events or views."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        way, self._pressed = event.position() - self._pressed, None
        if max(abs(way.x()), abs(way.y())) >= SWIPE_PX:
            across = abs(way.x()) >= abs(way.y())
            signal, distance = (self.turned, way.x()) if across else (self.view_turned, way.y())
            signal.emit(1 if distance < 0 else -1)
            return
        at = self.on_page(event.position())
        found = self.composition.event_at(at.x(), at.y()) if self.composition else None
        if found is None or self.is_black:
            self.turned.emit(1)
        else:
            self.event_chosen.emit(found)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Each step of the wheel is an event."""
        self._wheel += event.angleDelta().y()
        while abs(self._wheel) >= WHEEL_STEP:
            way = -1 if self._wheel > 0 else 1
            self._wheel += way * WHEEL_STEP
            self.turned.emit(way)
        event.accept()


def opacities(share: float) -> tuple[float, float]:
    """How opaque the old and the new view are during a flight: hardly ever both, as words over words cannot be read."""
    return max(1.0 - FADE_SPEED * share, 0.0), max(1.0 - FADE_SPEED * (1.0 - share), 0.0)
