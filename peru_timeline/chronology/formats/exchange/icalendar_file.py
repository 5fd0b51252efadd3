"""Calendars (RFC 5545): events of whole days or at a time of day, with lane and actors as categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.clock import SECOND, Clock
from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.formats.exchange.days import first_day, last_day
from peru_timeline.chronology.formats.exchange.losses import (
    OF_OTHER_PROGRAMS,
    Aspect,
    can_be_written,
)
from peru_timeline.chronology.formats.exchange.outgoing import OutgoingEvent, outgoing
from peru_timeline.chronology.models import Status
from peru_timeline.chronology.text import in_language, printable

UNHELD = OF_OTHER_PROGRAMS - {Aspect.LANE, Aspect.ACTORS, Aspect.TIME_OF_DAY}

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
    add("uid", f"{event.id}@{whose}")
    add("dtstamp", _WRITTEN)
    add("summary", printable(event.title))
    start, end = _times(event.date) or _days(event.date)
    add("dtstart", start)
    if end is not None:
        add("dtend", end)
    add("description", printable("\n\n".join((event.when, *event.paragraphs))))
    add("categories", [printable(name) for name in (event.lane, *event.actors) if name])
    if event.links:
        add("url", event.links[0])
    if event.status in _STATUSES:
        add("status", _STATUSES[event.status])
    add("transp", "TRANSPARENT")  # a day of history takes up nobody's time
    return component


def _days(when: EventDate) -> tuple[date, date | None]:
    """(first day, the day after the last); no day after the last one that calendars have."""
    first, last = first_day(when), last_day(when)
    end = _day(first if last is None else last)
    return _day(first), end + timedelta(days=1) if end < date.max else None


def _times(when: EventDate) -> tuple[datetime, datetime | None] | None:
    """(start, end) of what has a time of day, to the second; without an end for a moment. None for other dates.

    A time with a zone is written as the instant in UTC, one without as that of wherever it is read. Where one end has
    a time and the other none, this is the beginning or the end of its day.
    """
    if when.start_clock is None and when.end_clock is None:
        return None
    first, last = first_day(when), last_day(when)
    try:
        start = _time(when.start_clock, first)
        if last is None or (when.start_clock == when.end_clock and not when.is_span):
            return start, None
        return start, _time(when.end_clock, last + 1)
    except (ValueError, OverflowError):  # in the first or last hours that calendars have
        return None


def _time(clock: Clock | None, midnight: int) -> datetime:
    """The moment of a clock, or of the midnight at which a day begins."""
    if clock is None:
        return datetime.fromordinal(midnight)
    day, part = divmod(clock.instant, 1)
    moment = datetime.fromordinal(int(day)) + timedelta(seconds=round(part / SECOND))
    return moment.replace(tzinfo=UTC) if clock.zone else moment


def _day(day: int) -> date:
    return date(*civil_from_day(day))
