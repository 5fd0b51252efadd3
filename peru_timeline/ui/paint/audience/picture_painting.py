"""Painting a picture of either style, for files, paper and previews; and the measures of the bundled typefaces."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from peru_timeline.pictures.composition.composition import Measures
from peru_timeline.pictures.composition.picture import Picture
from peru_timeline.pictures.page import Page
from peru_timeline.ui.look.theme import Theme
from peru_timeline.ui.paint.audience.composition_painting import paint_composition
from peru_timeline.ui.paint.page_painting import paint_page
from peru_timeline.ui.paint.text_measure import serif_width, text_width

MEASURES = Measures(text_width, serif_width)


def paint_picture(
    painter: QPainter, picture: Picture, theme: Theme, *, vector: bool = False
) -> None:
    """Paint the whole picture; the painter's units are design px. `vector`: for SVG and PDF."""
    if isinstance(picture, Page):
        paint_page(painter, picture, theme, vector=vector)
    else:
        paint_composition(painter, picture, theme, vector=vector)
