"""Tooltips of the timeline: plain text from the chronology, never interpreted as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.text import in_language
from peru_timeline.ui.canvas.input.hit_testing import Hit

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


def hit_tooltip(hit: Hit, chronology: Chronology, language: str, shelf_is_open: bool) -> str:
    """What the pointer rests on; "" where there is nothing to say."""
    told = hit.mark or hit.shelved
    if hit.header is not None:
        return hit.header.name
    if told is not None:
        return mark_tooltip(chronology, told.event, language)
    if hit.bands:
        return bands_tooltip(chronology, hit.bands, language)
    if hit.is_shelf:
        return shelf_tooltip(shelf_is_open)
    return "" if hit.cluster is None else cluster_tooltip(hit.cluster.count)


def tooltip_html(text: str) -> str:
    """HTML that shows a text literally: Qt's tooltips would interpret markup in it, and read the files it names."""
    lines = (escape(line) for line in text[:LONGEST_TITLE].split("\n"))
    return f"<p style='margin:0'>{'<br>'.join(lines)}</p>"


def bands_tooltip(chronology: Chronology, numbers: Iterable[int], language: str) -> str:
    """Label and dates of bands, a line each: where they begin close together their labels have no room."""
    bands = [chronology.bands[number] for number in numbers]
    return "\n".join(
        f"{in_language(band.label, language)} · {date_in_words(band.date, language)}"
        for band in bands
    )


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
