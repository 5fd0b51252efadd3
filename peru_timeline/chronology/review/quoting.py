"""A quotation as a reader selects it in a document: where it stands, and whether it may be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.documents.document_text import DocumentText
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.models import QUOTE_WORDS
from peru_timeline.chronology.review.documents import (
    Passage,
    QuotationSpan,
    find_quotation,
    normalise,
    quoting,
    sections_of,
    split_passages,
)

_WORD = re.compile(r"\S+")


class Selected(NamedTuple):
    """Words that were selected: verbatim and whole, and where they stand."""

    quote: str
    section: str | None
    paragraph: int | None

    @property
    def words(self) -> int:
        """Their number."""
        return len(self.quote.split())


class Quoted(NamedTuple):
    """A quotation that the chronology has from a document: of which event or band, and where it is."""

    item: str
    evidence: int
    span: QuotationSpan


def passages_for(
    document: DocumentText, chronology: Chronology, source: str | None
) -> tuple[Passage, ...]:
    """Split a document into passages, counted as the quotations from it are counted.

    The document's own headings count, unless quotations that are there already were counted without them.
    """
    headings = frozenset(map(normalise, document.headings))
    named = frozenset[str]() if source is None else sections_of(chronology, source)
    passages = split_passages(document.text, headings | named)
    if source is not None and not _fit(passages, chronology, source):
        return split_passages(document.text, named)
    return passages


def _fit(passages: Sequence[Passage], chronology: Chronology, source: str) -> bool:
    places = {passage[:2] for passage in passages}
    stated = (
        (evidence.section, evidence.paragraph)
        for item in quoting(chronology, [source])
        for evidence in item.evidence
        if evidence.source == source and evidence.paragraph is not None
    )
    return all(place in places for place in stated)


def quoted_in(
    passages: Sequence[Passage], chronology: Chronology, source: str
) -> tuple[Quoted, ...]:
    """Return the quotations of a source that are in its document, in the order of the text."""
    found = (
        Quoted(item.id, index, span)
        for item in quoting(chronology, [source])
        for index, evidence in enumerate(item.evidence)
        if evidence.source == source and (span := find_quotation(evidence, passages)) is not None
    )
    return tuple(sorted(found, key=lambda quoted: (quoted.span, quoted.item)))


def selected(
    passages: Sequence[Passage], start: tuple[int, int], end: tuple[int, int]
) -> Selected | Message | None:
    """Return what a selection quotes; a sentence where it is in two paragraphs, and None where it has no words.

    `start` and `end` are (index of the passage, place in its text). Words that are selected in part are taken whole.
    """
    (first, begin), (last, stop) = start, end
    if first < last and begin >= len(passages[first].text.rstrip()):
        first, begin = first + 1, 0
    if first < last and not passages[last].text[:stop].strip():
        last, stop = last - 1, len(passages[last - 1].text)
    words = [
        match.span()
        for match in _WORD.finditer(passages[first].text)
        if match.end() > begin and (first < last or match.start() < stop)
    ]
    if first < last:
        return Sentences.TWO_PARAGRAPHS.of()
    if not words or begin >= stop:
        return None
    passage = passages[first]
    quote = passage.text[words[0][0] : words[-1][1]]
    return Selected(quote, passage.section, passage.paragraph or None)


def fault_of(words: int) -> Message | None:
    """Say what is wrong with the length of a quotation; None for nothing."""
    fewest, most = QUOTE_WORDS
    if fewest <= words <= most:
        return None
    if words == 1:
        return Sentences.QUOTE_OF_ONE_WORD.of(fewest, most)
    return Sentences.QUOTE_LENGTH.of(words, fewest, most)
