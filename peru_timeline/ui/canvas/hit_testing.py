"""What gestures act on: which mark is where, and what a click, a chosen stretch or a resting pointer does there.

Points are the scene's: px at text scale 1, (0, 0) the top left of the lane area.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.scene import Cluster, LaneBand, Mark
from peru_timeline.ui.canvas.event_navigation import lane_span
from peru_timeline.ui.canvas.time_navigation import TimeNavigation
from peru_timeline.ui.canvas.tooltips import cluster_words, mark_words, tooltip_html
from peru_timeline.ui.paint.scene_painting import AXIS_PX, HEADER_PAD_PX

if TYPE_CHECKING:
    from peru_timeline.ui.canvas.timeline_view import TimelineView

SLACK_PX = 4.0  # how near a mark a click counts


class TimelineGround:
    """The surface of a timeline view under the pointer."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view

    @property
    def navigation(self) -> TimeNavigation:
        """Moves what is in sight."""
        return self._view.navigation

    @property
    def wheel_zooms(self) -> bool:
        """Whether the wheel zooms, or scrolls the lanes."""
        return self._view.wheel_zooms

    @property
    def scroll_y(self) -> float:
        """Px of the content above the window."""
        return self._view.scroll_y

    def scroll_to(self, y: float) -> None:
        """Show the content from `y` px on."""
        self._view.scroll_to(y)

    def scene_point(self, point: QPointF) -> QPointF:
        """From px of the canvas to px of the scene."""
        scale = self._view.theme.scale
        return QPointF(point.x() / scale, point.y() / scale - AXIS_PX)

    def share_at(self, x: float) -> float:
        """Where scene x stands in the time area: 0 its left end, 1 its right."""
        width = self._view.canvas.width() / self._view.theme.scale - self._view.left_px
        return float((x - self._view.left_px) / max(width, 1.0))

    def is_over_time(self, point: QPointF) -> bool:
        """Whether it lies right of the lane headers."""
        return point.x() >= self._view.left_px

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark there, or whose words are there."""
        return self._view.scene.mark_at(point.x(), point.y(), SLACK_PX)

    def cluster_at(self, point: QPointF) -> Cluster | None:
        """The cluster there."""
        return self._view.scene.cluster_at(point.x(), point.y(), SLACK_PX)

    def lane_at(self, point: QPointF) -> LaneBand | None:
        """The lane there."""
        return self._view.scene.lane_at(point.y())

    def is_active(self, point: QPointF) -> bool:
        """Whether a click there does something."""
        if self.is_over_time(point):
            return self.mark_at(point) is not None or self.cluster_at(point) is not None
        lane = self.lane_at(point)
        return lane is not None and (lane.folded or lane.collapsed or point.x() < HEADER_PAD_PX)

    def show_hovered(self, point: QPointF | None) -> None:
        """Show what can be done with the lane whose name is there."""
        lane = None
        if point is not None and point.y() >= 0 and not self.is_over_time(point):
            lane = self.lane_at(point)
        folds = lane is not None and not lane.folded
        self._view.canvas.headers.show_hovered(lane.lane if lane is not None and folds else None)

    def click(self, point: QPointF) -> None:
        """Select what is there; a click on a lane's name folds it to one line or unfolds it."""
        if not self.is_over_time(point):
            self._click_header(point)
            return
        mark = self.mark_at(point)
        if mark is not None:
            self._view.keys.lane = mark.lane
            self._view.state.select(mark.event)
        elif self.cluster_at(point) is None:
            self._view.state.select(None)

    def _click_header(self, point: QPointF) -> None:
        lane = self.lane_at(point)
        if lane is None:
            return
        if lane.folded:
            self._view.refit_lanes()
        elif lane.collapsed or point.x() < HEADER_PAD_PX:
            self._view.toggle_lane(lane.lane)

    def double_click(self, point: QPointF) -> None:
        """Zoom to the event, the cluster, or all of the lane."""
        if self.is_over_time(point):
            mark, cluster = self.mark_at(point), self.cluster_at(point)
            if mark is not None:
                self._view.zoom_to_event(mark.event)
            elif cluster is not None:
                self._view.navigation.show(TimeSpan(*cluster.span).pad(0.05))
            return
        lane = self.lane_at(point)
        if lane is not None and not lane.folded:
            span = lane_span(
                self._view.layout_input.columns,
                self._view.layout_input.lanes,
                lane.lane,
                self._view.state.mask,
            )
            if span is not None:
                self._view.navigation.show(span)

    def choosing(self, span: TimeSpan | None) -> None:
        """Mark the stretch that is being chosen."""
        if span is None:
            self._view.canvas.show_chosen(None)
            return
        rect = self._view.canvas.view_box.geometry()
        visible = self._view.navigation.visible
        left, right = (
            rect.left() + (day - visible.start) / visible.width * rect.width()
            for day in (span.start, span.end)
        )
        self._view.canvas.show_chosen(QRectF(left, rect.top(), right - left, rect.height()))

    def chosen(self, span: TimeSpan, at: QPointF) -> None:
        """Ask what to do with the stretch that was chosen."""
        self._view.span_chosen.emit(span)
        menu = QMenu(self._view)
        menu.setObjectName("chosen_span_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        zoom = menu.addAction(QCoreApplication.translate("TimelineView", "Zoom to this span"))
        zoom.triggered.connect(lambda: self._view.show_span(span))
        export = menu.addAction(QCoreApplication.translate("TimelineView", "Export this span…"))
        export.triggered.connect(lambda: self._view.export_requested.emit(span))
        menu.popup(self._view.canvas.viewport().mapToGlobal(at.toPoint()))

    def show_pointer(self, shape: Qt.CursorShape) -> None:
        """Another shape of the mouse pointer."""
        viewport = self._view.canvas.viewport()
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)

    def show_tooltip(self, event: QHelpEvent) -> None:
        """Title and date of what the pointer rests on."""
        point = self.scene_point(QPointF(event.pos()))
        words = ""
        if self.is_over_time(point):
            mark, cluster = self.mark_at(point), self.cluster_at(point)
            if mark is not None:
                words = mark_words(
                    self._view.state.opened.chronology, mark.event, self._view.state.language
                )
            elif cluster is not None:
                words = cluster_words(cluster.count)
        else:
            lane = self.lane_at(point)
            words = lane.name if lane is not None else ""
        if words:
            QToolTip.showText(event.globalPos(), tooltip_html(words), self._view.canvas)
        else:
            QToolTip.hideText()
