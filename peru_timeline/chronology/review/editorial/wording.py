"""Checks of wording: who says it, how sure it is, and whether the title is as careful as the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from peru_timeline.chronology.models import Event, Source, Status
from peru_timeline.chronology.review.editorial.remark import Remark
from peru_timeline.chronology.review.editorial.words import WORDS, EditorialWords

PASSED_ON = frozenset({Status.REPORTED, Status.ALLEGED})
_TITLES = ("Gen", "Col", "Lt", "Dr", "Mr", "Mrs", "St", "Sr", "Sra", "Gral", "EE", "U.S")
_SENTENCE_END = re.compile(
    r"(?<=[.!?;])"
    + "".join(rf"(?<!\b{re.escape(title)}\.)" for title in _TITLES)
    + r"\s+(?=[A-ZÁÉÍÓÚÑ«“])"
)
_SPEAKER = re.compile(r":\s+(?!US\$|\$|\d)")
"""A colon after whoever speaks, and not before a price."""
_ARTICLE = re.compile(r"^(?:The|El|La|Los|Las)\s+(?=\w)")


def wording_remarks(event: Event, sources: Mapping[str, Source]) -> Iterator[Remark]:
    """Check an event's title and summary, in every language that has words in WORDS.

    `sources` gives the sources by id.
    """
    names = names_of([sources[evidence.source] for evidence in event.evidence])
    for language in dict.fromkeys([*event.title, *(event.summary or ())]):
        words = WORDS.get(language.partition("-")[0].lower())
        if words is None:
            continue
        title, summary = event.title.get(language, ""), (event.summary or {}).get(language, "")
        yield from _unnamed(event, {"title": title, "summary": summary}, language, words, names)
        yield from _unattributed(event, title, summary, language, words, names)
        if event.status is not Status.PLANNED:  # the status says that it is not certain
            yield from _bolder_title(event, title, summary, language, words)


def names_of(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return the names that sources go by: surnames, publishers and the publishers' initials.

    An author may be written “Evan Ellis” or “Ellis, Evan”; a publisher goes by its name without
    the article too.
    """
    authors = [author.partition(",")[0].split() for source in sources for author in source.author]
    names = {words[-1] for words in authors if words}
    publishers = {source.publisher for source in sources if source.publisher}
    names |= {_ARTICLE.sub("", publisher) for publisher in publishers}
    names |= {
        "".join(word[0] for word in publisher.split())
        for publisher in publishers
        if len(publisher.split()) > 2
    }
    return tuple(sorted(names))


def _named(text: str, names: Sequence[str]) -> bool:
    return any(
        name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names
    )


def _unnamed(
    event: Event,
    texts: Mapping[str, str],
    language: str,
    words: EditorialWords,
    names: Sequence[str],
) -> Iterator[Remark]:
    for field, text in texts.items():
        found = words.unnamed.find(text)
        if found and not _named(text, names):
            yield Remark(
                f"events[{event.id}].{field}.{language}",
                f"“{found}” without a name",
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
    passed_on = event.status in PASSED_ON and summary != ""
    happened = event.status is Status.HAPPENED
    accused = words.accusation.find(f"{title}\n{summary}") if happened else ""
    if not (passed_on or accused):
        return
    told = summary or title
    if _named(told, names) or words.attribution.find(told):
        return
    place = f"events[{event.id}].{'summary' if summary else 'title'}.{language}"
    if passed_on:
        yield Remark(place, f"the status is “{event.status}”, but nobody says it", "say who does")
    else:
        problem = f"“{accused}” is told as fact"
        yield Remark(place, problem, "say who says so, or make the status “alleged”")


def _bolder_title(
    event: Event, title: str, summary: str, language: str, words: EditorialWords
) -> Iterator[Remark]:
    first = _SENTENCE_END.split(summary, maxsplit=1)[0]
    hedge = words.hedge.find(first)
    if not hedge and any(character.isdigit() for character in title):
        hedge = words.estimate.find(first)
    if hedge and title and not _SPEAKER.search(title) and not words.title_hedge.find(title):
        yield Remark(
            f"events[{event.id}].title.{language}",
            f"the summary says “{hedge}”, the title says it outright",
            "hedge the title, or name the speaker before a colon",
        )
