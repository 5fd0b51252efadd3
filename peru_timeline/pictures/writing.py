"""Writing on a page: lines of text with their place, breaking and shortening by measured width."""

from __future__ import annotations

from typing import Literal, NamedTuple

from peru_timeline.timeline.text_measure import ELLIPSIS, TextMeasure, elided

Ink = Literal["ink", "ink_soft", "ink_faint"]
LONGEST_TEXT = (
    4000  # signs that are looked at: one word of a million letters must not stall a picture
)


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


class Line(NamedTuple):
    """One line of text; its capitals are centred on `middle`."""

    x: float
    middle: float
    width: float
    text: str
    px: float
    weight: int
    ink: Ink

    @property
    def box(self) -> Box:
        """What the letters cover, descenders included."""
        return Box(self.x, self.middle - 0.6 * self.px, self.width, 1.2 * self.px)


def wrapped(
    text: str, px: float, weight: int, width: float, measure: TextMeasure, most_lines: int = 99
) -> tuple[str, ...]:
    """Break a text into lines of at most `width` px; what does not fit into `most_lines` ends in “…”."""
    rest = " ".join(text[:LONGEST_TEXT].split())
    if len(text) > LONGEST_TEXT:
        rest += ELLIPSIS
    lines: list[str] = []
    while rest:
        if len(lines) == most_lines - 1:
            return (*lines, elided(rest, px, weight, width, measure))
        taken = _that_fits(rest, px, weight, width, measure)
        lines.append(rest[:taken].rstrip())
        rest = rest[taken:].lstrip()
    return tuple(lines)


def _that_fits(text: str, px: float, weight: int, width: float, measure: TextMeasure) -> int:
    """How many signs of `text` fill one line: up to a space, or within a word longer than the line."""
    if measure(text, px, weight) <= width:
        return len(text)
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle], px, weight) <= width:
            low = middle
        else:
            high = middle - 1
    if text[low : low + 1] == " ":
        return low
    space = text.rfind(" ", 0, low)
    return space if space > 0 else low
