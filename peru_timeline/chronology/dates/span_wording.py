"""Spans of time in words, and the parts of words that moments share with them."""

from __future__ import annotations

from peru_timeline.chronology.dates.clock import Clock
from peru_timeline.chronology.dates.event_date import EventDate, Precision
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


def known(day: int | None) -> int:
    """Return a bound that is there."""
    if day is None:  # parse_date returns no date without any bound
        raise ValueError("a date without bounds")
    return day


def flagged(text: str, words: Vocabulary, *, approximate: bool, uncertain: bool) -> str:
    """Say that a date is approximate or uncertain, or both."""
    if approximate:
        text = words.around.format(text)
    return words.uncertain.format(text) if uncertain else text


def flagged_briefly(text: str, words: Vocabulary, *, approximate: bool, uncertain: bool) -> str:
    """The same in short: “c. 2011?”."""
    if approximate:
        text = words.short_around.format(text)
    return f"{text}?" if uncertain else text


def with_time(text: str, clock: Clock | None, *, short: bool = False) -> str:
    """Add the time of day, where one is known."""
    return text if clock is None else f"{text}, {clock_in_words(clock, short=short)}"


def joined(start: str, end: str) -> str:
    """Join two ends with a dash, with spaces around it if an end contains a space."""
    if start == end:
        return end
    close = start.isdigit() or (" " not in start and " " not in end)
    return f"{start}–{end}" if close else f"{start} – {end}"


def span_in_words(date: EventDate, language: str) -> str:
    """Tell a span in full: “2009 to 2010”, “since 1993”."""
    words = vocabulary(language)
    start, end = end_of_span(date, language, start=True), end_of_span(date, language, start=False)
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
    first, last = known(date.earliest_start), known(date.latest_end) - 1
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


def end_of_span(date: EventDate, language: str, *, start: bool) -> str:
    """Tell one end of a span as it follows a preposition; empty where it has none."""
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
        else with_time(unit_after_preposition(shown, precision, language), clock)
    )
    return flagged(
        named,
        vocabulary(language),
        approximate=date.approximate_start if start else date.approximate_end,
        uncertain=date.uncertain_start if start else date.uncertain_end,
    )


def _ends_of_end(date: EventDate, *, start: bool) -> tuple[int, int] | None:
    """The first and the last day of an end that is no one unit of the calendar, as in 19X1/2005; else None."""
    if (date.start_precision if start else date.end_precision) is not Precision.RANGE:
        return None
    first = date.earliest_start if start else known(date.earliest_end) - 1
    last = date.latest_start if start else known(date.latest_end) - 1
    return None if first is None or last is None or first >= last else (first, last)


def _between(first: int, last: int, language: str) -> str:
    words = vocabulary(language)
    start, end, by_day = two_ends(first, last, language, short=False)
    day = words.the_day if by_day else "{}"
    return words.century.format(day.format(start), day.format(end))


def short_span(date: EventDate, language: str) -> str:
    """Tell a span in short: “2009–2010”."""
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
            return joined(*two_days(first, last, language, short=True))
        if date.start_precision is date.end_precision is Precision.MONTH:
            return joined(*two_months(first, last, language, short=True))
    return joined(start, _short_end_of_span(date, language, start=False))


def _short_from_time_to_time(date: EventDate, start: str, language: str) -> str:
    if date.start_clock and date.end_clock and date.start_clock.day == date.end_clock.day:
        return joined(start, clock_in_words(date.end_clock, short=True))
    return joined(start, _short_end_of_span(date, language, start=False))


def _short_end_of_span(date: EventDate, language: str, *, start: bool) -> str:
    day = known(date.earliest_start) if start else known(date.latest_end) - 1
    precision = date.start_precision if start else date.end_precision
    clock = date.start_clock if start else date.end_clock
    between = _ends_of_end(date, start=start)
    if between is None:
        text = unit_in_words(clock.day if clock else day, precision, language, short=True)
        named = with_time(text, clock, short=True)
    else:
        named = joined(*two_ends(*between, language, short=True)[:2])
    return flagged_briefly(
        f"({named})" if "–" in named else named,
        vocabulary(language),
        approximate=date.approximate_start if start else date.approximate_end,
        uncertain=date.uncertain_start if start else date.uncertain_end,
    )
