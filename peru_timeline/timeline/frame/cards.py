"""Cards of one frame: title, date, summary and source of an event, below its mark."""

from __future__ import annotations

from collections.abc import Sequence
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
from peru_timeline.timeline.scene import Card, Mark, Shape
from peru_timeline.timeline.text_measure import elided
from peru_timeline.typefaces import MEDIUM, REGULAR

MEASURED_SOURCE_FONT_PX = CARD_SOURCE_FONT_PX + 0.5  # measured larger than drawn, for room to spare
CARD_INDENT_PX = 28.0  # left of all lines, where the bloc's glyph stands
CARD_MARGIN_PX = 12.0  # right of all lines
EDGE_PX = 4.0  # between a card and the window's edge, or the next card
REACH_PX = 10.0  # of a mark, from its left end, that its card reaches under at least
STEM_PX = 2.0  # between the left end of a bar and the stem of its card


class CardLines(NamedTuple):
    """The lines of a card, shortened to its width; with a title of two lines there is no summary."""

    title: tuple[str, ...]
    date: str
    summary: str
    source: str


def card_lines(layout_input: LayoutInput, event: int, width_px: float = CARD_WIDTH_PX) -> CardLines:
    """The lines of an event's card of this width; those of a card of full width are cached."""
    known = layout_input.card_lines.get(event)
    if known is None or width_px < CARD_WIDTH_PX:
        room, texts = width_px - CARD_INDENT_PX - CARD_MARGIN_PX, layout_input.texts
        sign = UNCERTAIN_SIGN if layout_input.columns.uncertain[event] else ""
        title = _title_lines(texts.title(event) + sign, room, layout_input)
        summary = texts.summary(event) if len(title) == 1 else ""
        known = CardLines(
            title,
            elided(texts.date(event), CARD_FONT_PX, REGULAR, room, layout_input.measure),
            elided(summary, CARD_FONT_PX, REGULAR, room, layout_input.measure),
            elided(
                texts.source(event), MEASURED_SOURCE_FONT_PX, REGULAR, room, layout_input.measure
            ),
        )
        if width_px >= CARD_WIDTH_PX:
            layout_input.card_lines[event] = known
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
    in_card_rows = arrangement.mark_index.card[visible.index].nonzero()[0]
    rows: dict[tuple[int, int], list[int]] = {}
    for at in in_card_rows[np.argsort(visible.left[in_card_rows], kind="stable")].tolist():
        rows.setdefault((marks[at].lane, marks[at].row), []).append(at)
    made = []
    for row in rows.values():
        places = card_places(scale, [(marks[at].box_left, marks[at].box_right) for at in row])
        made += [
            _card(arrangement, scale, marks[at], *place)
            for at, place in zip(row, places, strict=True)
        ]
    return tuple(made)


def _card(
    arrangement: Arrangement, scale: TimeScale, mark: Mark, left: float, width: float
) -> Card:
    lines = card_lines(arrangement.layout_input, mark.event, width)
    stem = mark.left if mark.shape == Shape.POINT else max(mark.left, left, scale.left_px) + STEM_PX
    return Card(
        event=mark.event,
        lane=mark.lane,
        left=left,
        top=mark.y - CARD_MARK_Y_PX + CARD_TOP_PX,
        width=width,
        height=CARD_HEIGHT_PX,
        anchor_x=min(max(stem, left + STEM_PX), left + width - STEM_PX),
        anchor_y=mark.y + mark.height / 2,
        title=lines.title,
        date=lines.date,
        summary=(lines.summary,) if lines.summary else (),
        source=lines.source,
        bloc=mark.bloc,
        emphasis=mark.emphasis,
    )


def card_places(
    scale: TimeScale, marks: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """(left edge, width) of the cards of one row, whose marks have these edges and come in order.

    A card begins with its mark. Near the area's right edge it moves to the left, and those before it with it, as far
    as their marks allow. Where that is not enough, two neighbours share the room there is.
    """
    low, high = scale.left_px + EDGE_PX, scale.right_px - EDGE_PX
    width = min(CARD_WIDTH_PX, high - low)
    # The first and the last px of each mark that a card may hang at.
    near = [min(max(left, low), high - REACH_PX) for left, _ in marks]
    far = [max(min(right, high), low) for _, right in marks]
    begin = [min(of_mark, high - width) for of_mark in near]
    for i in range(len(begin) - 2, -1, -1):
        least = max(low, near[i] + REACH_PX - width)
        begin[i] = max(min(begin[i], begin[i + 1] - EDGE_PX - width), least)
    end = [left + width for left in begin]
    for i in range(len(begin) - 1):
        if end[i] + EDGE_PX > begin[i + 1]:
            middle = (begin[i] + end[i + 1]) / 2
            middle = max(min(middle, far[i + 1] - EDGE_PX / 2), near[i] + REACH_PX + EDGE_PX / 2)
            end[i], begin[i + 1] = middle - EDGE_PX / 2, middle + EDGE_PX / 2
    return [(left, right - left) for left, right in zip(begin, end, strict=True)]
