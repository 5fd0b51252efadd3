"""Shown: which events each lane shows for one filter; the same at every zoom."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.row_packing import Floats
from peru_timeline.timeline.regime import READABLE_EVENTS

Events = NDArray[np.int32]

MAX_MEASURED_EVENTS = (
    1500  # titles are weighed against each other in lanes with so many events in all
)


class LaneEvents(NamedTuple):
    """The events of a lane, in the order of the chronology; on the shelf by the date of their source."""

    shown: Events  # on the axis, pass the filter
    dimmed: Events  # on the axis, dimmed by the filter
    shelved: Events  # without a known beginning, pass the filter
    dimmed_shelved: Events

    @property
    def is_on_shelf_only(self) -> bool:
        """Whether nothing of it stands on the axis, but something on the shelf."""
        on_axis = len(self.shown) or len(self.dimmed)
        return not on_axis and bool(len(self.shelved) or len(self.dimmed_shelved))

    @property
    def is_empty(self) -> bool:
        """Whether the filter leaves nothing of it, not even dimmed."""
        return not any(map(len, self))


class LaneFilter:
    """The events of all lanes, as a filter and the reader's folding leave them."""

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
            self.lanes.append(_lane_events(layout_input.columns, of_lane, mask[of_lane], dim=dim))
        self.collapsed = frozenset(
            i for i, lane in enumerate(layout_input.lanes.ids) if lane in collapsed
        )
        self.expanded_lanes = tuple(
            i
            for i, lane in enumerate(self.lanes)
            if (len(lane.shown) or len(lane.dimmed)) and i not in self.collapsed
        )
        # Fewest events first: full lanes must not cost the others their titles.
        by_size = sorted(self.expanded_lanes, key=lambda i: (len(self.lanes[i].shown), i))
        sizes = np.cumsum([len(self.lanes[i].shown) for i in by_size])
        self.measured_lanes = frozenset(
            by_size[: int(np.searchsorted(sizes, MAX_MEASURED_EVENTS, side="right"))]
        )

    def events_in(self, span: TimeSpan) -> int:
        """How many events on the axis a span holds any of; once for each lane they stand in."""
        starts, ends = self._days
        begun = np.searchsorted(starts, span.end, side="right")
        return int(begun - np.searchsorted(ends, span.start, side="left"))

    def may_be_read(self, width: float) -> NDArray[np.bool_]:
        """[events] Whether a span of `width` days that can be read, READABLE_EVENTS at the most, holds any of it."""
        starts, ends = self._days
        columns = self.layout_input.columns
        # As a span moves on, it holds least when it has just left an event behind, or has just reached another.
        begun = np.searchsorted(starts, ends + width, side="right")
        few = begun - np.arange(1, len(ends) + 1) <= READABLE_EVENTS
        so_far = np.concatenate(([0], np.cumsum(few)))
        yield_to_frame()
        first = np.searchsorted(ends, columns.start - width, side="left")
        last = np.searchsorted(ends, columns.end, side="left")
        yield_to_frame()
        reached = np.searchsorted(starts, columns.start, side="right") - first
        return np.asarray((so_far[last] > so_far[first]) | (reached <= READABLE_EVENTS))

    @cached_property
    def _days(self) -> tuple[Floats, Floats]:
        columns = self.layout_input.columns
        nothing = np.zeros(0, dtype=np.int32)
        shown = np.concatenate([nothing, *(self.lanes[i].shown for i in self.expanded_lanes)])
        return (
            np.sort(columns.start[shown], kind="stable"),
            np.sort(columns.end[shown], kind="stable"),
        )


def _lane_events(
    columns: Columns, of_lane: Events, shown: NDArray[np.bool_], *, dim: bool
) -> LaneEvents:
    is_dated, dimmed = columns.is_dated[of_lane], ~shown if dim else np.zeros_like(shown)

    def on_shelf(which: NDArray[np.bool_]) -> Events:
        events = of_lane[which & ~is_dated]
        importance = columns.importance[events].astype(np.int64)
        return events[np.lexsort((-importance, columns.told[events]))]

    return LaneEvents(
        of_lane[shown & is_dated], of_lane[dimmed & is_dated], on_shelf(shown), on_shelf(dimmed)
    )
