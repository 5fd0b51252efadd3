"""Fonts: the two bundled families, by size in px and weight; the same on every machine, and in pictures too."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from peru_timeline.paths import fonts_dir
from peru_timeline.typefaces import REGULAR, SANS, SERIF

_FOLDERS = {SANS: "Inter", SERIF: "SourceSerif4"}

_REWRITING = ("calt", "clig", "liga")
"""Features that draw something other than what is written ("->" as an arrow, "fi" as one letter): always off."""


@cache
def load_family(family: str) -> tuple[str, ...]:
    """Load a bundled family into Qt; return the names it goes by, none if its files are missing.

    Takes less than a millisecond a file, once; needs the application object.
    """
    names: list[str] = []
    for path in sorted((fonts_dir() / _FOLDERS[family]).glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            names.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(names))


@cache
def _font(px: int, weight: int, serif: bool, tabular: bool, italic: bool) -> QFont:
    family = SERIF if serif else SANS
    load_family(family)
    font = QFont(family)
    font.setStyleHint(QFont.StyleHint.Serif if serif else QFont.StyleHint.SansSerif)
    # Point sizes come out wrong in SVG and PDF.
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    # Without hinting, letters keep their designed spacing at 10 to 15 px, and text is equally wide on every system.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _REWRITING:
        font.setFeature(QFont.Tag(feature), 0)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def font_of(
    px: float,
    weight: int = REGULAR,
    *,
    serif: bool = False,
    tabular: bool = False,
    italic: bool = False,
) -> QFont:
    """A bundled font, `px` high (Qt rounds: 10.5 becomes 11); `tabular` makes all digits equally wide."""
    return QFont(_font(max(1, int(px + 0.5)), weight, serif, tabular, italic))
