"""The full texts that a reader adds: identified by checksum, split into passages, stored in a folder.

The project ships short quotations only. A reader who has the documents can add them; then every
quotation can be checked (verification.py) and read in context.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

import numpy as np

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.documents.document_text import DocumentText
from peru_timeline.chronology.documents.kept_pages import keep_pages, kept_pages
from peru_timeline.chronology.documents.pdf_file import is_pdf
from peru_timeline.chronology.documents.reading import LARGEST_DOCUMENT, read_document
from peru_timeline.chronology.documents.refusals import UnreadableError
from peru_timeline.chronology.models import Event, Evidence, EvidencedBand, Source
from peru_timeline.files import write_atomically

_LINK = re.compile(r"\[((?:[^\[\]\\\n]|\\.)*)\]\(#[^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3})(\S(?:[^*\n]*[^*\s\\])?)\1")
_ESCAPE = re.compile(r"\\([^\w\s]|_)")
_SPACE = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n\s*\n")


def normalise(text: str) -> str:
    """Remove from a document everything but text: link targets, emphasis marks, escapes, extra space.

    Quotations are compared with the result character by character.
    """
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", text)
    text = _ESCAPE.sub(r"\1", text)
    return _SPACE.sub(" ", text.replace("\ufeff", "")).strip()


class Passage(NamedTuple):
    """A paragraph of a document, or the heading of a section.

    Attributes:
        section: the heading above it, or its own text; None before the first heading.
        paragraph: counted from 1 within its section; 0 for the heading itself.
        text: normalised.

    """

    section: str | None
    paragraph: int
    text: str


class QuotationSpan(NamedTuple):
    """Where a quotation is: the index of its passage, and a half-open range in its text."""

    passage: int
    start: int
    end: int


def sections_of(chronology: Chronology, source: str) -> frozenset[str]:
    """Return the headings that the evidence from a source names."""
    return frozenset(
        evidence.section
        for item in quoting(chronology, [source])
        for evidence in item.evidence
        if evidence.source == source and evidence.section
    )


def events_quoting(chronology: Chronology, sources: Collection[str]) -> Iterator[Event]:
    """Yield the events that quote one of these sources, in order; no other event is created."""
    if not sources:  # for any_of this means all events
        return iter(())
    quoting = np.flatnonzero(chronology.facet_index.sources.any_of(sources))
    return (chronology.events[int(number)] for number in quoting)


def quoting(chronology: Chronology, sources: Collection[str]) -> Iterator[EvidencedBand | Event]:
    """Yield the bands that quote one of these sources, then the events."""
    for band in chronology.bands:
        if any(evidence.source in sources for evidence in band.evidence):
            yield band
    yield from events_quoting(chronology, sources)


def split_passages(document: str, sections: Collection[str] = ()) -> tuple[Passage, ...]:
    """Split a document at its blank lines; a passage that is one of `sections` is a heading."""
    found = []
    section, paragraph = None, 0
    for part in _BLANK_LINE.split(document):
        text = normalise(part)
        if not text:
            continue
        if text in sections:
            section, paragraph = text, 0
        else:
            paragraph += 1
        found.append(Passage(section, paragraph, text))
    return tuple(found)


def find_quotation(evidence: Evidence, document: Sequence[Passage]) -> QuotationSpan | None:
    """Find a quotation in the passages of its document; None if no passage contains all of it.

    Of several passages, the one that the evidence names is preferred, else the first.
    """
    places = [
        QuotationSpan(index, start, start + len(evidence.quote))
        for index, passage in enumerate(document)
        if (start := passage.text.find(evidence.quote)) >= 0
    ]
    named = (evidence.section, evidence.paragraph)
    for place in places:
        if (document[place.passage].section, document[place.passage].paragraph) == named:
            return place
    return places[0] if places else None


# --- files -----------------------------------------------------------------------------------


def files_in(folder: Path) -> tuple[Path, ...]:
    """List the visible files directly in a folder, by name; raises OSError."""
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith(".")
    )


def read_documents(folder: Path, chronology: Chronology) -> dict[str, str]:
    """Read the documents in a folder that are sources of a chronology: source id -> text.

    Documents are identified by their SHA-256, whatever their names. Raises OSError if the folder cannot be read.
    """
    found = document_contents(folder, chronology)
    names = chronology.source_by_id
    return {
        source: document.text
        for source, content in found.items()
        if (document := _read(content, names[source])) is not None
    }


def document_contents(folder: Path, chronology: Chronology) -> dict[str, bytes]:
    """As read_documents, but undecoded: source id -> bytes."""
    source_by_checksum = _source_by_checksum(chronology)
    found: dict[str, bytes] = {}
    for path in files_in(folder):
        content = _content(path)
        if content is None:
            continue
        source = source_by_checksum.get(checksum_of(content))
        if source is not None:
            found[source] = content
    return found


class AddedDocuments(NamedTuple):
    """The result of adding files: ids of the sources added, and files that match no source."""

    sources: tuple[str, ...]
    unknown: tuple[Path, ...]


class DocumentStore:
    """The folder in the user's data for added documents, one file for each checksum."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[tuple[str, str], DocumentText | None] = {}  # by checksum and kind

    def content(self, source: Source) -> bytes | None:
        """Return a source's full text undecoded, or None if it was not added or has changed since."""
        if source.document is None:
            return None
        content = _content(self._folder / f"{source.document.sha256}.txt")
        if content is None or checksum_of(content) != source.document.sha256:
            return None
        return content

    def document(self, source: Source) -> DocumentText | None:
        """Return a source's document as it is read, or None if it was not added, has changed or cannot be read."""
        if source.document is None:
            return None
        key = source.document.sha256, PurePath(source.document.file).suffix.lower()
        content = self.content(source)
        if content is None:
            return None
        if key not in self._read:
            self._read[key] = kept_pages(self._pages(key[0])) or _read(content, source)
        return self._read[key]

    def read(self, source: Source) -> str | None:
        """Return a source's full text, or None if it was not added, has changed since or cannot be read."""
        document = self.document(source)
        return None if document is None else document.text

    def keep(self, content: bytes, read: DocumentText | None, name: str) -> None:
        """Keep a document, and as what it was read; raises OSError."""
        checksum = checksum_of(content)
        self._folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self._folder / f"{checksum}.txt", content, private=True)
        if read is not None and is_pdf(content):
            keep_pages(self._pages(checksum), read)
        self._read[checksum, PurePath(name).suffix.lower()] = read

    def _pages(self, checksum: str) -> Path:
        return self._folder / f"{checksum}.pages"

    def contents(self, chronology: Chronology) -> dict[str, bytes]:
        """Return all full texts of a chronology that were added, undecoded: source id -> bytes."""
        found = ((source.id, self.content(source)) for source in chronology.sources)
        return {source: content for source, content in found if content is not None}

    def texts(self, chronology: Chronology) -> dict[str, str]:
        """Return all full texts of a chronology that were added: source id -> text."""
        found = ((source.id, self.read(source)) for source in chronology.sources)
        return {source: text for source, text in found if text is not None}

    def add(self, files: Iterable[Path], chronology: Chronology) -> AddedDocuments:
        """Copy the files whose checksum matches a source; the others are only listed.

        Raises OSError if the folder cannot be written.
        """
        source_by_checksum = _source_by_checksum(chronology)
        sources, unknown = [], []
        for path in files:
            content = _content(path)
            checksum = checksum_of(content) if content is not None else ""
            if content is None or checksum not in source_by_checksum:
                unknown.append(path)
                continue
            source = chronology.source_by_id[source_by_checksum[checksum]]
            self.keep(content, _read(content, source), _name_of(source))
            sources.append(source.id)
        return AddedDocuments(tuple(sources), tuple(unknown))


def checksum_of(content: bytes) -> str:
    """Return the SHA-256 by which a document is known."""
    return hashlib.sha256(content).hexdigest()


def _name_of(source: Source) -> str:
    return "" if source.document is None else source.document.file


def _read(content: bytes, source: Source) -> DocumentText | None:
    try:
        return read_document(content, _name_of(source))
    except UnreadableError:
        return None


def _source_by_checksum(chronology: Chronology) -> dict[str, str]:
    return {s.document.sha256: s.id for s in chronology.sources if s.document is not None}


def _content(path: Path) -> bytes | None:
    """Read a regular file that is small enough for a document; None for anything else."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_DOCUMENT:
            return None
        return path.read_bytes()
    except OSError:
        return None
