"""Lines of text on a page, and breaking a text into lines by its measured width."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from peru_timeline.timeline.text_measure import ELLIPSIS, TextMeasure, elided

Ink = Literal["ink", "ink_soft", "ink_faint"]
"""The name of a colour in a theme."""

LONGEST_TEXT = 4000  # characters that are considered: a word of a million must not block a picture
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # not those that hold “21 500” together
_HOLDS_ON = "¶§$€£"  # a sign that stands by itself, with a figure after it
BALANCED_SHARES = (1.05, 1.15, 1.25, 1.35)  # of the width of equally long lines
LETTER_BOX_EM = 1.2  # height of what letters cover, descenders included


class Box(NamedTuple):
    """A rectangle in design px, y down."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def overlaps(self, other: Box, slack: float = 0.0) -> bool:
        """Whether the two share more than `slack` px each way."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )


class TextLine(NamedTuple):
    """One line of text; its capitals are centred on `middle`."""

    x: float
    middle: float
    width: float
    text: str
    px: float
    weight: int
    ink: Ink
    serif: bool = False  # a quotation

    @property
    def box(self) -> Box:
        """What the letters cover, descenders included."""
        half = LETTER_BOX_EM / 2 * self.px
        return Box(self.x, self.middle - half, self.width, LETTER_BOX_EM * self.px)

    def lowered(self, by: float) -> TextLine:
        """The same line, `by` px further down."""
        return self._replace(middle=self.middle + by)

    def placed(self, x: float, y: float, zoom: float) -> TextLine:
        """The same line `zoom` times as large, its origin at (x, y)."""
        return self._replace(
            x=x + zoom * self.x,
            middle=y + zoom * self.middle,
            width=zoom * self.width,
            px=zoom * self.px,
        )


def wrapped(
    text: str, px: float, weight: int, width: float, measure: TextMeasure, most_lines: int = 99
) -> tuple[str, ...]:
    """Break a text into lines of at most `width` px; if it needs more than `most_lines`, it ends in “…”."""
    rest = _SPACES.sub(" ", text[:LONGEST_TEXT]).strip(" ")
    if len(text) > LONGEST_TEXT:
        rest += ELLIPSIS
    lines: list[str] = []
    while rest:
        if len(lines) == most_lines - 1:
            return (*lines, elided(rest, px, weight, width, measure))
        taken = _line_length(rest, px, weight, width, measure)
        lines.append(rest[:taken].rstrip())
        rest = rest[taken:].lstrip()
    return tuple(lines)


def balanced(
    text: str, px: float, weight: int, width: float, measure: TextMeasure, most_lines: int
) -> tuple[str, ...]:
    """Break a title into as few lines as `wrapped` does, but about equally long: no last word alone."""
    lines = wrapped(text, px, weight, width, measure, most_lines)
    whole = measure(text, px, weight)
    if len(lines) == 1 or whole > most_lines * width:
        return lines
    for share in BALANCED_SHARES:
        tried = wrapped(text, px, weight, min(share * whole / len(lines), width), measure)
        if len(tried) <= len(lines):
            return tried
    return lines


def elided_line(line: TextLine, width: float, measure: TextMeasure) -> TextLine:
    """The line, or as much of it as fits `width` px, with “…”."""
    if line.width <= width:
        return line
    text = elided(line.text, line.px, line.weight, width, measure)
    return line._replace(text=text, width=measure(text, line.px, line.weight))


def _line_length(text: str, px: float, weight: int, width: float, measure: TextMeasure) -> int:
    """How many characters fill one line: up to a space, or part of a word that is longer than the line."""
    if measure(text, px, weight) <= width:
        return len(text)
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle], px, weight) <= width:
            low = middle
        else:
            high = middle - 1
    space = text.rfind(" ", 0, low + 1)
    while space > 0 and text[space - 1] in _HOLDS_ON:
        space = text.rfind(" ", 0, space)
    return space if space > 0 else low
