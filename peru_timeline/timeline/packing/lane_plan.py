"""Plans: every event's row and title side in one lane at one octave, the same wherever the window stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.background import give_way
from peru_timeline.timeline.layout_input import Sheet
from peru_timeline.timeline.packing.clustering import Crowd
from peru_timeline.timeline.packing.half_row_packing import Packed, pack_tall
from peru_timeline.timeline.packing.mark_extents import (
    CARD_PX,
    FOOT_PX,
    HEAD_PX,
    Octave,
    bar_items,
    card_items,
    mark_extents,
)
from peru_timeline.timeline.packing.row_packing import (
    MARK_AIR_PX,
    SMALL_AIR_PX,
    Floats,
    Gaps,
    Items,
    Side,
    all_titles,
    pack_important,
    pack_rows,
)
from peru_timeline.timeline.scene import Shape

QUICK_TITLE_PX = (
    210.0  # titles in very full lanes are not measured before they are drawn, but cut to this
)
FAINT_TRIES = 3000  # filtered-out events for which a gap is looked for, per lane


class Level(IntEnum):
    """How much of its events a lane shows."""

    CROWD = 0  # clusters or a density strip, and the most important events
    MARKS = 1  # with titles where there is room
    DATED = 2  # every title, with its date
    CARDS = 3


class Spots(NamedTuple):
    """Where marks stand in their lane: arrays [n], one entry per event that has a mark of its own."""

    event: NDArray[np.int32]
    row: NDArray[np.int32]  # the (upper) half row; on a shelf: the shelf
    tall: NDArray[np.bool_]  # takes two half rows
    side: NDArray[np.uint8]  # rows.Side
    room_left: Floats  # px free before the mark and its title, at the octave's lower end
    room_right: Floats
    queued_before: Floats  # the day before which it queues up; NaN: it does not
    shift: Floats  # px from there
    faint: NDArray[np.bool_]  # filtered out, shown dim
    shelf: NDArray[np.bool_]  # stands on a shelf: a row of marks with their cards, below the rows

    def chosen(self, which: NDArray[np.bool_]) -> Spots:
        """Only those of `which` [n]."""
        return Spots._make(array[which] for array in self)


def spots(event: NDArray[np.int32], row: NDArray[np.int32], *, tall: bool = True) -> Spots:
    """Spots without titles and without room for any."""
    count = len(event)
    off, zero = np.zeros(count, dtype=np.bool_), np.zeros(count)
    return Spots(
        event,
        row.astype(np.int32),
        np.full(count, tall),
        np.zeros(count, dtype=np.uint8),
        zero,
        zero,
        np.full(count, np.nan),
        zero,
        off,
        off,
    )


def joined(parts: Sequence[Spots]) -> Spots:
    """The spots of all parts, in their order."""
    nothing = spots(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))
    return Spots._make(map(np.concatenate, zip(nothing, *parts, strict=True)))


@dataclass(frozen=True, slots=True, eq=False)
class LanePlan:
    """One lane at one octave."""

    level: Level
    spots: Spots
    crowd: Crowd | None = None
    crowd_row: int = 0  # in which half row it stands, below those of the marks
    crowd_halves: int = 0  # and how many half rows high it is
    title_limit_px: float = np.inf  # titles are cut to this, as nobody measured them


def titled_spots(
    sheet: Sheet,
    octave: Octave,
    events: NDArray[np.int32],
    items: Items,
    packed: Packed,
    faint_events: NDArray[np.int32],
    *,
    shelf: bool = False,
) -> Spots:
    """The packed items, then faint marks where the rows have gaps."""
    row = packed.row // 2 if shelf else packed.row
    tall = packed.tall & (not shelf)
    faint, faint_row, faint_left, faint_right = _in_gaps(
        sheet, octave, (packed.left, packed.right, row, tall), faint_events[:FAINT_TRIES]
    )
    more = len(faint)
    bounds = np.append(octave.to_day(items.bounds), np.nan)
    row = np.concatenate((row, faint_row))
    room_left, room_right = rooms(
        np.concatenate((packed.left, faint_left)),
        np.concatenate((packed.right, faint_right)),
        row,
        np.concatenate((tall, np.zeros(more, dtype=np.bool_))),
    )
    return Spots(
        event=np.concatenate((events, faint)),
        row=row,
        tall=np.concatenate((packed.tall, np.zeros(more, dtype=np.bool_))),
        side=np.concatenate((packed.side, np.zeros(more, dtype=np.uint8))),
        room_left=room_left,
        room_right=room_right,
        queued_before=np.append(
            bounds[np.where(packed.tall, -1, items.queue)], np.full(more, np.nan)
        ),
        shift=np.append(packed.shift, np.zeros(more)),
        faint=np.arange(len(row)) >= len(events),
        shelf=np.full(len(row), shelf),
    )


NO_ROW = 1_000_000
"""Of events that can be in no view that the plan is for; no band is so high, so they count as hidden."""


def quick_spots(
    sheet: Sheet,
    octave: Octave,
    events: NDArray[np.int32],
    titles: bool,
    stands: NDArray[np.bool_] | None = None,
) -> Spots:
    """Rows for very many marks; whether a title fits beside one is read from the room there when it is drawn.

    Only those of `stands` [n] get a row, if it is given.
    """
    left, right = mark_extents(sheet.columns, events, octave, small=not titles)
    right = right + MARK_AIR_PX
    if stands is None:
        stands = np.ones(len(events), dtype=np.bool_)
    row = np.full(len(events), NO_ROW, dtype=np.int32)
    row[stands] = pack_rows(left[stands], right[stands])
    return _quick(sheet, events, left, right, row, titles)


def important_spots(sheet: Sheet, octave: Octave, events: NDArray[np.int32], most: int) -> Spots:
    """So many rows of marks with titles where there is room, the most important first; the others are left out."""
    left, right = mark_extents(sheet.columns, events, octave)
    right = right + MARK_AIR_PX
    row = pack_important(left, right, sheet.columns.importance[events], most)
    stands = row >= 0
    return _quick(sheet, events[stands], left[stands], right[stands], row[stands], True)


def _quick(
    sheet: Sheet,
    events: NDArray[np.int32],
    left: Floats,
    right: Floats,
    row: NDArray[np.int32],
    titles: bool,
) -> Spots:
    half = row * (2 if titles else 1)
    side = np.full(len(row), Side.ROOM if titles else Side.NONE, dtype=np.uint8)
    shape = sheet.columns.shape[events]
    bar = (shape == Shape.SPAN) | (shape == Shape.FUZZY)
    if titles:
        side[bar & (right - left >= HEAD_PX + QUICK_TITLE_PX + FOOT_PX)] = Side.INSIDE
    before, after = rooms(left, right, half, np.zeros(len(row), dtype=np.bool_))
    alike = spots(events, half, tall=titles)
    return alike._replace(side=side, room_left=before, room_right=after)


def card_spots(
    sheet: Sheet,
    octave: Octave,
    events: NDArray[np.int32],
    font_px: float,
    faint_events: NDArray[np.int32],
) -> Spots:
    """Cards for all events but those that outlast most of a window: these stay bars with their title inside."""
    left, right = mark_extents(sheet.columns, events, octave)
    long = right - left >= max(0.6 * octave.view_px, CARD_PX)
    bars = bar_items(sheet, events[long], octave, font_px, True)
    cards = card_items(sheet.columns, events[~long], octave)
    above = pack_tall(bars, all_titles(bars)[0])
    below = pack_tall(cards, all_titles(cards)[0])
    return joined(
        (
            titled_spots(sheet, octave, events[long], bars, above, events[:0]),
            titled_spots(sheet, octave, events[~long], cards, below, faint_events, shelf=True),
        )
    )


def _in_gaps(
    sheet: Sheet,
    octave: Octave,
    taken: tuple[Floats, Floats, NDArray[np.int32], NDArray[np.bool_]],
    events: NDArray[np.int32],
) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats, Floats]:
    """Small marks for those of the events that find a gap: (events, half rows, left, right).

    `taken` is the left, the right, the half row and whether it takes the next one too of what stands there.
    """
    gaps = Gaps(*_by_half(*taken)[:3])
    left, right = mark_extents(sheet.columns, events, octave, small=True)
    right = right + SMALL_AIR_PX
    found = np.full(len(events), -1, dtype=np.int32)
    for i, stretch in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        give_way()
        half = gaps.find(*stretch)
        if half is not None:
            gaps.add(half, *stretch)
            found[i] = half
    fits = found >= 0
    return events[fits], found[fits], left[fits], right[fits]


def rooms(
    left: Floats, right: Floats, row: NDArray[np.int32], tall: NDArray[np.bool_]
) -> tuple[Floats, Floats]:
    """([n], [n]) Px free before and after, to the neighbours in all half rows that an item takes."""
    begin, end, half, item = _by_half(left, right, row, tall)
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
    left: Floats, right: Floats, row: NDArray[np.int32], tall: NDArray[np.bool_]
) -> tuple[Floats, Floats, NDArray[np.int32], NDArray[np.int64]]:
    """(left, right, half row, item) for each half row that an item takes."""
    item = np.concatenate((np.arange(len(row)), np.flatnonzero(tall)))
    half = row[item]
    half[len(row) :] += 1
    return left[item], right[item], half, item
