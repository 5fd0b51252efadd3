"""Calendars (RFC 5545): all-day events, with lane and actors as categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.formats.exchange.days import first_day, last_day
from peru_timeline.chronology.formats.exchange.losses import (
    OF_OTHER_PROGRAMS,
    Aspect,
    can_be_written,
)
from peru_timeline.chronology.formats.exchange.outgoing import OutgoingEvent, outgoing
from peru_timeline.chronology.models import Status
from peru_timeline.chronology.text import in_language, printable

UNHELD = OF_OTHER_PROGRAMS - {Aspect.LANE, Aspect.ACTORS}

if TYPE_CHECKING:
    import icalendar

# The format asks when an event was written; a fixed time makes the same input the same bytes.
_WRITTEN = datetime(1980, 1, 1, tzinfo=UTC)
_STATUSES: Mapping[Status, str] = {Status.PLANNED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}


def calendar_file(chronology: Chronology, events: Sequence[int], language: str) -> bytes:
    """Write these events (indices) as a calendar; those outside the years 1 to 9999 have no place in it."""
    import icalendar  # 0.1 s to import

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Peru Timeline//Chronology//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", printable(in_language(chronology.title, language)))
    for event in outgoing(chronology, events, language):
        if can_be_written(event.date, UNHELD):
            calendar.add_component(_component(icalendar.Event(), event, chronology.id))
    content: bytes = calendar.to_ical()
    return content


def _component(component: icalendar.Event, event: OutgoingEvent, whose: str) -> icalendar.Event:
    add = component.add
    first, last = first_day(event.date), last_day(event.date)
    add("uid", f"{event.id}@{whose}")
    add("dtstamp", _WRITTEN)
    add("summary", printable(event.title))
    add("dtstart", _day(first))
    end = _day(first if last is None else last)
    if end < date.max:
        add("dtend", end + timedelta(days=1))  # the day after the last
    add("description", printable("\n\n".join((event.when, *event.paragraphs))))
    add("categories", [printable(name) for name in (event.lane, *event.actors) if name])
    if event.links:
        add("url", event.links[0])
    if event.status in _STATUSES:
        add("status", _STATUSES[event.status])
    add("transp", "TRANSPARENT")  # a day of history takes up nobody's time
    return component


def _day(day: int) -> date:
    return date(*civil_from_day(day))
