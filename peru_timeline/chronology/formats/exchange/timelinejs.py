"""TimelineJS 3, as JSON and as the sheet that its users fill in (https://timeline.knightlab.com/docs/)."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.clock import Clock
from peru_timeline.chronology.dates.event_date import EventDate, Precision
from peru_timeline.chronology.formats.csv_table import without_formula
from peru_timeline.chronology.formats.exchange.days import (
    ROUGH_UNITS,
    first_day,
    is_one_unit,
    last_day,
)
from peru_timeline.chronology.formats.exchange.losses import (
    OF_OTHER_PROGRAMS,
    Aspect,
    can_be_written,
)
from peru_timeline.chronology.formats.exchange.outgoing import OutgoingEvent, as_html, outgoing
from peru_timeline.chronology.text import in_language, isolated

UNHELD = OF_OTHER_PROGRAMS - {Aspect.OUTSIDE_YEARS_1_TO_9999, Aspect.ROUGH_UNITS, Aspect.LANE}

SHEET_HEAD = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group",
    "Background", "Link",
)  # fmt: skip
"""The columns of the sheet, in their order there."""


def json_file(chronology: Chronology, events: Sequence[int], language: str) -> bytes:
    """Write these events (indices) as TimelineJS JSON; those without a beginning have no place in it."""
    title = {"headline": html.escape(in_language(chronology.title, language), quote=False)}
    if chronology.description:
        title["text"] = as_html([in_language(chronology.description, language)])
    written = [_slide(event) for event in _placed(chronology, events, language)]
    value = {"title": {"text": title}, "events": written}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def sheet(chronology: Chronology, events: Sequence[int], language: str) -> bytes:
    """Write these events (indices) as the sheet of TimelineJS, in CSV."""
    text = io.StringIO()
    writer = csv.writer(text, dialect="excel")
    writer.writerow(SHEET_HEAD)
    headline = in_language(chronology.title, language)
    about = in_language(chronology.description, language) if chronology.description else ""
    writer.writerow(_row({"Headline": _told(headline), "Text": _told(about), "Type": "title"}))
    for event in _placed(chronology, events, language):
        writer.writerow(_row(_cells(event)))
    return text.getvalue().encode("utf-8-sig")


def _placed(
    chronology: Chronology, events: Sequence[int], language: str
) -> Iterator[OutgoingEvent]:
    return (
        event
        for event in outgoing(chronology, events, language)
        if can_be_written(event.date, UNHELD)
    )


def _slide(event: OutgoingEvent) -> dict[str, Any]:
    start, end = _ends(event.date)
    slide: dict[str, Any] = {"unique_id": event.id, "start_date": start}
    if end:
        slide["end_date"] = end
    slide["display_date"] = html.escape(event.when, quote=False)
    slide["text"] = {
        "headline": html.escape(event.title, quote=False),
        "text": as_html(_paragraphs(event)),
    }
    if event.lane:
        slide["group"] = html.escape(event.lane, quote=False)
    return slide


def _cells(event: OutgoingEvent) -> dict[str, str]:
    dates: dict[str, str] = {}
    for before, parts in zip(("", "End "), _ends(event.date), strict=True):
        dates |= {f"{before}{name.capitalize()}": str(number) for name, number in parts.items()}
        clock = [f"{parts[name]:02}" for name in _OF_A_CLOCK if name in parts]
        dates[f"{before}Time"] = ":".join(clock)
    return dates | {
        "Display Date": _told(event.when),
        "Headline": _told(event.title),
        "Text": as_html(_paragraphs(event)),
        "Group": _told(event.lane),
    }


def _row(cells: dict[str, str]) -> list[str]:
    return [cells.get(name, "") for name in SHEET_HEAD]


def _told(text: str) -> str:
    """A cell that TimelineJS shows as it is, and that no spreadsheet runs."""
    return without_formula(html.escape(text, quote=False))


def _paragraphs(event: OutgoingEvent) -> Sequence[str]:
    return (
        (*event.paragraphs, ", ".join(map(isolated, event.actors)))
        if event.actors
        else event.paragraphs
    )


def _ends(date: EventDate) -> tuple[dict[str, int], dict[str, int]]:
    """(start, end) in the parts that are known; no end for a moment known to the day, month or year."""
    start = _parts(first_day(date), date.start_precision, date.start_clock)
    last = last_day(date)
    if last is None or is_one_unit(date):
        return start, {}
    return start, _parts(last, date.end_precision, date.end_clock)


_OF_A_CLOCK = ("hour", "minute", "second")


def _parts(day: int, precision: Precision, clock: Clock | None) -> dict[str, int]:
    """Return the numbers of a day and of the time as written; there are no zones, but the display date has them."""
    time = [int(part) for part in clock.time.partition(".")[0].split(":")] if clock else []
    if time[:1] == [24]:  # the midnight at which the next day begins
        day, time = day + 1, [0, *time[1:]]
    year, month, number = civil_from_day(day)
    parts = {
        "year": year if year > 0 else year - 1
    }  # shown as so many years BCE, which has no year 0
    if precision is not Precision.YEAR:
        parts["month"] = month
    if precision not in ROUGH_UNITS:
        parts["day"] = number
    return parts | dict(zip(_OF_A_CLOCK, time, strict=False))
