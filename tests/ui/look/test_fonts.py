from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF, QRawFont, QTextLayout

from peru_timeline.ui.look.fonts import font_of

pytestmark = pytest.mark.usefixtures("qapp")


def glyphs_of(text: str, *, serif: bool) -> list[int]:
    """The glyphs that a line of this text is drawn with."""
    layout = QTextLayout(text, font_of(14, serif=serif))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]


@pytest.mark.parametrize("serif", [False, True])
@pytest.mark.parametrize(
    "text", ["->", "<-", "=>", "--", "(c)", "(R)", "(1)", "fi", "ffl", "12:30", "3x4", "1-2", "A-B"]
)
def test_text_looks_as_it_is_written(text: str, serif: bool) -> None:
    font = QRawFont.fromFont(font_of(14, serif=serif))
    assert glyphs_of(text, serif=serif) == font.glyphIndexesForString(text)


def test_tabular_figures_are_equally_wide() -> None:
    metrics = QFontMetricsF(font_of(12, tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")
