"""The text of a document as it is read: a value, and the cleaning and decoding that all kinds share."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from peru_timeline.chronology.documents.said_of_itself import Said

MOST_CHARACTERS = 10_000_000
"""Of the text of a document; some thousand pages."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LONG_WORD = re.compile(r"\S{2000}(?=\S)")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
"""Controls, soft hyphens, and what turns the direction of all that follows."""


class DocumentText(NamedTuple):
    """A document as text.

    Attributes:
        text: its paragraphs and headings, with a blank line between them.
        headings: those of `text` that are headings, on one line each; of a PDF the pages, as "p. 12".
        said: what it says of itself, for a citation.

    """

    text: str
    headings: tuple[str, ...] = ()
    said: Said = Said()


def decoded(content: bytes, stated: str = "") -> str:
    """Decode a text: by its byte order mark, by the encoding that it states, as UTF-8, or as Windows text (cp1252)."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    for encoding in filter(None, ("utf-8", stated)):
        try:
            return content.decode(encoding)
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", "replace")


def cleaned(text: str) -> str:
    """Unify line breaks, and remove what cannot be seen."""
    return _UNSEEN.sub("", _LINE_BREAKS.sub("\n", text))


def with_breaks(text: str) -> str:
    """Put a space into words that are no words: one of 300,000 characters would take 7 s to lay out."""
    return _LONG_WORD.sub(r"\g<0> ", text)


def on_one_line(text: str) -> str:
    """Join a text into one line."""
    return " ".join(text.split())
