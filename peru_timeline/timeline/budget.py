"""Budget: how many half rows each lane may use, so that all fit the window with as many titles as possible.

The opening octave is weighed as a whole. Closer in, only what can be in the window at once has to fit: the sums are
taken over windows that stand wherever events begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.extents import Octave
from peru_timeline.timeline.halves import Loads
from peru_timeline.timeline.rows import Floats, Items, Side, all_titles, depth_profile

LEAST_LANE_PX = 20.0  # a lane's name has to fit
FOLD_PX = 24.0  # the line of the lanes without events
MAX_WINDOWS = 400
LATE_TITLE = 0.1  # what a title is worth of which nobody knows whether it will fit
EVERYWHERE_PX = 1e15


def padding(row_px: float) -> float:
    """Px above and below the rows of a lane."""
    return 5.0 if row_px >= 17 else 4.0 if row_px >= 15 else 3.0 if row_px >= 12 else 2.0


def lane_height(halves: float, row_px: float, shelves_px: float = 0.0) -> float:
    """Px of a lane with so many half rows, and `shelves_px` of cards."""
    return max(2 * padding(row_px) + halves * row_px / 2 + shelves_px, LEAST_LANE_PX)


class Demand:
    """What one lane asks for at one octave, in half rows: at least `least` for its marks, `full` for all it can use."""

    def __init__(self, left: Floats, right: Floats) -> None:
        self.left = left
        self.edges, self.depth = depth_profile(left, right)
        self.full = 2 * int(self.depth.max(initial=0))

    @cached_property
    def least(self) -> int:
        """Half rows that the marks alone need."""
        return self.full // 2

    def worth(self, halves: int) -> float:
        """What the titles are worth that so many half rows have room for."""
        return len(self.left) * LATE_TITLE if halves >= self.full else 0.0

    def in_windows(self, begins: Floats, width: float) -> NDArray[np.int64]:
        """[windows] The most half rows that are of use within each window."""
        at = np.maximum(np.searchsorted(self.edges, begins, side="right") - 1, 0)
        to = np.maximum(np.searchsorted(self.edges, begins + width, side="left"), at + 1)
        padded = np.append(self.depth, 0)
        pairs = np.minimum(np.stack((at, to), axis=1).ravel(), len(padded) - 1)
        return 2 * np.maximum.reduceat(padded, pairs)[::2]


class TitleDemand(Demand):
    """A lane that also asks for titles, and how many of them a number of rows has room for."""

    def __init__(self, items: Items) -> None:
        self.left = items.left
        self.items = items
        self.all_titles, self.edges, self.depth = all_titles(items)
        self.full = 2 * int(self.depth.max(initial=0))
        self._granted: dict[int, tuple[list[Side], float]] = {}

    @cached_property
    def loads(self) -> Loads:
        """Made only where not all titles fit."""
        return Loads(self.items)

    @cached_property
    def least(self) -> int:
        """Half rows that the marks alone need."""
        return min(int(self.loads.small.max(initial=0)), self.full)

    def grant(self, halves: int) -> list[Side]:
        """The titles that so many half rows have room for."""
        return self._grant(halves)[0]

    def worth(self, halves: int) -> float:
        """What these titles are worth together."""
        return self._grant(halves)[1]

    def _grant(self, halves: int) -> tuple[list[Side], float]:
        halves = min(halves, self.full)
        if halves not in self._granted:
            sides = self.all_titles if halves == self.full else self.loads.grant(halves)
            has_title = np.array(sides, dtype=np.uint8) != Side.NONE
            self._granted[halves] = sides, float(self.items.weight[has_title].sum())
        return self._granted[halves]


@dataclass(frozen=True, slots=True, eq=False)
class Budget:
    """What was decided: the half rows of each lane, in the order of the demands, and what their titles are worth."""

    halves: tuple[int, ...]
    worth: float


class Weighing:
    """The lanes of one octave against the height there is."""

    def __init__(self, demands: Sequence[Demand], octave: Octave) -> None:
        self.demands = demands
        self.full = np.array([d.full for d in demands], dtype=np.int64)
        begins, width = _windows(demands, octave)
        wanted = [d.in_windows(begins, width) for d in demands]
        self._wanted = np.array(wanted, dtype=np.int64).reshape(len(demands), len(begins))

    def height(self, halves: NDArray[np.int64], row_px: float) -> float:
        """Px that so many half rows per lane take in the window that takes most."""
        used = np.minimum(halves[:, None], self._wanted)
        heights = np.maximum(2 * padding(row_px) + used * row_px / 2, LEAST_LANE_PX)
        return float(np.where(used > 0, heights, 0.0).sum(axis=0).max(initial=0.0))

    def share(
        self, row_px: float, height: float, at_least: Sequence[int] | None = None
    ) -> Budget | None:
        """Half rows for each lane, given one by one where they bring most; None where not even the marks fit."""
        if self.height(self.full, row_px) <= height:
            return self._decided(self.full)
        halves = self.least if at_least is None else np.array(at_least, dtype=np.int64)
        if self.height(halves, row_px) > height:
            return None
        halves = halves.copy()
        growing = {i for i in range(len(halves)) if halves[i] < self.full[i]}
        while growing:
            best = max(growing, key=lambda i: (self._gain(i, int(halves[i])), -i))
            halves[best] += 1
            if self.height(halves, row_px) > height:
                halves[best] -= 1
                growing.discard(best)
            elif halves[best] >= self.full[best]:
                growing.discard(best)
        return self._decided(halves)

    @cached_property
    def least(self) -> NDArray[np.int64]:
        """[lanes] Half rows that the marks alone need."""
        return np.array([d.least for d in self.demands], dtype=np.int64)

    def _gain(self, lane: int, halves: int) -> float:
        """What one more half row brings; a title may need two."""
        worth = [self.demands[lane].worth(halves + more) for more in range(3)]
        return max(worth[1] - worth[0], (worth[2] - worth[0]) / 2)

    def _decided(self, halves: NDArray[np.int64]) -> Budget:
        counts = tuple(int(count) for count in halves)
        worth = sum(d.worth(count) for d, count in zip(self.demands, counts, strict=True))
        return Budget(counts, worth)


def _windows(demands: Sequence[Demand], octave: Octave) -> tuple[Floats, float]:
    """(where they begin, their width): windows that together hold every view of the octave with events in it."""
    if octave.number <= 0 or not demands:
        return np.array([-EVERYWHERE_PX]), 2 * EVERYWHERE_PX
    step = octave.view_px / 2
    cells = np.unique(np.concatenate([d.left // step for d in demands]))
    if len(cells) > MAX_WINDOWS:  # far in: look at the fullest only
        starts = np.sort(np.concatenate([d.left for d in demands]))
        crowd = np.searchsorted(starts, (cells + 3) * step) - np.searchsorted(starts, cells * step)
        cells = cells[np.argsort(-crowd, kind="stable")[:MAX_WINDOWS]]
    return cells * step, 1.5 * octave.view_px
