"""The time axis: paints the ticks of the scene as an axis of pyqtgraph.

pyqtgraph's own DateAxisItem counts Unix seconds in local time and shows nothing before year 1. Whatever AxisItem
computes by itself is overridden.
"""

from __future__ import annotations

from pyqtgraph import AxisItem, ViewBox
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.ui.canvas.scene_item import CurrentScene
from peru_timeline.ui.paint.scene_painting import Part, paint_scene


class TimeAxis(AxisItem):
    """The axis above the lanes; it also shows the selected title if that has no room in its lane."""

    def __init__(self, view_box: ViewBox, current: CurrentScene) -> None:
        self._current = current
        self._rect = QRectF()
        super().__init__("top", linkView=view_box, showValues=False)
        self.label.hide()

    def set_rect(self, rect: QRectF) -> None:
        """Place the axis in the view, px."""
        self.prepareGeometryChange()
        self._rect = QRectF(0, 0, rect.width(), rect.height())
        self.setMaximumHeight(rect.height())  # AxisItem limits itself to what its own labels need
        self.setGeometry(rect)

    def linkedViewChanged(  # noqa: N802
        self, _view: ViewBox, _new_range: tuple[float, float] | None = None
    ) -> None:
        """Repaint for another visible span."""
        self.update()

    def resizeEvent(self, _event: object = None) -> None:  # noqa: N802
        """Nothing to arrange: there is no title."""

    def boundingRect(self) -> QRectF:  # noqa: N802
        return self._rect

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._rect)
        return path

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        scene, theme = self._current()
        painter.setClipRect(self._rect)
        painter.scale(theme.scale, theme.scale)
        painter.translate(0.0, AXIS_HEIGHT_PX)
        paint_scene(painter, scene, theme, Part.AXIS)
