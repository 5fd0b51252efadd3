"""Plans of single lanes at one octave and for one filter; each is made once, when first asked for.

Nothing here knows where the window stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar, cast

import numpy as np

from peru_timeline.timeline.background import ensure_may_compute
from peru_timeline.timeline.packing.clustering import (
    cluster_events,
    count_filled_bins,
    events_alone_in_bin,
    most_important_events,
)
from peru_timeline.timeline.packing.lane_filter import LaneFilter
from peru_timeline.timeline.packing.lane_plan import (
    RESERVED_TITLE_PX,
    LanePlan,
    LevelOfDetail,
    card_marks,
    chosen_marks,
    concatenate_marks,
    dimmed_marks,
    important_marks,
    reserved_marks,
    titled_marks,
    untitled_marks,
)
from peru_timeline.timeline.packing.mark_extents import Octave, bar_items
from peru_timeline.timeline.packing.mark_index import MarkIndex, build_mark_index
from peru_timeline.timeline.packing.title_rows import TitleRows

T = TypeVar("T")

FONT_PX, SMALL_FONT_PX = 12.0, 11.0  # of titles
FULL_BIN = 24  # a strip is drawn instead of clusters that hold more than this on average
CLUSTER_ROWS, STRIP_ROWS = 1, 2


class LanePlanner:
    """What each lane can show."""

    def __init__(self, lane_filter: LaneFilter, octave: Octave) -> None:
        self.lane_filter, self.octave = lane_filter, octave
        self.layout_input = lane_filter.layout_input
        self.lanes, self.collapsed = lane_filter.lanes, lane_filter.collapsed
        self.expanded_lanes, self.measured_lanes = (
            lane_filter.expanded_lanes,
            lane_filter.measured_lanes,
        )
        self._last: tuple[tuple[object, ...], object] | None = None
        self._made: dict[tuple[object, ...], object] = {}

    def reading(self, lane: int) -> LanePlan:
        """Every event with its title, in rows of full height."""
        return self.cached(("reading", lane), lambda: self._reading(lane))

    def _reading(self, lane: int) -> LanePlan:
        shown, dimmed = self.lanes[lane][:2]
        if lane in self.measured_lanes:
            items = bar_items(self.layout_input, shown, self.octave, FONT_PX, False)
            marks, limit = titled_marks(shown, items, pans=self.layout_input.pans), np.inf
        else:
            narrowest = self.octave.view_px / 2 / self.octave.px_per_day
            stands = self.cached(("stands",), lambda: self.lane_filter.may_be_read(narrowest))
            marks = reserved_marks(self.layout_input, self.octave, shown, stands[shown])
            limit = RESERVED_TITLE_PX
        return LanePlan(
            LevelOfDetail.MARKS,
            concatenate_marks((marks, dimmed_marks(dimmed, 0))),
            title_limit_px=limit,
        )

    def dated(self, lane: int) -> LanePlan:
        """Every title with its date."""
        return self.cached(("dated", lane), lambda: self._dated(lane))

    def _dated(self, lane: int) -> LanePlan:
        shown, dimmed = self.lanes[lane][:2]
        items = bar_items(self.layout_input, shown, self.octave, FONT_PX, True)
        marks = titled_marks(shown, items, pans=self.layout_input.pans)
        return LanePlan(LevelOfDetail.DATED, concatenate_marks((marks, dimmed_marks(dimmed, 0))))

    def cards(self, lane: int) -> LanePlan:
        """A card for every event that does not outlast the window."""
        return self.cached(("cards", lane), lambda: self._cards(lane))

    def _cards(self, lane: int) -> LanePlan:
        shown, dimmed = self.lanes[lane][:2]
        marks = card_marks(self.layout_input, self.octave, shown, FONT_PX)
        return LanePlan(LevelOfDetail.CARDS, concatenate_marks((marks, dimmed_marks(dimmed, 0))))

    def title_rows(self, lane: int, font_px: float) -> TitleRows:
        """Which titles of a lane any number of rows has room for."""
        return self.cached(("title rows", lane, font_px), lambda: self._title_rows(lane, font_px))

    def _title_rows(self, lane: int, font_px: float) -> TitleRows:
        shown = self.lanes[lane].shown
        items = bar_items(self.layout_input, shown, self.octave, font_px, False)
        # A key event of several actors needs its title once: in the lane of the first.
        main = self.layout_input.lanes.main[shown]
        is_key = items.is_key & ((main == lane) | (main < 0))
        may_be_set = (
            ~items.cut | is_key
        )  # better a quiet mark than half a title, but for key events
        return TitleRows(
            replace(
                items,
                is_key=is_key,
                above=items.cut & is_key,
                # Titles that stand in another lane too take no room from those that stand only here.
                priority=items.priority[np.argsort(~is_key[items.priority], kind="stable")],
                may_right=items.may_right & may_be_set,
                may_left=items.may_left & may_be_set,
            )
        )

    def overview(self, lane: int, font_px: float, rows: int) -> LanePlan:
        """The titles that `rows` rows have room for; the other events are quiet marks at the lane's foot."""
        titles = self.title_rows(lane, font_px)
        shown, dimmed = self.lanes[lane][:2]
        marks, _ = chosen_marks(shown, titles.items, titles.within(rows), dimmed)
        return LanePlan(LevelOfDetail.MARKS, marks)

    def clusters(self, lane: int, rows: int) -> LanePlan:
        """Counts of all but the most important events, which have `rows` rows less those of the counts."""
        layout_input, octave, shown = self.layout_input, self.octave, self.lanes[lane].shown
        is_strip = len(shown) > FULL_BIN * count_filled_bins(layout_input.columns, shown, octave)
        clustering_rows = min(STRIP_ROWS if is_strip else CLUSTER_ROWS, rows)
        above_rows = rows - clustering_rows
        own = most_important_events(layout_input.columns, shown, octave)
        above = important_marks(layout_input, octave, own, above_rows)
        counted_too = np.ones(len(shown), dtype=np.bool_)
        counted_too[np.searchsorted(shown, above.event)] = False  # in a lane events are in order
        rest = shown[counted_too]
        if not is_strip:
            alone, rest = events_alone_in_bin(layout_input.columns, rest, octave)
            above = concatenate_marks(
                (above, untitled_marks(alone, np.full(len(alone), above_rows)))
            )
        counted = cluster_events(layout_input.columns, rest, octave, is_strip)
        return LanePlan(
            LevelOfDetail.CLUSTERS, above, counted, above_rows, clustering_rows, RESERVED_TITLE_PX
        )

    def strip_line(self, lane: int) -> LanePlan | None:
        """A strip of all events, where the reader reduced the lane to one line."""
        shown = self.lanes[lane].shown
        if lane not in self.collapsed or not len(shown):
            return None
        clustering = cluster_events(self.layout_input.columns, shown, self.octave, is_strip=True)
        return LanePlan(LevelOfDetail.CLUSTERS, concatenate_marks(()), clustering, 0, CLUSTER_ROWS)

    def mark_index(self, lanes: Sequence[LanePlan | None]) -> MarkIndex:
        """All marks of these plans."""
        # Plans are kept for as long as the planner, so their identities name them.
        return self.cached(
            ("marks", *map(id, lanes)), lambda: build_mark_index(self.layout_input.columns, lanes)
        )

    def cached(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made for this key, made now if it is asked for the first time.

        Raises NotReadyError instead where nothing may be made.
        """
        if key not in self._made:
            ensure_may_compute()
            self._made[key] = make()
        return cast(T, self._made[key])

    def repeated(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made for this key if it is the one asked for last, else made now: while panning little changes."""
        last = self._last
        if last is None or last[0] != key:
            last = self._last = (key, make())
        return cast(T, last[1])
