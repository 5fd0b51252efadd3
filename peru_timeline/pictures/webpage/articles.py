"""The readable part of the page: every event with its date, quotations, citations and notes, and the sources.

It is what a reader without JavaScript sees and what a screen reader walks through; the script shows the same
articles in its panel. Every text of the chronology is escaped here, and nowhere else becomes markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from peru_timeline.chronology.citation import citation, reference
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.chronology.models import Amount, Event, Evidence, EvidencedBand, Role, Source
from peru_timeline.chronology.patterns import URL_PATTERN
from peru_timeline.chronology.text import in_language, isolated, printable
from peru_timeline.chronology.wording import relation_in_words, status_in_words, with_unit
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.webpage.words import LANGUAGES, page_words

SMALLEST_GROUPED = 10_000  # in Spanish
_PIECE = 1000
_LONG_WORD = re.compile(rf"\S{{{2 * _PIECE}}}")
_PIECES = re.compile(rf"(?:\S{{1,{_PIECE}}}\s*|\s+)")
NO_BREAK_SPACE = "\u00a0"


def escaped(text: str) -> str:
    """A text of the chronology as text of the page, quotation marks included."""
    return html.escape(printable(text))


def flowing(text: str) -> str:
    """A text of the chronology as text of the page, which may break even where it has no space.

    A browser takes minutes over a single word of 50,000 letters or accents, and a moment over its pieces.
    """
    if _LONG_WORD.search(text) is None:
        return escaped(text)
    return "<wbr>".join(escaped(piece) for piece in _PIECES.findall(text))


def in_both(texts: Sequence[str], tag: str, name: str = "") -> str:
    """An element with a text, or one for each language where they differ; the style sheet shows one of them."""
    attribute = f' class="{name}"' if name else ""
    if len(set(texts)) == 1:
        return f'<{tag}{attribute} dir="auto">{flowing(texts[0])}</{tag}>'
    return "".join(
        f'<{tag} class="{f"{name} {language}".strip()}" lang="{language}" dir="auto">'
        f"{flowing(text)}</{tag}>"
        for language, text in zip(LANGUAGES, texts, strict=True)
    )


def own_words(field: str, tag: str, name: str = "") -> str:
    """Words of the page itself in both languages."""
    return in_both([getattr(page_words(language), field) for language in LANGUAGES], tag, name)


def _unquoted() -> str:
    return in_both([phrases_in(language).no_quotation for language in LANGUAGES], "p", "soft")


def _mapped(texts: Mapping[str, str], tag: str, name: str = "") -> str:
    return in_both([in_language(texts, language) for language in LANGUAGES], tag, name)


class Articles:
    """Writes the events of a subject as articles."""

    def __init__(self, subject: Subject) -> None:
        self._chronology = subject.chronology
        self._events = subject.events.tolist()
        self._shown = {self._chronology.events[at].id for at in self._events}
        self._named_by = self._relations_back()

    def all(self) -> Iterator[str]:
        """Yield the article of each event, in order."""
        for at in self._events:
            yield self.article(self._chronology.events[at])

    def article(self, event: Event) -> str:
        """One event, under its id, which links can name."""
        parts = [
            _mapped(event.title, "h3"),
            self._facts(event),
            _mapped(event.date_note, "p", "soft") if event.date_note else "",
            _mapped(event.summary, "p", "summary") if event.summary else "",
            self._actors(event.actors),
            *(self._amount(amount) for amount in event.amounts),
            *(self._quotation(evidence) for evidence in event.evidence),
            "" if event.evidence else _unquoted(),
            *(_mapped(note.text, "p", "remark") for note in event.notes),
            self._related(event),
        ]
        return f'<article id="{escaped(event.id)}">{"".join(parts)}</article>'

    def bands(self) -> str:
        """The bands behind the events: when, and what the sources say."""
        bands = self._chronology.bands
        if not bands:
            return ""
        return f'<section id="_bands">{own_words("bands", "h2")}{"".join(map(self._band, bands))}</section>'

    def _band(self, band: EvidencedBand) -> str:
        dates = [date_in_words(band.date, language) for language in LANGUAGES]
        quotations = "".join(self._quotation(evidence) for evidence in band.evidence)
        return _mapped(band.label, "h3") + in_both(dates, "p", "when") + (quotations or _unquoted())

    def _facts(self, event: Event) -> str:
        """When, in which sector, and how sure."""
        lines = []
        for language in LANGUAGES:
            parts = [
                event_date_in_words(event, self._chronology, language),
                isolated(self._chronology.sector_name(event, language)),
                status_in_words(event.status, language),
            ]
            lines.append(" · ".join(part for part in parts if part))
        return in_both(lines, "p", "when")

    def _actors(self, roles: Sequence[Role]) -> str:
        if not roles:
            return ""
        return f'<ul class="actors">{"".join(self._actor(role) for role in roles)}</ul>'

    def _actor(self, role: Role) -> str:
        actor, texts = self._chronology.actor_by_id[role.actor], []
        for language in LANGUAGES:
            name = in_language(actor.name, language)
            part = in_language(role.role, language) if role.role else ""
            texts.append(f"{isolated(name)}: {isolated(part)}" if part else name)
        return f"<li>{in_both(texts, 'span')}</li>"

    def _amount(self, amount: Amount) -> str:
        texts = [
            f"{_figure(amount, language)} · {isolated(in_language(amount.of, language))}"
            for language in LANGUAGES
        ]
        return in_both(texts, "p", "amount")

    def _quotation(self, evidence: Evidence) -> str:
        source = self._chronology.source_by_id[evidence.source]
        spoken = f' lang="{escaped(source.language)}"' if source.language else ""
        texts = [citation(evidence, source, language, address=False) for language in LANGUAGES]
        return (
            f'<figure><blockquote dir="auto"{spoken}>{flowing(evidence.quote)}</blockquote>'
            f"<figcaption>{in_both(texts, 'span')}{source_link(source)}</figcaption></figure>"
        )

    def _related(self, event: Event) -> str:
        """Links to the events that this one names, then to those that name it."""
        named = {link.event for link in event.related}
        ties: list[tuple[str, str, bool]] = [
            (link.event, link.relation, False) for link in event.related
        ]
        ties += [tie for tie in self._named_by.get(event.id, ()) if tie[0] not in named]
        items = [self._tie(*tie) for tie in ties if tie[0] in self._shown]
        if not items:
            return ""
        return f'{own_words("related", "h4")}<ul class="related">{"".join(items)}</ul>'

    def _tie(self, event: str, relation: str, back: bool) -> str:
        title = self._chronology.events[self._chronology.event_index[event]].title
        words = [relation_in_words(relation, language, back=back) for language in LANGUAGES]
        return (
            f'<li><a href="#{escaped(event)}">{_mapped(title, "span")}</a> '
            f"{in_both(words, 'span', 'soft')}</li>"
        )

    def _relations_back(self) -> dict[str, list[tuple[str, str, bool]]]:
        back: dict[str, list[tuple[str, str, bool]]] = {}
        for at in self._events:
            event = self._chronology.events[at]
            for link in event.related:
                back.setdefault(link.event, []).append((event.id, link.relation, True))
        return back


def source_list(subject: Subject) -> str:
    """The sources of these events in order of first use."""
    cited = cited_sources(subject.chronology, subject.events.tolist())
    if not cited:
        return ""
    items = "".join(f"<li>{_reference(source)}{source_link(source)}</li>" for source in cited)
    return f'<section id="_sources">{own_words("sources", "h2")}<ol>{items}</ol></section>'


def _reference(source: Source) -> str:
    return in_both([reference(source, lang, address=False) for lang in LANGUAGES], "span")


def source_link(source: Source) -> str:
    """A link to a source; only to an address of the web, whatever a model holds that nobody checked."""
    if not source.url or not re.search(URL_PATTERN, source.url):
        return ""
    address = escaped(source.url)
    return f' <a href="{address}" rel="noopener noreferrer" target="_blank">{address}</a>'


def _figure(amount: Amount, language: str) -> str:
    """A figure with its unit: 2,600,000 in English, 2 600 000 and 2600 in Spanish."""
    value = amount.value
    number = f"{value:,}" if isinstance(value, int) else f"{value:,.12g}"
    if language == "es":
        few = abs(value) < SMALLEST_GROUPED
        number = number.replace(",", "" if few else NO_BREAK_SPACE)
    return with_unit(number, amount.unit, language)
