"""How wide text is in the typefaces of slides, which every office program has or replaces by one as wide.

Measured are Arimo and Tinos, which come with this program: their letters are as wide as those of Arial and of
Times New Roman. So PowerPoint, Keynote and LibreOffice break lines where we did.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from peru_timeline.paths import fonts_dir
from peru_timeline.pictures.composition.composition import Measures
from peru_timeline.typefaces import SEMIBOLD

SANS_NAME, SERIF_NAME = "Arial", "Times New Roman"
LONGEST_MEASURED = 2_000
UNKNOWN_EM, WIDE_EM = (
    0.6,
    1.0,
)  # of a letter that the files lack: of most scripts, of Chinese and the like
WIDE_FROM = 0x1100


class _Widths(NamedTuple):
    """Widths of the letters of one file, in em."""

    by_letter: Mapping[str, float]

    def of(self, text: str) -> float:
        known = self.by_letter
        return sum(
            known.get(letter) or (WIDE_EM if ord(letter) >= WIDE_FROM else UNKNOWN_EM)
            for letter in text[:LONGEST_MEASURED]
        )


@cache
def _widths(family: str, style: str) -> _Widths:
    from fontTools.ttLib import TTFont

    with TTFont(fonts_dir() / family / f"{family}-{style}.ttf", lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        return _Widths(
            {chr(code): advances[name][0] / em for code, name in font.getBestCmap().items()}
        )


def sans_width(text: str, font_px: float, weight: int, /) -> float:
    """Width of `text` in Arial; weights from semibold on are bold on a slide."""
    return font_px * _widths("Arimo", "Bold" if weight >= SEMIBOLD else "Regular").of(text)


def serif_width(text: str, font_px: float, _weight: int, /) -> float:
    """Width of `text` in Times New Roman."""
    return font_px * _widths("Tinos", "Regular").of(text)


OFFICE_MEASURES = Measures(sans_width, serif_width)
