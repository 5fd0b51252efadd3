"""The mark index: the marks of all lanes in one set of arrays, to find quickly those in the visible span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.packing.half_row_packing import QUEUE_LENGTH
from peru_timeline.timeline.packing.lane_plan import LanePlan, concatenate_marks
from peru_timeline.timeline.packing.mark_extents import TAIL_PX, queued_mark_geometry
from peru_timeline.timeline.packing.row_packing import QUEUE_PX, Floats

MAX_UNINDEXED_MARKS = 2000  # up to this many marks, looking at all is faster than searching


@dataclass(frozen=True, slots=True, eq=False)
class MarkIndex:
    """Arrays [n], one entry per mark, sorted by length class and then by start; fields as in `LaneMarks`.

    A length class holds bars up to a maximum length, four times that of the class before. A bar that begins earlier
    than the visible span by more than that length cannot reach into it, so a binary search per class finds the marks.
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
    classes: tuple[tuple[int, int, float], ...]  # (first index, end index, maximum length in days)

    def candidates(self, scale: TimeScale) -> NDArray[np.int64]:
        """[k] Indices of all marks in the visible span, and of a few just outside it."""
        if len(self.event) <= MAX_UNINDEXED_MARKS:
            return np.arange(len(self.event))
        margin = (TAIL_PX + QUEUE_LENGTH * QUEUE_PX) / scale.px_per_day
        parts = []
        for first, last, longest in self.classes:
            starts = self.start[first:last]
            begin = np.searchsorted(starts, scale.span.start - longest - margin, side="left")
            end = np.searchsorted(starts, scale.span.end + margin, side="right")
            parts.append(np.arange(first + begin, first + end))
        return np.concatenate(parts)

    def visible(self, scale: TimeScale) -> VisibleMarks:
        """The marks that reach into the visible span, with their edges in px."""
        index = self.candidates(scale)
        left, right, glyph = queued_mark_geometry(
            (self.start[index], self.end[index], self.shape[index]),
            self.full_row[index],
            self.queued_before[index],
            self.shift[index],
            scale,
        )
        # Less than half a pixel does not count: a year that begins where the span ends is not in view.
        inside = (right > scale.left_px + 0.5) & (left < scale.right_px - 0.5)
        return VisibleMarks(index[inside], left[inside], right[inside], glyph[inside])


@dataclass(frozen=True, slots=True, eq=False)
class VisibleMarks:
    """The marks in the visible span: arrays [k], edges in px of the scene."""

    index: NDArray[np.int64]  # into the MarkIndex
    left: Floats
    right: Floats
    glyph: NDArray[np.bool_]  # drawn as its bloc's glyph

    def only(self, chosen: NDArray[np.bool_]) -> VisibleMarks:
        """The marks where `chosen` [k] is true."""
        return VisibleMarks(
            self.index[chosen], self.left[chosen], self.right[chosen], self.glyph[chosen]
        )


def build_mark_index(columns: Columns, plans: Sequence[LanePlan | None]) -> MarkIndex:
    """The index of all marks of these plans; the position of a plan is the number of its lane."""
    lanes = [(i, plan.marks) for i, plan in enumerate(plans) if plan is not None]
    marks = concatenate_marks([of_lane for _, of_lane in lanes])
    numbers = np.array([i for i, _ in lanes], dtype=np.int32)
    lane = np.repeat(numbers, [len(of_lane.event) for _, of_lane in lanes])
    start, end = columns.start[marks.event], columns.end[marks.event]
    length_class = np.ceil(np.log2(np.maximum(end - start, 1.0)) / 2).astype(np.int64)
    order = np.lexsort((start, length_class))
    length_class = length_class[order]
    first = np.flatnonzero(np.diff(length_class, prepend=-1))
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
            for power, (begin, after) in zip(
                length_class[first].tolist(), pairwise(bounds), strict=True
            )
        ),
    )
