"""Dates in words for readers, in English and Spanish; other languages read English.

Nothing here asks the system's locale: the same date reads the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass

from peru_timeline.chronology.calendar import civil_from_day
from peru_timeline.chronology.dates import EventDate, Precision


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's words and patterns; {} takes a date, {0} and {1} two."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    seasons: tuple[str, ...]
    day: str  # day, month, year
    day_in_year: str  # day, month
    month: str  # month, year
    season: str
    bce: str
    decade: str
    century: str
    the_day: str  # what stands before a full day after a preposition
    around: str
    uncertain: str
    since: str
    until: str
    unknown_start: str
    unknown_end: str
    before: str
    after: str
    between: str
    from_to: str
    short_around: str
    short_since: str
    short_until: str
    short_before: str
    short_after: str
    short_unknown_end: str


_ENGLISH = _Words(
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    short_months=(
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    day="{0} {1} {2}",
    day_in_year="{0} {1}",
    month="{0} {1}",
    season="{0} {1}",
    bce="{} BCE",
    decade="the {}s",
    century="between {0} and {1}",
    the_day="{}",
    around="around {}",
    uncertain="{}, uncertain",
    since="since {}",
    until="until {}",
    unknown_start="until {}, start not known",
    unknown_end="from {}, end not known",
    before="some time before {}",
    after="some time after {}",
    between="some day between {0} and {1}",
    from_to="{0} to {1}",
    short_around="c. {}",
    short_since="since {}",
    short_until="until {}",
    short_before="before {}",
    short_after="after {}",
    short_unknown_end="from {}",
)  # fmt: skip

_SPANISH = _Words(
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    short_months=(
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
    ),
    seasons=("primavera", "verano", "otoño", "invierno"),
    day="{0} de {1} de {2}",
    day_in_year="{0} de {1}",
    month="{0} de {1}",
    season="{0} de {1}",
    bce="{} a. C.",
    decade="la década de {}",
    century="entre {0} y {1}",
    the_day="el {}",
    around="hacia {}",
    uncertain="{}, incierto",
    since="desde {}",
    until="hasta {}",
    unknown_start="hasta {}, inicio desconocido",
    unknown_end="desde {}, fin desconocido",
    before="en algún momento antes del {}",
    after="en algún momento después del {}",
    between="algún día entre el {0} y el {1}",
    from_to="de {0} a {1}",
    short_around="h. {}",
    short_since="desde {}",
    short_until="hasta {}",
    short_before="antes de {}",
    short_after="después de {}",
    short_unknown_end="desde {}",
)  # fmt: skip


def _words(language: str) -> _Words:
    return _SPANISH if language.split("-")[0].lower() == "es" else _ENGLISH


def month_names(language: str, *, short: bool) -> tuple[str, ...]:
    """Give the twelve month names."""
    words = _words(language)
    return words.short_months if short else words.months


def year_in_words(year: int, language: str) -> str:
    """Give an astronomical year as readers write it: 0 is “1 BCE”; digits are never grouped."""
    return str(year) if year > 0 else _words(language).bce.format(1 - year)


def day_in_words(day: int, language: str) -> str:
    """Give a day number in words: “27 May 2012”, “27 de mayo de 2012”."""
    return _day(day, language, short=False)


def date_in_words(date: EventDate, language: str) -> str:
    """Give a date as a reader would say it: “November 2013”, “around 2011”, “since 1993”."""
    words = _words(language)
    if not date.is_span:
        return _moment(date, language)
    start = _end_of_span(date, language, start=True)
    end = _end_of_span(date, language, start=False)
    if date.open_end:
        return words.since.format(start)
    if date.unknown_end:
        return words.unknown_end.format(start)
    if date.open_start:
        return words.until.format(end)
    if date.unknown_start:
        return words.unknown_start.format(end)
    # Spanish draws the article and the preposition before it together.
    return words.from_to.format(start, end).replace("de el ", "del ").replace(" a el ", " al ")


def short_date(date: EventDate, language: str) -> str:
    """Give a date briefly, for labels and tables: “Nov 2013”, “2009–2010”, “1–7 Oct 2012”."""
    words = _words(language)
    if not date.is_span:
        return _short_moment(date, language)
    start, end = date.earliest_start, date.latest_end
    if start is None:
        last = _unit(_known(date.latest_end) - 1, date.end_precision, language, short=True)
        return words.short_until.format(_flag_short(last, date, words, start=False))
    first = _unit(start, date.start_precision, language, short=True)
    first = _flag_short(first, date, words, start=True)
    if end is None:
        pattern = words.short_since if date.open_end else words.short_unknown_end
        return pattern.format(first)
    last = _flag_short(
        _unit(end - 1, date.end_precision, language, short=True), date, words, start=False
    )
    if not date.approximate and not date.uncertain:
        return _short_range(start, end - 1, date, language)
    return f"{first} – {last}"


def _known(day: int | None) -> int:
    if day is None:  # parse_date gives no date without any bound
        raise ValueError("a date without bounds")
    return day


def _day(day: int, language: str, *, short: bool) -> str:
    words = _words(language)
    year, month, number = civil_from_day(day)
    name = month_names(language, short=short)[month - 1]
    pattern = "{0} {1} {2}" if short else words.day
    return pattern.format(number, name, year_in_words(year, language))


def _unit(day: int, precision: Precision, language: str, *, short: bool) -> str:
    """Name the day, month, year, decade or century that holds `day`."""
    words = _words(language)
    year, month, _ = civil_from_day(day)
    if precision is Precision.MONTH:
        name = month_names(language, short=short)[month - 1]
        return ("{0} {1}" if short else words.month).format(name, year_in_words(year, language))
    if precision is Precision.YEAR:
        return year_in_words(year, language)
    if precision is Precision.DECADE and year > 0:
        return words.decade.format(year - year % 10)
    if precision is Precision.CENTURY:
        first = year - year % 100
        ends = (year_in_words(first, language), year_in_words(first + 99, language))
        return "–".join(ends) if short else words.century.format(*ends)
    return _day(day, language, short=short)


def _flagged(text: str, words: _Words, *, approximate: bool, uncertain: bool) -> str:
    if approximate:
        text = words.around.format(text)
    return words.uncertain.format(text) if uncertain else text


def _flag_short(text: str, date: EventDate, words: _Words, *, start: bool) -> str:
    approximate = date.approximate_start if start else date.approximate_end
    uncertain = date.uncertain_start if start else date.uncertain_end
    if approximate:
        text = words.short_around.format(text)
    return f"{text}?" if uncertain else text


def _end_of_span(date: EventDate, language: str, *, start: bool) -> str:
    day = date.earliest_start if start else date.latest_end
    if day is None:
        return ""
    precision = date.start_precision if start else date.end_precision
    text = _unit(day if start else day - 1, precision, language, short=False)
    words = _words(language)
    if precision is Precision.DAY:
        text = words.the_day.format(text)
    return _flagged(
        text,
        words,
        approximate=date.approximate_start if start else date.approximate_end,
        uncertain=date.uncertain_start if start else date.uncertain_end,
    )


def _moment(date: EventDate, language: str) -> str:
    words = _words(language)
    first, last = date.earliest_start, date.latest_start
    if first is None:
        return words.before.format(_day(_known(last), language, short=False))
    if last is None:
        return words.after.format(_day(first, language, short=False))
    if date.season is not None:
        year = year_in_words(civil_from_day(first)[0], language)
        text = words.season.format(words.seasons[(date.season - 21) % 4], year)
    elif date.start_precision is Precision.RANGE:
        text = words.between.format(*_two_days(first, last, language, short=False))
    else:
        text = _unit(first, date.start_precision, language, short=False)
    return _flagged(text, words, approximate=date.approximate, uncertain=date.uncertain)


def _short_moment(date: EventDate, language: str) -> str:
    words = _words(language)
    first, last = date.earliest_start, date.latest_start
    if first is None:
        return words.short_before.format(_day(_known(last), language, short=True))
    if last is None:
        return words.short_after.format(_day(first, language, short=True))
    if date.season is not None:
        year = year_in_words(civil_from_day(first)[0], language)
        text = f"{words.seasons[(date.season - 21) % 4]} {year}"
    elif date.start_precision is Precision.RANGE:
        start, end = _two_days(first, last, language, short=True)
        text = f"{start}–{end}" if start.isdigit() else f"{start} – {end}"
    else:
        text = _unit(first, date.start_precision, language, short=True)
    return _flag_short(text, date, words, start=True)


def _two_days(first: int, last: int, language: str, *, short: bool) -> tuple[str, str]:
    """Name two days, leaving out of the first what it shares with the second: “1”, “7 May 2012”."""
    words = _words(language)
    (year, month, day), (last_year, last_month, _) = civil_from_day(first), civil_from_day(last)
    end = _day(last, language, short=short)
    if (year, month) == (last_year, last_month):
        return str(day), end
    if year == last_year:
        name = month_names(language, short=short)[month - 1]
        return ("{0} {1}" if short else words.day_in_year).format(day, name), end
    return _day(first, language, short=short), end


def _short_range(first: int, last: int, date: EventDate, language: str) -> str:
    both = (date.start_precision, date.end_precision)
    if both == (Precision.DAY, Precision.DAY):
        start, end = _two_days(first, last, language, short=True)
        return f"{start}–{end}" if start.isdigit() else f"{start} – {end}"
    (year, month, _), (last_year, _, _) = civil_from_day(first), civil_from_day(last)
    end = _unit(last, date.end_precision, language, short=True)
    if both == (Precision.MONTH, Precision.MONTH) and year == last_year:
        return f"{month_names(language, short=True)[month - 1]} – {end}"
    start = _unit(first, date.start_precision, language, short=True)
    return f"{start}–{end}" if both == (Precision.YEAR, Precision.YEAR) else f"{start} – {end}"
