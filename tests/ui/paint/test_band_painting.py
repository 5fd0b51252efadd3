"""Bands are painted behind, pale enough that every ink is read on them, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from peru_timeline.pictures.text_lines import Box
from peru_timeline.timeline.axis.time_bands import BAND_STYLES, BODY_SHARE, CAP_SHARE, TimeBand
from peru_timeline.ui.look.theme import THEMES, Theme, blend
from peru_timeline.ui.paint.band_painting import paint_bands


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2."""

    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("style", range(len(BAND_STYLES)), ids=BAND_STYLES)
def test_inks_are_read_on_bands(theme: Theme, style: int) -> None:
    body = blend(theme.blocs[style], theme.ground, BODY_SHARE)
    cap = blend(theme.blocs[style], theme.ground, CAP_SHARE)
    assert contrast(theme.ink_faint, body) >= 4.5
    assert contrast(theme.ink, cap) >= 4.5


def painted(band: TimeBand) -> QImage:
    picture = QImage(100, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    box = Box(band.left, 0.0, band.right - band.left, 40.0)
    paint_bands(painter, [(band, box, box._replace(height=10.0))], THEMES["light"])
    painter.end()
    return picture


def test_a_band_is_as_strong_as_its_dates_are_known(qapp: object) -> None:
    band = TimeBand(0, "Rule", "olive", 20.0, 80.0, 40.0, 80.0)
    picture = painted(band)

    def strength(x: int, y: int = 30) -> int:
        return 255 - picture.pixelColor(x, y).blue()

    assert strength(10) == strength(90) == 0
    assert strength(22) < strength(30) < strength(50) < strength(50, 5)
    assert strength(79) > strength(70)  # the firm end has a line
    assert strength(20) < strength(50)  # the other has none


def test_an_approximate_end_is_dashed(qapp: object) -> None:
    line = TimeBand(0, "Vote", "red", 50.0, 50.0, 50.0, 50.0, is_line=True)
    firm, dashed = painted(line), painted(line._replace(dotted=True))
    assert {firm.pixelColor(50, y).rgb() for y in range(39)} == {firm.pixelColor(50, 0).rgb()}
    assert len({dashed.pixelColor(50, y).rgb() for y in range(39)}) == 2
