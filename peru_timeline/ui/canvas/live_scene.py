"""The scene of the moment: what the state, the visible span and the size of the canvas ask for."""

from __future__ import annotations

import time
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.background import Worker, begin_frame
from peru_timeline.timeline.lanes import build_lanes
from peru_timeline.timeline.layout_input import LayoutInput, build_layout_input
from peru_timeline.timeline.metrics import (
    AXIS_HEIGHT_PX,
    COUNT_PADDING_PX,
    HEADER_PADDING_PX,
    LANE_NAME_FONT_PX,
)
from peru_timeline.timeline.scene import LaneBand, Scene, SceneCounts
from peru_timeline.typefaces import SEMIBOLD
from peru_timeline.ui.canvas.scene_cache import SceneCache, SceneChoices
from peru_timeline.ui.canvas.time_navigation import TimeNavigation
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.state.view_state import ViewState

HEADERS_PX = (120.0, 210.0)  # the narrowest and the widest column of lane headers
COUNT_ROOM_PX = 30.0  # for a lane's count beside its name
BOTTOM_ROOM_PX = 12.0  # a mark nearer to the lower edge than this is scrolled into view


class LiveScene(QObject):
    """Makes the scene when it is first asked for after a change; owns scroll position and collapsed lanes.

    All lengths are px at text scale 1. `navigation` alone owns the visible span, `state` the rest.
    """

    outdated = Signal()
    """What is painted is out of date."""
    changed = Signal()
    """The scene has other counts or lanes; emitted after it has been painted."""
    _made = Signal()
    _packed_ahead = Signal()

    def __init__(self, state: ViewState, navigation: TimeNavigation, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._navigation = state, navigation
        self._width_px, self._height_px = 1.0, 1.0
        self._collapsed: frozenset[str] = frozenset()
        self._scroll_y = 0.0
        self._scene: Scene | None = None
        self._worker: Worker | None = None
        self._announced: tuple[SceneCounts, tuple[LaneBand, ...]] | None = None
        # Any clock will do, even one that is 100 hours off.
        self._today = float(date(*time.localtime()[:3]).toordinal())
        self._layout_input = self._build_layout_input()
        self._cache = SceneCache(self._layout_input)
        # Scenes are made while Qt paints; listeners hear of it after that.
        self._made.connect(self._announce, Qt.ConnectionType.QueuedConnection)
        self._packed_ahead.connect(self._take_packed, Qt.ConnectionType.QueuedConnection)

    # --- what it shows ---

    @property
    def scene(self) -> Scene:
        """What is drawn now."""
        if self._scene is None:
            self._scene = self._make()
            if self._announced != (self._scene.counts, self._scene.lanes):
                self._made.emit()
        return self._scene

    @property
    def is_waiting(self) -> bool:
        """Whether the scene stands in for one that is still being packed on the worker's thread."""
        return self._cache.is_waiting

    @property
    def layout_input(self) -> LayoutInput:
        """What the scene is laid out from; `layout_input.home` is the opening view."""
        return self._layout_input

    @property
    def header_px(self) -> float:
        """The width of the lane headers."""
        return self._header_px

    @property
    def time_px(self) -> float:
        """The width of the time area right of the headers."""
        return max(self._width_px - self._header_px, 1.0)

    @property
    def scroll_y(self) -> float:
        """How much of the lanes is scrolled out of sight above."""
        return self._scroll_y

    # --- what changes it ---

    def pack_ahead(self) -> None:
        """Pack octaves of zoom on a thread of its own from now on, so that no frame waits for one.

        Right after a step, another scene may then stand in for the right one; without this that never happens.
        """
        worker = self._worker = Worker(self._packed_ahead.emit)
        self._cache = SceneCache(self._layout_input, worker)
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(worker.end)
        self.destroyed.connect(lambda: worker.end())
        self.invalidate()

    def set_size(self, width_px: float, height_px: float) -> None:
        """The canvas has another size, axis and headers included."""
        self._width_px, self._height_px = width_px, max(height_px - AXIS_HEIGHT_PX, 1.0)
        self._cache.forget_arrangement()
        self.invalidate()

    def open_chronology(self) -> None:
        """Another chronology is open."""
        self._collapsed = frozenset()
        self.rebuild()

    def rebuild(self) -> None:
        """The lanes are others, or their names are in another language."""
        self._layout_input = self._build_layout_input()
        self._cache = SceneCache(self._layout_input, self._worker)
        self._scroll_y = 0.0
        self.invalidate()

    def refit_lanes(self) -> None:
        """Give the lanes the heights that what is in view needs."""
        self._scroll_y = 0.0
        self.rearrange()

    def toggle_lane(self, lane: int) -> None:
        """Collapse a lane to one line, or expand it again."""
        self._collapsed ^= {self._layout_input.lanes.ids[lane]}
        self.rearrange()

    def rearrange(self) -> None:
        """Other events pass the filter, or the lanes are to fit anew."""
        self._cache.forget_arrangement()
        self.invalidate()

    def settle(self) -> None:
        """A movement came to rest: the lanes take the heights they need here."""
        if self._cache.is_another_zoom(self._navigation.visible):
            self.invalidate()

    def invalidate(self) -> None:
        """Make another scene with the next frame, once, however much changes until then."""
        begin_frame()
        self._scene = None
        self.outdated.emit()

    def announce_again(self) -> None:
        """Emit `changed` after the next frame even if counts and lanes stay the same."""
        self._announced = None

    def scroll_to(self, y: float) -> None:
        """Show the lanes from `y` on, as far as there are any."""
        scene = self.scene
        y = min(max(float(y), 0.0), max(scene.content_height - scene.height, 0.0))
        if y != self._scroll_y:
            self._scroll_y = y
            self.invalidate()

    def scroll_to_event(self, event: int) -> None:
        """Scroll until an event's mark is in sight; lanes are arranged anew where it has no room now."""
        self._scene = None
        if self.scene.mark_of(event) is None and self._cache.is_folded(event):
            self._cache.forget_arrangement()
            self._scene = None
        y, height = self._cache.y_of(event), self.scene.height
        if y is not None and not 0 <= y - self._scroll_y <= height - BOTTOM_ROOM_PX:
            self.scroll_to(y - height / 2)

    # --- inside ---

    def _build_layout_input(self) -> LayoutInput:
        opened = self._state.opened
        built = build_layout_input(
            opened.chronology,
            opened.columns,
            build_lanes(opened.chronology, self._state.grouping),
            self._state.language,
            text_width,
        )
        longest = max(
            (text_width(n, LANE_NAME_FONT_PX, SEMIBOLD) for n in built.lane_names), default=0.0
        )
        width = HEADER_PADDING_PX + longest + COUNT_ROOM_PX + COUNT_PADDING_PX
        self._header_px = float(round(min(max(width, HEADERS_PX[0]), HEADERS_PX[1])))
        return built

    def _make(self) -> Scene:
        state = self._state
        right = max(self._width_px, self._header_px + 1)
        choices = SceneChoices(
            state.mask, state.dim_filtered, state.hits, state.selection, self._collapsed
        )
        scene = self._cache.scene(
            TimeScale(self._navigation.visible, self._header_px, right),
            self._height_px,
            choices,
            moving=self._navigation.is_moving,
            scroll_y=self._scroll_y,
            today=self._today,
        )
        if self._scroll_y > max(scene.content_height - self._height_px, 0):
            self._scroll_y = max(scene.content_height - self._height_px, 0.0)
            return self._make()
        return scene

    def _announce(self) -> None:
        scene, before = self.scene, self._announced
        self._announced = scene.counts, scene.lanes
        if self._announced != before:
            self.changed.emit()

    def _take_packed(self) -> None:
        """Something was packed ahead: draw it if the last frame was waiting for it."""
        if self._cache.is_waiting:
            self.invalidate()
