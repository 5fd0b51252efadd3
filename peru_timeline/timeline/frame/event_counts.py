"""What became of the events of the view: each is counted once, as the most it is shown as."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.packing.mark_extents import KEY_IMPORTANCE
from peru_timeline.timeline.packing.row_packing import Side
from peru_timeline.timeline.scene import SceneCounts


class MarksInView(NamedTuple):
    """Marks of one frame, as indices into the mark index."""

    in_view: NDArray[np.int64]  # in the visible span, drawn or not
    hidden: NDArray[np.bool_]  # [in_view] no place in their lane's band

    def missing_by_lane(self, arrangement: Arrangement, scale: TimeScale) -> NDArray[np.int64]:
        """[lanes] Events of the view that have no place in their lane's band, or whose lane is folded."""
        marks = arrangement.mark_index
        index = self.in_view[self.hidden]
        index = index[~marks.dimmed[index]]
        missing = np.bincount(marks.lane[index], minlength=len(arrangement.rows))
        for clustering in arrangement.clusterings:
            missing[clustering.lane] += clustering.clustering.ongoing_count(scale)
            if clustering.hidden:
                missing[clustering.lane] += len(clustering.clustering.visible_events(scale))
        return missing


HIDDEN, STRIPPED, CLUSTERED, MARKED, TITLED = 1, 2, 3, 4, 5
"""What an event is shown as, the least first; 0: not in view."""


def count_events(
    arrangement: Arrangement,
    scale: TimeScale,
    marks_in_view: MarksInView,
    untitled: NDArray[np.int32],
    extra: NDArray[np.int32],
    cut: int,
) -> SceneCounts:
    """How many events are shown as what.

    `untitled` are events in sight whose planned title found no room, `extra` those titled beyond the plan; `cut`
    is the number of titles on the screen that end with "…".
    """
    parts = _parts(arrangement, scale, marks_in_view, untitled, extra)
    cached = arrangement.layout_input.one_lane_each
    found, keys = _added(arrangement, parts) if cached else _each_once(arrangement, parts)
    if cached:
        found[HIDDEN] += sum(
            clustering.clustering.ongoing_count(scale) for clustering in arrangement.clusterings
        )
    return SceneCounts(
        events=len(arrangement.mask),
        shown=arrangement.shown,
        shelf=arrangement.shelved,
        in_view=sum(found[HIDDEN:]),
        titled=found[TITLED],
        clustered=found[CLUSTERED],
        stripped=found[STRIPPED],
        hidden=found[HIDDEN],
        marked=found[MARKED] + found[TITLED],
        key_in_view=sum(keys[HIDDEN:]),
        key_titled=keys[TITLED],
        cut=cut,
    )


def _parts(
    arrangement: Arrangement,
    scale: TimeScale,
    marks_in_view: MarksInView,
    untitled: NDArray[np.int32],
    extra: NDArray[np.int32],
) -> list[tuple[int, NDArray[np.int32]]]:
    """(shown as what, events); in one lane an event stands in one part, but for those of `untitled` and `extra`."""
    marks = arrangement.mark_index
    index, hidden = marks_in_view.in_view, marks_in_view.hidden
    clear = ~marks.dimmed[index]
    placed = index[~hidden & clear]
    titled = (marks.side[placed] != Side.NONE) | marks.card[placed]
    if len(untitled) or len(extra):
        titled &= ~np.isin(marks.event[placed], untitled)
        titled |= np.isin(marks.event[placed], extra)
    parts = [
        (HIDDEN, marks.event[index[hidden & clear]]),
        (MARKED, marks.event[placed[~titled]]),
        (TITLED, marks.event[placed[titled]]),
    ]
    for clustering in arrangement.clusterings:
        counted = clustering.clustering
        # A cluster or bar stands for all its events, also where the area's edge cuts it.
        events = (
            counted.visible_events(scale)
            if clustering.hidden
            else counted.events_in(counted.visible_bins(scale))
        )
        parts.append(
            (HIDDEN if clustering.hidden else STRIPPED if counted.is_strip else CLUSTERED, events)
        )
        if not arrangement.layout_input.one_lane_each:
            parts.append((HIDDEN, counted.ongoing_events(scale)))
    return parts


def _added(
    arrangement: Arrangement, parts: list[tuple[int, NDArray[np.int32]]]
) -> tuple[list[int], list[int]]:
    """(events, key events) shown as each, where every event stands in one lane."""
    importance = arrangement.layout_input.columns.importance
    found, keys = [0] * (TITLED + 1), [0] * (TITLED + 1)
    for as_what, events in parts:
        found[as_what] += len(events)
        keys[as_what] += int(np.count_nonzero(importance[events] == KEY_IMPORTANCE))
    return found, keys


def _each_once(
    arrangement: Arrangement, parts: list[tuple[int, NDArray[np.int32]]]
) -> tuple[list[int], list[int]]:
    """(events, key events) shown as each, where an event may stand in several lanes: as the most it is shown as."""
    columns = arrangement.layout_input.columns
    state = np.zeros(len(columns), dtype=np.uint8)
    for as_what, events in sorted(parts, key=lambda part: part[0]):
        state[events] = as_what
    key = columns.importance == KEY_IMPORTANCE
    return (
        np.bincount(state, minlength=TITLED + 1).tolist(),
        np.bincount(state[key], minlength=TITLED + 1).tolist(),
    )
