"""What of an octave's plans fits one view: here alone the window's place in time counts.

Rows are never changed here. Chosen is, lane by lane, which of the plans is shown and how much of its height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from peru_timeline.timeline.arrangement import CARD_ROW_PX
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.packing.lane_plan import LanePlan
from peru_timeline.timeline.packing.level_of_detail import Levels, OctavePlan
from peru_timeline.timeline.packing.row_allocation import FOLD_PX, lane_height


class Used(NamedTuple):
    """What the events in view take of a lane."""

    halves: int  # half rows
    shelves: int  # rows of cards

    @property
    def px(self) -> float:
        """Height of the cards."""
        return self.shelves * CARD_ROW_PX

    def height(self, row_px: float) -> float:
        """Px of the lane's band; none if it has no events in view."""
        return lane_height(self.halves, row_px, self.px) if self.halves or self.shelves else 0.0


NOTHING = Used(0, 0)


class ViewFit:
    """The plans of `levels` as seen through `scale`, in a window so many px high."""

    def __init__(self, levels: Levels, scale: TimeScale, height: float) -> None:
        self._levels, self._scale, self._height = levels, scale, height

    def best(self) -> tuple[OctavePlan, list[Used]]:
        """The plan that shows most and fits, and what of each lane is in view."""
        for font_px in dict.fromkeys(font for _, font in self._levels.row_choices):
            rows = [row_px for row_px, font in self._levels.row_choices if font == font_px]
            if not self._levels.may_be_roomy(rows[-1], font_px, self._scale, self._height):
                continue
            plan = self._levels.roomy(font_px)
            used = self.used(plan.lanes)
            for row_px in rows:
                if _total(used, row_px) <= self._height:
                    plan = replace(plan, row_px=row_px)
                    if row_px == self._levels.row_choices[0][0]:
                        plan, used = self._upgraded(plan, used, self._dated(used))
                        plan, used = self._upgraded(plan, used, self._cards(used))
                    return plan, used
        plan = self._levels.fitted(self._height)
        used = self.used(plan.lanes)
        plan, used = self._upgraded(plan, used, self._all_titled(plan, used))
        for row_px, font_px in self._levels.row_choices:
            fits = font_px == plan.font_px and _total(used, row_px) <= self._height
            if fits and row_px > plan.row_px and self._has_titles(plan):
                return replace(plan, row_px=row_px), used
        return plan, used

    def used(self, lanes: tuple[LanePlan | None, ...]) -> list[Used]:
        """[lanes] What the events in view take."""
        placed = self._levels.placed(lanes)
        index = placed.seen(self._scale).index
        index = index[~placed.faint[index]]
        lane, shelf = placed.lane[index], placed.shelf[index]
        halves, shelves = np.zeros(len(lanes), dtype=np.int64), np.zeros(len(lanes), dtype=np.int64)
        last = placed.row[index] + 1
        np.maximum.at(halves, lane[~shelf], (last + placed.tall[index])[~shelf])
        np.maximum.at(shelves, lane[shelf], last[shelf])
        for i, plan in enumerate(lanes):
            if plan is not None and plan.crowd is not None:
                filled = plan.crowd.visible(self._scale)
                if halves[i] or filled.start < filled.stop:
                    halves[i] = plan.crowd_row + plan.crowd_halves
        return [Used(*pair) for pair in zip(halves.tolist(), shelves.tolist(), strict=True)]

    def _upgraded(
        self, plan: OctavePlan, used: list[Used], richer: Sequence[LanePlan | None]
    ) -> tuple[OctavePlan, list[Used]]:
        """Lane by lane from the top the richer plan, where there is one and the view still fits."""
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

    def _dated(self, used: Sequence[Used]) -> list[LanePlan | None]:
        plans = self._levels.plans
        return [
            plans.dated(i) if i in plans.careful and used[i] != NOTHING else None
            for i in range(len(used))
        ]

    def _cards(self, used: Sequence[Used]) -> list[LanePlan | None]:
        plans = self._levels.plans
        return [
            plans.cards(i) if i in plans.careful and used[i] != NOTHING else None
            for i in range(len(used))
        ]

    def _has_titles(self, plan: OctavePlan) -> bool:
        return plan.row_px >= self._levels.row_choices[-1][0]

    def _all_titled(self, plan: OctavePlan, used: Sequence[Used]) -> list[LanePlan | None]:
        """Lanes of a fitted plan in which, by the depth of it, this view could have all titles."""
        levels, spare = self._levels, self._height - _total(used, plan.row_px)
        halves = int(2 * spare / plan.row_px)
        return [
            levels.plans.titled(i, plan.font_px)
            if self._has_titles(plan)
            and i in levels.plans.careful
            and used[i] != NOTHING
            and levels.title_halves(i, plan.font_px, self._scale) <= used[i].halves + halves
            else None
            for i in range(len(used))
        ]


def _total(used: Sequence[Used], row_px: float) -> float:
    folds = FOLD_PX if NOTHING in used else 0.0
    return sum(of_lane.height(row_px) for of_lane in used) + folds
