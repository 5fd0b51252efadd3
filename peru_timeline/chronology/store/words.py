"""The words of many events, and which events have them; what search.py looks in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

import numpy as np
from msgspec import UNSET, UnsetType
from numpy.typing import NDArray

from peru_timeline.chronology.store.event_store import EventStore
from peru_timeline.chronology.store.facet_index import Mask
from peru_timeline.chronology.store.records import EventRecord, Text
from peru_timeline.chronology.text import fold

EVENTS_PER_BLOCK = 65_536
"""As many as 16 bits can number."""
EVENTS_AT_ONCE = 1000
WORD = re.compile(r"\w+")
_NOT_IN_WORDS = {character: " " for character in range(128) if not WORD.match(chr(character))}


def folded_words(text: str) -> list[str]:
    """Split a text into folded words (no case, no accents)."""
    if text.isascii():  # the same, in a third of the time
        return text.lower().translate(_NOT_IN_WORDS).split()
    return WORD.findall(fold(text))


def words_in(texts: Iterable[str]) -> set[str]:
    """Return the folded words of all texts."""
    return {word for text in texts for word in folded_words(text)}


def searchable_text(event: EventRecord) -> str:
    """Join an event's own texts: folding one long text takes half as long as many short ones."""
    evidence = () if event.evidence is UNSET else event.evidence
    quotations = (quoted.quote for quoted in evidence)
    return "\n".join((*_texts(event.title), *_texts(event.summary), *quotations))


def _texts(text: Text | UnsetType | None) -> Iterable[str]:
    """Return a text in all languages."""
    if text is UNSET or text is None:
        return ()
    return (text,) if isinstance(text, str) else text.values()


class WordBlock:
    """The words of consecutive events."""

    def __init__(self, events: EventStore, first: int, end: int, pause: Callable[[], None]) -> None:
        numbers = _WordNumbers()
        words: list[NDArray[np.int64]] = []
        counts: list[int] = []
        for begin in range(first, end, EVENTS_AT_ONCE):
            pause()
            stop = min(begin + EVENTS_AT_ONCE, end)
            records = events.records(begin, stop)
            found = [set(folded_words(searchable_text(record))) for record in records]
            counts += map(len, found)
            words.append(np.array([numbers[word] for own in found for word in own], dtype=np.int64))
        vocabulary = list(numbers)
        order = sorted(range(len(vocabulary)), key=vocabulary.__getitem__)
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        event = np.repeat(np.arange(end - first), counts)
        pairs = np.sort(place[np.concatenate(words)] * (end - first) + event)
        self._first, self._end = first, end
        self._vocabulary = [vocabulary[number] for number in order]
        self._starts = np.searchsorted(pairs, np.arange(len(order) + 1) * (end - first))
        self._events = (pairs % (end - first)).astype(np.uint16)

    def mark(self, beginning: str, mask: Mask) -> None:
        """Set the events with a word that begins so in a mask of all events."""
        first = bisect_left(self._vocabulary, beginning)
        last = bisect_left(self._vocabulary, beginning + "\U0010ffff")
        found = self._events[self._starts[first] : self._starts[last]]
        mask[self._first : self._end][found] = True


class NameIndex:
    """The words in the names of actors, sectors or sources."""

    def __init__(self, words: Iterable[tuple[str, set[str]]]) -> None:
        """Take ids and their words."""
        self._pairs = sorted((word, key) for key, own in words for word in own)

    def with_word(self, beginning: str) -> set[str]:
        """Return the ids with a word that begins so."""
        first = bisect_left(self._pairs, (beginning,))
        last = bisect_left(self._pairs, (beginning + "\U0010ffff",))
        return {key for _, key in self._pairs[first:last]}


class _WordNumbers(dict[str, int]):
    """Word -> its number, in order of first use."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number
