"""Dates of events: EDTF text becomes four bounds, a precision and flags.

EDTF is the Library of Congress's Extended Date/Time Format, part of ISO 8601-2:2019. Days are day
numbers (see calendar.py). *One moment* that is known only to the year ("2009") differs from
*something that lasted* ("2009/2010").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from peru_timeline.chronology.dates.edtf import (
    DateError,
    Precision,
    SimpleDate,
    not_a_date,
    parse_simple_date,
    precision_of,
)
from peru_timeline.chronology.faults.sentences import Sentences

__all__ = ["DateError", "EventDate", "Precision", "parse_date"]

LONGEST_TEXT = 200
UNKNOWN = "XXXX"  # of an event without any date


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event was, and how well that is known.

    Attributes:
        edtf: the date as written.
        earliest_start: first day on which it may have begun; None if unknown.
        latest_start: last day on which it may have begun; None if unknown.
        earliest_end: the day after the first on which it may have ended; None if unknown.
        latest_end: the day after the last possible day; None for an open or unknown end.
        is_span: it lasted; otherwise it is one moment somewhere within the bounds.
        open_start, open_end: written as "..": it goes on beyond the other end.
        unknown_start, unknown_end: it has a start or an end, but no one says when.

    """

    edtf: str
    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    is_span: bool
    start_precision: Precision
    end_precision: Precision
    approximate_start: bool = False
    approximate_end: bool = False
    uncertain_start: bool = False
    uncertain_end: bool = False
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known of when it was."""
        return self.earliest_start is None and self.latest_start is None and self.latest_end is None

    @property
    def is_day(self) -> bool:
        """Whether it is one moment known to the day."""
        return (
            not self.is_span
            and self.earliest_start is not None
            and (self.earliest_start == self.latest_start)
        )

    @property
    def approximate(self) -> bool:
        """Whether either end is marked approximate."""
        return self.approximate_start or self.approximate_end

    @property
    def uncertain(self) -> bool:
        """Whether either end is marked uncertain."""
        return self.uncertain_start or self.uncertain_end


_UNKNOWN_DATE = EventDate(
    edtf=UNKNOWN,
    earliest_start=None,
    latest_start=None,
    earliest_end=None,
    latest_end=None,
    is_span=False,
    start_precision=Precision.RANGE,
    end_precision=Precision.RANGE,
    unknown_start=True,
    unknown_end=True,
)


@lru_cache(maxsize=65_536)
def parse_date(edtf: str) -> EventDate:
    """Read an EDTF date of level 0 or 1, a one-of set or one with `X` digits (level 2).

    Raises DateError with a sentence when the text is not such a date, names a day that does not
    exist, or ends before it begins.
    """
    if edtf == UNKNOWN:
        return _UNKNOWN_DATE
    if len(edtf) > LONGEST_TEXT:
        raise DateError(Sentences.DATE_IS_SHORT.of())
    if not edtf.isascii():
        raise not_a_date(edtf)
    if edtf.startswith("["):
        return _one_of(edtf)
    if edtf.startswith("{"):
        raise DateError(Sentences.SEVERAL_DATES.of(edtf))
    if "/" in edtf:
        return _interval(edtf)
    return _moment(edtf, parse_simple_date(edtf))


def _moment(edtf: str, part: SimpleDate) -> EventDate:
    return EventDate(
        edtf=edtf,
        earliest_start=part.first,
        latest_start=part.last,
        earliest_end=part.first + 1,
        latest_end=part.last + 1,
        is_span=False,
        start_precision=part.precision,
        end_precision=part.precision,
        approximate_start=part.approximate,
        approximate_end=part.approximate,
        uncertain_start=part.uncertain,
        uncertain_end=part.uncertain,
    )


def _interval(edtf: str) -> EventDate:
    left, _, right = edtf.partition("/")
    if "/" in right:
        raise DateError(Sentences.TWO_SLASHES.of(edtf))
    start = None if left in ("", "..") else parse_simple_date(left)
    end = None if right in ("", "..") else parse_simple_date(right)
    if start is not None and end is not None and end.last < start.first:
        raise DateError(Sentences.RUNS_BACKWARDS.of(edtf))
    known = start or end
    if known is None:
        raise DateError(Sentences.NO_END.of(edtf))
    # It began no later than it may have ended, and ended no earlier than it may have begun.
    latest_start = min(part.last for part in (start, end) if part is not None)
    earliest_end = max(part.first for part in (start, end) if part is not None)
    return EventDate(
        edtf=edtf,
        earliest_start=start.first if start else None,
        latest_start=latest_start,
        earliest_end=earliest_end + 1,
        latest_end=end.last + 1 if end else None,
        is_span=True,
        start_precision=(start or known).precision,
        end_precision=(end or known).precision,
        approximate_start=start is not None and start.approximate,
        approximate_end=end is not None and end.approximate,
        uncertain_start=start is not None and start.uncertain,
        uncertain_end=end is not None and end.uncertain,
        open_start=left == "..",
        open_end=right == "..",
        unknown_start=left == "",
        unknown_end=right == "",
    )


def _one_of(edtf: str) -> EventDate:
    """Read a one-of set: one moment, which is one of the members."""
    if not edtf.endswith("]") or len(edtf) == 2:
        raise DateError(Sentences.NO_SET.of(edtf))
    members = [_member(text, edtf) for text in edtf[1:-1].split(",")]
    ends = [part for member in members for part in member if part is not None]
    open_start = any(start is None for start, _ in members)
    open_end = any(end is None for _, end in members)
    if open_start and open_end:
        raise DateError(Sentences.EXCLUDES_NO_DAY.of(edtf))
    first, last = min(part.first for part in ends), max(part.last for part in ends)
    # A set that is open on one side is as precise as the one day it names.
    precision = ends[0].precision if len(ends) == 1 else precision_of(first, last)
    approximate = any(part.approximate for part in ends)
    uncertain = any(part.uncertain for part in ends)
    return EventDate(
        edtf=edtf,
        earliest_start=None if open_start else first,
        latest_start=None if open_end else last,
        earliest_end=None if open_start else first + 1,
        latest_end=None if open_end else last + 1,
        is_span=False,
        start_precision=precision,
        end_precision=precision,
        approximate_start=approximate,
        approximate_end=approximate,
        uncertain_start=uncertain,
        uncertain_end=uncertain,
        unknown_start=open_start,
        unknown_end=open_end,
    )


def _member(text: str, edtf: str) -> tuple[SimpleDate | None, SimpleDate | None]:
    """Read a member of a set: `X`, `X..Y`, `..Y` or `X..`; None means no bound."""
    left, dots, right = text.partition("..")
    if not dots:
        part = parse_simple_date(text)
        return part, part
    start = parse_simple_date(left) if left else None
    end = parse_simple_date(right) if right else None
    if start is None and end is None:
        raise DateError(Sentences.NAMES_NO_DAY.of(edtf))
    if start is not None and end is not None and end.last < start.first:
        raise DateError(Sentences.RUNS_BACKWARDS.of(edtf))
    return start, end
