"""A page on a slide, as native shapes: the time axis, the lanes and the legend are groups, each with a description."""

from __future__ import annotations

from typing import Any

from peru_timeline.pictures.page import Page
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.shapes import add_rectangle, add_text, describe, make_title
from peru_timeline.pictures.slides.slide_lanes import draw_lane
from peru_timeline.pictures.slides.slide_marks import draw_cluster, draw_mark
from peru_timeline.pictures.slides.slide_shelf import draw_shelf
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box, TextLine
from peru_timeline.timeline.metrics import (
    MAJOR_FONT_PX,
    MAJOR_LABEL_Y_PX,
    MAJOR_TICK_Y_PX,
    MINOR_FONT_PX,
    MINOR_LABEL_Y_PX,
    MINOR_TICK_Y_PX,
)
from peru_timeline.typefaces import REGULAR, SEMIBOLD

LONGEST_NAME = 40  # characters of a shape's name
TICK_LABEL_WIDTH_PX = 60.0
WIDEST_FIGURE_EM = 0.6


def draw_page(slide: Any, page: Page, subject: Subject, palette: Palette) -> None:
    """Draw the whole page on an empty slide."""
    shapes = slide.shapes
    ground = Box(0, 0, page.size.width, page.size.height)
    add_rectangle(shapes, ground, palette.ground, name="Ground")
    _draw_grid(shapes.add_group_shape(), page, palette)
    for band in page.scene.lanes:
        draw_lane(shapes.add_group_shape(), band, page, subject, palette)
    if page.scene.shelf.width:
        draw_shelf(shapes.add_group_shape(), page, subject, palette)
    for x, y, width in page.rules:
        add_rectangle(shapes, Box(x, y, width, 1), palette.line)
    for number, line in enumerate(page.lines):
        shape = _draw_line(shapes, line, palette, name=line.text[:LONGEST_NAME])
        if number == 0 and page.title:
            make_title(shape)
    if page.keys:
        _draw_legend(shapes.add_group_shape(), page, palette)


def _draw_line(shapes: Any, line: TextLine, palette: Palette, name: str = "") -> Any:
    colour = getattr(palette, line.ink)
    runs = [(line.text, line.px, line.weight, colour)]
    return add_text(shapes, line.box, [runs], name=name, loose=True)


def _draw_legend(group: Any, page: Page, palette: Palette) -> None:
    for key in page.keys:
        if key.mark is not None:
            draw_mark(group.shapes, key.mark, palette, zoom=1.0)
        if key.cluster is not None:
            draw_cluster(group.shapes, key.cluster, palette, zoom=1.0)
        for line in (key.letters, key.meaning):
            if line is not None:
                _draw_line(group.shapes, line, palette)
    describe(group, "; ".join(key.meaning.text for key in page.keys))
    group.name = "Legend"


def _draw_grid(group: Any, page: Page, palette: Palette) -> None:
    """The time axis, and the lines between lanes and of time."""
    shapes, scene = group.shapes, page.scene
    for band in scene.lanes:
        if band.shaded:
            area = page.on_page(0, band.top, scene.outer_right, band.height)
            add_rectangle(shapes, area, palette.shade)
        below = page.on_page(0, band.top + band.height, scene.outer_right, 0)
        add_rectangle(shapes, Box(below.left, below.top - 1, below.width, 1), palette.line)
    for major, ticks, colour, top in (
        (False, scene.ticks.minor, palette.line_soft, MINOR_TICK_Y_PX),
        (True, scene.ticks.major, palette.line, MAJOR_TICK_Y_PX),
    ):
        for tick in ticks:
            if tick.line and scene.left <= tick.px <= scene.right:
                at = page.on_page(tick.px, top, 0, scene.height - top)
                add_rectangle(shapes, Box(at.left - 0.5, at.top, 1, at.height), colour)
            if tick.label:
                _draw_tick_label(shapes, tick.label, tick.px, page, palette, major=major)
    axis = page.on_page(0, 0, scene.outer_right, 0)
    add_rectangle(shapes, Box(axis.left, axis.top - 1, axis.width, 1), palette.line)
    describe(group, page.description)
    group.name = "Time"


def _draw_tick_label(
    shapes: Any, label: str, px: float, page: Page, palette: Palette, *, major: bool
) -> None:
    """Draw the label of a tick, unless it would extend beyond the right edge."""
    if major:
        x, y, scene_px, weight, colour = 1, MAJOR_LABEL_Y_PX, MAJOR_FONT_PX, SEMIBOLD, palette.ink
    else:
        x, y, scene_px, weight, colour = (
            4, MINOR_LABEL_Y_PX, MINOR_FONT_PX, REGULAR, palette.ink_faint,
        )  # fmt: skip
    font_px, at = scene_px * page.scene_zoom, page.on_page(px + x, y, 0, 0)
    if (
        at.left + len(label) * WIDEST_FIGURE_EM * font_px
        > page.on_page(page.scene.right, 0, 0, 0).left
    ):
        return
    width = TICK_LABEL_WIDTH_PX * page.scene_zoom
    box = Box(at.left, at.top - 0.65 * font_px, width, 1.3 * font_px)
    add_text(shapes, box, [[(label, font_px, weight, colour)]], loose=True)
