"""Arrange a view: decide what each lane shows, how high it is and where. `lay_out` then draws it at any pan.

`arrange` is a pure function: the same zoom, filter, grouping, size and visible span give the same arrangement, so
zooming in and out, or filtering and undoing it, brings back the same picture. It runs when one of these changes or
when the reader asks, never while panning. The rows of events do not depend on the visible span. Only the heights of
lanes do, and which lanes are folded or show cards.
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

MIN_CACHED_PLANNERS, MAX_CACHED_PLANNERS = 8, 64
MAX_CACHED_EVENTS = 2_000_000  # of all planners together, within these bounds
WIDEST_OCTAVE = -2  # the reader can zoom out to a third of the opening view's zoom


def arrange(
    layout_input: LayoutInput,
    scale: TimeScale,
    height: float,
    *,
    mask: NDArray[np.bool_] | None = None,
    dim: bool = False,
    collapsed: Iterable[str] = (),
) -> Arrangement:
    """The arrangement for one view.

    `height` is that of the lane area in px. `mask` [events] is true for events that pass the filter; with `dim` the
    others are drawn dimmed where there is room. `collapsed` holds ids of lanes that the reader has collapsed.
    Raises NotReadyError within `cached_only` if something has to be computed.
    """
    if mask is None:
        mask = np.ones(len(layout_input.columns), dtype=np.bool_)
    octave_planner = _octave_planner(layout_input, scale, mask, dim, frozenset(collapsed))
    plan, used = ViewFit(octave_planner, scale, height).best()
    return _stacked(octave_planner, plan, used, layout_input, height, mask)


class _PlannerCache:
    """The octave planners used last, by filter and octave; safe to use from several threads."""

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
        """The planner of an octave and filter."""
        chosen = np.packbits(mask).tobytes(), dim, collapsed
        key = chosen, octave.number, octave.view_px
        with self._lock:
            octave_planner = self._planners.pop(key, None)
            if octave_planner is not None:
                self._planners[key] = octave_planner  # moves it to the end, as the one used last
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
                    min(MAX_CACHED_PLANNERS, MAX_CACHED_EVENTS // (len(mask) + 1)),
                )
            )
        return octave_planner

    def _forget(self, most: int) -> None:
        while len(self._planners) > most:
            # Widest octaves go last: they stand in for octaves that are not ready yet.
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
    """Stack the lanes; those without events in view are folded into one band at the end."""
    limit = title_limit(octave_planner.octave.view_px)
    rows_top = np.zeros(len(plan.lanes))
    bands: list[LaneBand] = []
    clusterings: list[LaneClustering] = []
    top = 0.0
    for i, lane_plan in enumerate(plan.lanes):
        in_view = used[i] != UNUSED
        if in_view:
            band = _band(octave_planner, layout_input, i, top, used[i].height(plan.row_px))
            content = used[i].half_rows * plan.row_px / 2 + used[i].cards_px
            rows_top[i] = top + max(padding(plan.row_px), (band.height - content) / 2)
            bands.append(band._replace(shaded=len(bands) % 2 == 1))
            top += band.height
        if lane_plan is not None and lane_plan.clustering is not None:
            clusterings.append(
                LaneClustering(
                    lane=i,
                    clustering=lane_plan.clustering,
                    top=float(rows_top[i]) + lane_plan.clustering_row * plan.row_px / 2,
                    height=lane_plan.clustering_half_rows * plan.row_px / 2,
                    hidden=not in_view,
                )
            )
    folded = sum(of_lane == UNUSED for of_lane in used)
    if folded:
        shaded = len(bands) % 2 == 1
        bands.append(LaneBand(-1, "", top, FOLDED_BAND_PX, "", folded, folded, True, 0, shaded))
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
        half_rows=np.array([of_lane.half_rows for of_lane in used], dtype=np.int64),
        card_rows=np.array([of_lane.card_rows for of_lane in used], dtype=np.int64),
    )


def _band(
    octave_planner: OctavePlanner, layout_input: LayoutInput, lane: int, top: float, height: float
) -> LaneBand:
    lane_planner = octave_planner.lane_planner
    return LaneBand(
        lane=lane,
        id=layout_input.lanes.ids[lane],
        top=top,
        height=height,
        name=layout_input.lane_names[lane],
        count=len(lane_planner.lanes[lane].shown),
        total=int(layout_input.lane_totals[lane]),
        folded=False,
        hidden_rows=0,
        shaded=False,
        collapsed=lane in lane_planner.collapsed,
    )
