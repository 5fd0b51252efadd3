"""Budget: how many rows each lane may use, so that all lanes fit the window with as many titles as possible.

The opening octave is weighed as a whole. Closer in, only what can be in the window at once has to fit: the sums are
taken over windows that stand wherever events begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.extents import Octave
from peru_timeline.timeline.rows import Depths, Floats, Items, Side, depth_profile

LEAST_LANE_PX = 20.0  # a lane's name has to fit
MAX_WINDOWS = 400
EVERYWHERE_PX = 1e15


def padding(row_px: float) -> float:
    """Px above and below the rows of a lane."""
    return 5.0 if row_px >= 17 else 4.0 if row_px >= 15 else 3.0 if row_px >= 12 else 2.0


def lane_height(rows: float, row_px: float, extra_px: float = 0.0) -> float:
    """Px of a lane with so many rows, and `extra_px` of cards."""
    return max(2 * padding(row_px) + rows * row_px + extra_px, LEAST_LANE_PX)


class Demand:
    """What one lane asks for at one octave: how many marks overlap where. `full` rows are all it can make use of."""

    def __init__(self, left: Floats, right: Floats) -> None:
        self.left = left
        self.edges, self.depth = depth_profile(left, right)
        self.least = self.full = int(self.depth.max(initial=0))

    def worth(self, rows: int) -> float:  # noqa: ARG002
        """What the titles are worth that so many rows have room for."""
        return 0.0

    def in_windows(self, begins: Floats, width: float) -> NDArray[np.int64]:
        """[windows] The most rows that are of use within each window."""
        at = np.maximum(np.searchsorted(self.edges, begins, side="right") - 1, 0)
        to = np.maximum(np.searchsorted(self.edges, begins + width, side="left"), at + 1)
        padded = np.append(self.depth, 0)
        pairs = np.minimum(np.stack((at, to), axis=1).ravel(), len(padded) - 1)
        return np.maximum.reduceat(padded, pairs)[::2]


class TitleDemand(Demand):
    """A lane that also asks for titles, and how many of them a number of rows has room for."""

    def __init__(self, items: Items) -> None:
        self.left = items.left
        self.items = items
        self._depths = Depths(items)
        self._all, depth = self._depths.grant(None)
        self.edges, self.depth = self._depths.edges, np.array(depth, dtype=np.int64)
        self.least = int(self._depths.marks.max(initial=0))
        self.full = max(depth, default=0)
        self._granted: dict[int, tuple[list[Side], float]] = {}

    def grant(self, rows: int) -> list[Side]:
        """The titles that so many rows have room for."""
        return self._grant(rows)[0]

    def worth(self, rows: int) -> float:
        """What these titles are worth together."""
        return self._grant(rows)[1]

    def _grant(self, rows: int) -> tuple[list[Side], float]:
        rows = min(rows, self.full)
        if rows not in self._granted:
            sides = self._all if rows == self.full else self._depths.grant(rows)[0]
            has_title = np.array(sides, dtype=np.uint8) != Side.NONE
            self._granted[rows] = sides, float(self.items.weight[has_title].sum())
        return self._granted[rows]


@dataclass(frozen=True, slots=True, eq=False)
class Budget:
    """What was decided: the rows of each lane, in the order of the demands, and what their titles are worth."""

    rows: tuple[int, ...]
    worth: float


class Weighing:
    """The lanes of one octave against the height there is."""

    def __init__(self, demands: Sequence[Demand], octave: Octave) -> None:
        self.demands = demands
        self.least = np.array([d.least for d in demands], dtype=np.int64)
        self.full = np.array([d.full for d in demands], dtype=np.int64)
        begins, width = _windows(demands, octave)
        self._wanted = np.array([d.in_windows(begins, width) for d in demands], dtype=np.int64)

    def height(self, rows: NDArray[np.int64], row_px: float) -> float:
        """Px that so many rows per lane take in the window that takes most."""
        used = np.minimum(rows[:, None], self._wanted)
        heights = np.maximum(2 * padding(row_px) + used * row_px, LEAST_LANE_PX)
        return float(np.where(used > 0, heights, 0.0).sum(axis=0).max(initial=0.0))

    def share(
        self, row_px: float, height: float, at_least: Sequence[int] | None = None
    ) -> Budget | None:
        """Rows for each lane, given one by one where they bring most; None where not even the marks fit."""
        rows = self.least.copy() if at_least is None else np.array(at_least, dtype=np.int64)
        if self.height(self.full, row_px) <= height:
            return self._decided(self.full)
        if self.height(rows, row_px) > height:
            return None
        growing = {i for i in range(len(rows)) if rows[i] < self.full[i]}
        while growing:
            best = max(growing, key=lambda i: (self._gain(i, int(rows[i])), -i))
            rows[best] += 1
            if self.height(rows, row_px) > height:
                rows[best] -= 1
                growing.discard(best)
            elif rows[best] >= self.full[best]:
                growing.discard(best)
        return self._decided(rows)

    def most_equal_cap(self, row_px: float, height: float) -> int:
        """The most rows per lane with which all fit when fuller lanes are cut to it; at least one."""
        cap = 1
        while cap < self.least.max(initial=0) and (
            self.height(np.minimum(self.least, cap + 1), row_px) <= height
        ):
            cap += 1
        return cap

    def _gain(self, lane: int, rows: int) -> float:
        return self.demands[lane].worth(rows + 1) - self.demands[lane].worth(rows)

    def _decided(self, rows: NDArray[np.int64]) -> Budget:
        counts = tuple(int(r) for r in rows)
        return Budget(counts, sum(d.worth(r) for d, r in zip(self.demands, counts, strict=True)))


def _windows(demands: Sequence[Demand], octave: Octave) -> tuple[Floats, float]:
    """(where they begin, their width): windows that together hold every view of the octave with events in it."""
    if octave.number <= 0:
        return np.array([-EVERYWHERE_PX]), 2 * EVERYWHERE_PX
    step = octave.view_px / 2
    cells = np.unique(np.concatenate([d.left // step for d in demands]))
    if len(cells) > MAX_WINDOWS:  # far in: look at the fullest only
        starts = np.sort(np.concatenate([d.left for d in demands]))
        crowd = np.searchsorted(starts, (cells + 3) * step) - np.searchsorted(starts, cells * step)
        cells = cells[np.argsort(-crowd, kind="stable")[:MAX_WINDOWS]]
    return cells * step, 1.5 * octave.view_px
