"""Dates in words for readers: in full for texts, short for labels and tables."""

from __future__ import annotations

import re

from peru_timeline.chronology.dates.clock import Clock
from peru_timeline.chronology.dates.event_date import EventDate, Precision, members_of, parse_date
from peru_timeline.chronology.dates.special_wording import estimate, of_unknown_year
from peru_timeline.chronology.dates.unit_wording import (
    clock_in_words,
    two_days,
    two_ends,
    two_months,
    unit_after_preposition,
    unit_alone,
    unit_in_words,
)
from peru_timeline.chronology.dates.vocabulary import Vocabulary, vocabulary

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
        text = vocabulary(language).as_of.format(_end_of_span(date, language, start=False))
    else:
        text = _span(date, language) if date.is_span else _moment(date, language)
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
            _flagged_briefly(last, words, approximate=date.approximate, uncertain=date.uncertain)
        )
    return _short_span(date, language) if date.is_span else _short_moment(date, language)


def _is_state(date: EventDate, told_on: int | None) -> bool:
    """Whether something without a known beginning is told of up to the day of its newest source."""
    has_beginning = not date.is_span or date.earliest_start is not None
    if has_beginning or date.latest_end is None or told_on is None:
        return False
    return date.latest_end > told_on


def _coarse(end: int | None, precision: Precision, language: str) -> str:
    """The unit that ends before day `end`; for a day its month, which is as exact as a bound needs to be."""
    day = _known(end) - 1
    by_day = precision in (Precision.DAY, Precision.RANGE)
    return unit_in_words(day, Precision.MONTH if by_day else precision, language, short=True)


def _known(day: int | None) -> int:
    if day is None:  # parse_date returns no date without any bound
        raise ValueError("a date without bounds")
    return day


def _flagged(text: str, words: Vocabulary, *, approximate: bool, uncertain: bool) -> str:
    if approximate:
        text = words.around.format(text)
    return words.uncertain.format(text) if uncertain else text


def _flagged_briefly(text: str, words: Vocabulary, *, approximate: bool, uncertain: bool) -> str:
    if approximate:
        text = words.short_around.format(text)
    return f"{text}?" if uncertain else text


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
    return _flagged(text, words, approximate=date.approximate, uncertain=date.uncertain)


def _moment_with_one_bound(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    before = date.earliest_start is None
    day = _known(date.latest_start if before else date.earliest_start)
    precision = date.start_precision
    if precision in (Precision.DAY, Precision.RANGE):
        pattern, name = words.before if before else words.after, unit_after_preposition
    else:
        pattern, name = words.or_earlier if before else words.or_later, unit_alone
    around = words.around if date.approximate else "{}"
    named = _with_time(name(day, precision, language), date.end_clock or date.start_clock)
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
    first, last = _known(date.earliest_start), _known(date.latest_start)
    if (first, date.start_clock) == (last, date.end_clock):
        text = unit_in_words(first, Precision.DAY, language, short=short)
        return _with_time(text, date.start_clock, short=short)
    edges = [
        _with_time(_day(day, language, short=short), clock, short=short)
        for day, clock in ((first, date.start_clock), (last, date.end_clock))
    ]
    return _joined(*edges) if short else vocabulary(language).between.format(*edges)


def _day(day: int, language: str, *, short: bool) -> str:
    """Name a day, as it follows a preposition where the form is long."""
    if short:
        return unit_in_words(day, Precision.DAY, language, short=True)
    return unit_after_preposition(day, Precision.DAY, language)


def _with_time(text: str, clock: Clock | None, *, short: bool = False) -> str:
    return text if clock is None else f"{text}, {clock_in_words(clock, short=short)}"


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
        text = _joined(*two_ends(first, last, language, short=True)[:2])
    return _flagged_briefly(text, words, approximate=date.approximate, uncertain=date.uncertain)


def _short_with_one_bound(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    before = date.earliest_start is None
    day = _known(date.latest_start if before else date.earliest_start)
    if date.start_precision in (Precision.DAY, Precision.RANGE):
        pattern = words.short_before if before else words.short_after
    else:
        pattern = words.or_earlier if before else words.or_later
    text = unit_in_words(day, date.start_precision, language, short=True)
    text = _with_time(text, date.end_clock or date.start_clock, short=True)
    return pattern.format(
        _flagged_briefly(text, words, approximate=date.approximate, uncertain=date.uncertain)
    )


def _joined(start: str, end: str) -> str:
    """Join two ends with a dash, with spaces around it if an end contains a space."""
    if start == end:
        return end
    close = start.isdigit() or (" " not in start and " " not in end)
    return f"{start}–{end}" if close else f"{start} – {end}"


# --- spans ----------------------------------------------------------------------------------


def _span(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    start, end = _end_of_span(date, language, start=True), _end_of_span(date, language, start=False)
    if date.open_end:
        return words.since.format(start)
    if date.unknown_end:
        return words.unknown_end.format(start)
    if date.open_start:
        return words.until.format(end)
    if date.unknown_start:
        return words.unknown_start.format(end)
    if start == end:
        is_between = start.startswith(words.century.partition("{")[0])
        return start if is_between else words.during.format(start)
    if date.approximate or date.uncertain:
        return words.from_about_to.format(start, end)
    first, last = _known(date.earliest_start), _known(date.latest_end) - 1
    if date.start_clock is not None or date.end_clock is not None:
        return _from_time_to_time(date, start, end, language)
    if date.start_precision is date.end_precision is Precision.DAY:
        days = two_days(first, last, language, short=False)
        return words.from_to.format(*(words.the_day.format(day) for day in days))
    if date.start_precision is date.end_precision is Precision.MONTH:
        return words.from_to.format(*two_months(first, last, language, short=False))
    return words.from_to.format(start, end)


def _from_time_to_time(date: EventDate, start: str, end: str, language: str) -> str:
    """Tell a span with times of day; within one day its name stands once: “7 May 2012, 10:00:00 to 12:00:00”."""
    words, clocks = vocabulary(language), (date.start_clock, date.end_clock)
    if clocks[0] is None or clocks[1] is None or clocks[0].day != clocks[1].day:
        return words.from_to.format(start, end)
    day = unit_alone(clocks[0].day, Precision.DAY, language)
    times = [clock_in_words(clock, short=False) for clock in clocks if clock is not None]
    return f"{day}, {words.from_to.format(*times)}"


def _end_of_span(date: EventDate, language: str, *, start: bool) -> str:
    day = date.earliest_start if start else date.latest_end
    if day is None:
        return ""
    precision = date.start_precision if start else date.end_precision
    clock = date.start_clock if start else date.end_clock
    shown = clock.day if clock else day if start else day - 1
    between = _ends_of_end(date, start=start)
    named = (
        _between(*between, language)
        if between is not None
        else _with_time(unit_after_preposition(shown, precision, language), clock)
    )
    return _flagged(
        named,
        vocabulary(language),
        approximate=date.approximate_start if start else date.approximate_end,
        uncertain=date.uncertain_start if start else date.uncertain_end,
    )


def _ends_of_end(date: EventDate, *, start: bool) -> tuple[int, int] | None:
    """The first and the last day of an end that is no one unit of the calendar, as in 19X1/2005; else None."""
    if (date.start_precision if start else date.end_precision) is not Precision.RANGE:
        return None
    first = date.earliest_start if start else _known(date.earliest_end) - 1
    last = date.latest_start if start else _known(date.latest_end) - 1
    return None if first is None or last is None or first >= last else (first, last)


def _between(first: int, last: int, language: str) -> str:
    words = vocabulary(language)
    start, end, by_day = two_ends(first, last, language, short=False)
    day = words.the_day if by_day else "{}"
    return words.century.format(day.format(start), day.format(end))


def _short_span(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    if date.earliest_start is None:
        return words.short_until.format(_short_end_of_span(date, language, start=False))
    start = _short_end_of_span(date, language, start=True)
    if date.latest_end is None:
        return (words.short_since if date.open_end else words.short_unknown_end).format(start)
    first, last = date.earliest_start, date.latest_end - 1
    if date.start_clock or date.end_clock:
        return _short_from_time_to_time(date, start, language)
    if not date.approximate and not date.uncertain:
        if date.start_precision is date.end_precision is Precision.DAY:
            return _joined(*two_days(first, last, language, short=True))
        if date.start_precision is date.end_precision is Precision.MONTH:
            return _joined(*two_months(first, last, language, short=True))
    return _joined(start, _short_end_of_span(date, language, start=False))


def _short_from_time_to_time(date: EventDate, start: str, language: str) -> str:
    if date.start_clock and date.end_clock and date.start_clock.day == date.end_clock.day:
        return _joined(start, clock_in_words(date.end_clock, short=True))
    return _joined(start, _short_end_of_span(date, language, start=False))


def _short_end_of_span(date: EventDate, language: str, *, start: bool) -> str:
    day = _known(date.earliest_start) if start else _known(date.latest_end) - 1
    precision = date.start_precision if start else date.end_precision
    clock = date.start_clock if start else date.end_clock
    between = _ends_of_end(date, start=start)
    if between is None:
        text = unit_in_words(clock.day if clock else day, precision, language, short=True)
        named = _with_time(text, clock, short=True)
    else:
        named = _joined(*two_ends(*between, language, short=True)[:2])
    return _flagged_briefly(
        f"({named})" if "–" in named else named,
        vocabulary(language),
        approximate=date.approximate_start if start else date.approximate_end,
        uncertain=date.uncertain_start if start else date.uncertain_end,
    )
