"""What a chronology holds that a format of another program cannot, counted, as sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP, Message, Template
from peru_timeline.chronology.formats.exchange.days import ROUGH_UNITS, is_one_unit
from peru_timeline.chronology.formats.exchange.outgoing import has_beginning
from peru_timeline.chronology.models import Event


class Aspect(Enum):
    """Something about an event that a format may be unable to hold."""

    NO_BEGINNING = auto()
    OUTSIDE_YEARS_1_TO_9999 = auto()
    TIME_OF_DAY = auto()
    RANGE_OF_DAYS = auto()
    ROUGH_UNITS = auto()
    DOUBTFUL_DATE = auto()
    OPEN_END = auto()
    QUOTATIONS = auto()
    QUOTATIONS_AT_ALL = auto()
    LANE = auto()
    ACTORS = auto()
    ROLES = auto()
    STATUS = auto()
    IMPORTANCE = auto()
    FIGURES = auto()
    TIES = auto()
    OTHER_LANGUAGES = auto()


_SENTENCES: Mapping[Aspect, Template] = {
    Aspect.NO_BEGINNING: QT_TRANSLATE_NOOP("Faults", "without a known beginning, so left out: {0}"),
    Aspect.OUTSIDE_YEARS_1_TO_9999: QT_TRANSLATE_NOOP(
        "Faults", "before the year 1 or after 9999, so left out: {0}"
    ),
    Aspect.TIME_OF_DAY: QT_TRANSLATE_NOOP("Faults", "time of day kept only in words: {0}"),
    Aspect.RANGE_OF_DAYS: QT_TRANSLATE_NOOP(
        "Faults", "one moment in a range of days, drawn there as if it lasted: {0}"
    ),
    Aspect.ROUGH_UNITS: QT_TRANSLATE_NOOP(
        "Faults", "known to the month or year, drawn there as if it lasted: {0}"
    ),
    Aspect.DOUBTFUL_DATE: QT_TRANSLATE_NOOP(
        "Faults", "approximate or uncertain date, told only in words: {0}"
    ),
    Aspect.OPEN_END: QT_TRANSLATE_NOOP("Faults", "still going on, told only in words: {0}"),
    Aspect.QUOTATIONS: QT_TRANSLATE_NOOP(
        "Faults", "quotations and notes, written into the text: {0}"
    ),
    Aspect.QUOTATIONS_AT_ALL: QT_TRANSLATE_NOOP("Faults", "quotations and notes, left out: {0}"),
    Aspect.LANE: QT_TRANSLATE_NOOP("Faults", "lane, left out: {0}"),
    Aspect.ACTORS: QT_TRANSLATE_NOOP("Faults", "actors, named only in the text: {0}"),
    Aspect.ROLES: QT_TRANSLATE_NOOP("Faults", "what each actor did, left out: {0}"),
    Aspect.STATUS: QT_TRANSLATE_NOOP(
        "Faults", "only reported, alleged, planned or cancelled, told only in words: {0}"
    ),
    Aspect.IMPORTANCE: QT_TRANSLATE_NOOP("Faults", "key event or detail, left out: {0}"),
    Aspect.FIGURES: QT_TRANSLATE_NOOP("Faults", "figures with units, left out: {0}"),
    Aspect.TIES: QT_TRANSLATE_NOOP("Faults", "ties to other events, left out: {0}"),
    Aspect.OTHER_LANGUAGES: QT_TRANSLATE_NOOP("Faults", "texts in other languages, left out: {0}"),
}

BANDS = QT_TRANSLATE_NOOP("Faults", "bands behind the events, left out: {0}")

OF_OTHER_PROGRAMS = frozenset(Aspect) - {Aspect.QUOTATIONS_AT_ALL}
"""What other programs may be unable to hold: quotations can always be written into the text."""

OF_READERS_TABLES = frozenset(
    {
        Aspect.QUOTATIONS_AT_ALL,
        Aspect.ROLES,
        Aspect.IMPORTANCE,
        Aspect.FIGURES,
        Aspect.TIES,
        Aspect.OTHER_LANGUAGES,
    }
)
"""What the columns of a table for readers have no place for."""

LEFT_OUT = frozenset({Aspect.NO_BEGINNING, Aspect.OUTSIDE_YEARS_1_TO_9999})
"""Aspects of whole events that cannot be written at all."""


def losses(
    chronology: Chronology, events: Sequence[int], unheld: frozenset[Aspect]
) -> tuple[Message, ...]:
    """Count the events (indices) with each aspect that a format cannot hold: a sentence for each that occurs.

    None but the format of this program, and spreadsheets that come back, hold bands with their evidence.
    """
    counts = dict.fromkeys((aspect for aspect in Aspect if aspect in unheld), 0)
    for index in events:
        event = chronology.events[index]
        for aspect in counts:
            counts[aspect] += _HAS[aspect](event)
    told = [_SENTENCES[aspect].of(count) for aspect, count in counts.items() if count]
    bands = [BANDS.of(len(chronology.bands))] if chronology.bands else []
    return (*told, *bands)


def can_be_written(date: EventDate, unheld: frozenset[Aspect]) -> bool:
    """Whether a format that cannot hold these aspects can place an event of this date at all."""
    return not any(aspect in unheld and _OF_DATE[aspect](date) for aspect in LEFT_OUT)


def _outside_years(date: EventDate) -> bool:
    days = (date.earliest_start, None if date.latest_end is None else date.latest_end - 1)
    return any(day is not None and not 1 <= civil_from_day(day)[0] <= 9999 for day in days)


def _is_range(date: EventDate) -> bool:
    return not date.is_span and not is_one_unit(date)


def _is_rough(date: EventDate) -> bool:
    return is_one_unit(date) and date.start_precision in ROUGH_UNITS


_OF_DATE: Mapping[Aspect, Callable[[EventDate], bool]] = {
    Aspect.NO_BEGINNING: lambda date: not has_beginning(date),
    Aspect.OUTSIDE_YEARS_1_TO_9999: lambda date: has_beginning(date) and _outside_years(date),
    Aspect.TIME_OF_DAY: lambda date: "T" in date.edtf,
    Aspect.RANGE_OF_DAYS: lambda date: has_beginning(date) and _is_range(date),
    Aspect.ROUGH_UNITS: lambda date: has_beginning(date) and _is_rough(date),
    Aspect.DOUBTFUL_DATE: lambda date: has_beginning(date) and (date.approximate or date.uncertain),
    Aspect.OPEN_END: lambda date: has_beginning(date) and date.is_span and date.latest_end is None,
}


def _of_date(aspect: Aspect) -> Callable[[Event], bool]:
    return lambda event: _OF_DATE[aspect](event.date)


_USUAL_IMPORTANCE = Event.model_fields["importance"].default

_HAS: Mapping[Aspect, Callable[[Event], bool]] = {
    **{aspect: _of_date(aspect) for aspect in _OF_DATE},
    Aspect.QUOTATIONS: lambda event: bool(event.evidence or event.notes),
    Aspect.QUOTATIONS_AT_ALL: lambda event: bool(event.evidence or event.notes),
    Aspect.LANE: lambda event: event.sector is not None,
    Aspect.ACTORS: lambda event: bool(event.actors),
    Aspect.ROLES: lambda event: any(part.role for part in event.actors),
    Aspect.STATUS: lambda event: event.status != "happened",
    Aspect.IMPORTANCE: lambda event: event.importance != _USUAL_IMPORTANCE,
    Aspect.FIGURES: lambda event: bool(event.amounts),
    Aspect.TIES: lambda event: bool(event.related),
    Aspect.OTHER_LANGUAGES: lambda event: len(event.title) > 1,
}
