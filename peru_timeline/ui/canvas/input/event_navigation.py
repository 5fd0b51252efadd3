"""Where the arrow keys go from an event, and which span shows an event or a lane; pure functions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.lanes import Lanes

LEAST_OF_HOME = 1 / 60  # an event is shown in a span of at least this share of the opening view
LEAST_DAYS = 3.0
AROUND = 0.45  # of the length of an event, shown before and after it


def event_span(columns: Columns, event: int, home: TimeSpan) -> TimeSpan:
    """The span that shows an event with what is around it."""
    start, end = float(columns.start[event]), float(columns.end[event])
    width = max((end - start) * (1 + 2 * AROUND), home.width * LEAST_OF_HOME, LEAST_DAYS)
    return TimeSpan((start + end - width) / 2, (start + end + width) / 2)


def lane_span(
    columns: Columns, lanes: Lanes, lane: int, mask: NDArray[np.bool_]
) -> TimeSpan | None:
    """The span from the first to the last shown event of a lane; None if there is none."""
    events = _shown_in(lanes, lane, mask)
    if not len(events):
        return None
    start, end = float(columns.start[events].min()), float(columns.end[events].max())
    return TimeSpan(start, max(end, start + LEAST_DAYS)).pad(0.05)


def lane_of(lanes: Lanes, event: int) -> int | None:
    """The first lane that an event is in."""
    found = lanes.lane[lanes.event == event]
    return int(found[0]) if len(found) else None


def event_in_next_lane(
    columns: Columns,
    lanes: Lanes,
    mask: NDArray[np.bool_],
    day: float,
    lane: int,
    steps: int,
    visible: TimeSpan,
) -> tuple[int, int] | None:
    """(event, lane): the shown event nearest to `day` in the next lane above (-1) or below (1) that has any.

    Events in view come first, so that the key does not leave the window while the lane has any in it.
    """
    while 0 <= (lane := lane + steps) < len(lanes):
        events = _shown_in(lanes, lane, mask)
        if len(events):
            here = (columns.end[events] >= visible.start) & (columns.start[events] < visible.end)
            events = events[here] if here.any() else events
            return int(events[np.abs(columns.anchor[events] - day).argmin()]), lane
    return None


def _shown_in(lanes: Lanes, lane: int, mask: NDArray[np.bool_]) -> NDArray[np.int32]:
    first = lanes.first
    events = lanes.event[first[lane] : first[lane + 1]]
    return events[mask[events]]
