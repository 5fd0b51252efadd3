from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from peru_timeline.ui.look.theme import LIGHT
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
