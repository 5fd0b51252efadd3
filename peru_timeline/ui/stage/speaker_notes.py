"""What the speaker has before them at a step: caption, the event, all its quotations with citations, and notes."""

from __future__ import annotations

from collections.abc import Iterator

from peru_timeline.chronology.citation import quotation_with_citation
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.composition.talk import Step, Talk
from peru_timeline.pictures.phrases import phrases_in


def notes_of(talk: Talk, step: Step) -> str:
    """The notes to a step as paragraphs."""
    return "\n\n".join(part for part in _parts(talk, step) if part)


def _parts(talk: Talk, step: Step) -> Iterator[str]:
    chronology, language = talk.chronology, talk.language
    yield talk.notes(step.view)
    yield talk.caption(step.view)
    if step.focus is None:
        return
    event = chronology.events[step.focus]
    title = in_language(event.title, language)
    yield f"{title}\n{event_date_in_words(event, chronology, language)}"
    yield in_language(event.summary, language) if event.summary else ""
    for evidence in event.evidence:
        source = chronology.source_by_id[evidence.source]
        yield quotation_with_citation(evidence, source, language)
    if not event.evidence:
        yield phrases_in(language).no_quotation
    for note in event.notes:
        yield in_language(note.text, language)
