"""Bars of plain shapes, for SVG and PDF."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.bar_vectors import BarLook, fill_bar

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_bar_of_a_file_is_round_only_where_it_ends(goes_on: bool) -> None:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    look = BarLook(QRectF(0, 0, 60, 20), 10, 0, 90 if goes_on else 60, 0, 0, 1)
    with QPainter(image) as painter:
        fill_bar(painter, look, LIGHT.ink, LIGHT.ground)
    assert (image.pixelColor(59, 0) == LIGHT.ink) is goes_on
    assert image.pixelColor(0, 0) != LIGHT.ink
