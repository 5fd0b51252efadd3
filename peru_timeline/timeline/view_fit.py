"""View fit: chooses among an octave's packed plans those that fit one view, lane by lane.

This is the only step of arranging in which the visible span matters. It never changes the row of an event: it chooses
which plan each lane shows, and how much of the plan's height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.metrics import CARD_ROW_PX
from peru_timeline.timeline.packing.lane_plan import LanePlan
from peru_timeline.timeline.packing.octave_planner import OctavePlan, OctavePlanner
from peru_timeline.timeline.packing.row_allocation import FOLDED_BAND_PX, lane_height


class LaneUse(NamedTuple):
    """How much of a lane the events in view take."""

    half_rows: int
    card_rows: int

    @property
    def cards_px(self) -> float:
        """Height of the card rows."""
        return self.card_rows * CARD_ROW_PX

    def height(self, row_px: float) -> float:
        """Height of the lane's band in px; 0 without events in view."""
        return (
            lane_height(self.half_rows, row_px, self.cards_px)
            if self.half_rows or self.card_rows
            else 0.0
        )


UNUSED = LaneUse(0, 0)


class ViewFit:
    """Chooses among the plans of `octave_planner` for the view of `scale`, in a lane area `height` px high."""

    def __init__(self, octave_planner: OctavePlanner, scale: TimeScale, height: float) -> None:
        self._planner, self._scale, self._height = octave_planner, scale, height

    def best(self) -> tuple[OctavePlan, list[LaneUse]]:
        """The most detailed plan that fits, and what the events in view take of each lane."""
        for font_px in dict.fromkeys(font for _, font in self._planner.row_choices):
            rows = [row_px for row_px, font in self._planner.row_choices if font == font_px]
            if not self._planner.may_fit_all_titles(rows[-1], font_px, self._scale, self._height):
                continue
            plan = self._planner.all_titled(font_px)
            used = self.used(plan.lanes)
            for row_px in rows:
                if _total(used, row_px) <= self._height:
                    plan = replace(plan, row_px=row_px)
                    if row_px == self._planner.row_choices[0][0]:
                        plan, used = self._upgraded(plan, used, self._dated(used))
                        plan, used = self._upgraded(plan, used, self._cards(used))
                    return plan, used
        plan = self._planner.fitted(self._height)
        used = self.used(plan.lanes)
        plan, used = self._upgraded(plan, used, self._all_titled(plan, used))
        for row_px, font_px in self._planner.row_choices:
            fits = font_px == plan.font_px and _total(used, row_px) <= self._height
            if fits and row_px > plan.row_px and self._has_titles(plan):
                return replace(plan, row_px=row_px), used
        return plan, used

    def used(self, lanes: tuple[LanePlan | None, ...]) -> list[LaneUse]:
        """[lanes] What the events in view take of each lane under these plans."""
        mark_index = self._planner.mark_index(lanes)
        index = mark_index.visible(self._scale).index
        index = index[~mark_index.dimmed[index]]
        lane, in_card_row = mark_index.lane[index], mark_index.in_card_row[index]
        half_rows, card_rows = (
            np.zeros(len(lanes), dtype=np.int64),
            np.zeros(len(lanes), dtype=np.int64),
        )
        last = mark_index.row[index] + 1
        np.maximum.at(
            half_rows, lane[~in_card_row], (last + mark_index.full_row[index])[~in_card_row]
        )
        np.maximum.at(card_rows, lane[in_card_row], last[in_card_row])
        for i, plan in enumerate(lanes):
            if plan is not None and plan.clustering is not None:
                filled = plan.clustering.visible_bins(self._scale)
                if half_rows[i] or filled.start < filled.stop:
                    half_rows[i] = plan.clustering_row + plan.clustering_half_rows
        return [LaneUse(*pair) for pair in zip(half_rows.tolist(), card_rows.tolist(), strict=True)]

    def _upgraded(
        self, plan: OctavePlan, used: list[LaneUse], richer: Sequence[LanePlan | None]
    ) -> tuple[OctavePlan, list[LaneUse]]:
        """Take the richer plan lane by lane from the top, where there is one and all lanes still fit."""
        candidates = tuple(richer)
        if not any(candidates):
            return plan, used
        wanted = self.used(candidates)
        lanes, used = list(plan.lanes), list(used)
        total = _total(used, plan.row_px)
        for i, candidate in enumerate(candidates):
            if candidate is None:
                continue
            more = wanted[i].height(plan.row_px) - used[i].height(plan.row_px)
            if total + more <= self._height:
                lanes[i], used[i], total = candidate, wanted[i], total + more
        return replace(plan, lanes=tuple(lanes)), used

    def _dated(self, used: Sequence[LaneUse]) -> list[LanePlan | None]:
        planner = self._planner.lane_planner
        return [
            planner.dated(i) if i in planner.measured_lanes and used[i] != UNUSED else None
            for i in range(len(used))
        ]

    def _cards(self, used: Sequence[LaneUse]) -> list[LanePlan | None]:
        planner = self._planner.lane_planner
        return [
            planner.cards(i) if i in planner.measured_lanes and used[i] != UNUSED else None
            for i in range(len(used))
        ]

    def _has_titles(self, plan: OctavePlan) -> bool:
        return plan.row_px >= self._planner.row_choices[-1][0]

    def _all_titled(self, plan: OctavePlan, used: Sequence[LaneUse]) -> list[LanePlan | None]:
        """Plans with all titles for the lanes of a fitted plan that might have room for them in this view."""
        planner, spare = self._planner, self._height - _total(used, plan.row_px)
        half_rows = int(2 * spare / plan.row_px)
        return [
            planner.lane_planner.titled(i, plan.font_px)
            if self._has_titles(plan)
            and i in planner.lane_planner.measured_lanes
            and used[i] != UNUSED
            and planner.title_half_rows(i, plan.font_px, self._scale)
            <= used[i].half_rows + half_rows
            else None
            for i in range(len(used))
        ]


def _total(used: Sequence[LaneUse], row_px: float) -> float:
    folds = FOLDED_BAND_PX if UNUSED in used else 0.0
    return sum(of_lane.height(row_px) for of_lane in used) + folds
