"""How much room the marks of events take at an octave of zoom."""

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

GLYPH_PX = 10.0  # a bar shorter than this is drawn as its bloc's glyph, in its middle
SMALL_GLYPH_PX = 8.0  # of a mark without title in a crowded lane
TAIL_PX = 16.0  # how far a tail reaches to the left of what is known
SMALL_TAIL_PX = 9.0
QUEUED_WITHIN_PX = 4.0  # days closer than this at the octave's lower end share a queue
TITLE_INSET_LEFT_PX = 20.0  # of a tinted bar: the glyph and air before the title
TITLE_INSET_RIGHT_PX = 10.0  # and after it
TAIL, POINT = int(Shape.TAIL), int(Shape.POINT)  # an enumeration's members take long to look up
TITLE_VALUES = np.array([0.0, 1.0, 2.0, 6.0])  # what a title is worth, by importance


@dataclass(frozen=True, slots=True)
class Octave:
    """A zoom level: everything between `resolution` and twice that is laid out in the same rows."""

    number: int  # 0 holds the opening view
    px_per_day: float  # px per day at its lower end
    view_px: float  # width of the window
    home_left_px: float  # the opening span, in px of `to_px`
    home_right_px: float
    origin_day: float

    def to_px(self, days: Floats) -> Floats:
        """Px at the octave's lower end, counted from the start of the opening span."""
        return (days - self.origin_day) * self.px_per_day

    def to_day(self, px: Floats) -> Floats:
        """The days at these px."""
        return px / self.px_per_day + self.origin_day


def octave_at(layout_input: LayoutInput, px_per_day: float, view_px: float) -> Octave:
    """The octave that a zoom falls into; anchored to the opening view, which has the lower end of octave 0."""
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
    """(left edges, right edges, which are glyphs) of marks from their days."""
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
    """As `drawn`, of (starts, ends, shapes), with those that queue up at their places there."""
    left, right, glyph = mark_geometry(*days, scale, ~full_row)
    bound = scale.to_px(queued_before) - shift
    queued = ~np.isnan(bound)
    return np.where(queued, bound - SMALL_TAIL_PX, left), np.where(queued, bound, right), glyph


def title_limit(view_px: float) -> float:
    """The widest that a title may be, px: so that one fits beside any mark of the opening view."""
    return max(80.0, 0.46 * view_px)


def bar_items(
    layout_input: LayoutInput,
    events: NDArray[np.int32],
    octave: Octave,
    font_px: float,
    dated: bool,
) -> PackingItems:
    """Marks and their titles as items to be packed; `dated` titles have their date after them."""
    columns = layout_input.columns
    left, right = mark_extents(columns, events, octave)
    widths = layout_input.title_widths(events.tolist(), font_px, dated, title_limit(octave.view_px))
    shape = columns.shape[events]
    bar = (shape == Shape.SPAN) | (shape == Shape.FUZZY)
    inside = bar & (right - left >= widths + TITLE_INSET_LEFT_PX + TITLE_INSET_RIGHT_PX)
    return _items(columns, events, octave, (left, right), widths + TITLE_GAP_PX, inside)


def card_items(columns: Columns, events: NDArray[np.int32], octave: Octave) -> PackingItems:
    """Marks with a card below each: what the card is wider than the mark stands out to one side, as a title would."""
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
    queue, bounds = queues(columns, events, octave)
    return PackingItems(
        left=left,
        right=right,
        small_left=small_left,
        small_right=small_right,
        queue=queue,
        bounds=octave.to_px(bounds),
        title=title,
        # Beyond the opening span there is nothing to see: titles stay within it, unless their mark does not.
        may_right=(right + title <= octave.home_right_px) | (left >= octave.home_right_px),
        may_left=(left - title >= octave.home_left_px) | (right <= octave.home_left_px),
        inside=inside,
        priority=np.lexsort((events, -importance.astype(np.int64))),
        title_value=TITLE_VALUES[importance],
    )


def queues(
    columns: Columns, events: NDArray[np.int32], octave: Octave
) -> tuple[NDArray[np.int64], Floats]:
    """([n] number of the queue or -1, [queues] the day before which it stands).

    Events of unknown start queue up where they end within a few px of each other; the few days between are lost only
    as long as they have no title and the reader is so far away.
    """
    queue = np.full(len(events), -1, dtype=np.int64)
    start, end = columns.start[events], columns.end[events]
    within = QUEUED_WITHIN_PX / octave.px_per_day
    short = (columns.shape[events] == Shape.TAIL) & (
        end - start <= SMALL_TAIL_PX / octave.px_per_day
    )
    bounds: list[float] = []
    first = -np.inf
    for i in np.flatnonzero(short)[np.argsort(end[short], kind="stable")].tolist():
        if end[i] > first + within:
            first = float(end[i])
            bounds.append(first)
        bounds[-1] = float(end[i])
        queue[i] = len(bounds) - 1
    return queue, np.array(bounds, dtype=np.float64)
