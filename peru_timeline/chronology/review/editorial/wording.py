"""Checks of wording: who says it, how sure it is, and whether the title is as careful as the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from peru_timeline.chronology.models import Event, Source, Status
from peru_timeline.chronology.review.editorial.remark import Remark
from peru_timeline.chronology.review.editorial.words import WORDS, EditorialWords

PASSED_ON = frozenset({Status.REPORTED, Status.ALLEGED})
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÁÉÍÓÚÑ«“])")


def wording_remarks(event: Event, sources: Mapping[str, Source]) -> Iterator[Remark]:
    """Check an event's title and summary, in every language that has words in WORDS.

    `sources` gives the sources by id.
    """
    names = names_of([sources[evidence.source] for evidence in event.evidence])
    for language, words in WORDS.items():
        title, summary = event.title.get(language, ""), (event.summary or {}).get(language, "")
        yield from _unnamed(event, {"title": title, "summary": summary}, language, words, names)
        yield from _unattributed(event, title, summary, language, words, names)
        yield from _bolder_title(event, title, summary, language, words)


def names_of(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return the names that sources go by: surnames, publishers and the publishers' initials."""
    names = {author.split()[-1] for source in sources for author in source.author if author.split()}
    publishers = {source.publisher for source in sources if source.publisher}
    names |= publishers
    names |= {
        "".join(word[0] for word in publisher.split())
        for publisher in publishers
        if len(publisher.split()) > 2
    }
    return tuple(sorted(names))


def _named(text: str, names: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def _unnamed(
    event: Event,
    texts: Mapping[str, str],
    language: str,
    words: EditorialWords,
    names: Sequence[str],
) -> Iterator[Remark]:
    for field, text in texts.items():
        found = words.unnamed.search(text)
        if found and not _named(text, names):
            yield Remark(
                f"events[{event.id}].{field}.{language}",
                f"“{found[0]}” without a name",
                f"name the source ({' or '.join(names)})" if names else "name the source",
            )


def _unattributed(
    event: Event,
    title: str,
    summary: str,
    language: str,
    words: EditorialWords,
    names: Sequence[str],
) -> Iterator[Remark]:
    if not summary or _named(summary, names) or words.attribution.search(summary):
        return
    place = f"events[{event.id}].summary.{language}"
    if event.status in PASSED_ON:
        yield Remark(place, f"the status is “{event.status}”, but nobody says it", "say who does")
    accused = words.accusation.search(f"{title}\n{summary}")
    if accused and event.status is Status.HAPPENED:
        problem = f"“{accused[0]}” is told as fact"
        yield Remark(place, problem, "say who says so, or make the status “alleged”")


def _bolder_title(
    event: Event, title: str, summary: str, language: str, words: EditorialWords
) -> Iterator[Remark]:
    hedge = words.hedge.search(_SENTENCE_END.split(summary, maxsplit=1)[0])
    if hedge and title and ":" not in title and not words.title_hedge.search(title):
        yield Remark(
            f"events[{event.id}].title.{language}",
            f"the summary says “{hedge[0]}”, the title says it outright",
            "hedge the title, or name the speaker before a colon",
        )
