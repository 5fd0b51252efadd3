"""Text: how wide it is, and drawing it quickly: every text is shaped once, then drawn from the cache.

A label costs 10 µs with ``drawText`` and 5 µs as glyph runs that were shaped before (250 labels of 12 px, raster).
``QStaticText`` is hardly faster (4.7) and lays out again whenever the scale changes.
Pictures as vectors get ``drawText``, so that their text stays text.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGlyphRun, QPainter, QTextLayout

from peru_timeline.ui.fonts import MEDIUM, REGULAR, font_of

CAP_SHARE = 0.727  # of Inter: the height of capitals, by which lines are centred
MOST_TEXTS = 4000  # kept of each font; some 2 kB each

FontKey = tuple[float, int, bool]  # px, weight, tabular figures


@cache
def _font(key: FontKey) -> QFont:
    px, weight, tabular = key
    return font_of(px, weight, tabular=tabular)


@cache
def _font_in_files(key: FontKey) -> QFont:
    """For SVG and PDF: only glyphs that stand for a letter, or nobody could search and copy the text (Qt 6.11).

    Tabular figures and the raised dash between figures are glyphs without a letter.
    """
    px, weight, _ = key
    font = font_of(px, weight)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


@cache
def _metrics(key: FontKey) -> QFontMetricsF:
    return QFontMetricsF(_font(key))


_widths: dict[tuple[str, FontKey], float] = {}
_lines: dict[FontKey, dict[str, list[QGlyphRun]]] = {}


def text_width(text: str, px: float, weight: int = REGULAR, tabular: bool = False) -> float:
    """Px that `text` is wide."""
    key = (px, weight, tabular)
    width = _widths.get((text, key))
    if width is None:
        if len(_widths) > 10 * MOST_TEXTS:
            _widths.clear()
        width = _widths[text, key] = _metrics(key).horizontalAdvance(text)
    return width


def measure(text: str, font_px: float, bold: bool) -> float:
    """What the layout asks (scene.Measure): px of a title; bold ones are set in medium weight."""
    return text_width(text, font_px, MEDIUM if bold else REGULAR)


@cache
def _elided(text: str, key: FontKey, width: int) -> str:
    return _metrics(key).elidedText(text, Qt.TextElideMode.ElideRight, width)


def elided(text: str, px: float, weight: int, width: float) -> str:
    """`text`, or as much of it as fits `width` px, with "…"."""
    return _elided(text[:300], (px, weight, False), int(width))


class TextPainter:
    """Draws lines of text with one painter, changing its font and pen only where they differ."""

    def __init__(self, painter: QPainter, vector: bool = False) -> None:
        self._painter = painter
        self._vector = vector
        self._font: FontKey | None = None  # that the painter was given
        self._colour: QColor | None = None
        self._key: FontKey | None = None
        self._known: dict[str, list[QGlyphRun]] = {}  # lines in the font of `_key`
        # A line between two rows of the device's pixels is blurred.
        self._pixels = painter.deviceTransform().m11()

    def draw(
        self,
        x: float,
        middle: float,
        text: str,
        px: float,
        weight: int,
        colour: QColor,
        tabular: bool = False,
    ) -> None:
        """A line from `x`, its capitals centred on `middle`."""
        key = (px, weight, tabular)
        if key != self._key:
            self._key, self._known = key, _lines.setdefault(key, {})
        if colour is not self._colour:
            self._colour = colour
            self._painter.setPen(colour)
        baseline = middle + px * CAP_SHARE / 2
        if self._vector:
            if key != self._font:
                self._font = key
                self._painter.setFont(_font_in_files(key))
            self._painter.drawText(QPointF(x, baseline), text)
            return
        runs = self._known.get(text)
        if runs is None:
            runs = _shaped(text, key, self._known)
        at = QPointF(
            round(x * self._pixels) / self._pixels, round(baseline * self._pixels) / self._pixels
        )
        for run in runs:
            self._painter.drawGlyphRun(at, run)

    def draw_right(
        self,
        right: float,
        middle: float,
        text: str,
        px: float,
        weight: int,
        colour: QColor,
        tabular: bool = False,
    ) -> None:
        """A line that ends at `right`."""
        width = text_width(text, px, weight, tabular)
        self.draw(right - width, middle, text, px, weight, colour, tabular)

    def forget(self) -> None:
        """Somebody else changed the painter's pen."""
        self._font = self._colour = None


def _shaped(text: str, key: FontKey, known: dict[str, list[QGlyphRun]]) -> list[QGlyphRun]:
    """The glyphs of one line, counted from its baseline."""
    if len(known) >= MOST_TEXTS:
        known.clear()
    layout = QTextLayout(text, _font(key))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    line.setPosition(QPointF(0, -line.ascent()))
    runs = known[text] = layout.glyphRuns()
    return runs
