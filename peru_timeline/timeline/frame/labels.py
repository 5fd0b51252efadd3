"""Titles in one frame: beside their marks or in their bars, always within the time area.

Of a bar that goes on outside the area, the title stands in the part that is in sight; `edges` finds a place for any
other title that the area's edge would cut.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.frame.edges import EdgeTitles, Spot
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

LETTER_AIR_PX = 4.0  # above and below the letters of a title, together
_NONE, _RIGHT, _INSIDE, _ABOVE = (
    int(side) for side in (Side.NONE, Side.RIGHT, Side.INSIDE, Side.ABOVE)
)
_RANGE, _IN_BAR, _PLAIN = Shape.RANGE, LabelStyle.INSIDE, LabelStyle.PLAIN
GAP_AIR_PX = 4.0  # between the line of a whisker and a title that interrupts it


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
    at = ((side != _NONE) & ~bare).nonzero()[0]
    titles = [title(arrangement, marks[i]) for i in at.tolist()]
    width = np.array([t.width for t in titles], dtype=np.float64)
    x = _begin(scale, visible.left[at], visible.right[at], side[at], width)
    inside = side[at] == _INSIDE
    above = (side[at] == _ABOVE).tolist()
    spots: list[Spot | None] = [None] * len(marks)
    for i, begin, told, within in zip(
        at.tolist(), x.tolist(), titles, inside.tolist(), strict=True
    ):
        spots[i] = Spot(begin, told, within)
    crossing = at[(x < scale.left_px) | (x + width > scale.right_px)]
    if len(crossing):
        EdgeTitles(arrangement, scale, visible, marks, spots).keep_within(crossing.tolist())
    made, untitled = [], []
    for i, is_above in zip(at.tolist(), above, strict=True):
        spot = spots[i]
        if spot is None:
            untitled.append(marks[i].event)
            continue
        if is_above:
            made.append(_label(arrangement, marks[i], spot, arrangement.row_px))
            continue
        if spot.inside:
            marks[i] = _around_title(arrangement, marks[i], spot)
        made.append(_label(arrangement, marks[i], spot))
    if hits is not None:
        made += _titles_of_hits(arrangement, scale, visible, marks, hits, made)
    height = arrangement.height
    return [a for a in made if a.y >= 0 and a.y + a.height <= height], untitled


def _around_title(arrangement: Arrangement, mark: Mark, spot: Spot) -> Mark:
    """A mark that takes its title in: a whisker's line is interrupted, a bar is tinted."""
    if mark.shape is _RANGE:
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
    beside = np.where(side == _RIGHT, right + TITLE_GAP_PX, left - TITLE_GAP_PX - width)
    above = np.minimum(np.maximum(left, scale.left_px), scale.right_px - width)
    return np.where(side == _INSIDE, inside, np.where(side == _ABOVE, above, beside))


def label_height(arrangement: Arrangement) -> float:
    """Px of the box of a title."""
    return min(arrangement.row_px, arrangement.font_px + LETTER_AIR_PX)


def _label(arrangement: Arrangement, mark: Mark, spot: Spot, above_px: float = 0.0) -> Label:
    height, told = label_height(arrangement), spot.title
    return Label(
        event=mark.event,
        lane=mark.lane,
        x=spot.x,
        y=mark.y - above_px - height / 2,
        width=told.width,
        height=height,
        text=told.text,
        detail=told.date,
        font_px=arrangement.font_px,
        bold=told.bold,
        style=_IN_BAR if spot.inside and mark.tinted else _PLAIN,
        importance=told.importance,
        is_cut=told.is_cut,
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
        spot = Spot(mark.box_right + TITLE_GAP_PX, told, False)
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
