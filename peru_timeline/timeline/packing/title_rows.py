"""Titles in a limited number of rows: which events of a lane get one, and how many rows each lane is given.

The overview gives every key event its title; what room is left goes to the other events, the more important first.
An event without a title needs no row: it stands as a quiet mark in the strip at its lane's foot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush

import numpy as np

from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.packing.row_packing import (
    MARK_SPACING_PX,
    PackingItems,
    Side,
    distinct,
    title_extents,
)

ROWS_ABOVE = 2  # of a mark with its title above it: other titles may stand beside the mark


@dataclass(frozen=True, slots=True)
class TitleChoice:
    """The titles that a number of rows has room for."""

    sides: tuple[Side, ...]  # [n] where each title stands; NONE: the event has no title
    title_value: float  # sum of the weights of the events with titles
    untitled: int  # events without a title
    untitled_keys: int  # of these, key events
    rows: tuple[
        int, ...
    ] = ()  # [n] the row of a mark below its title, or beside such a mark; -1: any row


class TitleRows:
    """The titles of one lane at one octave, tried in any number of rows."""

    def __init__(self, items: PackingItems) -> None:
        self.items = items
        self._choices: dict[int, TitleChoice] = {}

    def within(self, rows: int) -> TitleChoice:
        """The titles that `rows` rows have room for, chosen in order of priority."""
        choice = self._choices.get(rows)
        if choice is None:
            choice = self._choices[rows] = self._chosen(rows)
        return choice

    @cached_property
    def key_rows(self) -> int:
        """The fewest rows in which every key event has its title; 0 in a lane without key events."""
        # More rows never hold fewer titles of the same priority, so a search by halves finds the fewest.
        low, high = 0, len(self.items.left) + int(self.items.above.sum())
        while low < high:
            middle = (low + high) // 2
            if self.within(middle).untitled_keys:
                low = middle + 1
            else:
                high = middle
        return low

    @cached_property
    def _segments(self) -> tuple[list[int], list[int], list[int], list[int], int]:
        """(begin, end of each mark, begin of each title to the left, end of each to the right, their number)."""
        items = self.items
        mark_end = items.right + MARK_SPACING_PX
        title_begin, title_end = title_extents(items)
        edges = distinct(items.left, mark_end, title_begin, title_end)
        found = (
            np.searchsorted(edges, at).tolist()
            for at in (items.left, mark_end, title_begin, title_end)
        )
        begin, end, left, right = found
        return begin, end, left, right, len(edges)

    def _chosen(self, rows: int) -> TitleChoice:
        items = self.items
        begin, end, left, right, edges = self._segments
        depth = np.zeros(edges, dtype=np.int32)
        sides = [Side.NONE] * len(begin)
        above = self._above(rows)
        row_of = [-1] * len(begin)
        shared = []  # the rows of marks below their titles: [edges] what is taken
        for number, i in enumerate(above):
            sides[i], row_of[i] = Side.ABOVE, ROWS_ABOVE * number + 1
            shared.append(np.zeros(edges, dtype=np.bool_))
            shared[-1][begin[i] : end[i]] = True
        rows -= ROWS_ABOVE * len(above)
        if rows or shared:
            inside = items.inside.tolist()
            may_left, may_right = items.may_left.tolist(), items.may_right.tolist()
            for i in items.priority.tolist():
                yield_to_frame()
                if items.above[i]:
                    continue
                if inside[i]:
                    tries = [(Side.INSIDE, begin[i], end[i])]
                else:
                    tries = [(Side.RIGHT, begin[i], right[i])] if may_right[i] else []
                    if may_left[i]:
                        tries.append((Side.LEFT, left[i], end[i]))
                for side, first, last in tries:
                    if depth[first:last].max(initial=0) < rows:
                        depth[first:last] += 1
                        sides[i] = side
                        break
                    free = (k for k, taken in enumerate(shared) if not taken[first:last].any())
                    if (number := next(free, -1)) >= 0:
                        shared[number][first:last] = True
                        sides[i], row_of[i] = side, ROWS_ABOVE * number + 1
                        break
        without = np.array([side == Side.NONE for side in sides], dtype=np.bool_)
        return TitleChoice(
            sides=tuple(sides),
            title_value=float(items.title_value[~without].sum()),
            untitled=int(without.sum()),
            untitled_keys=int((without & items.is_key).sum()),
            rows=tuple(row_of),
        )

    def _above(self, rows: int) -> list[int]:
        """The items whose titles stand above their marks, the first of them first, as far as `rows` rows hold them."""
        items = self.items
        wanted = items.priority[items.above[items.priority]]
        return [int(i) for i in wanted[: rows // ROWS_ABOVE]]


def share_rows(
    lanes: Sequence[TitleRows],
    least: Sequence[int],
    height_of: Callable[[TitleRows, int], float],
    height: float,
) -> list[int] | None:
    """How many rows of titles each lane is given, so that the lanes fit `height` px; None where `least` does not.

    Every lane has at least `least` rows. What is left goes row by row to the lane whose further titles are worth
    most, of lanes with equal gains to the one with the fewest rows. `height_of` tells the px of a lane with a
    number of rows.
    """
    rows = list(least)
    left = height - sum(height_of(lane, count) for lane, count in zip(lanes, rows, strict=True))
    if left < 0:
        return None
    gains = [
        (-_gain(lane, count), count, i)
        for i, (lane, count) in enumerate(zip(lanes, rows, strict=True))
    ]
    heapify(gains)
    while gains:
        gain, _, i = heappop(gains)
        if gain == 0:
            continue
        more = height_of(lanes[i], rows[i] + 1) - height_of(lanes[i], rows[i])
        if more > left:
            continue
        left -= more
        rows[i] += 1
        heappush(gains, (-_gain(lanes[i], rows[i]), rows[i], i))
    return rows


def _gain(lane: TitleRows, rows: int) -> float:
    """What one row more is worth."""
    if not lane.within(rows).untitled:
        return 0.0
    return max(lane.within(rows + 1).title_value - lane.within(rows).title_value, 0.0)
