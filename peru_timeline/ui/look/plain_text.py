"""Text from files is data: shown as it is, never as markup, and never so long that Qt stalls."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

LONGEST_TEXT = 4_000
"""Characters shown of one text. That many take 5 ms to lay out, and a page is laid out a dozen times."""
MOST_LINES = 100
MOST_ON_A_LETTER = 8
"""Accents shown on one letter; no script needs more, and thousands would cover the lines around it."""

_LONG_WORD = re.compile(r"\S{40}")
# The blocks of Unicode that hold only marks on the preceding letter.
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_HEAP_OF_ACCENTS = re.compile(f"([{_MARKS}]{{{MOST_ON_A_LETTER}}})[{_MARKS}]+")
# Characters that change the direction of what follows, or are not text at all: with them, one
# text of a file could change how the next one reads.
_STEERING = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e]")
# A pair of the marks of `chronology.text.isolated` keeps what is between them to itself; a single one does not.
_MARKS_OF_ISOLATION = re.compile("(\u2068[^\u2066-\u2069]*\u2069)|[\u2066-\u2069]")


def displayable(text: str) -> str:
    """Make a text fit for display: cut if too long, with breaks allowed in long words."""
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT] + "…"
    if text.count("\n") > MOST_LINES:
        text = "\n".join(text.split("\n", MOST_LINES)[:MOST_LINES]) + "…"
    text = _STEERING.sub("", text.encode("utf-8", "replace").decode("utf-8"))
    text = _with_pairs_only(text)
    text = _HEAP_OF_ACCENTS.sub(r"\1", text)
    # One unbroken word of 300,000 characters takes 9 s to lay out: allow a break every 40.
    return _LONG_WORD.sub(lambda match: match[0] + "\u200b", text)


def one_line(text: str, longest: int = 300) -> str:
    """Make a text fit for a tooltip or a menu: one line, at most `longest` characters."""
    flat = " ".join(displayable(text[: longest + 1]).split())
    is_whole = len(flat) <= longest and len(text) <= longest + 1
    return flat if is_whole else _with_pairs_only(flat[: longest - 1]) + "…"


def _with_pairs_only(text: str) -> str:
    return _MARKS_OF_ISOLATION.sub(lambda match: match[1] or "", text)


def button_text(text: str, longest: int = 300) -> str:
    """Give a text for a button or a menu: Qt would take an "&" in it for the mark of a key."""
    return one_line(text, longest).replace("&", "&&")


def tooltip(text: str) -> str:
    """Make a text fit for a tooltip: Qt would interpret markup in it, so all of it is escaped."""
    return f"<span>{html.escape(one_line(text))}</span>"


def highlighted(text: str, spans: Iterable[tuple[int, int]], colour: str) -> str:
    """A text as HTML, with half-open spans of characters on a coloured background; everything is escaped."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts.append(html.escape(displayable(text[position:start])))
        word = html.escape(displayable(text[start:end]))
        parts.append(f'<span style="background-color:{colour}">{word}</span>')
        position = end
    parts.append(html.escape(displayable(text[position:])))
    return f"<span>{''.join(parts)}</span>"
