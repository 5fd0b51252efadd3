"""Lines of text as the blocks that one edits on a slide: a paragraph is one text box, whatever its number of lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from peru_timeline.pictures.text_lines import Box, TextLine

FURTHEST_LINE_EM = 1.5  # lines further apart are of different paragraphs
SINGLE_LINE_EM = 1.2
SAME_PX = 0.6
SPARE_SHARE, SPARE_PX = 0.012, 2.0  # of the width: for rounding in the office programs


class Block(NamedTuple):
    """Lines of one paragraph in one style."""

    lines: tuple[TextLine, ...]

    @property
    def is_right(self) -> bool:
        """Whether its lines end, but do not begin, below one another."""
        begins = {round(line.x / SAME_PX) for line in self.lines}
        return len(begins) > 1

    @property
    def line_px(self) -> float:
        """From one line to the next."""
        first, last = self.lines[0], self.lines[-1]
        count = len(self.lines) - 1
        return (last.middle - first.middle) / count if count else SINGLE_LINE_EM * first.px

    @property
    def text(self) -> str:
        """The paragraph; a word that was broken stays whole."""
        return " ".join(line.text for line in self.lines)

    @property
    def box(self) -> Box:
        """Where the paragraph is; so wide that it breaks into the same lines."""
        left = min(line.x for line in self.lines)
        right = max(line.x + line.width for line in self.lines)
        spare = SPARE_SHARE * (right - left) + SPARE_PX
        top = self.lines[0].middle - self.line_px / 2
        height = self.line_px * len(self.lines)
        if self.is_right:
            return Box(left - spare, top, right - left + spare, height)
        return Box(left, top, right - left + spare, height)


def blocks(lines: Sequence[TextLine]) -> list[Block]:
    """The paragraphs that these lines form, in order."""
    found: list[list[TextLine]] = []
    for line in lines:
        last = found[-1][-1] if found else None
        if last is not None and _continues(last, line):
            found[-1].append(line)
        else:
            found.append([line])
    return [Block(tuple(block)) for block in found]


def _continues(last: TextLine, line: TextLine) -> bool:
    same_style = (last.px, last.weight, last.ink, last.serif) == (
        line.px,
        line.weight,
        line.ink,
        line.serif,
    )
    ends = abs(last.x + last.width - line.x - line.width) < SAME_PX
    aligned = abs(last.x - line.x) < SAME_PX or ends
    below = 0 < line.middle - last.middle <= FURTHEST_LINE_EM * line.px
    return same_style and aligned and below
