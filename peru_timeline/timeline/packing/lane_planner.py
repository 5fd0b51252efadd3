"""Plans of single lanes at one octave and for one filter; each is made once, when first asked for.

Nothing here knows where the window stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numpy as np

from peru_timeline.timeline.background import before_making
from peru_timeline.timeline.packing.clustering import (
    alone_in_bin,
    crowd_of,
    filled_bins,
    most_important,
)
from peru_timeline.timeline.packing.half_row_packing import (
    Packed,
    pack_halves,
    pack_tall,
    pack_within,
)
from peru_timeline.timeline.packing.lane_filter import Shown
from peru_timeline.timeline.packing.lane_plan import (
    QUICK_TITLE_PX,
    LanePlan,
    Level,
    card_spots,
    important_spots,
    joined,
    quick_spots,
    spots,
    titled_spots,
)
from peru_timeline.timeline.packing.mark_extents import SMALL_GLYPH_PX, Octave, bar_items
from peru_timeline.timeline.packing.row_allocation import Demand, TitleDemand
from peru_timeline.timeline.packing.row_packing import Items, Side, all_titles

Made = TypeVar("Made")

FONT_PX, SMALL_FONT_PX = 12.0, 11.0
FULL_BIN = 24  # a strip is drawn instead of clusters that hold more than this on average
STRIP_HALVES = 4
CLUSTER_HALVES = 2


class LanePlans:
    """What each lane can show."""

    def __init__(self, shown: Shown, octave: Octave) -> None:
        self.shown, self.octave, self.sheet = shown, octave, shown.sheet
        self.lanes, self.collapsed = shown.lanes, shown.collapsed
        self.busy, self.careful = shown.busy, shown.careful
        self._made: dict[tuple[object, ...], object] = {}

    def titled(self, lane: int, font_px: float) -> LanePlan:
        """Every title, in an order that keeps views compact."""
        return self.once(("titled", lane, font_px), lambda: self._all_titled(lane, font_px))

    def dated(self, lane: int) -> LanePlan:
        """Every title with its date."""
        return self.once(("dated", lane), lambda: self._dated(lane))

    def cards(self, lane: int) -> LanePlan:
        """A card for every event that does not outlast the window."""
        return self.once(("cards", lane), lambda: self._cards(lane))

    def _all_titled(self, lane: int, font_px: float) -> LanePlan:
        demand = self.title_demand(lane, font_px)
        packed = pack_tall(demand.items, demand.all_titles)
        return self._titled(Level.MARKS, lane, demand.items, packed)

    def _dated(self, lane: int) -> LanePlan:
        items = bar_items(self.sheet, self.lanes[lane].shown, self.octave, FONT_PX, True)
        return self._titled(Level.DATED, lane, items, pack_tall(items, all_titles(items)[0]))

    def _cards(self, lane: int) -> LanePlan:
        shown, faint = self.lanes[lane]
        return LanePlan(Level.CARDS, card_spots(self.sheet, self.octave, shown, FONT_PX, faint))

    def quick(self, lane: int, titles: bool) -> LanePlan:
        """Very many marks, with the titles that turn out to have room when they are drawn."""
        return self.once(("quick", lane, titles), lambda: self._quick(lane, titles))

    def sparse(self, lane: int) -> LanePlan:
        """Marks with titles of very many events, for views that hold few: others have no row."""
        return self.once(("sparse", lane), lambda: self._sparse(lane))

    def _sparse(self, lane: int) -> LanePlan:
        shown, narrowest = self.lanes[lane].shown, self.octave.view_px / 2 / self.octave.resolution
        stands = self.once(("stands",), lambda: self.shown.may_be_roomy(narrowest))
        found = quick_spots(self.sheet, self.octave, shown, True, stands[shown])
        return LanePlan(Level.MARKS, found, title_limit_px=QUICK_TITLE_PX)

    def _quick(self, lane: int, titles: bool) -> LanePlan:
        found = quick_spots(self.sheet, self.octave, self.lanes[lane].shown, titles)
        return LanePlan(Level.MARKS, found, title_limit_px=QUICK_TITLE_PX)

    def marks(self, lane: int, font_px: float, halves: int, titles: bool) -> LanePlan:
        """Marks, with the titles that so many half rows have room for."""
        if lane not in self.careful:
            return self.quick(lane, titles and halves >= self.demand(lane, font_px).full)
        demand = self.title_demand(lane, font_px)
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
        return LanePlan(level, titled_spots(self.sheet, self.octave, shown, items, packed, faint))

    def crowd(self, lane: int, halves: int) -> LanePlan:
        """Counts of all but the most important events, which keep marks of their own in the rows above."""
        sheet, octave, shown = self.sheet, self.octave, self.lanes[lane].shown
        is_strip = len(shown) > FULL_BIN * filled_bins(sheet.columns, shown, octave)
        crowd_halves = min(STRIP_HALVES if is_strip else CLUSTER_HALVES, halves)
        own = most_important(sheet.columns, shown, octave)
        above = important_spots(sheet, octave, own, (halves - crowd_halves) // 2)
        counted_too = np.ones(len(shown), dtype=np.bool_)
        counted_too[np.searchsorted(shown, above.event)] = False  # in a lane events are in order
        rest = shown[counted_too]
        at = (halves - crowd_halves) // 2 * 2
        if not is_strip:
            alone, rest = alone_in_bin(sheet.columns, rest, octave)
            above = joined((above, spots(alone, np.full(len(alone), at))))
        counted = crowd_of(sheet.columns, rest, octave, is_strip)
        return LanePlan(Level.CROWD, above, counted, at, crowd_halves, QUICK_TITLE_PX)

    def strip_line(self, lane: int) -> LanePlan | None:
        """A strip of all events, where the reader reduced the lane to one line."""
        shown = self.lanes[lane].shown
        if lane not in self.collapsed or not len(shown):
            return None
        crowd = crowd_of(self.sheet.columns, shown, self.octave, is_strip=True)
        return LanePlan(Level.CROWD, joined(()), crowd, 0, CLUSTER_HALVES)

    def demand(self, lane: int, font_px: float) -> Demand:
        """What the lane asks for."""
        if lane in self.careful:
            return self.title_demand(lane, font_px)
        shown = self.lanes[lane].shown
        return self.once(("demand", lane), lambda: Demand(self.sheet.columns, shown, self.octave))

    def title_demand(self, lane: int, font_px: float) -> TitleDemand:
        """What a lane asks for whose titles are weighed against each other."""
        shown = self.lanes[lane].shown
        return self.once(
            ("demand", lane, font_px),
            lambda: TitleDemand(bar_items(self.sheet, shown, self.octave, font_px, False)),
        )

    def is_overfull(self, lane: int, height: float, half_px: float) -> bool:
        """Whether more marks stand at one place than the window has half rows; found without packing any."""
        most = int(height / half_px) + 1
        if self.shown.most_at_once[lane] > most:
            return True
        starts = self.sheet.columns.start[self.lanes[lane].shown]
        if len(starts) <= most:
            return False
        starts = np.sort(starts)
        return bool(
            ((starts[most:] - starts[:-most]) * self.octave.resolution < SMALL_GLYPH_PX / 2).any()
        )

    def once(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made for this key, made now if it is asked for the first time.

        Raises NotReadyError instead where nothing may be made.
        """
        if key not in self._made:
            before_making()
            self._made[key] = make()
        return cast(Made, self._made[key])
