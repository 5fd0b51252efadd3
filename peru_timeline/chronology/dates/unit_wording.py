"""Days, months, years and longer units in words, alone or two of them together."""

from __future__ import annotations

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.clock import Clock
from peru_timeline.chronology.dates.simple_date import Precision
from peru_timeline.chronology.dates.vocabulary import Vocabulary, vocabulary

_SEASON_OF_MONTH = (3, 3, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3)  # index in seasons; January is winter


def month_names(language: str, *, short: bool) -> tuple[str, ...]:
    """Return the twelve month names."""
    words = vocabulary(language)
    return words.short_months if short else words.months


def year_in_words(year: int, language: str) -> str:
    """Return an astronomical year as readers write it: 0 is “1 BCE”; -13800000000 “13.8 billion years ago”.

    Digits are grouped from five on: “12,345”, but “2013”.
    """
    words = vocabulary(language)
    return (_years_ago(year, words) if year <= 0 else "") or exact_year_in_words(year, language)


def exact_year_in_words(year: int, language: str) -> str:
    """Return an astronomical year with all its digits: “66,000,001 BCE”, so that neighbours differ."""
    words = vocabulary(language)
    return _grouped(year, words) if year > 0 else words.bce.format(_grouped(1 - year, words))


def two_years(first: int, last: int, language: str) -> tuple[str, str]:
    """Name two astronomical years, with all their digits if they are near each other."""
    name = exact_year_in_words if last - first < _ROUND else year_in_words
    return name(first, language), name(last, language)


_FEWEST_GROUPED = 10_000
_LONG_AGO = 1_000_000
_ROUND = 1000
"""Years; a multiple of it is meant as a number of years before today, give or take the years since year 1."""


def _grouped(number: int, words: Vocabulary) -> str:
    return f"{number:,}".replace(",", words.thousands) if number >= _FEWEST_GROUPED else str(number)


def _years_ago(year: int, words: Vocabulary) -> str:
    """Return a round year of the far past as the number of years since; empty for any other year."""
    for years in (-year, 1 - year):  # as EDTF counts, and as the ticks of the axis do
        if years >= _LONG_AGO and years % _ROUND == 0:
            unit, pattern = next(entry for entry in words.years_ago if years >= entry[0])
            unit = 10 ** (len(str(unit)) - 1)
            whole, rest = divmod(years, unit)
            decimals = f"{rest:0{len(str(unit)) - 1}}".rstrip("0")
            return pattern.format(_grouped(whole, words) + (f".{decimals}" if decimals else ""))
    return ""


def clock_in_words(clock: Clock, *, short: bool) -> str:
    """Return a time of day and its zone as written: “23:59:59 UTC+02:30”; “12:00” for a whole minute if short."""
    zone = "" if not clock.zone else " UTC" if clock.zone == "Z" else f" UTC{clock.zone}"
    time = clock.time
    whole_minute = time.count(":") == 2 and time.endswith(":00")
    return f"{time.removesuffix(':00') if short and whole_minute else time}{zone}"


def hours_in_words(start: float, end: float, language: str) -> str:
    """Return a stretch of up to two days with its times: “7 May 2012, 10:00 – 16:30”.

    Empty for a longer one, and for one of whole days, which their names tell.
    """
    first, last = (round(moment * _MINUTES_OF_A_DAY) for moment in (start, end))
    is_of_days = not first % _MINUTES_OF_A_DAY and not last % _MINUTES_OF_A_DAY
    if end - start > _MOST_DAYS_WITH_TIMES or (is_of_days and last > first):
        return ""
    first_day, begins = divmod(first, _MINUTES_OF_A_DAY)
    last_day, ends = divmod(last, _MINUTES_OF_A_DAY)
    if not ends and last > first:
        last_day, ends = last_day - 1, _MINUTES_OF_A_DAY  # midnight belongs to the day that ends
    edges = [f"{day_in_words(first_day, language)}, {_minute(begins)}", _minute(ends)]
    if last_day != first_day:
        edges[1] = f"{day_in_words(last_day, language)}, {edges[1]}"
    return " – ".join(edges if last > first else edges[:1])


_MINUTES_OF_A_DAY = 1440
_MOST_DAYS_WITH_TIMES = 2.0


def _minute(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def day_in_words(day: int, language: str) -> str:
    """Return a day number in words: “27 May 2012”, “27 de mayo de 2012”."""
    return _day(day, language, short=False)


def _day(day: int, language: str, *, short: bool) -> str:
    words = vocabulary(language)
    year, month, number = civil_from_day(day)
    name = month_names(language, short=short)[month - 1]
    pattern = "{0} {1} {2}" if short else words.day
    return pattern.format(number, name, exact_year_in_words(year, language))


def _month(day: int, language: str, *, short: bool) -> str:
    year, month, _ = civil_from_day(day)
    name = month_names(language, short=short)[month - 1]
    pattern = "{0} {1}" if short else vocabulary(language).month
    return pattern.format(name, exact_year_in_words(year, language))


def _season(day: int, language: str, *, short: bool, southern: bool) -> str:
    """Name the season that holds a day; the one that January belongs to bears the year before."""
    words = vocabulary(language)
    year, month, _ = civil_from_day(day)
    named_by = exact_year_in_words(year - 1 if month <= 2 else year, language)
    season = _SEASON_OF_MONTH[month - 1]
    if southern:
        pattern = words.short_southern_season if short else words.southern_season
        return pattern.format(words.seasons[(season + 2) % 4], named_by)
    pattern = "{0} {1}" if short else words.season
    return pattern.format(words.seasons[season], named_by)


def _part_of_year(day: int, precision: Precision, language: str, *, short: bool) -> str:
    """Name the quarter, third or half of a year that holds a day."""
    words = vocabulary(language)
    year, month, _ = civil_from_day(day)
    names, short_names = {
        Precision.QUARTER: (words.quarters, words.short_quarters),
        Precision.FOUR_MONTHS: (words.four_months, words.short_four_months),
        Precision.HALF_YEAR: (words.halves, words.short_halves),
    }[precision]
    number = (month - 1) * len(names) // 12
    return (short_names if short else names)[number].format(exact_year_in_words(year, language))


_PARTS_OF_YEAR = (Precision.QUARTER, Precision.FOUR_MONTHS, Precision.HALF_YEAR)
_SEASONS = (Precision.SEASON, Precision.SOUTHERN_SEASON)


def unit_in_words(day: int, precision: Precision, language: str, *, short: bool) -> str:
    """Name the day, month, season, year, decade or century that holds `day`."""
    words = vocabulary(language)
    year, _, _ = civil_from_day(day)
    if precision is Precision.MONTH:
        return _month(day, language, short=short)
    if precision in _SEASONS:
        southern = precision is Precision.SOUTHERN_SEASON
        return _season(day, language, short=short, southern=southern)
    if precision in _PARTS_OF_YEAR:
        return _part_of_year(day, precision, language, short=short)
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


def unit_alone(day: int, precision: Precision, language: str) -> str:
    """Name the unit that holds `day` where no preposition goes before it."""
    return unit_in_words(day, precision, language, short=False)


def unit_after_preposition(day: int, precision: Precision, language: str) -> str:
    """Name the unit that holds `day` as it follows a preposition: Spanish “hacia el 3 de mayo”."""
    text = unit_in_words(day, precision, language, short=False)
    by_day = precision in (Precision.DAY, Precision.RANGE)
    return vocabulary(language).the_day.format(text) if by_day else text


def two_days(first: int, last: int, language: str, *, short: bool) -> tuple[str, str]:
    """Name two days; the first omits what it shares with the second: “1”, “7 May 2012”."""
    (year, month, day), (last_year, last_month, _) = civil_from_day(first), civil_from_day(last)
    end = _day(last, language, short=short)
    if (year, month) == (last_year, last_month):
        return str(day), end
    if year == last_year:
        name = month_names(language, short=short)[month - 1]
        pattern = "{0} {1}" if short else vocabulary(language).day_in_year
        return pattern.format(day, name), end
    return _day(first, language, short=short), end


def two_months(first: int, last: int, language: str, *, short: bool) -> tuple[str, str]:
    """Name two months; the first omits the year if they share it: “May”, “August 2012”."""
    (year, month, _), (last_year, _, _) = civil_from_day(first), civil_from_day(last)
    end = _month(last, language, short=short)
    if year == last_year:
        return month_names(language, short=short)[month - 1], end
    return _month(first, language, short=short), end


def two_ends(first: int, last: int, language: str, *, short: bool) -> tuple[str, str, bool]:
    """Name the first and the last day of a range, by month or year where they fill these; True if by day."""
    (year, month, day), after = civil_from_day(first), civil_from_day(last + 1)
    if day != 1 or after[2] != 1:
        return *two_days(first, last, language, short=short), True
    if month != 1 or after[1] != 1:
        return *two_months(first, last, language, short=short), False
    return *two_years(year, after[0] - 1, language), False
