"""The speaker's notes to the slide of an event."""

from __future__ import annotations

from peru_timeline.chronology.citation import quotation_with_citation
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.subject import Subject


def notes_of_event(subject: Subject, index: int) -> str:
    """All quotations of an event with their citations, and the notes of the chronology."""
    chronology, language = subject.chronology, subject.language
    event = chronology.events[index]
    parts = [
        quotation_with_citation(evidence, chronology.source_by_id[evidence.source], language)
        for evidence in event.evidence
    ]
    parts += [in_language(note.text, language) for note in event.notes]
    return "\n\n".join(parts) or phrases_in(language).no_quotation
