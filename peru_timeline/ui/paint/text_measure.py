"""Text: how wide it is, and drawing it quickly: every line is painted once, then copied.

A label costs 10 µs with ``drawText``, 5 µs as glyph runs or ``QStaticText`` shaped before, and 1 µs as a copy of its
picture (250 labels of 12 px, raster). Vectors get ``drawText``, so that their text stays text.
"""

from __future__ import annotations

import math
import threading
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from peru_timeline.ui.look.fonts import MEDIUM, REGULAR, font_of

CAP_SHARE = 0.727  # of Inter: the height of capitals, by which lines are centred
MOST_WIDTHS = 40_000  # measured texts that are kept
MOST_BYTES = 24_000_000  # of pictures of lines that are kept: some two thousand
NO_PEN = Qt.PenStyle.NoPen
LONGEST_MEASURED = 2_000  # signs: wider than any screen; two million of them take seconds
MOST_LINES = 20_000  # known of each font and colour
PAD_PX = 2  # beside a line, for letters that reach beyond their width

FontKey = tuple[float, int]  # px, weight


@cache
def _font(key: FontKey) -> QFont:
    """Without tabular figures: as glyphs that no letter stands for, a PDF could be neither searched nor copied."""
    return font_of(*key)


def _metrics(key: FontKey) -> QFontMetricsF:
    """Of this thread: what Qt knows of a font belongs to the thread that asked first."""
    known: dict[FontKey, QFontMetricsF] | None = getattr(_here, "metrics", None)
    if known is None:
        known = _here.metrics = {}
    if key not in known:
        font = QFont(_font(key))
        px = font.pixelSize()
        font.setPixelSize(px + 1)  # a change makes it a font of its own
        font.setPixelSize(px)
        known[key] = QFontMetricsF(font)
    return known[key]


_here = threading.local()
_widths: dict[tuple[str, FontKey], float] = {}
_NEW = object()
_lines: dict[
    tuple[FontKey, int, float], dict[str, Any]
] = {}  # by font, colour, ratio; None: seen once
_bytes = [0]  # that the pictures of lines take


def text_width(text: str, px: float, weight: int = REGULAR) -> float:
    """Px that `text` is wide; of a text longer than any line, that its beginning is wide."""
    text = text[:LONGEST_MEASURED]
    key = (px, weight)
    width = _widths.get((text, key))
    if width is None:
        if len(_widths) > MOST_WIDTHS:
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
    return _elided(text[:300], (px, weight), int(width))


def is_on_screen(painter: QPainter) -> bool:
    """Whether a widget is painted; files get no copies, so that the same picture has the same bytes."""
    return isinstance(painter.device(), QWidget)


class TextPainter:
    """Draws lines of text with one painter; on the screen copies of lines painted before."""

    def __init__(self, painter: QPainter, vector: bool = False) -> None:
        self._painter = painter
        self._vector = vector
        self._copies = is_on_screen(painter)
        self._ratio = painter.deviceTransform().m11()  # px of the device in one of ours
        self._key: FontKey | None = None
        self._colour: QColor | None = None
        self._known: dict[str, Any] = {}  # lines in that font and colour

    def draw(
        self,
        x: float,
        middle: float,
        text: str,
        px: float,
        weight: int,
        colour: QColor,
    ) -> None:
        """A line from `x`, its capitals centred on `middle`."""
        key = (px, weight)
        baseline = middle + px * CAP_SHARE / 2
        if self._vector:
            self._painter.setFont(_font(key))
            self._painter.setPen(colour)
            self._painter.drawText(QPointF(x, baseline), text)
            return
        if colour is not self._colour or key != self._key:
            self._key, self._colour = key, colour
            self._known = _lines.setdefault((key, colour.rgb(), self._ratio), {})
        line: Any = self._known.get(text, _NEW) if self._copies else _NEW
        ratio, top = self._ratio, baseline - _ascent(key)
        if line is _NEW:  # perhaps never seen again: a picture costs five times as much
            if self._copies:
                self._remember(text)
            self._painter.setFont(_font(key))
            self._painter.setPen(colour)
            at = QPointF(round(x * ratio) / ratio, round(top * ratio) / ratio + _ascent(key))
            self._painter.drawText(at, text)
            self._painter.setPen(NO_PEN)
            return
        if line is None:
            line = self._known[text] = _painted(text, key, colour, ratio)
        # Whole pixels of the device: between two of them text is blurred.
        if ratio == 1.0:
            self._painter.drawPixmap(round(x) - PAD_PX, round(top), line)
        else:
            at = QPointF(round(x * ratio) / ratio - PAD_PX, round(top * ratio) / ratio)
            self._painter.drawPixmap(at, line)

    def _remember(self, text: str) -> None:
        if len(self._known) > MOST_LINES:
            self._known.clear()
        self._known[text] = None

    def draw_right(
        self,
        right: float,
        middle: float,
        text: str,
        px: float,
        weight: int,
        colour: QColor,
    ) -> None:
        """A line that ends at `right`."""
        width = text_width(text, px, weight)
        self.draw(right - width, middle, text, px, weight, colour)


@cache
def _ascent(key: FontKey) -> int:
    """Px from the top of a line's picture to its baseline; whole, so that the baseline stands on a pixel."""
    return math.ceil(_metrics(key).ascent())


def _painted(text: str, key: FontKey, colour: QColor, ratio: float) -> QPixmap:
    """The picture of one line."""
    width = text_width(text, *key) + 2 * PAD_PX
    height = _ascent(key) + math.ceil(_metrics(key).descent())
    _bytes[0] += int(4 * width * height * ratio * ratio)
    if _bytes[0] > MOST_BYTES:
        _bytes[0] = 0
        for known in _lines.values():
            known.clear()
    picture = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setFont(_font(key))
        painter.setPen(colour)
        painter.drawText(QPointF(PAD_PX, _ascent(key)), text)
    return picture
