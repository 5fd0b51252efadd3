"""The lane filter: which events each lane shows under one filter. The same at every zoom."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.row_packing import Floats
from peru_timeline.timeline.scene import Shape

Events = NDArray[np.int32]

MAX_MEASURED_EVENTS = 1500
"""Titles are measured before packing in the smallest lanes, up to this many events in all; measuring is slow."""

SPARSE_VIEW_EVENTS = 300
"""A view with at most this many events shows all of them as marks, even in lanes whose titles are not measured."""


class LaneEvents(NamedTuple):
    """The events of one lane, ascending: those that pass the filter, and those drawn dimmed."""

    shown: Events
    dimmed: Events


class LaneFilter:
    """The events of all lanes under one filter, and which lanes are collapsed.

    `mask` [events] is true for events that pass; with `dim` the others are kept as dimmed ones. `collapsed` holds ids
    of lanes. `expanded_lanes` are the lanes with events that are not collapsed; `measured_lanes` are those among them
    whose titles are measured before packing.
    """

    def __init__(
        self,
        layout_input: LayoutInput,
        mask: NDArray[np.bool_],
        dim: bool,
        collapsed: frozenset[str],
    ) -> None:
        self.layout_input = layout_input
        first, event = layout_input.lanes.first.tolist(), layout_input.lanes.event
        self.lanes: list[LaneEvents] = []
        for begin, end in pairwise(first):
            of_lane = event[begin:end]
            shown = mask[of_lane]
            self.lanes.append(LaneEvents(of_lane[shown], of_lane[~shown] if dim else of_lane[:0]))
        self.collapsed = frozenset(
            i for i, lane in enumerate(layout_input.lanes.ids) if lane in collapsed
        )
        self.expanded_lanes = tuple(
            i for i, lane in enumerate(self.lanes) if len(lane.shown) and i not in self.collapsed
        )
        # Smallest lanes first, so that a full lane does not cost the others their titles.
        by_size = sorted(self.expanded_lanes, key=lambda i: (len(self.lanes[i].shown), i))
        sizes = np.cumsum([len(self.lanes[i].shown) for i in by_size])
        self.measured_lanes = frozenset(
            by_size[: int(np.searchsorted(sizes, MAX_MEASURED_EVENTS, side="right"))]
        )

    def events_in(self, span: TimeSpan) -> int:
        """How many events of expanded lanes overlap `span`, placements in several lanes counted each."""
        starts, ends = self._days
        begun = np.searchsorted(starts, span.end, side="right")
        return int(begun - np.searchsorted(ends, span.start, side="left"))

    def in_sparse_view(self, width: float) -> NDArray[np.bool_]:
        """[events] Whether some view of `width` days shows the event and at most SPARSE_VIEW_EVENTS events in all."""
        starts, ends = self._days
        columns = self.layout_input.columns
        # A moving view holds fewest events just after one has left it, or just when it reaches another.
        begun = np.searchsorted(starts, ends + width, side="right")
        few = begun - np.arange(1, len(ends) + 1) <= SPARSE_VIEW_EVENTS
        so_far = np.concatenate(([0], np.cumsum(few)))
        yield_to_frame()
        first = np.searchsorted(ends, columns.start - width, side="left")
        last = np.searchsorted(ends, columns.end, side="left")
        yield_to_frame()
        reached = np.searchsorted(starts, columns.start, side="right") - first
        return np.asarray((so_far[last] > so_far[first]) | (reached <= SPARSE_VIEW_EVENTS))

    @cached_property
    def _days(self) -> tuple[Floats, Floats]:
        columns = self.layout_input.columns
        shown = np.concatenate([self.lanes[i].shown for i in self.expanded_lanes])
        return (
            np.sort(columns.start[shown], kind="stable"),
            np.sort(columns.end[shown], kind="stable"),
        )

    @cached_property
    def max_overlap(self) -> NDArray[np.int64]:
        """[lanes] The greatest number of events that overlap in time; those of unknown start are not counted."""
        return np.array([self._max_overlap(lane.shown) for lane in self.lanes], dtype=np.int64)

    def _max_overlap(self, events: Events) -> int:
        columns = self.layout_input.columns
        events = events[columns.shape[events] != Shape.TAIL]
        starts = np.sort(columns.start[events], kind="stable")
        ends = np.sort(columns.end[events], kind="stable")
        ended = np.searchsorted(ends, starts, side="right")
        return int((np.arange(1, len(starts) + 1) - ended).max(initial=0))
