"""Plans: every event's row and title side in one lane at one octave, the same wherever the window stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.crowd import Crowd
from peru_timeline.timeline.extents import (
    CARD_PX,
    Octave,
    bar_items,
    card_items,
    mark_extents,
)
from peru_timeline.timeline.rows import (
    MARK_AIR_PX,
    TITLE_AIR_PX,
    Depths,
    Floats,
    Gaps,
    Items,
    Side,
    pack_rows,
    reach,
)
from peru_timeline.timeline.sheet import Sheet

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
    row: NDArray[np.int32]
    side: NDArray[np.uint8]  # rows.Side
    room_left: Floats  # px free before the mark and its title, at the octave's lower end
    room_right: Floats
    faint: NDArray[np.bool_]  # filtered out, shown dim
    shelf: NDArray[np.bool_]  # stands in a row of cards; these rows count from 0 below the others

    def chosen(self, which: NDArray[np.bool_]) -> Spots:
        """Only those of `which` [n]."""
        return Spots(
            self.event[which],
            self.row[which],
            self.side[which],
            self.room_left[which],
            self.room_right[which],
            self.faint[which],
            self.shelf[which],
        )


NO_SPOTS = Spots(
    np.zeros(0, dtype=np.int32),
    np.zeros(0, dtype=np.int32),
    np.zeros(0, dtype=np.uint8),
    np.zeros(0),
    np.zeros(0),
    np.zeros(0, dtype=np.bool_),
    np.zeros(0, dtype=np.bool_),
)


def joined(parts: Sequence[Spots]) -> Spots:
    """The spots of all parts, in their order."""
    parts = parts or [NO_SPOTS]
    return Spots(
        np.concatenate([part.event for part in parts]),
        np.concatenate([part.row for part in parts]),
        np.concatenate([part.side for part in parts]),
        np.concatenate([part.room_left for part in parts]),
        np.concatenate([part.room_right for part in parts]),
        np.concatenate([part.faint for part in parts]),
        np.concatenate([part.shelf for part in parts]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class LanePlan:
    """One lane at one octave."""

    level: Level
    spots: Spots
    crowd: Crowd | None = None
    crowd_row: int = 0  # in which row it stands, below those of the marks
    crowd_rows: int = 0  # and how many rows high it is


def spots_of(
    sheet: Sheet,
    octave: Octave,
    events: NDArray[np.int32],
    items: Items,
    sides: list[Side],
    faint_events: NDArray[np.int32],
    *,
    more: bool = True,
    shelf: bool = False,
) -> Spots:
    """Rows for items whose titles stand on the given sides, then for faint marks where rows have gaps.

    With `more`, titles that were not granted are set where the rows turn out to have room for them.
    """
    left, right = reach(items, sides)
    row = pack_rows(left, right)
    if more:
        sides = fill(items, sides, left, right, row)
        left, right = reach(items, sides)
    side = np.array(sides, dtype=np.uint8)
    faint = np.zeros(len(events), dtype=np.bool_)
    if len(faint_events):
        found, at, faint_left, faint_right = _in_gaps(
            sheet, octave, Gaps(left, right, row), faint_events[:FAINT_TRIES]
        )
        events, row = np.concatenate((events, found)), np.concatenate((row, at))
        left, right = np.concatenate((left, faint_left)), np.concatenate((right, faint_right))
        side = np.concatenate((side, np.zeros(len(found), dtype=np.uint8)))
        faint = np.concatenate((faint, np.ones(len(found), dtype=np.bool_)))
    return Spots(events, row, side, *_rooms(left, right, row), faint, np.full(len(row), shelf))


def quick_spots(sheet: Sheet, octave: Octave, events: NDArray[np.int32], titles: bool) -> Spots:
    """Rows for very many marks; whether a title fits beside one is read from the room there when it is drawn."""
    left, right = mark_extents(sheet.columns, events, octave)
    right = right + MARK_AIR_PX
    row = pack_rows(left, right)
    side = np.full(len(row), Side.ROOM if titles else Side.NONE, dtype=np.uint8)
    off = np.zeros(len(row), dtype=np.bool_)
    return Spots(events, row, side, *_rooms(left, right, row), off, off)


def with_row(spots: Spots, events: NDArray[np.int32], row: int) -> Spots:
    """The spots, and untitled marks that keep clear of each other in a row of their own."""
    count = len(events)
    off, no_room = np.zeros(count, dtype=np.bool_), np.zeros(count)
    added = Spots(
        events,
        np.full(count, row, dtype=np.int32),
        np.zeros(count, dtype=np.uint8),
        no_room,
        no_room,
        off,
        off,
    )
    return joined((spots, added))


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
    none = events[:0]
    bars = bar_items(sheet, events[long], octave, font_px, True)
    cards = card_items(sheet.columns, events[~long], octave)
    above = spots_of(sheet, octave, events[long], bars, Depths(bars).grant(None)[0], none)
    below = spots_of(
        sheet,
        octave,
        events[~long],
        cards,
        Depths(cards).grant(None)[0],
        faint_events,
        more=False,
        shelf=True,
    )
    return joined((above, below))


def _in_gaps(
    sheet: Sheet, octave: Octave, gaps: Gaps, events: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats, Floats]:
    """(events that found a gap, their rows, their left, their right)."""
    left, right = mark_extents(sheet.columns, events, octave)
    right = right + MARK_AIR_PX
    rows = [gaps.take(*stretch) for stretch in zip(left.tolist(), right.tolist(), strict=True)]
    fits = np.array([row is not None for row in rows], dtype=np.bool_)
    found = np.array([row for row in rows if row is not None], dtype=np.int32)
    return events[fits], found, left[fits], right[fits]


def _rooms(left: Floats, right: Floats, rows: NDArray[np.int32]) -> tuple[Floats, Floats]:
    """([n], [n]) Px free to the neighbours in the same row."""
    before, after = np.full(len(left), np.inf), np.full(len(left), np.inf)
    order = np.lexsort((left, rows))
    same_row = rows[order][1:] == rows[order][:-1]
    free = np.where(same_row, left[order][1:] - right[order][:-1], np.inf)
    after[order[:-1]], before[order[1:]] = free, free
    return before, after


def fill(
    items: Items, sides: list[Side], left: Floats, right: Floats, row: NDArray[np.int32]
) -> list[Side]:
    """Titles for marks that by luck of the rows have room for one; to the right where that is free too."""
    sides, gaps = list(sides), Gaps(left, right, row)
    rows, lefts, rights = row.tolist(), left.tolist(), right.tolist()
    wanted = (items.title + TITLE_AIR_PX - MARK_AIR_PX).tolist()
    may_right, may_left = items.may_right.tolist(), items.may_left.tolist()

    def widen(i: int, side: Side, to_left: float, to_right: float) -> None:
        gaps.widen(rows[i], lefts[i], lefts[i] - to_left, rights[i] + to_right)
        sides[i], lefts[i], rights[i] = side, lefts[i] - to_left, rights[i] + to_right

    for i in items.priority.tolist():
        if sides[i] == Side.NONE:
            before, after = gaps.room(rows[i], lefts[i], rights[i])
            if may_right[i] and after >= wanted[i]:
                widen(i, Side.RIGHT, 0.0, wanted[i])
            elif may_left[i] and before >= wanted[i]:
                widen(i, Side.LEFT, wanted[i], 0.0)
    for i in np.argsort(left).tolist():
        if sides[i] == Side.LEFT and may_right[i]:
            _, after = gaps.room(rows[i], lefts[i], rights[i])
            if after >= wanted[i]:
                widen(i, Side.RIGHT, -wanted[i], wanted[i])
    return sides
