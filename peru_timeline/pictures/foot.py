"""The foot of a picture: what it rests on, what was asked for, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from peru_timeline.chronology.dates.wording import short_date
from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.chronology.models import Source
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.subject import Subject, filter_words, span_words
from peru_timeline.pictures.words import PROGRAM, words_in
from peru_timeline.pictures.writing import Line, wrapped
from peru_timeline.timeline.scene import Scene, SceneCounts
from peru_timeline.timeline.text_measure import REGULAR, TextMeasure

FOOT_PX, LINE_PX = 12.0, 18.0
MOST_SOURCE_LINES = 2
_MOST = SceneCounts(999_999, 999_999, 999_998, 999_999, 999_999, 999_999, 999_999)


def foot_lines(
    subject: Subject,
    scene: Scene | None,
    whole: bool,
    x: float,
    width: float,
    measure: TextMeasure,
) -> tuple[list[Line], float]:
    """(lines counted from y = 0, height); without a scene the height it may need at the most.

    With `whole` False only the counts are told: what a picture leaves out is never left out of it.
    """
    language = subject.language
    words = words_in(language)
    counted = counts_words(scene.counts if scene else _MOST, language)
    paragraphs: list[tuple[str, ...]] = []
    if whole:
        version = words.chronology.format(program=PROGRAM, version=subject.chronology.version)
        told = [counted, span_words(subject.span, language)]
        if filtered := filter_words(subject.query, subject.chronology, language):
            told.append(words.filter.format(filtered))
        sources = cited_sources(subject.chronology, subject.events.tolist())
        if sources:
            paragraphs.append(_sources(sources, language, width, measure))
        paragraphs.append(wrapped(" · ".join([*told, version]), FOOT_PX, REGULAR, width, measure))
    else:
        paragraphs.append(wrapped(counted, FOOT_PX, REGULAR, width, measure))
    broken = [line for paragraph in paragraphs for line in paragraph]
    lines = [
        Line(x, LINE_PX * (i + 0.5) + 4.0, measure(text, FOOT_PX, REGULAR), text, FOOT_PX, REGULAR, "ink_soft")
        for i, text in enumerate(broken)
    ]  # fmt: skip
    return lines, LINE_PX * len(lines) + 4.0


def counts_words(counts: SceneCounts, language: str) -> str:
    """How many of the chronology's events are here, and as what: “41 of 222 events: 30 with their title, …”."""
    words = words_in(language)
    pattern = words.all_counted if counts.in_view == counts.events else words.counts
    told = pattern.format(in_view=counts.in_view, events=counts.events)
    parts = [
        pattern.format(number)
        for pattern, number in (
            (words.titled, counts.titled),
            (words.clustered, counts.clustered),
            (words.stripped, counts.stripped),
            (words.hidden, counts.hidden),
        )
        if number
    ]
    return f"{told}: {', '.join(parts)}" if counts.titled < counts.in_view else told


def short_reference(source: Source, language: str) -> str:
    """A source in a few words: who published it, and when."""
    title = in_language(source.title, language) if source.title else source.id
    name = source.publisher or ", ".join(source.author) or title
    return f"{name}, {short_date(source.issued, language)}" if source.issued else name


def _sources(
    sources: Sequence[Source], language: str, width: float, measure: TextMeasure
) -> tuple[str, ...]:
    """The sources in two lines; where they need more, as many as fit and the number of the others."""
    words = words_in(language)
    names = list(dict.fromkeys(short_reference(source, language) for source in sources))
    for kept in range(len(names), 0, -1):
        told = "; ".join(names[:kept])
        if kept < len(names):
            told += f"; {words.more_sources.format(len(names) - kept)}"
        lines = wrapped(words.sources.format(told) + ".", FOOT_PX, REGULAR, width, measure)
        if len(lines) <= MOST_SOURCE_LINES or kept == 1:
            break
    return lines[:MOST_SOURCE_LINES]
