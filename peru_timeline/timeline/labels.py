"""Titles in one frame: beside their marks, in their bars, and that of the selected event wherever there is room."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.extents import FOOT_PX, HEAD_PX, title_limit
from peru_timeline.timeline.placed import Seen
from peru_timeline.timeline.plan import Level
from peru_timeline.timeline.rows import TITLE_AIR_PX, Side
from peru_timeline.timeline.scale import TimeScale
from peru_timeline.timeline.scene import Card, Label, LabelStyle, Mark
from peru_timeline.timeline.sheet import TITLE_GAP_PX

PILL_PX = 5.0  # air in the pill round the selected title, left and right
PILL_GAP_PX = 3.0  # between a selected mark and the pill
STICKY_PX = 22.0  # where a title stuck to the window's edge begins: after the sign that its bar began before
GUIDE_FONT_PX = 12.0
LEAST_TITLE_ROW_PX = 14.0


def labels(
    arrangement: Arrangement,
    scale: TimeScale,
    seen: Seen,
    marks: Sequence[Mark],
    hits: NDArray[np.bool_] | None,
) -> list[Label]:
    """The titles of `seen`, whose marks are `marks` in the same order."""
    placed = arrangement.placed
    side = placed.side[seen.index]
    wanted = (side != Side.NONE) & ~placed.shelf[seen.index] & ~placed.faint[seen.index]
    if hits is not None and arrangement.row_px >= LEAST_TITLE_ROW_PX:
        shown = ~placed.faint[seen.index] & ~placed.shelf[seen.index]
        wanted |= hits[placed.event[seen.index]] & shown
    made = []
    for at in wanted.nonzero()[0].tolist():
        index, mark = int(seen.index[at]), marks[at]
        text, date, _, width = title(arrangement, mark)
        where = _side(arrangement, index, int(side[at]), width)
        if where == Side.NONE:
            continue
        x = _begin(scale, float(seen.left[at]), float(seen.right[at]), where, width)
        if x < scale.right_px and x + width > scale.left_px:
            style = LabelStyle.INSIDE if where == Side.INSIDE else LabelStyle.PLAIN
            made.append(_label(arrangement, mark, x, width, text, date, style))
    return made


def title(arrangement: Arrangement, mark: Mark) -> tuple[str, str, float, float]:
    """(text, date, width of the text, width of both) of a mark's title as its lane writes it."""
    dated = (arrangement.levels[mark.lane] or 0) >= Level.DATED
    limit = title_limit(arrangement.octave.view_px)
    return arrangement.sheet.title(mark.event, arrangement.font_px, dated, limit)


def _side(arrangement: Arrangement, index: int, planned: int, width: float) -> int:
    """Where the title stands; one without a place takes what room its row has at the octave's lower end."""
    if planned not in (Side.NONE, Side.ROOM):
        return planned
    placed, wanted = arrangement.placed, width + TITLE_GAP_PX + TITLE_AIR_PX
    if placed.room_right[index] >= wanted:
        return Side.RIGHT
    if planned == Side.NONE and placed.room_left[index] >= wanted:
        return Side.LEFT
    return Side.NONE


def _begin(scale: TimeScale, left: float, right: float, side: int, width: float) -> float:
    """Where a title begins. In a bar that began before the window it sticks to the edge, and leaves with the bar."""
    if side == Side.RIGHT:
        return right + TITLE_GAP_PX
    if side == Side.LEFT:
        return left - TITLE_GAP_PX - width
    return min(max(left + HEAD_PX, scale.left_px + STICKY_PX), right - FOOT_PX - width)


def _label(
    arrangement: Arrangement,
    mark: Mark,
    x: float,
    width: float,
    text: str,
    date: str,
    style: LabelStyle,
) -> Label:
    sheet, font_px = arrangement.sheet, arrangement.font_px
    height = min(arrangement.row_px, font_px + 4)
    return Label(
        event=mark.event,
        lane=mark.lane,
        x=x,
        y=mark.y - height / 2,
        width=width,
        height=height,
        text=text,
        detail=date,
        font_px=font_px,
        bold=sheet.bold(mark.event),
        style=style,
        importance=int(sheet.columns.importance[mark.event]),
    )


def select(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: Sequence[Mark],
    made: list[Label],
    cards: Sequence[Card],
    selection: int,
) -> tuple[list[Label], bool]:
    """(the labels, with the selected title as a pill beside its mark; whether it is told anywhere).

    The pill may take the place of other titles, which are then not shown, but never that of a mark.
    """
    others = [label for label in made if label.event != selection]
    own = {label.lane: label for label in made if label.event == selection}
    told = any(card.event == selection for card in cards)
    pills: list[Label] = []
    for mark in [mark for mark in marks if mark.event == selection]:
        label = own.get(mark.lane)
        if label is not None and label.style == LabelStyle.INSIDE:
            pills.append(label)
        elif not any(card.event == selection and card.lane == mark.lane for card in cards):
            pill = _pill(arrangement, scale, marks, mark, label)
            if pill is not None:
                others = [other for other in others if not overlap(pill, other)]
                pills.append(pill)
    return others + pills, told or bool(pills)


def _pill(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: Sequence[Mark],
    mark: Mark,
    label: Label | None,
) -> Label | None:
    if arrangement.row_px < LEAST_TITLE_ROW_PX:
        return None
    text, date, _, title_width = title(arrangement, mark)
    width = title_width + 2 * PILL_PX
    right_x, left_x = mark.box_right + PILL_GAP_PX, mark.box_left - PILL_GAP_PX - width
    neighbours = [m for m in marks if (m.lane, m.row) == (mark.lane, mark.row) and m is not mark]
    for x in (left_x, right_x) if label and label.x < mark.left else (right_x, left_x):
        in_window = label is not None or (x >= scale.left_px and x + width <= scale.right_px)
        if in_window and not any(m.box_left < x + width and m.box_right > x for m in neighbours):
            return _label(arrangement, mark, x, width, text, date, LabelStyle.SELECTED)
    return None


def overlap(one: Label, other: Label) -> bool:
    """Whether two labels cover the same place."""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def guide_title(
    arrangement: Arrangement, scale: TimeScale, selection: int, guide_x: float
) -> Label:
    """The selected title at the top of its guide line, above the lanes (y < 0)."""
    sheet = arrangement.sheet
    limit = title_limit(arrangement.octave.view_px)
    text, date, _, text_width = sheet.title(selection, GUIDE_FONT_PX, False, limit)
    width, height = text_width + 2 * PILL_PX, GUIDE_FONT_PX + 6
    x = max(min(guide_x - width / 2, scale.right_px - width), scale.left_px)
    return Label(
        event=selection,
        lane=-1,
        x=x,
        y=-height - 2,
        width=width,
        height=height,
        text=text,
        detail=date,
        font_px=GUIDE_FONT_PX,
        bold=sheet.bold(selection),
        style=LabelStyle.SELECTED,
        importance=int(sheet.columns.importance[selection]),
    )
