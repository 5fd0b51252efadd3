"""Budget: how many rows each lane may use and how high they are, so that all lanes fit the window.

The opening octave is weighed as a whole. Closer in, only what can be in the window at once has to fit: the sums are
taken over windows that stand wherever events begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.extents import Octave
from peru_timeline.timeline.rows import Depths, Items, Side

ROW_PX = 18.0
ROW_CHOICES = ((18.0, 12.0), (17.0, 12.0), (16.0, 12.0), (15.0, 11.0), (14.0, 11.0))
"""(height of a row, size of its titles) in px, the calmest first."""
DENSER = 0.03  # a row lower by 1 px has to bring this much more in titles
LEAST_ROW_PX = 9.0  # without titles
FOLD_PX = 24.0  # the line of the lanes without events
STRIP_PX = 22.0  # a collapsed lane
LEAST_LANE_PX = 20.0  # its name is 12 px high
MAX_WINDOWS = 400
EVERYWHERE_PX = 1e15


def padding(row_px: float) -> float:
    """Px above and below the rows of a lane."""
    return 5.0 if row_px >= 17 else 4.0 if row_px >= 15 else 3.0 if row_px >= 12 else 2.0


def lane_height(rows: float, row_px: float) -> float:
    """Px of a lane with so many rows."""
    return max(2 * padding(row_px) + rows * row_px, LEAST_LANE_PX)


class Demand:
    """What one lane asks for at one octave and title size: depths, and what more rows would bring."""

    def __init__(self, items: Items) -> None:
        self.items = items
        self.depths = Depths(items)
        self.least = self.depths.least_rows
        self._grants: dict[int, tuple[list[Side], list[int]]] = {}
        self._all, self.full_depth = self.depths.grant(None)
        self.full = max(self.full_depth, default=0)

    def grant(self, rows: int) -> list[Side]:
        """The titles that so many rows have room for."""
        if rows >= self.full:
            return self._all
        if rows not in self._grants:
            self._grants[rows] = self.depths.grant(rows)
        return self._grants[rows][0]

    def worth(self, rows: int) -> float:
        """What the titles granted with so many rows are worth together."""
        granted = np.array(self.grant(rows), dtype=np.uint8) != Side.NONE
        return float(self.items.weight[granted].sum())

    def in_windows(
        self, begins: Sequence[float], width: float, depth: Sequence[int]
    ) -> NDArray[np.int64]:
        """[windows] The greatest depth within each window."""
        edges = self.depths.edges
        at = np.maximum(np.searchsorted(edges, begins, side="right") - 1, 0)
        to = np.searchsorted(edges, np.asarray(begins) + width, side="left")
        padded = np.append(np.asarray(depth, dtype=np.int64), 0)
        pairs = np.stack((at, np.maximum(to, at + 1)), axis=1).ravel()
        return np.maximum.reduceat(padded, np.minimum(pairs, len(padded) - 1))[::2]


@dataclass(frozen=True, slots=True, eq=False)
class Budget:
    """What was decided: one row height for all lanes, and the titles of each."""

    row_px: float
    font_px: float
    rows: tuple[int, ...]  # per demand
    worth: float


def windows_of(demands: Sequence[Demand], octave: Octave) -> tuple[list[float], float]:
    """(where they begin, their width): windows that together hold every view of the octave with events in it."""
    if octave.number <= 0:
        return [-EVERYWHERE_PX], 2 * EVERYWHERE_PX
    step = octave.view_px / 2
    cells = np.unique(np.concatenate([d.items.left // step for d in demands]))
    if len(cells) > MAX_WINDOWS:  # far in, where all fits anyhow: look at the fullest only
        starts = np.sort(np.concatenate([d.items.left for d in demands]))
        crowd = np.searchsorted(starts, (cells + 3) * step) - np.searchsorted(starts, cells * step)
        cells = cells[np.argsort(-crowd, kind="stable")[:MAX_WINDOWS]]
    return (cells * step).tolist(), 1.5 * octave.view_px


def budget(
    demands: Sequence[Demand],
    octave: Octave,
    row_px: float,
    font_px: float,
    height: float,
    at_least: Sequence[int] | None = None,
) -> Budget | None:
    """Rows for each lane, given one by one where they bring most; None where not even the marks fit."""
    begins, width = windows_of(demands, octave)
    wanted = np.array([d.in_windows(begins, width, d.full_depth) for d in demands])
    rows = np.array(at_least if at_least is not None else [d.least for d in demands])

    def fits(rows: NDArray[np.int64]) -> bool:
        used = np.minimum(rows[:, None], wanted)
        heights = np.where(
            used > 0, np.maximum(2 * padding(row_px) + used * row_px, LEAST_LANE_PX), 0.0
        )
        return bool(heights.sum(axis=0).max(initial=0.0) <= height)

    full = np.array([d.full for d in demands])
    if fits(full):
        rows = full
    elif not fits(rows):
        return None
    else:
        open_lanes = {i for i in range(len(demands)) if rows[i] < full[i]}
        while open_lanes:
            best = max(open_lanes, key=lambda i: (_gain(demands[i], int(rows[i])), -i))
            rows[best] += 1
            if not fits(rows):
                rows[best] -= 1
                open_lanes.discard(best)
            elif rows[best] >= full[best]:
                open_lanes.discard(best)
    worth = sum(d.worth(int(r)) for d, r in zip(demands, rows, strict=True))
    return Budget(row_px, font_px, tuple(int(r) for r in rows), worth)


def _gain(demand: Demand, rows: int) -> float:
    return demand.worth(rows + 1) - demand.worth(rows)
