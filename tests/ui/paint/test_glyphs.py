from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from peru_timeline.pictures.slides.shapes import GLYPHS as SLIDE_GLYPHS
from peru_timeline.timeline.columns import BLOC_STYLE_COUNT
from peru_timeline.ui.look.theme import LIGHT, THEMES
from peru_timeline.ui.paint.glyphs import GLYPHS, glyph_icon, glyph_path, hatched_path

pytestmark = pytest.mark.usefixtures("qapp")


def test_glyphs_are_about_equally_large_and_centred() -> None:
    areas = []
    for bloc in range(len(GLYPHS)):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.fillPath(glyph_path(bloc, 20.0).translated(20, 20), Qt.GlobalColor.black)
        painter.end()
        dark = [
            (x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).lightness() < 128
        ]
        areas.append(len(dark))
        assert abs(sum(x for x, _ in dark) / len(dark) - 19.5) < 0.8
        assert abs(sum(y for _, y in dark) / len(dark) - 19.5) < 1.8
        assert not hatched_path(bloc, 20.0).isEmpty()
    assert max(areas) / min(areas) < 1.7


def test_icons_of_glyphs() -> None:
    sizes = {size.width() for size in glyph_icon(LIGHT, 1).availableSizes()}
    assert len(sizes) == 3


def test_every_style_has_a_glyph_and_a_colour_on_screen_and_on_slides() -> None:
    assert len(GLYPHS) == len(SLIDE_GLYPHS) == BLOC_STYLE_COUNT
    assert {len(theme.blocs) for theme in THEMES.values()} == {BLOC_STYLE_COUNT}
    assert {len(theme.bloc_tints) for theme in THEMES.values()} == {BLOC_STYLE_COUNT}
