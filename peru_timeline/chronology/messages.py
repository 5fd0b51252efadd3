"""Sentences that know what they are made of, so that the window can say them in its language.

They are made where no Qt is known. Each is English text, and keeps its template and values beside.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from peru_timeline.chronology.text import printable


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802
    """Mark a text for lupdate, which knows this name; translated when it is shown."""
    return text


class Words(StrEnum):
    """Templates in English with places {0}, {1} for values; their context in Qt is always "Faults"."""

    def of(self, *values: object) -> Message:
        """Put values in their places."""
        return Message(self, *values)


class Message(str):
    """An English sentence, made of a template and of values, of which some are messages again."""

    __slots__ = ("values", "words")
    words: Words
    values: tuple[str, ...]

    def __new__(cls, words: Words, *values: object) -> Self:
        """Values may come from a file: they are shown in one line, without signs that steer."""
        told = tuple(v if isinstance(v, Message) else in_a_line(str(v)) for v in values)
        made = super().__new__(cls, words.value.format(*told))
        made.words, made.values = words, told
        return made


def in_a_line(text: str) -> str:
    """Show a text of a file in one line; a message stays what it is."""
    if isinstance(text, Message):
        return text
    return printable(text.replace("\n", "\\n").replace("\t", "\\t"))
