"""Row allocation: how many half rows each lane may use, so that all fit the height with as many titles as possible.

At the opening octave the whole chronology has to fit. Closer in, only what can be in view at once has to: heights are
summed over sample windows placed wherever events begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.packing.half_row_packing import HalfRowLoad
from peru_timeline.timeline.packing.mark_extents import Octave, mark_extents
from peru_timeline.timeline.packing.row_packing import (
    MARK_SPACING_PX,
    SMALL_MARK_SPACING_PX,
    Floats,
    PackingItems,
    Side,
    all_titles,
    depth_profile,
    distinct,
)

MIN_LANE_PX = 20.0  # room for the lane's name
FOLDED_BAND_PX = 24.0  # of the band that stands for all lanes without events in view
MAX_WINDOWS = 400
UNMEASURED_TITLE_VALUE = 0.1  # low, because nothing says yet whether the title will fit
EVERYWHERE_PX = 1e15


def padding(row_px: float) -> float:
    """Px above and below the rows of a lane."""
    return 5.0 if row_px >= 17 else 4.0 if row_px >= 15 else 3.0 if row_px >= 12 else 2.0


def lane_height(half_rows: float, row_px: float, cards_px: float = 0.0) -> float:
    """Height in px of a lane with `half_rows` half rows of `row_px` / 2 each, and `cards_px` of cards."""
    return max(2 * padding(row_px) + half_rows * row_px / 2 + cards_px, MIN_LANE_PX)


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """Half rows taken between successive edges: `half_rows` [edges] holds from each edge (px) to the next."""

    edges: Floats
    half_rows: NDArray[np.int64]

    @property
    def peak(self) -> int:
        """The greatest number of half rows taken anywhere."""
        return int(self.half_rows.max(initial=0))

    def in_windows(self, begins: Floats, width: float) -> NDArray[np.int64]:
        """[windows] The greatest number of half rows taken in each window, from `begins` (px), `width` px wide."""
        at = np.maximum(np.searchsorted(self.edges, begins, side="right") - 1, 0)
        to = np.maximum(np.searchsorted(self.edges, begins + width, side="left"), at + 1)
        padded = np.append(self.half_rows, 0)
        pairs = np.minimum(np.stack((at, to), axis=1).ravel(), len(padded) - 1)
        return np.maximum.reduceat(padded, pairs)[::2]


class RowDemand:
    """The rows that one lane asks for at one octave, for marks and for titles that are not measured."""

    def __init__(self, columns: Columns, events: NDArray[np.int32], octave: Octave) -> None:
        self._extents = mark_extents(columns, events, octave)
        self._small = mark_extents(columns, events, octave, small=True)
        self.begins = self._small[0]

    @cached_property
    def marks(self) -> Profile:
        """Half rows taken by the marks alone."""
        left, right = self._small
        return Profile(*depth_profile(left, right + SMALL_MARK_SPACING_PX))

    @cached_property
    def full_row_marks(self) -> Profile:
        """Half rows taken when every mark stands in a full row."""
        left, right = self._extents
        edges, depth = depth_profile(left, right + MARK_SPACING_PX)
        return Profile(edges, 2 * depth)

    @property
    def titles(self) -> Profile:
        """Half rows taken with all titles, as far as their widths are known."""
        return self.full_row_marks

    @cached_property
    def min_half_rows(self) -> int:
        """Half rows that the marks alone need."""
        return self.marks.peak

    @cached_property
    def useful_half_rows(self) -> int:
        """Half rows beyond which no further title is gained."""
        return max(self.titles.peak, self.min_half_rows)

    def title_value(self, half_rows: int) -> float:
        """The value of the titles that `half_rows` half rows have room for."""
        return (
            len(self.begins) * UNMEASURED_TITLE_VALUE if half_rows >= self.useful_half_rows else 0.0
        )


class TitledRowDemand(RowDemand):
    """The rows that one lane asks for, its titles measured; also which titles a number of half rows has room for."""

    def __init__(self, items: PackingItems) -> None:
        self.items = items
        self._extents = items.left, items.right
        self.begins = items.small_left
        self._granted: dict[int, tuple[list[Side], float]] = {}

    @cached_property
    def _load(self) -> HalfRowLoad:
        return HalfRowLoad(self.items)

    @cached_property
    def marks(self) -> Profile:
        """Half rows taken by the marks alone."""
        return Profile(self._load.edges, self._load.small)

    @cached_property
    def _all(self) -> tuple[list[Side], Profile]:
        sides, edges, depth = all_titles(self.items)
        return sides, Profile(edges, 2 * depth)

    @property
    def all_titles(self) -> list[Side]:
        """[n] The side of each title when every item has one."""
        return self._all[0]

    @property
    def titles(self) -> Profile:
        """Half rows taken with all titles."""
        return self._all[1]

    def grant_titles(self, half_rows: int) -> list[Side]:
        """[n] The sides of the titles that `half_rows` half rows have room for."""
        return self._grant(half_rows)[0]

    def title_value(self, half_rows: int) -> float:
        """The value of these titles together."""
        return self._grant(half_rows)[1]

    def _grant(self, half_rows: int) -> tuple[list[Side], float]:
        half_rows = min(half_rows, self.useful_half_rows)
        if half_rows not in self._granted:
            sides = (
                self.all_titles
                if half_rows == self.useful_half_rows
                else self._load.grant_titles(half_rows)
            )
            has_title = np.array(sides, dtype=np.uint8) != Side.NONE
            self._granted[half_rows] = sides, float(self.items.title_value[has_title].sum())
        return self._granted[half_rows]


@dataclass(frozen=True, slots=True, eq=False)
class RowAllocation:
    """The half rows of each lane, in the order of the demands, and the value of the titles they have room for."""

    half_rows: tuple[int, ...]
    title_value: float


class RowAllocator:
    """Divides a height among the lanes of one octave."""

    def __init__(self, demands: Sequence[RowDemand], octave: Octave) -> None:
        self.demands = demands
        self.min_half_rows = np.array([d.min_half_rows for d in demands], dtype=np.int64)
        self._windows = _windows(demands, octave)

    @cached_property
    def useful_half_rows(self) -> NDArray[np.int64]:
        """[lanes] Half rows beyond which no further title is gained."""
        return np.array([d.useful_half_rows for d in self.demands], dtype=np.int64)

    def height(self, half_rows: NDArray[np.int64], row_px: float) -> float:
        """Px that `half_rows` [lanes] take, with their titles, in the sample window that needs most."""
        return self._height(np.minimum(half_rows[:, None], self._titles), row_px)

    def marks_height(self, row_px: float, most: int | None = None) -> float:
        """Px that the marks alone take in the sample window that needs most; `most` caps the half rows of a lane."""
        return self._height(np.minimum(self._marks, most or self._marks), row_px)

    def _height(self, used: NDArray[np.int64], row_px: float) -> float:
        heights = np.maximum(2 * padding(row_px) + used * row_px / 2, MIN_LANE_PX)
        return float(np.where(used > 0, heights, 0.0).sum(axis=0).max(initial=0.0))

    @cached_property
    def _titles(self) -> NDArray[np.int64]:
        return self._in_windows([d.titles for d in self.demands])

    @cached_property
    def _marks(self) -> NDArray[np.int64]:
        return self._in_windows([d.marks for d in self.demands])

    def _in_windows(self, profiles: Sequence[Profile]) -> NDArray[np.int64]:
        """[lanes, windows] Half rows taken."""
        taken = [profile.in_windows(*self._windows) for profile in profiles]
        return np.array(taken, dtype=np.int64).reshape(len(taken), len(self._windows[0]))

    def allocate(
        self, row_px: float, height: float, at_least: Sequence[int] | None = None
    ) -> RowAllocation | None:
        """Add half rows one by one where they gain most title value; None if not even the marks fit `height`.

        `at_least` [lanes] are half rows to start from, for instance those of a greater row height.
        """
        if self.height(self.useful_half_rows, row_px) <= height:
            return self._decided(self.useful_half_rows)
        half_rows = self.min_half_rows if at_least is None else np.array(at_least, dtype=np.int64)
        if self.height(half_rows, row_px) > height:
            return None
        half_rows = half_rows.copy()
        gains = {
            i: self._gain(i, int(half_rows[i]))
            for i in range(len(half_rows))
            if half_rows[i] < self.useful_half_rows[i]
        }
        while gains:
            yield_to_frame()
            best = max(gains, key=lambda i: (gains[i], -i))
            half_rows[best] += 1
            fits = self.height(half_rows, row_px) <= height
            if not fits:
                half_rows[best] -= 1
            if fits and half_rows[best] < self.useful_half_rows[best]:
                gains[best] = self._gain(best, int(half_rows[best]))
            else:
                del gains[best]
        return self._decided(half_rows)

    def _gain(self, lane: int, half_rows: int) -> float:
        """Title value gained by one more half row, or by half of two: a title may need two."""
        values = [self.demands[lane].title_value(half_rows + more) for more in range(3)]
        return max(values[1] - values[0], (values[2] - values[0]) / 2)

    def _decided(self, half_rows: NDArray[np.int64]) -> RowAllocation:
        counts = tuple(int(count) for count in half_rows)
        title_value = sum(
            d.title_value(count) for d, count in zip(self.demands, counts, strict=True)
        )
        return RowAllocation(counts, title_value)


def _windows(demands: Sequence[RowDemand], octave: Octave) -> tuple[Floats, float]:
    """(left edges [windows], width) in px of sample windows that contain every view of the octave with events."""
    if octave.number <= 0 or not demands:
        return np.array([-EVERYWHERE_PX]), 2 * EVERYWHERE_PX
    step = octave.view_px / 2
    cells = distinct(*(d.begins // step for d in demands))
    if len(cells) > MAX_WINDOWS:  # at a deep zoom only the fullest are sampled
        starts = np.sort(np.concatenate([d.begins for d in demands]))
        event_counts = np.searchsorted(starts, (cells + 3) * step) - np.searchsorted(
            starts, cells * step
        )
        cells = cells[np.argsort(-event_counts, kind="stable")[:MAX_WINDOWS]]
    return cells * step, 1.5 * octave.view_px
