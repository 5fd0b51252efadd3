"""The items that paint a scene in pixels: its lanes, as a child of the ViewBox itself, its headers and its shelf.

The lanes are a child of the ViewBox itself: in its child group, in data coordinates, they would be painted twice a
step (see docs/architecture.md).
"""

from __future__ import annotations

from collections.abc import Callable

from pyqtgraph import GraphicsObject, ViewBox
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
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


class _Pane(GraphicsObject):
    """A part beside the ViewBox, painted from a picture that is renewed when what it shows changes."""

    def __init__(self, current: CurrentScene) -> None:
        super().__init__()
        self._current = current
        self._rect = QRectF()
        self._picture = QPixmap()
        self._shown: tuple[object, ...] = ()  # what the picture shows

    def set_rect(self, rect: QRectF) -> None:
        """Where the part is in the view, px."""
        self.prepareGeometryChange()
        self.setPos(rect.topLeft())
        self._rect = QRectF(0, 0, rect.width(), rect.height())

    def boundingRect(self) -> QRectF:  # noqa: N802
        return self._rect

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self._rect.isEmpty():
            return
        scene, theme = self._current()
        ratio = painter.device().devicePixelRatio()
        shown = *self.shows(scene), theme, ratio, self._rect.width(), self._rect.height()
        if shown != self._shown:
            self._shown, self._picture = shown, self._paint_picture(scene, theme, ratio)
        painter.drawPixmap(0, 0, self._picture)

    def _paint_picture(self, scene: Scene, theme: Theme, ratio: float) -> QPixmap:
        picture = QPixmap((self._rect.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.ground)
        with QPainter(picture) as painter:
            painter.scale(theme.scale, theme.scale)
            self.paint_part(painter, scene, theme)
        return picture

    def shows(self, scene: Scene) -> tuple[object, ...]:
        """What of the scene the picture shows."""
        raise NotImplementedError

    def paint_part(self, painter: QPainter, scene: Scene, theme: Theme) -> None:
        """Paint this part, (0, 0) its top left."""
        raise NotImplementedError


class LaneHeaders(_Pane):
    """The names of the lanes, left of the ViewBox."""

    _hovered: int | None = None
    _focused: str | None = None
    _drop_y: float | None = None

    def show_focused(self, lane: str | None) -> None:
        """Outline the name that has the keyboard, by the id of its lane."""
        if lane != self._focused:
            self._focused = lane
            self.update()

    def show_drop(self, y: float | None) -> None:
        """Draw a line where the lane that is dragged goes, px below the top."""
        if y != self._drop_y:
            self._drop_y = y
            self.update()

    def show_hovered(self, lane: int | None) -> None:
        """Show on the lane under the pointer that it can be reduced to a line."""
        if lane != self._hovered:
            self._hovered = lane
            self.update()

    def shows(self, scene: Scene) -> tuple[object, ...]:
        return scene.lanes, scene.left, self._hovered, self._focused, self._drop_y

    def paint_part(self, painter: QPainter, scene: Scene, theme: Theme) -> None:
        paint_scene(painter, scene, theme, Part.HEADERS, hovered=self._hovered)
        band = next((b for b in scene.lanes if b.id == self._focused and not b.folded), None)
        if band is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2.0))
            top, bottom = max(band.top, 0.0), min(band.top + band.height, scene.height)
            painter.drawRect(QRectF(1.0, top + 1.0, scene.left - 3.0, bottom - top - 3.0))
        if self._drop_y is not None:
            y = min(max(self._drop_y - 1.5, 0.0), scene.height - 3.0)
            painter.fillRect(QRectF(0.0, y, scene.left, 3.0), theme.accent)


class ShelfPane(_Pane):
    """The shelf, right of the ViewBox, with its heading beside the time axis."""

    def shows(self, scene: Scene) -> tuple[object, ...]:
        return scene.lanes, scene.shelf

    def paint_part(self, painter: QPainter, scene: Scene, theme: Theme) -> None:
        painter.translate(-scene.right, AXIS_HEIGHT_PX)
        paint_scene(painter, scene, theme, Part.SHELF)
