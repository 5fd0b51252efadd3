"""Citations and bibliography entries as plain text."""

from __future__ import annotations

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.models import Event, Evidence, Source
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.chronology.wording import foreign_tongue


def reference(source: Source, language: str, *, address: bool = True) -> str:
    """Return the bibliography entry of a source: author, “title”, publisher, date, address."""
    title = in_language(source.title, language) if source.title else ""
    parts = [
        ", ".join(map(isolated, source.author)),
        f"“{isolated(title)}”" if title else "",
        isolated(source.publisher or ""),
        date_in_words(source.issued, language) if source.issued else "",
        (source.url or "") if address else "",
    ]
    return ", ".join(part for part in parts if part)


def passage(evidence: Evidence) -> str:
    """Return the passage within the source, “Petroleum, ¶ 1”; empty if none is given."""
    parts = [
        isolated(evidence.section or ""),
        f"¶ {evidence.paragraph}" if evidence.paragraph else "",
    ]
    return ", ".join(part for part in parts if part)


def citation(evidence: Evidence, source: Source, language: str, *, address: bool = True) -> str:
    """Return a quotation's citation: reference, section and paragraph, language if not the reader's, address."""
    cited = (reference(source, language, address=False), passage(evidence))
    told = ", ".join(part for part in cited if part)
    if tongue := foreign_tongue(source.language, language):
        told = f"{told} ({tongue})"
    parts = (told, (source.url or "") if address else "")
    return ", ".join(part for part in parts if part)


def quotation_with_citation(evidence: Evidence, source: Source, language: str) -> str:
    """Return the quotation in quotation marks, then its citation, for the clipboard."""
    return f"“{isolated(evidence.quote)}”\n— {citation(evidence, source, language)}"


def event_with_citations(event: Event, chronology: Chronology, language: str) -> str:
    """Return an event for the clipboard: title and date, then each quotation with its citation."""
    title = isolated(in_language(event.title, language))
    parts = [f"{title} ({event_date_in_words(event, chronology, language)})"]
    parts += [
        quotation_with_citation(evidence, chronology.source_by_id[evidence.source], language)
        for evidence in event.evidence
    ]
    return "\n\n".join(parts)
