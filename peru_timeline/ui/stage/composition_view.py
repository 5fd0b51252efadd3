"""A composition on the screen, as large as there is room for.

It is painted straight to the window; only while something moves over it is its picture kept and copied, because at
3840 × 2160 a picture takes 20 ms more than painting without one.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.audience.composition_painting import paint_composition


class CompositionView(QWidget):
    """Shows one composition, or a sentence where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.composition: Composition | None = None
        self._said = ""
        self._picture: QPixmap | None = None
        self._keeps_picture = False

    def show_composition(self, composition: Composition | None, said: str = "") -> None:
        """Show a composition; without one the sentence `said`."""
        self.composition, self._said, self._picture = composition, said, None
        if composition is None:
            self.setAccessibleName(said)
        else:
            panel = composition.panel.lines if composition.panel else ()
            words = " ".join(line.text for line in panel)
            self.setAccessibleName(composition.description)
            self.setAccessibleDescription(words)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Show the same in another theme."""
        self.theme, self._picture = theme, None
        self.update()

    def frame(self) -> QRectF:
        """Where the composition is, in px of the widget."""
        if self.composition is None:
            return QRectF(self.rect())
        size = self.composition.size
        zoom = min(self.width() / size.width, self.height() / size.height)
        width, height = size.width * zoom, size.height * zoom
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def on_page(self, at: QPointF) -> QPointF:
        """A point of the widget in design px of the composition."""
        frame = self.frame()
        size = self.composition.size.width if self.composition else max(frame.width(), 1.0)
        zoom = frame.width() / size
        return QPointF((at.x() - frame.x()) / zoom, (at.y() - frame.y()) / zoom)

    def scale(self, painter: QPainter) -> None:
        """Let a painter of this widget count in design px."""
        frame = self.frame()
        if self.composition is not None:
            painter.translate(frame.topLeft())
            zoom = frame.width() / self.composition.size.width
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
        if not self._keeps_picture:
            painter.fillRect(self.rect(), self.theme.ground)
            painter.save()
            self.scale(painter)
            paint_composition(painter, self.composition, self.theme)
            painter.restore()
            return
        if self._picture is None:
            self._picture = self._painted()
        painter.drawPixmap(0, 0, self._picture)

    def keep_picture(self, keep: bool) -> None:
        """Whether something moves over the composition, so that its picture is worth keeping."""
        self._keeps_picture = keep
        if not keep:
            self._picture = None

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.theme.ground)
        painter = QPainter(picture)
        if self.composition is not None:
            self.scale(painter)
            paint_composition(painter, self.composition, self.theme)
        painter.end()
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Paint anew for the new size."""
        super().resizeEvent(event)
        self.forget()

    def forget(self) -> None:
        """Paint anew: the size or the resolution of the screen is another."""
        self._picture = None
        self.update()
