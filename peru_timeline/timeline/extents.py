"""How much room the marks of events take at an octave of zoom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.rows import Floats, Items
from peru_timeline.timeline.scale import TimeScale
from peru_timeline.timeline.scene import Shape
from peru_timeline.timeline.sheet import TITLE_GAP_PX, Sheet

GLYPH_PX = 10.0  # a bar shorter than this is drawn as its bloc's glyph, in its middle
TAIL_PX = 22.0  # how far a tail reaches to the left of what is known
HEAD_PX = 20.0  # of a tinted bar: the glyph and air before the title
FOOT_PX = 10.0  # and after it
CARD_PX = 300.0  # width of a card
WEIGHTS = np.array([0.0, 1.0, 2.0, 6.0])  # what a title is worth, by importance


@dataclass(frozen=True, slots=True)
class Octave:
    """A zoom level: everything between `resolution` and twice that is laid out in the same rows."""

    number: int  # 0 holds the opening view
    resolution: float  # px per day at its lower end
    view_px: float  # width of the window
    home_left_px: float  # the opening span, in px of `to_px`
    home_right_px: float
    origin_day: float

    def to_px(self, days: Floats) -> Floats:
        """Px at the octave's lower end, counted from the start of the opening span."""
        return (days - self.origin_day) * self.resolution


def octave_of(sheet: Sheet, px_per_day: float, view_px: float) -> Octave:
    """The octave that a zoom falls into; anchored to the opening view, which has the lower end of octave 0."""
    fit = view_px / sheet.home.width
    number = int(np.floor(np.log2(px_per_day / fit) + 1e-9))
    resolution = fit * 2.0**number
    return Octave(number, resolution, view_px, 0.0, sheet.home.width * resolution, sheet.home.start)


def mark_extents(
    columns: Columns, events: NDArray[np.int32], scale: Octave | TimeScale
) -> tuple[Floats, Floats]:
    """([n], [n]) Left and right edge of each event's mark in px: a bar, or a glyph where that is wider."""
    start, end = columns.start[events], columns.end[events]
    left, right, _ = drawn(start, end, columns.shape[events], scale)
    return left, right


def drawn(
    start: Floats, end: Floats, shape: NDArray[np.uint8], scale: Octave | TimeScale
) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """(left edges, right edges, which are glyphs) of marks from their days."""
    begin, after = scale.to_px(start), scale.to_px(end)
    middle = (begin + after) / 2
    tail = shape == Shape.TAIL
    glyph = (shape == Shape.POINT) | ((after - begin < GLYPH_PX) & ~tail)
    left = np.where(glyph, middle - GLYPH_PX / 2, np.where(tail, begin - TAIL_PX, begin))
    right = np.where(glyph, middle + GLYPH_PX / 2, np.maximum(after, middle + GLYPH_PX / 2))
    return left, right, glyph


def title_limit(view_px: float) -> float:
    """The widest that a title may be, px: so that one fits beside any mark of the opening view."""
    return max(80.0, 0.46 * view_px)


def bar_items(
    sheet: Sheet, events: NDArray[np.int32], octave: Octave, font_px: float, dated: bool
) -> Items:
    """Marks and their titles as items to be packed; `dated` titles have their date after them."""
    columns = sheet.columns
    left, right = mark_extents(columns, events, octave)
    widths = sheet.title_widths(events.tolist(), font_px, dated, title_limit(octave.view_px))
    shape = columns.shape[events]
    bar = (shape == Shape.SPAN) | (shape == Shape.FUZZY)
    inside = bar & (right - left >= widths + HEAD_PX + FOOT_PX)
    return _items(columns, events, octave, left, right, widths + TITLE_GAP_PX, inside)


def card_items(columns: Columns, events: NDArray[np.int32], octave: Octave) -> Items:
    """Marks with a card below each: what the card is wider than the mark stands out to one side, as a title would."""
    left, right = mark_extents(columns, events, octave)
    beyond = np.maximum(CARD_PX - (right - left), 0.0)
    return _items(columns, events, octave, left, right, beyond, beyond == 0)


def _items(
    columns: Columns,
    events: NDArray[np.int32],
    octave: Octave,
    left: Floats,
    right: Floats,
    title: Floats,
    inside: NDArray[np.bool_],
) -> Items:
    importance = columns.importance[events]
    return Items(
        left=left,
        right=right,
        title=title,
        # Beyond the opening span there is nothing to see: titles stay within it, unless their mark does not.
        may_right=(right + title <= octave.home_right_px) | (right > octave.home_right_px),
        may_left=(left - title >= octave.home_left_px) | (left < octave.home_left_px),
        inside=inside,
        priority=np.lexsort((events, -importance.astype(np.int64))),
        weight=WEIGHTS[importance],
    )
