"""Plans: every event's row and title side in one lane at one octave, the same wherever the window stands."""

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

UNMEASURED_TITLE_PX = (
    210.0  # titles in very full lanes are not measured before they are drawn, but cut to this
)
MAX_DIMMED_TRIES = 3000  # filtered-out events for which a gap is looked for, per lane


class LevelOfDetail(IntEnum):
    """How much of its events a lane shows."""

    CLUSTERS = 0  # clusters or a density strip, and the most important events
    MARKS = 1  # with titles where there is room
    DATED = 2  # every title, with its date
    CARDS = 3


class LaneMarks(NamedTuple):
    """Where marks stand in their lane: arrays [n], one entry per event that has a mark of its own."""

    event: NDArray[np.int32]
    row: NDArray[np.int32]  # the (upper) half row; on a shelf: the shelf
    full_row: NDArray[np.bool_]  # takes two half rows
    side: NDArray[np.uint8]  # rows.Side
    free_left: Floats  # px free before the mark and its title, at the octave's lower end
    free_right: Floats
    queued_before: Floats  # the day before which it queues up; NaN: it does not
    shift: Floats  # px from there
    dimmed: NDArray[np.bool_]  # filtered out, shown dim
    in_card_row: NDArray[
        np.bool_
    ]  # stands on a shelf: a row of marks with their cards, below the rows


def untitled_marks(
    event: NDArray[np.int32], row: NDArray[np.int32], *, full_row: bool = True
) -> LaneMarks:
    """Spots without titles and without room for any."""
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
    """The spots of all parts, in their order."""
    nothing = untitled_marks(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))
    return LaneMarks._make(map(np.concatenate, zip(nothing, *parts, strict=True)))


@dataclass(frozen=True, slots=True, eq=False)
class LanePlan:
    """One lane at one octave."""

    level: LevelOfDetail
    marks: LaneMarks
    clustering: Clustering | None = None
    clustering_row: int = 0  # in which half row it stands, below those of the marks
    clustering_half_rows: int = 0  # and how many half rows high it is
    title_limit_px: float = np.inf  # titles are cut to this, as nobody measured them


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
    """The packed items, then faint marks where the rows have gaps."""
    row = packed.row // 2 if in_card_row else packed.row
    full_row = packed.full_row & (not in_card_row)
    dimmed, dimmed_row, dimmed_left, dimmed_right = _in_gaps(
        layout_input,
        octave,
        (packed.left, packed.right, row, full_row),
        dimmed_events[:MAX_DIMMED_TRIES],
    )
    more = len(dimmed)
    bounds = np.append(octave.to_day(items.bounds), np.nan)
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


NO_ROW = 1_000_000
"""Of events that can be in no view that the plan is for; no band is so high, so they count as hidden."""


def unmeasured_marks(
    layout_input: LayoutInput,
    octave: Octave,
    events: NDArray[np.int32],
    titles: bool,
    with_row: NDArray[np.bool_] | None = None,
) -> LaneMarks:
    """Rows for very many marks; whether a title fits beside one is read from the room there when it is drawn.

    Only those of `stands` [n] get a row, if it is given.
    """
    left, right = mark_extents(layout_input.columns, events, octave, small=not titles)
    right = right + MARK_SPACING_PX
    if with_row is None:
        with_row = np.ones(len(events), dtype=np.bool_)
    row = np.full(len(events), NO_ROW, dtype=np.int32)
    row[with_row] = pack_rows(left[with_row], right[with_row])
    return _unmeasured(layout_input, events, left, right, row, titles)


def important_marks(
    layout_input: LayoutInput, octave: Octave, events: NDArray[np.int32], most: int
) -> LaneMarks:
    """So many rows of marks with titles where there is room, the most important first; the others are left out."""
    left, right = mark_extents(layout_input.columns, events, octave)
    right = right + MARK_SPACING_PX
    row = pack_important(left, right, layout_input.columns.importance[events], most)
    kept = row >= 0
    return _unmeasured(layout_input, events[kept], left[kept], right[kept], row[kept], True)


def _unmeasured(
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
    """Cards for all events but those that outlast most of a window: these stay bars with their title inside."""
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
    """Small marks for those of the events that find a gap: (events, half rows, left, right).

    `taken` is the left, the right, the half row and whether it takes the next one too of what stands there.
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
    """([n], [n]) Px free before and after, to the neighbours in all half rows that an item takes."""
    begin, end, half, item = _by_half(left, right, row, full_row)
    order = np.lexsort((begin, half))
    same_row = half[order][1:] == half[order][:-1]
    free = np.where(same_row, begin[order][1:] - end[order][:-1], np.inf)
    before, after = np.full(len(item), np.inf), np.full(len(item), np.inf)
    after[order[:-1]] = free
    before[order[1:]] = free
    count, lower = len(left), item[len(left) :]  # the tall ones have a second, lower half row
    for room in (before, after):
        room[lower] = np.minimum(room[lower], room[count:])
    return before[:count], after[:count]


def _by_half(
    left: Floats, right: Floats, row: NDArray[np.int32], full_row: NDArray[np.bool_]
) -> tuple[Floats, Floats, NDArray[np.int32], NDArray[np.int64]]:
    """(left, right, half row, item) for each half row that an item takes."""
    item = np.concatenate((np.arange(len(row)), np.flatnonzero(full_row)))
    half = row[item]
    half[len(row) :] += 1
    return left[item], right[item], half, item
