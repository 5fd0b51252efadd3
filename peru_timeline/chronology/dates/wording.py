"""Dates in words for readers: in full for texts, short for labels and tables."""

from __future__ import annotations

import re

from peru_timeline.chronology.dates.event_date import EventDate, Precision, members_of, parse_date
from peru_timeline.chronology.dates.span_wording import (
    end_of_span,
    flagged,
    flagged_briefly,
    joined,
    known,
    short_span,
    span_in_words,
    with_time,
)
from peru_timeline.chronology.dates.special_wording import estimate, of_unknown_year
from peru_timeline.chronology.dates.unit_wording import (
    two_ends,
    unit_after_preposition,
    unit_alone,
    unit_in_words,
)
from peru_timeline.chronology.dates.vocabulary import vocabulary

_CONTRACTED = re.compile(r"\b(de|a) el ")  # Spanish: del, al
_ABOUT_YEARS_AGO = re.compile(r"\b(?:hacia|h\.) hace ")  # two prepositions, of which one is enough


def date_in_words(date: EventDate, language: str, told_on: int | None = None) -> str:
    """Return a date as a reader would say it: “November 2013”, “around 2011”, “since 1993”.

    `told_on` is the day on which its newest source was issued: what has no known beginning and is told of up to that
    day is a state, “as of August 2022”; “until July 2021” is only said of what ended before.
    """
    if date.is_unknown:
        return of_unknown_year(date, language, short=False)
    if _is_state(date, told_on):
        text = vocabulary(language).as_of.format(end_of_span(date, language, start=False))
    else:
        text = span_in_words(date, language) if date.is_span else _moment(date, language)
    return _CONTRACTED.sub(r"\1l ", _ABOUT_YEARS_AGO.sub("hace unos ", text))


def short_date(date: EventDate, language: str, told_on: int | None = None) -> str:
    """Return a short form of a date: “Nov 2013”, “2009–2010”, “by Aug 2022”; `told_on` as for the long form."""
    return _ABOUT_YEARS_AGO.sub("hace unos ", _short(date, language, told_on))


def _short(date: EventDate, language: str, told_on: int | None) -> str:
    words = vocabulary(language)
    if date.is_unknown:
        return of_unknown_year(date, language, short=True)
    if _is_state(date, told_on):
        return words.short_as_of.format(_coarse(date.latest_end, date.end_precision, language))
    if not date.is_span and date.earliest_start is None and date.latest_start is not None:
        last = _coarse(date.latest_start + 1, date.start_precision, language)
        return words.short_by.format(
            flagged_briefly(last, words, approximate=date.approximate, uncertain=date.uncertain)
        )
    return short_span(date, language) if date.is_span else _short_moment(date, language)


def _is_state(date: EventDate, told_on: int | None) -> bool:
    """Whether something without a known beginning is told of up to the day of its newest source."""
    has_beginning = not date.is_span or date.earliest_start is not None
    if has_beginning or date.latest_end is None or told_on is None:
        return False
    return date.latest_end > told_on


def _coarse(end: int | None, precision: Precision, language: str) -> str:
    """The unit that ends before day `end`; for a day its month, which is as exact as a bound needs to be."""
    day = known(end) - 1
    by_day = precision in (Precision.DAY, Precision.RANGE)
    return unit_in_words(day, Precision.MONTH if by_day else precision, language, short=True)


# --- moments ---------------------------------------------------------------------------------


def _moment(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    first, last = date.earliest_start, date.latest_start
    if first is None or last is None:
        return _moment_with_one_bound(date, language)
    if choices := _choices(date, language) or estimate(date, language, short=False):
        return choices
    if date.start_clock or date.end_clock:
        return _between_times(date, language, short=False)
    if date.start_precision is not Precision.RANGE:
        name = unit_after_preposition if date.approximate else unit_alone
        text = name(first, date.start_precision, language)
    else:
        start, end, by_day = two_ends(first, last, language, short=False)
        if by_day:
            text = words.between_days.format(words.the_day.format(start), words.the_day.format(end))
        else:
            text = words.between.format(start, end)
    return flagged(text, words, approximate=date.approximate, uncertain=date.uncertain)


def _moment_with_one_bound(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    before = date.earliest_start is None
    day = known(date.latest_start if before else date.earliest_start)
    precision = date.start_precision
    if precision in (Precision.DAY, Precision.RANGE):
        pattern, name = words.before if before else words.after, unit_after_preposition
    else:
        pattern, name = words.or_earlier if before else words.or_later, unit_alone
    around = words.around if date.approximate else "{}"
    named = with_time(name(day, precision, language), date.end_clock or date.start_clock)
    text = pattern.format(around.format(named))
    return words.uncertain.format(text) if date.uncertain else text


def _choices(date: EventDate, language: str, *, short: bool = False) -> str:
    """Name the members of a one-of set that lists them one by one, “2010 or 2012”; empty for any other date."""
    if not date.edtf.startswith("[") or ".." in date.edtf:
        return ""
    say = short_date if short else date_in_words
    *most, last = [say(parse_date(text), language) for text in members_of(date.edtf)]
    if not most:
        return last
    words = vocabulary(language)
    either = words.either
    if last.startswith(("o", "ho", "8", "11 ")):  # octubre, 8 (ocho), 11 (once) in Spanish
        either = words.either_before_o
    return either.format(", ".join(most), last)


def _between_times(date: EventDate, language: str, *, short: bool) -> str:
    """Tell a moment at a time of day, or between two."""
    first, last = known(date.earliest_start), known(date.latest_start)
    if (first, date.start_clock) == (last, date.end_clock):
        text = unit_in_words(first, Precision.DAY, language, short=short)
        return with_time(text, date.start_clock, short=short)
    edges = [
        with_time(_day(day, language, short=short), clock, short=short)
        for day, clock in ((first, date.start_clock), (last, date.end_clock))
    ]
    return joined(*edges) if short else vocabulary(language).between.format(*edges)


def _day(day: int, language: str, *, short: bool) -> str:
    """Name a day, as it follows a preposition where the form is long."""
    if short:
        return unit_in_words(day, Precision.DAY, language, short=True)
    return unit_after_preposition(day, Precision.DAY, language)


def _short_moment(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    first, last = date.earliest_start, date.latest_start
    if first is None or last is None:
        return _short_with_one_bound(date, language)
    if choices := _choices(date, language, short=True) or estimate(date, language, short=True):
        return choices
    if date.start_clock or date.end_clock:
        return _between_times(date, language, short=True)
    if date.start_precision is not Precision.RANGE:
        text = unit_in_words(first, date.start_precision, language, short=True)
    else:
        text = joined(*two_ends(first, last, language, short=True)[:2])
    return flagged_briefly(text, words, approximate=date.approximate, uncertain=date.uncertain)


def _short_with_one_bound(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    before = date.earliest_start is None
    day = known(date.latest_start if before else date.earliest_start)
    if date.start_precision in (Precision.DAY, Precision.RANGE):
        pattern = words.short_before if before else words.short_after
    else:
        pattern = words.or_earlier if before else words.or_later
    text = unit_in_words(day, date.start_precision, language, short=True)
    text = with_time(text, date.end_clock or date.start_clock, short=True)
    return pattern.format(
        flagged_briefly(text, words, approximate=date.approximate, uncertain=date.uncertain)
    )
