"""Text from files is data: shown as it is, never as markup, and never so long that Qt stalls."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

LONGEST_TEXT = 4_000
"""Signs shown of one text. That many lay out in 5 ms, and a page asks for it a dozen times over."""
MOST_LINES = 100
MOST_ON_A_LETTER = 8
"""Accents shown on one letter; no script needs more, and thousands overflow the lines around."""

_LONG_WORD = re.compile(r"\S{40}")
# The blocks of Unicode that hold nothing but marks on the letter before.
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_HEAP_OF_ACCENTS = re.compile(f"([{_MARKS}]{{{MOST_ON_A_LETTER}}})[{_MARKS}]+")
# Signs that turn the direction of what follows, or are no text at all, would let one text of a
# file change how the next one reads.
_STEERING = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]"
)


def displayable(text: str) -> str:
    """Give a text fit to be shown: cut when endless, unbroken words made breakable."""
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT] + "…"
    if text.count("\n") > MOST_LINES:
        text = "\n".join(text.split("\n", MOST_LINES)[:MOST_LINES]) + "…"
    text = _STEERING.sub("", text.encode("utf-8", "replace").decode("utf-8"))
    text = _HEAP_OF_ACCENTS.sub(r"\1", text)
    # One unbroken word of 300,000 signs takes 9 s to lay out: allow a break every 40 signs.
    return _LONG_WORD.sub(lambda match: match[0] + "\u200b", text)


def one_line(text: str, longest: int = 300) -> str:
    """Give a text for a tooltip or a menu: one line, at most that many signs."""
    flat = " ".join(displayable(text[: longest + 1]).split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"


def tooltip(text: str) -> str:
    """Give a text for a tooltip: Qt would read markup in it, so all of it is escaped."""
    return f"<span>{html.escape(one_line(text))}</span>"


def highlighted(text: str, spans: Iterable[tuple[int, int]], colour: str) -> str:
    """Give HTML of a text with the half-open spans on a coloured ground; all else is escaped."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts.append(html.escape(displayable(text[position:start])))
        word = html.escape(displayable(text[start:end]))
        parts.append(f'<span style="background-color:{colour}">{word}</span>')
        position = end
    parts.append(html.escape(displayable(text[position:])))
    return f"<span>{''.join(parts)}</span>"
