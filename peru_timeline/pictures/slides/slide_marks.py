"""Marks on a slide, as native shapes; they are in design px."""

from __future__ import annotations

from typing import Any

from peru_timeline.chronology.models import Status
from peru_timeline.pictures.slides.palette import Palette, blended
from peru_timeline.pictures.slides.shapes import (
    add_chevron,
    add_glyph,
    add_rectangle,
    fill,
    fill_fading,
    fill_hatched,
    outline,
)
from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.metrics import (
    ARROW_HEIGHT_PX,
    ARROW_X_PX,
    BAR_GLYPH_PX,
    BAR_GLYPH_X_PX,
    BAR_RADIUS_PX,
    FADED_OPACITY,
    OUTLINE_PX,
    WHISKER_END_PX,
    WHISKER_GLYPH_PX,
    WHISKER_PX,
)
from peru_timeline.timeline.scene import Mark, Shape

_STATUSES = tuple(Status)


def draw_mark(shapes: Any, mark: Mark, palette: Palette, zoom: float) -> None:
    """Draw a mark; `zoom` is design px per px of the scene."""
    if mark.shape == Shape.RANGE:
        _draw_whisker(shapes, mark, palette, zoom)
        return
    status, bloc_colour = _STATUSES[mark.status], palette.blocs[mark.bloc]
    point = mark.shape == Shape.POINT
    if point:
        colour = bloc_colour
        shape = add_glyph(shapes, mark.bloc, mark.left, mark.y, mark.height, colour)
    else:
        box = Box(mark.left, mark.y - mark.height / 2, mark.right - mark.left, mark.height)
        colour = palette.bloc_tints[mark.bloc] if mark.tinted else bloc_colour
        shape = add_rectangle(shapes, box, colour, min(BAR_RADIUS_PX * zoom, mark.height / 2))
    filled = status in (Status.HAPPENED, Status.REPORTED)
    if status == Status.ALLEGED:
        fill_hatched(shape, colour, palette.paper)
    elif filled and mark.dotted:  # dots around a bar of their own colour could not be seen
        colour = palette.bloc_tints[mark.bloc]
        fill(shape, colour)
    elif not filled:
        fill(shape, palette.paper)
    if not filled or mark.dotted:
        dash = "sysDot" if mark.dotted else "dash" if status == Status.CANCELLED else None
        outline(shape, bloc_colour, OUTLINE_PX * zoom, dash)
    if filled and not point and (stops := _stops(mark, colour, palette.paper, zoom)):
        fill_fading(shape, stops)
    if mark.tinted:
        size = min(BAR_GLYPH_PX * zoom, mark.height - 4)
        add_glyph(shapes, mark.bloc, mark.left + BAR_GLYPH_X_PX * zoom, mark.y, size, bloc_colour)
    if mark.arrow_right and not point:
        size = min(ARROW_HEIGHT_PX * zoom, mark.height)
        add_chevron(shapes, mark.right - ARROW_X_PX * zoom, mark.y, size, bloc_colour)


def _draw_whisker(shapes: Any, mark: Mark, palette: Palette, zoom: float) -> None:
    """A thin line over the possible days with an end at either side, and the glyph in its middle."""
    colour, thick = palette.blocs[mark.bloc], WHISKER_PX * zoom
    tall = WHISKER_END_PX * zoom
    for begin, end in mark.line_px(mark.left, mark.right):
        add_rectangle(shapes, Box(begin, mark.y - thick / 2, end - begin, thick), colour)
    for x in (mark.left, mark.right - thick):
        add_rectangle(shapes, Box(x, mark.y - tall / 2, thick, tall), colour)
    middle, size = (mark.left + mark.right) / 2, min(mark.height, WHISKER_GLYPH_PX * zoom)
    glyph = mark._replace(shape=Shape.POINT, left=middle, right=middle, height=size)
    draw_mark(shapes, glyph, palette, zoom)


def _stops(mark: Mark, colour: str, ground: str, zoom: float) -> list[tuple[float, str]]:
    """The colours of a bar whose ends fade; empty if none does."""
    left, right = mark.fade_px(zoom)
    if not (left or right):
        return []
    width = max(mark.right - mark.left, 1e-6)
    faint = blended(colour, ground, FADED_OPACITY)
    begin, end = min(left / width, 1.0), max(1 - right / width, left / width)
    stops = [(0.0, faint), (begin, colour)] if left else [(0.0, colour)]
    # No place twice: LibreOffice draws such a bar in one colour.
    return [*stops, (end, colour), (1.0, faint)] if right else [*stops, (1.0, colour)]
