"""Calendars (iCalendar, .ics): events with their time zones; the first occurrence of one that repeats."""

from __future__ import annotations

import warnings
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import (
    Found,
    FoundDate,
    FoundEvent,
    ImportRefusedError,
    Progress,
    Skipped,
)
from peru_timeline.chronology.importing.parsing.known_dates import (
    found_between,
    from_datetime,
    from_parts,
)
from peru_timeline.chronology.importing.parsing.markup import is_url, one_line, plain
from peru_timeline.chronology.importing.parsing.opening import LARGEST_TREE, Opened, too_large
from peru_timeline.chronology.importing.sentences import ImportWords

_STATUSES = {"CONFIRMED": "", "TENTATIVE": "planned", "CANCELLED": "cancelled"}
_NO_EVENTS = {"VTODO": "to-do", "VJOURNAL": "journal"}
LONGEST_CALENDAR = 15_000_000


def read(opened: Opened, progress: Progress, encoding: str = "") -> Found:
    """Read a calendar; raises ImportRefusedError."""
    import icalendar  # 0.1 s to import, and few files need it

    if len(opened.content) > min(LONGEST_CALENDAR, LARGEST_TREE):
        raise ImportRefusedError(too_large(LONGEST_CALENDAR))
    content = opened.content.decode(encoding or "utf-8", errors="replace")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            calendars = icalendar.Calendar.from_ical(content, multiple=True)
            found = [each for calendar in calendars for each in calendar.walk()]
            components = [each for each in found if each.name == "VEVENT"]
    except Exception:  # the library raises whatever it stumbles over
        raise ImportRefusedError(ImportWords.BROKEN_CALENDAR.of()) from None
    title = next(filter(None, (one_line(_text(each, "X-WR-CALNAME")) for each in calendars)), "")
    zones: dict[str, None] = {}
    events: list[FoundEvent] = []
    for row, component in enumerate(components, 1):
        if row % 100 == 0:
            progress(row)
        events.append(_event(component, row, zones))
    losses = (
        (ImportWords.NO_TIME_ZONE.of(", ".join(f"“{zone}”" for zone in zones)),) if zones else ()
    )
    others = (each for each in found if each.name in _NO_EVENTS)
    skipped = (
        Skipped(row, ImportWords.NOT_AN_EVENT.of(_NO_EVENTS[str(each.name)]))
        for row, each in enumerate(others, len(events) + 1)
    )
    return Found(tuple(events), title=title, losses=losses, skipped=tuple(skipped))


def _event(component: Any, row: int, zones: dict[str, None]) -> FoundEvent:
    text = plain(_text(component, "DESCRIPTION"))
    place, url = one_line(_text(component, "LOCATION")), _text(component, "URL").strip()
    losses: list[Message] = []
    if component.get("RRULE") is not None or component.get("RDATE") is not None:
        losses.append(ImportWords.REPEATS.of())
    if component.walk("VALARM"):
        losses.append(ImportWords.ALERT.of())
    if text.had_marks:
        losses.append(ImportWords.MARKUP.of())
    status = _text(component, "STATUS").upper()
    return FoundEvent(
        row=row,
        key=_text(component, "UID"),
        title=one_line(_text(component, "SUMMARY")),
        summary=text.text,
        date=_date(component, zones),
        group=_categories(component)[0] if _categories(component) else "",
        tags=_categories(component)[1:],
        actors=_people(component),
        notes=(*([place] if place else []), *([url] if is_url(url) else []), *text.links),
        status=_STATUSES.get(status, status),
        losses=tuple(losses),
    )


def _text(component: Any, name: str) -> str:
    value = component.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value)


def _categories(component: Any) -> tuple[str, ...]:
    value = component.get("CATEGORIES")
    found = value if isinstance(value, list) else [value] if value is not None else []
    names = [one_line(str(name)) for each in found for name in getattr(each, "cats", ())]
    return tuple(dict.fromkeys(filter(None, names)))


def _people(component: Any) -> tuple[str, ...]:
    """The names of organiser and attendees; addresses alone are no names."""
    names: dict[str, None] = {}
    for key in ("ORGANIZER", "ATTENDEE"):
        value = component.get(key)
        for each in value if isinstance(value, list) else [value]:
            name = one_line(str(getattr(each, "params", {}).get("CN", ""))).strip("\"' ")
            if name and "@" not in name:
                names[name] = None
    return tuple(names)


def _date(component: Any, zones: dict[str, None]) -> FoundDate:
    start, end = _moment(component, "DTSTART", zones), _moment(component, "DTEND", zones)
    if start is None:
        return FoundDate(shown=_text(component, "DTSTART")[:200])
    duration = _inside(component.get("DURATION"))
    with suppress(OverflowError):
        if end is None and isinstance(duration, timedelta):
            end = start + duration
        if end is not None and not isinstance(end, datetime) and not isinstance(start, datetime):
            end = max(
                end - timedelta(days=1), start
            )  # the end of a whole-day event is the day after its last
    return found_between(_edtf(start), _edtf(end), str(start), str(end or ""))


def _moment(component: Any, name: str, zones: dict[str, None]) -> date | datetime | None:
    found = component.get(name)
    moment = _inside(found)
    zone = (
        str(found.params.get("TZID", "")) if found is not None and hasattr(found, "params") else ""
    )
    if isinstance(moment, datetime) and moment.tzinfo is None and zone:
        zones[zone] = None
    return moment if isinstance(moment, date) else None


def _inside(found: Any) -> Any:
    """Give the moment or time span of a property; None for none, and for one that is damaged."""
    try:
        return found.dt
    except Exception:  # the library raises errors of its own for damaged properties
        return None


def _edtf(moment: date | datetime | None) -> str:
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        return from_datetime(moment)
    return from_parts(moment.year, moment.month, moment.day)
