"""The shelf: events without a known beginning, listed beside the axis in their lane's row, never drawn on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.text import LanguageMap, in_language
from peru_timeline.timeline.drawn_shelf import ShelfItem, ShelfLane
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.text_measure import elided
from peru_timeline.typefaces import MEDIUM, REGULAR, SEMIBOLD

CLOSED_PX = 62.0  # width of the closed shelf, which only counts
OPEN_PX = 280.0
NARROWEST_PX, WIDEST_PX = 180.0, 560.0  # of the open shelf
ITEM_PX = 18.0  # height of a line
FONT_PX, DETAIL_FONT_PX = 11.0, 10.5
GLYPH_ROOM_PX = 24.0  # from the shelf's left edge to a title
GLYPH_X_PX, GLYPH_PX = -10.0, 8.0  # centre of a glyph from where its title begins; its size
MARGIN_PX = 10.0
HEAD_X_PX, HEAD_MARGIN_PX, HEAD_FONT_PX = 8.0, 4.0, 11.0  # of what stands above the shelf
COUNT_Y_PX, COUNT_PILL_PX, COUNT_FONT_PX = 9.0, 16.0, 11.0  # of the number on the closed shelf
DETAIL_GAP_PX = 8.0
LEAST_TITLE_PX = 60.0  # a date that leaves a title less room is not written beside it
SHORT_LIST = 3  # lines that an open shelf keeps for every lane that has events on it


@dataclass(frozen=True, slots=True)
class ShelfView:
    """How the reader has the shelf."""

    is_open: bool = False
    open_px: float = OPEN_PX  # width when open
    expanded: frozenset[str] = frozenset()  # ids of lanes that show their whole list

    @property
    def width_px(self) -> float:
        """Width of the shelf."""
        return self.open_px if self.is_open else CLOSED_PX


CLOSED_SHELF = ShelfView()


@dataclass(frozen=True, slots=True)
class NoShelf(ShelfView):
    """For a picture in which no event would stand on the shelf."""

    @property
    def width_px(self) -> float:
        """Nothing."""
        return 0.0


TITLE: LanguageMap = {"en": "Date not given", "es": "Sin fecha indicada"}
SHORT_TITLE: LanguageMap = {"en": "No date", "es": "Sin fecha"}
MORE: LanguageMap = {"en": "{} more", "es": "{} más"}


class LaneShelf(NamedTuple):
    """The events of one lane on the shelf, in their order."""

    events: NDArray[np.int32]
    dimmed: NDArray[np.int32]  # dimmed by the filter, after the others

    @property
    def lines(self) -> int:
        """How many lines the whole list takes."""
        return len(self.events) + len(self.dimmed)


def whole_lines_px(layout_input: LayoutInput, events: NDArray[np.integer]) -> float:
    """The width of an open shelf on which the titles and dates of these events are whole."""
    widest = 0.0
    for event in events.tolist():
        weight = MEDIUM if int(layout_input.columns.importance[event]) == 3 else REGULAR
        title = layout_input.measure(layout_input.texts.title(event), FONT_PX, weight)
        date = layout_input.measure(layout_input.texts.date(event), DETAIL_FONT_PX, REGULAR)
        widest = max(widest, title + DETAIL_GAP_PX + date)
    return GLYPH_ROOM_PX + widest + MARGIN_PX + 1.0  # measures may differ by a rounding error


def wanted_lines(shelf: LaneShelf, view: ShelfView, lane_id: str) -> int:
    """The lines for which a lane makes room while reading."""
    if not view.is_open:
        return 0
    return shelf.lines if lane_id in view.expanded else min(shelf.lines, SHORT_LIST)


def shelf_title(view: ShelfView, layout_input: LayoutInput) -> str:
    """The heading of the shelf, in the reader's language, no wider than the shelf."""
    title = in_language(TITLE if view.is_open else SHORT_TITLE, layout_input.texts.language)
    room = view.width_px - HEAD_X_PX - HEAD_MARGIN_PX
    return elided(title, HEAD_FONT_PX, SEMIBOLD, room, layout_input.measure)


def shelf_lane(
    lane: int,
    shelf: LaneShelf,
    view: ShelfView,
    top: float,
    height: float,
    left: float,
    language: str,
) -> ShelfLane:
    """The count of a lane's shelf, and how many of its events are listed in a band of `height` px."""
    listed = 0
    top += min((height - ITEM_PX) / 2, 0.0)  # a line higher than its band stands in its middle
    if view.is_open:
        lines = max(int(height / ITEM_PX), 1)
        listed = shelf.lines if shelf.lines <= lines else lines - 1
    more = shelf.lines - listed
    return ShelfLane(
        lane=lane,
        count=len(shelf.events),
        more=more,
        left=left,
        top=top,
        width=view.width_px,
        height=height,
        more_y=top + listed * ITEM_PX + ITEM_PX / 2,
        more_text=in_language(MORE, language).format(more) if more and view.is_open else "",
        count_y=top + min(COUNT_Y_PX, height / 2),
    )


def shelf_items(
    layout_input: LayoutInput,
    of_lane: ShelfLane,
    shelf: LaneShelf,
    emphases: Sequence[int],
) -> list[ShelfItem]:
    """The listed events of one lane; `emphases` [lines] are those of marks (see `Mark.emphasis`)."""
    listed = shelf.lines - of_lane.more
    made = []
    for line, event in enumerate(np.concatenate((shelf.events, shelf.dimmed))[:listed].tolist()):
        columns = layout_input.columns
        bold = int(columns.importance[event]) == 3
        detail = layout_input.texts.date(event)
        detail_width = layout_input.measure(detail, DETAIL_FONT_PX, REGULAR)
        room = of_lane.width - GLYPH_ROOM_PX - MARGIN_PX
        if room - detail_width - DETAIL_GAP_PX < LEAST_TITLE_PX:
            detail, detail_width = "", -DETAIL_GAP_PX
        title = layout_input.texts.title(event)
        weight = MEDIUM if bold else REGULAR
        left = room - detail_width - DETAIL_GAP_PX
        text = elided(title, FONT_PX, weight, left, layout_input.measure)
        made.append(
            ShelfItem(
                event=event,
                lane=of_lane.lane,
                x=of_lane.left + GLYPH_ROOM_PX,
                y=of_lane.top + line * ITEM_PX + ITEM_PX / 2,
                width=room,
                height=ITEM_PX,
                text=text,
                detail=detail,
                detail_x=of_lane.left + of_lane.width - MARGIN_PX - detail_width,
                bold=bold,
                bloc=int(columns.bloc[event]),
                status=int(columns.status[event]),
                emphasis=emphases[line],
                is_cut=text != title,
            )
        )
    return made
