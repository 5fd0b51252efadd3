"""Interaction: carries out what gestures and keys ask of the timeline."""

from __future__ import annotations

from typing import assert_never

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolTip

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.scene import LaneBand
from peru_timeline.ui.canvas.input.event_navigation import (
    event_in_next_lane,
    event_span,
    lane_of,
    lane_span,
)
from peru_timeline.ui.canvas.input.hit_testing import Hit, hit_at
from peru_timeline.ui.canvas.input.intents import (
    Activate,
    Click,
    Direction,
    DoubleClick,
    Drag,
    GoThroughHistory,
    GoToEnd,
    Grab,
    Hover,
    HoverEnd,
    Intent,
    PanByPixels,
    PanByShare,
    ScrollLanes,
    SelectSpan,
    ShowTooltip,
    SpanSelected,
    StepToEvent,
    StepToLane,
    TurnPage,
    Zoom,
)
from peru_timeline.ui.canvas.live_scene import LiveScene
from peru_timeline.ui.canvas.time_navigation import TimeNavigation
from peru_timeline.ui.canvas.timeline_canvas import TimelineCanvas
from peru_timeline.ui.canvas.tooltips import cluster_tooltip, mark_tooltip, tooltip_html
from peru_timeline.ui.state.view_state import ViewState

PAGE_SHARE = 0.8  # of the visible span: what Page Up and Page Down move on by


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
        self._lane: int | None = None  # where the reader is: an event may be in several lanes
        self._grabbed_span, self._grabbed_scroll_y, self._drags = navigation.visible, 0.0, 0
        canvas.intended.connect(self.carry_out)

    def forget_lane(self) -> None:
        """The lanes have become others."""
        self._lane = None

    def carry_out(self, intent: Intent) -> None:
        """Do what an intent asks."""
        match intent:
            case Hover(x, y):
                self._hover(hit_at(self._live.scene, x, y))
            case HoverEnd():
                self._canvas.headers.show_hovered(None)
            case ShowTooltip(x, y, on_screen):
                self._show_tooltip(hit_at(self._live.scene, x, y), on_screen)
            case Click(x, y):
                self._click(hit_at(self._live.scene, x, y))
            case DoubleClick(x, y):
                self._zoom_to(hit_at(self._live.scene, x, y))
            case Activate():
                if self._state.selection is not None:
                    self.event_activated.emit(self._state.selection)
            case SelectSpan(from_x, to_x):
                self._canvas.show_pointer(Qt.CursorShape.SplitHCursor)
                self._mark_span(self._span_between(from_x, to_x))
            case SpanSelected(from_x, to_x, on_screen):
                self._offer_span(self._span_between(from_x, to_x), on_screen)
                self._canvas.show_selected_span(None)
            case StepToEvent(direction):
                self._step_to_event(direction)
            case StepToLane(direction):
                self._step_to_lane(direction)
            case GoToEnd(direction):
                self._go_to_end(direction)
            case _:
                self._move(intent)

    def _move(
        self,
        intent: Grab
        | Drag
        | Zoom
        | PanByShare
        | PanByPixels
        | ScrollLanes
        | GoThroughHistory
        | TurnPage,
    ) -> None:
        """Carry out an intent that moves through time or through the lanes."""
        navigation = self._navigation
        match intent:
            case Grab():
                navigation.stop()
                self._grabbed_span, self._grabbed_scroll_y = navigation.visible, self._live.scroll_y
                self._drags += 1
            case Drag(dx, dy):
                self._canvas.show_pointer(Qt.CursorShape.ClosedHandCursor)
                span = self._grabbed_span.shift(-self._share_of(dx) * self._grabbed_span.width)
                navigation.show(span, animate=False, run=("drag", self._drags))
                self._live.scroll_to(self._grabbed_scroll_y - dy)
            case Zoom(steps, x, animate):
                navigation.zoom(steps, min(max(self.share_at(x), 0.0), 1.0), animate=animate)
            case PanByShare(share):
                navigation.pan(share)
            case PanByPixels(dx, dy):
                if share := self._share_of(dx):
                    navigation.pan(-share)
                if dy:
                    self._live.scroll_to(self._live.scroll_y - dy)
            case ScrollLanes(dy):
                self._live.scroll_to(self._live.scroll_y + dy)
            case GoThroughHistory(direction):
                (navigation.back if direction < 0 else navigation.forward)()
            case TurnPage(direction):
                span = navigation.target
                navigation.show(span.shift(direction * PAGE_SHARE * span.width))
            case _:
                assert_never(intent)

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
        self._canvas.show_pointer(
            Qt.CursorShape.PointingHandCursor if hit.is_clickable else Qt.CursorShape.ArrowCursor
        )

    def _show_tooltip(self, hit: Hit, on_screen: QPoint) -> None:
        text = ""
        if hit.header is not None:
            text = hit.header.name
        elif hit.mark is not None:
            chronology = self._state.opened.chronology
            text = mark_tooltip(chronology, hit.mark.event, self._state.language)
        elif hit.cluster is not None:
            text = cluster_tooltip(hit.cluster.count)
        if text:
            QToolTip.showText(on_screen, tooltip_html(text), self._canvas)
        else:
            QToolTip.hideText()

    def _click(self, hit: Hit) -> None:
        """Select what is there; a click on a lane's header folds the lane to one line or unfolds it."""
        if hit.is_header:
            self._fold(hit.header, hit.on_fold_button)
        elif hit.mark is not None:
            self._lane = hit.mark.lane
            self._state.select(hit.mark.event)
        elif hit.cluster is None:
            self._state.select(None)

    def _fold(self, header: LaneBand | None, on_fold_button: bool) -> None:
        if header is None:
            return
        if header.folded:
            self._live.refit_lanes()
        elif header.collapsed or on_fold_button:
            self._live.toggle_lane(header.lane)

    def _zoom_to(self, hit: Hit) -> None:
        """Show the event, the cluster or all of the lane that is there."""
        layout_input = self._live.layout_input
        span = None
        if hit.mark is not None:
            span = event_span(layout_input.columns, hit.mark.event, layout_input.home)
        elif hit.cluster is not None:
            span = TimeSpan(*hit.cluster.span).pad(0.05)
        elif hit.header is not None and not hit.header.folded:
            lane, mask = hit.header.lane, self._state.mask
            span = lane_span(layout_input.columns, layout_input.lanes, lane, mask)
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
        self.span_selected.emit(span)
        menu = QMenu(self._canvas)
        menu.setObjectName("chosen_span_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        zoom = menu.addAction(QCoreApplication.translate("Interaction", "Zoom to this span"))
        zoom.triggered.connect(lambda: self._navigation.show(span))
        export = menu.addAction(QCoreApplication.translate("Interaction", "Export this span…"))
        export.triggered.connect(lambda: self.export_requested.emit(span))
        menu.popup(on_screen)

    # --- from event to event ---

    def _step_to_event(self, direction: Direction) -> None:
        """Select the next or the previous event; with none selected, the first in sight."""
        if self._state.selection is None and direction > 0:
            columns, start = self._live.layout_input.columns, self._navigation.visible.start
            shown = np.flatnonzero(self._state.mask & (columns.end > start))
            if len(shown):
                self._state.select(int(shown[0]))
                return
        self._lane = None
        self._state.step(direction)

    def _step_to_lane(self, direction: Direction) -> None:
        event, layout_input = self._state.selection, self._live.layout_input
        if event is None:
            self._step_to_event(1)
            return
        if self._lane is None:
            self._lane = lane_of(layout_input.lanes, event)
        if self._lane is None:
            return
        found = event_in_next_lane(
            layout_input.columns,
            layout_input.lanes,
            self._state.mask,
            float(layout_input.columns.anchor[event]),
            self._lane,
            direction,
            self._navigation.target,
        )
        if found is not None:
            event, lane = found
            self._state.select(event)
            self._lane = lane

    def _go_to_end(self, direction: Direction) -> None:
        shown = np.flatnonzero(self._state.mask)
        if len(shown):
            self._lane = None
            self._state.select(int(shown[0 if direction < 0 else -1]))
