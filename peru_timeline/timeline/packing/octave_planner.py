"""The octave planner: what all lanes together show at one octave under one filter: height of rows, size of titles.

Only `may_fit_all_titles` looks at the visible span. `view_fit` chooses among the plans by what is in view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.packing.lane_filter import SPARSE_VIEW_EVENTS
from peru_timeline.timeline.packing.lane_plan import LanePlan
from peru_timeline.timeline.packing.lane_planner import (
    CLUSTER_HALF_ROWS,
    FONT_PX,
    SMALL_FONT_PX,
    LanePlanner,
)
from peru_timeline.timeline.packing.mark_index import MarkIndex, build_mark_index
from peru_timeline.timeline.packing.row_allocation import (
    FOLDED_BAND_PX,
    MIN_LANE_PX,
    RowAllocator,
    lane_height,
)

ROW_CHOICES = (
    (18.0, FONT_PX),
    (17.0, FONT_PX),
    (16.0, FONT_PX),
    (15.0, SMALL_FONT_PX),
    (14.0, SMALL_FONT_PX),
    (13.0, SMALL_FONT_PX),
    (12.0, SMALL_FONT_PX),
)
"""(height of a row, font size of its titles) in px, the most generous first."""
UNTITLED_ROWS_PX = (13.0, 12.0)  # heights of rows without titles, tried before the lowest
LOWEST_ROW_PX = ROW_CHOICES[-1][0]
CLUSTERED_ROW_PX = 15.0  # with clusters in any lane: their counts have to be legible
PREFERENCE_PER_PX = 0.03  # a row lower by 1 px has to gain this share in title value
REFERENCE_ROW_PX = 9.0  # the height at which that preference is 1
CRAMPED_ROW_PX, CRAMPED_PENALTY_PER_PX = 14.0, 0.15  # below this height, this share more per px
MAX_CLUSTERED_HALF_ROWS = 8  # height of a lane with clusters, these included
COLLAPSED_LANE_PX = 28.0
SCROLLED_EXTRA_HALF_ROWS = 6  # for titles in each lane, where the reader has to scroll anyway
SCROLL_SHARE = 0.75  # lanes scroll if their names alone take more than this share of the height


@dataclass(frozen=True, slots=True, eq=False)
class OctavePlan:
    """Plans of all lanes, with one height of rows and one font size."""

    row_px: float
    font_px: float
    lanes: tuple[LanePlan | None, ...]  # None: no event of the lane passes the filter


class _Choice(NamedTuple):
    value: float
    row_px: float
    font_px: float
    half_rows: tuple[int, ...]
    titles: bool = True


def _row_height_preference(row_px: float) -> float:
    """The factor by which title value is weighted for rows of this height: higher rows are calmer."""
    return (
        1
        + PREFERENCE_PER_PX * (row_px - REFERENCE_ROW_PX)
        - CRAMPED_PENALTY_PER_PX * max(CRAMPED_ROW_PX - row_px, 0.0)
    )


class OctavePlanner:
    """Combines plans of single lanes into plans of all lanes, at one octave and under one filter."""

    def __init__(self, lane_planner: LanePlanner) -> None:
        self.lane_planner = lane_planner
        self.octave = lane_planner.octave
        lowest = lane_planner.layout_input.min_title_row_px
        self.row_choices = tuple(choice for choice in ROW_CHOICES if choice[0] >= lowest)

    def may_fit_all_titles(
        self, row_px: float, font_px: float, scale: TimeScale, height: float
    ) -> bool:
        """Whether this view might have room for all titles: a quick test, so that nothing is packed in vain."""
        if len(self.lane_planner.measured_lanes) < len(self.lane_planner.expanded_lanes):
            return self.lane_planner.lane_filter.events_in(scale.span) <= SPARSE_VIEW_EVENTS
        needed = (self.title_half_rows(i, font_px, scale) for i in self.lane_planner.expanded_lanes)
        return sum(lane_height(half_rows, row_px) for half_rows in needed if half_rows) <= height

    def title_half_rows(self, lane: int, font_px: float, scale: TimeScale) -> int:
        """A lower bound of the half rows that all titles of a lane take in this view: what its marks take."""
        begin = self.octave.to_px(np.array([scale.span.start]))
        width = scale.span.width * self.octave.px_per_day
        return int(
            self.lane_planner.demand(lane, font_px).full_row_marks.in_windows(begin, width)[0]
        )

    def all_titled(self, font_px: float) -> OctavePlan:
        """A plan with every measured title, however many rows that takes; others where there is room."""
        return self.lane_planner.cached(("all titled", font_px), lambda: self._all_titled(font_px))

    def _all_titled(self, font_px: float) -> OctavePlan:
        lanes: list[LanePlan | None] = [
            self.lane_planner.collapsed_strip(i) for i in range(len(self.lane_planner.lanes))
        ]
        for i in self.lane_planner.expanded_lanes:
            lanes[i] = (
                self.lane_planner.titled(i, font_px)
                if i in self.lane_planner.measured_lanes
                else self.lane_planner.for_sparse_views(i)
            )
        return OctavePlan(ROW_CHOICES[0][0], font_px, tuple(lanes))

    def fitted(self, height: float) -> OctavePlan:
        """The plan that fits `height` px in every view of the octave, with as many titles as possible."""
        return self.lane_planner.cached(("fitted", height), lambda: self._fitted(height))

    def _fitted(self, height: float) -> OctavePlan:
        height -= COLLAPSED_LANE_PX * sum(
            1 for i in self.lane_planner.collapsed if len(self.lane_planner.lanes[i].shown)
        )
        if not all(len(lane.shown) for lane in self.lane_planner.lanes):
            height -= FOLDED_BAND_PX
        overfull = frozenset(
            i
            for i in self.lane_planner.expanded_lanes
            if self.lane_planner.is_overfull(i, height, LOWEST_ROW_PX / 2)
        )
        others = tuple(i for i in self.lane_planner.expanded_lanes if i not in overfull)
        if len(self.lane_planner.expanded_lanes) * MIN_LANE_PX > SCROLL_SHARE * height:
            return self._scrolling(others, height)
        if not overfull and self._marks_fit(others, height):
            choice = self._best_choice(others, height) or self._untitled_choice(others, height)
            return self._plan(
                choice.row_px, choice.font_px, others, choice.half_rows, choice.titles
            )
        return self._clustered(others, overfull, height)

    def _best_choice(self, lanes: tuple[int, ...], height: float) -> _Choice | None:
        """The height of rows with the greatest weighted title value; None if the marks alone do not fit."""
        best: _Choice | None = None
        for font_px in (FONT_PX, SMALL_FONT_PX):
            allocator = RowAllocator(
                [self.lane_planner.demand(i, font_px) for i in lanes], self.octave
            )
            half_rows: tuple[int, ...] | None = None
            for row_px in (px for px, font in self.row_choices if font == font_px):
                allocation = allocator.allocate(row_px, height, half_rows)
                if allocation is None:
                    continue
                half_rows = allocation.half_rows
                value = (allocation.title_value + 1e-9) * _row_height_preference(row_px)
                if best is None or value > best.value:
                    best = _Choice(value, row_px, font_px, half_rows)
                if (allocator.useful_half_rows <= half_rows).all():
                    return best
        return best

    def _marks_fit(self, lanes: tuple[int, ...], height: float) -> bool:
        allocator = RowAllocator(
            [self.lane_planner.demand(i, SMALL_FONT_PX) for i in lanes], self.octave
        )
        return allocator.marks_height(LOWEST_ROW_PX) <= height

    def _untitled_choice(self, lanes: tuple[int, ...], height: float) -> _Choice:
        """The highest rows that fit, without titles."""
        allocator = RowAllocator(
            [self.lane_planner.demand(i, SMALL_FONT_PX) for i in lanes], self.octave
        )
        min_half_rows = tuple(int(half_rows) for half_rows in allocator.min_half_rows)
        fitting = (
            row_px for row_px in UNTITLED_ROWS_PX if allocator.marks_height(row_px) <= height
        )
        row_px = next(fitting, LOWEST_ROW_PX)
        return _Choice(0.0, row_px, SMALL_FONT_PX, min_half_rows, titles=False)

    def _scrolling(self, others: tuple[int, ...], height: float) -> OctavePlan:
        """A plan for more lanes than fit: the reader scrolls, so each lane gets the rows it needs."""
        row_px = ROW_CHOICES[0][0]
        cap = max(int(height / row_px), CLUSTER_HALF_ROWS)
        min_half_rows = {i: self.lane_planner.demand(i, FONT_PX).min_half_rows for i in others}
        marks = tuple(i for i in others if min_half_rows[i] <= cap)
        plan = self._plan(
            row_px,
            FONT_PX,
            marks,
            tuple(min_half_rows[i] + SCROLLED_EXTRA_HALF_ROWS for i in marks),
        )
        clustered = [i for i in self.lane_planner.expanded_lanes if i not in marks]
        return self._with_clusters(plan, clustered, min(cap, MAX_CLUSTERED_HALF_ROWS))

    def _clustered(
        self, others: tuple[int, ...], overfull: frozenset[int], height: float
    ) -> OctavePlan:
        """A plan with clusters or strips in lanes too full for marks; they share the height that the others leave."""
        row_px = CLUSTERED_ROW_PX
        allocator = RowAllocator(
            [self.lane_planner.demand(i, SMALL_FONT_PX) for i in others], self.octave
        )

        def needs(cap: int) -> float:
            clustered_px = len(overfull) * lane_height(min(cap, MAX_CLUSTERED_HALF_ROWS), row_px)
            return clustered_px + allocator.marks_height(row_px, cap)

        cap = CLUSTER_HALF_ROWS
        while cap < 3 * MAX_CLUSTERED_HALF_ROWS and needs(cap + 1) <= height:
            cap += 1
        min_half_rows = {
            i: int(n) for i, n in zip(others, allocator.min_half_rows, strict=True) if n <= cap
        }
        marks = tuple(min_half_rows)
        plan = self._plan(row_px, SMALL_FONT_PX, marks, tuple(min_half_rows.values()))
        clustered = [i for i in self.lane_planner.expanded_lanes if i not in marks]
        return self._with_clusters(plan, clustered, min(cap, MAX_CLUSTERED_HALF_ROWS))

    def _plan(
        self,
        row_px: float,
        font_px: float,
        lanes: tuple[int, ...],
        half_rows: tuple[int, ...],
        titles: bool = True,
    ) -> OctavePlan:
        plans: list[LanePlan | None] = [
            self.lane_planner.collapsed_strip(i) for i in range(len(self.lane_planner.lanes))
        ]
        for i, count in zip(lanes, half_rows, strict=True):
            plans[i] = self.lane_planner.marks(i, font_px, count, titles)
        return OctavePlan(row_px, font_px, tuple(plans))

    def _with_clusters(self, plan: OctavePlan, lanes: Sequence[int], half_rows: int) -> OctavePlan:
        plans = list(plan.lanes)
        for i in lanes:
            plans[i] = self.lane_planner.clusters(i, half_rows)
        return replace(plan, lanes=tuple(plans))

    def mark_index(self, lanes: tuple[LanePlan | None, ...]) -> MarkIndex:
        """The index of all marks of these plans."""
        # Plans live as long as this planner, so their identities are safe as keys.
        key = ("mark index", *map(id, lanes))
        return self.lane_planner.cached(
            key, lambda: build_mark_index(self.lane_planner.layout_input.columns, lanes)
        )
