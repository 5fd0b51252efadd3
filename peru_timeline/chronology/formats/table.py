"""The content of a chronology table in any format: one row for each event, and numbered sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.models import Event, Source
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.chronology.wording import status_in_words


class TableWords(NamedTuple):
    """The headings and the count of a table in one language."""

    date: str
    title: str
    summary: str
    actors: str
    sector: str
    status: str
    sources: str
    counted: str  # {shown}, {all}, {title}, {version}
    filtered: str
    bounds: tuple[str, str, str, str]  # earliest and latest day and year, in spreadsheets only
    record: str  # what no other column shows, in spreadsheets only


_WORDS: Mapping[str, TableWords] = {
    "en": TableWords(
        "Date", "Event", "Summary", "Actors", "Sector", "Status", "Sources",
        "{shown} of {all} events · {title}, version {version}", "filter: {}",
        ("Earliest day", "Latest day", "First year", "Last year"),
        "Record",
    ),
    "es": TableWords(
        "Fecha", "Hecho", "Resumen", "Actores", "Sector", "Estado", "Fuentes",
        "{shown} de {all} hechos · {title}, versión {version}", "filtro: {}",
        ("Primer día posible", "Último día posible", "Primer año", "Último año"),
        "Registro",
    ),
}  # fmt: skip


TABLE_LANGUAGES = tuple(_WORDS)


def table_words(language: str) -> TableWords:
    """Return the words of a table; languages other than English and Spanish use English."""
    return _WORDS.get(language.split("-")[0].lower(), _WORDS["en"])


class Row(NamedTuple):
    """One event as text; `sources` are numbers in `Table.sources`, counted from 1."""

    date: str
    title: str
    summary: str
    actors: str
    sector: str
    status: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A chronology table; `sources` are in order of first use."""

    title: str
    count: str
    words: TableWords
    rows: tuple[Row, ...]
    sources: tuple[str, ...]
    language: str

    @property
    def head(self) -> tuple[str, ...]:
        """The names of the columns, in the order of Row."""
        return self.words[:7]


def build_table(
    chronology: Chronology, events: Sequence[int], language: str, filtered: str = ""
) -> Table:
    """Build the table of these events (indices), in the order given; `filtered` is their filter in words."""
    words = table_words(language)
    cited = cited_sources(chronology, events)
    numbers = {source.id: number for number, source in enumerate(cited, start=1)}
    title = in_language(chronology.title, language)
    count = words.counted.format(
        shown=len(events),
        all=len(chronology.events),
        title=isolated(title),
        version=chronology.version,
    )
    if filtered:
        count = f"{count} · {words.filtered.format(filtered)}"
    return Table(
        title=title,
        count=count,
        words=words,
        rows=tuple(_row(chronology, chronology.events[i], numbers, language) for i in events),
        sources=tuple(reference(source, language) for source in cited),
        language=language,
    )


def cited_sources(chronology: Chronology, events: Sequence[int]) -> tuple[Source, ...]:
    """Return the sources that these events quote or that their notes name, in order of first use."""
    ids: dict[str, None] = {}
    for index in events:
        event = chronology.events[index]
        ids.update(dict.fromkeys(evidence.source for evidence in event.evidence))
        ids.update(dict.fromkeys(source for note in event.notes for source in note.sources))
    return tuple(chronology.source_by_id[source] for source in ids)


def actor_names(chronology: Chronology, event: Event, language: str) -> tuple[str, ...]:
    """Return the names of an event's actors, the lead first."""
    actors = (chronology.actor_by_id[role.actor] for role in event.actors)
    return tuple(in_language(actor.name, language) for actor in actors)


def _row(chronology: Chronology, event: Event, numbers: Mapping[str, int], language: str) -> Row:
    cited = dict.fromkeys(numbers[evidence.source] for evidence in event.evidence)
    return Row(
        date=event_date_in_words(event, chronology, language),
        title=isolated(in_language(event.title, language)),
        summary=in_language(event.summary, language) if event.summary else "",
        actors=", ".join(map(isolated, actor_names(chronology, event, language))),
        sector=isolated(chronology.sector_name(event, language)),
        status=status_in_words(event.status, language),
        sources=tuple(cited),
    )
