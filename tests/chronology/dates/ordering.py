"""The order of dates, one at a time; the program sorts columns of them."""

from __future__ import annotations

from peru_timeline.chronology.dates.event_date import EventDate


def sort_key(date: EventDate) -> tuple[int, int]:
    """Order by the beginning, or the first day it is known to have begun by, then by the end."""
    start = _first_known(date.earliest_start, date.latest_start)
    return start, _first_known(date.latest_end, date.earliest_end, start)


def _first_known(*days: int | None) -> int:
    return next(day for day in days if day is not None)
