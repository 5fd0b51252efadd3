"""Check quotations against the full texts, and find what no quotation covers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.models import Evidence
from peru_timeline.chronology.review.documents import (
    Passage,
    find_quotation,
    normalise,
    quoting,
    sections_of,
    split_passages,
)

LARGEST_QUOTED_SHARE = 0.40
"""Share of a document's words that all quotations together may cover: quote no more than the fact needs."""

_WORD = re.compile(r"\S+")


class QuotationFault(NamedTuple):
    """A quotation that is not in its document where the chronology says."""

    event: str
    evidence: int
    source: str
    message: Message

    def __str__(self) -> str:
        return self.translated(str)

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return location and message in the language of `translate`, which translates messages."""
        place = f"{self.event}, evidence[{self.evidence}], {self.source}"
        return f"{place}: {translate(self.message)}"


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of checking the quotations against the documents.

    Attributes:
        checked: number of quotations whose document is at hand.
        unchecked: number of all others.
        faults: of the quotations checked, in the order of the chronology.
        overquoted: source id -> quoted share of its words, where that exceeds LARGEST_QUOTED_SHARE.

    """

    checked: int
    unchecked: int
    faults: tuple[QuotationFault, ...]
    overquoted: Mapping[str, float]

    @property
    def is_clean(self) -> bool:
        """Whether every quotation was looked up and found, and no source is quoted too much."""
        return not (self.unchecked or self.faults or self.overquoted)


def verify(chronology: Chronology, documents: Mapping[str, str]) -> Verification:
    """Look up every quotation in the documents: source id -> text, as read_documents returns them."""
    split = {
        source: split_passages(text, sections_of(chronology, source))
        for source, text in documents.items()
    }
    whole = {source: normalise(text) for source, text in documents.items()}
    faults = []
    checked = 0
    for item in quoting(chronology, split):
        for index, evidence in enumerate(item.evidence):
            source = evidence.source
            if source not in split:
                continue
            checked += 1
            message = _fault_of(evidence, split[source], whole[source])
            if message is not None:
                faults.append(QuotationFault(item.id, index, source, message))
    shares = {source: quoted_share(chronology, source, text) for source, text in documents.items()}
    overquoted = {source: share for source, share in shares.items() if share > LARGEST_QUOTED_SHARE}
    of_bands = sum(len(band.evidence) for band in chronology.bands)
    unchecked = len(chronology.event_columns.sources.values) + of_bands - checked
    return Verification(checked, unchecked, tuple(faults), overquoted)


def _fault_of(evidence: Evidence, document: tuple[Passage, ...], whole: str) -> Message | None:
    """Return the fault of a quotation, or None."""
    if evidence.quote not in whole:
        found = _longest_beginning(evidence.quote, whole)
        if found:
            return Sentences.GOES_ANOTHER_WAY.of(evidence.quote, found)
        return Sentences.NOT_IN_THE_DOCUMENT.of(evidence.quote)
    place = find_quotation(evidence, document)
    if place is None:
        return Sentences.OVER_A_PARAGRAPH.of(evidence.quote)
    passage = document[place.passage]
    if evidence.paragraph is not None and (evidence.section, evidence.paragraph) != passage[:2]:
        stated, true = (
            Sentences.PARAGRAPH.of(section or Sentences.BEFORE_ANY_HEADING.of(), paragraph)
            for section, paragraph in ((evidence.section, evidence.paragraph), passage[:2])
        )
        return Sentences.ELSEWHERE.of(true, stated, evidence.quote)
    return None


def _longest_beginning(quote: str, whole: str) -> str:
    """Return the most first words of a quotation that the document contains."""
    ends = [match.end() for match in _WORD.finditer(quote)]
    found = ""
    for end in ends:
        if quote[:end] not in whole:
            break
        found = quote[:end]
    return found


def quoted_share(chronology: Chronology, source: str, document: str) -> float:
    """Return the share of a document's words that all its quotations cover together, from 0 to 1."""
    return Coverage(quotes_from(chronology, source), document).share


class Coverage:
    """Which words of a document its quotations cover together."""

    def __init__(self, quotes: Iterable[str], document: str) -> None:
        self._text = normalise(document)
        spans = [match.span() for match in _WORD.finditer(self._text)]
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]
        self._covered = bytearray(len(spans))
        for quote in quotes:
            words = self._words_of(quote)
            self._covered[words.start : words.stop] = b"\1" * len(words)

    @property
    def share(self) -> float:
        """The share of the words that is covered, from 0 to 1."""
        return self._covered.count(1) / max(len(self._covered), 1)

    def share_with(self, quote: str) -> float:
        """The share that would be covered with one more quotation."""
        words = self._words_of(quote)
        fresh = self._covered[words.start : words.stop].count(0)
        return (self._covered.count(1) + fresh) / max(len(self._covered), 1)

    def _words_of(self, quote: str) -> range:
        """The words, by index, that a quotation has a character of; none where it is not in the document."""
        start = self._text.find(quote)
        if start < 0:
            return range(0)
        return range(bisect_right(self._ends, start), bisect_left(self._starts, start + len(quote)))


def unquoted_passages(chronology: Chronology, source: str, document: str) -> tuple[Passage, ...]:
    """Return the paragraphs of a document that no quotation touches, in order, without headings."""
    split = split_passages(document, sections_of(chronology, source))
    touched = {
        index
        for quote in quotes_from(chronology, source)
        for index, passage in enumerate(split)
        if quote in passage.text
    }
    return tuple(
        passage
        for index, passage in enumerate(split)
        if index not in touched and passage.paragraph > 0
    )


def quotes_from(chronology: Chronology, source: str) -> list[str]:
    """Return what is quoted from a source."""
    return [
        evidence.quote
        for item in quoting(chronology, [source])
        for evidence in item.evidence
        if evidence.source == source
    ]
