"""The foot of a picture: its sources, what was asked for, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from peru_timeline.chronology.dates.wording import short_date
from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.chronology.models import Source
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.pictures.phrases import PROGRAM, phrases_in
from peru_timeline.pictures.subject import Subject, filter_in_words, span_in_words
from peru_timeline.pictures.text_lines import TextLine, wrapped
from peru_timeline.timeline.packing.mark_extents import KEY_IMPORTANCE
from peru_timeline.timeline.scene import Scene, SceneCounts
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import REGULAR

FOOT_PX, LINE_PX, PADDING_PX = 12.0, 18.0, 4.0
MOST_SOURCE_LINES = MOST_UNTITLED_LINES = 2
MOST_UNTITLED = 100  # more than these lines have room for
MOST_NAMED = 20  # sources that a foot has room for, if not for all
_WIDEST_COUNTS = SceneCounts(
    999_999, 999_999, 999_998, 999_999, 999_999, 999_999, 999_999, shelf=999_999
)


def foot_lines(
    subject: Subject,
    scene: Scene | None,
    x: float,
    width: float,
    measure: TextMeasure,
    *,
    counts_only: bool = False,
) -> tuple[TextLine, ...]:
    """The lines of the foot of a scene, counted from y = 0; without a scene, as many as there can be."""
    paragraphs = _paragraphs(subject, scene, width, measure, counts_only)
    texts = [text for paragraph in paragraphs for text in paragraph]
    return tuple(
        TextLine(
            x=x,
            middle=LINE_PX * (number + 0.5) + PADDING_PX,
            width=measure(text, FOOT_PX, REGULAR),
            text=text,
            px=FOOT_PX,
            weight=REGULAR,
            ink="ink_soft",
        )
        for number, text in enumerate(texts)
    )


def foot_height(lines: Sequence[TextLine]) -> float:
    """Px that these lines of a foot take."""
    return LINE_PX * len(lines) + PADDING_PX


def _paragraphs(
    subject: Subject, scene: Scene | None, width: float, measure: TextMeasure, counts_only: bool
) -> Iterator[tuple[str, ...]]:
    language, phrases = subject.language, phrases_in(subject.language)
    parts = [counts_in_words(scene.counts if scene else _WIDEST_COUNTS, language)]
    if counts_only:
        parts += stretched_in_words(subject)
    else:
        if named := _untitled_keys(subject, scene):
            said = phrases.untitled_keys.format("; ".join(named))
            yield wrapped(said, FOOT_PX, REGULAR, width, measure, MOST_UNTITLED_LINES)
        sources = cited_sources(subject.chronology, subject.events.tolist())
        if sources:
            yield _source_lines(sources, language, width, measure)
        parts.append(span_in_words(subject.span, language))
        if filtered := filter_in_words(subject.query, subject.chronology, language):
            parts.append(phrases.filter.format(filtered))
        parts += stretched_in_words(subject)
        parts.append(phrases.chronology.format(program=PROGRAM, version=subject.chronology.version))
    yield wrapped(" · ".join(parts), FOOT_PX, REGULAR, width, measure)


def _untitled_keys(subject: Subject, scene: Scene | None) -> list[str]:
    """Titles of key events that the picture does not have, where some stand on a shelf that shows its count alone."""
    columns = subject.columns
    keys = np.flatnonzero(subject.shown & (columns.importance == KEY_IMPORTANCE)).tolist()
    missing = [event for event in keys if not columns.is_dated[event]]
    if not missing or (scene is not None and scene.shelf.is_open):
        return []
    if scene is not None:
        titled = {label.event for label in scene.labels} | {card.event for card in scene.cards}
        missing = [event for event in keys if event not in titled]
    titles = (subject.chronology.events[event].title for event in missing[:MOST_UNTITLED])
    return [isolated(in_language(title, subject.language)) for title in titles]


def stretched_in_words(subject: Subject) -> list[str]:
    """“time scale stretched up to 8 × where shaded”; nothing where no year in sight is."""
    span = subject.drawn_span
    here = [
        part.times
        for part in subject.warp.stretches
        if part.start < span.end and part.end > span.start
    ]
    most = max(here, default=1)
    return [phrases_in(subject.language).stretched.format(most)] if most > 1 else []


def counts_in_words(counts: SceneCounts, language: str) -> str:
    """How many events the picture has, and what it leaves out: “41 of 217 events: 30 with their title, …”."""
    phrases = phrases_in(language)
    shown = counts.in_view + counts.shelf
    whole = phrases.all_counted if shown == counts.events else phrases.counts
    text = whole.format(in_view=shown, events=counts.events)
    if counts.titled == shown:
        return text
    where = [phrases.on_axis.format(counts.in_view), phrases.shelf.format(counts.shelf)]
    left_out = [
        phrase.format(number)
        for phrase, number in (
            (phrases.clustered, counts.clustered),
            (phrases.stripped, counts.stripped),
            (phrases.hidden, counts.hidden),
        )
        if number
    ]
    parts = [*(where if counts.shelf else []), phrases.titled.format(counts.titled), *left_out]
    return f"{text}: {', '.join(parts)}"


def short_reference(source: Source, language: str) -> str:
    """A source in a few words: who published it, and when."""
    title = in_language(source.title, language) if source.title else source.id
    name = isolated(source.publisher or ", ".join(source.author) or title)
    return f"{name}, {short_date(source.issued, language)}" if source.issued else name


def _source_lines(
    sources: Sequence[Source], language: str, width: float, measure: TextMeasure
) -> tuple[str, ...]:
    """The sources in two lines: as many as fit, and how many more there are."""
    for text in sources_in_words(sources, language):
        lines = wrapped(text + ".", FOOT_PX, REGULAR, width, measure)
        if len(lines) <= MOST_SOURCE_LINES:
            break
    return lines[:MOST_SOURCE_LINES]


def sources_in_words(sources: Sequence[Source], language: str) -> Iterator[str]:
    """Yield “Sources: …” with all of them, then with fewer and fewer by name and a count of the others; or nothing."""
    phrases = phrases_in(language)
    names = list(dict.fromkeys(short_reference(source, language) for source in sources))
    if not names:
        return
    for kept in (len(names), *range(min(len(names) - 1, MOST_NAMED), 0, -1)):
        text = "; ".join(names[:kept])
        if kept < len(names):
            text += f"; {phrases.more.format(len(names) - kept)}"
        yield phrases.sources.format(text)
