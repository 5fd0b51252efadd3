"""The timeline: hosts the canvas and the overview, asks for scenes, tells what is clicked and what is in sight."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QScrollBar, QToolTip, QVBoxLayout, QWidget

from peru_timeline.timeline.lanes import build_lanes
from peru_timeline.timeline.overview import calendar_edges, density
from peru_timeline.timeline.scale import TimeScale
from peru_timeline.timeline.scene import Cluster, LaneBand, Mark, Scene, SceneCounts
from peru_timeline.timeline.sheet import Sheet, sheet_of
from peru_timeline.timeline.span import TimeSpan
from peru_timeline.ui.canvas import Canvas
from peru_timeline.ui.event_moves import event_in_next_lane, event_span, lane_of, lane_span
from peru_timeline.ui.fonts import SEMIBOLD
from peru_timeline.ui.frames import Choices, Frames
from peru_timeline.ui.gestures import SLACK_PX, Gestures
from peru_timeline.ui.motion import system_asks_for_less_motion
from peru_timeline.ui.overview import Overview
from peru_timeline.ui.painting import AXIS_PX, COUNT_PAD_PX, HEADER_PAD_PX, NAME_PX
from peru_timeline.ui.text_measure import measure, text_width
from peru_timeline.ui.theme import Theme
from peru_timeline.ui.time_navigation import TimeNavigation
from peru_timeline.ui.timeline_words import cluster_words, mark_words, tooltip_html
from peru_timeline.ui.view_state import ViewState

HEADERS_PX = (120.0, 210.0)  # the narrowest and the widest column of lane names
COUNT_ROOM_PX = 30.0  # for a lane's count beside its name
PAGE_SHARE = 0.8  # of the window, that Page Up and Page Down move on


class TimelineView(QWidget):
    """The timeline of a ViewState's document."""

    span_changed = Signal(object)
    """A TimeSpan: what is in sight now."""
    scene_changed = Signal()
    """Other events, titles or lanes are drawn than before."""
    span_chosen = Signal(object)
    """A TimeSpan, chosen with Shift and the mouse."""
    export_requested = Signal(object)
    """A TimeSpan, to be exported."""
    event_activated = Signal(int)
    """The reader pressed Enter on this event."""
    _scene_made = Signal()

    def __init__(self, state: ViewState, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_view")
        self._state, self._theme = state, theme
        self.wheel_zooms = True
        self._collapsed: frozenset[str] = frozenset()
        self._cursor_lane: int | None = None
        self._before_fit: tuple[TimeSpan, TimeSpan] | None = None
        self._scroll_y = 0.0
        self._scene: Scene | None = None
        self._told: tuple[SceneCounts, tuple[LaneBand, ...]] | None = (
            None  # what the window was told
        )
        self._today = float(datetime.now().astimezone().date().toordinal())
        self._canvas = Canvas(self._stage, self._canvas_resized)
        self._canvas.setObjectName("timeline_canvas")
        self._canvas.setAccessibleName(self.tr("Timeline"))
        self._canvas.gestures = Gestures(self)
        self._canvas.on_key = self.key
        self._overview = Overview(theme)
        self._scroll_bar = QScrollBar(Qt.Orientation.Vertical, self._canvas)
        self._scroll_bar.hide()
        self._scroll_bar.valueChanged.connect(self.scroll_to)
        self._navigation = TimeNavigation(self._canvas.view_box, self)
        self._navigation.motion = not system_asks_for_less_motion()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._canvas, 1)
        column.addWidget(self._overview)
        self.setFocusProxy(self._canvas)
        self._sheet, self._left = self._make_sheet()
        self._frames = Frames(self._sheet)
        self._connect()
        self.set_theme(theme)
        self._open()

    def _connect(self) -> None:
        self._canvas.view_box.sigXRangeChanged.connect(self._span_moved)
        self._navigation.settled.connect(self._settle)
        self._overview.span_asked.connect(self._show_from_overview)
        self._overview.zoom_asked.connect(lambda steps: self._navigation.zoom(steps))
        # Scenes are made while Qt paints; who listens hears of it after that.
        self._scene_made.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        state = self._state
        state.document_changed.connect(self._open)
        state.grouping_changed.connect(self._regroup)
        state.appearance_changed.connect(self._regroup)
        state.query_changed.connect(self._filter)
        state.selection_changed.connect(self._select)

    # --- what others ask for ---

    @property
    def scene(self) -> Scene:
        """What is drawn now."""
        if self._scene is None:
            self._scene = self._make_scene()
            if self._told != (self._scene.counts, self._scene.lanes):
                self._scene_made.emit()
        return self._scene

    @property
    def navigation(self) -> TimeNavigation:
        """Moves what is in sight."""
        return self._navigation

    @property
    def canvas(self) -> Canvas:
        """Where it is drawn."""
        return self._canvas

    @property
    def overview(self) -> Overview:
        """The strip below."""
        return self._overview

    @property
    def sheet(self) -> Sheet:
        """What it is laid out from; ``sheet.home`` is the opening view."""
        return self._sheet

    def visible_span(self) -> TimeSpan:
        """What is in sight."""
        return self._navigation.visible

    def show_span(self, span: TimeSpan, animate: bool = True, remember: bool = True) -> None:
        """Look at a span."""
        self._navigation.show(span, animate=animate, remember=remember)

    def fit(self) -> None:
        """Look at the whole chronology."""
        self._navigation.show(self._sheet.home)

    def fit_selection(self) -> None:
        """Look at the selected event; again: back to what was seen before."""
        if self._before_fit is not None and self._navigation.target == self._before_fit[1]:
            before, self._before_fit = self._before_fit[0], None
            self._navigation.show(before)
        elif self._state.selection is not None:
            before = self._navigation.target
            self.zoom_to_event(self._state.selection)
            self._before_fit = before, self._navigation.target

    def zoom_to_event(self, event: int) -> None:
        """Look at one event with what is around it."""
        self._navigation.show(event_span(self._sheet.columns, event, self._sheet.home))

    def zoom(self, steps: float) -> None:
        """Closer about the middle of the window, `steps` times 1.25; further away below zero."""
        self._navigation.zoom(steps)

    def go_back(self) -> None:
        """To the view before."""
        self._navigation.back()

    def go_forward(self) -> None:
        """To the view from which one went back."""
        self._navigation.forward()

    def refit_lanes(self) -> None:
        """Give the lanes the heights that what is in view asks for."""
        self._frames.forget_arrangement()
        self._scroll_y = 0.0
        self._changed()

    def toggle_lane(self, lane: int) -> None:
        """Reduce a lane to one line, or unfold it again."""
        self._collapsed ^= {self._sheet.lanes.ids[lane]}
        self._frames.forget_arrangement()
        self._changed()

    def set_motion(self, motion: bool) -> None:
        """Whether movements may be animated."""
        self._navigation.motion = motion

    def set_wheel_zooms(self, zooms: bool) -> None:
        """Whether the wheel zooms, or scrolls the lanes."""
        self.wheel_zooms = zooms

    def set_theme(self, theme: Theme) -> None:
        """Other colours, or another text scale."""
        rescaled = theme.scale != self._theme.scale
        self._theme = theme
        self._told = None
        self._canvas.set_theme(theme)
        self._overview.set_theme(theme)
        if rescaled:
            self._canvas_resized()
        self._changed()

    # --- what changes the picture ---

    def _make_sheet(self) -> tuple[Sheet, float]:
        """The sheet, and how wide its lane headers are, px."""
        document = self._state.document
        sheet = sheet_of(
            document.chronology,
            document.columns,
            build_lanes(document.chronology, self._state.grouping),
            self._state.language,
            measure,
        )
        longest = max((text_width(n, NAME_PX, SEMIBOLD) for n in sheet.lane_names), default=0.0)
        left = HEADER_PAD_PX + longest + COUNT_ROOM_PX + COUNT_PAD_PX
        return sheet, float(round(min(max(left, HEADERS_PX[0]), HEADERS_PX[1])))

    def _open(self) -> None:
        """Another document."""
        self._collapsed, self._before_fit = frozenset(), None
        self._regroup()
        self._navigation.set_home(self._sheet.home)

    def _regroup(self) -> None:
        """Other lanes, or the same in another language."""
        self._sheet, self._left = self._make_sheet()
        self._frames = Frames(self._sheet)
        self._cursor_lane, self._scroll_y = None, 0.0
        self._canvas_resized()

    def _canvas_resized(self) -> None:
        self._canvas.arrange_items(self._left, self._theme.scale)
        self._frames.forget_arrangement()
        self._count()
        self._changed()

    def _filter(self) -> None:
        self._frames.forget_arrangement()
        self._count()
        self._changed()

    def _count(self) -> None:
        """What the overview shows."""
        state, left = self._state, self._left * self._theme.scale
        edges = calendar_edges(
            self._sheet.home, max(self._canvas.width() - left, 50.0), state.language, measure
        )
        counts = density(self._sheet.columns, state.mask, edges)
        self._overview.set_counts(self._sheet.home, counts, int(state.mask.sum()), left)

    def _span_moved(self) -> None:
        self._changed()
        span = self._navigation.visible
        self._overview.set_visible_span(span)
        self.span_changed.emit(span)

    def _settle(self) -> None:
        """A movement came to rest: lanes take the heights they need here."""
        if self._frames.is_another_zoom(self._navigation.visible):
            self._changed()

    def _select(self) -> None:
        """Show the selected event, wherever it is."""
        event = self._state.selection
        if event is not None:
            self._reveal(event)
            words = self._sheet.words
            self._canvas.setAccessibleDescription(f"{words.title(event)}, {words.date(event)}")
        self._changed()

    def _reveal(self, event: int) -> None:
        columns, span = self._sheet.columns, self._navigation.target
        if columns.end[event] <= span.start or columns.start[event] >= span.end:
            middle = float(columns.anchor[event])
            self._navigation.show(span.shift(middle - span.middle))
        if not self._state.mask[event]:
            return
        self._scene = None
        if self.scene.mark_of(event) is None and self._frames.is_folded(event):
            self._frames.forget_arrangement()
            self._scene = None
        y = self._frames.y_of(event)
        height = self.scene.height
        if y is not None and not 0 <= y - self._scroll_y <= height - 12:
            self.scroll_to(y - height / 2)

    def _changed(self) -> None:
        """Make and paint another scene with the next frame, once, however much changes until then."""
        self._scene = None
        self._canvas.show_change()

    def _tell(self) -> None:
        """Another scene was made."""
        scene, before = self.scene, self._told
        self._told = scene.counts, scene.lanes
        if self._told != before:
            self._place_scroll_bar(scene)
            self.scene_changed.emit()

    # --- scenes ---

    def _stage(self) -> tuple[Scene, Theme, float]:
        return self.scene, self._theme, self._theme.scale

    def _make_scene(self) -> Scene:
        state, scale = self._state, self._theme.scale
        right = max(self._canvas.width() / scale, self._left + 1)
        height = max(self._canvas.height() / scale - AXIS_PX, 1.0)
        choices = Choices(
            state.mask, state.dim_filtered, state.hits, state.selection, self._collapsed
        )
        scene = self._frames.scene(
            TimeScale(self._navigation.visible, self._left, right),
            height,
            choices,
            moving=self._navigation.is_moving,
            scroll_y=self._scroll_y,
            today=self._today,
        )
        if self._scroll_y > max(scene.content_height - height, 0):
            self._scroll_y = max(scene.content_height - height, 0.0)
            return self._make_scene()
        return scene

    def _place_scroll_bar(self, scene: Scene) -> None:
        bar, hidden = self._scroll_bar, round(scene.content_height - scene.height)
        if hidden <= 0:
            bar.hide()
            return
        scale, width = self._theme.scale, bar.sizeHint().width()
        top = round(AXIS_PX * scale)
        bar.setGeometry(self._canvas.width() - width, top, width, self._canvas.height() - top)
        blocked = bar.blockSignals(True)
        bar.setRange(0, hidden)
        bar.setPageStep(round(scene.height))
        bar.setSingleStep(18)
        bar.setValue(round(self._scroll_y))
        bar.blockSignals(blocked)
        bar.show()

    # --- what gestures act on ---

    def scene_point(self, point: QPointF) -> QPointF:
        """From px of the canvas to px of the scene."""
        scale = self._theme.scale
        return QPointF(point.x() / scale, point.y() / scale - AXIS_PX)

    def share_at(self, x: float) -> float:
        """Where scene x stands in the time area: 0 its left end, 1 its right."""
        width = self._canvas.width() / self._theme.scale - self._left
        return float((x - self._left) / max(width, 1.0))

    def is_over_time(self, point: QPointF) -> bool:
        """Whether it lies right of the lane headers."""
        return point.x() >= self._left

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark there, or whose words are there."""
        return self.scene.mark_at(point.x(), point.y(), SLACK_PX)

    def cluster_at(self, point: QPointF) -> Cluster | None:
        """The cluster there."""
        return self.scene.cluster_at(point.x(), point.y(), SLACK_PX)

    def lane_at(self, point: QPointF) -> LaneBand | None:
        """The lane there."""
        return self.scene.lane_at(point.y())

    @property
    def scroll_y(self) -> float:
        """Px of the content above the window."""
        return self._scroll_y

    def scroll_to(self, y: float) -> None:
        """Show the content from `y` px on, as far as there is some."""
        scene = self.scene
        y = min(max(float(y), 0.0), max(scene.content_height - scene.height, 0.0))
        if y != self._scroll_y:
            self._scroll_y = y
            self._changed()

    def click(self, point: QPointF) -> None:
        """Select what is there; a click on a lane's name folds it to one line or unfolds it."""
        if not self.is_over_time(point):
            self._click_header(point)
            return
        mark = self.mark_at(point)
        if mark is not None:
            self._cursor_lane = mark.lane
            self._state.select(mark.event)
        elif self.cluster_at(point) is None:
            self._state.select(None)

    def _click_header(self, point: QPointF) -> None:
        lane = self.lane_at(point)
        if lane is None:
            return
        if lane.folded:
            self.refit_lanes()
        elif lane.collapsed or point.x() < HEADER_PAD_PX:
            self.toggle_lane(lane.lane)

    def double_click(self, point: QPointF) -> None:
        """Zoom to the event, the cluster, or all of the lane."""
        if self.is_over_time(point):
            mark, cluster = self.mark_at(point), self.cluster_at(point)
            if mark is not None:
                self.zoom_to_event(mark.event)
            elif cluster is not None:
                self._navigation.show(TimeSpan(*cluster.span).pad(0.05))
            return
        lane = self.lane_at(point)
        if lane is not None and not lane.folded:
            span = lane_span(self._sheet.columns, self._sheet.lanes, lane.lane, self._state.mask)
            if span is not None:
                self._navigation.show(span)

    def choosing(self, span: TimeSpan | None) -> None:
        """Mark the stretch that is being chosen."""
        if span is None:
            self._canvas.show_chosen(None)
            return
        rect = self._canvas.view_box.geometry()
        visible = self._navigation.visible
        left, right = (
            rect.left() + (day - visible.start) / visible.width * rect.width()
            for day in (span.start, span.end)
        )
        self._canvas.show_chosen(QRectF(left, rect.top(), right - left, rect.height()))

    def chosen(self, span: TimeSpan, at: QPointF) -> None:
        """Ask what to do with the stretch that was chosen."""
        self.span_chosen.emit(span)
        menu = QMenu(self)
        menu.setObjectName("chosen_span_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        zoom = menu.addAction(self.tr("Zoom to this span"))
        zoom.triggered.connect(lambda: self.show_span(span))
        export = menu.addAction(self.tr("Export this span…"))
        export.triggered.connect(lambda: self.export_requested.emit(span))
        menu.popup(self._canvas.viewport().mapToGlobal(at.toPoint()))

    def show_pointer(self, shape: Qt.CursorShape) -> None:
        """Another shape of the mouse pointer."""
        viewport = self._canvas.viewport()
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
                    self._state.document.chronology, mark.event, self._state.language
                )
            elif cluster is not None:
                words = cluster_words(cluster.count)
        else:
            lane = self.lane_at(point)
            words = lane.name if lane is not None else ""
        if words:
            QToolTip.showText(event.globalPos(), tooltip_html(words), self._canvas)
        else:
            QToolTip.hideText()

    # --- keys ---

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key; whether it was one of the timeline's."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.AltModifier:
            actions = {Qt.Key.Key_Left: self.go_back, Qt.Key.Key_Right: self.go_forward}
        elif plain in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            actions = {
                Qt.Key.Key_Left: lambda: self.step(-1),
                Qt.Key.Key_Right: lambda: self.step(1),
                Qt.Key.Key_Up: lambda: self.step_lane(-1),
                Qt.Key.Key_Down: lambda: self.step_lane(1),
                Qt.Key.Key_Home: lambda: self._select_end(0),
                Qt.Key.Key_End: lambda: self._select_end(-1),
                Qt.Key.Key_PageUp: lambda: self._page(-1),
                Qt.Key.Key_PageDown: lambda: self._page(1),
                Qt.Key.Key_Plus: lambda: self.zoom(1),
                Qt.Key.Key_Equal: lambda: self.zoom(1),
                Qt.Key.Key_Minus: lambda: self.zoom(-1),
                Qt.Key.Key_Underscore: lambda: self.zoom(-1),
                Qt.Key.Key_0: self.fit,
                Qt.Key.Key_F: self.fit_selection,
                Qt.Key.Key_L: self.refit_lanes,
                Qt.Key.Key_Return: self._activate,
                Qt.Key.Key_Enter: self._activate,
            }
        else:
            return False
        action = actions.get(key)
        if action is not None:
            action()
        return action is not None

    def step(self, steps: int) -> None:
        """Select the next or the previous event; with none selected, the first in sight."""
        if self._state.selection is None:
            columns, start = self._sheet.columns, self._navigation.visible.start
            shown = np.flatnonzero(self._state.mask & (columns.end > start))
            if len(shown) and steps > 0:
                self._state.select(int(shown[0]))
                return
        self._cursor_lane = None
        self._state.step(steps)

    def step_lane(self, steps: int) -> None:
        """Select the nearest event in the lane above (-1) or below (1)."""
        event, sheet = self._state.selection, self._sheet
        if event is None:
            self.step(1)
            return
        if self._cursor_lane is None:
            self._cursor_lane = lane_of(sheet.lanes, event)
        if self._cursor_lane is None:
            return
        found = event_in_next_lane(
            sheet.columns,
            sheet.lanes,
            self._state.mask,
            float(sheet.columns.anchor[event]),
            self._cursor_lane,
            steps,
            self._navigation.target,
        )
        if found is not None:
            event, lane = found
            self._state.select(event)
            self._cursor_lane = lane

    def _select_end(self, which: int) -> None:
        shown = np.flatnonzero(self._state.mask)
        if len(shown):
            self._cursor_lane = None
            self._state.select(int(shown[which]))

    def _page(self, direction: int) -> None:
        span = self._navigation.target
        self._navigation.show(span.shift(direction * PAGE_SHARE * span.width))

    def _activate(self) -> None:
        if self._state.selection is not None:
            self.event_activated.emit(self._state.selection)

    def _show_from_overview(self, span: TimeSpan, glide: bool) -> None:
        self._navigation.show(span, animate=glide, run="overview")
