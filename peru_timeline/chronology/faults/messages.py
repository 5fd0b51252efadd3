"""Sentences that know what they are made of, so that the window can say them in its language.

They are made where no Qt is known. Each is English text, and keeps its template and values beside.
"""

from __future__ import annotations

from typing import Self

from peru_timeline.chronology.text import printable


class Template(str):
    """A template in English with places {0}, {1} for values; its context in Qt is always "Faults"."""

    __slots__ = ()

    def of(self, *values: object) -> Message:
        """Put values in their places."""
        return Message(self, *values)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> Template:  # noqa: N802
    """Mark a text for lupdate, which knows this name; translated when it is shown. PySide's own has no types."""
    return Template(text)


class Message(str):
    """An English sentence, made of a template and of values, of which some are messages again."""

    __slots__ = ("template", "values")
    template: Template
    values: tuple[str, ...]

    def __new__(cls, template: Template, *values: object) -> Self:
        """Values may come from a file: they are shown in one line, without signs that steer."""
        told = tuple(v if isinstance(v, Message) else on_one_line(str(v)) for v in values)
        made = super().__new__(cls, template.format(*told))
        made.template, made.values = template, told
        return made


def on_one_line(text: str) -> str:
    """Show a text of a file in one line; a message stays what it is."""
    if isinstance(text, Message):
        return text
    return printable(text.replace("\n", "\\n").replace("\t", "\\t"))
