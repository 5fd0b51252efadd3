"""The dates of events in words, with what their sources add: when they were issued."""

from __future__ import annotations

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.wording import date_in_words, short_date
from peru_timeline.chronology.models import Event


def told_on(event: Event, chronology: Chronology) -> int | None:
    """The first day on which the newest of an event's sources may have been issued; None where none is dated."""
    issued = (chronology.source_by_id[item.source].issued for item in event.evidence)
    days = [date.earliest_start for date in issued if date is not None]
    return max((day for day in days if day is not None), default=None)


def event_date_in_words(event: Event, chronology: Chronology, language: str) -> str:
    """An event's date as a reader would say it: “November 2013”, “as of August 2022”."""
    return date_in_words(event.date, language, told_on(event, chronology))


def short_event_date(event: Event, chronology: Chronology, language: str) -> str:
    """An event's date briefly, for labels and tables: “Nov 2013”, “by Aug 2022”."""
    return short_date(event.date, language, told_on(event, chronology))
