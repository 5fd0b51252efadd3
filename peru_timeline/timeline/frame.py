"""Laying out one frame: an arrangement seen through a time scale, as a scene in px.

Runs for every frame, so it culls and maps with numpy and builds tuples only for what is visible.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.extents import FOOT_PX, GLYPH_PX, HEAD_PX, TAIL_PX, title_limit
from peru_timeline.timeline.layout import Arrangement
from peru_timeline.timeline.rows import TITLE_AIR_PX, Floats, Side
from peru_timeline.timeline.scale import TimeScale
from peru_timeline.timeline.scene import (
    Label,
    LabelStyle,
    LaneBand,
    Mark,
    Scene,
    SceneCounts,
    Shape,
)
from peru_timeline.timeline.sheet import TITLE_GAP_PX
from peru_timeline.timeline.ticks import ticks

PILL_PX = 5.0  # air in the pill round the selected title, left and right
PILL_GAP_PX = 3.0  # between a selected mark and the pill
STICKY_PX = 20.0  # where a title stuck to the window's edge begins: after the sign that its bar began before
GUIDE_FONT_PX = 12.0
SHAPES = tuple(Shape)


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """The marks in sight: arrays [visible], px."""

    index: NDArray[np.int64]  # into Placed
    left: Floats  # of what is drawn
    right: Floats
    glyph: NDArray[np.bool_]
    y: Floats
    in_view: NDArray[np.int64]  # indices into Placed of all that belong here, drawn or not


def lay_out(
    arrangement: Arrangement,
    scale: TimeScale,
    *,
    selection: int | None = None,
    hits: NDArray[np.bool_] | None = None,
    scroll_y: float = 0.0,
    today: float | None = None,
) -> Scene:
    """The scene of one frame.

    `scale` may be any place of the arrangement's zoom level; `hits` [events] are what a search found; `today` is a
    day. Neither selection nor hits move anything: their titles take room that is free or stand at the guide line.
    """
    sheet, placed = arrangement.sheet, arrangement.placed
    seen = _in_sight(arrangement, scale, scroll_y)
    marks = _marks(arrangement, seen, selection, hits)
    labels = _labels(arrangement, scale, seen, marks, hits)
    guide_x, guide_title = None, None
    if selection is not None:
        labels, inline = _select(arrangement, scale, marks, labels, selection)
        guide_x = _guide(arrangement, scale, marks, selection)
        if guide_x is not None and not inline:
            guide_title = _guide_title(arrangement, scale, selection, guide_x)
    marks.sort(key=lambda mark: mark.emphasis)
    today_x = scale.to_px(today) if today is not None else None
    return Scene(
        left=scale.left_px,
        width=scale.right_px,
        height=arrangement.height,
        content_height=arrangement.content_height,
        scroll_y=scroll_y,
        marks=tuple(marks),
        labels=tuple(labels),
        cards=(),
        clusters=(),
        strips=(),
        lanes=_bands(arrangement, seen, scroll_y),
        ticks=ticks(scale, sheet.words.language, sheet.measure),
        guide_x=guide_x,
        guide_title=guide_title,
        today_x=today_x
        if today_x is not None and scale.left_px <= today_x <= scale.right_px
        else None,
        counts=_counts(arrangement, seen, len(np.unique(placed.event[seen.in_view])), labels),
    )


def _in_sight(arrangement: Arrangement, scale: TimeScale, scroll_y: float) -> _Seen:
    placed, columns = arrangement.placed, arrangement.sheet.columns
    start, end = scale.to_px(columns.start[placed.event]), scale.to_px(columns.end[placed.event])
    shape = columns.shape[placed.event]
    glyph = (shape == Shape.POINT) | (end - start < GLYPH_PX) & (shape != Shape.TAIL)
    middle = (start + end) / 2
    left = np.where(
        glyph, middle - GLYPH_PX / 2, np.where(shape == Shape.TAIL, start - TAIL_PX, start)
    )
    right = np.where(glyph, middle + GLYPH_PX / 2, end)
    here = (right >= scale.left_px) & (left <= scale.right_px) & ~placed.faint
    faint = (right >= scale.left_px) & (left <= scale.right_px) & placed.faint
    y = placed.y - scroll_y
    half = arrangement.row_px / 2
    drawn = (here | faint) & ~placed.hidden & (y > -half) & (y < arrangement.height + half)
    index = np.flatnonzero(drawn)
    return _Seen(index, left[index], right[index], glyph[index], y[index], np.flatnonzero(here))


def glyph_px(row_px: float) -> float:
    """Size of a glyph in rows of this height."""
    return float(min(GLYPH_PX, max(6.0, row_px - 4)))


def _marks(
    arrangement: Arrangement, seen: _Seen, selection: int | None, hits: NDArray[np.bool_] | None
) -> list[Mark]:
    placed, columns = arrangement.placed, arrangement.sheet.columns
    event, side = placed.event[seen.index], placed.side[seen.index]
    shape = np.where(seen.glyph, Shape.POINT, columns.shape[event])
    middle = (seen.left + seen.right) / 2
    tinted = (side == Side.INSIDE) & ~seen.glyph
    row_px = arrangement.row_px
    height = np.where(
        seen.glyph,
        glyph_px(row_px),
        np.where(
            (shape == Shape.SPAN) | tinted,
            row_px - (4 if row_px >= 14 else 2),
            max(5.0, row_px / 2),
        ),
    )
    emphasis = np.ones(len(event), dtype=np.uint8)
    if hits is not None:
        emphasis[hits[event]] = 2
    emphasis[placed.faint[seen.index]] = 0
    if selection is not None:
        emphasis[event == selection] = 3
    return list(
        map(
            Mark._make,
            zip(
                event.tolist(),
                placed.lane[seen.index].tolist(),
                placed.row[seen.index].tolist(),
                [SHAPES[code] for code in shape.tolist()],
                np.where(seen.glyph, middle, seen.left).tolist(),
                np.where(seen.glyph, middle, seen.right).tolist(),
                seen.y.tolist(),
                height.tolist(),
                columns.fade_left[event].tolist(),
                columns.fade_right[event].tolist(),
                columns.open_left[event].tolist(),
                columns.open_right[event].tolist(),
                columns.bloc[event].tolist(),
                columns.status[event].tolist(),
                columns.dotted[event].tolist(),
                tinted.tolist(),
                emphasis.tolist(),
                strict=True,
            ),
        )
    )


def _labels(
    arrangement: Arrangement,
    scale: TimeScale,
    seen: _Seen,
    marks: list[Mark],
    hits: NDArray[np.bool_] | None,
) -> list[Label]:
    placed, font_px = arrangement.placed, arrangement.font_px
    side = placed.side[seen.index]
    wanted = side != Side.NONE
    if hits is not None:
        wanted |= hits[placed.event[seen.index]] & ~placed.faint[seen.index]
    labels = []
    for at in np.flatnonzero(wanted).tolist():
        mark, where = marks[at], int(side[at])
        text, date, _, width = _title(arrangement, mark.event)
        if where in (Side.NONE, Side.ROOM):
            index = seen.index[at]
            room = width + TITLE_GAP_PX + TITLE_AIR_PX
            if placed.room_right[index] >= room:
                where = Side.RIGHT
            elif where == Side.NONE and placed.room_left[index] >= room:
                where = Side.LEFT
            else:
                continue
        x = _title_x(scale, float(seen.left[at]), float(seen.right[at]), where, width)
        if x < scale.right_px and x + width > scale.left_px:
            style = LabelStyle.INSIDE if where == Side.INSIDE else LabelStyle.PLAIN
            labels.append(_label(arrangement, mark, x, width, text, date, font_px, style))
    return labels


def _title(arrangement: Arrangement, event: int) -> tuple[str, str, float, float]:
    limit = title_limit(arrangement.octave.view_px)
    return arrangement.sheet.title(event, arrangement.font_px, False, limit)


def _title_x(scale: TimeScale, left: float, right: float, side: int, width: float) -> float:
    """Where a title begins. Inside a bar that began before the window it sticks to the edge and leaves with the bar's end."""
    if side == Side.RIGHT:
        return right + TITLE_GAP_PX
    if side == Side.LEFT:
        return left - TITLE_GAP_PX - width
    return min(
        max(left + HEAD_PX, scale.left_px + STICKY_PX), max(right - FOOT_PX - width, left + HEAD_PX)
    )


def _label(
    arrangement: Arrangement,
    mark: Mark,
    x: float,
    width: float,
    text: str,
    date: str,
    font_px: float,
    style: LabelStyle,
) -> Label:
    sheet = arrangement.sheet
    height = min(arrangement.row_px, font_px + 4)
    return Label(
        mark.event,
        mark.lane,
        x,
        mark.y - height / 2,
        width,
        height,
        text,
        date,
        font_px,
        sheet.bold(mark.event),
        style,
        int(sheet.columns.importance[mark.event]),
    )


def _select(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: list[Mark],
    labels: list[Label],
    selection: int,
) -> tuple[list[Label], bool]:
    """The selected title as a pill beside its mark, and whether it found a place there."""
    others = [label for label in labels if label.event != selection]
    own = {label.lane: label for label in labels if label.event == selection}
    pills: list[Label] = []
    for mark in (mark for mark in marks if mark.event == selection):
        label = own.get(mark.lane)
        if label is not None and label.style == LabelStyle.INSIDE:
            pills.append(label)
            continue
        text, date, _, width = _title(arrangement, selection)
        glyph = mark.height / 2 if mark.shape == Shape.POINT else 0.0
        right_x = mark.right + glyph + PILL_GAP_PX
        left_x = mark.left - glyph - PILL_GAP_PX - width - 2 * PILL_PX
        order = (
            (left_x, right_x) if label is not None and label.x < mark.left else (right_x, left_x)
        )
        for x in order:
            end = x + width + 2 * PILL_PX
            if label is None and (x < scale.left_px or end > scale.right_px):
                continue
            if any(
                m.lane == mark.lane
                and m.row == mark.row
                and m.event != selection
                and _left(m) < end
                and _right(m) > x
                for m in marks
            ):
                continue
            pill = _label(
                arrangement,
                mark,
                x,
                width + 2 * PILL_PX,
                text,
                date,
                arrangement.font_px,
                LabelStyle.SELECTED,
            )
            others = [o for o in others if not _covers(pill, o)]
            pills.append(pill)
            break
    return others + pills, bool(pills)


def _left(mark: Mark) -> float:
    return mark.left - (mark.height / 2 if mark.shape == Shape.POINT else 0.0)


def _right(mark: Mark) -> float:
    return mark.right + (mark.height / 2 if mark.shape == Shape.POINT else 0.0)


def _covers(pill: Label, other: Label) -> bool:
    return (
        pill.x < other.x + other.width
        and other.x < pill.x + pill.width
        and pill.y < other.y + other.height
        and other.y < pill.y + pill.height
    )


def _guide(
    arrangement: Arrangement, scale: TimeScale, marks: list[Mark], selection: int
) -> float | None:
    glyphs = (m.left for m in marks if m.event == selection and m.shape == Shape.POINT)
    x = next(glyphs, None)
    if x is None:
        x = scale.to_px(float(arrangement.sheet.columns.anchor[selection]))
    return x if scale.left_px <= x <= scale.right_px else None


def _guide_title(
    arrangement: Arrangement, scale: TimeScale, selection: int, guide_x: float
) -> Label:
    """The selected title at the top of its guide line, above the lanes (y < 0)."""
    sheet = arrangement.sheet
    limit = title_limit(arrangement.octave.view_px)
    text, date, _, text_width = sheet.title(selection, GUIDE_FONT_PX, False, limit)
    width, height = text_width + 2 * PILL_PX, GUIDE_FONT_PX + 6
    x = min(max(guide_x - width / 2, scale.left_px), max(scale.right_px - width, scale.left_px))
    return Label(
        selection,
        -1,
        x,
        -height - 2,
        width,
        height,
        text,
        date,
        GUIDE_FONT_PX,
        sheet.bold(selection),
        LabelStyle.SELECTED,
        int(sheet.columns.importance[selection]),
    )


def _bands(arrangement: Arrangement, seen: _Seen, scroll_y: float) -> tuple[LaneBand, ...]:
    placed = arrangement.placed
    hidden = seen.in_view[placed.hidden[seen.in_view]]
    of_lane = np.bincount(placed.lane[hidden], minlength=len(arrangement.sheet.lanes))
    standing = [band.lane for band in arrangement.bands if not band.folded]
    in_folded = int(of_lane.sum() - of_lane[standing].sum()) if len(hidden) else 0
    return tuple(
        band._replace(
            top=band.top - scroll_y,
            hidden_rows=in_folded if band.folded else int(of_lane[band.lane]),
        )
        for band in arrangement.bands
        if -band.height < band.top - scroll_y < arrangement.height
    )


def _counts(
    arrangement: Arrangement, seen: _Seen, in_view: int, labels: list[Label]
) -> SceneCounts:
    placed = arrangement.placed
    drawn = seen.index[~placed.faint[seen.index]]
    marked = len(np.unique(placed.event[drawn]))
    return SceneCounts(
        events=len(arrangement.mask),
        shown=int(np.count_nonzero(arrangement.mask)),
        in_view=in_view,
        titled=len({label.event for label in labels}),
        clustered=0,
        stripped=0,
        hidden=in_view - marked,
        marked=marked,
    )
