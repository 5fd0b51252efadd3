"""Full-text search: every word of the search must begin a word of the event; and why an event was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.models import Actor, Event, Source
from peru_timeline.chronology.store.facet_index import Mask
from peru_timeline.chronology.store.words import (
    EVENTS_PER_BLOCK,
    WORD,
    NameIndex,
    WordBlock,
    searchable_text,
    words_in,
)
from peru_timeline.chronology.store.words import folded_words as folded_words
from peru_timeline.chronology.text import fold, in_language

LEAD, LONGEST_EXCERPT = 36, 160
"""Characters before the first word that was found, and of a whole excerpt."""
LONGEST_READ = 20_000
"""Characters of one text that are looked through."""


class SearchIndex:
    """Finds words in titles, summaries, quotations, and in names of actors, sectors and sources.

    The words of the events are in blocks of events. The vocabulary of a block is sorted, so the words that
    match are one run of it, and their events one slice of a single array.
    """

    def __init__(self, chronology: Chronology, pause: Callable[[], None] = lambda: None) -> None:
        """Read all events; `pause` is called before every thousand, and may wait or raise."""
        self._size = self._size_read = len(chronology.events)
        self._origin: NDArray[np.int64] | None = None
        self._touched = np.empty(0, np.intp)  # events that were touched since the blocks were made
        self._words_touched: list[set[str]] = []
        self._blocks = [
            WordBlock(chronology.events, first, min(first + EVENTS_PER_BLOCK, self._size), pause)
            for first in range(0, self._size, EVENTS_PER_BLOCK)
        ]
        self._name(chronology)

    def patched(self, chronology: Chronology, origin: NDArray[np.int64]) -> SearchIndex:
        """Return the index of the chronology after a change, for which only touched events are read.

        `origin` has the index that each of its events had in the chronology of this index; -1 where it was touched.
        """
        made = copy(self)
        made._size = len(chronology.events)
        if self._origin is not None:
            earlier = np.append(self._origin, -1)  # what was touched now is touched
            origin = earlier[np.where(origin < 0, len(self._origin), origin)]
        made._origin = origin
        made._touched = np.flatnonzero(origin < 0)
        made._words_touched = [
            words_in([searchable_text(record)])
            for event in made._touched.tolist()
            for record in chronology.events.records(event, event + 1)
        ]
        made._name(chronology)
        return made

    def _name(self, chronology: Chronology) -> None:
        """Learn the names of actors, sectors and sources."""
        self._groups = chronology.facet_index
        self._named = (
            (
                self._groups.actors,
                NameIndex((a.id, _words_of_actor(a)) for a in chronology.actors),
            ),
            (
                self._groups.sectors,
                NameIndex((s.id, words_in(s.name.values())) for s in chronology.sectors),
            ),
            (
                self._groups.sources,
                NameIndex((s.id, _words_of_source(s)) for s in chronology.sources),
            ),
        )

    def find(self, text: str) -> Mask:
        """Return the mask of the events in which every word of `text` begins a word: bool, shape (events,)."""
        mask = np.ones(self._size, dtype=np.bool_)
        for word in folded_words(text):
            here = self._with_word(word)
            for groups, names in self._named:
                found = names.with_word(word)
                if found:
                    here |= groups.any_of(found)
            mask &= here
        return mask

    def _with_word(self, beginning: str) -> Mask:
        """Return the mask of the events with a word of their own that begins so."""
        read = np.zeros(self._size_read, dtype=np.bool_)
        for block in self._blocks:
            block.mark(beginning, read)
        if self._origin is None:
            return read
        mask = np.zeros(self._size, dtype=np.bool_)
        known = self._origin >= 0
        mask[known] = read[self._origin[known]]
        mask[self._touched] = [
            any(word.startswith(beginning) for word in words) for words in self._words_touched
        ]
        return mask


def matched_spans(text: str, search: str) -> list[tuple[int, int]]:
    """Return where words of `search` begin words of `text`, as half-open ranges, for highlighting."""
    beginnings = folded_words(search)
    if not beginnings:
        return []
    folded, origin = _fold_with_origin(text)
    spans = []
    for match in WORD.finditer(folded):
        lengths = [len(word) for word in beginnings if match[0].startswith(word)]
        if lengths:
            last = match.start() + max(lengths) - 1
            spans.append((origin[match.start()], origin[last] + 1))
    return spans


def _fold_with_origin(text: str) -> tuple[str, list[int]]:
    """Fold a text; also return, for each folded character, the position it came from."""
    characters: list[str] = []
    origin: list[int] = []
    for position, character in enumerate(text):
        for folded in fold(character):
            characters.append(folded)
            origin.append(position)
    return "".join(characters), origin


def _words_of_actor(actor: Actor) -> set[str]:
    """Return the words of its names; the words of actors above it find its events too."""
    return words_in((*actor.name.values(), *(actor.short or {}).values(), *actor.aliases))


def _words_of_source(source: Source) -> set[str]:
    return words_in((*(source.title or {}).values(), *source.author, source.publisher or ""))


class Place(StrEnum):
    """Which text of an event has the words."""

    TITLE = "title"
    QUOTATION = "quotation"
    SUMMARY = "summary"
    ACTOR = "actor"
    SECTOR = "sector"
    SOURCE = "source"


class Reason(NamedTuple):
    """A text in which words of the search begin words: `spans` are half-open ranges of `text`."""

    place: Place
    text: str
    spans: tuple[tuple[int, int], ...]


def reasons(event: Event, search: str, chronology: Chronology, language: str) -> list[Reason]:
    """The fewest texts that have all words of the search; a quotation that has any is always among them."""
    missing = set(folded_words(search))
    texts = [
        (place, " ".join(text[:LONGEST_READ].split()))
        for place, text in _texts_of(event, chronology, language)
    ]
    found = [(place, text, _found_in(text, missing)) for place, text in texts]
    chosen: list[tuple[Place, str]] = []
    while missing:
        place, text, words = max(found, key=lambda one: len(one[2] & missing), default=_NOTHING)
        if not words & missing:
            break  # a word of a text that is not looked through to its end
        chosen.append((place, text))
        missing -= words
    if all(place != Place.QUOTATION for place, _ in chosen):
        chosen += [
            (place, text) for place, text, words in found if place == Place.QUOTATION and words
        ][:1]
    return [_reason(place, text, search) for place, text in chosen]


_NOTHING: tuple[Place, str, set[str]] = (Place.TITLE, "", set())


def _found_in(text: str, words: Iterable[str]) -> set[str]:
    own = folded_words(text)
    return {word for word in words if any(other.startswith(word) for other in own)}


def _texts_of(event: Event, chronology: Chronology, language: str) -> Iterator[tuple[Place, str]]:
    """All texts that are searched, in the reader's language first."""
    yield Place.TITLE, in_language(event.title, language)
    for evidence in event.evidence:
        yield Place.QUOTATION, evidence.quote
    if event.summary:
        yield Place.SUMMARY, in_language(event.summary, language)
    for part in event.actors:
        for above in chronology.ancestors(part.actor):
            actor = chronology.actor_by_id[above]
            yield Place.ACTOR, in_language(actor.name, language)
            for name in (*actor.name.values(), *(actor.short or {}).values(), *actor.aliases):
                yield Place.ACTOR, name
    if event.sector:
        for name in chronology.sector_by_id[event.sector].name.values():
            yield Place.SECTOR, name
    for evidence in event.evidence:
        source = chronology.source_by_id[evidence.source]
        for name in (source.publisher or "", *source.author, *(source.title or {}).values()):
            yield Place.SOURCE, name
    for texts, place in ((event.title, Place.TITLE), (event.summary, Place.SUMMARY)):
        for text in (texts or {}).values():
            yield place, text


def _reason(place: Place, text: str, search: str) -> Reason:
    """The words with what is around them, cut between words; titles are short and stay whole."""
    spans = matched_spans(text, search)
    if place == Place.TITLE:
        return Reason(place, text, tuple(spans))
    first = spans[0][0] if spans else 0
    start = 0
    if first > LEAD:
        space = text.find(" ", first - LEAD, first)
        start = space + 1 if space >= 0 else first
    end = len(text)
    if end - start > LONGEST_EXCERPT:
        space = text.rfind(" ", start, start + LONGEST_EXCERPT)
        end = space if space > first else start + LONGEST_EXCERPT
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = start - len(before)
    inside = [(a - shift, b - shift) for a, b in spans if a >= start and b <= end]
    return Reason(place, f"{before}{text[start:end]}{after}", tuple(inside))
