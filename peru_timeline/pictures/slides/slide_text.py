"""Slides of text: their size and margins, and paragraphs below one another."""

from __future__ import annotations

from typing import Any

from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.shapes import add_rectangle, add_text, make_title
from peru_timeline.pictures.text_lines import Box, wrapped
from peru_timeline.timeline.text_measure import TextMeasure

WIDTH_PX, HEIGHT_PX = 1600.0, 900.0
MARGIN_PX = 96.0
TEXT_WIDTH_PX = WIDTH_PX - 2 * MARGIN_PX
TITLE_PX = 44.0
FILLED_SHARE = 0.96  # of the width that a line may fill, as other fonts are wider
SMALLEST_SHARE = 0.6  # of its size to which a text is reduced
TITLE_LAYOUT = 5  # "Title Only" of python-pptx's own template


def add_slide(presentation: Any) -> Any:
    """Add an empty slide."""
    slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_LAYOUT])
    for placeholder in slide.placeholders:  # our title is a text box
        placeholder._element.getparent().remove(placeholder._element)
    return slide


def fill_ground(shapes: Any, palette: Palette) -> None:
    """Fill the slide with the colour of the ground."""
    add_rectangle(shapes, Box(0, 0, WIDTH_PX, HEIGHT_PX), palette.ground, name="Ground")


def add_paragraph(shapes: Any, box: Box, text: str, px: float, weight: int, colour: str) -> Any:
    """Add a text box with one paragraph."""
    runs = [(text, px, weight, colour)]
    return add_text(shapes, box, [runs], top=True, name=text[:40], spacing=1.05)


def add_flowing(
    shapes: Any,
    y: float,
    text: str,
    px: float,
    weight: int,
    colour: str,
    measure: TextMeasure,
    most_lines: int,
    *,
    is_title: bool = False,
) -> float:
    """Add a paragraph that is as wide as the slide allows; returns the y of its end.

    A text that needs more lines is set smaller rather than cut. `is_title`: it is the title of the slide.
    """
    lines = wrapped(text, px, weight, FILLED_SHARE * TEXT_WIDTH_PX, measure)
    if len(lines) > most_lines:
        px *= max(most_lines / len(lines), SMALLEST_SHARE)
        lines = wrapped(text, px, weight, FILLED_SHARE * TEXT_WIDTH_PX, measure)
    height = 1.3 * px * len(lines)
    if text:
        box = Box(MARGIN_PX, y, TEXT_WIDTH_PX, height)
        shape = add_paragraph(shapes, box, text, px, weight, colour)
        if is_title:
            make_title(shape)
    return y + height
