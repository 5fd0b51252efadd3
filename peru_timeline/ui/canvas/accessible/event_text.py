"""What screen readers say about an event: its name, and what its mark shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.formats.table import actor_names
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.timeline.layout_input import ChronologyTexts
from peru_timeline.ui.look.plain_text import one_line
from peru_timeline.ui.look.wording import status_name

LONGEST_NAME = 300


def event_name(chronology: Chronology, event: int, language: str) -> str:
    """Title and date of an event in words, on one line."""
    said = chronology.events[event]
    title = isolated(one_line(in_language(said.title, language), LONGEST_NAME))
    return f"{title}, {event_date_in_words(said, chronology, language)}"


def event_description(chronology: Chronology, event: int, language: str) -> str:
    """Actors, status and source of an event, in a sentence each."""
    said = chronology.events[event]
    sentences = (
        (
            QCoreApplication.translate("EventWords", "Actors: {0}."),
            ", ".join(actor_names(chronology, said, language)),
        ),
        (
            QCoreApplication.translate("EventWords", "Status: {0}."),
            status_name(said.status, language),
        ),
        (
            QCoreApplication.translate("EventWords", "Source: {0}."),
            ChronologyTexts(chronology, language).source(event),
        ),
    )
    return " ".join(
        form.format(one_line(values, LONGEST_NAME)) for form, values in sentences if values
    )
