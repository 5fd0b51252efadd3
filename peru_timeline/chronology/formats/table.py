"""The content of a chronology table in any format: one row for each event, and numbered sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

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
    amounts: str  # in spreadsheets only
    language: str  # of title and summary, in spreadsheets only
    record: str  # what no other column shows, in spreadsheets only


_WORDS: Mapping[str, TableWords] = {
    "en": TableWords(
        "Date", "Event", "Summary", "Actors", "Sector", "Status", "Sources",
        "{shown} of {all} events · {title}, version {version}", "filter: {}",
        ("Earliest day", "Latest day", "First year", "Last year"), "Amounts", "Language",
        "Record",
    ),
    "es": TableWords(
        "Fecha", "Hecho", "Resumen", "Actores", "Sector", "Estado", "Fuentes",
        "{shown} de {all} hechos · {title}, versión {version}", "filtro: {}",
        ("Primer día posible", "Último día posible", "Primer año", "Último año"), "Cifras", "Idioma",
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
    columns, wanted = chronology.events.columns, np.asarray(events, np.intp)
    quoted = columns.sources.take(wanted)
    found, first = np.unique(quoted.values, return_index=True)
    ranks = quoted.events[first]
    # Where each is first used: (rank of the event, after its quotations or not, place in the event).
    used = {
        chronology.sources[source].id: (rank, 0, at)
        for source, rank, at in zip(found.tolist(), ranks.tolist(), first.tolist(), strict=True)
    }
    for rank in np.flatnonzero(columns.noted[wanted]).tolist():
        notes = chronology.events[int(wanted[rank])].notes
        for at, source in enumerate(source for note in notes for source in note.sources):
            used[source] = min(used.get(source, (rank, 1, at)), (rank, 1, at))
    return tuple(chronology.source_by_id[source] for source in sorted(used, key=used.__getitem__))


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
