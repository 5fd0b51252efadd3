"""What all lanes together show at one octave and for one filter: the height of rows and which titles there are.

Nothing here knows where the window stands. The overview is shared out for the whole octave, so that panning
changes no lane; reading gives every event its title, and `view_fit` then says how tall lanes are in one view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peru_timeline.timeline.packing.lane_plan import LanePlan
from peru_timeline.timeline.packing.lane_planner import (
    CLUSTER_ROWS,
    FONT_PX,
    SMALL_FONT_PX,
    LanePlanner,
)
from peru_timeline.timeline.packing.title_rows import TitleRows, share_rows

READING_ROW_PX = 18.0
ROW_CHOICES = (
    (READING_ROW_PX, FONT_PX),
    (17.0, FONT_PX),
    (16.0, FONT_PX),
    (15.0, SMALL_FONT_PX),
    (14.0, SMALL_FONT_PX),
    (13.0, SMALL_FONT_PX),
    (12.0, SMALL_FONT_PX),
)
"""(height of a row, size of its titles) of the overview, px, the calmest first."""
SCROLLED_ROW = (15.0, SMALL_FONT_PX)  # where the key titles do not fit the window in any row
EVENED_ROW_PX = 14.0  # the lowest rows where time is evened out
SQUEEZED_ROW_PX = 13.0  # the lowest rows with titles in a picture whose key titles need them
STRIP_PX = 9.0  # height of the strip of quiet marks at a lane's foot
MIN_LANE_PX = 20.0  # a lane's name has to fit
COLLAPSED_PX = 28.0
SHELVED_LANE_PX = 28.0  # in the overview, of a lane all of whose events stand on the shelf
FOLDED_BAND_PX = 24.0  # the line of the lanes without events
CLUSTERED_ROWS = (
    3  # of a lane that counts its events: rows for the most important, and one for the counts
)
PREFERENCE_PER_PX = 0.04  # a row lower by 1 px has to bring this much more in titles


@dataclass(frozen=True, slots=True, eq=False)
class OctavePlan:
    """All lanes with one height of rows."""

    row_px: float
    font_px: float
    lanes: tuple[
        LanePlan | None, ...
    ]  # None: the filter leaves nothing of the lane, not even dimmed


def padding(row_px: float) -> float:
    """Px above and below the rows of a lane."""
    return 5.0 if row_px >= 17 else 4.0 if row_px >= 15 else 3.0


def lane_height(rows: int, row_px: float, *, strip: bool = False, cards_px: float = 0.0) -> float:
    """Px of a lane with so many rows, a strip of quiet marks at its foot, and `cards_px` of cards."""
    content = rows * row_px + (STRIP_PX if strip else 0.0) + cards_px
    return max(2 * padding(row_px) + content, MIN_LANE_PX)


def plan_reading(lane_planner: LanePlanner) -> OctavePlan:
    """Every event with its title."""
    lanes = [lane_planner.strip_line(i) for i in range(len(lane_planner.lanes))]
    for i in lane_planner.expanded_lanes:
        lanes[i] = lane_planner.reading(i)
    return OctavePlan(READING_ROW_PX, FONT_PX, tuple(lanes))


def plan_overview(lane_planner: LanePlanner, height: float, *, scrolls: bool) -> OctavePlan:
    """Lanes within `height` px: every key title, then as many others as there is room for.

    Where the key titles do not fit, the lanes are taller than the window if it `scrolls`; otherwise the least
    important of them are left out.
    """
    return lane_planner.cached(
        ("overview", height, scrolls), lambda: _shared_out(lane_planner, height, scrolls=scrolls)
    )


def _shared_out(lane_planner: LanePlanner, height: float, *, scrolls: bool) -> OctavePlan:
    measured_lanes = [i for i in lane_planner.expanded_lanes if i in lane_planner.measured_lanes]
    clustered = [i for i in lane_planner.expanded_lanes if i not in lane_planner.measured_lanes]
    room = height - _fixed_px(lane_planner)
    choices = [
        choice for choice in ROW_CHOICES if choice[0] >= lane_planner.layout_input.min_title_row_px
    ]
    if clustered and not measured_lanes:
        # The calmest rows in which the most important events have a place of their own above the counts.
        fitting = [
            c for c in choices if _cluster_rows(room, len(clustered), c[0]) >= CLUSTERED_ROWS
        ]
        choices = (fitting or choices)[:1]
    best = _best(lane_planner, choices, measured_lanes, len(clustered), room)
    if best is None and not scrolls:
        # Nobody can scroll to the key titles that have no room: rather lower rows than one of them left out.
        choices = [c for c in ROW_CHOICES if SQUEEZED_ROW_PX <= c[0] < choices[-1][0]] or choices
        best = _best(lane_planner, choices, measured_lanes, len(clustered), room)
    if best is None:
        row_px, font_px = SCROLLED_ROW if scrolls else choices[-1]
        titles = [lane_planner.title_rows(i, font_px) for i in measured_lanes]
        if scrolls:
            rows = [of_lane.key_rows for of_lane in titles]
        else:
            rows = _shared(lane_planner, measured_lanes, titles, row_px, room, key=False) or [
                0
            ] * len(measured_lanes)
    else:
        row_px, font_px, rows = best
    lanes = [lane_planner.strip_line(i) for i in range(len(lane_planner.lanes))]
    for i, count in zip(measured_lanes, rows, strict=True):
        lanes[i] = lane_planner.overview(i, font_px, count)
    taken = sum(
        _height(lane_planner, i, lane_planner.title_rows(i, font_px), n, row_px)
        for i, n in zip(measured_lanes, rows, strict=True)
    )
    for i in clustered:
        lanes[i] = lane_planner.clusters(i, _cluster_rows(room - taken, len(clustered), row_px))
    return OctavePlan(row_px, font_px, tuple(lanes))


def _best(
    lane_planner: LanePlanner,
    choices: Sequence[tuple[float, float]],
    measured_lanes: Sequence[int],
    clustered: int,
    room: float,
) -> tuple[float, float, list[int]] | None:
    """(height of a row, size of its titles, rows of each lane) with which most is titled; None where keys are not."""
    best: tuple[float, float, float, list[int]] | None = None
    calm = PREFERENCE_PER_PX
    if lane_planner.layout_input.warp.is_even:
        # Who gives crowded years more room wants their titles rather than calm, as long as bars hold their titles.
        choices = [choice for choice in choices if choice[0] >= EVENED_ROW_PX] or choices
        calm = 0.0
    for row_px, font_px in choices:
        titles = [lane_planner.title_rows(i, font_px) for i in measured_lanes]
        left = room - clustered * lane_height(CLUSTER_ROWS, row_px)
        rows = _shared(lane_planner, measured_lanes, titles, row_px, left, key=True)
        if rows is None:
            continue
        title_value = sum(
            of_lane.within(n).title_value for of_lane, n in zip(titles, rows, strict=True)
        )
        title_value = (title_value + 1) * (1 + calm * (row_px - ROW_CHOICES[-1][0]))
        if best is None or title_value > best[0]:
            best = title_value, row_px, font_px, rows
    return None if best is None else best[1:]


def _fixed_px(lane_planner: LanePlanner) -> float:
    """Px of the lanes collapsed by the reader, of those on the shelf alone, and of the line of lanes without events."""
    collapsed = sum(1 for i in lane_planner.collapsed if len(lane_planner.lanes[i].shown))
    shelved = sum(lane.is_on_shelf_only for lane in lane_planner.lanes)
    empty = any(lane.is_empty for lane in lane_planner.lanes)
    return COLLAPSED_PX * collapsed + SHELVED_LANE_PX * shelved + (FOLDED_BAND_PX if empty else 0.0)


def _shared(
    lane_planner: LanePlanner,
    lanes: Sequence[int],
    titles: Sequence[TitleRows],
    row_px: float,
    height: float,
    *,
    key: bool,
) -> list[int] | None:
    number = {id(of_lane): i for i, of_lane in zip(lanes, titles, strict=True)}
    return share_rows(
        titles,
        [of_lane.key_rows if key else 0 for of_lane in titles],
        lambda of_lane, rows: _height(lane_planner, number[id(of_lane)], of_lane, rows, row_px),
        height,
    )


def _height(
    lane_planner: LanePlanner, lane: int, titles: TitleRows, rows: int, row_px: float
) -> float:
    strip = titles.within(rows).untitled > 0 or len(lane_planner.lanes[lane].dimmed) > 0
    return lane_height(rows, row_px, strip=strip)


def _cluster_rows(room: float, lanes: int, row_px: float) -> int:
    """Rows of each lane that counts its events in clusters, so that all such lanes fit `room` px."""
    each = int((room / lanes - 2 * padding(row_px)) / row_px)
    return min(max(each, CLUSTER_ROWS), CLUSTERED_ROWS + 5)
