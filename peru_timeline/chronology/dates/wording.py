"""Dates in words for readers, at length for texts and briefly for labels and tables."""

from __future__ import annotations

import re

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.event_date import EventDate, Precision, parse_date
from peru_timeline.chronology.dates.vocabulary import Vocabulary, vocabulary

_SEASON_OF_MONTH = (3, 3, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3)  # index in seasons; January is winter
_CONTRACTED = re.compile(r"\b(de|a) el ")  # Spanish: del, al


def month_names(language: str, *, short: bool) -> tuple[str, ...]:
    """Return the twelve month names."""
    words = vocabulary(language)
    return words.short_months if short else words.months


def year_in_words(year: int, language: str) -> str:
    """Return an astronomical year as readers write it: 0 is “1 BCE”; digits are never grouped."""
    return str(year) if year > 0 else vocabulary(language).bce.format(1 - year)


def day_in_words(day: int, language: str) -> str:
    """Return a day number in words: “27 May 2012”, “27 de mayo de 2012”."""
    return _day(day, language, short=False)


def date_in_words(date: EventDate, language: str) -> str:
    """Return a date as a reader would say it: “November 2013”, “around 2011”, “since 1993”."""
    text = _span(date, language) if date.is_span else _moment(date, language)
    return _CONTRACTED.sub(r"\1l ", text)


def short_date(date: EventDate, language: str) -> str:
    """Return a date briefly, for labels and tables: “Nov 2013”, “2009–2010”, “1–7 Oct 2012”."""
    return _short_span(date, language) if date.is_span else _short_moment(date, language)


# --- days, months, years ---------------------------------------------------------------------


def _known(day: int | None) -> int:
    if day is None:  # parse_date gives no date without any bound
        raise ValueError("a date without bounds")
    return day


def _day(day: int, language: str, *, short: bool) -> str:
    words = vocabulary(language)
    year, month, number = civil_from_day(day)
    name = month_names(language, short=short)[month - 1]
    pattern = "{0} {1} {2}" if short else words.day
    return pattern.format(number, name, year_in_words(year, language))


def _month(day: int, language: str, *, short: bool) -> str:
    year, month, _ = civil_from_day(day)
    name = month_names(language, short=short)[month - 1]
    pattern = "{0} {1}" if short else vocabulary(language).month
    return pattern.format(name, year_in_words(year, language))


def _season(day: int, language: str, *, short: bool) -> str:
    """Name the season that holds a day; the winter of January is named by the year before."""
    words = vocabulary(language)
    year, month, _ = civil_from_day(day)
    named_by = year_in_words(year - 1 if month <= 2 else year, language)
    pattern = "{0} {1}" if short else words.season
    return pattern.format(words.seasons[_SEASON_OF_MONTH[month - 1]], named_by)


def _unit(day: int, precision: Precision, language: str, *, short: bool) -> str:
    """Name the day, month, season, year, decade or century that holds `day`."""
    words = vocabulary(language)
    year, _, _ = civil_from_day(day)
    if precision is Precision.MONTH:
        return _month(day, language, short=short)
    if precision is Precision.SEASON:
        return _season(day, language, short=short)
    if precision is Precision.YEAR:
        return year_in_words(year, language)
    if precision is Precision.DECADE and year > 0:
        pattern = words.short_decade if short else words.decade
        return pattern.format(year - year % 10)
    if precision in (Precision.DECADE, Precision.CENTURY):
        length = 10 if precision is Precision.DECADE else 100
        first = year - year % length
        ends = (year_in_words(first, language), year_in_words(first + length - 1, language))
        return "–".join(ends) if short else words.century.format(*ends)
    return _day(day, language, short=short)


def _alone(day: int, precision: Precision, language: str) -> str:
    return _unit(day, precision, language, short=False)


def _after_preposition(day: int, precision: Precision, language: str) -> str:
    text = _unit(day, precision, language, short=False)
    by_day = precision in (Precision.DAY, Precision.RANGE)
    return vocabulary(language).the_day.format(text) if by_day else text


def _two_days(first: int, last: int, language: str, *, short: bool) -> tuple[str, str]:
    """Name two days, leaving out of the first what it shares with the second: “1”, “7 May 2012”."""
    (year, month, day), (last_year, last_month, _) = civil_from_day(first), civil_from_day(last)
    end = _day(last, language, short=short)
    if (year, month) == (last_year, last_month):
        return str(day), end
    if year == last_year:
        name = month_names(language, short=short)[month - 1]
        pattern = "{0} {1}" if short else vocabulary(language).day_in_year
        return pattern.format(day, name), end
    return _day(first, language, short=short), end


def _two_months(first: int, last: int, language: str, *, short: bool) -> tuple[str, str]:
    """Name two months, leaving out of the first the year they share: “May”, “August 2012”."""
    (year, month, _), (last_year, _, _) = civil_from_day(first), civil_from_day(last)
    end = _month(last, language, short=short)
    if year == last_year:
        return month_names(language, short=short)[month - 1], end
    return _month(first, language, short=short), end


def _two_ends(first: int, last: int, language: str, *, short: bool) -> tuple[str, str, bool]:
    """Name two ends as coarsely as they fill months or years; True when they are days."""
    (year, month, day), after = civil_from_day(first), civil_from_day(last + 1)
    if day != 1 or after[2] != 1:
        return *_two_days(first, last, language, short=short), True
    if month != 1 or after[1] != 1:
        return *_two_months(first, last, language, short=short), False
    return year_in_words(year, language), year_in_words(after[0] - 1, language), False


def _flagged(text: str, words: Vocabulary, *, approximate: bool, uncertain: bool) -> str:
    if approximate:
        text = words.around.format(text)
    return words.uncertain.format(text) if uncertain else text


def _flagged_briefly(text: str, words: Vocabulary, *, approximate: bool, uncertain: bool) -> str:
    if approximate:
        text = words.short_around.format(text)
    return f"{text}?" if uncertain else text


# --- one moment ------------------------------------------------------------------------------


def _moment(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    first, last = date.earliest_start, date.latest_start
    if first is None or last is None:
        return _moment_with_one_bound(date, language)
    if choices := _choices(date, language):
        return choices
    if date.start_precision is not Precision.RANGE:
        name = _after_preposition if date.approximate else _alone
        text = name(first, date.start_precision, language)
    else:
        start, end, by_day = _two_ends(first, last, language, short=False)
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
        pattern, name = words.before if before else words.after, _after_preposition
    else:
        pattern, name = words.or_earlier if before else words.or_later, _alone
    around = words.around if date.approximate else "{}"
    text = pattern.format(around.format(name(day, precision, language)))
    return words.uncertain.format(text) if date.uncertain else text


def _choices(date: EventDate, language: str, *, short: bool = False) -> str:
    """Name the members of a one-of set that lists them, “2010 or 2012”; empty for any other date."""
    if not date.edtf.startswith("[") or ".." in date.edtf:
        return ""
    say = short_date if short else date_in_words
    *most, last = [say(parse_date(text), language) for text in date.edtf[1:-1].split(",")]
    if not most:
        return last
    words = vocabulary(language)
    either = words.either
    if last.startswith(("o", "ho", "8", "11 ")):  # octubre, 8 (ocho), 11 (once) in Spanish
        either = words.either_before_o
    return either.format(", ".join(most), last)


def _short_moment(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    first, last = date.earliest_start, date.latest_start
    if first is None or last is None:
        return _short_with_one_bound(date, language)
    if choices := _choices(date, language, short=True):
        return choices
    if date.start_precision is not Precision.RANGE:
        text = _unit(first, date.start_precision, language, short=True)
    else:
        text = _joined(*_two_ends(first, last, language, short=True)[:2])
    return _flagged_briefly(text, words, approximate=date.approximate, uncertain=date.uncertain)


def _short_with_one_bound(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    before = date.earliest_start is None
    day = _known(date.latest_start if before else date.earliest_start)
    if date.start_precision in (Precision.DAY, Precision.RANGE):
        pattern = words.short_before if before else words.short_after
    else:
        pattern = words.or_earlier if before else words.or_later
    text = _unit(day, date.start_precision, language, short=True)
    return pattern.format(
        _flagged_briefly(text, words, approximate=date.approximate, uncertain=date.uncertain)
    )


def _joined(start: str, end: str) -> str:
    """Join two ends with a dash, set off where one of them has a space within."""
    if start == end:
        return end
    close = start.isdigit() or (" " not in start and " " not in end)
    return f"{start}–{end}" if close else f"{start} – {end}"


# --- what lasted -----------------------------------------------------------------------------


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
        return words.during.format(start)
    if date.approximate or date.uncertain:
        return words.from_about_to.format(start, end)
    first, last = _known(date.earliest_start), _known(date.latest_end) - 1
    if date.start_precision is date.end_precision is Precision.DAY:
        days = _two_days(first, last, language, short=False)
        return words.from_to.format(*(words.the_day.format(day) for day in days))
    if date.start_precision is date.end_precision is Precision.MONTH:
        return words.from_to.format(*_two_months(first, last, language, short=False))
    return words.from_to.format(start, end)


def _end_of_span(date: EventDate, language: str, *, start: bool) -> str:
    day = date.earliest_start if start else date.latest_end
    if day is None:
        return ""
    precision = date.start_precision if start else date.end_precision
    return _flagged(
        _after_preposition(day if start else day - 1, precision, language),
        vocabulary(language),
        approximate=date.approximate_start if start else date.approximate_end,
        uncertain=date.uncertain_start if start else date.uncertain_end,
    )


def _short_span(date: EventDate, language: str) -> str:
    words = vocabulary(language)
    if date.earliest_start is None:
        return words.short_until.format(_short_end_of_span(date, language, start=False))
    start = _short_end_of_span(date, language, start=True)
    if date.latest_end is None:
        return (words.short_since if date.open_end else words.short_unknown_end).format(start)
    first, last = date.earliest_start, date.latest_end - 1
    if not date.approximate and not date.uncertain:
        if date.start_precision is date.end_precision is Precision.DAY:
            return _joined(*_two_days(first, last, language, short=True))
        if date.start_precision is date.end_precision is Precision.MONTH:
            return _joined(*_two_months(first, last, language, short=True))
    return _joined(start, _short_end_of_span(date, language, start=False))


def _short_end_of_span(date: EventDate, language: str, *, start: bool) -> str:
    day = _known(date.earliest_start) if start else _known(date.latest_end) - 1
    precision = date.start_precision if start else date.end_precision
    return _flagged_briefly(
        _unit(day, precision, language, short=True),
        vocabulary(language),
        approximate=date.approximate_start if start else date.approximate_end,
        uncertain=date.uncertain_start if start else date.uncertain_end,
    )
