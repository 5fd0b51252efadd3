"""A composition on a slide, as native shapes: time, every event, the quotation and the legend are groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peru_timeline.chronology.text import printable
from peru_timeline.pictures.composition.composition import (
    FRAME_LINE_PX,
    FRAME_RADIUS_PX,
    MARK_ZOOM,
    Composition,
    Told,
)
from peru_timeline.pictures.composition.quoting import STRIPE_PX
from peru_timeline.pictures.composition.styles import HEADLINE
from peru_timeline.pictures.slides.palette import Palette, blended
from peru_timeline.pictures.slides.shapes import (
    add_rectangle,
    add_text,
    describe,
    make_title,
    outline,
)
from peru_timeline.pictures.slides.slide_bands import draw_band
from peru_timeline.pictures.slides.slide_marks import draw_mark
from peru_timeline.pictures.slides.text_blocks import Block, blocks
from peru_timeline.pictures.subject import Subject, event_in_words
from peru_timeline.pictures.text_lines import Box, TextLine
from peru_timeline.timeline.axis.ticks import Stretched

LONGEST_NAME = 40  # characters of a shape's name
DIMMED_SHARE = 0.5  # of its colour that a mark keeps beside the one that is spoken of


def draw_composition(
    slide: Any, composition: Composition, subject: Subject, palette: Palette
) -> None:
    """Draw the whole composition on an empty slide."""
    shapes = slide.shapes
    ground = Box(0, 0, composition.size.width, composition.size.height)
    if palette.ground:  # a template has its own
        add_rectangle(shapes, ground, palette.ground, name="Ground")
    _draw_time(shapes.add_group_shape(), composition, palette)
    pale = _dimmed(palette)
    for told in composition.told:
        colours = pale if told.dimmed else palette
        _draw_event(shapes.add_group_shape(), told, subject, colours)
    for line in composition.foot:  # each says something of its own
        _draw_block(shapes, Block((line,)), palette)
    for number, block in enumerate(blocks(composition.head)):
        shape = _draw_block(shapes, block, palette)
        if number == 0 and block.lines[0].px == HEADLINE.px:
            make_title(shape)
    if composition.panel is not None:
        _draw_panel(shapes.add_group_shape(), composition, palette)
    if composition.keys:
        _draw_legend(shapes.add_group_shape(), composition, palette)


def _dimmed(palette: Palette) -> Palette:
    return palette._replace(
        blocs=tuple(blended(bloc, palette.paper, DIMMED_SHARE) for bloc in palette.blocs)
    )


def _draw_lines(
    shapes: Any, lines: Sequence[TextLine], palette: Palette, *, right: bool = False
) -> None:
    for block in blocks(lines):
        _draw_block(shapes, block, palette, right=right)


def _draw_block(shapes: Any, block: Block, palette: Palette, *, right: bool = False) -> Any:
    first, box = block.lines[0], block.box
    if right and not block.is_right:
        end = max(line.x + line.width for line in block.lines)
        box = box._replace(left=box.left - (box.right - end))
    run = (block.text, first.px, first.weight, getattr(palette, first.ink))
    return add_text(
        shapes,
        box,
        [[run]],
        serif=first.serif,
        loose=len(block.lines) == 1,
        right=right or block.is_right,
        top=True,
        line_px=block.line_px,
        name=block.text[:LONGEST_NAME],
    )


def _draw_time(group: Any, composition: Composition, palette: Palette) -> None:
    """The axis with its grid, and the bars that count what is left out."""
    shapes, area = group.shapes, composition.area
    for drawn in composition.bands:
        draw_band(shapes, drawn, palette)
    for lane in composition.lanes:
        if lane.line.height:
            add_rectangle(shapes, lane.line, palette.line)
    top = min((line.box.top for line in composition.axis.labels), default=area.top)
    for box, stretched in composition.axis.shaded:
        add_rectangle(shapes, box, _shade_of(stretched, palette))
    for x, is_major in composition.axis.grid:
        colour = palette.line if is_major else palette.line_soft
        add_rectangle(shapes, Box(x - 0.5, top, 1, area.bottom - top), colour)
    add_rectangle(shapes, Box(area.left, area.bottom, area.width, 1), palette.line)
    for box in composition.rest:
        add_rectangle(shapes, box, palette.density)
    named = (
        *(band.label for band in composition.bands),
        *(lane.name for lane in composition.lanes),
    )
    for line in (*composition.axis.labels, *named):
        _draw_block(shapes, Block((line,)), palette)
    describe(group, composition.description)
    group.name = "Time"


def _shade_of(stretched: Stretched, palette: Palette) -> str:
    """The colour behind the axis, as colours of a template cannot be blended."""
    if stretched.times <= 2:
        return palette.shade
    return palette.line_soft if stretched.times <= 4 else palette.line


def _draw_event(group: Any, told: Told, subject: Subject, palette: Palette) -> None:
    if told.highlighted:
        frame = add_rectangle(
            group.shapes, told.frame, palette.paper, FRAME_RADIUS_PX, name="Frame"
        )
        outline(frame, palette.blocs[told.mark.bloc], FRAME_LINE_PX)
    draw_mark(group.shapes, told.mark, palette, MARK_ZOOM)
    lines = [line for line in told.lines if line.text]
    ends = {round(line.x + line.width) for line in lines}
    begins = {round(line.x) for line in lines}
    # Below the right end of its mark a text keeps that end, in a narrower typeface too.
    _draw_lines(group.shapes, lines, palette, right=len(ends) < len(begins))
    said = event_in_words(subject, told.event)
    describe(group, said)
    group.name = printable(said[:LONGEST_NAME])


def _draw_panel(group: Any, composition: Composition, palette: Palette) -> None:
    panel = composition.panel
    if panel is None:
        return
    box = panel.box
    add_rectangle(group.shapes, box, palette.shade)
    stripe = Box(box.left, box.top, STRIPE_PX, box.height)
    add_rectangle(group.shapes, stripe, palette.blocs[panel.bloc])
    _draw_lines(group.shapes, panel.lines, palette)
    describe(group, " ".join(line.text for line in panel.lines))
    group.name = "Quotation"


def _draw_legend(group: Any, composition: Composition, palette: Palette) -> None:
    for key in composition.keys:
        if key.mark is not None:
            draw_mark(group.shapes, key.mark, palette, MARK_ZOOM)
        for line in (key.letters, key.meaning):
            if line is not None:
                _draw_block(group.shapes, Block((line,)), palette)
    describe(group, "; ".join(key.meaning.text for key in composition.keys))
    group.name = "Legend"
