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

from peru_timeline.timeline.arrangement import Arrangement, PlacedCrowd
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.background import before_making
from peru_timeline.timeline.lay_out import lay_out
from peru_timeline.timeline.layout_input import Sheet
from peru_timeline.timeline.packing.lane_filter import Shown
from peru_timeline.timeline.packing.lane_plan import Level
from peru_timeline.timeline.packing.lane_planner import LanePlans
from peru_timeline.timeline.packing.level_of_detail import Levels, OctavePlan
from peru_timeline.timeline.packing.mark_extents import Octave, octave_of, title_limit
from peru_timeline.timeline.packing.row_allocation import FOLD_PX, padding
from peru_timeline.timeline.scene import LaneBand
from peru_timeline.timeline.view_fit import NOTHING, Used, ViewFit

__all__ = ["arrange", "lay_out"]

KEPT_LEVELS = 64  # octaves and filters whose plans are kept, while the chronology is small
KEPT_LEAST = 8  # at least so many
KEPT_PLACEMENTS = 2_000_000
WIDEST_OCTAVE = -2  # a third of the opening view's zoom is the least there is


def arrange(
    sheet: Sheet,
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
        mask = np.ones(len(sheet.columns), dtype=np.bool_)
    levels = _levels(sheet, scale, mask, dim, frozenset(collapsed))
    plan, used = ViewFit(levels, scale, height).best()
    return _stacked(levels, plan, used, sheet, height, mask)


class _Kept:
    """What was made for the octaves and filters used last; two threads may ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._shown: dict[Hashable, Shown] = {}
        self._levels: dict[tuple[Hashable, int, float], Levels] = {}

    def levels(
        self,
        sheet: Sheet,
        octave: Octave,
        mask: NDArray[np.bool_],
        dim: bool,
        collapsed: frozenset[str],
    ) -> Levels:
        """The levels of an octave and filter; raises NotReadyError where nothing may be made and they are new."""
        chosen = np.packbits(mask).tobytes(), dim, collapsed
        key = chosen, octave.number, octave.view_px
        with self._lock:
            levels = self._levels.pop(key, None)
            if levels is not None:
                self._levels[key] = levels  # last in the order: the one used last
                return levels
            shown = self._shown.get(chosen)
        before_making()
        if shown is None:
            shown = Shown(sheet, mask, dim, collapsed)
        levels = Levels(LanePlans(shown, octave))
        with self._lock:
            self._shown[chosen] = shown
            levels = self._levels.setdefault(key, levels)
            self._forget(max(KEPT_LEAST, min(KEPT_LEVELS, KEPT_PLACEMENTS // (len(mask) + 1))))
        return levels

    def _forget(self, most: int) -> None:
        while len(self._levels) > most:
            # The widest octave stays as long as another one can go: it stands in for those not yet made.
            closer = (key for key in self._levels if key[1] > WIDEST_OCTAVE)
            del self._levels[next(closer, next(iter(self._levels)))]
        used = {key[0] for key in self._levels}
        self._shown = {chosen: shown for chosen, shown in self._shown.items() if chosen in used}


def _levels(
    sheet: Sheet, scale: TimeScale, mask: NDArray[np.bool_], dim: bool, collapsed: frozenset[str]
) -> Levels:
    octave = octave_of(sheet, scale.px_per_day, scale.width_px)
    kept = sheet.cache.setdefault("kept", _Kept())
    return cast(_Kept, kept).levels(sheet, octave, mask, dim, collapsed)


def _stacked(
    levels: Levels,
    plan: OctavePlan,
    used: Sequence[Used],
    sheet: Sheet,
    height: float,
    mask: NDArray[np.bool_],
) -> Arrangement:
    """The lanes under each other, those without events in view folded into one line at the end."""
    count, limit = len(plan.lanes), title_limit(levels.octave.view_px)
    rows_top = np.zeros(count)
    halves, shelves = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    bands: list[LaneBand] = []
    crowds: list[PlacedCrowd] = []
    top = 0.0
    for i, lane_plan in enumerate(plan.lanes):
        halves[i], shelves[i] = used[i]
        stands = used[i] != NOTHING
        if stands:
            band_height = used[i].height(plan.row_px)
            content = used[i].halves * plan.row_px / 2 + used[i].px
            rows_top[i] = top + max(padding(plan.row_px), (band_height - content) / 2)
            bands.append(
                LaneBand(
                    lane=i,
                    id=sheet.lanes.ids[i],
                    top=top,
                    height=band_height,
                    name=sheet.lane_names[i],
                    count=len(levels.plans.lanes[i].shown),
                    total=int(sheet.lane_totals[i]),
                    folded=False,
                    hidden_rows=0,
                    shaded=len(bands) % 2 == 1,
                    collapsed=i in levels.plans.collapsed,
                )
            )
            top += band_height
        if lane_plan is not None and lane_plan.crowd is not None:
            at = rows_top[i] + lane_plan.crowd_row * plan.row_px / 2
            crowd_height = lane_plan.crowd_halves * plan.row_px / 2
            crowds.append(PlacedCrowd(i, lane_plan.crowd, at, crowd_height, not stands))
    folded = sum(of_lane == NOTHING for of_lane in used)
    if folded:
        bands.append(
            LaneBand(-1, "", top, FOLD_PX, "", folded, folded, True, 0, len(bands) % 2 == 1)
        )
        top += FOLD_PX
    return Arrangement(
        sheet=sheet,
        mask=mask,
        octave=levels.octave,
        row_px=plan.row_px,
        font_px=plan.font_px,
        height=height,
        content_height=top,
        bands=tuple(bands),
        levels=tuple(None if lane is None else lane.level for lane in plan.lanes),
        dated=tuple(lane is not None and lane.level >= Level.DATED for lane in plan.lanes),
        title_limits_px=tuple(
            min(limit, np.inf if lane is None else lane.title_limit_px) for lane in plan.lanes
        ),
        placed=levels.placed(plan.lanes),
        crowds=tuple(crowds),
        rows_top=rows_top,
        halves=halves,
        shelves=shelves,
    )
