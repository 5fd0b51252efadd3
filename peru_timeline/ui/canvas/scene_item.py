"""The items that paint lanes and lane headers, in pixels.

The lanes are a child of the ViewBox itself: in its child group, in data coordinates, they would be painted twice a
step (see docs/architecture.md).
"""

from __future__ import annotations

from collections.abc import Callable

from pyqtgraph import GraphicsObject, ViewBox
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from peru_timeline.timeline.scene import Scene
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.scene_painting import Part, paint_scene

CurrentScene = Callable[[], tuple[Scene, Theme]]
"""Returns the scene to paint and the theme, whose text scale enlarges it."""


class SceneItem(GraphicsObject):
    """Paints the lanes of a scene within a ViewBox."""

    def __init__(self, view_box: ViewBox, current: CurrentScene) -> None:
        super().__init__(view_box)
        self._current = current
        self._rect = QRectF()
        self.paints = 0  # how often it was painted, for tests and benchmarks: once a step
        view_box.sigResized.connect(self._resized)

    def _resized(self, view_box: ViewBox) -> None:
        self.prepareGeometryChange()
        self._rect = view_box.rect()

    def boundingRect(self) -> QRectF:  # noqa: N802
        return self._rect

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        self.paints += 1
        scene, theme = self._current()
        painter.scale(theme.scale, theme.scale)
        painter.translate(-scene.left, 0.0)
        paint_scene(painter, scene, theme, Part.LANES)


class LaneHeaders(GraphicsObject):
    """Paints the lane headers, left of the ViewBox, from a picture that is repainted when they change."""

    def __init__(self, current: CurrentScene) -> None:
        super().__init__()
        self._current = current
        self._rect = QRectF()
        self._picture = QPixmap()
        self._shown: tuple[object, ...] = ()  # what the picture shows
        self._hovered: int | None = None

    def set_rect(self, rect: QRectF) -> None:
        """Place the headers in the view, px."""
        self.prepareGeometryChange()
        self.setPos(rect.topLeft())
        self._rect = QRectF(0, 0, rect.width(), rect.height())

    def show_hovered(self, lane: int | None) -> None:
        """Show on the header under the pointer that its lane can be folded; None for no header."""
        if lane != self._hovered:
            self._hovered = lane
            self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802
        return self._rect

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        scene, theme = self._current()
        ratio = painter.device().devicePixelRatio()
        shown = scene.lanes, scene.left, theme, ratio, self._rect.height(), self._hovered
        if shown != self._shown:
            self._shown, self._picture = shown, self._paint_picture(scene, theme, ratio)
        painter.drawPixmap(0, 0, self._picture)

    def _paint_picture(self, scene: Scene, theme: Theme, ratio: float) -> QPixmap:
        picture = QPixmap((self._rect.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.ground)
        with QPainter(picture) as painter:
            painter.scale(theme.scale, theme.scale)
            paint_scene(painter, scene, theme, Part.HEADERS, hovered=self._hovered)
        return picture
