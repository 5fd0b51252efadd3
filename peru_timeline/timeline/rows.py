"""Rows: which row of its lane an event stands in, and on which side of its mark the title.

All of it happens in px at the lower end of an octave of zoom, where titles are widest relative to time. An item is
a stretch of days plus constant px on either side, so two items that are clear of each other there are clear of each
other in the whole octave, wherever the window stands: neither zooming within the octave nor panning needs a new row.

Intervals on a line need exactly as many rows as the greatest number of them that overlap anywhere. So whether a title
fits is read off a profile of that depth, before any row is given: titles are granted in order of their priority
as long as the depth stays within the rows there are. Then one sweep from the left gives the rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MARK_AIR_PX = 2.0  # after a mark, before whatever comes next in its row
TITLE_AIR_PX = 10.0  # beyond the free end of a title


class Side(IntEnum):
    """Where the title of a mark stands."""

    NONE = 0
    RIGHT = 1
    LEFT = 2
    INSIDE = 3
    ROOM = 4  # right of the mark if it is not wider than the room there: read when drawn


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """The events of one lane at one octave; arrays [n], px at the octave's lower end, in any order."""

    left: Floats  # of the mark
    right: Floats
    title: Floats  # width including the gap to the mark
    may_right: NDArray[np.bool_]  # a title may stand there
    may_left: NDArray[np.bool_]
    inside: NDArray[np.bool_]  # the title fits into the bar, at no cost
    priority: NDArray[np.int64]  # item indices, the first to get a title first
    weight: Floats  # what a title is worth


def depth_profile(left: Floats, right: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """(edges, how many stretches lie over the segment from each edge to the next)."""
    edges = np.unique(np.concatenate((left, right)))
    return edges, _depth(np.searchsorted(edges, left), np.searchsorted(edges, right), len(edges))


def _depth(begin: NDArray[np.int64], end: NDArray[np.int64], edges: int) -> NDArray[np.int64]:
    steps = np.bincount(begin, minlength=edges) - np.bincount(end, minlength=edges)
    return np.cumsum(steps)


class Depths:
    """How many items overlap, from edge to edge, as titles are granted.

    `edges` are all places where a mark or a title could begin or end; segment i lies between edges i and i + 1.
    """

    def __init__(self, items: Items) -> None:
        right_of = items.right + MARK_AIR_PX
        title_right = items.right + items.title + TITLE_AIR_PX
        title_left = items.left - items.title - (TITLE_AIR_PX - MARK_AIR_PX)
        self.edges = np.unique(np.concatenate((items.left, right_of, title_right, title_left)))
        self._items = items
        begin, end = np.searchsorted(self.edges, items.left), np.searchsorted(self.edges, right_of)
        self.marks = _depth(begin, end, len(self.edges))
        self._begin: list[int] = begin.tolist()
        self._end: list[int] = end.tolist()
        self._title_end: list[int] = np.searchsorted(self.edges, title_right).tolist()
        self._title_begin: list[int] = np.searchsorted(self.edges, title_left).tolist()

    def grant(self, rows: int | None) -> tuple[list[Side], list[int]]:
        """The titles that `rows` rows have room for, in order of priority, and the depth of each segment.

        A title goes to the side that is less crowded, to the right where both are alike; with rows enough (None)
        every title is granted, and goes to the left only where that saves more than one row.
        """
        items = self._items
        depth: list[int] = self.marks.tolist()
        sides = [Side.NONE] * len(self._begin)
        inside = items.inside.tolist()
        may_right, may_left = items.may_right.tolist(), items.may_left.tolist()
        limit, for_left = (rows, 0) if rows is not None else (len(sides) + 1, 1)
        for i in items.priority.tolist():
            if inside[i]:
                sides[i] = Side.INSIDE
                continue
            right, left = (self._end[i], self._title_end[i]), (self._title_begin[i], self._begin[i])
            crowd_right = max(depth[slice(*right)], default=0) if may_right[i] else limit
            crowd_left = max(depth[slice(*left)], default=0) if may_left[i] else limit
            if min(crowd_right, crowd_left) >= limit:
                continue
            on_right = crowd_right <= crowd_left + for_left and crowd_right < limit
            sides[i] = Side.RIGHT if on_right else Side.LEFT
            for segment in range(*(right if on_right else left)):
                depth[segment] += 1
        return sides, depth


def reach(items: Items, sides: Sequence[Side]) -> tuple[Floats, Floats]:
    """([n], [n]) From where to where each item keeps its row to itself, title and air included."""
    side = np.array(sides, dtype=np.uint8)
    left = np.where(
        side == Side.LEFT, items.left - items.title - (TITLE_AIR_PX - MARK_AIR_PX), items.left
    )
    right = np.where(
        side == Side.RIGHT, items.right + items.title + TITLE_AIR_PX, items.right + MARK_AIR_PX
    )
    return left, right


def pack_rows(left: Floats, right: Floats) -> NDArray[np.int32]:
    """[n] The row of each stretch: from the left, each the lowest row that is free; no more rows than ever overlap."""
    rows = np.zeros(len(left), dtype=np.int32)
    taken: list[tuple[float, int]] = []  # heap of (free from, row)
    free: list[int] = []  # heap of rows
    order = np.lexsort((right, left))
    packed = []
    for begin, end in zip(left[order].tolist(), right[order].tolist(), strict=True):
        while taken and taken[0][0] <= begin:
            heappush(free, heappop(taken)[1])
        row = heappop(free) if free else len(taken)
        heappush(taken, (end, row))
        packed.append(row)
    rows[order] = packed
    return rows


class Gaps:
    """What is taken of each row, for items that come after the others: each takes what is left."""

    def __init__(self, left: Floats, right: Floats, rows: NDArray[np.int32]) -> None:
        order = np.argsort(left, kind="stable")
        count = int(rows.max(initial=-1)) + 1
        self._begins: list[list[float]] = [
            left[order][rows[order] == r].tolist() for r in range(count)
        ]
        self._ends: list[list[float]] = [
            right[order][rows[order] == r].tolist() for r in range(count)
        ]

    def room(self, row: int, left: float, right: float) -> tuple[float, float]:
        """How far the item that stands at [left, right] of `row` could grow to either side, in px."""
        begins, ends = self._begins[row], self._ends[row]
        at = bisect_left(begins, left)
        before = left - ends[at - 1] if at > 0 else np.inf
        after = begins[at + 1] - right if at + 1 < len(begins) else np.inf
        return before, after

    def widen(self, row: int, left: float, new_left: float, new_right: float) -> None:
        """The item that begins at `left` in `row` now reaches from `new_left` to `new_right`."""
        at = bisect_left(self._begins[row], left)
        self._begins[row][at], self._ends[row][at] = new_left, new_right

    def take(self, left: float, right: float) -> int | None:
        """The lowest row with [left, right] free, now taken; None where no row has it."""
        for row, (begins, ends) in enumerate(zip(self._begins, self._ends, strict=True)):
            at = bisect_left(begins, right)
            if at == 0 or ends[at - 1] <= left:
                at = bisect_left(begins, left)
                begins.insert(at, left)
                ends.insert(at, right)
                return row
        return None
