"""Rows: which row of its lane an event stands in, and on which side of its mark the title.

All of it happens in px at the lower end of an octave of zoom, where titles are widest relative to
time. An item is a stretch of days plus constant px on either side, so two items that are clear of
each other there are clear of each other in the whole octave, wherever the window stands: neither
zooming within the octave nor panning needs a new row.

Intervals on a line need exactly as many rows as the greatest number of them that overlap anywhere.
So whether titles fit is read off a profile of that depth, before any row is given.
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

MARK_SPACING_PX = 2.0  # after a mark, before whatever comes next in its row
TITLE_SPACING_PX = 10.0  # beyond the free end of a title
SINGLY = 500  # stretches are packed one by one before others have a turn
CHAINED_ROWS = 48
"""So many rows are filled one after the other, all stretches at once; further ones stretch by stretch."""


class Side(IntEnum):
    """Where the title of a mark stands."""

    NONE = 0
    RIGHT = 1
    LEFT = 2
    INSIDE = 3
    RIGHT_IF_FREE = 4  # right of the mark if it is not wider than the room there: read when drawn
    ABOVE = 5  # in a row of its own above its mark: neither side has room for all of it


@dataclass(frozen=True, slots=True, eq=False)
class PackingItems:
    """The events of one lane at one octave; arrays [n], px at the octave's lower end, in any order."""

    left: Floats  # of the mark
    right: Floats
    title: Floats  # width including the gap to the mark
    may_right: NDArray[np.bool_]  # a title may stand there
    may_left: NDArray[np.bool_]
    inside: NDArray[np.bool_]  # the title fits into the bar
    cut: NDArray[
        np.bool_
    ]  # the title fits neither side whole: shortened, on the side with more room
    priority: NDArray[np.int64]  # item indices, the first to get a title first
    title_value: Floats  # what a title is worth
    is_key: NDArray[np.bool_]  # importance 3: its title is never left out
    above: NDArray[np.bool_]  # the title may only stand above the mark, where it is whole


def distinct(*parts: Floats) -> Floats:
    """All values, ascending, each once; np.unique's first call takes 15 ms, for arrays that nothing here has."""
    values: Floats = np.sort(np.concatenate(parts))
    first: NDArray[np.bool_] = np.append(True, values[1:] != values[:-1])[: len(values)]
    return np.asarray(values[first])


def depth_profile(left: Floats, right: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """(edges, how many stretches lie over the segment from each edge to the next); some edges are equal."""
    both = np.concatenate((right, left))  # where one ends and one begins, the end comes first
    order = np.argsort(both, kind="stable")
    return both[order], np.cumsum(np.where(order < len(right), -1, 1))


def _depth(begin: NDArray[np.int64], end: NDArray[np.int64], edges: int) -> NDArray[np.int64]:
    steps = np.bincount(begin, minlength=edges) - np.bincount(end, minlength=edges)
    return np.cumsum(steps)


def all_titles(items: PackingItems) -> tuple[list[Side], Floats, NDArray[np.int64]]:
    """(sides of the titles when all are set, edges, depth from each edge to the next).

    A title goes to the right, and to the left where that saves more than one row.
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
    """([n], [n]) How far the titles reach on either side of their marks, air included."""
    return (
        items.left - items.title - (TITLE_SPACING_PX - MARK_SPACING_PX),
        items.right + items.title + TITLE_SPACING_PX,
    )


def packing_extents(items: PackingItems, sides: Sequence[Side]) -> tuple[Floats, Floats]:
    """([n], [n]) From where to where each item keeps its row to itself, title and air included."""
    side = np.array(sides, dtype=np.uint8)
    title_left, title_right = title_extents(items)
    return (
        np.where(side == Side.LEFT, title_left, items.left),
        np.where(side == Side.RIGHT, title_right, items.right + MARK_SPACING_PX),
    )


def pack_rows(left: Floats, right: Floats) -> NDArray[np.int32]:
    """[n] The row of each stretch: from the left, each the lowest row that is free; no more rows than ever overlap."""
    rows = np.zeros(len(left), dtype=np.int32)
    order = np.lexsort((right, left))
    row = 0
    while len(order) and row < CHAINED_ROWS:
        yield_to_frame()
        taken = _chain(left[order], right[order])
        rows[order[taken]] = row
        order, row = order[~taken], row + 1
    rows[order] = _packed_singly(left[order], right[order], row)
    return rows


def pack_important(
    left: Floats, right: Floats, importance: NDArray[np.uint8], most: int
) -> NDArray[np.int32]:
    """[n] As `pack_rows`, but only so many rows, and the more important first; -1: no room is left.

    The less important take the gaps, so none of them keeps one that is more important from its row.
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
    """[n] Whether each stretch is clear of those from `begins` to `ends`, which come in order and do not overlap."""
    at = np.searchsorted(begins, right)
    return np.asarray(np.append(-np.inf, ends)[at] <= left)


def _chain(left: Floats, right: Floats) -> NDArray[np.bool_]:
    """[n] Which stretches fill a row from the left, each the first that is free; they come in order of `left`."""
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
    """Rows from `first_row` on of stretches that come in order of `left`: quicker where very many overlap."""
    taken: list[tuple[float, int]] = []  # heap of (free from, row)
    free: list[int] = []  # heap of rows
    packed = []
    for begin, end in zip(left.tolist(), right.tolist(), strict=True):
        while taken and taken[0][0] <= begin:
            heappush(free, heappop(taken)[1])
        row = heappop(free) if free else first_row + len(taken)
        heappush(taken, (end, row))
        packed.append(row)
        if not len(packed) % SINGLY:
            yield_to_frame()
    return packed


class RowGaps:
    """What is taken of each row, for items that come after the others: each takes what is left."""

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
        """Whether nothing stands between left and right in `row`."""
        at = bisect_left(self._begins[row], right)
        return at == 0 or self._ends[row][at - 1] <= left

    def find(self, left: float, right: float) -> int | None:
        """The lowest row with [left, right] free."""
        return next((row for row in range(len(self)) if self.is_free(row, left, right)), None)

    def add(self, row: int, left: float, right: float) -> None:
        """Take [left, right] of `row`, or of a new last row."""
        if row == len(self):
            self._begins.append([])
            self._ends.append([])
        at = bisect_left(self._begins[row], left)
        self._begins[row].insert(at, left)
        self._ends[row].insert(at, right)


def pack_in_time(mark: Floats, left: Floats, right: Floats) -> NDArray[np.int32]:
    """[n] The row of each stretch: in order of its mark, the lowest row that is free.

    May take a few rows more than `pack_rows`, but an event's row is due to earlier events only: a title that reaches
    far to the left of its mark does not push what stands there to lower rows, so views are compact.
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
