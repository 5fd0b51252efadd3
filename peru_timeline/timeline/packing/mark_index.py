"""The marks of all lanes in one set of arrays, and the culling of those outside the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.packing.lane_plan import LanePlan, concatenate_marks
from peru_timeline.timeline.packing.mark_extents import GLYPH_PX, mark_geometry
from peru_timeline.timeline.packing.row_packing import Floats

SCAN_ALL_MARKS = 2000  # so many marks are looked at one by one


@dataclass(frozen=True, slots=True, eq=False)
class MarkIndex:
    """Arrays [n], one entry per event that has a mark of its own in a lane; by class of length, then by start.

    A class holds bars up to a longest length, each class four times that of the one before: what begins more than
    that before the window cannot reach into it.
    """

    event: NDArray[np.int32]
    lane: NDArray[np.int32]
    row: NDArray[np.int32]
    side: NDArray[np.uint8]
    free_left: Floats
    free_right: Floats
    dimmed: NDArray[np.bool_]
    quiet: NDArray[np.bool_]
    card: NDArray[np.bool_]
    start: Floats  # days
    end: Floats
    shape: NDArray[np.uint8]
    classes: tuple[tuple[int, int, float], ...]  # (first, after the last, longest in days)

    def near(self, scale: TimeScale) -> NDArray[np.int64]:
        """Indices of all marks in the window, and of few that are just outside."""
        if len(self.event) <= SCAN_ALL_MARKS:
            return np.arange(len(self.event))
        margin = GLYPH_PX / scale.px_per_day
        parts = []
        for first, last, longest in self.classes:
            starts = self.start[first:last]
            begin = np.searchsorted(starts, scale.span.start - longest - margin, side="left")
            end = np.searchsorted(starts, scale.span.end + margin, side="right")
            parts.append(np.arange(first + begin, first + end))
        return np.concatenate(parts)

    def visible(self, scale: TimeScale) -> VisibleMarks:
        """The marks that reach into the window, and where they are drawn."""
        index = self.near(scale)
        left, right, glyph = mark_geometry(
            self.start[index], self.end[index], self.shape[index], scale, self.quiet[index]
        )
        # What would show less than half a pixel is not in the window: a year that begins where it ends.
        inside = (right > scale.left_px + 0.5) & (left < scale.right_px - 0.5)
        return VisibleMarks(index[inside], left[inside], right[inside], glyph[inside])


@dataclass(frozen=True, slots=True, eq=False)
class VisibleMarks:
    """Marks in the window; arrays [seen], px."""

    index: NDArray[np.int64]  # into MarkIndex
    left: Floats  # of what is drawn
    right: Floats
    glyph: NDArray[np.bool_]

    def where(self, chosen: NDArray[np.bool_]) -> VisibleMarks:
        """Only the chosen ones."""
        return VisibleMarks(
            self.index[chosen], self.left[chosen], self.right[chosen], self.glyph[chosen]
        )


def build_mark_index(columns: Columns, plans: Sequence[LanePlan | None]) -> MarkIndex:
    """The lanes' marks together."""
    lanes = [(i, plan.marks) for i, plan in enumerate(plans) if plan is not None]
    marks = concatenate_marks([of_lane for _, of_lane in lanes])
    numbers = np.array([i for i, _ in lanes], dtype=np.int32)
    lane = np.repeat(numbers, [len(of_lane.event) for _, of_lane in lanes])
    start, end = columns.start[marks.event], columns.end[marks.event]
    grade = np.ceil(np.log2(np.maximum(end - start, 1.0)) / 2).astype(np.int64)
    order = np.lexsort((start, grade))
    grade = grade[order]
    first = np.flatnonzero(np.diff(grade, prepend=-1))
    bounds = [*first.tolist(), len(order)]
    return MarkIndex(
        event=marks.event[order],
        lane=lane[order],
        row=marks.row[order],
        side=marks.side[order],
        free_left=marks.free_left[order],
        free_right=marks.free_right[order],
        dimmed=marks.dimmed[order],
        quiet=marks.quiet[order],
        card=marks.card[order],
        start=start[order],
        end=end[order],
        shape=columns.shape[marks.event[order]],
        classes=tuple(
            (begin, after, 4.0**power)
            for power, (begin, after) in zip(grade[first].tolist(), pairwise(bounds), strict=True)
        ),
    )
