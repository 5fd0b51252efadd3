"""A composition on the screen, as large as there is room for.

What probably comes next is painted ahead, while nobody waits for it: a step then only copies a picture, which at
3840 × 2160 takes a third of the time. Anything else is painted straight to the window, because painting a picture and
copying it takes longer than that; only while something moves over it is its picture kept.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.audience.composition_painting import (
    paint_around,
    paint_timeline,
    prepare,
)

MOST_AHEAD_PX = 20_000_000  # pixels of a picture that is painted ahead: 80 MB


class CompositionView(QWidget):
    """Shows one composition, or a sentence where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.composition: Composition | None = None
        self._said = ""
        self._picture: QPixmap | None = None
        self._ahead: tuple[Composition, QPixmap] | None = None
        self._keeps_picture = False

    def show_composition(self, composition: Composition | None, said: str = "") -> None:
        """Show a composition; without one the sentence `said`."""
        ahead, self._ahead = self._ahead, None
        self.composition, self._said = composition, said
        self._picture = ahead[1] if ahead is not None and ahead[0] is composition else None
        if composition is None:
            self.setAccessibleName(said)
        else:
            panel = composition.panel.lines if composition.panel else ()
            words = " ".join(line.text for line in panel)
            self.setAccessibleName(composition.description)
            self.setAccessibleDescription(words)
        self.update()

    def paint_ahead(self, composition: Composition) -> None:
        """Paint what will probably be shown next, so that showing it only copies a picture."""
        pixels = self.width() * self.height() * self.devicePixelRatioF() ** 2
        if composition is not self.composition and pixels <= MOST_AHEAD_PX:
            self._ahead = composition, self._painted(composition)

    def set_theme(self, theme: Theme) -> None:
        """Show the same in another theme."""
        self.theme, self._picture, self._ahead = theme, None, None
        self.update()

    def frame(self) -> QRectF:
        """Where the composition is, in px of the widget."""
        return QRectF(self.rect()) if self.composition is None else self._frame(self.composition)

    def _frame(self, composition: Composition) -> QRectF:
        size = composition.size
        zoom = min(self.width() / size.width, self.height() / size.height)
        width, height = size.width * zoom, size.height * zoom
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def on_page(self, at: QPointF) -> QPointF:
        """A point of the widget in design px of the composition."""
        frame = self.frame()
        size = self.composition.size.width if self.composition else max(frame.width(), 1.0)
        zoom = frame.width() / size
        return QPointF((at.x() - frame.x()) / zoom, (at.y() - frame.y()) / zoom)

    def scale(self, painter: QPainter, composition: Composition) -> None:
        """Let a painter of this widget count in design px of a composition."""
        frame = self._frame(composition)
        painter.translate(frame.topLeft())
        zoom = frame.width() / composition.size.width
        painter.scale(zoom, zoom)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Copy the picture of the composition."""
        painter = QPainter(self)
        self.paint_still(painter)
        painter.end()

    def paint_still(self, painter: QPainter) -> None:
        """Paint the composition as it is between two flights."""
        if self.composition is None:
            painter.fillRect(self.rect(), self.theme.ground)
            painter.setPen(self.theme.ink)
            painter.setFont(self.theme.font(18))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(40, 40, -40, -40), flags, self._said)
            return
        if self._picture is None and self._keeps_picture:
            self._picture = self._painted(self.composition)
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
            return
        painter.fillRect(self.rect(), self.theme.ground)
        painter.save()
        self._paint(painter, self.composition)
        painter.restore()

    def keep_picture(self, keep: bool) -> None:
        """Whether something moves over the composition, so that its picture is worth keeping."""
        self._keeps_picture = keep
        if not keep:
            self._picture = None

    def _paint(self, painter: QPainter, composition: Composition) -> None:
        """Paint a composition on its ground."""
        self.scale(painter, composition)
        prepare(painter)
        paint_timeline(painter, composition, self.theme)
        paint_around(painter, composition, self.theme)

    def _painted(self, composition: Composition) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.theme.ground)
        painter = QPainter(picture)
        self._paint(painter, composition)
        painter.end()
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Paint anew for the new size."""
        super().resizeEvent(event)
        self.forget()

    def forget(self) -> None:
        """Paint anew: the size or the resolution of the screen is another."""
        self._picture = self._ahead = None
        self.update()
