"""Dates that are counted from another event: “after 3 weeks”, “!launch + 2 months”, “5 days”."""

from __future__ import annotations

import re
from typing import NamedTuple

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil
from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.dates.simple_date import year_text

_AMOUNT = r"(\d{1,5})\s*(day|d|week|w|month|year|y)s?"
_COUNTED = re.compile(
    rf"(?:(?P<way>after|before|by|from)\b)?\s*(?:!(?P<name>\w[\w.-]*))?\s*[+,]?\s*{_AMOUNT}"
    rf"(?:\s*(?:-|–|to)\s*{_AMOUNT})?",
    re.IGNORECASE,
)
_DAYS = {"d": 1, "w": 7}


class Days(NamedTuple):
    """The first and the last day of an event."""

    first: int
    last: int


def days_of(edtf: str) -> Days | None:
    """The days of a date; None where it has no beginning or no end."""
    if not edtf:
        return None
    date = parse_date(edtf)
    if date.earliest_start is None or date.latest_end is None:
        return None
    return Days(date.earliest_start, date.latest_end - 1)


def name_in(text: str) -> str:
    """The name of the event that a date is counted from; empty for the event before it."""
    match = _COUNTED.fullmatch(text.strip())
    return (match["name"] or "") if match is not None else ""


def counted(text: str, base: Days | None) -> str:
    """The EDTF of a date that is counted from an event; empty if it is no such date.

    An amount alone is how long the event lasts, from the end of the one before. After “after” or a name it is the time
    between the two, and a second amount is how long it lasts.
    """
    match = _COUNTED.fullmatch(text.strip())
    if match is None or base is None:
        return ""
    backwards = (match["way"] or "").lower() in ("before", "by")
    amount, unit, lasts, its_unit = match.groups()[2:]
    number = -int(amount) if backwards else int(amount)
    start = _moved(base.first if backwards else base.last, number, unit)
    if lasts is not None:
        return _between(start, _moved(start, int(lasts), its_unit))
    if match["way"] is None and match["name"] is None:
        return _between(base.last, start)
    return _day(start)


def _moved(day: int, amount: int, unit: str) -> int:
    sign = unit[0].lower()
    if sign in _DAYS:
        return day + amount * _DAYS[sign]
    year, month, day_of_month = civil_from_day(day)
    months = year * 12 + month - 1 + amount * (12 if sign == "y" else 1)
    year, month = months // 12, months % 12 + 1
    next_month = day_from_civil(year + month // 12, month % 12 + 1, 1)
    return min(day_from_civil(year, month, 1) + day_of_month, next_month) - 1


def _between(first: int, last: int) -> str:
    return _day(first) if first == last else f"{_day(first)}/{_day(last)}"


def _day(day: int) -> str:
    year, month, day_of_month = civil_from_day(day)
    if not 0 <= year <= 9999:
        return year_text(year)
    return f"{year:04}-{month:02}-{day_of_month:02}"
