"""Cards: events told in a few lines, below their marks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from peru_timeline.timeline.arrangement import (
    CARD_HEIGHT_PX,
    CARD_MARK_Y_PX,
    CARD_TOP_PX,
    Arrangement,
)
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.layout_input import UNCERTAIN_SIGN, Sheet, cut
from peru_timeline.timeline.packing.mark_extents import CARD_PX
from peru_timeline.timeline.packing.mark_index import Seen
from peru_timeline.timeline.packing.row_packing import Side
from peru_timeline.timeline.scene import Card, Mark, Shape

CARD_TITLE_FONT_PX = 13.0  # bold
CARD_FONT_PX = 11.0  # date and summary
CARD_SOURCE_FONT_PX = 10.5
CARD_INDENT_PX = 28.0  # of all lines: the bloc's glyph stands there
CARD_MARGIN_PX = 12.0  # at the right
EDGE_PX = 4.0  # between a card and the window's edge
STEM_PX = 2.0  # from a bar's beginning to its card's stem


class CardWords(NamedTuple):
    """The lines of a card, cut to its width; a title of two lines takes the place of the summary."""

    title: tuple[str, ...]
    date: str
    summary: str
    source: str


def card_words(sheet: Sheet, event: int) -> CardWords:
    """The lines of an event's card; cut once."""
    known = sheet.card_words.get(event)
    if known is None:
        room, words = CARD_PX - CARD_INDENT_PX - CARD_MARGIN_PX, sheet.words
        sign = UNCERTAIN_SIGN if sheet.columns.uncertain[event] else ""
        title = _title_lines(words.title(event) + sign, room, sheet)
        summary = words.summary(event) if len(title) == 1 else ""
        known = sheet.card_words[event] = CardWords(
            title,
            cut(words.date(event), room, CARD_FONT_PX, False, sheet.measure),
            cut(summary, room, CARD_FONT_PX, False, sheet.measure),
            cut(words.source(event), room, CARD_SOURCE_FONT_PX, False, sheet.measure),
        )
    return known


def _title_lines(title: str, room: float, sheet: Sheet) -> tuple[str, ...]:
    """A title whole: in one line, else in two, broken at a space if there is one."""
    whole = cut(title, room, CARD_TITLE_FONT_PX, True, sheet.measure)
    if whole == title:
        return (title,)
    fits = len(whole) - 1  # all but the "…"
    space = title.rfind(" ", 0, fits + 1)
    first = title[: space if space > 0 else fits]
    rest = title[len(first) :].strip()
    return first, cut(rest, room, CARD_TITLE_FONT_PX, True, sheet.measure)


def cards(
    arrangement: Arrangement, scale: TimeScale, seen: Seen, marks: list[Mark]
) -> tuple[Card, ...]:
    """A card for each mark that stands in a row of cards; `marks` are those of `seen`, in its order."""
    placed = arrangement.placed
    on_shelf = placed.shelf[seen.index] & ~placed.faint[seen.index]
    made = []
    taken: dict[tuple[int, int], float] = {}  # (lane, shelf) -> where its last card ends
    order = on_shelf.nonzero()[0]
    for at in order[np.argsort(seen.left[order], kind="stable")].tolist():
        index, mark = int(seen.index[at]), marks[at]
        left, stays = _left(
            scale,
            float(seen.left[at]),
            float(seen.right[at]),
            int(placed.side[index]),
            float(placed.room_left[index]),
            float(placed.room_right[index]),
        )
        shelf = (mark.lane, mark.row)
        if left < taken.get(shelf, -np.inf):  # its neighbour was moved into the window too
            left = stays
        taken[shelf] = left + CARD_PX + EDGE_PX
        words = card_words(arrangement.sheet, mark.event)
        point = mark.shape == Shape.POINT
        stem = mark.left if point else max(mark.left, left, scale.left_px) + STEM_PX
        made.append(
            Card(
                event=mark.event,
                lane=mark.lane,
                left=left,
                top=mark.y - CARD_MARK_Y_PX + CARD_TOP_PX,
                width=CARD_PX,
                height=CARD_HEIGHT_PX,
                anchor_x=stem,
                anchor_y=mark.y + mark.height / 2,
                title=words.title,
                date=words.date,
                summary=(words.summary,) if words.summary else (),
                source=words.source,
                bloc=mark.bloc,
                emphasis=mark.emphasis,
            )
        )
    return tuple(made)


def _left(
    scale: TimeScale, left: float, right: float, side: int, room_left: float, room_right: float
) -> tuple[float, float]:
    """(where a card begins, where it would if there were no window).

    It keeps within the window as far as its mark and its neighbours let it.
    """
    low, high = scale.left_px + EDGE_PX, scale.right_px - EDGE_PX - CARD_PX
    if side == Side.RIGHT:
        return max(left - max(room_left, 0.0), min(left, max(high, right - CARD_PX))), left
    if side == Side.LEFT:
        begin = right - CARD_PX
        return min(begin + max(room_right, 0.0), max(begin, min(low, left))), begin
    begin = min(max(left, low), right - CARD_PX)
    return begin, begin
