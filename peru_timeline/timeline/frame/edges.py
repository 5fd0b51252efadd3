"""Titles that the area's edge would cut: where each stands instead.

Such a title moves to the free side of its mark, or into it. Where neither has room for all of it, it ends with "…" at
the edge. A neighbour in its row then makes room for it: its own title moves to its free side, else both are shortened.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.layout_input import Title
from peru_timeline.timeline.metrics import TITLE_GAP_PX
from peru_timeline.timeline.packing.mark_extents import (
    STICKY_PX,
    TITLE_INSET_LEFT_PX,
    TITLE_INSET_RIGHT_PX,
)
from peru_timeline.timeline.packing.mark_index import VisibleMarks
from peru_timeline.timeline.packing.row_packing import MARK_SPACING_PX, TITLE_SPACING_PX, Side
from peru_timeline.timeline.scene import Mark, Shape

SHORTEST_PX = 90.0  # a title is moved rather than cut to less than this
ENOUGH = 0.7  # of what the other side would show of it
LEAST_PX = 14.0  # there is no room for any letter in less than this
WHOLE_ROW = 1_000_000  # more than any lane has rows


class Spot(NamedTuple):
    """Where a title stands."""

    x: float
    title: Title
    inside: bool

    @property
    def end(self) -> float:
        """Its right edge."""
        return self.x + self.title.width


class _Stretch(NamedTuple):
    """Px that are free for a title."""

    side: Side
    begin: float
    end: float

    @property
    def width(self) -> float:
        return self.end - self.begin


class EdgeTitles:
    """Moves and shortens the titles of one frame; `spots` [marks] are where they stand so far, None without a title."""

    def __init__(
        self,
        arrangement: Arrangement,
        scale: TimeScale,
        visible: VisibleMarks,
        marks: Sequence[Mark],
        spots: list[Spot | None],
    ) -> None:
        self._arrangement, self._scale = arrangement, scale
        self._seen, self._marks, self._spots = visible, marks, spots

    def keep_within(self, crossing: Sequence[int]) -> None:
        """Give the titles of these marks, which cross an edge, a place within the area; None where there is no room."""
        index = self._seen.index
        row = self._arrangement.mark_index.lane[index].astype(np.int64) * WHOLE_ROW
        row += self._arrangement.mark_index.row[index]
        in_rows = ~(
            self._arrangement.mark_index.card[index] | self._arrangement.mark_index.quiet[index]
        )
        found = {i: self._spots[i] for i in crossing}
        for i in crossing:
            self._spots[i] = None
        for number in np.array(sorted({int(row[i]) for i in crossing})).tolist():
            members = np.flatnonzero((row == number) & in_rows)
            members = members[np.argsort(self._seen.left[members], kind="stable")]
            ordered = members.tolist()
            for place, i in enumerate(ordered):
                spot = found.get(i)
                if spot is not None:
                    self._move(i, ordered, place, spot.title)

    def _move(self, at: int, row: list[int], place: int, whole: Title) -> None:
        """Set the title of mark `at`, at `place` in its row: whole where it can be, else as long as it can be."""
        stretches = self._stretches(at, row, place)
        if self._set_whole(at, whole, stretches):
            return
        beside = [i for i in (place - 1, place + 1) if 0 <= i < len(row)]
        for other in beside:
            if self._give_way(row, other, place, whole_only=True):
                stretches = self._stretches(at, row, place)
                if self._set_whole(at, whole, stretches):
                    return
        best = max(stretches, key=lambda stretch: stretch.width)
        # The planned side is kept as long as it shows enough, so that a title does not jump while panning.
        if stretches[0].width >= max(SHORTEST_PX, ENOUGH * min(best.width, whole.width)):
            best = stretches[0]
        if best.width < min(SHORTEST_PX, whole.width):
            for other in beside:
                if self._give_way(row, other, place):
                    stretches = self._stretches(at, row, place)
                    if self._set_whole(at, whole, stretches):
                        return
            best = max(stretches, key=lambda stretch: stretch.width)
        self._set_cut(at, best)

    def _set_whole(self, at: int, whole: Title, stretches: Sequence[_Stretch]) -> bool:
        """Set a title where all of it fits, without its date if need be."""
        undated = whole._replace() if not whole.date else self._undated(at)
        for title in dict.fromkeys((whole, undated)):
            for stretch in stretches:
                if title.width <= stretch.width:
                    self._set(at, stretch, title)
                    return True
        return False

    def _undated(self, at: int) -> Title:
        arrangement, mark = self._arrangement, self._marks[at]
        limit = arrangement.title_limits_px[mark.lane]
        return arrangement.layout_input.title(mark.event, arrangement.font_px, False, limit)

    def _set_cut(self, at: int, stretch: _Stretch) -> None:
        cut = self._arrangement.layout_input.title_within(
            self._marks[at].event, self._arrangement.font_px, stretch.width
        )
        if stretch.width >= LEAST_PX and cut.width <= stretch.width:
            self._set(at, stretch, cut)

    def _set(self, at: int, stretch: _Stretch, title: Title) -> None:
        x = stretch.end - title.width if stretch.side == Side.LEFT else stretch.begin
        self._spots[at] = Spot(x, title, stretch.side == Side.INSIDE)

    def _give_way(
        self, row: list[int], place: int, wanting: int, *, whole_only: bool = False
    ) -> bool:
        """Whether the title at `place` made room between its mark and that at `wanting`, where it stands.

        With `whole_only` it moves to its other side, if there is room for all of it, but is not shortened.
        """
        at, before = row[place], self._spots[row[place]]
        if before is None or before.inside:
            return False
        towards = Side.RIGHT if wanting > place else Side.LEFT
        stands = Side.RIGHT if before.x >= self._right(at) else Side.LEFT
        if stands != towards:
            return False
        self._spots[at] = None
        stretches = self._stretches(at, row, place)
        elsewhere = [stretch for stretch in stretches if stretch.side != towards]
        if self._set_whole(at, before.title, elsewhere):
            return True
        if whole_only:
            self._spots[at] = before
            return False
        shared = next(stretch for stretch in stretches if stretch.side == towards)
        wanted = self._wanted(row[wanting])
        room = max(shared.width - wanted - TITLE_SPACING_PX, (shared.width - TITLE_SPACING_PX) / 2)
        if towards == Side.RIGHT:
            self._set_cut(at, shared._replace(end=shared.begin + room))
        else:
            self._set_cut(at, shared._replace(begin=shared.end - room))
        return True

    def _wanted(self, at: int) -> float:
        """Px for the title of a mark that are worth shortening another."""
        return min(self._undated(at).width, SHORTEST_PX) + TITLE_GAP_PX

    def _left(self, at: int) -> float:
        return float(self._seen.left[at])

    def _right(self, at: int) -> float:
        return float(self._seen.right[at])

    def _stretches(self, at: int, row: list[int], place: int) -> list[_Stretch]:
        """What is free for the title of mark `at` within the area, the planned side first."""
        scale, left, right = self._scale, self._left(at), self._right(at)
        planned = Side(int(self._arrangement.mark_index.side[self._seen.index[at]]))
        low, high = scale.left_px, scale.right_px
        if place > 0:
            low = max(low, self._end(row[place - 1], left))
        if place + 1 < len(row):
            high = min(high, self._begin(row[place + 1], right))
        beside = [
            _Stretch(Side.RIGHT, max(right + TITLE_GAP_PX, scale.left_px), high),
            _Stretch(Side.LEFT, low, min(left - TITLE_GAP_PX, scale.right_px)),
        ]
        order = sorted(beside, key=lambda stretch: stretch.side != planned)
        inside = self._inside(at, left, right)
        return inside + order if planned is Side.INSIDE else order + inside

    def _end(self, at: int, before: float) -> float:
        """Where what stands before `before` px ends, air included: mark `at` or its title."""
        spot = self._spots[at]
        if spot is not None and not spot.inside and self._right(at) <= spot.x < before:
            return spot.end + TITLE_SPACING_PX
        return self._right(at) + 2 * MARK_SPACING_PX

    def _begin(self, at: int, after: float) -> float:
        """Where what stands behind `after` px begins, air included: mark `at` or its title."""
        spot = self._spots[at]
        if spot is not None and not spot.inside and after < spot.end <= self._left(at):
            return spot.x - TITLE_SPACING_PX
        return self._left(at) - 2 * MARK_SPACING_PX

    def _inside(self, at: int, left: float, right: float) -> list[_Stretch]:
        """What of mark `at` itself may hold its title: a bar, or a whisker on either side of its glyph."""
        scale, mark = self._scale, self._marks[at]
        if mark.shape == Shape.POINT:
            return []
        sticks = scale.left_px + STICKY_PX if left < scale.left_px else scale.left_px
        if mark.shape == Shape.RANGE:
            middle, apart = (left + right) / 2, mark.height / 2 + TITLE_GAP_PX
            last = scale.right_px - STICKY_PX if right > scale.right_px else scale.right_px
            halves = ((left + TITLE_GAP_PX, middle - apart), (middle + apart, right - TITLE_GAP_PX))
            return [
                _Stretch(Side.INSIDE, max(begin, sticks), min(end, last)) for begin, end in halves
            ]
        if right - left <= TITLE_INSET_LEFT_PX + TITLE_INSET_RIGHT_PX:
            return []
        begin = sticks if left < scale.left_px else left + TITLE_INSET_LEFT_PX
        end = min(right, scale.right_px) - TITLE_INSET_RIGHT_PX
        return [_Stretch(Side.INSIDE, begin, end)]
