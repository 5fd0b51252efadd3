"""Titles of one frame, beside their marks or inside their bars."""

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
from peru_timeline.timeline.scene import Label, LabelStyle, Mark

STICKY_PX = 22.0  # between the edge of the window and a title held there, right of the bar's arrow
MIN_TITLE_ROW_PX = 14.0  # lower rows get no titles beside those that were planned


def lay_out_labels(
    arrangement: Arrangement,
    scale: TimeScale,
    visible: VisibleMarks,
    marks: Sequence[Mark],
    hits: NDArray[np.bool_] | None,
) -> list[Label]:
    """The titles of `visible`, whose marks are `marks` in the same order; hits get one where there is room."""
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
    labels = [
        make_label(arrangement, marks[mark], left, title, style)
        for mark, left, title, style, is_in_window in zip(
            at.tolist(), x.tolist(), titles, styles, in_window.tolist(), strict=True
        )
        if is_in_window
    ]
    unplanned = side == Side.RIGHT_IF_FREE
    if hits is not None:
        unplanned |= (side == Side.NONE) & hits[mark_index.event[visible.index]]
    for i in (unplanned & ~bare).nonzero()[0].tolist():
        mark, title = marks[i], title_of(arrangement, marks[i])
        if side[i] == Side.RIGHT_IF_FREE:
            begin = spare_room.claim(i, Side.RIGHT, title.width)
            label = None if begin is None else make_label(arrangement, mark, begin, title)
        else:
            label = label_beside(arrangement, scale, marks, mark, TITLE_GAP_PX)
            if label is not None and any(
                overlap(label, other, TITLE_SPACING_PX) for other in labels
            ):
                label = None
        if label is not None:
            labels.append(label)
    return labels


def title_of(arrangement: Arrangement, mark: Mark, *, dated: bool = True) -> Title:
    """The title of a mark as its lane shows it, or without the date if not `dated`."""
    return arrangement.layout_input.title(
        mark.event,
        arrangement.font_px,
        dated and arrangement.dated[mark.lane],
        arrangement.title_limits_px[mark.lane],
    )


def _title_x(
    scale: TimeScale, left: Floats, right: Floats, side: NDArray[np.uint8], width: Floats
) -> Floats:
    """[k] The left ends of titles, given the edges of their marks.

    In a bar that begins left of the window, a title is held at the edge until the end of the bar pushes it out.
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
    """[k] Whether the window's edge cuts a title. A title inside a bar may go on beyond the right edge."""
    return np.asarray((x < scale.left_px) | ((x + width > scale.right_px) & ~inside))


def _moved_into_window(
    arrangement: Arrangement,
    scale: TimeScale,
    spare_room: _SpareRoom,
    at: int,
    x: float,
    title: Title,
) -> tuple[float, Title, bool]:
    """(left end of a cut title, the title, whether it is inside its bar).

    Leaving out the date or changing sides may make it whole; if neither does, nothing changes.
    """
    side = spare_room.side(at)
    inside = side == Side.INSIDE
    if title.date:
        shorter = title_of(arrangement, spare_room.mark(at), dated=False)
        begin = spare_room.begin(at, side, shorter.width)
        if begin >= scale.left_px and (inside or begin + shorter.width <= scale.right_px):
            return begin, shorter, inside
    other = Side.LEFT if side == Side.RIGHT else Side.RIGHT
    moved = spare_room.claim(at, other, title.width)
    return (x, title, inside) if moved is None else (moved, title, False)


class _SpareRoom:
    """Free space in rows, for titles that were not planned and for those that the window's edge would cut."""

    def __init__(
        self,
        arrangement: Arrangement,
        scale: TimeScale,
        visible: VisibleMarks,
        marks: Sequence[Mark],
    ) -> None:
        self._mark_index, self._scale, self._visible, self._marks = (
            arrangement.mark_index,
            scale,
            visible,
            marks,
        )
        self._taken: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def mark(self, at: int) -> Mark:
        """The mark at this position."""
        return self._marks[at]

    def side(self, at: int) -> Side:
        """The planned side of its title."""
        return Side(int(self._mark_index.side[self._visible.index[at]]))

    def begin(self, at: int, side: Side, width: float) -> float:
        """The left end of a title `width` px wide on this side."""
        one = slice(at, at + 1)
        sides, widths = np.array([side], dtype=np.uint8), np.array([width])
        edges = self._visible.left[one], self._visible.right[one]
        return float(_title_x(self._scale, *edges, sides, widths)[0])

    def claim(self, at: int, side: Side, width: float) -> float | None:
        """The left end of the title of mark `at` on this side, or None without room in its row or in the window.

        Free space counts as at the octave's lower end, so that titles do not come and go while zooming within it.
        """
        index, mark, scale = self._visible.index[at], self._marks[at], self._scale
        free_space = (
            self._mark_index.free_right if side == Side.RIGHT else self._mark_index.free_left
        )
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


def make_label(
    arrangement: Arrangement,
    mark: Mark,
    x: float,
    title: Title,
    style: LabelStyle = LabelStyle.PLAIN,
    margin_px: float = 0.0,
    leading_px: float = 4.0,
) -> Label:
    """The label of `mark` at `x`, vertically centred on it."""
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


def label_beside(
    arrangement: Arrangement,
    scale: TimeScale,
    marks: Sequence[Mark],
    mark: Mark,
    gap_px: float,
    *,
    pill: bool = False,
    replaces: Label | None = None,
) -> Label | None:
    """The title of `mark` on a side where it covers no other mark, or None.

    It has to be in the window, unless it `replaces` a label that is not.
    """
    if arrangement.row_px < MIN_TITLE_ROW_PX:
        return None
    title, margin_px = title_of(arrangement, mark), PILL_PADDING_PX if pill else 0.0
    width = title.width + 2 * margin_px
    # Beside a small mark, a title has only the padding of the lane.
    leading_px = 2.0 if replaces is None else replaces.height - arrangement.font_px
    right_x, left_x = mark.box_right + gap_px, mark.box_left - gap_px - width
    on_left = replaces is not None and replaces.x < mark.left
    for x in (left_x, right_x) if on_left else (right_x, left_x):
        if replaces is None and (x < scale.left_px or x + width > scale.right_px):
            continue
        style = LabelStyle.SELECTED if pill else LabelStyle.PLAIN
        label = make_label(arrangement, mark, x, title, style, margin_px, leading_px)
        if not any(m is not mark and _covers(label, m) for m in marks):
            return label
    return None


def _covers(label: Label, mark: Mark) -> bool:
    """Whether a label covers a mark or touches it."""
    return (
        label.x < mark.box_right + MARK_SPACING_PX
        and mark.box_left < label.x + label.width + MARK_SPACING_PX
        and abs(mark.y - label.y - label.height / 2) < (mark.height + label.height) / 2
    )


def overlap(one: Label, other: Label, spacing_px: float = 0.0) -> bool:
    """Whether two labels overlap, or come closer than `spacing_px` side by side."""
    return (
        one.x < other.x + other.width + spacing_px
        and other.x < one.x + one.width + spacing_px
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
