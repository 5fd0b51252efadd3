"""Placed: the marks of all lanes in one set of arrays, and the culling of those outside the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.packing.half_row_packing import QUEUE
from peru_timeline.timeline.packing.lane_plan import LanePlan, concatenate_marks
from peru_timeline.timeline.packing.mark_extents import TAIL_PX, queued_mark_geometry
from peru_timeline.timeline.packing.row_packing import QUEUE_PX, Floats

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
    full_row: NDArray[np.bool_]
    side: NDArray[np.uint8]
    free_left: Floats
    free_right: Floats
    queued_before: Floats
    shift: Floats
    dimmed: NDArray[np.bool_]
    in_card_row: NDArray[np.bool_]
    start: Floats  # days
    end: Floats
    shape: NDArray[np.uint8]
    classes: tuple[tuple[int, int, float], ...]  # (first, after the last, longest in days)

    def candidates(self, scale: TimeScale) -> NDArray[np.int64]:
        """Indices of all marks in the window, and of few that are just outside."""
        if len(self.event) <= SCAN_ALL_MARKS:
            return np.arange(len(self.event))
        margin = (TAIL_PX + QUEUE * QUEUE_PX) / scale.px_per_day
        parts = []
        for first, last, longest in self.classes:
            starts = self.start[first:last]
            begin = np.searchsorted(starts, scale.span.start - longest - margin, side="left")
            end = np.searchsorted(starts, scale.span.end + margin, side="right")
            parts.append(np.arange(first + begin, first + end))
        return np.concatenate(parts)

    def visible(self, scale: TimeScale) -> VisibleMarks:
        """The marks that reach into the window, and where they are drawn."""
        index = self.candidates(scale)
        left, right, glyph = queued_mark_geometry(
            (self.start[index], self.end[index], self.shape[index]),
            self.full_row[index],
            self.queued_before[index],
            self.shift[index],
            scale,
        )
        # What would show less than half a pixel is not in the window: a year that begins where it ends.
        inside = (right > scale.left_px + 0.5) & (left < scale.right_px - 0.5)
        return VisibleMarks(index[inside], left[inside], right[inside], glyph[inside])


@dataclass(frozen=True, slots=True, eq=False)
class VisibleMarks:
    """Marks in the window; arrays [seen], px."""

    index: NDArray[np.int64]  # into Placed
    left: Floats  # of what is drawn
    right: Floats
    glyph: NDArray[np.bool_]

    def only(self, chosen: NDArray[np.bool_]) -> VisibleMarks:
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
        full_row=marks.full_row[order],
        side=marks.side[order],
        free_left=marks.free_left[order],
        free_right=marks.free_right[order],
        queued_before=marks.queued_before[order],
        shift=marks.shift[order],
        dimmed=marks.dimmed[order],
        in_card_row=marks.in_card_row[order],
        start=start[order],
        end=end[order],
        shape=columns.shape[marks.event[order]],
        classes=tuple(
            (begin, after, 4.0**power)
            for power, (begin, after) in zip(grade[first].tolist(), pairwise(bounds), strict=True)
        ),
    )
