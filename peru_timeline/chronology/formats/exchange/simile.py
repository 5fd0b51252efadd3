"""SIMILE Timeline, as JSON: the only format here that holds all four bounds of a date."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from typing import Any

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.exchange.days import day_text, first_day, last_day
from peru_timeline.chronology.formats.exchange.losses import (
    OF_OTHER_PROGRAMS,
    Aspect,
    can_be_written,
)
from peru_timeline.chronology.formats.exchange.outgoing import OutgoingEvent, as_html, outgoing
from peru_timeline.chronology.text import isolated

UNHELD = OF_OTHER_PROGRAMS - {
    Aspect.OUTSIDE_YEARS_1_TO_9999,
    Aspect.RANGE_OF_DAYS,
    Aspect.ROUGH_UNITS,
    Aspect.LANE,
}


def json_file(chronology: Chronology, events: Sequence[int], language: str) -> bytes:
    """Write these events (indices) as SIMILE JSON; those without a beginning have no place in it."""
    written = [
        _event(event)
        for event in outgoing(chronology, events, language)
        if can_be_written(event.date, UNHELD)
    ]
    value = {"dateTimeFormat": "iso8601", "events": written}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _event(event: OutgoingEvent) -> dict[str, Any]:
    date, first, last = event.date, first_day(event.date), last_day(event.date)
    value: dict[str, Any] = {"id": event.id, "start": day_text(first)}
    if date.latest_start is not None and date.latest_start != first:
        value["latestStart"] = day_text(date.latest_start)
    if last is not None and last != first:
        if date.is_span and date.earliest_end is not None and date.earliest_end - 1 != last:
            value["earliestEnd"] = day_text(max(date.earliest_end - 1, first))
        value["end"] = day_text(last)
    value["durationEvent"] = date.is_span
    value["title"] = html.escape(event.title, quote=False)
    told = (event.when, *event.paragraphs, ", ".join(map(isolated, event.actors)))
    value["description"] = as_html(told)
    value["classname"] = event.lane
    if event.links:
        value["link"] = event.links[0]
    return value
