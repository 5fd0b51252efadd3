"""Arranging: what each lane shows, how high it is and where, at one zoom level; `lay_out` then draws it anywhere.

`arrange` is a pure function of what it is given: the same zoom, filter, grouping, size and place in time give the
same arrangement, so zooming in and out, or filtering and undoing it, brings back the same picture. It runs when one
of these changes or when the reader asks, never while panning. The rows themselves do not depend on the place in
time; only how much of them is shown does: the height of lanes, which are folded, which tell their events in cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import CARD_ROW_PX, Arrangement, PlacedCrowd
from peru_timeline.timeline.budget import FOLD_PX, lane_height, padding
from peru_timeline.timeline.extents import drawn_queued, octave_of, title_limit
from peru_timeline.timeline.frame import lay_out
from peru_timeline.timeline.levels import ROW_CHOICES, Levels, OctavePlan
from peru_timeline.timeline.plan import LanePlan, Level
from peru_timeline.timeline.scale import TimeScale
from peru_timeline.timeline.scene import LaneBand
from peru_timeline.timeline.sheet import Sheet

__all__ = ["arrange", "lay_out"]

KEPT_LEVELS = 64  # octaves and filters whose plans are kept, while the chronology is small
KEPT_PLACEMENTS = 2_000_000


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
    drawn faintly where there is room; `collapsed` are ids of lanes the reader reduced to one line.
    """
    if mask is None:
        mask = np.ones(len(sheet.columns), dtype=np.bool_)
    levels = _levels(sheet, scale, mask, dim, frozenset(collapsed))
    plan = _richest(levels, sheet, scale, height)
    used = [_rows_in_view(sheet, lane, scale) for lane in plan.lanes]
    if plan.row_px == ROW_CHOICES[0][0]:
        plan, used = _upgraded(levels, plan, used, sheet, scale, height)
    return _stacked(levels, plan, used, sheet, height, mask)


def _levels(
    sheet: Sheet, scale: TimeScale, mask: NDArray[np.bool_], dim: bool, collapsed: frozenset[str]
) -> Levels:
    octave = octave_of(sheet, scale.px_per_day, scale.width_px)
    key = (octave.number, octave.view_px, mask.tobytes(), dim, collapsed)
    levels = sheet.cache.pop(key, None) or Levels(sheet, octave, mask, dim, collapsed)
    sheet.cache[key] = levels  # last in the order: the one used last
    kept = min(KEPT_LEVELS, max(4, KEPT_PLACEMENTS // max(len(sheet.lanes.event), 1)))
    while len(sheet.cache) > kept:
        del sheet.cache[next(iter(sheet.cache))]
    return levels


def _richest(levels: Levels, sheet: Sheet, scale: TimeScale, height: float) -> OctavePlan:
    """All titles in the highest rows with which the view fits; where it never does, the octave's fitted plan."""
    for row_px, font_px in ROW_CHOICES:
        if not levels.may_be_roomy(row_px, font_px, scale, height):
            continue
        plan = levels.roomy(row_px, font_px)
        if _total(plan, [_rows_in_view(sheet, lane, scale) for lane in plan.lanes]) <= height:
            return plan
    return levels.fitted(height)


def _upgraded(
    levels: Levels,
    plan: OctavePlan,
    used: list[tuple[int, int]],
    sheet: Sheet,
    scale: TimeScale,
    height: float,
) -> tuple[OctavePlan, list[tuple[int, int]]]:
    """Dates, then cards, lane by lane from the top, as long as the view still fits."""
    lanes, used = list(plan.lanes), list(used)
    total = _total(plan, used)
    for richer in (levels.dated, levels.cards):
        for i in levels.busy:
            if i not in levels.careful or used[i] == (0, 0):
                continue
            candidate = richer(i)
            rows = _rows_in_view(sheet, candidate, scale)
            change = _height(rows, plan.row_px) - _height(used[i], plan.row_px)
            if total + change <= height:
                lanes[i], used[i], total = candidate, rows, total + change
    return replace(plan, lanes=tuple(lanes)), used


def _rows_in_view(sheet: Sheet, plan: LanePlan | None, scale: TimeScale) -> tuple[int, int]:
    """(half rows, rows of cards) that what is in view takes."""
    if plan is None:
        return 0, 0
    spots = plan.spots
    columns, event = sheet.columns, spots.event
    days = columns.start[event], columns.end[event], columns.shape[event]
    left, right, _ = drawn_queued(days, spots.tall, spots.queued_before, spots.shift, scale)
    here = (right >= scale.left_px) & (left <= scale.right_px) & ~spots.faint
    if plan.crowd is not None:
        filled = plan.crowd.visible(scale)
        something = bool(here.any()) or filled.start < filled.stop
        return (plan.crowd_row + plan.crowd_halves if something else 0), 0
    shelf = spots.shelf[here]
    row = spots.row[here] + np.where(shelf, 1, 1 + spots.tall[here])
    return int(row[~shelf].max(initial=0)), int(row[shelf].max(initial=0))


def _height(used: tuple[int, int], row_px: float) -> float:
    halves, shelves = used
    return lane_height(halves, row_px, shelves * CARD_ROW_PX) if halves or shelves else 0.0


def _total(plan: OctavePlan, used: Sequence[tuple[int, int]]) -> float:
    folds = any(rows == (0, 0) for rows in used)
    return sum(_height(rows, plan.row_px) for rows in used) + (FOLD_PX if folds else 0.0)


def _stacked(
    levels: Levels,
    plan: OctavePlan,
    used: Sequence[tuple[int, int]],
    sheet: Sheet,
    height: float,
    mask: NDArray[np.bool_],
) -> Arrangement:
    """The lanes under each other, those without events in view folded into one line at the end."""
    count = len(plan.lanes)
    rows_top = np.zeros(count)
    halves, shelves = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    bands: list[LaneBand] = []
    crowds: list[PlacedCrowd] = []
    top = 0.0
    for i, lane_plan in enumerate(plan.lanes):
        halves[i], shelves[i] = used[i]
        stands = used[i] != (0, 0)
        if stands:
            band_height = _height(used[i], plan.row_px)
            content = used[i][0] * plan.row_px / 2 + used[i][1] * CARD_ROW_PX
            rows_top[i] = top + max(padding(plan.row_px), (band_height - content) / 2)
            bands.append(
                LaneBand(
                    lane=i,
                    id=sheet.lanes.ids[i],
                    top=top,
                    height=band_height,
                    name=sheet.lane_names[i],
                    count=len(levels.lanes[i].shown),
                    total=int(sheet.lane_totals[i]),
                    folded=False,
                    hidden_rows=0,
                    shaded=len(bands) % 2 == 1,
                    collapsed=i in levels.collapsed,
                )
            )
            top += band_height
        if lane_plan is not None and lane_plan.crowd is not None:
            at = rows_top[i] + lane_plan.crowd_row * plan.row_px / 2
            crowd_height = lane_plan.crowd_halves * plan.row_px / 2
            crowds.append(PlacedCrowd(i, lane_plan.crowd, at, crowd_height, not stands))
    folded = sum(rows == (0, 0) for rows in used)
    if folded:
        bands.append(
            LaneBand(-1, "", top, FOLD_PX, "", folded, folded, True, 0, len(bands) % 2 == 1)
        )
        top += FOLD_PX
    return Arrangement(
        sheet=sheet,
        mask=mask,
        octave=levels.octave,
        row_px=plan.row_px,
        font_px=plan.font_px,
        height=height,
        content_height=top,
        bands=tuple(bands),
        levels=tuple(None if lane is None else lane.level for lane in plan.lanes),
        dated=tuple(lane is not None and lane.level >= Level.DATED for lane in plan.lanes),
        title_limit_px=title_limit(levels.octave.view_px),
        placed=levels.placed(plan.lanes),
        crowds=tuple(crowds),
        rows_top=rows_top,
        halves=halves,
        shelves=shelves,
    )
