"""The review sheet: every event with its date, quotations and notes, and what no event quotes.

A second reader checks a chronology with it. This module decides its content, as a sequence of blocks;
report_markup.py writes blocks as Markdown and HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import citation, reference
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.models import Actor, Event, Evidence, Role, Source
from peru_timeline.chronology.review.documents import (
    Passage,
    find_quotation,
    sections_of,
    split_passages,
)
from peru_timeline.chronology.review.report_markup import Block, Kind, as_html, as_markdown
from peru_timeline.chronology.review.verification import quoted_share, unquoted_passages
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.wording import status_in_words


@dataclass(frozen=True, slots=True)
class _Words:
    """The sheet's own words in one language; {} stands for a value."""

    review: str
    counts: str
    bands: str
    events: str
    coverage: str
    identity: str
    date: str
    date_note: str
    title: str
    summary: str
    kind: str
    importance: str
    actors: str
    amount: str
    note: str
    related: str
    supports: str
    found: str
    not_found: str
    no_document: str
    share: str
    unquoted: str
    all_quoted: str
    before_headings: str
    terms: Mapping[str, str]


_ENGLISH = _Words(
    review="Review sheet: {}",
    counts="{} events, {} quotations, {} sources, version {}",
    bands="Bands",
    events="Events",
    coverage="What no event quotes",
    identity="Id",
    date="Date",
    date_note="How the date is known",
    title="Title",
    summary="Summary",
    kind="Sector, status",
    importance="importance {}",
    actors="Actors",
    amount="Amount",
    note="Note",
    related="Related",
    supports="supports: {}",
    found="found in the document",
    not_found="NOT FOUND in the document",
    no_document="Its full text is not at hand; `peru-timeline sources add DIR` adds it.",
    share="{} quotations cover {} % of its words.",
    unquoted="Paragraphs that no event quotes: {} of {}",
    all_quoted="Every paragraph is quoted by some event.",
    before_headings="before any heading",
    terms={
        "part_of": "part of",
        "responds_to": "responds to",
        "causes": "causes, as claimed",
        "same_matter": "same matter",
    },
)
_SPANISH = _Words(
    review="Hoja de revisión: {}",
    counts="{} hechos, {} citas, {} fuentes, versión {}",
    bands="Bandas",
    events="Hechos",
    coverage="Lo que ningún hecho cita",
    identity="Identificador",
    date="Fecha",
    date_note="Cómo se conoce la fecha",
    title="Título",
    summary="Resumen",
    kind="Sector, estado",
    importance="importancia {}",
    actors="Actores",
    amount="Cantidad",
    note="Nota",
    related="Relacionado",
    supports="sustenta: {}",
    found="está en el documento",
    not_found="NO ESTÁ en el documento",
    no_document="Falta su texto completo; `peru-timeline sources add DIR` lo agrega.",
    share="{} citas cubren el {} % de sus palabras.",
    unquoted="Párrafos que ningún hecho cita: {} de {}",
    all_quoted="Algún hecho cita cada párrafo.",
    before_headings="antes de todo encabezado",
    terms={
        "conflict": "discrepancia",
        "correction": "corrección",
        "gap": "texto perdido",
        "computation": "cálculo",
        "context": "contexto",
        "follows": "sigue a",
        "part_of": "parte de",
        "reverses": "revierte",
        "responds_to": "responde a",
        "causes": "causa, según la fuente",
        "same_matter": "mismo asunto",
        "date": "fecha",
        "amount": "cantidad",
        "attribution": "atribución",
    },
)


def report_markdown(chronology: Chronology, documents: Mapping[str, str], language: str) -> str:
    """Write the review sheet in Markdown; `documents` are the full texts at hand, by source.

    `language` ("en" or "es") is that of the sheet; titles, summaries and notes appear in all languages.
    """
    return as_markdown(_sheet(chronology, documents, language))


def report_html(chronology: Chronology, documents: Mapping[str, str], language: str) -> str:
    """Write the review sheet as an HTML page; arguments as for report_markdown."""
    return as_html(_sheet(chronology, documents, language), language)


def _sheet(chronology: Chronology, documents: Mapping[str, str], language: str) -> Iterator[Block]:
    words = _SPANISH if language == "es" else _ENGLISH
    items = (*chronology.bands, *chronology.events)
    quotations = sum(len(item.evidence) for item in items)
    yield Block(Kind.TITLE, words.review.format(in_language(chronology.title, language)))
    yield Block(
        Kind.TEXT,
        words.counts.format(
            len(chronology.events), quotations, len(chronology.sources), chronology.version
        ),
    )
    split = {
        source: split_passages(text, sections_of(chronology, source))
        for source, text in documents.items()
    }
    if chronology.bands:
        yield Block(Kind.PART, words.bands)
    for band in chronology.bands:
        date = date_in_words(band.date, language)
        yield Block(Kind.HEADING, f"{in_language(band.label, language)} · {date}")
        for evidence in band.evidence:
            source = chronology.source_by_id[evidence.source]
            yield _quotation(evidence, source, split.get(source.id), language, words)
    yield Block(Kind.PART, words.events)
    for number, event in enumerate(chronology.events, start=1):
        title = f"{number}. {in_language(event.title, language)}"
        yield Block(Kind.HEADING, title)
        yield from _event(event, chronology, language, words)
        for evidence in event.evidence:
            source = chronology.source_by_id[evidence.source]
            yield _quotation(evidence, source, split.get(source.id), language, words)
        yield from _remarks(event, chronology, language, words)
    yield Block(Kind.PART, words.coverage)
    for source in chronology.sources:
        yield from _coverage(chronology, source, documents.get(source.id), language, words)


def _event(event: Event, chronology: Chronology, language: str, words: _Words) -> Iterator[Block]:
    yield Block(Kind.FIELD, event.id, words.identity)
    date = f"{event.date.edtf} = {event_date_in_words(event, chronology, language)}"
    yield Block(Kind.FIELD, date, words.date)
    yield from _in_all_languages(event.date_note, words.date_note)
    yield from _in_all_languages(event.title, words.title)
    yield from _in_all_languages(event.summary, words.summary)
    sector = chronology.sector_name(event, language)
    status = status_in_words(event.status, language)
    kind = ", ".join(filter(None, (sector, status, words.importance.format(event.importance))))
    yield Block(Kind.FIELD, kind, words.kind)
    actors = [_actor(role, chronology.actor_by_id[role.actor], language) for role in event.actors]
    if actors:
        yield Block(Kind.FIELD, "; ".join(actors), words.actors)
    for amount in event.amounts:
        # A narrow no-break space groups digits in either language.
        value = f"{amount.value:,}".replace(",", "\u202f")
        text = f"{value} {amount.unit}, {in_language(amount.of, language)}"
        yield Block(Kind.FIELD, text, words.amount)


def _actor(role: Role, actor: Actor, language: str) -> str:
    name = in_language(actor.name, language)
    return f"{name} ({in_language(role.role, language)})" if role.role else name


def _in_all_languages(text: Mapping[str, str] | None, label: str) -> Iterator[Block]:
    for tag, version in (text or {}).items():
        yield Block(Kind.FIELD, version, label if tag == "und" else f"{label} ({tag})")


def _quotation(
    evidence: Evidence,
    source: Source,
    document: tuple[Passage, ...] | None,
    language: str,
    words: _Words,
) -> Block:
    remarks = [citation(evidence, source, language)]
    if evidence.supports:
        terms = ", ".join(words.terms.get(term, term) for term in evidence.supports)
        remarks.append(words.supports.format(terms))
    if document is not None:
        remarks.append(words.found if find_quotation(evidence, document) else words.not_found)
    return Block(Kind.QUOTE, evidence.quote, "; ".join(remarks))


def _remarks(event: Event, chronology: Chronology, language: str, words: _Words) -> Iterator[Block]:
    for note in event.notes:
        kind = words.terms.get(note.kind, note.kind)
        sources = f" [{', '.join(note.sources)}]" if note.sources else ""
        yield from _in_all_languages(note.text, f"{words.note}: {kind}{sources}")
    for relation in event.related:
        other = chronology.events[chronology.event_index[relation.event]]
        kind = words.terms.get(relation.relation, relation.relation)
        text = f"{kind}: {in_language(other.title, language)} ({other.id})"
        yield Block(Kind.FIELD, text, words.related)


def _coverage(
    chronology: Chronology, source: Source, document: str | None, language: str, words: _Words
) -> Iterator[Block]:
    yield Block(Kind.HEADING, f"{source.id}: {reference(source, language)}")
    yield from _in_all_languages(source.note, words.note)
    if document is None:
        yield Block(Kind.TEXT, words.no_document)
        return
    quotations = sum(
        evidence.source == source.id for event in chronology.events for evidence in event.evidence
    )
    share = round(100 * quoted_share(chronology, source.id, document))
    yield Block(Kind.TEXT, words.share.format(quotations, share))
    unquoted = unquoted_passages(chronology, source.id, document)
    all_of_it = split_passages(document, sections_of(chronology, source.id))
    count = sum(passage.paragraph > 0 for passage in all_of_it)
    if not unquoted:
        yield Block(Kind.TEXT, words.all_quoted)
        return
    yield Block(Kind.TEXT, words.unquoted.format(len(unquoted), count))
    for passage in unquoted:
        place = f"{passage.section or words.before_headings}, ¶ {passage.paragraph}"
        yield Block(Kind.POINT, passage.text, place)
