"""Arranging: what each lane shows, how high it is and where, at one zoom level; `frame.lay_out` then draws it anywhere.

`arrange` is a pure function of what it is given: the same zoom, filter, grouping, size and place in time give the
same arrangement, so zooming in and out, or filtering and undoing it, brings back the same picture. It runs when one
of these changes or when the reader asks, never while panning.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.budget import (
    DENSER,
    FOLD_PX,
    LEAST_ROW_PX,
    ROW_CHOICES,
    Budget,
    Demand,
    budget,
    lane_height,
    padding,
)
from peru_timeline.timeline.extents import Octave, items_of, octave_of
from peru_timeline.timeline.plan import LanePlan, Level, plan_lane
from peru_timeline.timeline.scale import TimeScale
from peru_timeline.timeline.scene import LaneBand
from peru_timeline.timeline.sheet import Sheet


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """All marks of an arrangement: arrays [n], one entry per event that has a mark of its own in a lane."""

    event: NDArray[np.int32]
    lane: NDArray[np.int32]
    row: NDArray[np.int32]
    side: NDArray[np.uint8]
    y: NDArray[np.float64]  # centre of the row, px from the top of the content
    faint: NDArray[np.bool_]
    hidden: NDArray[np.bool_]  # its row lies below the lane's band, or the lane is folded
    room_left: NDArray[np.float64]
    room_right: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """Rows, titles, lane heights: all that panning leaves alone."""

    sheet: Sheet
    mask: NDArray[np.bool_]
    octave: Octave
    row_px: float
    font_px: float
    height: float  # of the window
    bands: tuple[
        LaneBand, ...
    ]  # tops counted from the top of the content; hidden_rows not yet known
    content_height: float
    placed: Placed


@dataclass(frozen=True, slots=True, eq=False)
class OctavePlan:
    """All lanes at one octave for one filter and height."""

    octave: Octave
    row_px: float
    font_px: float
    lanes: tuple[LanePlan | None, ...]  # None: nothing of the lane passes the filter


def arrange(
    sheet: Sheet,
    scale: TimeScale,
    height: float,
    *,
    mask: NDArray[np.bool_] | None = None,
    dim: bool = False,
    collapsed: Iterable[str] = (),
) -> Arrangement:
    """What is shown how at this zoom level.

    `height` is that of the lane area in px; `mask` [events] are those the filter shows; with `dim` the others are
    drawn faintly where there is room; `collapsed` are ids of lanes the reader folded to one line.
    """
    if mask is None:
        mask = np.ones(len(sheet.columns), dtype=np.bool_)
    octave = octave_of(sheet, scale.px_per_day, scale.width_px)
    key = (octave.number, octave.view_px, height, dim, mask.tobytes(), frozenset(collapsed))
    plan = sheet.cache.get(key)
    if plan is None:
        plan = sheet.cache[key] = plan_octave(sheet, octave, mask, height, dim)
    return _settle(sheet, plan, scale, height, mask)


def plan_octave(
    sheet: Sheet, octave: Octave, mask: NDArray[np.bool_], height: float, dim: bool
) -> OctavePlan:
    """Rows and titles of all lanes at an octave."""
    first = sheet.lanes.first
    events = [sheet.lanes.event[first[i] : first[i + 1]] for i in range(len(sheet.lanes))]
    shown = [of_lane[mask[of_lane]] for of_lane in events]
    busy = [i for i in range(len(events)) if len(shown[i])]
    free = height - (FOLD_PX if len(busy) < len(events) else 0.0)
    decided, demands = _weigh(sheet, octave, [shown[i] for i in busy], free)
    lanes: list[LanePlan | None] = [None] * len(events)
    for demand, rows, i in zip(demands, decided.rows, busy, strict=True):
        faint = events[i][~mask[events[i]]] if dim else events[i][:0]
        lanes[i] = plan_lane(
            sheet, octave, shown[i], demand.items, demand.grant(rows), Level.MARKS, faint
        )
    return OctavePlan(octave, decided.row_px, decided.font_px, tuple(lanes))


def _weigh(
    sheet: Sheet, octave: Octave, lanes: list[NDArray[np.int32]], height: float
) -> tuple[Budget, list[Demand]]:
    """The row height that shows most, calmly: titles decide, and a denser picture has to be worth it."""
    if not lanes:
        return Budget(*ROW_CHOICES[0], (), 0.0), []
    best: tuple[float, Budget, list[Demand]] | None = None
    demands: list[Demand] = []
    font, rows = 0.0, None
    for row_px, font_px in ROW_CHOICES:
        if font_px != font:
            demands = [Demand(items_of(sheet, events, octave, font_px, False)) for events in lanes]
            font, rows = font_px, None
        decided = budget(demands, octave, row_px, font_px, height, rows)
        if decided is None:
            continue
        rows = decided.rows
        worth = decided.worth * (1 + DENSER * (row_px - LEAST_ROW_PX))
        if best is None or worth > best[0]:
            best = worth, decided, demands
        if all(r >= d.full for r, d in zip(decided.rows, demands, strict=True)):
            break
    if best is not None:
        return best[1], best[2]
    least = sum(d.least for d in demands)
    row_px = next(
        (px for px in (13.0, 12.0, 11.0, 10.0) if _marks_height(demands, px) <= height),
        LEAST_ROW_PX,
    )
    del least
    return Budget(row_px, font, tuple(d.least for d in demands), 0.0), demands


def _marks_height(demands: list[Demand], row_px: float) -> float:
    return sum(lane_height(d.least, row_px) for d in demands)


def _settle(
    sheet: Sheet, plan: OctavePlan, scale: TimeScale, height: float, mask: NDArray[np.bool_]
) -> Arrangement:
    """The plan's lanes under each other, each as high as the rows it uses in view."""
    columns = sheet.columns
    bands: list[LaneBand] = []
    parts: list[tuple[LanePlan, int, float, int]] = []
    top, shaded, folded = 0.0, False, []
    shown = np.bincount(sheet.lanes.lane[mask[sheet.lanes.event]], minlength=len(sheet.lanes))
    for lane, lane_plan in enumerate(plan.lanes):
        used = 0
        if lane_plan is not None:
            start = scale.to_px(columns.start[lane_plan.event])
            end = scale.to_px(columns.end[lane_plan.event])
            in_view = (end >= scale.left_px) & (start <= scale.right_px) & ~lane_plan.faint
            used = int(lane_plan.row[in_view].max(initial=-1)) + 1
        if lane_plan is None or used == 0:
            folded.append(lane)
            if lane_plan is not None:
                parts.append((lane_plan, lane, 0.0, 0))
            continue
        band_height = lane_height(used, plan.row_px)
        parts.append((lane_plan, lane, top + (band_height - used * plan.row_px) / 2, used))
        bands.append(
            LaneBand(
                lane,
                sheet.lanes.ids[lane],
                top,
                band_height,
                sheet.lane_names[lane],
                int(shown[lane]),
                int(sheet.lane_totals[lane]),
                False,
                0,
                shaded,
            )
        )
        shaded = not shaded
        top += band_height
    if folded:
        bands.append(LaneBand(-1, "", top, FOLD_PX, "", len(folded), len(folded), True, 0, shaded))
        top += FOLD_PX
    return Arrangement(
        sheet,
        mask,
        plan.octave,
        plan.row_px,
        plan.font_px,
        height,
        tuple(bands),
        top,
        _placed(parts, plan.row_px),
    )


def _placed(parts: list[tuple[LanePlan, int, float, int]], row_px: float) -> Placed:
    def joined(arrays: list[NDArray[np.generic]], dtype: type) -> NDArray[np.generic]:
        return np.concatenate(arrays).astype(dtype) if arrays else np.zeros(0, dtype=dtype)

    return Placed(
        event=joined([p.event for p, *_ in parts], np.int32),
        lane=joined([np.full(len(p.event), lane) for p, lane, *_ in parts], np.int32),
        row=joined([p.row for p, *_ in parts], np.int32),
        side=joined([p.side for p, *_ in parts], np.uint8),
        y=joined([top + (p.row + 0.5) * row_px for p, _, top, _ in parts], np.float64),
        faint=joined([p.faint for p, *_ in parts], np.bool_),
        hidden=joined([p.row >= used for p, _, _, used in parts], np.bool_),
        room_left=joined([p.room_left for p, *_ in parts], np.float64),
        room_right=joined([p.room_right for p, *_ in parts], np.float64),
    )
