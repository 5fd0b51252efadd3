"""Arranging: what each lane shows, how tall it is and where, at one zoom level; `lay_out` then draws it anywhere.

`arrange` is a pure function: the same zoom, filter, grouping, size and place in time give the same arrangement, so
zooming in and out, or filtering and undoing it, brings back the same picture. It runs when one of these changes or
when the hand comes to rest, never while panning. The rows themselves do not depend on the place in time. In the
overview nothing does; while reading, the height of lanes does, and which of them are folded or tell their events in
cards.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from threading import Lock
from typing import cast

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement, LaneClustering, row_slots
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.background import ensure_may_compute
from peru_timeline.timeline.lanes import ALL_LANES
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.lane_filter import LaneFilter
from peru_timeline.timeline.packing.lane_plan import LanePlan, LevelOfDetail
from peru_timeline.timeline.packing.lane_planner import LanePlanner
from peru_timeline.timeline.packing.mark_extents import Octave, octave_at, title_limit
from peru_timeline.timeline.packing.octave_planner import (
    COLLAPSED_PX,
    FOLDED_BAND_PX,
    MIN_LANE_PX,
    SHELVED_LANE_PX,
    OctavePlan,
    padding,
    plan_overview,
    plan_reading,
)
from peru_timeline.timeline.regime import Regime, regime_for
from peru_timeline.timeline.scene import LaneBand
from peru_timeline.timeline.shelf import (
    CLOSED_SHELF,
    ITEM_PX,
    LaneShelf,
    ShelfView,
    wanted_lines,
)
from peru_timeline.timeline.view_fit import (
    LaneRows,
    planned_rows,
    read_closely,
)

KEPT_PLANNERS = 64  # octaves and filters whose plans are kept, while the chronology is small
MIN_CACHED_PLANNERS = 8  # at least so many
KEPT_MARKS = 2_000_000
WIDEST_OCTAVE = -2  # a third of the opening view's zoom is the least there is


def arrange(
    layout_input: LayoutInput,
    scale: TimeScale,
    height: float,
    *,
    regime: Regime | None = None,
    mask: NDArray[np.bool_] | None = None,
    dim: bool = False,
    collapsed: Iterable[str] = (),
    shelf: ShelfView = CLOSED_SHELF,
    scrolls: bool = True,
) -> Arrangement:
    """What is shown how at this zoom level.

    `height` is that of the window's lane area in px; lanes may be taller in all unless `scrolls` is false. `regime`
    None chooses by what is in view. `mask` [events] are those the filter shows; with `dim` the others are drawn
    faintly. `collapsed` are ids of lanes the reader reduced to one line. `scale` does not include the shelf.
    """
    lane_planner = _planner(
        layout_input, scale, _all_if_none(layout_input, mask), dim, frozenset(collapsed)
    )
    if regime is None:
        regime = regime_for(
            scale, layout_input.home, lane_planner.lane_filter.events_in(scale.span)
        )
    if regime is Regime.OVERVIEW:
        plan = plan_overview(lane_planner, height, scrolls=scrolls)
        rows = planned_rows(plan)
    else:
        plan = lane_planner.cached(("reading",), lambda: plan_reading(lane_planner))
        plan, rows = read_closely(lane_planner, plan, scale, height)
    shown = _all_if_none(layout_input, mask)
    key = plan.row_px, plan.font_px, regime, height, shelf, *map(id, plan.lanes), *map(_key, rows)
    return lane_planner.repeated(
        key, lambda: _stacked(lane_planner, plan, rows, regime, height, shown, shelf)
    )


def _key(rows: LaneRows) -> tuple[int, int, bool, bytes]:
    slots = b"" if rows.slots is None else rows.slots.tobytes()
    return rows.rows, rows.card_rows, rows.strip, slots


def regime_of(
    layout_input: LayoutInput,
    scale: TimeScale,
    mask: NDArray[np.bool_] | None = None,
    dim: bool = False,
) -> Regime:
    """The regime that `arrange` chooses for a view."""
    lane_planner = _planner(layout_input, scale, _all_if_none(layout_input, mask), dim, frozenset())
    return regime_for(scale, layout_input.home, lane_planner.lane_filter.events_in(scale.span))


def _all_if_none(layout_input: LayoutInput, mask: NDArray[np.bool_] | None) -> NDArray[np.bool_]:
    if mask is None:
        return layout_input.in_lanes
    return mask & layout_input.in_lanes if layout_input.lanes.is_alone else mask


class _PlannerCache:
    """What was made for the octaves and filters used last; two threads may ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._shown: dict[Hashable, LaneFilter] = {}
        self._planners: dict[tuple[Hashable, int, float], LanePlanner] = {}

    def lane_planner(
        self,
        layout_input: LayoutInput,
        octave: Octave,
        mask: NDArray[np.bool_],
        dim: bool,
        collapsed: frozenset[str],
    ) -> LanePlanner:
        """The planner of an octave and filter; raises NotReadyError where nothing may be made and it is new."""
        chosen = np.packbits(mask).tobytes(), dim, collapsed
        key = chosen, octave.number, octave.view_px
        with self._lock:
            lane_planner = self._planners.pop(key, None)
            if lane_planner is not None:
                self._planners[key] = lane_planner  # last in the order: the one used last
                return lane_planner
            shown = self._shown.get(chosen)
        ensure_may_compute()
        if shown is None:
            shown = LaneFilter(layout_input, mask, dim, collapsed)
        lane_planner = LanePlanner(shown, octave)
        with self._lock:
            self._shown[chosen] = shown
            lane_planner = self._planners.setdefault(key, lane_planner)
            self._forget(
                max(MIN_CACHED_PLANNERS, min(KEPT_PLANNERS, KEPT_MARKS // (len(mask) + 1)))
            )
        return lane_planner

    def _forget(self, most: int) -> None:
        while len(self._planners) > most:
            # The widest octave stays as long as another one can go: it stands in for those not yet made.
            closer = (key for key in self._planners if key[1] > WIDEST_OCTAVE)
            del self._planners[next(closer, next(iter(self._planners)))]
        used = {key[0] for key in self._planners}
        self._shown = {chosen: shown for chosen, shown in self._shown.items() if chosen in used}


def _planner(
    layout_input: LayoutInput,
    scale: TimeScale,
    mask: NDArray[np.bool_],
    dim: bool,
    collapsed: frozenset[str],
) -> LanePlanner:
    octave = octave_at(layout_input, scale.px_per_day, scale.width_px)
    kept = layout_input.cache.setdefault("kept", _PlannerCache())
    return cast(_PlannerCache, kept).lane_planner(layout_input, octave, mask, dim, collapsed)


def _band_height(
    lane_planner: LanePlanner, lane: int, rows: LaneRows, row_px: float, lines: int, regime: Regime
) -> float:
    """Px of a lane's band; 0 for a lane that is folded."""
    if regime is Regime.OVERVIEW and lane_planner.lanes[lane].is_on_shelf_only and not lines:
        return SHELVED_LANE_PX  # the shelf counts its events in its row
    if lane in lane_planner.collapsed:
        return COLLAPSED_PX if len(lane_planner.lanes[lane].shown) else 0.0
    listed = 2 * padding(row_px) + lines * ITEM_PX if lines else 0.0
    return max(rows.height(row_px), max(listed, MIN_LANE_PX) if lines else 0.0)


def _stacked(
    lane_planner: LanePlanner,
    plan: OctavePlan,
    rows: Sequence[LaneRows],
    regime: Regime,
    height: float,
    mask: NDArray[np.bool_],
    shelf: ShelfView,
) -> Arrangement:
    """The lanes below each other, those without events in view folded into one line at the end."""
    layout_input, count = lane_planner.layout_input, len(plan.lanes)
    shelves = tuple(LaneShelf(lane.shelved, lane.dimmed_shelved) for lane in lane_planner.lanes)
    rows_top, stands = np.zeros(count), np.zeros(count, dtype=np.bool_)
    bands: list[LaneBand] = []
    clusterings: list[LaneClustering | None] = []
    top = 0.0
    for i, lane_plan in enumerate(plan.lanes):
        lists = regime is Regime.READING or rows[i].is_empty
        lines = wanted_lines(shelves[i], shelf, layout_input.lanes.ids[i]) if lists else 0
        band_height = _band_height(lane_planner, i, rows[i], plan.row_px, lines, regime)
        stands[i] = band_height > 0
        if stands[i]:
            rows_top[i] = top + padding(plan.row_px)
            if rows[i].rows <= 1 and not rows[i].card_rows and not lines:
                rows_top[i] = top + max((band_height - _content(rows[i], plan.row_px)) / 2, 0.0)
            bands.append(_band(lane_planner, i, top, band_height, shaded=len(bands) % 2 == 1))
            top += band_height
        at = float(rows_top[i])
        clusterings.append(_clustering(i, lane_plan, plan.row_px, at, not stands[i]))
    bands += _lines_below(layout_input, top, len(bands), count - int(stands.sum()))
    top += FOLDED_BAND_PX * sum(band.folded for band in bands)
    return Arrangement(
        layout_input=layout_input,
        mask=mask,
        shown=int(np.count_nonzero(mask)),
        shelved=int(np.count_nonzero(mask & ~layout_input.columns.is_dated)),
        regime=regime,
        octave=lane_planner.octave,
        row_px=plan.row_px,
        font_px=plan.font_px,
        height=height,
        content_height=top,
        bands=tuple(bands),
        levels=tuple(None if lane is None else lane.level for lane in plan.lanes),
        dated=tuple(lane is not None and lane.level >= LevelOfDetail.DATED for lane in plan.lanes),
        title_limits_px=_title_limits(plan, title_limit(lane_planner.octave.view_px)),
        mark_index=lane_planner.mark_index(plan.lanes),
        clusterings=tuple(found for found in clusterings if found is not None),
        rows_top=rows_top,
        rows=np.array([of_lane.rows for of_lane in rows], dtype=np.int64),
        card_rows=np.array([of_lane.card_rows for of_lane in rows], dtype=np.int64),
        strips=np.array([of_lane.strip for of_lane in rows], dtype=np.bool_),
        slots=row_slots([of_lane.slots for of_lane in rows]),
        stands=stands,
        shelf_view=shelf,
        shelves=shelves,
    )


def _lines_below(layout_input: LayoutInput, top: float, bands: int, folded: int) -> list[LaneBand]:
    """The line of the folded lanes, and the one that leads back from a lane alone; below so many bands."""
    lines = [("", folded)] * (folded > 0) + [(ALL_LANES, 0)] * layout_input.lanes.is_alone
    made = []
    for i, (id_, lanes) in enumerate(lines):
        at, shaded = top + i * FOLDED_BAND_PX, (bands + i) % 2 == 1
        made.append(LaneBand(-1, id_, at, FOLDED_BAND_PX, "", lanes, lanes, True, 0, shaded))
    return made


def _title_limits(plan: OctavePlan, limit_px: float) -> tuple[float, ...]:
    """The longest title of each lane, px."""
    return tuple(
        min(limit_px, np.inf if lane is None else lane.title_limit_px) for lane in plan.lanes
    )


def _clustering(
    lane: int, lane_plan: LanePlan | None, row_px: float, top: float, hidden: bool
) -> LaneClustering | None:
    """Where the clusters of a lane stand whose rows begin at `top` px; None where it has none."""
    if lane_plan is None or lane_plan.clustering is None:
        return None
    y = top + lane_plan.clustering_row * row_px
    height = lane_plan.clustering_rows * row_px
    return LaneClustering(lane, lane_plan.clustering, y, height, hidden)


def _content(rows: LaneRows, row_px: float) -> float:
    return rows.height(row_px) - 2 * padding(row_px) if rows.rows else row_px


def _band(
    lane_planner: LanePlanner, lane: int, top: float, height: float, *, shaded: bool
) -> LaneBand:
    layout_input, of_lane = lane_planner.layout_input, lane_planner.lanes[lane]
    lanes = layout_input.lanes
    return LaneBand(
        lane=lane,
        id=lanes.ids[lane],
        top=top,
        height=height,
        name=layout_input.lane_names[lane],
        count=len(of_lane.shown) + len(of_lane.shelved),
        total=int(layout_input.lane_totals[lane]),
        folded=False,
        hidden_rows=0,
        shaded=shaded,
        collapsed=lane in lane_planner.collapsed,
        depth=lanes.depths[lane] if lanes.depths else 0,
        unfolds=bool(lanes.unfolds) and lanes.unfolds[lane],
        unfolded=lane + 1 < len(lanes.depths) and lanes.depths[lane + 1] > lanes.depths[lane],
    )
