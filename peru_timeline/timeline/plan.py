"""Plans: every event's row and title side at one octave, for one filter; the same wherever the window stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.extents import Octave, items_of, mark_extents
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


class Level(IntEnum):
    """How much of its events a lane shows."""

    STRIP = 0
    CLUSTERS = 1
    MARKS = 2  # with titles where there is room
    DATED = 3  # every title, with its date
    CARDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class LanePlan:
    """One lane at one octave: arrays [n], one entry per event that has a mark of its own."""

    level: Level
    event: NDArray[np.int32]
    row: NDArray[np.int32]
    side: NDArray[np.uint8]  # rows.Side
    room_left: Floats  # px free before the mark (and its title) at the octave's lower end
    room_right: Floats
    faint: NDArray[np.bool_]  # filtered out, shown dim
    rows: int


def _rooms(left: Floats, right: Floats, rows: NDArray[np.int32]) -> tuple[Floats, Floats]:
    """([n], [n]) Px free to the neighbours in the same row."""
    before, after = np.full(len(left), np.inf), np.full(len(left), np.inf)
    order = np.lexsort((left, rows))
    same_row = rows[order][1:] == rows[order][:-1]
    free = np.where(same_row, left[order][1:] - right[order][:-1], np.inf)
    after[order[:-1]], before[order[1:]] = free, free
    return before, after


def plan_lane(
    sheet: Sheet,
    octave: Octave,
    events: NDArray[np.int32],
    items: Items,
    sides: list[Side],
    level: Level,
    faint_events: NDArray[np.int32],
) -> LanePlan:
    """Rows for the items, titles on the given sides and wherever else they turn out to fit, then the faint marks."""
    left, right = reach(items, sides)
    row = pack_rows(left, right)
    sides = _fill(items, sides, left, right, row)
    left, right = reach(items, sides)
    side = np.array(sides, dtype=np.uint8)
    faint = np.zeros(len(events), dtype=np.bool_)
    if len(faint_events):
        gaps = Gaps(left, right, row)
        faint_left, faint_right = mark_extents(sheet.columns, faint_events, octave)
        faint_right = faint_right + MARK_AIR_PX
        taken = [
            gaps.take(*stretch)
            for stretch in zip(faint_left.tolist(), faint_right.tolist(), strict=True)
        ]
        fits = np.array([r is not None for r in taken])
        found = np.array([r for r in taken if r is not None], dtype=np.int32)
        events = np.concatenate((events, faint_events[fits]))
        row = np.concatenate((row, found))
        left, right = (
            np.concatenate((left, faint_left[fits])),
            np.concatenate((right, faint_right[fits])),
        )
        side = np.concatenate((side, np.zeros(len(found), dtype=np.uint8)))
        faint = np.concatenate((faint, np.ones(len(found), dtype=np.bool_)))
    before, after = _rooms(left, right, row)
    return LanePlan(level, events, row, side, before, after, faint, int(row.max(initial=-1)) + 1)


def _fill(
    items: Items, sides: list[Side], left: Floats, right: Floats, row: NDArray[np.int32]
) -> list[Side]:
    """Titles for marks that by luck of the rows have room for one; and to the right of theirs where that is free too."""
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
