"""Pages in the fonts they are painted in."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from peru_timeline.chronology.query import Query
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import NAMED, parse_size
from peru_timeline.pictures.subject import Subject
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.page_painting import paint_page
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.pictures.overlaps import outside, overlapping, titles_on_marks
from tests.ui.subjects import subject_of


@pytest.mark.parametrize("size", ["16:9", "4:3", "a4", "a4-portrait", "800x600"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_overlaps_in_the_fonts_that_are_drawn(
    opened: OpenChronology, size: str, language: str
) -> None:
    for query in (Query(), Query(sectors=frozenset({"military", "politics"})), Query(text="port")):
        page = compose(subject_of(opened, query, language), PageSpec(parse_size(size)), text_width)
        assert overlapping(page) == []
        assert outside(page) == []
        assert titles_on_marks(page) == []


def test_a_page_is_painted_within_its_edges(subject: Subject) -> None:
    page = compose(subject, PageSpec(NAMED["16:9"]), text_width)
    image = QImage(1700, 1000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    painter.translate(50, 50)
    paint_page(painter, page, LIGHT)
    painter.end()
    beyond = [
        QRectF(0, 0, 1700, 50), QRectF(0, 950, 1700, 50), QRectF(0, 0, 50, 1000), QRectF(1650, 0, 50, 1000),
    ]  # fmt: skip
    magenta = struct.pack("<I", 0xFFFF00FF)
    for area in beyond:
        part = image.copy(area.toRect())
        assert bytes(part.constBits()) == magenta * (part.width() * part.height())
