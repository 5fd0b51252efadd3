"""Tooltips of the timeline: plain text from the chronology, never interpreted as HTML."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.text import in_language

LONGEST_TITLE = 300  # Qt takes seconds to lay out an unbroken word of 300,000 characters


def mark_tooltip(chronology: Chronology, event: int, language: str) -> str:
    """Title and date of an event, on two lines."""
    said = chronology.events[event]
    title = in_language(said.title, language)[:LONGEST_TITLE]
    return f"{title}\n{event_date_in_words(said, chronology, language)}"


def cluster_tooltip(count: int) -> str:
    """How many events a cluster holds, and how to see them."""
    text = QCoreApplication.translate("Timeline", "{0} events; double-click to zoom in on them")
    return text.format(count)


def tooltip_html(text: str) -> str:
    """HTML that shows a text literally: Qt's tooltips would interpret markup in it, and read the files it names."""
    lines = (escape(line) for line in text[:LONGEST_TITLE].split("\n"))
    return f"<p style='margin:0'>{'<br>'.join(lines)}</p>"


def shelf_tooltip(is_open: bool) -> str:
    """What the shelf is, and what a click on it does."""
    if is_open:
        return QCoreApplication.translate(
            "Timeline",
            "Events whose beginning no source gives. Click here or press U to close the list.",
        )
    return QCoreApplication.translate(
        "Timeline", "Events whose beginning no source gives. Click here or press U to list them."
    )
