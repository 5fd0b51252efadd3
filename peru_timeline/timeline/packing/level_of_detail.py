"""What all lanes together show at one octave and for one filter: rows of which height, titles in which size.

Nothing here but `may_be_roomy` knows where the window stands; `view_fit` chooses by what is in view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.packing.lane_filter import ROOMY_EVENTS
from peru_timeline.timeline.packing.lane_plan import (
    LanePlan,
)
from peru_timeline.timeline.packing.lane_planner import (
    CLUSTER_HALVES,
    FONT_PX,
    SMALL_FONT_PX,
    LanePlans,
)
from peru_timeline.timeline.packing.mark_index import Placed, place
from peru_timeline.timeline.packing.row_allocation import (
    FOLD_PX,
    LEAST_LANE_PX,
    Weighing,
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
"""(height of a row, size of its titles) in px, the calmest first."""
BARE_ROWS_PX = (13.0, 12.0)  # without titles, where the sheet wants higher rows for them
LOWEST_ROW_PX = ROW_CHOICES[-1][0]
CROWDED_ROW_PX = 15.0  # of lanes beside others that need clusters: their counts have to be read
CALM_PX = 9.0
DENSER = 0.03  # a row lower by 1 px has to bring this much more in titles,
CRAMPED_PX, CRAMPED = 14.0, 0.15  # and below so many px this much more again
CROWD_HALVES = 8  # of a crowded lane at the most, the counts among them
COLLAPSED_PX = 28.0
SCROLL_EXTRA = 6  # half rows for titles in each lane where the reader has to scroll anyway
SCROLL_SHARE = 0.75  # lanes whose names alone take more of the height than this are scrolled


@dataclass(frozen=True, slots=True, eq=False)
class OctavePlan:
    """All lanes with one height of rows."""

    row_px: float
    font_px: float
    lanes: tuple[LanePlan | None, ...]  # None: the filter shows nothing of the lane


class _Choice(NamedTuple):
    worth: float
    row_px: float
    font_px: float
    halves: tuple[int, ...]
    titles: bool = True


def _calm(row_px: float) -> float:
    """By how much rows of this height are preferred."""
    return 1 + DENSER * (row_px - CALM_PX) - CRAMPED * max(CRAMPED_PX - row_px, 0.0)


class Levels:
    """Choices among the plans of all lanes at one octave and for one filter."""

    def __init__(self, plans: LanePlans) -> None:
        self.plans = plans
        self.octave = plans.octave
        lowest = plans.sheet.titled_px
        self.row_choices = tuple(choice for choice in ROW_CHOICES if choice[0] >= lowest)

    def may_be_roomy(self, row_px: float, font_px: float, scale: TimeScale, height: float) -> bool:
        """Whether all titles could stand in this view; where a glance says no, nothing has to be packed."""
        if len(self.plans.careful) < len(self.plans.busy):
            return self.plans.shown.events_in(scale.span) <= ROOMY_EVENTS
        deep = (self.title_halves(i, font_px, scale) for i in self.plans.busy)
        return sum(lane_height(halves, row_px) for halves in deep if halves) <= height

    def title_halves(self, lane: int, font_px: float, scale: TimeScale) -> int:
        """Half rows that all titles of a lane take at least in this view: those of the marks in it."""
        begin = self.octave.to_px(np.array([scale.span.start]))
        width = scale.span.width * self.octave.resolution
        return int(self.plans.demand(lane, font_px).tall_marks.in_windows(begin, width)[0])

    def roomy(self, font_px: float) -> OctavePlan:
        """Every event with its title, however many rows that takes; in very full lanes those that find room."""
        return self.plans.once(("roomy", font_px), lambda: self._roomy(font_px))

    def _roomy(self, font_px: float) -> OctavePlan:
        lanes: list[LanePlan | None] = [
            self.plans.strip_line(i) for i in range(len(self.plans.lanes))
        ]
        for i in self.plans.busy:
            lanes[i] = (
                self.plans.titled(i, font_px) if i in self.plans.careful else self.plans.sparse(i)
            )
        return OctavePlan(ROW_CHOICES[0][0], font_px, tuple(lanes))

    def fitted(self, height: float) -> OctavePlan:
        """Rows within `height` in every window of the octave, with as many titles as that leaves room for."""
        return self.plans.once(("fitted", height), lambda: self._fitted(height))

    def _fitted(self, height: float) -> OctavePlan:
        height -= COLLAPSED_PX * sum(
            1 for i in self.plans.collapsed if len(self.plans.lanes[i].shown)
        )
        if not all(len(lane.shown) for lane in self.plans.lanes):
            height -= FOLD_PX
        overfull = frozenset(
            i for i in self.plans.busy if self.plans.is_overfull(i, height, LOWEST_ROW_PX / 2)
        )
        others = tuple(i for i in self.plans.busy if i not in overfull)
        if len(self.plans.busy) * LEAST_LANE_PX > SCROLL_SHARE * height:
            return self._scrolling(others, height)
        if not overfull and self._marks_fit(others, height):
            choice = self._best_choice(others, height) or self._bare_choice(others, height)
            return self._plan(choice.row_px, choice.font_px, others, choice.halves, choice.titles)
        return self._crowded(others, overfull, height)

    def _best_choice(self, lanes: tuple[int, ...], height: float) -> _Choice | None:
        """The height of rows that shows most, calmly: titles decide, and denser has to be worth it."""
        best: _Choice | None = None
        for font_px in (FONT_PX, SMALL_FONT_PX):
            weighing = Weighing([self.plans.demand(i, font_px) for i in lanes], self.octave)
            halves: tuple[int, ...] | None = None
            for row_px in (px for px, font in self.row_choices if font == font_px):
                budget = weighing.share(row_px, height, halves)
                if budget is None:
                    continue
                halves = budget.halves
                worth = (budget.worth + 1e-9) * _calm(row_px)
                if best is None or worth > best.worth:
                    best = _Choice(worth, row_px, font_px, halves)
                if (weighing.full <= halves).all():
                    return best
        return best

    def _marks_fit(self, lanes: tuple[int, ...], height: float) -> bool:
        weighing = Weighing([self.plans.demand(i, SMALL_FONT_PX) for i in lanes], self.octave)
        return weighing.bare_height(LOWEST_ROW_PX) <= height

    def _bare_choice(self, lanes: tuple[int, ...], height: float) -> _Choice:
        """The highest rows without titles that fit."""
        weighing = Weighing([self.plans.demand(i, SMALL_FONT_PX) for i in lanes], self.octave)
        least = tuple(int(halves) for halves in weighing.least)
        fitting = (row_px for row_px in BARE_ROWS_PX if weighing.bare_height(row_px) <= height)
        row_px = next(fitting, LOWEST_ROW_PX)
        return _Choice(0.0, row_px, SMALL_FONT_PX, least, titles=False)

    def _scrolling(self, others: tuple[int, ...], height: float) -> OctavePlan:
        """So many lanes that the reader has to scroll: no lane is made poorer for the others."""
        row_px = ROW_CHOICES[0][0]
        cap = max(int(height / row_px), CLUSTER_HALVES)
        least = {i: self.plans.demand(i, FONT_PX).least for i in others}
        marks = tuple(i for i in others if least[i] <= cap)
        plan = self._plan(row_px, FONT_PX, marks, tuple(least[i] + SCROLL_EXTRA for i in marks))
        crowds = [i for i in self.plans.busy if i not in marks]
        return self._with_crowds(plan, crowds, min(cap, CROWD_HALVES))

    def _crowded(
        self, others: tuple[int, ...], overfull: frozenset[int], height: float
    ) -> OctavePlan:
        """Lanes too full for marks share what the others leave; they are counted in clusters or strips."""
        row_px = CROWDED_ROW_PX
        weighing = Weighing([self.plans.demand(i, SMALL_FONT_PX) for i in others], self.octave)

        def needs(cap: int) -> float:
            crowds = len(overfull) * lane_height(min(cap, CROWD_HALVES), row_px)
            return crowds + weighing.bare_height(row_px, cap)

        cap = CLUSTER_HALVES
        while cap < 3 * CROWD_HALVES and needs(cap + 1) <= height:
            cap += 1
        least = {i: int(n) for i, n in zip(others, weighing.least, strict=True) if n <= cap}
        marks = tuple(least)
        plan = self._plan(row_px, SMALL_FONT_PX, marks, tuple(least.values()))
        crowds = [i for i in self.plans.busy if i not in marks]
        return self._with_crowds(plan, crowds, min(cap, CROWD_HALVES))

    def _plan(
        self,
        row_px: float,
        font_px: float,
        lanes: tuple[int, ...],
        halves: tuple[int, ...],
        titles: bool = True,
    ) -> OctavePlan:
        plans: list[LanePlan | None] = [
            self.plans.strip_line(i) for i in range(len(self.plans.lanes))
        ]
        for i, count in zip(lanes, halves, strict=True):
            plans[i] = self.plans.marks(i, font_px, count, titles)
        return OctavePlan(row_px, font_px, tuple(plans))

    def _with_crowds(self, plan: OctavePlan, lanes: Sequence[int], halves: int) -> OctavePlan:
        plans = list(plan.lanes)
        for i in lanes:
            plans[i] = self.plans.crowd(i, halves)
        return replace(plan, lanes=tuple(plans))

    def placed(self, lanes: tuple[LanePlan | None, ...]) -> Placed:
        """All marks of these lanes."""
        # Plans are kept for as long as these levels, so their identities name them.
        key = ("placed", *map(id, lanes))
        return self.plans.once(key, lambda: place(self.plans.sheet.columns, lanes))
