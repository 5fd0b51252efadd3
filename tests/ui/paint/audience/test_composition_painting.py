"""Painting compositions: what is drawn is what was composed, in files and on the screen."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from peru_timeline.chronology.query import Query
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.composition.picture import picture_of
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import parse_size
from peru_timeline.ui.look.theme import CONTRAST, DARK, LIGHT, Theme
from peru_timeline.ui.paint.audience.composition_painting import dimmed_theme
from peru_timeline.ui.paint.audience.picture_painting import MEASURES, paint_picture
from peru_timeline.ui.paint.files.pdf_file import pdf
from peru_timeline.ui.paint.files.png_file import png
from peru_timeline.ui.paint.files.svg_file import svg
from peru_timeline.ui.state.open_chronology import OpenChronology
from tests.ui.subjects import subject_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def composition(opened: OpenChronology) -> Composition:
    subject = subject_of(opened, Query(text="chancay"), "en")
    made = picture_of(subject, PageSpec(parse_size("16:9"), style="audience"), MEASURES)
    assert isinstance(made, Composition)
    return made


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_every_mark_is_seen_in_its_colour(composition: Composition, theme: Theme) -> None:
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_picture(painter, composition, theme)
    painter.end()
    filled = [t for t in composition.told if t.mark.status in (0, 1) and not t.mark.dotted]
    assert filled
    for told in filled:
        mark = told.mark
        middle = (mark.left + mark.right) / 2
        x = mark.right - 6 if mark.fade_left and not mark.fade_right else middle
        near = image.pixelColor(round(x), round(mark.y))
        assert distance(near, theme.blocs[mark.bloc]) < distance(near, theme.ground)


def distance(one: QColor, other: QColor) -> float:
    return (
        abs(one.redF() - other.redF())
        + abs(one.greenF() - other.greenF())
        + abs(one.blueF() - other.blueF())
    )


def test_dimmed_marks_keep_away_from_the_ground() -> None:
    for theme in (LIGHT, DARK, CONTRAST):
        for bloc in dimmed_theme(theme).blocs:
            assert distance(bloc, theme.ground) > 0.25


def test_files_say_every_line_of_it(composition: Composition) -> None:
    root = ElementTree.fromstring(svg(composition, LIGHT).decode())
    said = [element.text for element in root.iter(f"{SVG}text")]
    for line in composition.text:
        assert line.text in said
    assert root.findtext(f"{SVG}desc") == composition.description
    assert (pdf([composition], LIGHT) or b"").startswith(b"%PDF")
    content = png(composition, LIGHT) or b""
    assert QImage.fromData(content).width() == 1600
    assert content == png(composition, LIGHT)
