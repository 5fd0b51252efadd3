"""What became of the events of the view: each is counted once, as the most it is shown as."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.scene import SceneCounts


class MarksInView(NamedTuple):
    """Marks of one frame, as indices into Placed."""

    in_view: NDArray[np.int64]  # in the visible span, drawn or not
    hidden: NDArray[np.bool_]  # [in_view] no place in their lane's band
    drawn: NDArray[np.int64]

    def missing_by_lane(self, arrangement: Arrangement, scale: TimeScale) -> NDArray[np.int64]:
        """[lanes] Events of the view that have no place in their lane's band, or whose lane is folded."""
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
    """How many events are shown as what."""
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
        # A cluster or bar stands for all its events, also where the window's edge cuts it.
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
        numbers = _each_once(len(layout_input.columns), in_view, marked, clustered, stripped)
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


def _each_once(
    events: int, in_view: list[NDArray[np.int32]], *groups: list[NDArray[np.int32]]
) -> list[int]:
    """Distinct events in view, then of each group those that no group before it holds."""
    state = np.zeros(events, dtype=np.uint8)
    for part in in_view:
        state[part] = len(groups) + 1
    total = int(np.count_nonzero(state))
    for code, group in reversed(list(enumerate(groups, start=1))):
        for part in group:
            state[part] = code
    found = np.bincount(state, minlength=len(groups) + 2)
    return [total, *found[1 : len(groups) + 1].tolist()]
