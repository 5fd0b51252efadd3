"""Arranging: what each lane shows, how high it is and where, at one zoom level; `lay_out` then draws it anywhere.

`arrange` is a pure function of what it is given: the same zoom, filter, grouping, size and place in time give the
same arrangement, so zooming in and out, or filtering and undoing it, brings back the same picture. It runs when one
of these changes or when the reader asks, never while panning. The rows themselves do not depend on the place in
time; only how much of them is shown does: the height of lanes, which are folded, which tell their events in cards.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from threading import Lock
from typing import cast

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement, LaneClustering
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.background import ensure_may_compute
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.lane_filter import LaneFilter
from peru_timeline.timeline.packing.lane_plan import LevelOfDetail
from peru_timeline.timeline.packing.lane_planner import LanePlanner
from peru_timeline.timeline.packing.mark_extents import Octave, octave_at, title_limit
from peru_timeline.timeline.packing.octave_planner import OctavePlan, OctavePlanner
from peru_timeline.timeline.packing.row_allocation import FOLDED_BAND_PX, padding
from peru_timeline.timeline.scene import LaneBand
from peru_timeline.timeline.view_fit import UNUSED, LaneUse, ViewFit

MAX_CACHED_PLANNERS = 64  # octaves and filters whose plans are kept, while the chronology is small
MIN_CACHED_PLANNERS = 8  # at least so many
MAX_CACHED_PLACEMENTS = 2_000_000
WIDEST_OCTAVE = -2  # a third of the opening view's zoom is the least there is


def arrange(
    layout_input: LayoutInput,
    scale: TimeScale,
    height: float,
    *,
    mask: NDArray[np.bool_] | None = None,
    dim: bool = False,
    collapsed: Iterable[str] = (),
) -> Arrangement:
    """What is shown how at this zoom level.

    `height` is that of the lane area in px; `mask` [events] are those the filter shows; with `dim` the others are
    drawn faintly where there is room; `collapsed` are ids of lanes the reader reduced to one line.
    """
    if mask is None:
        mask = np.ones(len(layout_input.columns), dtype=np.bool_)
    octave_planner = _octave_planner(layout_input, scale, mask, dim, frozenset(collapsed))
    plan, used = ViewFit(octave_planner, scale, height).best()
    return _stacked(octave_planner, plan, used, layout_input, height, mask)


class _PlannerCache:
    """What was made for the octaves and filters used last; two threads may ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._lane_filters: dict[Hashable, LaneFilter] = {}
        self._planners: dict[tuple[Hashable, int, float], OctavePlanner] = {}

    def planner(
        self,
        layout_input: LayoutInput,
        octave: Octave,
        mask: NDArray[np.bool_],
        dim: bool,
        collapsed: frozenset[str],
    ) -> OctavePlanner:
        """The levels of an octave and filter; raises NotReadyError where nothing may be made and they are new."""
        chosen = np.packbits(mask).tobytes(), dim, collapsed
        key = chosen, octave.number, octave.view_px
        with self._lock:
            octave_planner = self._planners.pop(key, None)
            if octave_planner is not None:
                self._planners[key] = octave_planner  # last in the order: the one used last
                return octave_planner
            lane_filter = self._lane_filters.get(chosen)
        ensure_may_compute()
        if lane_filter is None:
            lane_filter = LaneFilter(layout_input, mask, dim, collapsed)
        octave_planner = OctavePlanner(LanePlanner(lane_filter, octave))
        with self._lock:
            self._lane_filters[chosen] = lane_filter
            octave_planner = self._planners.setdefault(key, octave_planner)
            self._forget(
                max(
                    MIN_CACHED_PLANNERS,
                    min(MAX_CACHED_PLANNERS, MAX_CACHED_PLACEMENTS // (len(mask) + 1)),
                )
            )
        return octave_planner

    def _forget(self, most: int) -> None:
        while len(self._planners) > most:
            # The widest octave stays as long as another one can go: it in_view in for those not yet made.
            closer = (key for key in self._planners if key[1] > WIDEST_OCTAVE)
            del self._planners[next(closer, next(iter(self._planners)))]
        used = {key[0] for key in self._planners}
        self._lane_filters = {
            chosen: lane_filter
            for chosen, lane_filter in self._lane_filters.items()
            if chosen in used
        }


def _octave_planner(
    layout_input: LayoutInput,
    scale: TimeScale,
    mask: NDArray[np.bool_],
    dim: bool,
    collapsed: frozenset[str],
) -> OctavePlanner:
    octave = octave_at(layout_input, scale.px_per_day, scale.width_px)
    cached = layout_input.cache.setdefault("planners", _PlannerCache())
    return cast(_PlannerCache, cached).planner(layout_input, octave, mask, dim, collapsed)


def _stacked(
    octave_planner: OctavePlanner,
    plan: OctavePlan,
    used: Sequence[LaneUse],
    layout_input: LayoutInput,
    height: float,
    mask: NDArray[np.bool_],
) -> Arrangement:
    """The lanes under each other, those without events in view folded into one line at the end."""
    count, limit = len(plan.lanes), title_limit(octave_planner.octave.view_px)
    rows_top = np.zeros(count)
    half_rows, card_rows = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    bands: list[LaneBand] = []
    clusterings: list[LaneClustering] = []
    top = 0.0
    for i, lane_plan in enumerate(plan.lanes):
        half_rows[i], card_rows[i] = used[i]
        in_view = used[i] != UNUSED
        if in_view:
            band_height = used[i].height(plan.row_px)
            content = used[i].half_rows * plan.row_px / 2 + used[i].cards_px
            rows_top[i] = top + max(padding(plan.row_px), (band_height - content) / 2)
            bands.append(
                LaneBand(
                    lane=i,
                    id=layout_input.lanes.ids[i],
                    top=top,
                    height=band_height,
                    name=layout_input.lane_names[i],
                    count=len(octave_planner.lane_planner.lanes[i].shown),
                    total=int(layout_input.lane_totals[i]),
                    folded=False,
                    hidden_rows=0,
                    shaded=len(bands) % 2 == 1,
                    collapsed=i in octave_planner.lane_planner.collapsed,
                )
            )
            top += band_height
        if lane_plan is not None and lane_plan.clustering is not None:
            at = rows_top[i] + lane_plan.clustering_row * plan.row_px / 2
            clustering_height = lane_plan.clustering_half_rows * plan.row_px / 2
            clusterings.append(
                LaneClustering(i, lane_plan.clustering, at, clustering_height, not in_view)
            )
    folded = sum(of_lane == UNUSED for of_lane in used)
    if folded:
        bands.append(
            LaneBand(-1, "", top, FOLDED_BAND_PX, "", folded, folded, True, 0, len(bands) % 2 == 1)
        )
        top += FOLDED_BAND_PX
    return Arrangement(
        layout_input=layout_input,
        mask=mask,
        octave=octave_planner.octave,
        row_px=plan.row_px,
        font_px=plan.font_px,
        height=height,
        content_height=top,
        bands=tuple(bands),
        levels_of_detail=tuple(None if lane is None else lane.level for lane in plan.lanes),
        dated=tuple(lane is not None and lane.level >= LevelOfDetail.DATED for lane in plan.lanes),
        title_limits_px=tuple(
            min(limit, np.inf if lane is None else lane.title_limit_px) for lane in plan.lanes
        ),
        mark_index=octave_planner.mark_index(plan.lanes),
        clusterings=tuple(clusterings),
        rows_top=rows_top,
        half_rows=half_rows,
        card_rows=card_rows,
    )
