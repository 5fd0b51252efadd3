"""An event as other programs can take it: one language, one text, one lane, names instead of ids."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import quotation_with_citation
from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.formats.table import actor_names
from peru_timeline.chronology.models import Event, Status
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.wording import status_in_words


@dataclass(frozen=True, slots=True)
class OutgoingEvent:
    """An event in one language.

    Attributes:
        id: the event's id, by which a later import finds it again.
        when: its date in words.
        paragraphs: summary, status unless it happened, remark on the date, quotations with citations, notes.
        lane: the name of its sector; empty if it has none.
        links: addresses of its sources, each once.

    """

    id: str
    title: str
    date: EventDate
    when: str
    paragraphs: tuple[str, ...]
    lane: str
    actors: tuple[str, ...]
    links: tuple[str, ...]
    status: Status
    importance: int

    @property
    def text(self) -> str:
        """The paragraphs with a blank line between them."""
        return "\n\n".join(self.paragraphs)


def outgoing(
    chronology: Chronology, events: Sequence[int], language: str
) -> Iterator[OutgoingEvent]:
    """Yield these events (indices) in the order given, as other programs can take them."""
    for index in events:
        event = chronology.events[index]
        yield OutgoingEvent(
            id=event.id,
            title=in_language(event.title, language),
            date=event.date,
            when=event_date_in_words(event, chronology, language),
            paragraphs=tuple(_paragraphs(event, chronology, language)),
            lane=chronology.sector_name(event, language),
            actors=actor_names(chronology, event, language),
            links=_links(event, chronology),
            status=event.status,
            importance=event.importance,
        )


def as_html(paragraphs: Iterable[str]) -> str:
    """Paragraphs as HTML, for programs that take nothing else; everything in them stays text."""
    lines = (html.escape(paragraph, quote=False) for paragraph in paragraphs if paragraph)
    return "".join(f"<p>{line.replace(chr(10), '<br>')}</p>" for line in lines)


def has_beginning(date: EventDate) -> bool:
    """Whether a date has a first possible day, without which no other program can place an event."""
    return date.earliest_start is not None


def _paragraphs(event: Event, chronology: Chronology, language: str) -> Iterator[str]:
    if event.summary:
        yield in_language(event.summary, language)
    if event.status is not Status.HAPPENED:
        yield f"[{status_in_words(event.status, language)}]"
    if event.date_note:
        yield in_language(event.date_note, language)
    for evidence in event.evidence:
        yield quotation_with_citation(evidence, chronology.source_by_id[evidence.source], language)
    for note in event.notes:
        yield in_language(note.text, language)


def _links(event: Event, chronology: Chronology) -> tuple[str, ...]:
    addresses = (chronology.source_by_id[evidence.source].url for evidence in event.evidence)
    return tuple(dict.fromkeys(address for address in addresses if address))
