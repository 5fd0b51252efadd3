"""Lane plans: every event's row and title side in one lane at one octave, the same wherever the window stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.metrics import CARD_WIDTH_PX, TITLE_GAP_PX
from peru_timeline.timeline.packing.clustering import Clustering
from peru_timeline.timeline.packing.mark_extents import (
    TITLE_INSET_LEFT_PX,
    TITLE_INSET_RIGHT_PX,
    Octave,
    bar_items,
    mark_extents,
)
from peru_timeline.timeline.packing.row_packing import (
    MARK_SPACING_PX,
    TITLE_SPACING_PX,
    Floats,
    PackingItems,
    Side,
    all_titles,
    pack_important,
    pack_in_time,
    pack_rows,
    packing_extents,
    title_extents,
)
from peru_timeline.timeline.packing.title_rows import ROWS_ABOVE, TitleChoice
from peru_timeline.timeline.scene import Shape

RESERVED_TITLE_PX = 210.0
"""Titles in very full lanes are not measured before they are drawn: each has so much room and is cut to it."""
EDGE_ROOM_PX = 30.0
"""In these lanes, on the side of a mark where its title does not stand. Where the window's edge takes the title's own
side, this, with as much of the neighbour or half of its title, holds the beginning of the title."""

NO_ROW = 1_000_000
"""The row of events that can be in no view the plan is for; no band is so tall, so they count as hidden."""


class LevelOfDetail(IntEnum):
    """How much of its events a lane shows."""

    CLUSTERS = 0  # clusters or a density strip, and the most important events
    MARKS = 1  # with titles where there is room
    DATED = 2  # every title, with its date
    CARDS = 3


class LaneMarks(NamedTuple):
    """Where marks stand in their lane: arrays [n], one entry per event that has a mark of its own."""

    event: NDArray[np.int32]
    row: NDArray[
        np.int32
    ]  # of a card: the row of cards; of a quiet mark: the number of rows above the strip
    side: NDArray[np.uint8]  # row_packing.Side
    free_left: Floats  # px before the mark that are free or its title's, at the octave's lower end
    free_right: Floats
    dimmed: NDArray[np.bool_]  # filtered out, shown dim
    quiet: NDArray[np.bool_]  # stands in the strip at the lane's foot
    card: NDArray[np.bool_]  # stands in a row of marks with their cards, below the rows

    def chosen(self, which: NDArray[np.bool_]) -> LaneMarks:
        """Only those of `which` [n]."""
        return LaneMarks._make(array[which] for array in self)


def untitled_marks(event: NDArray[np.int32], row: NDArray[np.int32]) -> LaneMarks:
    """Marks without titles and without room for any."""
    count = len(event)
    off, zero = np.zeros(count, dtype=np.bool_), np.zeros(count)
    none = np.zeros(count, dtype=np.uint8)
    return LaneMarks(event, row.astype(np.int32), none, zero, zero, off, off, off)


def concatenate_marks(parts: Sequence[LaneMarks]) -> LaneMarks:
    """The spots of all parts, in their order."""
    nothing = untitled_marks(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))
    return LaneMarks._make(map(np.concatenate, zip(nothing, *parts, strict=True)))


@dataclass(frozen=True, slots=True, eq=False)
class LanePlan:
    """One lane at one octave."""

    level: LevelOfDetail
    marks: LaneMarks
    clustering: Clustering | None = None
    clustering_row: int = 0  # the row in which the clusters stand, below those of the marks
    clustering_rows: int = 0  # and how many rows they take
    title_limit_px: float = np.inf  # titles are cut to this, as nobody measured them

    @property
    def has_strip(self) -> bool:
        """Whether quiet marks stand at the lane's foot."""
        return bool(self.marks.quiet.any())


def titled_marks(events: NDArray[np.int32], items: PackingItems, *, pans: bool) -> LaneMarks:
    """All events of a lane in rows, in an order that keeps views compact.

    Where the view `pans`, each keeps the room for its whole title on both sides of its mark: wherever an edge of the
    window takes one side, the title moves to the other one, and no event needs another row for that.
    """
    if pans:
        beside = np.where(items.may_right, Side.RIGHT, Side.LEFT)
        sides = np.where(items.inside, Side.INSIDE, beside).tolist()
        left, right = title_extents(items)
    else:
        sides = all_titles(items)[0]
        left, right = packing_extents(items, sides)
    row = pack_in_time(items.left, left, right)
    return _in_rows(events, sides, row, (left, right), (items.left, items.right))


def chosen_marks(
    events: NDArray[np.int32],
    items: PackingItems,
    choice: TitleChoice,
    dimmed_events: NDArray[np.int32],
) -> tuple[LaneMarks, int]:
    """(spots of the events with a title in the fewest rows, the others at the lane's foot; how many rows)."""
    side = np.array(choice.sides, dtype=np.uint8)
    titled = side != Side.NONE
    left, right = packing_extents(items, choice.sides)
    row = np.array(choice.rows, dtype=np.int32)[titled]
    anywhere = row < 0
    packed = pack_rows(left[titled][anywhere], right[titled][anywhere])
    row[anywhere] = packed + ROWS_ABOVE * int((side == Side.ABOVE).sum())
    rows = int(row.max(initial=-1)) + 1
    taken, own = (left[titled], right[titled]), (items.left[titled], items.right[titled])
    above = _in_rows(events[titled], side[titled].tolist(), row, taken, own)
    return concatenate_marks(
        (above, quiet_marks(events[~titled], rows), dimmed_marks(dimmed_events, rows))
    ), rows


def quiet_marks(events: NDArray[np.int32], row: int) -> LaneMarks:
    """Marks in the strip at the lane's foot, below `row` rows."""
    marks = untitled_marks(events, np.full(len(events), row))
    return marks._replace(quiet=np.ones(len(events), dtype=np.bool_))


def dimmed_marks(events: NDArray[np.int32], row: int) -> LaneMarks:
    """Marks of events that the filter dims, in the strip at the lane's foot."""
    marks = quiet_marks(events, row)
    return marks._replace(dimmed=np.ones(len(events), dtype=np.bool_))


def _in_rows(
    events: NDArray[np.int32],
    sides: Sequence[int],
    row: NDArray[np.int32],
    taken: tuple[Floats, Floats],
    marks: tuple[Floats, Floats],
) -> LaneMarks:
    """Marks in these rows; `taken` and `marks` are the edges of what each keeps to itself and of its mark alone."""
    before, after = free_space(*taken, row)
    free_left, free_right = before + marks[0] - taken[0], after + taken[1] - marks[1]
    off = np.zeros(len(events), dtype=np.bool_)
    side = np.array(sides, dtype=np.uint8)
    return LaneMarks(
        events,
        row.astype(np.int32),
        side,
        free_left,
        free_right,
        off,
        off,
        off,
    )


def reserved_marks(
    layout_input: LayoutInput, octave: Octave, events: NDArray[np.int32], stands: NDArray[np.bool_]
) -> LaneMarks:
    """Rows for very many events, each with room for a title of RESERVED_TITLE_PX.

    Only those of `stands` [n] get a row.
    """
    left, right = mark_extents(layout_input.columns, events, octave)
    inside = _holds_title(layout_input, events, left, right)
    begin = left - EDGE_ROOM_PX
    end = right + np.where(
        inside, EDGE_ROOM_PX, TITLE_GAP_PX + RESERVED_TITLE_PX + TITLE_SPACING_PX
    )
    row = np.full(len(events), NO_ROW, dtype=np.int32)
    row[stands] = pack_rows(begin[stands], end[stands])
    side = np.where(inside, Side.INSIDE, Side.RIGHT)
    return _in_rows(events, side.tolist(), row, (begin, end), (left, right))


def important_marks(
    layout_input: LayoutInput, octave: Octave, events: NDArray[np.int32], most: int
) -> LaneMarks:
    """Up to `most` rows of titled marks, the most important first; events without room are left out."""
    left, right = mark_extents(layout_input.columns, events, octave)
    inside = _holds_title(layout_input, events, left, right)
    title = TITLE_GAP_PX + RESERVED_TITLE_PX + TITLE_SPACING_PX
    # At the end of the opening view titles stand on the left, where they are whole.
    at_end = ~inside & (right + title > octave.home_right_px) & (left < octave.home_right_px)
    begin = np.where(at_end, left - title, left)
    end = right + np.where(inside | at_end, MARK_SPACING_PX, title)
    row = pack_important(begin, end, layout_input.columns.importance[events], most)
    stands = row >= 0
    beside = np.where(at_end, Side.LEFT, Side.RIGHT)
    side = np.where(inside, Side.INSIDE, beside)[stands]
    taken, own = (begin[stands], end[stands]), (left[stands], right[stands])
    return _in_rows(events[stands], side.tolist(), row[stands], taken, own)


def _holds_title(
    layout_input: LayoutInput, events: NDArray[np.int32], left: Floats, right: Floats
) -> NDArray[np.bool_]:
    """[n] Whether a bar is wide enough for any title of RESERVED_TITLE_PX."""
    shape = layout_input.columns.shape[events]
    bar = (shape == Shape.SPAN) | (shape == Shape.FUZZY)
    return np.asarray(
        bar & (right - left >= TITLE_INSET_LEFT_PX + RESERVED_TITLE_PX + TITLE_INSET_RIGHT_PX)
    )


def card_marks(
    layout_input: LayoutInput, octave: Octave, events: NDArray[np.int32], font_px: float
) -> LaneMarks:
    """Cards for all events but those that outlast most of a window: these stay bars with their title inside."""
    left, right = mark_extents(layout_input.columns, events, octave)
    long = right - left >= max(0.6 * octave.view_px, CARD_WIDTH_PX)
    bars = bar_items(layout_input, events[long], octave, font_px, True)
    return concatenate_marks(
        (
            titled_marks(events[long], bars, pans=layout_input.pans),
            _with_cards(events[~long], left[~long], right[~long]),
        )
    )


def _with_cards(events: NDArray[np.int32], left: Floats, right: Floats) -> LaneMarks:
    """Marks with these edges in rows, each with a card that begins where it does."""
    # Behind a bar of which the window shows only the end there is room for half of its card.
    end = np.maximum(left + CARD_WIDTH_PX, right + CARD_WIDTH_PX / 2) + TITLE_SPACING_PX
    row = pack_in_time(left, left, end)
    sides = [Side.RIGHT] * len(events)
    marks = _in_rows(events, sides, row, (left, end), (left, right))
    return marks._replace(card=np.ones(len(events), dtype=np.bool_))


def free_space(left: Floats, right: Floats, row: NDArray[np.int32]) -> tuple[Floats, Floats]:
    """([n], [n]) Px free before and after each stretch, to its neighbours in its row; inf where there is none."""
    order = np.lexsort((left, row))
    same_row = row[order][1:] == row[order][:-1]
    free = np.where(same_row, left[order][1:] - right[order][:-1], np.inf)
    before, after = np.full(len(row), np.inf), np.full(len(row), np.inf)
    after[order[:-1]] = free
    before[order[1:]] = free
    return before, after
