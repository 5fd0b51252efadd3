"""Counts of one frame: how many events are shown as marks, in clusters, in strips, or not at all.

Each event is counted once, in the most detailed form in which it is shown.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.scene import SceneCounts


class MarksInView(NamedTuple):
    """The marks of one frame, as indices into the mark index."""

    in_view: NDArray[np.int64]  # [k] all in the visible span
    hidden: NDArray[np.bool_]  # [k] which of them lie below the end of their lane's band
    drawn: NDArray[np.int64]  # those that are drawn

    def missing_by_lane(self, arrangement: Arrangement, scale: TimeScale) -> NDArray[np.int64]:
        """[lanes] Events in view that are not drawn: below the end of the band, or in a folded lane."""
        mark_index = arrangement.mark_index
        index = self.in_view[self.hidden]
        index = index[~mark_index.dimmed[index]]
        missing = np.bincount(mark_index.lane[index], minlength=len(arrangement.half_rows))
        for of_lane in arrangement.clusterings:
            missing[of_lane.lane] += of_lane.clustering.ongoing_count(scale)
            if of_lane.hidden:
                missing[of_lane.lane] += len(of_lane.clustering.visible_events(scale))
        return missing


def count_events(
    arrangement: Arrangement,
    scale: TimeScale,
    marks_in_view: MarksInView,
    scroll_y: float,
    titled: int,
) -> SceneCounts:
    """How many events are shown in which form; `titled` is the number of those with a title or card."""
    mark_index, layout_input = arrangement.mark_index, arrangement.layout_input
    dimmed = mark_index.dimmed
    in_view = [mark_index.event[marks_in_view.in_view[~dimmed[marks_in_view.in_view]]]]
    marked = [mark_index.event[marks_in_view.drawn[~dimmed[marks_in_view.drawn]]]]
    clustered: list[NDArray[np.int32]] = []
    stripped: list[NDArray[np.int32]] = []
    ongoing = 0
    for of_lane in arrangement.clusterings:
        top = of_lane.top - scroll_y
        is_drawn = not of_lane.hidden and -of_lane.height < top < arrangement.height
        counted = of_lane.clustering
        # A cluster counts all of its events, even where the edge of the window cuts it.
        events = (
            counted.events_in(counted.visible_bins(scale))
            if is_drawn
            else counted.visible_events(scale)
        )
        in_view.append(events)
        if layout_input.one_lane_each:
            ongoing += of_lane.clustering.ongoing_count(scale)
        else:
            in_view.append(of_lane.clustering.ongoing_events(scale))
        if is_drawn:
            (stripped if of_lane.clustering.is_strip else clustered).append(events)
    if layout_input.one_lane_each:
        numbers = [sum(map(len, group)) for group in (in_view, marked, clustered, stripped)]
        numbers[0] += ongoing
    else:
        numbers = _count_once(len(layout_input.columns), in_view, marked, clustered, stripped)
    return SceneCounts(
        events=len(arrangement.mask),
        shown=int(np.count_nonzero(arrangement.mask)),
        in_view=numbers[0],
        titled=titled,
        clustered=numbers[2],
        stripped=numbers[3],
        hidden=numbers[0] - sum(numbers[1:]),
        marked=numbers[1],
    )


def _count_once(
    events: int, in_view: list[NDArray[np.int32]], *groups: list[NDArray[np.int32]]
) -> list[int]:
    """The number of distinct events in view, then that of each group, without those in earlier groups."""
    state = np.zeros(events, dtype=np.uint8)
    for part in in_view:
        state[part] = len(groups) + 1
    total = int(np.count_nonzero(state))
    for code, group in reversed(list(enumerate(groups, start=1))):
        for part in group:
            state[part] = code
    found = np.bincount(state, minlength=len(groups) + 2)
    return [total, *found[1 : len(groups) + 1].tolist()]
