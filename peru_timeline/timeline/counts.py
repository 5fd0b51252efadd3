"""What became of the events of the view: each is counted once, as the most it is shown as."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.scene import SceneCounts


class Sight(NamedTuple):
    """Marks of one frame, as indices into Placed."""

    in_view: NDArray[np.int64]  # in the visible span, drawn or not
    hidden: NDArray[np.bool_]  # [in_view] no place in their lane's band
    drawn: NDArray[np.int64]

    def missing_by_lane(self, arrangement: Arrangement, scale: TimeScale) -> NDArray[np.int64]:
        """[lanes] Events of the view that have no place in their lane's band, or whose lane is folded."""
        placed = arrangement.placed
        index = self.in_view[self.hidden]
        index = index[~placed.faint[index]]
        missing = np.bincount(placed.lane[index], minlength=len(arrangement.halves))
        for crowd in arrangement.crowds:
            missing[crowd.lane] += crowd.crowd.going_on(scale)
            if crowd.hidden:
                missing[crowd.lane] += len(crowd.crowd.reaching(scale))
        return missing


def counts(
    arrangement: Arrangement, scale: TimeScale, sight: Sight, scroll_y: float, titled: int
) -> SceneCounts:
    """How many events are shown as what."""
    placed, sheet = arrangement.placed, arrangement.sheet
    faint = placed.faint
    in_view = [placed.event[sight.in_view[~faint[sight.in_view]]]]
    marked = [placed.event[sight.drawn[~faint[sight.drawn]]]]
    clustered: list[NDArray[np.int32]] = []
    stripped: list[NDArray[np.int32]] = []
    going_on = 0
    for crowd in arrangement.crowds:
        top = crowd.top - scroll_y
        is_drawn = not crowd.hidden and -crowd.height < top < arrangement.height
        counted = crowd.crowd
        # A cluster or bar stands for all its events, also where the window's edge cuts it.
        events = counted.events(counted.visible(scale)) if is_drawn else counted.reaching(scale)
        in_view.append(events)
        if sheet.one_lane_each:
            going_on += crowd.crowd.going_on(scale)
        else:
            in_view.append(crowd.crowd.which_go_on(scale))
        if is_drawn:
            (stripped if crowd.crowd.is_strip else clustered).append(events)
    if sheet.one_lane_each:
        numbers = [sum(map(len, group)) for group in (in_view, marked, clustered, stripped)]
        numbers[0] += going_on
    else:
        numbers = _each_once(len(sheet.columns), in_view, marked, clustered, stripped)
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
