"""Half-row packing: rows for lanes in which not every event gets a title.

A mark with a title takes a full row, that is two half rows; a mark without one takes a single half row. Events known
only to lie before some day ("before 3 August 2022") queue up to the left of that day, because nothing says when in
that time they belong. Five of them stand side by side in one half row and are packed as one item, so that nothing
overlaps them at any zoom of the octave.

Titles are granted by priority, as long as the load, the number of half rows taken at each point in time, stays within
the half rows of the lane.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.packing.row_packing import (
    MARK_SPACING_PX,
    QUEUE_PX,
    SMALL_MARK_SPACING_PX,
    Floats,
    PackingItems,
    RowGaps,
    Side,
    distinct,
    pack_in_time,
    pack_rows,
    packing_extents,
    title_extents,
)

QUEUE_LENGTH = 5  # marks side by side in one half row


class HalfRowLoad:
    """How many half rows are taken between successive edges, as titles are granted.

    `edges` [edges] are px, ascending and distinct; segment i lies between edges i and i + 1. `small` [segments] is the
    load without any titles.
    """

    def __init__(self, items: PackingItems) -> None:
        self._items = items
        small_end = items.small_right + SMALL_MARK_SPACING_PX
        queued = items.queue >= 0
        self._members = np.bincount(items.queue[queued], minlength=len(items.queue_px))
        slots = items.queue_px[:, None] - QUEUE_PX * np.arange(QUEUE_LENGTH + 1)
        slots[:, 0] += SMALL_MARK_SPACING_PX
        title_left, title_right = title_extents(items)
        mark_end = items.right + MARK_SPACING_PX
        stretch_ends = (
            items.small_left,
            small_end,
            items.left,
            mark_end,
            title_left,
            title_right,
            slots.ravel(),
        )
        self.edges = distinct(*stretch_ends)
        found = [np.searchsorted(self.edges, ends).tolist() for ends in stretch_ends]
        self._small, self._full_row = (
            list(zip(found[0], found[1], strict=True)),
            (found[2], found[3]),
        )
        self._title_begin, self._title_end, self._slot = found[4], found[5], found[6]
        load = np.zeros(len(self.edges) + 1, dtype=np.int64)
        alone = ~queued
        np.add.at(load, np.searchsorted(self.edges, items.small_left[alone]), 1)
        np.add.at(load, np.searchsorted(self.edges, small_end[alone]), -1)
        for queue, members in enumerate(self._members.tolist()):
            for position in range(members):
                begin, end = self._in_queue(queue, position)
                load[begin] += 1
                load[end] -= 1
        self.small: NDArray[np.int64] = np.cumsum(load)[:-1]

    def _in_queue(self, queue: int, position: int) -> tuple[int, int]:
        """(first segment, end segment) of one position in a queue."""
        slot = queue * (QUEUE_LENGTH + 1) + position % QUEUE_LENGTH
        return self._slot[slot + 1], self._slot[slot]

    def grant_titles(self, half_rows: int) -> list[Side]:
        """[n] The side of each title that `half_rows` half rows have room for; Side.NONE for the others."""
        items = self._items
        load: list[int] = self.small.tolist()
        members = self._members.tolist()
        sides = [Side.NONE] * len(self._small)
        inside, queue = items.inside.tolist(), items.queue.tolist()
        may_right, may_left = items.may_right.tolist(), items.may_left.tolist()
        mark_begin, mark_end = self._full_row
        for i in items.priority.tolist():
            yield_to_frame()
            begin, end = self._small[i]
            if queue[i] >= 0:  # leaving a queue frees its last position
                begin, end = self._in_queue(queue[i], members[queue[i]] - 1)
            for segment in range(begin, end):
                load[segment] -= 1
            if inside[i]:
                choices = [(Side.INSIDE, mark_begin[i], mark_end[i])]
            else:
                choices = [(Side.RIGHT, mark_begin[i], self._title_end[i])] if may_right[i] else []
                if may_left[i]:
                    choices.append((Side.LEFT, self._title_begin[i], mark_end[i]))
            lowest, best = half_rows - 1, None
            for choice in choices:
                there = max(load[choice[1] : choice[2]])
                if there < lowest:
                    lowest, best = there, choice
            if best is None:
                for segment in range(begin, end):
                    load[segment] += 1
                continue
            sides[i] = best[0]
            if queue[i] >= 0:
                members[queue[i]] -= 1
            for segment in range(best[1], best[2]):
                load[segment] += 2
        return sides


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """The rows of packed items; arrays [n]."""

    side: NDArray[np.uint8]
    row: NDArray[np.int32]  # the (upper) half row
    full_row: NDArray[np.bool_]  # takes the next half row too
    shift: Floats  # px to the left of its day: its position in a queue
    left: Floats  # px it occupies, title and spacing included, at the octave's lower end
    right: Floats

    @property
    def half_rows(self) -> int:
        """Half rows taken."""
        return int((self.row + self.full_row).max(initial=-1)) + 1


def pack_full_rows(items: PackingItems, sides: list[Side], *, fewest: bool = False) -> Packed:
    """Every item in a full row: in the fewest rows, or in time order, which keeps each view compact."""
    left, right = packing_extents(items, sides)
    count = len(left)
    rows = pack_rows(left, right) if fewest else pack_in_time(items.left, left, right)
    return Packed(
        np.array(sides, dtype=np.uint8),
        2 * rows,
        np.ones(count, dtype=np.bool_),
        np.zeros(count),
        left,
        right,
    )


def pack_within(
    items: PackingItems, grant_titles: Callable[[int], list[Side]], half_rows: int, least: int
) -> Packed:
    """As many titles as can be packed within `half_rows` half rows, more than `least` of them.

    The load is a lower bound: whole items may need a few half rows more. Then fewer titles are tried.
    """
    for granted in range(half_rows, least, -1):
        packed = pack_half_rows(items, grant_titles(granted), half_rows)
        if packed.half_rows <= half_rows:
            return packed
    return pack_half_rows(items, [Side.NONE] * len(items.left), half_rows)


def pack_half_rows(items: PackingItems, sides: list[Side], most: int) -> Packed:
    """Titled items in full rows, the others in gaps and half rows; then further titles where gaps are left.

    No further title is added beyond `most` half rows.
    """
    side = np.array(sides, dtype=np.uint8)
    full_row = side != Side.NONE
    left, right = packing_extents(items, sides)
    left = np.where(full_row, left, items.small_left)
    right = np.where(full_row, right, items.small_right + SMALL_MARK_SPACING_PX)
    row, shift = np.zeros(len(left), dtype=np.int32), np.zeros(len(left))
    row[full_row] = 2 * pack_rows(left[full_row], right[full_row])
    both = np.concatenate((row[full_row], row[full_row] + 1))
    gaps = RowGaps(np.tile(left[full_row], 2), np.tile(right[full_row], 2), both)
    waiting = [
        (left[i], right[i], [i]) for i in np.flatnonzero(~full_row & (items.queue < 0)).tolist()
    ]
    for bound, members in _queues(items, ~full_row):
        shift[members] = QUEUE_PX * np.arange(len(members))
        left[members], right[members] = (
            bound - QUEUE_PX * len(members),
            bound + SMALL_MARK_SPACING_PX,
        )
        waiting.append((left[members[0]], right[members[0]], members))
    for begin, end, members in sorted(waiting):
        yield_to_frame()
        found = gaps.find(float(begin), float(end))
        half = len(gaps) if found is None else found
        row[members] = half
        gaps.add(half, float(begin), float(end))
    packed = Packed(side, row, full_row, shift, left, right)
    _more_titles(items, packed, gaps, most)
    return packed


def _queues(items: PackingItems, waiting: NDArray[np.bool_]) -> Iterator[tuple[float, list[int]]]:
    """Yield (px of the day, items that queue up before it, the most important next to it)."""
    ranked = items.priority[waiting[items.priority]]
    for queue, bound in enumerate(items.queue_px.tolist()):
        members = ranked[items.queue[ranked] == queue].tolist()
        for first in range(0, len(members), QUEUE_LENGTH):
            yield bound, members[first : first + QUEUE_LENGTH]


def _more_titles(items: PackingItems, packed: Packed, gaps: RowGaps, most: int) -> None:
    """Add titles that happen to fit into gaps, and move titles to the right where they can; changes both arguments."""
    title_left, title_right = (at.tolist() for at in title_extents(items))
    lefts, rights = items.left.tolist(), (items.right + MARK_SPACING_PX).tolist()
    side, row, full_row = packed.side, packed.row, packed.full_row
    for i in items.priority.tolist():
        yield_to_frame()
        if full_row[i]:
            continue
        own = int(row[i]), float(packed.left[i])
        queued = items.queue[i] >= 0  # its position stays empty
        if not queued:
            gaps.remove(*own)
        for where, allowed, begin, end in (
            (Side.INSIDE, items.inside[i], lefts[i], rights[i]),
            (Side.RIGHT, items.may_right[i], lefts[i], title_right[i]),
            (Side.LEFT, items.may_left[i], title_left[i], rights[i]),
        ):
            at = _free_pair(gaps, begin, end, most) if allowed else None
            if at is not None:
                side[i], row[i], full_row[i], packed.shift[i] = where, at, True, 0.0
                packed.left[i], packed.right[i] = begin, end
                gaps.add(at, begin, end)
                gaps.add(at + 1, begin, end)
                break
        else:
            if not queued:
                gaps.add(*own, float(packed.right[i]))
    for i in np.argsort(packed.left, kind="stable").tolist():
        if side[i] == Side.LEFT and items.may_right[i]:
            at = int(row[i])
            free = all(gaps.is_free(half, rights[i], title_right[i]) for half in (at, at + 1))
            if free:
                for half in (at, at + 1):
                    gaps.remove(half, float(packed.left[i]))
                    gaps.add(half, lefts[i], title_right[i])
                side[i], packed.left[i], packed.right[i] = Side.RIGHT, lefts[i], title_right[i]


def _free_pair(gaps: RowGaps, left: float, right: float, most: int) -> int | None:
    """The upper of two adjacent half rows that are free from `left` to `right`; opens new ones up to `most`."""
    free_above = False
    for half in range(most):
        free = half >= len(gaps) or gaps.is_free(half, left, right)
        if free and free_above:
            return half - 1
        free_above = free
    return None
