"""The entry of the room: reads a document of any kind.

The kind is told by the beginning of a PDF, and else by the ending of the name, which a chronology keeps.
"""

from __future__ import annotations

from pathlib import PurePath

from peru_timeline.chronology.documents.document_text import (
    MOST_CHARACTERS,
    DocumentText,
    cleaned,
    decoded,
    on_one_line,
    with_breaks,
)
from peru_timeline.chronology.documents.pdf_file import Progress, is_pdf, pdf_text
from peru_timeline.chronology.documents.refusals import DocumentWords, UnreadableError
from peru_timeline.chronology.documents.said_of_itself import Said

LARGEST_DOCUMENT = 50_000_000
"""Bytes; a text of some thousand pages."""
CODED = (".html", ".htm", ".xhtml", ".pdf")
"""Endings of documents whose bytes are not read as text."""
ENDINGS = (".txt", ".text", ".md", ".markdown", *CODED)
LONGEST_TITLE = 120
_HTML, _MARKDOWN = (".html", ".htm", ".xhtml"), (".md", ".markdown")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_document(
    content: bytes, name: str, progress: Progress = lambda _page, _pages: None
) -> DocumentText:
    """Read a document; `name` is that of its file. Raises UnreadableError."""
    if len(content) > LARGEST_DOCUMENT:
        raise UnreadableError(DocumentWords.TOO_LARGE.of(name, LARGEST_DOCUMENT // 1_000_000))
    ending = PurePath(name).suffix.lower()
    if is_pdf(content):
        return pdf_text(content, name, progress)
    if ending == ".pdf":
        raise UnreadableError(DocumentWords.DAMAGED.of(name))
    if b"\0" in content and not content.startswith(_WIDE):
        raise UnreadableError(DocumentWords.NOT_A_TEXT.of(name))
    found = _text(content, name, ending)
    if not found.text.strip():
        raise UnreadableError(DocumentWords.NO_TEXT.of(name))
    return found._replace(text=with_breaks(found.text))


def _text(content: bytes, name: str, ending: str) -> DocumentText:
    stated = ""
    if (
        ending in _HTML
    ):  # imported when it is read first, as no start waits for it; so with the next
        from peru_timeline.chronology.documents.html_file import html_encoding, html_text

        stated = html_encoding(content)
    text = cleaned(decoded(content, stated))
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(DocumentWords.TOO_LONG.of(name, MOST_CHARACTERS))
    if ending in _HTML:
        return html_text(text)
    if ending in _MARKDOWN:
        from peru_timeline.chronology.documents.markdown_file import markdown_text

        return markdown_text(text)
    return DocumentText(text, (), Said(title=_first_line(text), type="article"))


def _first_line(text: str) -> str:
    """The first line of a text, if it reads as a title: short, and no sentence."""
    line = on_one_line(text.lstrip().split("\n", 1)[0])
    return line if len(line) <= LONGEST_TITLE and not line.endswith((".", ":", ",", ";")) else ""
