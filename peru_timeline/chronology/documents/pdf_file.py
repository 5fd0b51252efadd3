"""PDF: the text of its pages, each under its number, and what its description says for a citation.

The number is that of the page in the file. Words divided at the end of a line are joined again; a hyphen stays where
the document writes the word with it elsewhere.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from peru_timeline.chronology.documents.document_text import (
    MOST_CHARACTERS,
    DocumentText,
    cleaned,
    with_breaks,
)
from peru_timeline.chronology.documents.refusals import DocumentWords, UnreadableError
from peru_timeline.chronology.documents.said_of_itself import Said, said

if TYPE_CHECKING:
    from pypdf import PdfReader

Progress = Callable[[int, int], None]
"""Hears how many pages of how many are read; may raise to end the reading."""

MOST_PAGES = 5000
PAGE = "p. {0}"
"""The heading that a page has in the text; it reads the same in English and Spanish."""

_DIVIDED = re.compile(r"(\w+)[-\u2010]\n[ \t]*([^\W\d_A-Z]\w*)")


def is_pdf(content: bytes) -> bool:
    """Whether a file begins as a PDF does."""
    return b"%PDF-" in content[:1024]


def pdf_text(content: bytes, name: str, progress: Progress) -> DocumentText:
    """Read a PDF file; raises UnreadableError."""
    pages: list[str] = []
    length = 0
    try:
        reader = _opened(content, name)
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise UnreadableError(DocumentWords.TOO_MANY_PAGES.of(name, MOST_PAGES))
        for number, page in enumerate(_pages(reader), 1):
            progress(number, count)
            pages.append(cleaned(page).strip())
            length += len(page)
            if length > MOST_CHARACTERS:
                raise UnreadableError(DocumentWords.TOO_LONG.of(name, MOST_CHARACTERS))
        about = _said(reader)
    except _unreadable():
        raise UnreadableError(DocumentWords.DAMAGED.of(name)) from None
    if not any(pages):
        raise UnreadableError(DocumentWords.ONLY_PICTURES.of(name))
    whole = "\n".join(pages)
    parts, headings = [], []
    for number, text in enumerate(pages, 1):
        if text:
            headings.append(PAGE.format(number))
            parts += [headings[-1], _joined(text, whole)]
    return DocumentText(with_breaks("\n\n".join(parts)), tuple(headings), about)


def _opened(content: bytes, name: str) -> PdfReader:
    # Imported when a PDF is read first: no start waits for it.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity of a file
    try:
        reader = PdfReader(io.BytesIO(content))
        if not reader.is_encrypted or reader.decrypt(""):
            return reader
    except DependencyError:  # AES, for which pypdf wants a package that we do not ship
        pass
    raise UnreadableError(DocumentWords.ENCRYPTED.of(name))


def _unreadable() -> tuple[type[Exception], ...]:
    """What pypdf raises for files that are not as they should be: its own errors, and Python's from deep within."""
    from pypdf.errors import PyPdfError

    return (
        PyPdfError,
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        MemoryError,
        NotImplementedError,
        OSError,
        RecursionError,
        TypeError,
        ValueError,
        zlib.error,
    )


def _pages(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        yield page.extract_text()


def _joined(text: str, whole: str) -> str:
    """Join the words that are divided at the end of a line."""

    def join(match: re.Match[str]) -> str:
        hyphenated = f"{match[1]}-{match[2]}"
        return hyphenated if hyphenated in whole else match[1] + match[2]

    return _DIVIDED.sub(join, text)


def _said(reader: PdfReader) -> Said:
    info: Any = reader.metadata or {}
    described = reader.xmp_metadata

    def of(name: str) -> list[Any]:
        value = getattr(described, name, None) if described is not None else None
        values = value.values() if isinstance(value, dict) else value
        return list(values) if values else []

    return said(
        title=[*of("dc_title"), info.get("/Title")],
        author=[*of("dc_creator")] or re.split(r"\s*;\s*", str(info.get("/Author") or "")),
        publisher=of("dc_publisher"),
        issued=[*map(str, of("dc_date")), info.get("/CreationDate")],
        url=of("dc_source"),
        language=[*of("dc_language"), _catalogue_language(reader)],
        kind="report",
    )


def _catalogue_language(reader: PdfReader) -> Any:
    return reader.root_object.get("/Lang")
