"""What all lanes show at one octave and for one filter: plans, made when first asked for and kept.

Nothing here knows where the window stands. `layout.arrange` chooses among these plans by what is in view.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.budget import (
    FOLD_PX,
    LEAST_LANE_PX,
    Demand,
    TitleDemand,
    Weighing,
    lane_height,
)
from peru_timeline.timeline.crowd import alone_in_bin, crowd_of, filled_bins, most_important
from peru_timeline.timeline.extents import SMALL_GLYPH_PX, Octave, bar_items
from peru_timeline.timeline.halves import Packed, pack_halves, pack_tall, pack_within
from peru_timeline.timeline.placed import Placed, place
from peru_timeline.timeline.plan import (
    QUICK_TITLE_PX,
    LanePlan,
    Level,
    card_spots,
    joined,
    quick_spots,
    spots,
    titled_spots,
)
from peru_timeline.timeline.rows import Floats, Items, Side, all_titles
from peru_timeline.timeline.scale import TimeScale
from peru_timeline.timeline.sheet import Sheet

Events = NDArray[np.int32]
Made = TypeVar("Made")

FONT_PX, SMALL_FONT_PX = 12.0, 11.0
ROW_CHOICES = (
    (18.0, FONT_PX),
    (17.0, FONT_PX),
    (16.0, FONT_PX),
    (15.0, SMALL_FONT_PX),
    (14.0, SMALL_FONT_PX),
)
"""(height of a row, size of its titles) in px, the calmest first."""
BARE_ROWS_PX = (13.0, 12.0)  # so low that no titles are set
CROWDED_ROW_PX = 15.0  # of lanes beside others that need clusters: their counts have to be read
CALM_PX = 9.0
DENSER = 0.03  # a row lower by 1 px has to bring this much more in titles
ROOMY_EVENTS = 300  # in view, and lanes with more than careful packing is for show them all
CAREFUL_EVENTS = 1500  # titles are weighed against each other in lanes with so many events in all
FULL_BIN = 24  # a strip is drawn instead of clusters that hold more than this on average
STRIP_HALVES = 4
CLUSTER_HALVES = 2
CROWD_HALVES = 8  # of a crowded lane at the most, the counts among them
COLLAPSED_PX = 28.0
SCROLL_EXTRA = 6  # half rows for titles in each lane where the reader has to scroll anyway
SCROLL_SHARE = 0.75  # lanes whose names alone take more of the height than this are scrolled


class LaneEvents(NamedTuple):
    """The events of a lane: those the filter shows and those that are drawn faintly."""

    shown: Events
    faint: Events


@dataclass(frozen=True, slots=True, eq=False)
class OctavePlan:
    """All lanes with one height of rows."""

    row_px: float
    font_px: float
    lanes: tuple[LanePlan | None, ...]  # None: the filter shows nothing of the lane

    @property
    def has_titles(self) -> bool:
        """Whether its rows are high enough for titles."""
        return self.row_px >= ROW_CHOICES[-1][0]


class _Choice(NamedTuple):
    worth: float
    row_px: float
    font_px: float
    halves: tuple[int, ...]
    titles: bool = True


class Levels:
    """The plans of one octave and filter; each is made once."""

    def __init__(
        self,
        sheet: Sheet,
        octave: Octave,
        mask: NDArray[np.bool_],
        dim: bool,
        collapsed: frozenset[str],
    ) -> None:
        self.octave = octave
        self._sheet = sheet
        self._made: dict[tuple[object, ...], object] = {}
        first, event = sheet.lanes.first.tolist(), sheet.lanes.event
        self.lanes: list[LaneEvents] = []
        for begin, end in pairwise(first):
            of_lane = event[begin:end]
            shown = mask[of_lane]
            self.lanes.append(LaneEvents(of_lane[shown], of_lane[~shown] if dim else of_lane[:0]))
        self.collapsed = frozenset(i for i, lane in enumerate(sheet.lanes.ids) if lane in collapsed)
        self.busy = tuple(
            i for i, lane in enumerate(self.lanes) if len(lane.shown) and i not in self.collapsed
        )
        # Fewest events first: full lanes must not cost the others their titles.
        by_size = sorted(self.busy, key=lambda i: (len(self.lanes[i].shown), i))
        sizes = np.cumsum([len(self.lanes[i].shown) for i in by_size])
        self.careful = frozenset(
            by_size[: int(np.searchsorted(sizes, CAREFUL_EVENTS, side="right"))]
        )

    # --- choices for a whole window ------------------------------------------------------------

    def may_be_roomy(self, row_px: float, font_px: float, scale: TimeScale, height: float) -> bool:
        """Whether all titles could stand in this view; where a glance says no, nothing has to be packed."""
        if len(self.careful) < len(self.busy):
            return self._events_in(scale) <= ROOMY_EVENTS
        deep = (self.title_halves(i, font_px, scale) for i in self.busy)
        return sum(lane_height(halves, row_px) for halves in deep if halves) <= height

    def title_halves(self, lane: int, font_px: float, scale: TimeScale) -> int:
        """Half rows that all titles of a lane take at least in this view: those of the marks in it."""
        begin = self.octave.to_px(np.array([scale.span.start]))
        width = scale.span.width * self.octave.resolution
        return int(self._demand(lane, font_px).tall_marks.in_windows(begin, width)[0])

    def _events_in(self, scale: TimeScale) -> int:
        start, end = self._once(("days",), self._days)
        return int(np.count_nonzero((start <= scale.span.end) & (end >= scale.span.start)))

    def _days(self) -> tuple[Floats, Floats]:
        shown = np.concatenate([self.lanes[i].shown for i in self.busy])
        return self._sheet.columns.start[shown], self._sheet.columns.end[shown]

    def roomy(self, font_px: float) -> OctavePlan:
        """Every event with its title, however many rows that takes; in very full lanes those that find room."""
        return self._once(("roomy", font_px), lambda: self._roomy(font_px))

    def _roomy(self, font_px: float) -> OctavePlan:
        lanes: list[LanePlan | None] = [self._collapsed(i) for i in range(len(self.lanes))]
        for i in self.busy:
            lanes[i] = self.titled(i, font_px) if i in self.careful else self._quick(i, True)
        return OctavePlan(ROW_CHOICES[0][0], font_px, tuple(lanes))

    def _quick(self, lane: int, titles: bool) -> LanePlan:
        shown = self.lanes[lane].shown
        return self._once(
            ("quick", lane, titles),
            lambda: LanePlan(Level.MARKS, quick_spots(self._sheet, self.octave, shown, titles)),
        )

    def fitted(self, height: float) -> OctavePlan:
        """Rows within `height` in every window of the octave, with as many titles as that leaves room for."""
        return self._once(("fitted", height), lambda: self._fitted(height))

    def _fitted(self, height: float) -> OctavePlan:
        height -= COLLAPSED_PX * sum(1 for i in self.collapsed if len(self.lanes[i].shown))
        if len(self.busy) < sum(1 for lane in self.lanes if len(lane.shown)):
            height -= FOLD_PX
        overfull = frozenset(i for i in self.busy if self._is_overfull(i, height))
        others = tuple(i for i in self.busy if i not in overfull)
        if len(self.busy) * LEAST_LANE_PX > SCROLL_SHARE * height:
            return self._scrolling(others, height)
        if not overfull and self._marks_fit(others, height):
            choice = self._best_choice(others, height) or self._bare_choice(others, height)
            if choice is not None:
                return self._plan(
                    choice.row_px, choice.font_px, others, choice.halves, choice.titles
                )
        return self._crowded(others, overfull, height)

    def _best_choice(self, lanes: tuple[int, ...], height: float) -> _Choice | None:
        """The height of rows that shows most, calmly: titles decide, and denser has to be worth it."""
        best: _Choice | None = None
        for font_px in (FONT_PX, SMALL_FONT_PX):
            weighing = Weighing([self._demand(i, font_px) for i in lanes], self.octave)
            halves: tuple[int, ...] | None = None
            for row_px in (px for px, font in ROW_CHOICES if font == font_px):
                budget = weighing.share(row_px, height, halves)
                if budget is None:
                    continue
                halves = budget.halves
                worth = (budget.worth + 1e-9) * (1 + DENSER * (row_px - CALM_PX))
                if best is None or worth > best.worth:
                    best = _Choice(worth, row_px, font_px, halves)
                if (weighing.full <= halves).all():
                    return best
        return best

    def _marks_fit(self, lanes: tuple[int, ...], height: float) -> bool:
        weighing = Weighing([self._demand(i, SMALL_FONT_PX) for i in lanes], self.octave)
        return weighing.bare_height(BARE_ROWS_PX[-1]) <= height

    def _bare_choice(self, lanes: tuple[int, ...], height: float) -> _Choice | None:
        """The highest rows without titles that fit."""
        weighing = Weighing([self._demand(i, SMALL_FONT_PX) for i in lanes], self.octave)
        for row_px in BARE_ROWS_PX:
            if weighing.bare_height(row_px) <= height:
                least = tuple(int(halves) for halves in weighing.least)
                return _Choice(0.0, row_px, SMALL_FONT_PX, least, titles=False)
        return None

    def _scrolling(self, others: tuple[int, ...], height: float) -> OctavePlan:
        """So many lanes that the reader has to scroll: no lane is made poorer for the others."""
        row_px = ROW_CHOICES[0][0]
        cap = max(int(height / row_px), CLUSTER_HALVES)
        least = {i: self._demand(i, FONT_PX).least for i in others}
        marks = tuple(i for i in others if least[i] <= cap)
        plan = self._plan(row_px, FONT_PX, marks, tuple(least[i] + SCROLL_EXTRA for i in marks))
        crowds = [i for i in self.busy if i not in marks]
        return self._with_crowds(plan, crowds, min(cap, CROWD_HALVES))

    def _crowded(
        self, others: tuple[int, ...], overfull: frozenset[int], height: float
    ) -> OctavePlan:
        """Lanes too full for marks share what the others leave; they are counted in clusters or strips."""
        row_px = CROWDED_ROW_PX
        weighing = Weighing([self._demand(i, SMALL_FONT_PX) for i in others], self.octave)

        def needs(cap: int) -> float:
            crowds = len(overfull) * lane_height(min(cap, CROWD_HALVES), row_px)
            return crowds + weighing.bare_height(row_px, cap)

        cap = CLUSTER_HALVES
        while cap < 3 * CROWD_HALVES and needs(cap + 1) <= height:
            cap += 1
        least = {i: int(n) for i, n in zip(others, weighing.least, strict=True) if n <= cap}
        marks = tuple(least)
        plan = self._plan(row_px, SMALL_FONT_PX, marks, tuple(least.values()))
        crowds = [i for i in self.busy if i not in marks]
        return self._with_crowds(plan, crowds, min(cap, CROWD_HALVES))

    def placed(self, lanes: tuple[LanePlan | None, ...]) -> Placed:
        """All marks of these lanes."""
        # Plans are kept for as long as these levels, so their identities name them.
        key = ("placed", *map(id, lanes))
        return self._once(key, lambda: place(self._sheet.columns, lanes))

    # --- plans of single lanes -----------------------------------------------------------------

    def titled(self, lane: int, font_px: float) -> LanePlan:
        """Every title, in an order that keeps views compact."""
        return self._once(("titled", lane, font_px), lambda: self._all_titled(lane, font_px))

    def dated(self, lane: int) -> LanePlan:
        """Every title with its date."""
        return self._once(("dated", lane), lambda: self._dated(lane))

    def cards(self, lane: int) -> LanePlan:
        """A card for every event that does not outlast the window."""
        return self._once(("cards", lane), lambda: self._cards(lane))

    def _all_titled(self, lane: int, font_px: float) -> LanePlan:
        demand = self._title_demand(lane, font_px)
        packed = pack_tall(demand.items, demand.all_titles)
        return self._titled(Level.MARKS, lane, demand.items, packed)

    def _dated(self, lane: int) -> LanePlan:
        items = bar_items(self._sheet, self.lanes[lane].shown, self.octave, FONT_PX, True)
        return self._titled(Level.DATED, lane, items, pack_tall(items, all_titles(items)[0]))

    def _cards(self, lane: int) -> LanePlan:
        shown, faint = self.lanes[lane]
        return LanePlan(Level.CARDS, card_spots(self._sheet, self.octave, shown, FONT_PX, faint))

    def _plan(
        self,
        row_px: float,
        font_px: float,
        lanes: tuple[int, ...],
        halves: tuple[int, ...],
        titles: bool = True,
    ) -> OctavePlan:
        plans: list[LanePlan | None] = [self._collapsed(i) for i in range(len(self.lanes))]
        for i, count in zip(lanes, halves, strict=True):
            plans[i] = self._marks(i, font_px, count, titles)
        return OctavePlan(row_px, font_px, tuple(plans))

    def _marks(self, lane: int, font_px: float, halves: int, titles: bool) -> LanePlan:
        """Marks, with the titles that so many half rows have room for."""
        if lane not in self.careful:
            return self._quick(lane, titles and halves >= self._demand(lane, font_px).full)
        demand = self._title_demand(lane, font_px)
        items = demand.items
        if not titles:
            packed = pack_halves(items, [Side.NONE] * len(items.left), 0)
        elif halves >= demand.full:
            packed = pack_tall(items, demand.all_titles, fewest=True)
        else:
            packed = pack_within(items, demand.grant, halves, demand.least)
        return self._titled(Level.MARKS, lane, items, packed)

    def _titled(self, level: Level, lane: int, items: Items, packed: Packed) -> LanePlan:
        shown, faint = self.lanes[lane]
        return LanePlan(level, titled_spots(self._sheet, self.octave, shown, items, packed, faint))

    def _with_crowds(self, plan: OctavePlan, lanes: Sequence[int], halves: int) -> OctavePlan:
        plans = list(plan.lanes)
        for i in lanes:
            plans[i] = self._crowd(i, halves)
        return replace(plan, lanes=tuple(plans))

    def _crowd(self, lane: int, halves: int) -> LanePlan:
        """Counts of all but the most important events, which keep marks of their own in the rows above."""
        sheet, octave, shown = self._sheet, self.octave, self.lanes[lane].shown
        is_strip = len(shown) > FULL_BIN * filled_bins(sheet.columns, shown, octave)
        crowd_halves = min(STRIP_HALVES if is_strip else CLUSTER_HALVES, halves)
        own = most_important(sheet.columns, shown, octave)
        above = quick_spots(sheet, octave, own, True)
        above = above.chosen(above.row + 2 <= halves - crowd_halves)
        rest = np.setdiff1d(shown, above.event, assume_unique=True)
        at = (halves - crowd_halves) // 2 * 2
        if not is_strip:
            alone, rest = alone_in_bin(sheet.columns, rest, octave)
            above = joined((above, spots(alone, np.full(len(alone), at))))
        counted = crowd_of(sheet.columns, rest, octave, is_strip)
        return LanePlan(Level.CROWD, above, counted, at, crowd_halves, QUICK_TITLE_PX)

    def _collapsed(self, lane: int) -> LanePlan | None:
        """The reader's one line: a strip of all events."""
        shown = self.lanes[lane].shown
        if lane not in self.collapsed or not len(shown):
            return None
        crowd = crowd_of(self._sheet.columns, shown, self.octave, is_strip=True)
        return LanePlan(Level.CROWD, joined(()), crowd, 0, CLUSTER_HALVES)

    # --- what lanes ask for --------------------------------------------------------------------

    def _demand(self, lane: int, font_px: float) -> Demand:
        if lane in self.careful:
            return self._title_demand(lane, font_px)
        shown = self.lanes[lane].shown
        return self._once(("demand", lane), lambda: Demand(self._sheet.columns, shown, self.octave))

    def _title_demand(self, lane: int, font_px: float) -> TitleDemand:
        shown = self.lanes[lane].shown
        return self._once(
            ("demand", lane, font_px),
            lambda: TitleDemand(bar_items(self._sheet, shown, self.octave, font_px, False)),
        )

    def _is_overfull(self, lane: int, height: float) -> bool:
        """Whether more marks stand at one place than the window has half rows; found without packing any."""
        most = int(2 * height / BARE_ROWS_PX[-1]) + 1
        starts = self._sheet.columns.start[self.lanes[lane].shown]
        if len(starts) <= most:
            return False
        starts = np.sort(starts)
        return bool(
            ((starts[most:] - starts[:-most]) * self.octave.resolution < SMALL_GLYPH_PX / 2).any()
        )

    def _once(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        if key not in self._made:
            self._made[key] = make()
        return cast(Made, self._made[key])
