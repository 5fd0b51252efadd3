"""Titles in one frame: beside their marks or in their bars, always within the time area.

A title that the area's edge would cut moves to the free side of its mark; without room there it is shortened with
"…" up to the edge. Of a bar that goes on outside the area, the title stands in the part that is in sight.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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
from peru_timeline.timeline.packing.row_packing import TITLE_SPACING_PX, Floats, Side
from peru_timeline.timeline.scene import Label, LabelStyle, Mark, Shape

SHORTEST_PX = 90.0  # a title is moved rather than cut to less than this
GAP_AIR_PX = 4.0  # between the line of a whisker and a title that interrupts it
LEAST_PX = 14.0  # there is no room for any letter in less than this


class _Spot(NamedTuple):
    """Where a title stands."""

    x: float
    title: Title
    inside: bool


def lay_out_labels(
    arrangement: Arrangement,
    scale: TimeScale,
    visible: VisibleMarks,
    marks: list[Mark],
    hits: NDArray[np.bool_] | None,
) -> tuple[list[Label], list[int]]:
    """(the titles of `seen`, whose marks are `marks` in the same order; the events whose title has no room at all).

    A mark in `marks` that takes its title in is changed to make room for it.
    """
    index = arrangement.mark_index
    side = index.side[visible.index]
    bare = index.card[visible.index] | index.dimmed[visible.index]
    at = ((side != Side.NONE) & ~bare).nonzero()[0]
    titles = [title(arrangement, marks[i]) for i in at.tolist()]
    width = np.array([t.width for t in titles], dtype=np.float64)
    x = _begin(scale, visible.left[at], visible.right[at], side[at], width)
    inside = side[at] == Side.INSIDE
    edges = _Edges(arrangement, scale, visible, marks)
    spots: list[_Spot | None] = list(map(_Spot, x.tolist(), titles, inside.tolist()))
    for i in ((x < scale.left_px) | (x + width > scale.right_px)).nonzero()[0].tolist():
        spots[i] = edges.spot(int(at[i]), titles[i])
    made, untitled = [], []
    for i, spot in zip(at.tolist(), spots, strict=True):
        if spot is None:
            untitled.append(marks[i].event)
            continue
        if spot.inside:
            marks[i] = _around_title(arrangement, marks[i], spot)
        made.append(_label(arrangement, marks[i], spot))
    if hits is not None:
        made += _titles_of_hits(arrangement, scale, visible, marks, hits, made)
    height = arrangement.height
    return [a for a in made if a.y >= 0 and a.y + a.height <= height], untitled


def _around_title(arrangement: Arrangement, mark: Mark, spot: _Spot) -> Mark:
    """A mark that takes its title in: a whisker's line is interrupted, a bar is tinted."""
    if mark.shape == Shape.RANGE:
        return mark._replace(gap=(spot.x - GAP_AIR_PX, spot.x + spot.title.width + GAP_AIR_PX))
    return mark if mark.tinted else mark._replace(tinted=True, height=arrangement.row_px - 4)


def title(arrangement: Arrangement, mark: Mark) -> Title:
    """A mark's title as its lane writes it."""
    return arrangement.layout_input.title(
        mark.event,
        arrangement.font_px,
        arrangement.dated[mark.lane],
        arrangement.title_limits_px[mark.lane],
    )


def _begin(
    scale: TimeScale, left: Floats, right: Floats, side: NDArray[np.uint8], width: Floats
) -> Floats:
    """[n] Where titles begin beside or in marks with these edges.

    In a bar that began before the area a title sticks to the area's edge, and leaves with the bar's end.
    """
    inside = np.minimum(
        np.maximum(left + TITLE_INSET_LEFT_PX, scale.left_px + STICKY_PX),
        right - TITLE_INSET_RIGHT_PX - width,
    )
    beside = np.where(side == Side.RIGHT, right + TITLE_GAP_PX, left - TITLE_GAP_PX - width)
    return np.where(side == Side.INSIDE, inside, beside)


class _Edges:
    """Finds places for titles that the area's edge would cut."""

    def __init__(
        self,
        arrangement: Arrangement,
        scale: TimeScale,
        visible: VisibleMarks,
        marks: Sequence[Mark],
    ) -> None:
        self._arrangement, self._scale, self._seen, self._marks = arrangement, scale, visible, marks
        self._taken: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def spot(self, at: int, whole: Title) -> _Spot | None:
        """The best place of mark `at`: whole where it can be, else as long as it can be; None without room."""
        mark = self._marks[at]
        planned = Side(int(self._arrangement.mark_index.side[self._seen.index[at]]))
        undated = whole
        if whole.date:
            undated = self._arrangement.layout_input.title(
                mark.event,
                self._arrangement.font_px,
                False,
                self._arrangement.title_limits_px[mark.lane],
            )
        stretches = self._stretches(at, planned)
        for title in dict.fromkeys((whole, undated)):
            for side, begin, end in stretches:
                if title.width <= end - begin:
                    return self._set(mark, side, begin, end, title)
        side, begin, end = max(stretches, key=lambda stretch: stretch[2] - stretch[1])
        # The planned side is kept as long as it shows enough, so that a title does not jump while panning.
        if stretches[0][2] - stretches[0][1] >= SHORTEST_PX:
            side, begin, end = stretches[0]
        if end - begin < LEAST_PX:
            return None
        cut = self._arrangement.layout_input.title_within(
            mark.event, self._arrangement.font_px, end - begin
        )
        return self._set(mark, side, begin, end, cut) if cut.width <= end - begin else None

    def _stretches(self, at: int, planned: Side) -> list[tuple[Side, float, float]]:
        """(side, from, to) px that are free for the title of mark `at` within the area, the planned side first."""
        scale, index = self._scale, self._seen.index[at]
        left, right = float(self._seen.left[at]), float(self._seen.right[at])
        free_left = float(self._arrangement.mark_index.free_left[index]) - TITLE_SPACING_PX
        free_right = float(self._arrangement.mark_index.free_right[index]) - TITLE_SPACING_PX
        beside = [
            (Side.RIGHT, max(right + TITLE_GAP_PX, scale.left_px), right + free_right),
            (Side.LEFT, left - free_left, min(left - TITLE_GAP_PX, scale.right_px)),
        ]
        order = sorted(beside, key=lambda stretch: stretch[0] != planned)
        inside = [(Side.INSIDE, *stretch) for stretch in self._inside(at, left, right)]
        order = inside + order if planned is Side.INSIDE else order + inside
        return [
            (side, *self._free(at, side, max(begin, scale.left_px), min(end, scale.right_px)))
            for side, begin, end in order
        ]

    def _inside(self, at: int, left: float, right: float) -> list[tuple[float, float]]:
        """(from, to) px within mark `at` that may hold its title: in a bar, or on either side of a whisker's glyph."""
        scale, mark = self._scale, self._marks[at]
        if mark.shape == Shape.POINT:
            return []
        sticks = scale.left_px + STICKY_PX if left < scale.left_px else scale.left_px
        if mark.shape == Shape.RANGE:
            middle, apart = (left + right) / 2, mark.height / 2 + TITLE_GAP_PX
            last = scale.right_px - STICKY_PX if right > scale.right_px else scale.right_px
            halves = ((left + TITLE_GAP_PX, middle - apart), (middle + apart, right - TITLE_GAP_PX))
            return [(max(begin, sticks), min(end, last)) for begin, end in halves]
        if right - left <= TITLE_INSET_LEFT_PX + TITLE_INSET_RIGHT_PX:
            return []
        begin = sticks if left < scale.left_px else left + TITLE_INSET_LEFT_PX
        return [(begin, min(right, scale.right_px) - TITLE_INSET_RIGHT_PX)]

    def _free(self, at: int, side: Side, begin: float, end: float) -> tuple[float, float]:
        """What other moved titles leave of a stretch."""
        mark = self._marks[at]
        for low, high in self._taken.get((mark.lane, mark.row), ()):
            if side == Side.LEFT and low < end:
                begin = max(begin, min(high + TITLE_SPACING_PX, end))
            elif side == Side.RIGHT and high > begin:
                end = min(end, max(low - TITLE_SPACING_PX, begin))
        return begin, end

    def _set(self, mark: Mark, side: Side, begin: float, end: float, title: Title) -> _Spot:
        x = end - title.width if side == Side.LEFT else begin
        if side == Side.INSIDE:
            x = min(x, end - title.width)
        self._taken.setdefault((mark.lane, mark.row), []).append((x, x + title.width))
        return _Spot(x, title, side == Side.INSIDE)


def _label(arrangement: Arrangement, mark: Mark, spot: _Spot) -> Label:
    height = min(arrangement.row_px, arrangement.font_px + 4.0)
    return Label(
        event=mark.event,
        lane=mark.lane,
        x=spot.x,
        y=mark.y - height / 2,
        width=spot.title.width,
        height=height,
        text=spot.title.text,
        detail=spot.title.date,
        font_px=arrangement.font_px,
        bold=spot.title.bold,
        style=LabelStyle.INSIDE if spot.inside and mark.tinted else LabelStyle.PLAIN,
        importance=spot.title.importance,
        is_cut=spot.title.is_cut,
    )


def _titles_of_hits(
    arrangement: Arrangement,
    scale: TimeScale,
    visible: VisibleMarks,
    marks: Sequence[Mark],
    hits: NDArray[np.bool_],
    made: Sequence[Label],
) -> list[Label]:
    """Titles of hits that stand as quiet marks, as far as there is room above the strip at their lane's foot."""
    index = arrangement.mark_index
    wanting = (
        index.quiet[visible.index] & ~index.dimmed[visible.index] & hits[index.event[visible.index]]
    )
    found: list[Label] = []
    for i in wanting.nonzero()[0].tolist():
        mark = marks[i]
        told = title(arrangement, mark)
        spot = _Spot(mark.box_right + TITLE_GAP_PX, told, False)
        label = _label(arrangement, mark, spot)._replace(is_extra=True)
        blocked = (
            label.x + label.width > scale.right_px
            or any(overlap(label, other, TITLE_SPACING_PX) for other in (*made, *found))
            or any(covers(label, other) for other in marks if other is not mark)
        )
        if not blocked:
            found.append(label)
    return found


def covers(label: Label, mark: Mark, air_px: float = 2.0) -> bool:
    """Whether a label lies over a mark or comes closer to it than `air_px` side by side."""
    return (
        label.x < mark.box_right + air_px
        and mark.box_left < label.x + label.width + air_px
        and abs(mark.y - label.y - label.height / 2) < (mark.height + label.height) / 2
    )


def overlap(one: Label, other: Label, air_px: float = 0.0) -> bool:
    """Whether two labels cover the same place or come closer than `air_px` side by side."""
    return (
        one.x < other.x + other.width + air_px
        and other.x < one.x + one.width + air_px
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
