"""The scene of the moment: what the state, the visible span and the size of the canvas ask for."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from peru_timeline.timeline.arrange import regime_of
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.background import Worker, begin_frame
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import build_lanes
from peru_timeline.timeline.layout_input import LayoutInput, build_layout_input, header_width
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.scene import LaneBand, Scene, SceneCounts
from peru_timeline.timeline.shelf import NoShelf
from peru_timeline.ui.canvas.lane_motion import LaneMotion
from peru_timeline.ui.canvas.lane_view import UNTOUCHED, LaneView
from peru_timeline.ui.canvas.scene_cache import Herald, SceneCache, SceneChoices
from peru_timeline.ui.canvas.time_navigation import TimeNavigation
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.state.view_state import ViewState

TOP_ROOM_PX = BOTTOM_ROOM_PX = 12.0  # a mark nearer to an edge than this is scrolled into view


class LiveScene(QObject):
    """Makes the scene when it is first asked for after a change; owns scroll position, lanes and shelf.

    All lengths are px at text scale 1. `navigation` alone owns the visible span, `state` the rest.
    """

    outdated = Signal()
    """What is painted is out of date."""
    changed = Signal()
    """The scene has other counts or lanes; emitted after it has been painted."""
    resized = Signal()
    """The shelf takes another width."""
    _made = Signal()

    def __init__(self, state: ViewState, navigation: TimeNavigation, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._navigation = state, navigation
        self._width_px, self._height_px = 1.0, 1.0
        self._lanes = UNTOUCHED
        self._motion = LaneMotion(self)
        self._motion.rested.connect(self._rest)
        self._motion.stepped.connect(self.invalidate)
        self._pointer_y: float | None = None
        self._scroll_y = 0.0
        self._scene: Scene | None = None
        self._worker: Worker | None = None
        self._announced: tuple[SceneCounts, tuple[LaneBand, ...]] | None = None
        self._today = float(date(*time.localtime()[:3]).toordinal())  # any clock will do
        self._layout_input = self._build_layout_input()
        self._cache = SceneCache(self._layout_input)
        # Scenes are made while Qt paints; listeners hear of it after that.
        self._made.connect(self._announce, Qt.ConnectionType.QueuedConnection)

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
        """The width of the time area between headers and shelf."""
        return max(self._width_px - self._header_px - self.shelf_px, 1.0)

    @property
    def shelf_px(self) -> float:
        """The width of the shelf; 0 where no event stands on it."""
        return self._lanes.shelf.width_px if self._has_shelf else 0.0

    @property
    def lanes(self) -> LaneView:
        """What the reader did with lanes and shelf."""
        return self._lanes

    @property
    def scroll_y(self) -> float:
        """How much of the lanes is scrolled out of sight above."""
        return self._scroll_y

    # --- what changes it ---

    def pack_ahead(self) -> None:
        """Pack octaves of zoom on a thread of its own from now on, so that no frame waits for one.

        Right after a step, another scene may then stand in for the right one; without this that never happens.
        """
        herald = Herald()
        herald.done.connect(self._take_packed, Qt.ConnectionType.QueuedConnection)
        worker = self._worker = Worker(herald.tell)
        self._cache = SceneCache(self._layout_input, worker)
        if (application := QApplication.instance()) is not None:
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
        self._lanes = UNTOUCHED
        self.rebuild()

    def show_lanes(self, lanes: LaneView) -> None:
        """Show lanes and shelf as the reader asks."""
        before, self._lanes = self._lanes, lanes
        if lanes.choice != before.choice:
            self.rebuild(keep_scroll=True)
        else:
            self.rearrange()
        if lanes.shelf.width_px != before.shelf.width_px or lanes.choice != before.choice:
            self.resized.emit()

    def toggle_regime(self) -> None:
        """Show the other regime than now; None, the view's own, where that is the same."""
        wanted = Regime.OVERVIEW if self.scene.regime is Regime.READING else Regime.READING
        scale = TimeScale(self._navigation.visible, 0.0, self.time_px)
        own = regime_of(self._layout_input, scale, self._state.mask, self._state.dim_filtered)
        self.show_lanes(replace(self._lanes, regime=None if own is wanted else wanted))

    def hand_moves(self) -> None:
        """The reader's hand moves the timeline: rows and lanes are held still until it rests."""
        self._motion.move()

    def point_at(self, y: float | None) -> None:
        """The pointer is over this height of the lanes; None: elsewhere. Lanes that change keep it in place."""
        self._pointer_y = y

    def set_motion(self, motion: bool) -> None:
        """Let lanes glide to other heights, or jump."""
        self._motion.is_animated = motion

    def rebuild(self, *, keep_scroll: bool = False) -> None:
        """The lanes are others, or their names are in another language."""
        self._layout_input = self._build_layout_input()
        self._cache = SceneCache(self._layout_input, self._worker)
        self._motion.forget()
        if not keep_scroll:
            self._scroll_y = 0.0
        self.invalidate()

    def refit_lanes(self) -> None:
        """Give the lanes the heights that what is in view needs."""
        self._scroll_y = 0.0
        self.rearrange()

    def rearrange(self) -> None:
        """Other events pass the filter, or the lanes are to fit anew."""
        self._cache.forget_arrangement()
        self.invalidate()

    def settle(self) -> None:
        """A movement ended that no hand makes: the lanes take the heights they need here."""
        if not self._motion.hand_moves:
            self._rest()

    def _rest(self) -> None:
        """The hand rests: the lanes take the heights of what is in view."""
        if self._motion.hand_moves or self._navigation.is_moving:
            return
        self._cache.refit()
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
        """Scroll until an event's mark, or its line on the shelf, is in sight."""
        self._scene = None
        if not self._layout_input.in_lanes[event]:
            self.show_lanes(self._lanes.alone_toggled(""))  # another lane stands alone
        if not self._layout_input.columns.is_dated[event]:
            self._scroll_to_shelved(event)
            return
        if self.scene.mark_of(event) is None and self._cache.is_folded(event):
            self._cache.forget_arrangement()
            self._scene = None
        y, height = self._cache.y_of(event), self.scene.height
        if y is not None and not TOP_ROOM_PX <= y - self._scroll_y <= height - BOTTOM_ROOM_PX:
            self.scroll_to(y - height / 2)

    def _scroll_to_shelved(self, event: int) -> None:
        """Open the shelf where an event stands on it, with its whole list if need be."""
        lanes = self._layout_input.lanes
        lane = int(lanes.lane[lanes.event == event][0])
        if not self._lanes.shelf.is_open:
            self.show_lanes(self._lanes.shelf_toggled())
        if all(item.event != event for item in self.scene.shelf.items):
            self.show_lanes(self._lanes.shelf_expanded(lanes.ids[lane]))
        y = self._cache.y_of_lane(lane)
        if y is not None and all(item.event != event for item in self.scene.shelf.items):
            self.scroll_to(y + self._cache.y_on_shelf(lane, event) - self.scene.height / 2)

    # --- inside ---

    def _build_layout_input(self) -> LayoutInput:
        opened = self._state.opened
        built = build_layout_input(
            opened.chronology,
            opened.columns,
            build_lanes(opened.chronology, self._state.grouping, self._lanes.choice),
            self._state.language,
            text_width,
            warp=self._state.warp,
        )
        self._header_px = header_width(built)
        self._has_shelf = not opened.columns.is_dated.all()
        return built

    def _make(self) -> Scene:
        state = self._state
        lanes = self._lanes if self._has_shelf else replace(self._lanes, shelf=NoShelf())
        right = max(self._width_px - self.shelf_px, self._header_px + 1)
        scale = TimeScale(self._navigation.visible, self._header_px, right, state.warp)
        choices = SceneChoices(state.mask, state.dim_filtered, state.hits, state.selection, lanes)
        moving = self._navigation.is_moving or self._motion.hand_moves
        arrangement = self._cache.arrangement(scale, self._height_px, choices, moving=moving)
        arrangement, scroll_y = self._motion.step(
            arrangement, self._scroll_y, self._anchor_y(), glides=not moving
        )
        self._scroll_y = max(min(scroll_y, arrangement.content_height - self._height_px), 0.0)
        return lay_out(
            arrangement,
            scale,
            selection=state.selection,
            hits=state.hits,
            scroll_y=self._scroll_y,
            today=self._today,
            offers_more=True,
        )

    def _anchor_y(self) -> float:
        """The height in the window that stays in place when lanes change: the pointer's, the selection's, the top."""
        if self._pointer_y is not None:
            return self._pointer_y
        selection = self._state.selection
        y = None if selection is None else self._cache.y_of(selection)
        if y is not None and 0 <= y - self._scroll_y <= self._height_px:
            return y - self._scroll_y
        return 0.0

    def _announce(self) -> None:
        scene, before = self.scene, self._announced
        self._announced = scene.counts, scene.lanes
        if self._announced != before:
            self.changed.emit()

    def _take_packed(self) -> None:
        """Something was packed ahead: draw it if the last frame was waiting for it."""
        if self._cache.is_waiting:
            self.invalidate()
