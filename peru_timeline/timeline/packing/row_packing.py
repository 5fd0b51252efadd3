"""Row packing: the row of each event in its lane, and the side of its mark on which its title stands.

Packing happens in px at the lower end of an octave of zoom, where titles are widest relative to time. An item is a
stretch of days plus constant px on either side. Two items that do not overlap there do not overlap anywhere in the
octave, so neither zooming within it nor panning needs another row.

Intervals on a line need exactly as many rows as the greatest number of them that overlap anywhere. So a profile of
that depth says whether titles fit before any row is assigned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import heappop, heappush
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.background import yield_to_frame

Floats = NDArray[np.float64]

MARK_SPACING_PX = 2.0  # between a mark and the next item in its row
SMALL_MARK_SPACING_PX = 1.0  # the same after a small mark without title
QUEUE_PX = 10.0  # from one mark of a queue to the next
TITLE_SPACING_PX = 10.0  # between a title and the next item in its row
YIELD_EVERY = 500  # stretches packed one by one between two calls of `yield_to_frame`
MAX_ROWS_AT_ONCE = 48
"""This many rows are filled row by row with numpy; the rest stretch by stretch, which is faster for many rows."""


class Side(IntEnum):
    """On which side of its mark a title stands."""

    NONE = 0
    RIGHT = 1
    LEFT = 2
    INSIDE = 3
    RIGHT_IF_FREE = (
        4  # on the right if it fits the free space there, which is decided for each frame
    )


@dataclass(frozen=True, slots=True, eq=False)
class PackingItems:
    """The events of one lane at one octave as items to pack: arrays [n] in any order, px at the octave's lower end."""

    left: Floats  # of the mark
    right: Floats
    small_left: Floats  # of the small mark that is drawn without title
    small_right: Floats
    queue: NDArray[
        np.int64
    ]  # number of the queue, or -1; marks of one queue lie before the same day
    queue_px: Floats  # [queues] px of that day
    title_px: Floats  # width of the title, and of the gap between mark and title
    may_right: NDArray[np.bool_]  # whether a title may stand on that side
    may_left: NDArray[np.bool_]
    inside: NDArray[np.bool_]  # whether the title fits into its bar
    priority: NDArray[np.int64]  # item indices, most important first
    title_value: Floats  # what having a title is worth


def distinct(*parts: Floats) -> Floats:
    """All values, ascending, each once.

    The first call of np.unique would import numpy.ma, which takes 15 ms.
    """
    values: Floats = np.sort(np.concatenate(parts))
    first: NDArray[np.bool_] = np.append(True, values[1:] != values[:-1])[: len(values)]
    return np.asarray(values[first])


def depth_profile(left: Floats, right: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """([2n] edges, [2n] number of stretches between each edge and the next). Edges ascend; some may be equal."""
    both = np.concatenate((right, left))  # ends first: stretches that only touch do not overlap
    order = np.argsort(both, kind="stable")
    return both[order], np.cumsum(np.where(order < len(right), -1, 1))


def _depth(begin: NDArray[np.int64], end: NDArray[np.int64], edges: int) -> NDArray[np.int64]:
    steps = np.bincount(begin, minlength=edges) - np.bincount(end, minlength=edges)
    return np.cumsum(steps)


def all_titles(items: PackingItems) -> tuple[list[Side], Floats, NDArray[np.int64]]:
    """([n] the side of each title when every item has one, [edges] edges, [edges] depth after each edge).

    A title stands on the right, or on the left where that saves more than one row.
    """
    edges = distinct(items.left, *title_extents(items), items.right + MARK_SPACING_PX)
    begin, end = (
        np.searchsorted(edges, items.left),
        np.searchsorted(edges, items.right + MARK_SPACING_PX),
    )
    title_begin, title_end = (np.searchsorted(edges, at).tolist() for at in title_extents(items))
    depth: list[int] = _depth(begin, end, len(edges)).tolist()
    begins, ends = begin.tolist(), end.tolist()
    may_right, may_left = items.may_right.tolist(), items.may_left.tolist()
    sides = [Side.INSIDE if inside else Side.NONE for inside in items.inside.tolist()]
    for i in items.priority.tolist():
        yield_to_frame()
        if sides[i] == Side.INSIDE:
            continue
        right, left = (ends[i], title_end[i]), (title_begin[i], begins[i])
        on_left = may_left[i] and (
            not may_right[i]
            or max(depth[slice(*left)], default=0) + 1 < max(depth[slice(*right)], default=0)
        )
        sides[i] = Side.LEFT if on_left else Side.RIGHT
        for segment in range(*(left if on_left else right)):
            depth[segment] += 1
    return sides, edges, np.array(depth, dtype=np.int64)


def title_extents(items: PackingItems) -> tuple[Floats, Floats]:
    """([n], [n]) The px that an item with its title on the left begins at, and on the right ends at, with spacing."""
    return (
        items.left - items.title_px - (TITLE_SPACING_PX - MARK_SPACING_PX),
        items.right + items.title_px + TITLE_SPACING_PX,
    )


def packing_extents(items: PackingItems, sides: Sequence[Side]) -> tuple[Floats, Floats]:
    """([n], [n]) The px at which each item begins and ends in its row, title and spacing included."""
    side = np.array(sides, dtype=np.uint8)
    title_left, title_right = title_extents(items)
    return (
        np.where(side == Side.LEFT, title_left, items.left),
        np.where(side == Side.RIGHT, title_right, items.right + MARK_SPACING_PX),
    )


def pack_rows(left: Floats, right: Floats) -> NDArray[np.int32]:
    """[n] The row of each stretch: from left to right, the lowest free row. Uses as few rows as possible."""
    rows = np.zeros(len(left), dtype=np.int32)
    order = np.lexsort((right, left))
    row = 0
    while len(order) and row < MAX_ROWS_AT_ONCE:
        yield_to_frame()
        taken = _chain(left[order], right[order])
        rows[order[taken]] = row
        order, row = order[~taken], row + 1
    rows[order] = _packed_singly(left[order], right[order], row)
    return rows


def pack_important(
    left: Floats, right: Floats, importance: NDArray[np.uint8], most: int
) -> NDArray[np.int32]:
    """[n] As `pack_rows`, in at most `most` rows, the more important first; -1 where no room is left.

    The less important take the gaps, so they never displace a more important one.
    """
    rows = np.full(len(left), -1, dtype=np.int32)
    begins, ends = [left[:0]] * most, [right[:0]] * most
    for level in (3, 2, 1):
        waiting = np.flatnonzero(importance == level)
        waiting = waiting[np.lexsort((right[waiting], left[waiting]))]
        for row in range(most):
            yield_to_frame()
            taken = np.zeros(len(waiting), dtype=np.bool_)
            fits = _in_gaps(begins[row], ends[row], left[waiting], right[waiting]).nonzero()[0]
            taken[fits] = _chain(left[waiting[fits]], right[waiting[fits]])
            chosen, waiting = waiting[taken], waiting[~taken]
            rows[chosen] = row
            begins[row] = np.sort(np.concatenate((begins[row], left[chosen])), kind="stable")
            ends[row] = np.sort(np.concatenate((ends[row], right[chosen])), kind="stable")
    return rows


def _in_gaps(begins: Floats, ends: Floats, left: Floats, right: Floats) -> NDArray[np.bool_]:
    """[n] Whether each stretch is clear of those from `begins` to `ends`, which are sorted and do not overlap."""
    at = np.searchsorted(begins, right)
    return np.asarray(np.append(-np.inf, ends)[at] <= left)


def _chain(left: Floats, right: Floats) -> NDArray[np.bool_]:
    """[n] Which stretches fill one row greedily from the left; `left` ascends."""
    count = len(left)
    following = np.searchsorted(left, right)
    after: list[int] = np.maximum(following, np.arange(1, count + 1)).tolist()
    found, at = [], 0
    while at < count:
        found.append(at)
        at = after[at]
    taken = np.zeros(count, dtype=np.bool_)
    taken[found] = True
    return taken


def _packed_singly(left: Floats, right: Floats, first_row: int) -> list[int]:
    """Rows, from `first_row` on, of stretches with ascending `left`; faster than `_chain` where very many overlap."""
    taken: list[tuple[float, int]] = []  # heap of (free from, row)
    free: list[int] = []  # heap of rows
    packed = []
    for begin, end in zip(left.tolist(), right.tolist(), strict=True):
        while taken and taken[0][0] <= begin:
            heappush(free, heappop(taken)[1])
        row = heappop(free) if free else first_row + len(taken)
        heappush(taken, (end, row))
        packed.append(row)
        if not len(packed) % YIELD_EVERY:
            yield_to_frame()
    return packed


class RowGaps:
    """The stretches taken in each row, so that further items can be put into the gaps."""

    def __init__(self, left: Floats, right: Floats, rows: NDArray[np.int32]) -> None:
        order = np.lexsort((left, rows))
        bounds = np.searchsorted(rows[order], np.arange(int(rows.max(initial=-1)) + 2))
        begins, ends = left[order].tolist(), right[order].tolist()
        stretches = list(pairwise(bounds.tolist()))
        self._begins: list[list[float]] = [begins[slice(*stretch)] for stretch in stretches]
        self._ends: list[list[float]] = [ends[slice(*stretch)] for stretch in stretches]

    def __len__(self) -> int:
        return len(self._begins)

    def is_free(self, row: int, left: float, right: float) -> bool:
        """Whether nothing is taken between `left` and `right` in `row`."""
        at = bisect_left(self._begins[row], right)
        return at == 0 or self._ends[row][at - 1] <= left

    def find(self, left: float, right: float) -> int | None:
        """The lowest row in which [left, right] is free, or None."""
        return next((row for row in range(len(self)) if self.is_free(row, left, right)), None)

    def add(self, row: int, left: float, right: float) -> None:
        """Take [left, right] in `row`, which may be the next new one."""
        if row == len(self):
            self._begins.append([])
            self._ends.append([])
        at = bisect_left(self._begins[row], left)
        self._begins[row].insert(at, left)
        self._ends[row].insert(at, right)

    def remove(self, row: int, left: float) -> None:
        """Free the stretch of `row` that begins at `left`."""
        at = bisect_left(self._begins[row], left)
        del self._begins[row][at], self._ends[row][at]


def pack_in_time(mark: Floats, left: Floats, right: Floats) -> NDArray[np.int32]:
    """[n] The row of each stretch: in order of `mark` (px), the lowest free row.

    This may take a few more rows than `pack_rows`, but an event's row depends only on earlier events. A title that
    reaches far to the left of its mark does not push earlier events into lower rows, so each view stays compact.
    """
    gaps = RowGaps(left[:0], right[:0], np.zeros(0, dtype=np.int32))
    rows = np.zeros(len(left), dtype=np.int32)
    lefts, rights = left.tolist(), right.tolist()
    for i in np.lexsort((right, mark)).tolist():
        yield_to_frame()
        found = gaps.find(lefts[i], rights[i])
        rows[i] = len(gaps) if found is None else found
        gaps.add(int(rows[i]), lefts[i], rights[i])
    return rows
