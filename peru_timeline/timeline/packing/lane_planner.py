"""The lane planner: plans of single lanes at one octave under one filter, computed on demand and cached."""

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
MAX_CLUSTER_EVENTS = 24  # on average; above it a density strip replaces the clusters
STRIP_HALF_ROWS = 4
CLUSTER_HALF_ROWS = 2


class LanePlanner:
    """Plans of each lane at every level of detail; `lane` is the number of a lane."""

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
        """A plan with every title, in full rows that keep each view compact."""
        return self.cached(("titled", lane, font_px), lambda: self._all_titled(lane, font_px))

    def dated(self, lane: int) -> LanePlan:
        """A plan with every title and its date."""
        return self.cached(("dated", lane), lambda: self._dated(lane))

    def cards(self, lane: int) -> LanePlan:
        """A plan with a card for every event, except those longer than most of the window."""
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
        """A plan for very many marks; which titles fit is decided when a frame is laid out."""
        return self.cached(("unmeasured", lane, titles), lambda: self._unmeasured(lane, titles))

    def for_sparse_views(self, lane: int) -> LanePlan:
        """As `unmeasured`, with rows only for events that some sparse view shows."""
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
        """A plan with all marks, and as many titles as `half_rows` half rows have room for."""
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
        """A plan of clusters or a strip, `half_rows` high; the most important events keep marks, in rows above."""
        layout_input, octave, shown = self.layout_input, self.octave, self.lanes[lane].shown
        is_strip = len(shown) > MAX_CLUSTER_EVENTS * count_filled_bins(
            layout_input.columns, shown, octave
        )
        clustering_half_rows = min(STRIP_HALF_ROWS if is_strip else CLUSTER_HALF_ROWS, half_rows)
        own = most_important_events(layout_input.columns, shown, octave)
        above = important_marks(layout_input, octave, own, (half_rows - clustering_half_rows) // 2)
        in_clusters = np.ones(len(shown), dtype=np.bool_)
        in_clusters[np.searchsorted(shown, above.event)] = (
            False  # events are ascending within a lane
        )
        rest = shown[in_clusters]
        at = (half_rows - clustering_half_rows) // 2 * 2
        if not is_strip:
            alone, rest = events_alone_in_bin(layout_input.columns, rest, octave)
            above = concatenate_marks((above, untitled_marks(alone, np.full(len(alone), at))))
        counted = cluster_events(layout_input.columns, rest, octave, is_strip)
        return LanePlan(
            LevelOfDetail.CLUSTERS, above, counted, at, clustering_half_rows, UNMEASURED_TITLE_PX
        )

    def collapsed_strip(self, lane: int) -> LanePlan | None:
        """A plan with one strip of all events, for a collapsed lane; None for others and empty ones."""
        shown = self.lanes[lane].shown
        if lane not in self.collapsed or not len(shown):
            return None
        clustering = cluster_events(self.layout_input.columns, shown, self.octave, is_strip=True)
        return LanePlan(
            LevelOfDetail.CLUSTERS, concatenate_marks(()), clustering, 0, CLUSTER_HALF_ROWS
        )

    def demand(self, lane: int, font_px: float) -> RowDemand:
        """The rows that the lane asks for."""
        if lane in self.measured_lanes:
            return self.titled_demand(lane, font_px)
        shown = self.lanes[lane].shown
        return self.cached(
            ("demand", lane), lambda: RowDemand(self.layout_input.columns, shown, self.octave)
        )

    def titled_demand(self, lane: int, font_px: float) -> TitledRowDemand:
        """The rows that a lane with measured titles asks for."""
        shown = self.lanes[lane].shown
        return self.cached(
            ("demand", lane, font_px),
            lambda: TitledRowDemand(
                bar_items(self.layout_input, shown, self.octave, font_px, False)
            ),
        )

    def is_overfull(self, lane: int, height: float, half_px: float) -> bool:
        """Whether more marks overlap somewhere than the window has half rows; a quick test that packs nothing."""
        most = int(height / half_px) + 1
        if self.lane_filter.max_overlap[lane] > most:
            return True
        starts = self.layout_input.columns.start[self.lanes[lane].shown]
        if len(starts) <= most:
            return False
        starts = np.sort(starts)
        return bool(
            ((starts[most:] - starts[:-most]) * self.octave.px_per_day < SMALL_GLYPH_PX / 2).any()
        )

    def cached(self, key: tuple[object, ...], compute: Callable[[], T]) -> T:
        """The result of `compute`, kept under `key`.

        Raises NotReadyError within `cached_only` if it is not there yet.
        """
        if key not in self._cache:
            ensure_may_compute()
            self._cache[key] = compute()
        return cast(T, self._cache[key])
