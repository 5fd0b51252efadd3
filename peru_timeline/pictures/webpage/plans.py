"""Plans as numbers: the row and title side of every mark at each octave of zoom, as the page's script reads them.

A plan is made for a reference width. A page that is wider uses the octave its own zoom falls into: what does not
overlap at the lower end of an octave does not overlap anywhere in it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.clustering import Clustering
from peru_timeline.timeline.packing.lane_filter import LaneFilter
from peru_timeline.timeline.packing.lane_plan import NO_ROW, LanePlan
from peru_timeline.timeline.packing.lane_planner import LanePlanner
from peru_timeline.timeline.packing.mark_extents import octave_at, title_limit
from peru_timeline.timeline.packing.octave_planner import OctavePlan, plan_overview, plan_reading
from peru_timeline.timeline.regime import READABLE_EVENTS

WIDEST_DAY_PX = (
    60.0  # at the closest octave; beyond it no two events share a row that did not before
)
SIDES = 8  # a mark in a row is written as row * SIDES + side
QUIET, WITHOUT_MARK = (
    -1,
    -2,
)  # instead of a row: in the strip at the lane's foot; counted, or in no view
OVERVIEW_OCTAVES = 2  # a page up to four times as wide as the reference opens in one of these


class Reference(NamedTuple):
    """The size of the time area that plans are made for, px."""

    width: float
    height: float


REFERENCES = (
    Reference(340.0, 560.0),
    Reference(600.0, 600.0),
    Reference(960.0, 620.0),
    Reference(1240.0, 700.0),
)
FEW_REFERENCES = (REFERENCES[0], REFERENCES[2])
"""A telephone and a desk: for chronologies so large that the size of the file counts."""


def octave_numbers(layout_input: LayoutInput, reference: Reference) -> range:
    """The octaves from the opening view to one in which a day is WIDEST_DAY_PX wide."""
    fit = reference.width / layout_input.home.width
    return range(max(math.ceil(math.log2(WIDEST_DAY_PX / fit)), 0) + 1)


def reference_plans(
    layout_input: LayoutInput, lane_filter: LaneFilter, reference: Reference
) -> Iterator[dict[str, Any]]:
    """Yield for each octave its plans: "r" for reading, "o" for the overview where a view may ask for it."""
    fit = reference.width / layout_input.home.width
    for number in octave_numbers(layout_input, reference):
        octave = octave_at(layout_input, fit * 2.0**number, reference.width)
        lane_planner = LanePlanner(lane_filter, octave)
        made: dict[str, Any] = {"r": _written(lane_planner, plan_reading(lane_planner))}
        widest_days = 2 * reference.width / octave.px_per_day
        if number < OVERVIEW_OCTAVES or most_in_view(lane_filter, widest_days) > READABLE_EVENTS:
            plan = plan_overview(lane_planner, reference.height, scrolls=True)
            made["o"] = _written(lane_planner, plan)
        yield made


def most_in_view(lane_filter: LaneFilter, width_days: float) -> int:
    """How many marks the fullest stretch of so many days holds."""
    columns = lane_filter.layout_input.columns
    shown = np.concatenate([np.zeros(0, np.int32), *(lane.shown for lane in lane_filter.lanes)])
    starts, ends = np.sort(columns.start[shown]), np.sort(columns.end[shown])
    begun = np.searchsorted(starts, starts + width_days, side="right")
    return int((begun - np.searchsorted(ends, starts, side="left")).max(initial=0))


def _written(lane_planner: LanePlanner, plan: OctavePlan) -> dict[str, Any]:
    """A plan: height of rows, size of titles, codes of all marks, the widest title and the counts of each lane."""
    limit = title_limit(lane_planner.octave.view_px)
    codes: list[int] = []
    limits, counts = [], []
    for number, lane in enumerate(plan.lanes):
        codes += _codes(lane_planner.lanes[number].shown, lane).tolist()
        limits.append(limit if lane is None else float(min(limit, lane.title_limit_px)))
        if lane is not None and lane.clustering is not None:
            counts.append({"lane": number, **_counts(lane, lane.clustering)})
    written: dict[str, Any] = {"row": plan.row_px, "font": plan.font_px, "m": codes}
    written["limits"] = limits
    if counts:
        written["counts"] = counts
    return written


def _codes(events: NDArray[np.int32], lane: LanePlan | None) -> NDArray[np.int64]:
    """[events of the lane] Row and side of each, as one number."""
    codes = np.full(len(events), WITHOUT_MARK, dtype=np.int64)
    if lane is None:
        return codes
    marks = lane.marks
    code = marks.row.astype(np.int64) * SIDES + marks.side
    code[marks.row >= NO_ROW] = WITHOUT_MARK
    code[marks.quiet] = QUIET
    codes[np.searchsorted(events, marks.event)] = code
    return codes


def _counts(lane: LanePlan, clustering: Clustering) -> dict[str, Any]:
    """The clusters or the strip of a lane: bins with their numbers of events."""
    made: dict[str, Any] = {
        "row": lane.clustering_row,
        "rows": lane.clustering_rows,
        "strip": clustering.is_strip,
        "days": clustering.bin_days,
        "bins": clustering.bin_numbers.tolist(),
        "n": np.diff(clustering.offsets).tolist(),
    }
    if not clustering.is_strip:
        every = slice(0, len(clustering.bin_numbers))
        made["blocs"] = [blocs[0] for blocs in clustering.blocs_by_bin(every)]
    return made
