"""When a source was issued, in the order and the abbreviations of a style of citation.

Years are those of EDTF (0 is 1 BCE) and become words here. Ranges name a month or a year once where both ends share it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.dates.unit_wording import year_in_words
from peru_timeline.chronology.dates.vocabulary import vocabulary
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.formats.source_dates import Issued, Parts, issued_parts


class Order(Enum):
    """How an English date is put together."""

    YEAR_FIRST = "2012, May 27"  # APA
    MONTH_FIRST = "May 27, 2012"  # Chicago
    DAY_FIRST = "27 May 2012"  # ISO 690
    DAY_FIRST_SHORT = "27 Apr. 2012"  # MLA


_MLA_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip


class _Words(NamedTuple):
    undated: str
    circa: str
    ce: str


_WORDS: Mapping[str, _Words] = {
    "en": _Words("n.d.", "ca. {}", "{} CE"),
    "es": _Words("s. f.", "ca. {}", "{} d. C."),
}
_DASH = "–"


def undated(language: str) -> str:
    """What styles write for a source without a date."""
    return _words(language).undated


def year_of(date: EventDate | None, language: str, letter: str = "") -> str:
    """Return “2012”, “1938–1961”, “45 BCE”, “ca. 1999”, “since 1993”, “n.d.”; a letter tells equal years apart."""
    if date is None or date.is_unknown:
        return undated(language) + (f"-{letter}" if letter else "")
    issued = issued_parts(date)
    if issued is None:
        return date_in_words(date, language)
    return _circa(_years(issued, language) + letter, issued, language)


def date_of(date: EventDate | None, language: str, order: Order, letter: str = "") -> str:
    """Return the date as far as it is known; empty for none."""
    if date is None or date.is_unknown:
        return ""
    issued = issued_parts(date)
    if issued is None:
        return date_in_words(date, language)
    written = _Writer(language, order, letter).date(issued)
    return _circa(written, issued, language)


def is_only_years(date: EventDate | None) -> bool:
    """Whether a date tells no more than its year or years."""
    issued = None if date is None else issued_parts(date)
    return issued is None or (len(issued.first) == len(issued.last) == 1 and not issued.season)


class _Writer(NamedTuple):
    language: str
    order: Order
    letter: str

    def date(self, issued: Issued) -> str:
        first, last, years = issued.first, issued.last, _years(issued, self.language) + self.letter
        if issued.season:
            season = vocabulary(self.language).seasons[issued.season - 1]
            is_name = self.language.startswith("en") and self.order in (
                Order.YEAR_FIRST,
                Order.MONTH_FIRST,
            )  # APA and Chicago: a capital, in English
            return self._with_year(season.capitalize() if is_name else season, years)
        if len(first) == len(last) == 1:
            return years
        if first[0] != last[0]:
            return _DASH.join(
                self._with_year(self._in_year(part), year_in_words(part[0], self.language))
                for part in (first, last)
            )
        if first == last:
            return self._with_year(self._in_year(first), years)
        if len(first) == len(last) == 3 and first[1] == last[1]:
            days = f"{first[2]}{_DASH}{last[2]}"
            return self._with_year(self._day_and_month(days, first[1]), years)
        ends = (self._in_year(part) for part in (first, last))
        return self._with_year(_DASH.join(end for end in ends if end), years)

    def _in_year(self, parts: Parts) -> str:
        if len(parts) == 1:
            return ""
        return (
            self._month(parts[1])
            if len(parts) == 2
            else self._day_and_month(str(parts[2]), parts[1])
        )

    def _day_and_month(self, day: str, month: int) -> str:
        if self.is_spanish:
            return f"{day} de {self._month(month)}"
        day_first = self.order in (Order.DAY_FIRST, Order.DAY_FIRST_SHORT)
        return f"{day} {self._month(month)}" if day_first else f"{self._month(month)} {day}"

    def _month(self, month: int) -> str:
        short = self.order is Order.DAY_FIRST_SHORT and not self.is_spanish
        return _MLA_MONTHS[month - 1] if short else vocabulary(self.language).months[month - 1]

    def _with_year(self, rest: str, year: str) -> str:
        if not rest:
            return year
        if self.order is Order.YEAR_FIRST:
            return f"{year}, {rest}"
        if self.is_spanish:
            return f"{rest} de {year}"
        has_day = any(sign.isdigit() for sign in rest)
        return (
            f"{rest}, {year}" if self.order is Order.MONTH_FIRST and has_day else f"{rest} {year}"
        )

    @property
    def is_spanish(self) -> bool:
        return self.language.startswith("es")


def _years(issued: Issued, language: str) -> str:
    first, last = issued.first[0], issued.last[0]
    if first == last:
        return year_in_words(first, language)
    if first <= 0 < last:
        return f"{year_in_words(first, language)}{_DASH}{_words(language).ce.format(year_in_words(last, language))}"
    start, end = year_in_words(first, language), year_in_words(last, language)
    era = vocabulary(language).bce.format("")
    return f"{start.removesuffix(era) if end.endswith(era) else start}{_DASH}{end}"


def _circa(written: str, issued: Issued, language: str) -> str:
    return _words(language).circa.format(written) if issued.circa else written


def _words(language: str) -> _Words:
    return _WORDS["es" if language.startswith("es") else "en"]
