"""Dates that need words of their own: those without a year, and years of which only the first digits count."""

from __future__ import annotations

import re

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.event_date import EventDate, Precision, parse_date
from peru_timeline.chronology.dates.unit_wording import month_names, year_in_words
from peru_timeline.chronology.dates.vocabulary import vocabulary

_DAY_OF_UNKNOWN_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d|XX))?")


def of_unknown_year(date: EventDate, language: str, *, short: bool) -> str:
    """Tell that no date is given, and the day or month where these are: “25 December, year not given”."""
    words = vocabulary(language)
    known = _DAY_OF_UNKNOWN_YEAR.fullmatch(date.edtf)
    if known is None:
        return words.not_given
    month, day = month_names(language, short=short)[int(known[1]) - 1], known[2]
    if day is None or day == "XX":
        return words.month_of_unknown_year.format(month)
    return words.day_of_unknown_year.format(int(day), month)


_SIGNIFICANT = re.compile(r"(.+)S[1-9]\d?")


def estimate(date: EventDate, language: str, *, short: bool) -> str:
    """Tell a year of which only the first digits count: “around 1950, between 1900 and 1999”; else nothing."""
    match = _SIGNIFICANT.fullmatch(date.edtf)
    if match is None or date.start_precision is Precision.YEAR:
        return ""
    days = (parse_date(match[1]).earliest_start, date.earliest_start, date.latest_start)
    years = [year_in_words(civil_from_day(day)[0], language) for day in days if day is not None]
    words = vocabulary(language)
    return (words.short_estimated if short else words.estimated).format(*years)
