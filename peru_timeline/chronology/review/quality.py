"""What the evidence and the dates of a chronology lack, for whoever goes on writing it. Nothing of it is a fault."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.models import Event
from peru_timeline.chronology.text import fold

MOST_DAYS = 366.0
"""A beginning that may be anywhere within more days is vague."""
NEAR = 0.8
"""Share of letters in common from which two titles of one date may mean the same event."""
MOST_AT_ONE_DATE = 40
"""Events of one date whose titles are compared with each other."""
_LATER = {"follows", "responds_to", "reverses"}
"""Ties to what must have begun no later."""


class Lack(StrEnum):
    """What is lacking; lists follow this order."""

    NO_SOURCE = "no_source"
    ONE_SOURCE = "one_source"
    VAGUE_DATE = "vague_date"
    SILENT_YEARS = "silent_years"
    DOUBLED = "doubled"
    TIE_AGAINST_DATES = "tie_against_dates"


class Finding(NamedTuple):
    """One place where something is lacking.

    Attributes:
        lack: what.
        event: the index of the event; before silent years the last one that begins.
        other: the index of the second event of two.
        years: the first and the last silent year.

    """

    lack: Lack
    event: int
    other: int | None = None
    years: tuple[int, int] | None = None


def findings(chronology: Chronology, language: str) -> list[Finding]:
    """Return all that is lacking, by kind and then by date; titles are compared in one language."""
    return [
        *_sources(chronology),
        *_vague(chronology),
        *_silent(chronology),
        *_doubled(chronology, language),
        *_ties(chronology),
    ]


def _sources(chronology: Chronology) -> Iterator[Finding]:
    sources = chronology.event_columns.sources
    counts = sources.lengths
    for event in np.flatnonzero(counts == 0).tolist():
        yield Finding(Lack.NO_SOURCE, event)
    for event in np.flatnonzero(counts > 0).tolist():
        own = sources.values[sources.starts[event] : sources.starts[event + 1]]
        if len(np.unique(own)) == 1:
            yield Finding(Lack.ONE_SOURCE, event)


def _vague(chronology: Chronology) -> Iterator[Finding]:
    dates = chronology.event_columns.dates
    width = dates.latest_start - dates.earliest_start
    for event in np.flatnonzero(np.isnan(width) | (width > MOST_DAYS)).tolist():
        yield Finding(Lack.VAGUE_DATE, event)


def _silent(chronology: Chronology) -> Iterator[Finding]:
    """Find years in which nothing begins, between the first beginning and the last."""
    starts = chronology.event_columns.dates.earliest_start
    dated = np.flatnonzero(~np.isnan(starts)).tolist()
    begun = [(civil_from_day(int(starts[event]))[0], event) for event in dated]
    begun.sort()
    for (year, event), (after, _) in pairwise(begun):
        if after - year > 1:
            yield Finding(Lack.SILENT_YEARS, event, years=(year + 1, after - 1))


def _doubled(chronology: Chronology, language: str) -> Iterator[Finding]:
    """Find events of the same date whose titles are nearly alike."""
    dates = chronology.event_columns.dates
    by_date: dict[tuple[float, float], list[int]] = {}
    for event in np.flatnonzero(~np.isnan(dates.earliest_start)).tolist():
        end = float(np.nan_to_num(dates.latest_end[event], nan=-1.0))
        by_date.setdefault((float(dates.earliest_start[event]), end), []).append(event)
    for events in by_date.values():
        near = events[:MOST_AT_ONE_DATE] if len(events) > 1 else []
        titles = [_title(chronology.events[event], language) for event in near]
        for place, event in enumerate(near):
            for later in range(place + 1, len(near)):
                if _are_near(titles[place], titles[later]):
                    yield Finding(Lack.DOUBLED, event, near[later])


def _title(event: Event, language: str) -> str:
    return fold(event.title.get(language) or next(iter(event.title.values())))


def _are_near(one: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def _ties(chronology: Chronology) -> Iterator[Finding]:
    """Find ties that the dates contradict, however the dates are read within their bounds."""
    dates = chronology.event_columns.dates
    index = chronology.event_index
    for number in sorted({pair.event for pair in chronology.event_columns.related_pairs}):
        for tie in chronology.events[number].related:
            other = index[tie.event]
            earlier, later = (other, number) if tie.relation in _LATER else (number, other)
            if tie.relation == "part_of":
                is_against = (
                    dates.latest_end[number] <= dates.earliest_start[other]
                    or dates.earliest_start[number] >= dates.latest_end[other]
                )
            else:
                is_against = (
                    tie.relation in {*_LATER, "causes"}
                    and dates.latest_start[later] < dates.earliest_start[earlier]
                )
            if is_against:
                yield Finding(Lack.TIE_AGAINST_DATES, number, other)
