"""Full-text search over a chronology: every word of the search must begin a word of the event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.models import Chronology, Event
from peru_timeline.chronology.text import fold

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Split a text into folded words (no case, no accents)."""
    return _WORD.findall(fold(text))


class SearchIndex:
    """Which events each word stands in: titles, summaries, quotations, actors, aliases, sources.

    Words are kept sorted, so that the beginnings that match are one run of the vocabulary, and the
    events of a run are one slice of a single array.
    """

    def __init__(self, chronology: Chronology) -> None:
        self._size = len(chronology.events)
        actor_words = _actor_words(chronology)
        other = _other_words(chronology)
        events_of: dict[str, list[int]] = {}
        for index, event in enumerate(chronology.events):
            found = set(words_of(_event_text(event)))
            for role in event.actors:
                found |= actor_words[role.actor]
            found |= other["sector", event.sector]
            for evidence in event.evidence:
                found |= other["source", evidence.source]
            for word in found:
                events_of.setdefault(word, []).append(index)
        self._vocabulary = sorted(events_of)
        lengths = [len(events_of[word]) for word in self._vocabulary]
        self._starts = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
        self._events = np.fromiter(
            (event for word in self._vocabulary for event in events_of[word]),
            dtype=np.int32,
            count=int(self._starts[-1]),
        )

    def find(self, text: str) -> NDArray[np.bool_]:
        """Mark the events that hold every word of `text` as a beginning; all for an empty text.

        Returns an array of bool, shape (number of events,).
        """
        mask = np.ones(self._size, dtype=np.bool_)
        for word in words_of(text):
            here = np.zeros(self._size, dtype=np.bool_)
            first = bisect_left(self._vocabulary, word)
            last = bisect_left(self._vocabulary, word + "\U0010ffff")
            here[self._events[self._starts[first] : self._starts[last]]] = True
            mask &= here
        return mask


def matched_spans(text: str, search: str) -> list[tuple[int, int]]:
    """Find where words of `search` begin words of `text`: half-open positions, for highlighting."""
    beginnings = words_of(search)
    if not beginnings:
        return []
    folded, origin = _fold_with_origin(text)
    spans = []
    for match in _WORD.finditer(folded):
        lengths = [len(word) for word in beginnings if match[0].startswith(word)]
        if lengths:
            last = match.start() + max(lengths) - 1
            spans.append((origin[match.start()], origin[last] + 1))
    return spans


def _fold_with_origin(text: str) -> tuple[str, list[int]]:
    """Fold a text and tell for each folded sign which sign of the text it came from."""
    signs: list[str] = []
    origin: list[int] = []
    for position, sign in enumerate(text):
        for folded in fold(sign):
            signs.append(folded)
            origin.append(position)
    return "".join(signs), origin


def _actor_words(chronology: Chronology) -> Mapping[str, set[str]]:
    """Give each actor's words: its names and aliases and those of the actors above it."""
    own = {
        actor.id: {
            word
            for text in (
                *actor.name.values(),
                *(actor.short or {}).values(),
                *actor.aliases,
            )
            for word in words_of(text)
        }
        for actor in chronology.actors
    }
    return {
        actor.id: set().union(*(own[above] for above in chronology.ancestors(actor.id)))
        for actor in chronology.actors
    }


def _other_words(chronology: Chronology) -> Mapping[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for sector in chronology.sectors:
        found["sector", sector.id] = {w for text in sector.name.values() for w in words_of(text)}
    for source in chronology.sources:
        texts = (*(source.title or {}).values(), *source.author, source.publisher or "")
        found["source", source.id] = {word for text in texts for word in words_of(text)}
    return found


def _event_text(event: Event) -> str:
    """Join an event's own texts; folding one long text takes half as long as many short ones."""
    summaries = event.summary.values() if event.summary else ()
    quotations = (evidence.quote for evidence in event.evidence)
    return "\n".join((*event.title.values(), *summaries, *quotations))
