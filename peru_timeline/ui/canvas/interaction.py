"""Interaction: carries out what gestures and keys ask of the timeline."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolTip

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.ui.canvas.event_steps import EventSteps
from peru_timeline.ui.canvas.input.event_navigation import event_span
from peru_timeline.ui.canvas.input.hit_testing import Hit, hit_at
from peru_timeline.ui.canvas.input.intents import (
    Activate,
    Click,
    DoubleClick,
    Drag,
    Drop,
    GoThroughHistory,
    GoToEnd,
    Grab,
    Hover,
    HoverEnd,
    Intent,
    LeaveLane,
    MoveLane,
    PanByPixels,
    PanByShare,
    SelectSpan,
    ShowTooltip,
    SpanSelected,
    StepToEvent,
    StepToLane,
    StepToLaneName,
    TurnPage,
    WheelTurned,
    Zoom,
)
from peru_timeline.ui.canvas.lane_handling import LaneHandling
from peru_timeline.ui.canvas.live_scene import LiveScene
from peru_timeline.ui.canvas.time_navigation import TimeNavigation
from peru_timeline.ui.canvas.timeline_canvas import TimelineCanvas
from peru_timeline.ui.canvas.tooltips import hit_tooltip, tooltip_html
from peru_timeline.ui.state.view_state import ViewState

PAGE_SHARE = 0.8  # of the window: what Page Up and Page Down move on by
SCROLL_STEP_PX = 54.0  # of the lanes for a step of the wheel: three rows


class Interaction(QObject):
    """Moves through time, scrolls, selects and folds lanes, as the canvas's intents ask."""

    span_selected = Signal(object)
    """A TimeSpan, selected with Shift and the mouse."""
    export_requested = Signal(object)
    """A TimeSpan, to be exported."""
    event_activated = Signal(int)
    """The reader wants the details of this event."""

    def __init__(
        self,
        state: ViewState,
        canvas: TimelineCanvas,
        navigation: TimeNavigation,
        live: LiveScene,
    ) -> None:
        super().__init__(canvas)
        self._state, self._canvas, self._navigation, self._live = state, canvas, navigation, live
        self._steps = EventSteps(state, navigation, live)
        self.lanes = LaneHandling(canvas, live)
        state.selection_changed.connect(self.lanes.unfocus)
        self._grabbed_span, self._grabbed_scroll_y, self._drags = navigation.visible, 0.0, 0
        self._grabbed_shelf: float | None = None  # width of the shelf whose edge is dragged, px
        canvas.intended.connect(self.carry_out)

    def forget_lane(self) -> None:
        """The lanes have become others."""
        self._steps.lane = None

    def carry_out(self, intent: Intent) -> None:
        """Do what an intent asks."""
        match intent:
            case Hover(x, y):
                self._live.point_at(y if y >= 0 else None)
                self._hover(hit_at(self._live.scene, x, y))
            case HoverEnd():
                self._live.point_at(None)
                self._canvas.headers.show_hovered(None)
            case ShowTooltip(x, y, on_screen):
                self._show_tooltip(hit_at(self._live.scene, x, y), on_screen)
            case Click(x, y):
                hit = hit_at(self._live.scene, x, y)
                self._click(hit)
                shown = hit.mark or hit.shelved
                self._canvas.event_clicked.emit(None if shown is None else shown.event, x)
            case DoubleClick(x, y):
                self._zoom_to(hit_at(self._live.scene, x, y))
            case StepToLaneName(direction):
                self.lanes.step(direction)
            case MoveLane(direction):
                self.lanes.move(direction)
            case LeaveLane():
                self.lanes.leave()
            case Drop():
                self.lanes.drop()
            case Activate():
                if self.lanes.open_alone():
                    return
                if self._state.selection is not None:
                    self.event_activated.emit(self._state.selection)
            case SelectSpan(from_x, to_x):
                self._canvas.show_pointer(Qt.CursorShape.SplitHCursor)
                self._mark_span(self._span_between(from_x, to_x))
            case SpanSelected(from_x, to_x, on_screen):
                self._offer_span(self._span_between(from_x, to_x), on_screen)
                self._canvas.show_selected_span(None)
            case StepToEvent(direction):
                self._steps.step_to_event(direction)
            case StepToLane(direction):
                self._steps.step_to_lane(direction)
            case GoToEnd(direction):
                self._steps.go_to_end(direction)
            case _:
                self._move(intent)

    def _move(
        self,
        intent: Grab
        | Drag
        | Zoom
        | PanByShare
        | PanByPixels
        | WheelTurned
        | GoThroughHistory
        | TurnPage,
    ) -> None:
        """Carry out an intent that moves through time or through the lanes."""
        navigation = self._navigation
        match intent:
            case Grab(x, y):
                navigation.stop()
                self._grabbed_span, self._grabbed_scroll_y = navigation.visible, self._live.scroll_y
                hit = hit_at(self._live.scene, x, y)
                self._grabbed_shelf = self._live.shelf_px if hit.is_divider else None
                self.lanes.grab(hit.header, y)
                self._drags += 1
            case Drag(dx, _) if self._grabbed_shelf is not None:
                self._live.show_lanes(self._live.lanes.shelf_resized(self._grabbed_shelf - dx))
            case Drag(_, dy) if self.lanes.drag(dy):
                self._canvas.show_pointer(Qt.CursorShape.ClosedHandCursor)
            case Drag(dx, dy):
                self._live.hand_moves()
                self._canvas.show_pointer(Qt.CursorShape.ClosedHandCursor)
                span = self._grabbed_span.shift(-self._share_of(dx) * self._grabbed_span.width)
                navigation.show(span, animate=False, run=("drag", self._drags))
                self._live.scroll_to(self._grabbed_scroll_y - dy)
            case Zoom(steps, x, animate):
                self._live.hand_moves()
                navigation.zoom(steps, min(max(self.share_at(x), 0.0), 1.0), animate=animate)
            case PanByShare(share):
                self._live.hand_moves()
                navigation.pan(share)
            case PanByPixels(dx, dy):
                self._live.hand_moves()
                if share := self._share_of(dx):
                    navigation.pan(-share)
                if dy:
                    self._live.scroll_to(self._live.scroll_y - dy)
            case WheelTurned(steps, x, zooms):
                if not zooms or x < self._live.header_px or x > self._live.scene.right:
                    self._live.scroll_to(self._live.scroll_y - steps * SCROLL_STEP_PX)
                else:
                    self._live.hand_moves()
                    navigation.zoom(steps, self.share_at(x), animate=abs(steps) >= 1)
            case GoThroughHistory(direction):
                (navigation.back if direction < 0 else navigation.forward)()
            case TurnPage(direction):
                self._turn_page(direction)
            case _:
                assert_never(intent)

    def _turn_page(self, direction: int) -> None:
        """Scroll by most of the lanes in sight; where all are in sight, move on in time."""
        scene, span = self._live.scene, self._navigation.target
        if scene.content_height > scene.height:
            self._live.scroll_to(self._live.scroll_y + direction * PAGE_SHARE * scene.height)
        else:
            self._navigation.show(span.shift(direction * PAGE_SHARE * span.width))

    # --- px and time ---

    def share_at(self, x: float) -> float:
        """Where scene x lies in the time area: 0 at its left end, 1 at its right end."""
        return (x - self._live.header_px) / self._live.time_px

    def _share_of(self, dx: float) -> float:
        """Which share of the time area `dx` px are."""
        return dx / self._live.time_px

    def _span_between(self, from_x: float, to_x: float) -> TimeSpan:
        visible = self._navigation.visible
        shares = sorted(min(max(self.share_at(x), 0.0), 1.0) for x in (from_x, to_x))
        start, end = (visible.start + share * visible.width for share in shares)
        return TimeSpan(start, end)

    # --- the pointer ---

    def _hover(self, hit: Hit) -> None:
        header = hit.header
        can_fold = header is not None and not header.folded
        self._canvas.headers.show_hovered(header.lane if header is not None and can_fold else None)
        shape = Qt.CursorShape.ArrowCursor
        if hit.is_divider:
            shape = Qt.CursorShape.SplitHCursor
        elif hit.is_clickable:
            shape = Qt.CursorShape.PointingHandCursor
        self._canvas.show_pointer(shape)

    def _show_tooltip(self, hit: Hit, on_screen: QPoint) -> None:
        chronology, language = self._state.opened.chronology, self._state.language
        text = hit_tooltip(hit, chronology, language, self._live.lanes.shelf.is_open)
        if text:
            QToolTip.showText(on_screen, tooltip_html(text), self._canvas)
        else:
            QToolTip.hideText()

    def _click(self, hit: Hit) -> None:
        """Select what is there; a click on a lane's header folds the lane to one line or unfolds it."""
        if hit.is_header:
            self.lanes.fold(hit.header, hit.on_fold_button)
        elif hit.is_shelf:
            self._click_shelf(hit)
        elif hit.offer is not None:
            self._state.select(hit.offer.event)
        elif hit.mark is not None:
            self._steps.lane = hit.mark.lane
            self._state.select(hit.mark.event)
        elif hit.cluster is None:
            self._state.select(None)

    def _click_shelf(self, hit: Hit) -> None:
        """Select an event, list a whole lane, or open and close the shelf."""
        lanes = self._live.lanes
        if hit.shelved is not None:
            self._steps.lane = hit.shelved.lane
            self._state.select(hit.shelved.event)
        elif hit.more is not None:
            lane_id = self._live.layout_input.lanes.ids[hit.more.lane]
            self._live.show_lanes(lanes.shelf_expanded(lane_id))
        elif not hit.is_divider:
            self._live.show_lanes(lanes.shelf_toggled())

    def _zoom_to(self, hit: Hit) -> None:
        """Show the event, the cluster or all of the lane that is there."""
        layout_input = self._live.layout_input
        span = None
        if hit.mark is not None:
            span = event_span(layout_input.columns, hit.mark.event, layout_input.home)
        elif hit.cluster is not None:
            span = TimeSpan(*hit.cluster.span).pad(0.05)
        elif hit.header is not None:
            self.lanes.toggle_alone(hit.header)
        if span is not None:
            self._navigation.show(span)

    # --- selecting a span ---

    def _mark_span(self, span: TimeSpan) -> None:
        """Show the stretch that is being selected."""
        rect, visible = self._canvas.view_box.geometry(), self._navigation.visible
        left, right = (
            rect.left() + (day - visible.start) / visible.width * rect.width()
            for day in (span.start, span.end)
        )
        self._canvas.show_selected_span(QRectF(left, rect.top(), right - left, rect.height()))

    def _offer_span(self, span: TimeSpan, on_screen: QPoint) -> None:
        """Ask what to do with the stretch that was selected."""
        self.span_selected.emit(days := self._navigation.warp.span_of_days(span))
        menu = QMenu(self._canvas)
        menu.setObjectName("chosen_span_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        zoom = menu.addAction(QCoreApplication.translate("Interaction", "Zoom to this span"))
        zoom.triggered.connect(lambda: self._navigation.show(span))
        export = menu.addAction(QCoreApplication.translate("Interaction", "Export this span…"))
        export.triggered.connect(lambda: self.export_requested.emit(days))
        menu.popup(on_screen)
