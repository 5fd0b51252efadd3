"""Plans of single lanes at one octave and for one filter; each is made once, when first asked for.

Nothing here knows where the window stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numpy as np

from peru_timeline.timeline.background import ensure_may_compute
from peru_timeline.timeline.packing.clustering import (
    cluster_events,
    count_filled_bins,
    events_alone_in_bin,
    most_important_events,
)
from peru_timeline.timeline.packing.half_row_packing import (
    Packed,
    pack_full_rows,
    pack_half_rows,
    pack_within,
)
from peru_timeline.timeline.packing.lane_filter import LaneFilter
from peru_timeline.timeline.packing.lane_plan import (
    UNMEASURED_TITLE_PX,
    LanePlan,
    LevelOfDetail,
    card_marks,
    concatenate_marks,
    important_marks,
    titled_marks,
    unmeasured_marks,
    untitled_marks,
)
from peru_timeline.timeline.packing.mark_extents import SMALL_GLYPH_PX, Octave, bar_items
from peru_timeline.timeline.packing.row_allocation import RowDemand, TitledRowDemand
from peru_timeline.timeline.packing.row_packing import PackingItems, Side, all_titles

T = TypeVar("T")

FONT_PX, SMALL_FONT_PX = 12.0, 11.0
FULL_BIN = 24  # a strip is drawn instead of clusters that hold more than this on average
STRIP_HALF_ROWS = 4
CLUSTER_HALF_ROWS = 2


class LanePlanner:
    """What each lane can show."""

    def __init__(self, lane_filter: LaneFilter, octave: Octave) -> None:
        self.lane_filter, self.octave, self.layout_input = (
            lane_filter,
            octave,
            lane_filter.layout_input,
        )
        self.lanes, self.collapsed = lane_filter.lanes, lane_filter.collapsed
        self.expanded_lanes, self.measured_lanes = (
            lane_filter.expanded_lanes,
            lane_filter.measured_lanes,
        )
        self._cache: dict[tuple[object, ...], object] = {}

    def titled(self, lane: int, font_px: float) -> LanePlan:
        """Every title, in an order that keeps views compact."""
        return self.cached(("titled", lane, font_px), lambda: self._all_titled(lane, font_px))

    def dated(self, lane: int) -> LanePlan:
        """Every title with its date."""
        return self.cached(("dated", lane), lambda: self._dated(lane))

    def cards(self, lane: int) -> LanePlan:
        """A card for every event that does not outlast the window."""
        return self.cached(("cards", lane), lambda: self._cards(lane))

    def _all_titled(self, lane: int, font_px: float) -> LanePlan:
        demand = self.titled_demand(lane, font_px)
        packed = pack_full_rows(demand.items, demand.all_titles)
        return self._titled(LevelOfDetail.MARKS, lane, demand.items, packed)

    def _dated(self, lane: int) -> LanePlan:
        items = bar_items(self.layout_input, self.lanes[lane].shown, self.octave, FONT_PX, True)
        return self._titled(
            LevelOfDetail.DATED, lane, items, pack_full_rows(items, all_titles(items)[0])
        )

    def _cards(self, lane: int) -> LanePlan:
        shown, dimmed = self.lanes[lane]
        return LanePlan(
            LevelOfDetail.CARDS, card_marks(self.layout_input, self.octave, shown, FONT_PX, dimmed)
        )

    def unmeasured(self, lane: int, titles: bool) -> LanePlan:
        """Very many marks, with the titles that turn out to have room when they are drawn."""
        return self.cached(("unmeasured", lane, titles), lambda: self._unmeasured(lane, titles))

    def for_sparse_views(self, lane: int) -> LanePlan:
        """Marks with titles of very many events, for views that hold few: others have no row."""
        return self.cached(("for sparse views", lane), lambda: self._for_sparse_views(lane))

    def _for_sparse_views(self, lane: int) -> LanePlan:
        shown, narrowest = self.lanes[lane].shown, self.octave.view_px / 2 / self.octave.px_per_day
        with_row = self.cached(("with row",), lambda: self.lane_filter.in_sparse_view(narrowest))
        found = unmeasured_marks(self.layout_input, self.octave, shown, True, with_row[shown])
        return LanePlan(LevelOfDetail.MARKS, found, title_limit_px=UNMEASURED_TITLE_PX)

    def _unmeasured(self, lane: int, titles: bool) -> LanePlan:
        found = unmeasured_marks(self.layout_input, self.octave, self.lanes[lane].shown, titles)
        return LanePlan(LevelOfDetail.MARKS, found, title_limit_px=UNMEASURED_TITLE_PX)

    def marks(self, lane: int, font_px: float, half_rows: int, titles: bool) -> LanePlan:
        """Marks, with the titles that so many half rows have room for."""
        if lane not in self.measured_lanes:
            return self.unmeasured(
                lane, titles and half_rows >= self.demand(lane, font_px).useful_half_rows
            )
        demand = self.titled_demand(lane, font_px)
        items = demand.items
        if not titles:
            packed = pack_half_rows(items, [Side.NONE] * len(items.left), 0)
        elif half_rows >= demand.useful_half_rows:
            packed = pack_full_rows(items, demand.all_titles, fewest=True)
        else:
            packed = pack_within(items, demand.grant_titles, half_rows, demand.min_half_rows)
        return self._titled(LevelOfDetail.MARKS, lane, items, packed)

    def _titled(
        self, level: LevelOfDetail, lane: int, items: PackingItems, packed: Packed
    ) -> LanePlan:
        shown, dimmed = self.lanes[lane]
        return LanePlan(
            level, titled_marks(self.layout_input, self.octave, shown, items, packed, dimmed)
        )

    def clusters(self, lane: int, half_rows: int) -> LanePlan:
        """Counts of all but the most important events, which keep marks of their own in the rows above."""
        layout_input, octave, shown = self.layout_input, self.octave, self.lanes[lane].shown
        is_strip = len(shown) > FULL_BIN * count_filled_bins(layout_input.columns, shown, octave)
        clustering_half_rows = min(STRIP_HALF_ROWS if is_strip else CLUSTER_HALF_ROWS, half_rows)
        own = most_important_events(layout_input.columns, shown, octave)
        above = important_marks(layout_input, octave, own, (half_rows - clustering_half_rows) // 2)
        counted_too = np.ones(len(shown), dtype=np.bool_)
        counted_too[np.searchsorted(shown, above.event)] = False  # in a lane events are in order
        rest = shown[counted_too]
        at = (half_rows - clustering_half_rows) // 2 * 2
        if not is_strip:
            alone, rest = events_alone_in_bin(layout_input.columns, rest, octave)
            above = concatenate_marks((above, untitled_marks(alone, np.full(len(alone), at))))
        counted = cluster_events(layout_input.columns, rest, octave, is_strip)
        return LanePlan(
            LevelOfDetail.CLUSTERS, above, counted, at, clustering_half_rows, UNMEASURED_TITLE_PX
        )

    def collapsed_strip(self, lane: int) -> LanePlan | None:
        """A strip of all events, where the reader reduced the lane to one line."""
        shown = self.lanes[lane].shown
        if lane not in self.collapsed or not len(shown):
            return None
        clustering = cluster_events(self.layout_input.columns, shown, self.octave, is_strip=True)
        return LanePlan(
            LevelOfDetail.CLUSTERS, concatenate_marks(()), clustering, 0, CLUSTER_HALF_ROWS
        )

    def demand(self, lane: int, font_px: float) -> RowDemand:
        """What the lane asks for."""
        if lane in self.measured_lanes:
            return self.titled_demand(lane, font_px)
        shown = self.lanes[lane].shown
        return self.cached(
            ("demand", lane), lambda: RowDemand(self.layout_input.columns, shown, self.octave)
        )

    def titled_demand(self, lane: int, font_px: float) -> TitledRowDemand:
        """What a lane asks for whose titles are weighed against each other."""
        shown = self.lanes[lane].shown
        return self.cached(
            ("demand", lane, font_px),
            lambda: TitledRowDemand(
                bar_items(self.layout_input, shown, self.octave, font_px, False)
            ),
        )

    def is_overfull(self, lane: int, height: float, half_px: float) -> bool:
        """Whether more marks stand at one place than the window has half rows; found without packing any."""
        most = int(height / half_px) + 1
        if self.lane_filter.most_at_once[lane] > most:
            return True
        starts = self.layout_input.columns.start[self.lanes[lane].shown]
        if len(starts) <= most:
            return False
        starts = np.sort(starts)
        return bool(
            ((starts[most:] - starts[:-most]) * self.octave.px_per_day < SMALL_GLYPH_PX / 2).any()
        )

    def cached(self, key: tuple[object, ...], compute: Callable[[], T]) -> T:
        """What was made for this key, made now if it is asked for the first time.

        Raises NotReadyError instead where nothing may be made.
        """
        if key not in self._cache:
            ensure_may_compute()
            self._cache[key] = compute()
        return cast(T, self._cache[key])
