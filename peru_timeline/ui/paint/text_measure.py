"""How wide text is in the bundled sans serif."""

from __future__ import annotations

import threading
from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from peru_timeline.timeline import text_measure
from peru_timeline.typefaces import REGULAR
from peru_timeline.ui.look.fonts import font_of

MOST_WIDTHS = 40_000  # that are kept
LONGEST_MEASURED = 2_000  # characters: wider than any screen; two million of them take seconds

FontKey = tuple[float, int]  # px, weight

_widths: dict[tuple[str, FontKey], float] = {}
_of_thread = threading.local()


@cache
def font_for(key: FontKey) -> QFont:
    """The font that text is painted in; never tabular figures: PDFs map those glyphs to no character."""
    return font_of(*key)


def metrics_for(key: FontKey) -> QFontMetricsF:
    """The metrics of that font; one for each thread, as Qt binds what it knows of a font to the first that asks."""
    known: dict[FontKey, QFontMetricsF] | None = getattr(_of_thread, "metrics", None)
    if known is None:
        known = _of_thread.metrics = {}
    if key not in known:
        font = QFont(font_for(key))
        px = font.pixelSize()
        font.setPixelSize(px + 1)  # a change detaches it from the shared font
        font.setPixelSize(px)
        known[key] = QFontMetricsF(font)
    return known[key]


def text_width(text: str, px: float, weight: int = REGULAR) -> float:
    """Width of `text` in px; of a text longer than any line, the width of its beginning."""
    text = text[:LONGEST_MEASURED]
    key = (px, weight)
    width = _widths.get((text, key))
    if width is None:
        if len(_widths) > MOST_WIDTHS:
            _widths.clear()
        width = _widths[text, key] = metrics_for(key).horizontalAdvance(text)
    return width


@lru_cache(maxsize=4000)
def serif_width(text: str, px: float, weight: int = REGULAR) -> float:
    """Width of `text` in the serif typeface of quotations."""
    font = font_of(px, weight, serif=True)
    return QFontMetricsF(font).horizontalAdvance(text[:LONGEST_MEASURED])


@lru_cache(maxsize=1000)
def elided(text: str, px: float, weight: int, width: float) -> str:
    """`text`, or as much of it as fits `width` px, with "…"."""
    return text_measure.elided(text, px, weight, width, text_width)
