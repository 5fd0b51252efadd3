"""What the timeline says in tooltips: plain text from the chronology, never read as HTML."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.text import in_language

MOST_SIGNS = 300  # an unbroken word of 300,000 signs takes Qt seconds to lay out


def mark_tooltip(chronology: Chronology, event: int, language: str) -> str:
    """Title and date of an event, two lines."""
    said = chronology.events[event]
    title = in_language(said.title, language)[:MOST_SIGNS]
    return f"{title}\n{date_in_words(said.date, language)}"


def cluster_tooltip(count: int) -> str:
    """What a cluster is."""
    text = QCoreApplication.translate("Timeline", "{0} events; a double click opens them")
    return text.format(count)


def tooltip_html(text: str) -> str:
    """`text` as Qt's tooltips show it literally: they would read markup in it, and fetch what it names."""
    lines = (escape(line) for line in text[:MOST_SIGNS].split("\n"))
    return f"<p style='margin:0'>{'<br>'.join(lines)}</p>"
