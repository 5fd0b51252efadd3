"""Mark extents: how many px the marks of events take at an octave of zoom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.metrics import CARD_WIDTH_PX, TITLE_GAP_PX
from peru_timeline.timeline.packing.row_packing import Floats, PackingItems
from peru_timeline.timeline.scene import Shape

GLYPH_PX = 10.0  # bars shorter than this are drawn as their bloc's glyph, in the middle
SMALL_GLYPH_PX = 8.0  # of a mark without title, in a single half row
TAIL_PX = 16.0  # length of a tail to the left of the earliest known day
SMALL_TAIL_PX = 9.0
QUEUED_WITHIN_PX = 4.0  # days closer than this share a queue
TITLE_INSET_LEFT_PX = 20.0  # in a tinted bar, before the title: the glyph stands there
TITLE_INSET_RIGHT_PX = 10.0  # after the title
TAIL, POINT = int(Shape.TAIL), int(Shape.POINT)  # as plain numbers, which compare faster
TITLE_VALUES = np.array([0.0, 1.0, 2.0, 6.0])  # what having a title is worth, by importance


@dataclass(frozen=True, slots=True)
class Octave:
    """A zoom level: all zooms from `px_per_day` to twice that, which share the same rows."""

    number: int  # 0 begins at the opening view
    px_per_day: float  # at its lower end
    view_px: float  # width of the window
    home_left_px: float  # start of the opening span, in px as of `to_px`
    home_right_px: float  # end of the opening span
    origin_day: float

    def to_px(self, days: Floats) -> Floats:
        """Px at the octave's lower end, counted from the start of the opening span."""
        return (days - self.origin_day) * self.px_per_day

    def to_day(self, px: Floats) -> Floats:
        """The days at these px."""
        return px / self.px_per_day + self.origin_day


def octave_at(layout_input: LayoutInput, px_per_day: float, view_px: float) -> Octave:
    """The octave of a zoom; octaves are anchored to the opening view, where octave 0 begins."""
    fit = view_px / layout_input.home.width
    number = int(np.floor(np.log2(px_per_day / fit) + 1e-9))
    px_per_day = fit * 2.0**number
    return Octave(
        number,
        px_per_day,
        view_px,
        0.0,
        layout_input.home.width * px_per_day,
        layout_input.home.start,
    )


def mark_extents(
    columns: Columns, events: NDArray[np.int32], scale: Octave | TimeScale, small: bool = False
) -> tuple[Floats, Floats]:
    """([n], [n]) Left and right edge of each event's mark in px: a bar, or a glyph where that is wider."""
    start, end = columns.start[events], columns.end[events]
    left, right, _ = mark_geometry(start, end, columns.shape[events], scale, small)
    return left, right


def mark_geometry(
    start: Floats,
    end: Floats,
    shape: NDArray[np.uint8],
    scale: Octave | TimeScale,
    small: bool | NDArray[np.bool_] = False,
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """([n] left edges, [n] right edges, [n] whether drawn as a glyph), in px, of marks given by their days."""
    glyph_px = GLYPH_PX + small * (SMALL_GLYPH_PX - GLYPH_PX)
    tail_px = TAIL_PX + small * (SMALL_TAIL_PX - TAIL_PX)
    begin, after = scale.to_px(start), scale.to_px(end)
    middle = (begin + after) / 2
    tail = shape == TAIL
    glyph = (shape == POINT) | ((after - begin < glyph_px) & ~tail)
    begin = np.where(tail, begin - tail_px, begin)
    left = np.where(glyph, middle - glyph_px / 2, begin)
    return left, np.where(glyph, middle + glyph_px / 2, after), glyph


def queued_mark_geometry(
    days: tuple[Floats, Floats, NDArray[np.uint8]],
    full_row: NDArray[np.bool_],
    queued_before: Floats,
    shift: Floats,
    scale: TimeScale,
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """As `mark_geometry`, of (starts, ends, shapes), with queued marks at their positions in the queue."""
    left, right, glyph = mark_geometry(*days, scale, ~full_row)
    bound = scale.to_px(queued_before) - shift
    queued = ~np.isnan(bound)
    return np.where(queued, bound - SMALL_TAIL_PX, left), np.where(queued, bound, right), glyph


def title_limit(view_px: float) -> float:
    """The greatest width of a title in px, such that one fits beside any mark of the opening view."""
    return max(80.0, 0.46 * view_px)


def bar_items(
    layout_input: LayoutInput,
    events: NDArray[np.int32],
    octave: Octave,
    font_px: float,
    dated: bool,
) -> PackingItems:
    """Marks and their titles as items to pack; `dated` titles have their date after them."""
    columns = layout_input.columns
    left, right = mark_extents(columns, events, octave)
    widths = layout_input.title_widths(events.tolist(), font_px, dated, title_limit(octave.view_px))
    shape = columns.shape[events]
    bar = (shape == Shape.SPAN) | (shape == Shape.FUZZY)
    inside = bar & (right - left >= widths + TITLE_INSET_LEFT_PX + TITLE_INSET_RIGHT_PX)
    return _items(columns, events, octave, (left, right), widths + TITLE_GAP_PX, inside)


def card_items(columns: Columns, events: NDArray[np.int32], octave: Octave) -> PackingItems:
    """Marks with their cards as items to pack: the part of a card beyond its mark is treated as a title."""
    left, right = mark_extents(columns, events, octave)
    beyond = np.maximum(CARD_WIDTH_PX - (right - left), 0.0)
    return _items(columns, events, octave, (left, right), beyond, beyond == 0)


def _items(
    columns: Columns,
    events: NDArray[np.int32],
    octave: Octave,
    mark: tuple[Floats, Floats],
    title: Floats,
    inside: NDArray[np.bool_],
) -> PackingItems:
    importance = columns.importance[events]
    left, right = mark
    small_left, small_right = mark_extents(columns, events, octave, small=True)
    queue, days = queues(columns, events, octave)
    return PackingItems(
        left=left,
        right=right,
        small_left=small_left,
        small_right=small_right,
        queue=queue,
        queue_px=octave.to_px(days),
        title_px=title,
        # Titles stay within the opening span, where the reader looks, unless their mark lies beyond it.
        may_right=(right + title <= octave.home_right_px) | (left >= octave.home_right_px),
        may_left=(left - title >= octave.home_left_px) | (right <= octave.home_left_px),
        inside=inside,
        priority=np.lexsort((events, -importance.astype(np.int64))),
        title_value=TITLE_VALUES[importance],
    )


def queues(
    columns: Columns, events: NDArray[np.int32], octave: Octave
) -> tuple[NDArray[np.int64], Floats]:
    """([n] number of the queue or -1, [queues] the day before which its events queue up).

    Events of unknown start share a queue if they end within a few px of each other. Their days then look the same,
    but only at this zoom and only without titles.
    """
    queue = np.full(len(events), -1, dtype=np.int64)
    start, end = columns.start[events], columns.end[events]
    within = QUEUED_WITHIN_PX / octave.px_per_day
    short = (columns.shape[events] == Shape.TAIL) & (
        end - start <= SMALL_TAIL_PX / octave.px_per_day
    )
    days: list[float] = []
    first = -np.inf
    for i in np.flatnonzero(short)[np.argsort(end[short], kind="stable")].tolist():
        if end[i] > first + within:
            first = float(end[i])
            days.append(first)
        days[-1] = float(end[i])
        queue[i] = len(days) - 1
    return queue, np.array(days, dtype=np.float64)
