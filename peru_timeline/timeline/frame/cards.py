"""Cards of one frame: title, date, summary and source of an event, below its mark."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.layout_input import UNCERTAIN_SIGN, LayoutInput
from peru_timeline.timeline.metrics import (
    CARD_FONT_PX,
    CARD_HEIGHT_PX,
    CARD_MARK_Y_PX,
    CARD_SOURCE_FONT_PX,
    CARD_TITLE_FONT_PX,
    CARD_TOP_PX,
    CARD_WIDTH_PX,
)
from peru_timeline.timeline.packing.mark_index import VisibleMarks
from peru_timeline.timeline.packing.row_packing import MARK_SPACING_PX, Side
from peru_timeline.timeline.scene import Card, Mark, Shape
from peru_timeline.timeline.text_measure import elided
from peru_timeline.typefaces import MEDIUM, REGULAR

MEASURED_SOURCE_FONT_PX = CARD_SOURCE_FONT_PX + 0.5  # measured larger than drawn, for room to spare
CARD_INDENT_PX = 28.0  # left of all lines, where the bloc's glyph stands
CARD_MARGIN_PX = 12.0  # right of all lines
EDGE_PX = 4.0  # between a card and the window's edge
STEM_PX = 2.0  # between the left end of a bar and the stem of its card


class CardLines(NamedTuple):
    """The lines of a card, shortened to its width; with a title of two lines there is no summary."""

    title: tuple[str, ...]
    date: str
    summary: str
    source: str


def card_lines(layout_input: LayoutInput, event: int) -> CardLines:
    """The lines of an event's card; cached."""
    known = layout_input.card_lines.get(event)
    if known is None:
        room, texts = CARD_WIDTH_PX - CARD_INDENT_PX - CARD_MARGIN_PX, layout_input.texts
        sign = UNCERTAIN_SIGN if layout_input.columns.uncertain[event] else ""
        title = _title_lines(texts.title(event) + sign, room, layout_input)
        summary = texts.summary(event) if len(title) == 1 else ""
        known = layout_input.card_lines[event] = CardLines(
            title,
            elided(texts.date(event), CARD_FONT_PX, REGULAR, room, layout_input.measure),
            elided(summary, CARD_FONT_PX, REGULAR, room, layout_input.measure),
            elided(
                texts.source(event), MEASURED_SOURCE_FONT_PX, REGULAR, room, layout_input.measure
            ),
        )
    return known


def _title_lines(title: str, room: float, layout_input: LayoutInput) -> tuple[str, ...]:
    """A title in one line, else in two, broken at a space if there is one."""
    whole = elided(title, CARD_TITLE_FONT_PX, MEDIUM, room, layout_input.measure)
    if whole == title:
        return (title,)
    fits = len(whole) - 1  # all but the "…"
    space = title.rfind(" ", 0, fits + 1)
    first = title[: space if space > 0 else fits]
    rest = title[len(first) :].strip()
    return first, elided(rest, CARD_TITLE_FONT_PX, MEDIUM, room, layout_input.measure)


def lay_out_cards(
    arrangement: Arrangement, scale: TimeScale, visible: VisibleMarks, marks: list[Mark]
) -> tuple[Card, ...]:
    """A card for each mark in a card row; `marks` are those of `visible`, in its order."""
    mark_index = arrangement.mark_index
    in_card_rows = mark_index.card[visible.index]
    made = []
    taken: dict[tuple[int, int], float] = {}  # (lane, card row) -> right end of its last card
    order = in_card_rows.nonzero()[0]
    for at in order[np.argsort(visible.left[order], kind="stable")].tolist():
        index, mark = int(visible.index[at]), marks[at]
        left, unmoved = _left(
            scale,
            float(visible.left[at]),
            float(visible.right[at]),
            int(mark_index.side[index]),
            float(mark_index.free_left[index]),
            float(mark_index.free_right[index]),
        )
        card_row = (mark.lane, mark.row)
        if left < taken.get(card_row, -np.inf):  # its neighbour has been moved into the window too
            left = unmoved
        taken[card_row] = left + CARD_WIDTH_PX + EDGE_PX
        lines = card_lines(arrangement.layout_input, mark.event)
        point = mark.shape == Shape.POINT
        stem = mark.left if point else max(mark.left, left, scale.left_px) + STEM_PX
        made.append(
            Card(
                event=mark.event,
                lane=mark.lane,
                left=left,
                top=mark.y - CARD_MARK_Y_PX + CARD_TOP_PX,
                width=CARD_WIDTH_PX,
                height=CARD_HEIGHT_PX,
                anchor_x=stem,
                anchor_y=mark.y + mark.height / 2,
                title=lines.title,
                date=lines.date,
                summary=(lines.summary,) if lines.summary else (),
                source=lines.source,
                bloc=mark.bloc,
                emphasis=mark.emphasis,
            )
        )
    return tuple(made)


def _left(
    scale: TimeScale, left: float, right: float, side: int, free_left: float, free_right: float
) -> tuple[float, float]:
    """(left edge of a card, left edge if it were not moved).

    A card is moved into the window as far as its mark and its neighbours allow.
    """
    low, high = scale.left_px + EDGE_PX, scale.right_px - EDGE_PX - CARD_WIDTH_PX
    if side == Side.RIGHT:
        return max(left - max(free_left, 0.0), min(left, max(high, right - CARD_WIDTH_PX))), left
    if side == Side.LEFT:
        begin = right - CARD_WIDTH_PX
        return min(
            begin + max(free_right - MARK_SPACING_PX, 0.0), max(begin, min(low, left))
        ), begin
    begin = min(max(left, low), right - CARD_WIDTH_PX)
    return begin, begin
