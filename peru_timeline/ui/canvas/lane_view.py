"""What the reader did with the lanes: which are collapsed, unfolded or alone, the shelf, and the regime."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from peru_timeline.timeline.lanes import AS_IT_IS, LaneChoice
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.shelf import CLOSED_SHELF, NARROWEST_PX, WIDEST_PX, ShelfView


@dataclass(frozen=True, slots=True)
class LaneView:
    """A frozen value; each method returns another one."""

    collapsed: frozenset[str] = frozenset()  # ids of lanes reduced to one line
    choice: LaneChoice = AS_IT_IS
    shelf: ShelfView = CLOSED_SHELF
    regime: Regime | None = None  # None: chosen by what is in view

    def toggled(self, lane: str) -> LaneView:
        """With a lane reduced to one line, or at its full height again."""
        return replace(self, collapsed=self.collapsed ^ {lane})

    def unfolding_toggled(self, lane: str) -> LaneView:
        """With the lanes of a bloc's members shown below it, or hidden again."""
        choice = replace(self.choice, unfolded=self.choice.unfolded ^ {lane})
        return replace(self, choice=choice)

    def alone_toggled(self, lane: str) -> LaneView:
        """With one lane alone, or with all lanes again."""
        alone = None if self.choice.alone is not None else lane
        return replace(self, choice=replace(self.choice, alone=alone))

    def moved(self, ids: Sequence[str], lane: str, before: str | None) -> LaneView:
        """With a lane moved before another one, or to the end; `ids` are the lanes as they are now.

        The order of the lanes of other groupings stays.
        """
        order = [id_ for id_ in ids if id_ != lane]
        order.insert(len(order) if before is None else order.index(before), lane)
        others = (id_ for id_ in self.choice.order if id_ not in order)
        return replace(self, choice=replace(self.choice, order=(*order, *others)))

    def shelf_toggled(self) -> LaneView:
        """With the shelf open, or closed."""
        shelf = replace(self.shelf, is_open=not self.shelf.is_open, expanded=frozenset())
        return replace(self, shelf=shelf)

    def shelf_expanded(self, lane: str) -> LaneView:
        """With the whole list of one lane on the open shelf."""
        shelf = replace(self.shelf, is_open=True, expanded=self.shelf.expanded | {lane})
        return replace(self, shelf=shelf)

    def shelf_resized(self, width_px: float) -> LaneView:
        """With another width of the shelf; narrower than its least width closes it."""
        is_open = width_px >= NARROWEST_PX / 2
        open_px = min(max(width_px, NARROWEST_PX), WIDEST_PX)
        return replace(self, shelf=replace(self.shelf, is_open=is_open, open_px=open_px))


UNTOUCHED = LaneView()
