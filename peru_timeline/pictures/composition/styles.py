"""The type of a composition: sizes for a page 1,600 px wide, none under 18 px."""

from __future__ import annotations

from typing import NamedTuple

from peru_timeline.pictures.text_lines import Ink
from peru_timeline.typefaces import BOLD, REGULAR, SEMIBOLD


class TextStyle(NamedTuple):
    """The look of a text."""

    px: float
    weight: int
    ink: Ink
    line_em: float = 1.25
    serif: bool = False

    @property
    def line_px(self) -> float:
        """From one line to the next."""
        return self.line_em * self.px


HEADLINE = TextStyle(42.0, BOLD, "ink")
LINE = TextStyle(22.0, REGULAR, "ink_soft", 1.36)
TITLE = TextStyle(24.0, SEMIBOLD, "ink", 1.2)
DATE = TextStyle(18.0, REGULAR, "ink_soft", 1.3)
MAJOR_TICK = TextStyle(20.0, SEMIBOLD, "ink", 1.3)
MINOR_TICK = TextStyle(18.0, REGULAR, "ink_soft", 1.3)
BAND_LABEL = TextStyle(18.0, SEMIBOLD, "ink", 1.3)
LANE_NAME = TextStyle(20.0, SEMIBOLD, "ink_soft", 1.3)
PANEL_TITLE = TextStyle(28.0, BOLD, "ink", 1.22)
QUOTATION = TextStyle(32.0, REGULAR, "ink", 1.38, serif=True)
SUMMARY = TextStyle(24.0, REGULAR, "ink", 1.4)
SMALL = TextStyle(18.0, REGULAR, "ink_soft", 1.35)
SMALLEST_PX = 18.0
"""What can still be read from the back of a room, on a slide 1,600 px wide."""
