"""Checks of dates against ties and evidence: bounds that are missing, and bounds nobody gives."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping

from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.models import Event
from peru_timeline.chronology.review.editorial.remark import Remark

LATER = frozenset({"follows", "reverses", "responds_to"})
"""Ties by which an event cannot begin before the other one may have begun."""
EXPLAINING = frozenset({"conflict", "correction"})
"""Kinds of notes that say why the texts have the order otherwise."""
_DAY = re.compile(r"(?<![\d-])(-?\d{4})-(\d{2})-(\d{2})")
_FIRST_OR_LAST = re.compile(
    r"\b(?:first|primero|new year|año nuevo|last day|último día|eve)\b", re.IGNORECASE
)


def dating_remarks(event: Event, dates: Mapping[str, EventDate]) -> Iterator[Remark]:
    """Check an event's date against those of the events it is tied to, and against its evidence.

    `dates` gives the dates of the events that others are tied to, by id.
    """
    yield from _invented_days(event)
    if not event.related or any(note.kind in EXPLAINING for note in event.notes):
        return
    for tie in event.related:
        date, other = event.date, dates[tie.event]
        if tie.relation == "part_of" and _is_outside(date, other):
            problem = f"{date.edtf} may lie outside {tie.event} ({other.edtf}), of which it is part"
        elif tie.relation in LATER and _may_be_earlier(date, other):
            problem = (
                f"{date.edtf} may begin before {tie.event} ({other.edtf}), which it comes after"
            )
        else:
            continue
        remedy = "narrow the date, change the tie, or explain it in a note"
        yield Remark(f"events[{event.id}].date", problem, remedy)


def _is_outside(part: EventDate, whole: EventDate) -> bool:
    if whole.approximate or _is_unknown(part):
        return False
    starts = whole.earliest_start is not None and not (part.is_span and part.unknown_start)
    ends = whole.latest_end is not None and not (part.is_span and part.unknown_end)
    return (starts and _before(part.earliest_start, whole.earliest_start)) or (
        ends and (part.latest_end is None or part.latest_end > (whole.latest_end or 0))
    )


def _may_be_earlier(later: EventDate, earlier: EventDate) -> bool:
    if earlier.approximate or earlier.earliest_start is None:
        return False
    if _is_unknown(later) or (later.is_span and later.unknown_start):  # no date could say more
        return False
    return _before(later.earliest_start, earlier.earliest_start)


def _is_unknown(date: EventDate) -> bool:
    return date.edtf == "XXXX"


def _before(day: int | None, other: int | None) -> bool:
    """Whether a first possible day lies before another one; None is long ago."""
    return other is not None and (day is None or day < other)


def _invented_days(event: Event) -> Iterator[Remark]:
    """Find the first or last day of a month in the date where neither evidence nor note has it.

    An event without evidence has nothing to compare its date with.
    """
    if not event.evidence:
        return
    told = [evidence.quote for evidence in event.evidence]
    told += event.date_note.values() if event.date_note is not None else ()
    for written in _DAY.finditer(event.date.edtf):
        year, month, day = written[1], written[2], int(written[3])
        last = calendar.monthrange(int(year), int(month))[1]
        if day in (1, last) and not any(_tells_day(text, day) for text in told):
            yield Remark(
                f"events[{event.id}].date",
                f"the day {written[0]} stands neither in the evidence nor in the date note",
                f"write {year}-{month} or {year}, or say where the day comes from",
            )


def _tells_day(text: str, day: int) -> bool:
    """Whether a text has the number of a first or last day of a month, or words for it."""
    number = rf"(?<![\d.,])0?{day}(?!\d)"
    return bool(re.search(number, text) or _FIRST_OR_LAST.search(text))
