"""The plan of one lane at one octave: the row and the title side of each of its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.metrics import CARD_WIDTH_PX
from peru_timeline.timeline.packing.clustering import Clustering
from peru_timeline.timeline.packing.half_row_packing import Packed, pack_full_rows
from peru_timeline.timeline.packing.mark_extents import (
    TITLE_INSET_LEFT_PX,
    TITLE_INSET_RIGHT_PX,
    Octave,
    bar_items,
    card_items,
    mark_extents,
)
from peru_timeline.timeline.packing.row_packing import (
    MARK_SPACING_PX,
    SMALL_MARK_SPACING_PX,
    Floats,
    PackingItems,
    RowGaps,
    Side,
    all_titles,
    pack_important,
    pack_rows,
)
from peru_timeline.timeline.scene import Shape

UNMEASURED_TITLE_PX = 210.0  # to which titles are cut that are not measured before packing
NO_ROW = 1_000_000  # higher than any band: such marks are hidden in every view
MAX_DIMMED_TRIES = 3000  # dimmed events per lane for which a gap is sought


class LevelOfDetail(IntEnum):
    """How much a lane shows of its events."""

    CLUSTERS = 0  # or a density strip; marks of the most important events only
    MARKS = 1  # all marks, with titles where there is room
    DATED = 2  # all marks, titles and dates
    CARDS = 3  # a card for each event


class LaneMarks(NamedTuple):
    """Where the marks of one lane stand: arrays [n], one entry per event with a mark of its own."""

    event: NDArray[np.int32]
    row: NDArray[np.int32]  # the upper half row; in a card row: the number of that
    full_row: NDArray[np.bool_]  # takes two half rows
    side: NDArray[np.uint8]  # row_packing.Side
    free_left: Floats  # px free to the left of mark and title, at the octave's lower end
    free_right: Floats
    queued_before: Floats  # the day before which the mark queues up, or NaN
    shift: Floats  # px to the left of that day
    dimmed: NDArray[np.bool_]  # does not pass the filter
    in_card_row: NDArray[np.bool_]  # has its card below it, in the rows below all others


def untitled_marks(
    event: NDArray[np.int32], row: NDArray[np.int32], *, full_row: bool = True
) -> LaneMarks:
    """Marks without titles and without free space; small ones unless `full_row`."""
    count = len(event)
    off, zero = np.zeros(count, dtype=np.bool_), np.zeros(count)
    return LaneMarks(
        event,
        row.astype(np.int32),
        np.full(count, full_row),
        np.zeros(count, dtype=np.uint8),
        zero,
        zero,
        np.full(count, np.nan),
        zero,
        off,
        off,
    )


def concatenate_marks(parts: Sequence[LaneMarks]) -> LaneMarks:
    """The marks of all parts, in order."""
    nothing = untitled_marks(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))
    return LaneMarks._make(map(np.concatenate, zip(nothing, *parts, strict=True)))


@dataclass(frozen=True, slots=True, eq=False)
class LanePlan:
    """What one lane shows at one octave, and in which rows."""

    level: LevelOfDetail
    marks: LaneMarks
    clustering: Clustering | None = None
    clustering_row: int = 0  # the half row at its top, below those of the marks
    clustering_half_rows: int = 0  # its height
    title_limit_px: float = np.inf  # titles that were not measured are cut to this


def titled_marks(
    layout_input: LayoutInput,
    octave: Octave,
    events: NDArray[np.int32],
    items: PackingItems,
    packed: Packed,
    dimmed_events: NDArray[np.int32],
    *,
    in_card_row: bool = False,
) -> LaneMarks:
    """Marks of the packed items, then of those dimmed events for which the rows have gaps."""
    row = packed.row // 2 if in_card_row else packed.row
    full_row = packed.full_row & (not in_card_row)
    dimmed, dimmed_row, dimmed_left, dimmed_right = _in_gaps(
        layout_input,
        octave,
        (packed.left, packed.right, row, full_row),
        dimmed_events[:MAX_DIMMED_TRIES],
    )
    more = len(dimmed)
    bounds = np.append(octave.to_day(items.queue_px), np.nan)
    row = np.concatenate((row, dimmed_row))
    free_left, free_right = free_space(
        np.concatenate((packed.left, dimmed_left)),
        np.concatenate((packed.right, dimmed_right)),
        row,
        np.concatenate((full_row, np.zeros(more, dtype=np.bool_))),
    )
    return LaneMarks(
        event=np.concatenate((events, dimmed)),
        row=row,
        full_row=np.concatenate((packed.full_row, np.zeros(more, dtype=np.bool_))),
        side=np.concatenate((packed.side, np.zeros(more, dtype=np.uint8))),
        free_left=free_left,
        free_right=free_right,
        queued_before=np.append(
            bounds[np.where(packed.full_row, -1, items.queue)], np.full(more, np.nan)
        ),
        shift=np.append(packed.shift, np.zeros(more)),
        dimmed=np.arange(len(row)) >= len(events),
        in_card_row=np.full(len(row), in_card_row),
    )


def unmeasured_marks(
    layout_input: LayoutInput,
    octave: Octave,
    events: NDArray[np.int32],
    titles: bool,
    with_row: NDArray[np.bool_] | None = None,
) -> LaneMarks:
    """Rows for very many marks, packed without titles; which titles fit is decided for each frame.

    Where `with_row` [n] is false, an event gets NO_ROW.
    """
    left, right = mark_extents(layout_input.columns, events, octave, small=not titles)
    right = right + MARK_SPACING_PX
    if with_row is None:
        with_row = np.ones(len(events), dtype=np.bool_)
    row = np.full(len(events), NO_ROW, dtype=np.int32)
    row[with_row] = pack_rows(left[with_row], right[with_row])
    return _with_late_titles(layout_input, events, left, right, row, titles)


def important_marks(
    layout_input: LayoutInput, octave: Octave, events: NDArray[np.int32], most: int
) -> LaneMarks:
    """At most `most` rows of marks, the most important first; events without room are left out."""
    left, right = mark_extents(layout_input.columns, events, octave)
    right = right + MARK_SPACING_PX
    row = pack_important(left, right, layout_input.columns.importance[events], most)
    kept = row >= 0
    return _with_late_titles(layout_input, events[kept], left[kept], right[kept], row[kept], True)


def _with_late_titles(
    layout_input: LayoutInput,
    events: NDArray[np.int32],
    left: Floats,
    right: Floats,
    row: NDArray[np.int32],
    titles: bool,
) -> LaneMarks:
    half = row * (2 if titles else 1)
    side = np.full(len(row), Side.RIGHT_IF_FREE if titles else Side.NONE, dtype=np.uint8)
    shape = layout_input.columns.shape[events]
    bar = (shape == Shape.SPAN) | (shape == Shape.FUZZY)
    if titles:
        side[
            bar & (right - left >= TITLE_INSET_LEFT_PX + UNMEASURED_TITLE_PX + TITLE_INSET_RIGHT_PX)
        ] = Side.INSIDE
    before, after = free_space(left, right, half, np.zeros(len(row), dtype=np.bool_))
    alike = untitled_marks(events, half, full_row=titles)
    return alike._replace(side=side, free_left=before, free_right=after)


def card_marks(
    layout_input: LayoutInput,
    octave: Octave,
    events: NDArray[np.int32],
    font_px: float,
    dimmed_events: NDArray[np.int32],
) -> LaneMarks:
    """Cards for all events, except those longer than most of the window: these stay bars with their titles."""
    left, right = mark_extents(layout_input.columns, events, octave)
    long = right - left >= max(0.6 * octave.view_px, CARD_WIDTH_PX)
    bars = bar_items(layout_input, events[long], octave, font_px, True)
    cards = card_items(layout_input.columns, events[~long], octave)
    above = pack_full_rows(bars, all_titles(bars)[0])
    below = pack_full_rows(cards, all_titles(cards)[0])
    return concatenate_marks(
        (
            titled_marks(layout_input, octave, events[long], bars, above, events[:0]),
            titled_marks(
                layout_input, octave, events[~long], cards, below, dimmed_events, in_card_row=True
            ),
        )
    )


def _in_gaps(
    layout_input: LayoutInput,
    octave: Octave,
    taken: tuple[Floats, Floats, NDArray[np.int32], NDArray[np.bool_]],
    events: NDArray[np.int32],
) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats, Floats]:
    """Put small marks into gaps; (events, half rows, left, right), each [k], of those that fit.

    `taken` is (left, right, half row, whether the next half row is taken too), each [n], of the marks in place.
    """
    gaps = RowGaps(*_by_half(*taken)[:3])
    left, right = mark_extents(layout_input.columns, events, octave, small=True)
    right = right + SMALL_MARK_SPACING_PX
    found = np.full(len(events), -1, dtype=np.int32)
    for i, stretch in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        yield_to_frame()
        half = gaps.find(*stretch)
        if half is not None:
            gaps.add(half, *stretch)
            found[i] = half
    fits = found >= 0
    return events[fits], found[fits], left[fits], right[fits]


def free_space(
    left: Floats, right: Floats, row: NDArray[np.int32], full_row: NDArray[np.bool_]
) -> tuple[Floats, Floats]:
    """([n], [n]) Px free before and after each item, up to its neighbours in all half rows that it takes."""
    begin, end, half, item = _by_half(left, right, row, full_row)
    order = np.lexsort((begin, half))
    same_row = half[order][1:] == half[order][:-1]
    free = np.where(same_row, begin[order][1:] - end[order][:-1], np.inf)
    before, after = np.full(len(item), np.inf), np.full(len(item), np.inf)
    after[order[:-1]] = free
    before[order[1:]] = free
    count, lower = len(left), item[len(left) :]  # items in full rows take a second, lower half row
    for room in (before, after):
        room[lower] = np.minimum(room[lower], room[count:])
    return before[:count], after[:count]


def _by_half(
    left: Floats, right: Floats, row: NDArray[np.int32], full_row: NDArray[np.bool_]
) -> tuple[Floats, Floats, NDArray[np.int32], NDArray[np.int64]]:
    """(left, right, half row, item index), one entry for each half row that an item takes."""
    item = np.concatenate((np.arange(len(row)), np.flatnonzero(full_row)))
    half = row[item]
    half[len(row) :] += 1
    return left[item], right[item], half, item
