"""The Timeline Project (.timeline), XML in the order of elements that its version 2 asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.formats.exchange.days import day_text, first_day, last_day
from peru_timeline.chronology.formats.exchange.losses import (
    OF_OTHER_PROGRAMS,
    Aspect,
    can_be_written,
)
from peru_timeline.chronology.formats.exchange.outgoing import OutgoingEvent, outgoing
from peru_timeline.chronology.text import printable

UNHELD = OF_OTHER_PROGRAMS - {
    Aspect.OUTSIDE_YEARS_1_TO_9999,
    Aspect.DOUBTFUL_DATE,
    Aspect.OPEN_END,
    Aspect.LANE,
    Aspect.ACTORS,
}

_VERSION = "2.10.0"
_COLOURS = (
    "214,230,245",
    "245,224,214",
    "221,240,221",
    "240,221,240",
    "245,240,210",
    "225,225,225",
)
_CONTAINER_MARK = re.compile(r"\s*[(\[]\d+[)\]]")
_INVISIBLE = "\u200e"  # a direction mark; keeps a title that begins "(3)" from being read as a container's mark


def xml_file(chronology: Chronology, events: Sequence[int], language: str) -> bytes:
    """Write these events (indices) as a timeline; those without a beginning have no place in it."""
    written = [
        event
        for event in outgoing(chronology, events, language)
        if can_be_written(event.date, UNHELD)
    ]
    root = etree.Element("timeline")
    _add(root, "version", _VERSION)
    _add(root, "timetype", "gregoriantime")
    categories = etree.SubElement(root, "categories")
    lanes = dict.fromkeys(event.lane for event in written if event.lane)
    for number, lane in enumerate(lanes):
        category = etree.SubElement(categories, "category")
        _add(category, "name", lane)
        for name in ("color", "progress_color", "done_color"):
            _add(category, name, _COLOURS[number % len(_COLOURS)])
        _add(category, "font_color", "0,0,0")
    parent = etree.SubElement(root, "events")
    for event in written:
        _add_event(parent, event)
    view = etree.SubElement(root, "view")
    if written:
        period = etree.SubElement(view, "displayed_period")
        _add(period, "start", _stamp(min(first_day(event.date) for event in written)))
        _add(period, "end", _stamp(max(_end(event.date) for event in written) + 1))
    etree.SubElement(view, "hidden_categories")
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return content


def _add_event(parent: etree._Element, event: OutgoingEvent) -> None:
    node = etree.SubElement(parent, "event")
    _add(node, "id", event.id)
    _add(node, "start", _stamp(first_day(event.date)))
    _add(node, "end", _stamp(_end(event.date)))
    title = event.title
    _add(node, "text", f"{_INVISIBLE}{title}" if _CONTAINER_MARK.match(title) else title)
    _add(node, "progress", "0")
    for name, value in (
        ("fuzzy", event.date.approximate),
        ("fuzzy_start", event.date.approximate_start),
        ("fuzzy_end", event.date.approximate_end),
        ("locked", False),
        ("ends_today", _goes_on(event.date)),
    ):
        _add(node, name, str(value))
    if event.lane:
        _add(node, "category", event.lane)
    _add(node, "description", "\n\n".join((event.when, *event.paragraphs)))
    if event.actors:
        _add(node, "labels", ", ".join(actor.replace(",", "") for actor in event.actors))
    if event.links:
        _add(node, "hyperlink", ";".join(event.links))
    _add(node, "milestone", str(event.importance == 3))


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = printable(text)


def _goes_on(date: EventDate) -> bool:
    return date.is_span and date.latest_end is None


def _end(date: EventDate) -> int:
    """The day at whose beginning the event ends there: the same as the first for a moment known to the day."""
    last = last_day(date)
    return first_day(date) if last is None or date.is_day else last + 1


def _stamp(day: int) -> str:
    """A day's midnight; years are written without leading zeros."""
    text = day_text(day)
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    year, _, rest = digits.partition("-")
    return f"{sign}{int(year)}-{rest} 00:00:00"
