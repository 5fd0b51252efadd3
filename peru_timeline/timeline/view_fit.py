"""How much of each lane's plan the events in one view take, while reading: here alone the place in time counts.

Rows are never changed here. Chosen is, lane by lane, which of the plans is shown and how tall the lane is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.metrics import CARD_ROW_PX
from peru_timeline.timeline.packing.lane_plan import NO_ROW, LanePlan
from peru_timeline.timeline.packing.lane_planner import LanePlanner
from peru_timeline.timeline.packing.octave_planner import FOLDED_BAND_PX, OctavePlan, lane_height


class LaneRows(NamedTuple):
    """What a lane has room for."""

    rows: int
    card_rows: int
    strip: bool  # of quiet marks at its foot
    slots: NDArray[np.int64] | None = (
        None  # [rows of the plan] which of the lane's rows each is drawn in; -1: none
    )

    @property
    def is_empty(self) -> bool:
        """Whether the lane has nothing to show."""
        return not (self.rows or self.card_rows or self.strip)

    def height(self, row_px: float) -> float:
        """Px of the lane's band; 0 for a lane with nothing to show."""
        if self.is_empty:
            return 0.0
        cards_px = self.card_rows * CARD_ROW_PX
        return lane_height(self.rows, row_px, strip=self.strip, cards_px=cards_px)


NOTHING = LaneRows(0, 0, False)


def planned_rows(plan: OctavePlan) -> list[LaneRows]:
    """[lanes] What the plans take, wherever the window stands."""
    return [NOTHING if lane is None else _planned(lane) for lane in plan.lanes]


def _planned(lane: LanePlan) -> LaneRows:
    if lane.clustering is not None:
        return LaneRows(lane.clustering_row + lane.clustering_rows, 0, False)
    in_rows = ~lane.marks.quiet
    return LaneRows(int(lane.marks.row[in_rows].max(initial=-1)) + 1, 0, lane.has_strip)


def rows_in_view(
    lane_planner: LanePlanner, lanes: Sequence[LanePlan | None], scale: TimeScale
) -> list[LaneRows]:
    """[lanes] What the events in view take: rows without any of them take no height."""
    marks = lane_planner.mark_index(lanes)
    index = marks.visible(scale).index
    lane, row, card, quiet = (
        array[index] for array in (marks.lane, marks.row, marks.card, marks.quiet)
    )
    # What has no row, as nobody planned for so many in one view, is counted as hidden.
    in_rows = ~(card | quiet) & (row < NO_ROW)
    lane_in_rows, row_in_rows = lane[in_rows], row[in_rows]
    taken = np.zeros((len(lanes), int(row_in_rows.max(initial=-1)) + 1), dtype=np.bool_)
    taken[lane_in_rows, row_in_rows] = True
    counted = np.cumsum(taken, axis=1)
    slots = np.where(taken, counted - 1, -1)
    rows = counted[:, -1].tolist() if taken.shape[1] else [0] * len(lanes)
    card_rows = np.zeros(len(lanes), dtype=np.int64)
    np.maximum.at(card_rows, lane[card], row[card] + 1)
    strip = np.bincount(lane[quiet], minlength=len(lanes)) > 0
    found = []
    for i, (plan, cards, has_strip) in enumerate(
        zip(lanes, card_rows.tolist(), strip.tolist(), strict=True)
    ):
        if plan is not None and plan.clustering is not None:
            filled = plan.clustering.visible_bins(scale)
            shows = rows[i] or filled.start < filled.stop
            all_rows = plan.clustering_row + plan.clustering_rows if shows else 0
            found.append(LaneRows(all_rows, 0, False))
            continue
        found.append(LaneRows(rows[i], cards, has_strip, slots[i]))
    return found


def read_closely(
    lane_planner: LanePlanner, plan: OctavePlan, scale: TimeScale, height: float
) -> tuple[OctavePlan, list[LaneRows]]:
    """The reading plan, with dates after the titles and then with cards, lane by lane, while all fits `height` px."""
    used = rows_in_view(lane_planner, plan.lanes, scale)
    for richer in (lane_planner.dated, lane_planner.cards):
        if total_height(used, plan.row_px) > height:
            break
        wanted = [
            richer(i) if i in lane_planner.measured_lanes and not of_lane.is_empty else None
            for i, of_lane in enumerate(used)
        ]
        plan, used = _upgraded(lane_planner, plan, used, wanted, scale, height)
    return plan, used


def _upgraded(
    lane_planner: LanePlanner,
    plan: OctavePlan,
    used: list[LaneRows],
    richer: Sequence[LanePlan | None],
    scale: TimeScale,
    height: float,
) -> tuple[OctavePlan, list[LaneRows]]:
    """Lane by lane from the top the richer plan, where there is one and the view still fits."""
    if not any(richer):
        return plan, used
    wanted = rows_in_view(lane_planner, richer, scale)
    lanes, used = list(plan.lanes), list(used)
    total = total_height(used, plan.row_px)
    for i, candidate in enumerate(richer):
        if candidate is None:
            continue
        more = wanted[i].height(plan.row_px) - used[i].height(plan.row_px)
        if total + more <= height:
            lanes[i], used[i], total = candidate, wanted[i], total + more
    return replace(plan, lanes=tuple(lanes)), used


def total_height(used: Sequence[LaneRows], row_px: float) -> float:
    """Px of all lanes, with the line of lanes without events in view."""
    folds = FOLDED_BAND_PX if any(of_lane.is_empty for of_lane in used) else 0.0
    return sum(of_lane.height(row_px) for of_lane in used) + folds
