"""How much room the marks of events take at an octave of zoom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.metrics import TITLE_GAP_PX
from peru_timeline.timeline.packing.row_packing import Floats, PackingItems
from peru_timeline.timeline.scene import Shape

GLYPH_PX = 10.0  # a bar shorter than this is drawn as its bloc's glyph, in its middle
QUIET_PX = 5.0  # the least width of a mark in the strip at its lane's foot
TITLE_INSET_LEFT_PX = 20.0  # of a tinted bar: the glyph and air before the title
STICKY_PX = (
    22.0  # where a title begins in a bar that began before the area: after the sign for that
)
TITLE_INSET_RIGHT_PX = 10.0  # and after it
LONGEST_TITLE_PX = 400.0
POINT = int(Shape.POINT)  # an enumeration's members take long to look up
TITLE_VALUES = np.array([0.0, 1.0, 2.0, 6.0])  # what a title is worth, by importance
KEY_IMPORTANCE = 3


@dataclass(frozen=True, slots=True)
class Octave:
    """A zoom level: everything between `resolution` and twice that is laid out in the same rows."""

    number: int  # 0 holds the opening view
    px_per_day: float  # px per day at its lower end
    view_px: float  # width of the window
    home_left_px: (
        float  # the opening span, or all there is where one sees more than that; in px of `to_px`
    )
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
    within, origin = layout_input.home, layout_input.home.start
    if number < 0:
        within = layout_input.everything
    left, right = ((day - origin) * px_per_day for day in (within.start, within.end))
    return Octave(number, px_per_day, view_px, left, right, origin)


def mark_extents(
    columns: Columns, events: NDArray[np.int32], scale: Octave | TimeScale
) -> tuple[Floats, Floats]:
    """([n], [n]) Left and right edge of each event's mark in px: a bar, or a glyph where that is wider."""
    left, right, _ = mark_geometry(
        columns.start[events], columns.end[events], columns.shape[events], scale
    )
    return left, right


def mark_geometry(
    start: Floats,
    end: Floats,
    shape: NDArray[np.uint8],
    scale: Octave | TimeScale,
    quiet: NDArray[np.bool_] | None = None,
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """(left edges, right edges, which are glyphs) of marks from their days; `quiet` [n] marks may be narrower."""
    least_px = GLYPH_PX if quiet is None else np.where(quiet, QUIET_PX, GLYPH_PX)
    begin, after = scale.to_px(start), scale.to_px(end)
    middle = (begin + after) / 2
    glyph = (shape == POINT) | (after - begin < least_px)
    left = np.where(glyph, middle - least_px / 2, begin)
    return left, np.where(glyph, middle + least_px / 2, after), glyph


def title_limit(view_px: float) -> float:
    """The widest that a title may be, px: no title of some sixty letters is cut, and none fills the window."""
    return max(LONGEST_TITLE_PX, 0.46 * view_px)


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
    inside = bar & (_room_inside(octave, left, right) >= widths)
    return _items(columns, events, octave, (left, right), widths + TITLE_GAP_PX, inside)


def _room_inside(octave: Octave, left: Floats, right: Floats) -> Floats:
    """[n] Px for a title in each bar: of one that goes on outside the opening span, in the part within it."""
    begin = np.maximum(left + TITLE_INSET_LEFT_PX, octave.home_left_px + STICKY_PX)
    within = np.minimum(right, octave.home_right_px) - begin
    outside = (right <= octave.home_left_px) | (left >= octave.home_right_px)
    return np.where(outside, right - left - TITLE_INSET_LEFT_PX, within) - TITLE_INSET_RIGHT_PX


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
    # Beyond the opening span there is nothing to see: titles stay within it, unless their mark does not.
    free_left, free_right = left - octave.home_left_px, octave.home_right_px - right
    may_right = (title <= free_right) | (left >= octave.home_right_px)
    may_left = (title <= free_left) | (right <= octave.home_left_px)
    # A title too wide for either side is cut at the edge of the opening view, on the side with more room.
    neither = ~may_left & ~may_right & ~inside
    may_right |= neither & (free_right >= free_left)
    may_left |= neither & (free_right < free_left)
    title = np.where(neither, np.maximum(np.maximum(free_left, free_right), 0.0), title)
    return PackingItems(
        left=left,
        right=right,
        title=title,
        may_right=may_right,
        may_left=may_left,
        inside=inside,
        cut=neither,
        priority=np.lexsort((events, -importance.astype(np.int64))),
        title_value=TITLE_VALUES[importance],
        is_key=importance == KEY_IMPORTANCE,
        above=np.zeros(len(events), dtype=np.bool_),
    )
