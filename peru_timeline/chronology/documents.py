"""The full texts a reader adds: known by checksum, and where a quotation stands in one.

The project ships short quotations only. A reader who has the documents can add them; then every
quotation is checked against them, and can be read in its context.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from peru_timeline.chronology.models import Chronology, Source
from peru_timeline.files import write_atomically

_EMPHASIS = re.compile(r"\*([^*\n]+)\*")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(#\)")
_ESCAPE = re.compile(r"\\([^\w\s])")
_SPACE = re.compile(r"\s+")
LARGEST_DOCUMENT = 50_000_000
"""Bytes; a text of some thousand pages."""


def normalise(text: str) -> str:
    """Take from a document what is no text: link targets, emphasis marks, escapes, extra space.

    Quotations are compared with the result, character for character.
    """
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\1", text)
    text = _ESCAPE.sub(r"\1", text)
    return _SPACE.sub(" ", text.replace("\ufeff", "")).strip()


def paragraphs(text: str) -> list[str]:
    """Split a document at its blank lines into normalised paragraphs, empty ones left out."""
    parts = (normalise(part) for part in re.split(r"\n\s*\n", text))
    return [part for part in parts if part]


class QuoteFault(NamedTuple):
    """A quotation that does not stand in its document."""

    event: str
    evidence: int
    source: str
    message: str

    def __str__(self) -> str:
        return f"{self.event}, evidence[{self.evidence}], {self.source}: {self.message}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What checking the quotations against the documents gave."""

    checked: int
    unchecked: int
    faults: tuple[QuoteFault, ...]


def documents_in(folder: Path, chronology: Chronology) -> dict[str, str]:
    """Read the documents in a folder that are sources of a chronology: source id -> text.

    A document is known by its SHA-256, whatever its name. Raises OSError when the folder cannot
    be read.
    """
    wanted = {s.document.sha256: s.id for s in chronology.sources if s.document is not None}
    found: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        content = _content(path)
        source = wanted.get(hashlib.sha256(content).hexdigest()) if content is not None else None
        if content is not None and source is not None:
            found[source] = content.decode("utf-8", "replace")
    return found


def verify(chronology: Chronology, documents: Mapping[str, str]) -> Verification:
    """Look up every quotation in the documents: source id -> text, as documents_in gives them."""
    texts = {source: normalise(text) for source, text in documents.items()}
    faults = []
    checked = unchecked = 0
    for event in chronology.events:
        for index, evidence in enumerate(event.evidence):
            text = texts.get(evidence.source)
            if text is None:
                unchecked += 1
                continue
            checked += 1
            if evidence.quote not in text:
                message = f"not in the document: “{evidence.quote}”"
                faults.append(QuoteFault(event.id, index, evidence.source, message))
    return Verification(checked, unchecked, tuple(faults))


def quoted_share(chronology: Chronology, source: Source, document: str) -> float:
    """Give the share of a document's words that the quotations of it cover together, 0 to 1."""
    text = normalise(document)
    covered = bytearray(len(text))
    for event in chronology.events:
        for evidence in event.evidence:
            start = text.find(evidence.quote) if evidence.source == source.id else -1
            if start >= 0:
                covered[start : start + len(evidence.quote)] = b"\1" * len(evidence.quote)
    words = [match.span() for match in re.finditer(r"\S+", text)]
    quoted = sum(1 for start, end in words if any(covered[start:end]))
    return quoted / len(words) if words else 0.0


def unquoted_paragraphs(chronology: Chronology, source: Source, document: str) -> list[str]:
    """List the paragraphs of a document that no quotation touches, in order."""
    quotes = [
        evidence.quote
        for event in chronology.events
        for evidence in event.evidence
        if evidence.source == source.id
    ]
    whole = paragraphs(document)
    joined = " ".join(whole)
    touched: set[int] = set()
    starts = []
    position = 0
    for paragraph in whole:
        starts.append(position)
        position += len(paragraph) + 1
    for quote in quotes:
        first = joined.find(quote)
        if first >= 0:
            touched |= {
                index
                for index, start in enumerate(starts)
                if start < first + len(quote) and start + len(whole[index]) > first
            }
    return [paragraph for index, paragraph in enumerate(whole) if index not in touched]


class Added(NamedTuple):
    """What adding files did: source ids added, and files that match no source."""

    sources: tuple[str, ...]
    unknown: tuple[Path, ...]


class DocumentStore:
    """The folder in the user's data where added documents are kept, one file a checksum."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, source: Source) -> str | None:
        """Give a source's full text, or None when it was not added or is no longer what it was."""
        if source.document is None:
            return None
        content = _content(self._folder / f"{source.document.sha256}.txt")
        if content is None or hashlib.sha256(content).hexdigest() != source.document.sha256:
            return None
        return content.decode("utf-8", "replace")

    def texts(self, chronology: Chronology) -> dict[str, str]:
        """Give every full text there is for a chronology: source id -> text."""
        found = ((source.id, self.read(source)) for source in chronology.sources)
        return {source: text for source, text in found if text is not None}

    def add(self, files: Iterable[Path], chronology: Chronology) -> Added:
        """Copy the files whose checksum matches a source; name the others and leave them alone.

        Raises OSError when the folder cannot be written.
        """
        wanted = {s.document.sha256: s.id for s in chronology.sources if s.document is not None}
        sources, unknown = [], []
        for path in files:
            content = _content(path)
            checksum = hashlib.sha256(content).hexdigest() if content is not None else ""
            if content is None or checksum not in wanted:
                unknown.append(path)
                continue
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._folder / f"{checksum}.txt", content)
            sources.append(wanted[checksum])
        return Added(tuple(sources), tuple(unknown))


def _content(path: Path) -> bytes | None:
    """Read an ordinary file of a document's size, or give None."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_DOCUMENT:
            return None
        return path.read_bytes()
    except OSError:
        return None
