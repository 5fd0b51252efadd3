"""When a source was issued, as bibliographies write it: their years, ranges and seasons differ from those of EDTF.

EDTF counts years as astronomers do: -0044 is 45 BCE. CSL has no year 0, so 45 BCE is -45 there; biblatex counts like
EDTF; the year of plain BibTeX is a text; RIS has no years before 1, and says in words what its figures cannot.
docs/sharing.md has the table.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from peru_timeline.chronology.dates.calendar import civil_from_day, days_in_month
from peru_timeline.chronology.dates.event_date import EventDate, Precision
from peru_timeline.chronology.dates.simple_date import LARGEST_FOUR_DIGIT_YEAR, year_text
from peru_timeline.chronology.dates.unit_wording import year_in_words
from peru_timeline.chronology.dates.wording import date_in_words

Parts = tuple[int, ...]
"""A day as far as it is known: year as EDTF counts; year and month; or year, month and day."""

_SEASONS = (Precision.SEASON, Precision.SOUTHERN_SEASON)
_SPRING = {Precision.SEASON: 3, Precision.SOUTHERN_SEASON: 9}  # the month in which it begins
_UNKNOWN_DIGITS = {Precision.DECADE: 1, Precision.CENTURY: 2}
_KNOWN_PARTS = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}


def source_years(date: EventDate, language: str) -> str:
    """Return the year or years of a date in words, “1938–1961”; empty if none is known."""
    season = _season(date)
    years = [civil_from_day(day)[0] for day in _days(date)] if season is None else [season[0]]
    return "–".join(dict.fromkeys(year_in_words(year, language) for year in years))


class Issued(NamedTuple):
    """A date that is known at both ends; `season` is 1 for spring to 4 for winter, 0 for none."""

    first: Parts
    last: Parts
    season: int
    circa: bool


def issued_parts(date: EventDate) -> Issued | None:
    """Return the ends of a date as far as they are known; None where an end is open or nothing is known."""
    if date.is_unknown or date.earliest_start is None or date.latest_end is None:
        return None
    circa = date.approximate or date.uncertain
    if (season := _season(date)) is not None:
        year, number = season
        return Issued((year,), (year,), number, circa)
    first, last = _ends(date)
    # Of one moment, some time between two days, the year is not certain either.
    return Issued(first, last, 0, circa or (first != last and not date.is_span))


def csl_date(date: EventDate, language: str) -> dict[str, Any]:
    """Return a date variable of CSL-JSON; what is open at an end is told in words.

    Both ends of a range have as many parts: citeproc-js, which Zotero runs, refuses others.
    """
    issued = issued_parts(date)
    if issued is None:
        return {} if date.is_unknown else {"literal": date_in_words(date, language)}
    circa = {"circa": True} if issued.circa else {}
    if issued.season:
        return {"date-parts": [_csl(issued.first)], "season": issued.season} | circa
    known = min(len(issued.first), len(issued.last))
    ends = [_csl(issued.first[:known]), _csl(issued.last[:known])]
    return {"date-parts": ends[:1] if issued.first == issued.last else ends} | circa


def biblatex_date(date: EventDate) -> str:
    """Return the date as biblatex reads it: EDTF of level 1; empty if that has no form for it."""
    days = _days(date)
    if not days or any(abs(civil_from_day(day)[0]) > LARGEST_FOUR_DIGIT_YEAR for day in days):
        return ""
    start, end = _marks(date, start=True), _marks(date, start=False)
    if (season := _season(date)) is not None:
        return f"{year_text(season[0])}-{20 + season[1]}{start}"
    if date.earliest_start is None:
        return f"{'..' if date.open_start else ''}/{_iso(_part(days[-1], date.end_precision, last=True))}{end}"
    if date.latest_end is None:
        first = _iso(_part(days[0], date.start_precision))
        return f"{first}{start}/{'..' if date.open_end else ''}"
    first_part, last_part = _ends(date)
    if not date.is_span and date.start_precision in _UNKNOWN_DIGITS and first_part[0] > 0:
        unknown = _UNKNOWN_DIGITS[date.start_precision]
        return f"{year_text(first_part[0])[:-unknown]}{'X' * unknown}{start}"
    if first_part == last_part and not date.is_span:
        return f"{_iso(first_part)}{start}"
    return f"{_iso(first_part)}{start}/{_iso(last_part)}{end}"


def bibtex_year(date: EventDate, language: str) -> str:
    """Return the year of plain BibTeX, which styles print as it is: “1938--1961”, “45 BCE”."""
    return source_years(date, language).replace("–", "--")


def bibtex_month(date: EventDate) -> int | None:
    """Return the month, if the date is one month or one day."""
    if date.is_span or date.earliest_start is None or date.latest_start is None:
        return None
    first, last = _ends(date)
    return first[1] if first == last and len(first) > 1 else None


def ris_year(date: EventDate) -> str:
    """Return the four digits of the year in which it began; empty for years that RIS cannot write."""
    days = _days(date)
    year = civil_from_day(days[0])[0] if days and date.earliest_start is not None else 0
    return f"{year:04}" if 1 <= year <= LARGEST_FOUR_DIGIT_YEAR else ""


def ris_date(date: EventDate, language: str) -> str:
    """Return year/month/day/other, where “other” says in words what the figures do not; empty if nothing is known."""
    if date.is_unknown:
        return ""
    year, parts = ris_year(date), Parts()
    is_exact = date.earliest_start is not None and not date.is_span and date.latest_end is not None
    if is_exact:
        first, last = _ends(date)
        parts, is_exact = first[1:], first == last and bool(year)
    if not is_exact:
        return f"{year}///{date_in_words(date, language)}"
    month, day = (*(f"{part:02}" for part in parts), "", "")[:2]
    other = date_in_words(date, language) if date.uncertain else "circa" if date.approximate else ""
    return f"{year}/{month}/{day}/{other}"


def _days(date: EventDate) -> list[int]:
    """Return the first and the last day that are known of it."""
    first = date.earliest_start if date.earliest_start is not None else date.latest_start
    last = date.latest_end - 1 if date.latest_end is not None else first
    return [] if first is None or last is None else [first, last] if first <= last else [last, last]


def _season(date: EventDate) -> tuple[int, int] | None:
    """Return year and number (1 spring to 4 winter) of a season; None for any other date."""
    if date.is_span or date.start_precision not in _SEASONS or date.earliest_start is None:
        return None
    if date.latest_end is None:
        return None
    year, month, _ = civil_from_day(date.earliest_start)
    return year, (month - _SPRING[date.start_precision]) % 12 // 3 + 1


def _ends(date: EventDate) -> tuple[Parts, Parts]:
    first, last = _days(date)
    if not date.is_span and date.start_precision not in _KNOWN_PARTS:
        return _range(first, last)
    return _part(first, date.start_precision), _part(last, date.end_precision, last=True)


def _range(first: int, last: int) -> tuple[Parts, Parts]:
    """Return two days by year or month where they fill these."""
    start, end = civil_from_day(first), civil_from_day(last)
    if start[2] != 1 or end[2] != days_in_month(end[0], end[1]):
        return start, end
    if start[1] != 1 or end[1] != 12:
        return start[:2], end[:2]
    return start[:1], end[:1]


def _part(day: int, precision: Precision, *, last: bool = False) -> Parts:
    """Return a day as far as it is known; of a season or a part of a year the month."""
    parts = civil_from_day(day)
    if precision in (Precision.DECADE, Precision.CENTURY):
        return parts[:1]
    if precision is Precision.RANGE:
        at_edge = parts[1:] == ((12, 31) if last else (1, 1))
        return parts[:1] if at_edge else parts
    return parts[: _KNOWN_PARTS.get(precision, 2)]


def _marks(date: EventDate, *, start: bool) -> str:
    approximate = date.approximate_start if start else date.approximate_end
    uncertain = date.uncertain_start if start else date.uncertain_end
    return "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""


def _csl(parts: Parts) -> list[int]:
    return [_csl_year(parts[0]), *parts[1:]]


def _csl_year(year: int) -> int:
    """CSL has no year 0: 1 BCE, which is 0 in EDTF, is -1."""
    return year if year > 0 else year - 1


def _iso(parts: Parts) -> str:
    return "-".join([year_text(parts[0]), *(f"{part:02}" for part in parts[1:])])
