"""The timeline: hosts the canvas and the overview, asks for scenes, tells what is clicked and what is in sight."""

from __future__ import annotations

import time
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollBar, QVBoxLayout, QWidget

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.background import Worker, begin_frame
from peru_timeline.timeline.lanes import build_lanes
from peru_timeline.timeline.layout_input import LayoutInput, build_layout_input
from peru_timeline.timeline.overview import calendar_edges, density
from peru_timeline.timeline.scene import LaneBand, Scene, SceneCounts
from peru_timeline.ui.canvas.event_navigation import event_span
from peru_timeline.ui.canvas.gestures import Gestures
from peru_timeline.ui.canvas.hit_testing import TimelineGround
from peru_timeline.ui.canvas.key_navigation import TimelineKeys
from peru_timeline.ui.canvas.overview_strip import OverviewStrip
from peru_timeline.ui.canvas.scene_cache import SceneCache, SceneChoices
from peru_timeline.ui.canvas.time_navigation import TimeNavigation
from peru_timeline.ui.canvas.timeline_canvas import TimelineCanvas
from peru_timeline.ui.look.fonts import SEMIBOLD
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.scene_painting import AXIS_PX, COUNT_PAD_PX, HEADER_PAD_PX, NAME_PX
from peru_timeline.ui.paint.text_measure import measure, text_width
from peru_timeline.ui.state.view_state import ViewState

HEADERS_PX = (120.0, 210.0)  # the narrowest and the widest column of lane names
COUNT_ROOM_PX = 30.0  # for a lane's count beside its name
PAGE_SHARE = 0.8  # of the window, that Page Up and Page Down move on


class TimelineView(QWidget):
    """The timeline of a ViewState's chronology."""

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
    _made_ahead = Signal()

    def __init__(self, state: ViewState, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_view")
        self.state, self.theme = state, theme
        self.is_ready = False  # there is a scene to ask for
        self.left_px = 0.0  # width of the lane headers
        self.keys = TimelineKeys(self)
        self.wheel_zooms = True
        self._collapsed: frozenset[str] = frozenset()
        self._before_fit: tuple[TimeSpan, TimeSpan] | None = None
        self._scroll_y = 0.0
        self._scene: Scene | None = None
        self._worker: Worker | None = None
        self._told: tuple[SceneCounts, tuple[LaneBand, ...]] | None = (
            None  # what the window was told
        )
        self._today = float(
            date(*time.localtime()[:3]).toordinal()
        )  # any clock, even 100 hours off
        self._canvas = TimelineCanvas(self._stage, self._canvas_resized)
        self._canvas.setObjectName("timeline_canvas")
        self._canvas.setAccessibleName(self.tr("Timeline"))
        self._canvas.gestures = Gestures(TimelineGround(self))
        self._canvas.on_key = self.keys.press
        self._overview = OverviewStrip(theme)
        self._scroll_bar = QScrollBar(Qt.Orientation.Vertical, self._canvas)
        self._scroll_bar.hide()
        self._scroll_bar.valueChanged.connect(self.scroll_to)
        self._navigation = TimeNavigation(self._canvas.view_box, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._canvas, 1)
        column.addWidget(self._overview)
        self.setFocusProxy(self._canvas)
        self._layout_input, self.left_px = self._build_layout_input()
        self._frames = SceneCache(self._layout_input)
        self._connect()
        self.set_theme(theme)
        self._open()
        self.is_ready = True

    def _connect(self) -> None:
        self._canvas.view_box.sigXRangeChanged.connect(self._span_moved)
        self._navigation.settled.connect(self._settle)
        self._overview.span_asked.connect(self._show_from_overview)
        self._overview.zoom_asked.connect(lambda steps: self._navigation.zoom(steps))
        # Scenes are made while Qt paints; who listens hears of it after that.
        self._scene_made.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._made_ahead.connect(self._take_over, Qt.ConnectionType.QueuedConnection)
        state = self.state
        state.chronology_changed.connect(self._open)
        state.grouping_changed.connect(self._regroup)
        state.appearance_changed.connect(self._regroup)
        state.query_changed.connect(self._filter)
        state.selection_changed.connect(self._select)

    def work_ahead(self) -> None:
        """Pack octaves of zoom on a thread of its own from now on: no frame waits for one.

        What is drawn right after a step may then be what stands in for the scene; without this it never is.
        """
        worker = self._worker = Worker(self._made_ahead.emit)
        self._frames = SceneCache(self._layout_input, worker)
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(worker.end)
        self.destroyed.connect(lambda: worker.end())
        self._changed()

    def _take_over(self) -> None:
        """Something was made ahead: draw it, if it is what the last frame was waiting for."""
        if self._frames.is_waiting:
            self._changed()

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
    def is_waiting(self) -> bool:
        """Whether what is drawn stands in for what is being packed on the worker's thread."""
        return self._frames.is_waiting

    @property
    def navigation(self) -> TimeNavigation:
        """Moves what is in sight."""
        return self._navigation

    @property
    def canvas(self) -> TimelineCanvas:
        """Where it is drawn."""
        return self._canvas

    @property
    def overview(self) -> OverviewStrip:
        """The strip below."""
        return self._overview

    @property
    def layout_input(self) -> LayoutInput:
        """What it is laid out from; ``layout_input.home`` is the opening view."""
        return self._layout_input

    def visible_span(self) -> TimeSpan:
        """What is in sight."""
        return self._navigation.visible

    def show_span(self, span: TimeSpan, animate: bool = True, remember: bool = True) -> None:
        """Look at a span."""
        self._navigation.show(span, animate=animate, remember=remember)

    def fit(self) -> None:
        """Look at the whole chronology."""
        self._navigation.show(self._layout_input.home)

    def fit_selection(self) -> None:
        """Look at the selected event; again: back to what was seen before."""
        if self._before_fit is not None and self._navigation.target == self._before_fit[1]:
            before, self._before_fit = self._before_fit[0], None
            self._navigation.show(before)
        elif self.state.selection is not None:
            before = self._navigation.target
            self.zoom_to_event(self.state.selection)
            self._before_fit = before, self._navigation.target

    def zoom_to_event(self, event: int) -> None:
        """Look at one event with what is around it."""
        self._navigation.show(
            event_span(self._layout_input.columns, event, self._layout_input.home)
        )

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
        self._collapsed ^= {self._layout_input.lanes.ids[lane]}
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
        rescaled = theme.scale != self.theme.scale
        self.theme = theme
        self._told = None
        self._canvas.set_theme(theme)
        self._overview.set_theme(theme)
        if rescaled:
            self._canvas_resized()
        self._changed()

    # --- what changes the picture ---

    def _build_layout_input(self) -> tuple[LayoutInput, float]:
        """The layout input, and how wide its lane headers are, px."""
        opened = self.state.opened
        layout_input = build_layout_input(
            opened.chronology,
            opened.columns,
            build_lanes(opened.chronology, self.state.grouping),
            self.state.language,
            measure,
        )
        longest = max(
            (text_width(n, NAME_PX, SEMIBOLD) for n in layout_input.lane_names), default=0.0
        )
        left = HEADER_PAD_PX + longest + COUNT_ROOM_PX + COUNT_PAD_PX
        return layout_input, float(round(min(max(left, HEADERS_PX[0]), HEADERS_PX[1])))

    def _open(self) -> None:
        """Another chronology."""
        self._collapsed, self._before_fit = frozenset(), None
        self._regroup()
        self._navigation.set_home(self._layout_input.home)

    def _regroup(self) -> None:
        """Other lanes, or the same in another language."""
        self._layout_input, self.left_px = self._build_layout_input()
        self._frames = SceneCache(self._layout_input, self._worker)
        self.keys.lane, self._scroll_y = None, 0.0
        self._canvas_resized()

    def _canvas_resized(self) -> None:
        self._canvas.arrange_items(self.left_px, self.theme.scale)
        self._frames.forget_arrangement()
        self._count()
        self._changed()

    def _filter(self) -> None:
        self._frames.forget_arrangement()
        self._count()
        self._changed()

    def _count(self) -> None:
        """What the overview shows."""
        state, left = self.state, self.left_px * self.theme.scale
        edges = calendar_edges(
            self._layout_input.home, max(self._canvas.width() - left, 50.0), state.language, measure
        )
        counts = density(self._layout_input.columns, state.mask, edges)
        self._overview.set_counts(
            self._layout_input.home, counts, int(state.mask.sum()), left, state.language
        )

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
        event = self.state.selection
        if event is not None:
            self._reveal(event)
            words = self._layout_input.texts
            self._canvas.setAccessibleDescription(f"{words.title(event)}, {words.date(event)}")
        self._changed()

    def _reveal(self, event: int) -> None:
        columns, span = self._layout_input.columns, self._navigation.target
        if columns.end[event] <= span.start or columns.start[event] >= span.end:
            middle = float(columns.anchor[event])
            self._navigation.show(span.shift(middle - span.middle))
        if not self.state.mask[event]:
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
        begin_frame()
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
        return self.scene, self.theme, self.theme.scale

    def _make_scene(self) -> Scene:
        state, scale = self.state, self.theme.scale
        right = max(self._canvas.width() / scale, self.left_px + 1)
        height = max(self._canvas.height() / scale - AXIS_PX, 1.0)
        choices = SceneChoices(
            state.mask, state.dim_filtered, state.hits, state.selection, self._collapsed
        )
        scene = self._frames.scene(
            TimeScale(self._navigation.visible, self.left_px, right),
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
        scale, width = self.theme.scale, bar.sizeHint().width()
        top = round(AXIS_PX * scale)
        bar.setGeometry(self._canvas.width() - width, top, width, self._canvas.height() - top)
        blocked = bar.blockSignals(True)
        bar.setRange(0, hidden)
        bar.setPageStep(round(scene.height))
        bar.setSingleStep(18)
        bar.setValue(round(self._scroll_y))
        bar.blockSignals(blocked)
        bar.show()

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

    def _show_from_overview(self, span: TimeSpan, glide: bool) -> None:
        self._navigation.show(span, animate=glide, run="overview")
