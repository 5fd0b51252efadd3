"""Titles in one frame: beside their marks, in their bars, and that of the selected event wherever there is room."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.layout_input import Title
from peru_timeline.timeline.metrics import PILL_PADDING_PX, TITLE_GAP_PX
from peru_timeline.timeline.packing.mark_extents import TITLE_INSET_LEFT_PX, TITLE_INSET_RIGHT_PX
from peru_timeline.timeline.packing.mark_index import VisibleMarks
from peru_timeline.timeline.packing.row_packing import (
    MARK_SPACING_PX,
    TITLE_SPACING_PX,
    Floats,
    Side,
)
from peru_timeline.timeline.scene import Card, Label, LabelStyle, Mark

PILL_GAP_PX = 3.0  # between a selected mark and the pill
STICKY_PX = 22.0  # where a title stuck to the window's edge begins: after the sign that its bar began before
GUIDE_FONT_PX = 12.0
MIN_TITLE_ROW_PX = 14.0


def lay_out_labels(
    arrangement: Arrangement,
    scale: TimeScale,
    visible: VisibleMarks,
    marks: Sequence[Mark],
    hits: NDArray[np.bool_] | None,
) -> list[Label]:
    """The titles of `seen`, whose marks are `marks` in the same order."""
    mark_index = arrangement.mark_index
    side = mark_index.side[visible.index]
    bare = mark_index.in_card_row[visible.index] | mark_index.dimmed[visible.index]
    at = (((side == Side.RIGHT) | (side == Side.LEFT) | (side == Side.INSIDE)) & ~bare).nonzero()[0]
    titles = [title_of(arrangement, marks[i]) for i in at.tolist()]
    width = np.array([t.width for t in titles])
    x = _title_x(scale, visible.left[at], visible.right[at], side[at], width)
    spare_room = _SpareRoom(arrangement, scale, visible, marks)
    inside = side[at] == Side.INSIDE
    for i in _is_cut(scale, x, width, inside).nonzero()[0].tolist():
        x[i], titles[i], inside[i] = _moved_into_window(
            arrangement, scale, spare_room, int(at[i]), float(x[i]), titles[i]
        )
    in_window = (x < scale.right_px) & (x + [t.width for t in titles] > scale.left_px)
    styles = [LabelStyle.INSIDE if tinted else LabelStyle.PLAIN for tinted in inside.tolist()]
    made = [
        _label(arrangement, marks[mark], left, title, style)
        for mark, left, title, style, is_in_window in zip(
            at.tolist(), x.tolist(), titles, styles, in_window.tolist(), strict=True
        )
        if is_in_window
    ]
    wanting = side == Side.RIGHT_IF_FREE
    if hits is not None:
        wanting |= (side == Side.NONE) & hits[mark_index.event[visible.index]]
    for i in (wanting & ~bare).nonzero()[0].tolist():
        mark, title = marks[i], title_of(arrangement, marks[i])
        if side[i] == Side.RIGHT_IF_FREE:
            begin = spare_room.room_beside(i, Side.RIGHT, title.width)
            label = None if begin is None else _label(arrangement, mark, begin, title)
        else:
            label = _beside(arrangement, scale, marks, mark, TITLE_GAP_PX)
            if label is not None and any(
                _overlap(label, other, TITLE_SPACING_PX) for other in made
            ):
                label = None
        if label is not None:
            made.append(label)
    return made


def title_of(arrangement: Arrangement, mark: Mark, *, dated: bool = True) -> Title:
    """A mark's title as its lane writes it; or without the date there."""
    return arrangement.layout_input.title(
        mark.event,
        arrangement.font_px,
        dated and arrangement.dated[mark.lane],
        arrangement.title_limits_px[mark.lane],
    )


def _title_x(
    scale: TimeScale, left: Floats, right: Floats, side: NDArray[np.uint8], width: Floats
) -> Floats:
    """Where titles begin: `left` and `right` are the edges of their marks.

    In a bar that began before the window a title sticks to the edge, and leaves with the bar's end.
    """
    inside = np.minimum(
        np.maximum(left + TITLE_INSET_LEFT_PX, scale.left_px + STICKY_PX),
        right - TITLE_INSET_RIGHT_PX - width,
    )
    beside = np.where(side == Side.RIGHT, right + TITLE_GAP_PX, left - TITLE_GAP_PX - width)
    return np.where(side == Side.INSIDE, inside, beside)


def _is_cut(
    scale: TimeScale, x: Floats, width: Floats, inside: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Whether the window's edge cuts a title; one in a bar that goes on to the right is no matter."""
    return np.asarray((x < scale.left_px) | ((x + width > scale.right_px) & ~inside))


def _moved_into_window(
    arrangement: Arrangement,
    scale: TimeScale,
    spare_room: _SpareRoom,
    at: int,
    x: float,
    title: Title,
) -> tuple[float, Title, bool]:
    """(where a cut title begins, the title, whether it is inside its bar).

    It is whole without its date, or on the other side of its mark; else it stays as it was.
    """
    side = spare_room.side(at)
    inside = side == Side.INSIDE
    if title.date:
        shorter = title_of(arrangement, spare_room.mark(at), dated=False)
        begin = spare_room.begin(at, side, shorter.width)
        if begin >= scale.left_px and (inside or begin + shorter.width <= scale.right_px):
            return begin, shorter, inside
    other = Side.LEFT if side == Side.RIGHT else Side.RIGHT
    moved = spare_room.room_beside(at, other, title.width)
    return (x, title, inside) if moved is None else (moved, title, False)


class _SpareRoom:
    """Titles that take room left over in their rows: hits, and those the window's edge would cut."""

    def __init__(
        self,
        arrangement: Arrangement,
        scale: TimeScale,
        visible: VisibleMarks,
        marks: Sequence[Mark],
    ) -> None:
        self._placed, self._scale, self._seen, self._marks = (
            arrangement.mark_index,
            scale,
            visible,
            marks,
        )
        self._taken: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def mark(self, at: int) -> Mark:
        """The mark itself."""
        return self._marks[at]

    def side(self, at: int) -> Side:
        """Where its title was planned."""
        return Side(int(self._placed.side[self._seen.index[at]]))

    def begin(self, at: int, side: Side, width: float) -> float:
        """Where a title so wide begins on a side."""
        one = slice(at, at + 1)
        sides, widths = np.array([side], dtype=np.uint8), np.array([width])
        edges = self._seen.left[one], self._seen.right[one]
        return float(_title_x(self._scale, *edges, sides, widths)[0])

    def room_beside(self, at: int, side: Side, width: float) -> float | None:
        """Where the title of mark `at` begins on this side, if its row has room there and the window too.

        The room is that at the octave's lower end, so that titles do not come and go while zooming within it.
        """
        index, mark, scale = self._seen.index[at], self._marks[at], self._scale
        free_space = self._placed.free_right if side == Side.RIGHT else self._placed.free_left
        if free_space[index] < width + TITLE_GAP_PX + TITLE_SPACING_PX:
            return None
        x = self.begin(at, side, width)
        if x < scale.left_px or x + width > scale.right_px:
            return None
        taken = self._taken.setdefault((mark.lane, mark.row), [])
        if any(
            x < end + TITLE_SPACING_PX and begin < x + width + TITLE_SPACING_PX
            for begin, end in taken
        ):
            return None
        taken.append((x, x + width))
        return x


def _label(
    arrangement: Arrangement,
    mark: Mark,
    x: float,
    title: Title,
    style: LabelStyle = LabelStyle.PLAIN,
    margin_px: float = 0.0,
    leading_px: float = 4.0,
) -> Label:
    height = min(arrangement.row_px, arrangement.font_px + leading_px)
    return Label(
        mark.event,
        mark.lane,
        x,
        mark.y - height / 2,
        title.width + 2 * margin_px,
        height,
        title.text,
        title.date,
        arrangement.font_px,
        title.bold,
        style,
        title.importance,
    )


def with_selected_title(
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
    has_card = any(card.event == selection for card in cards)
    pills: list[Label] = []
    passes = arrangement.mask[selection]  # a faint mark may be selected, but keeps out of the way
    for mark in [mark for mark in marks if mark.event == selection and passes]:
        label = own.get(mark.lane)
        if label is not None and label.style == LabelStyle.INSIDE:
            pills.append(label)
        elif not any(card.event == selection and card.lane == mark.lane for card in cards):
            pill = _beside(
                arrangement, scale, marks, mark, PILL_GAP_PX, pill=True, in_place_of=label
            )
            if pill is not None:
                others = [other for other in others if not _overlap(pill, other)]
                pills.append(pill)
    return others + pills, has_card or bool(pills)


def _beside(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: Sequence[Mark],
    mark: Mark,
    gap_px: float,
    *,
    pill: bool = False,
    in_place_of: Label | None = None,
) -> Label | None:
    """The title of `mark` on the side where it covers no other mark; in the window, unless it stands there anyway."""
    if arrangement.row_px < MIN_TITLE_ROW_PX:
        return None
    title, margin_px = title_of(arrangement, mark), PILL_PADDING_PX if pill else 0.0
    width = title.width + 2 * margin_px
    # Beside a mark of half a row's height a title has to be content with the lane's margin.
    leading_px = 2.0 if in_place_of is None else in_place_of.height - arrangement.font_px
    right_x, left_x = mark.box_right + gap_px, mark.box_left - gap_px - width
    on_left = in_place_of is not None and in_place_of.x < mark.left
    for x in (left_x, right_x) if on_left else (right_x, left_x):
        if in_place_of is None and (x < scale.left_px or x + width > scale.right_px):
            continue
        style = LabelStyle.SELECTED if pill else LabelStyle.PLAIN
        label = _label(arrangement, mark, x, title, style, margin_px, leading_px)
        if not any(m is not mark and _covers(label, m) for m in marks):
            return label
    return None


def _covers(label: Label, mark: Mark) -> bool:
    """Whether a label lies over a mark."""
    return (
        label.x < mark.box_right + MARK_SPACING_PX
        and mark.box_left < label.x + label.width + MARK_SPACING_PX
        and abs(mark.y - label.y - label.height / 2) < (mark.height + label.height) / 2
    )


def _overlap(one: Label, other: Label, spacing_px: float = 0.0) -> bool:
    """Whether two labels cover the same place or come closer than `spacing_px` side by side."""
    return (
        one.x < other.x + other.width + spacing_px
        and other.x < one.x + one.width + spacing_px
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def guide_title(
    arrangement: Arrangement, scale: TimeScale, selection: int, guide_x: float
) -> Label:
    """The selected title at the top of its guide line, above the lanes (y < 0)."""
    limit = (
        scale.width_px - 2 * PILL_PADDING_PX
    )  # alone in its line, it may be as wide as the window
    title = arrangement.layout_input.title(selection, GUIDE_FONT_PX, False, limit)
    width, height = title.width + 2 * PILL_PADDING_PX, GUIDE_FONT_PX + 6
    x = max(min(guide_x - width / 2, scale.right_px - width), scale.left_px)
    return Label(
        event=selection,
        lane=-1,
        x=x,
        y=-height - 2,
        width=width,
        height=height,
        text=title.text,
        detail=title.date,
        font_px=GUIDE_FONT_PX,
        bold=title.bold,
        style=LabelStyle.SELECTED,
        importance=title.importance,
    )
