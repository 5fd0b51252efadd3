"""Sentences that keep their template and values, so that the window can translate them.

They arise where Qt is not available; as text they are English.
"""

from __future__ import annotations

from typing import Self

from peru_timeline.chronology.text import printable


class Template(str):
    """An English template with placeholders {0}, {1} for values; its context in Qt is always "Faults"."""

    __slots__ = ()

    def of(self, *values: object) -> Message:
        """Fill in the values."""
        return Message(self, *values)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> Template:  # noqa: N802
    """Mark a text for lupdate, which knows this name; PySide's own function has no types."""
    return Template(text)


class Message(str):
    """An English sentence from a template and values, which may be messages themselves."""

    __slots__ = ("template", "values")
    template: Template
    values: tuple[str, ...]

    def __new__(cls, template: Template, *values: object) -> Self:
        """Values may come from a file: they are put on one line, without control characters."""
        shown = tuple(v if isinstance(v, Message) else on_one_line(str(v)) for v in values)
        message = super().__new__(cls, template.format(*shown))
        message.template, message.values = template, shown
        return message


def on_one_line(text: str) -> str:
    """Return a text of a file on one line, control characters escaped; a Message stays as it is."""
    if isinstance(text, Message) or text.isprintable():
        return text
    return printable(text.replace("\n", "\\n").replace("\t", "\\t"))
