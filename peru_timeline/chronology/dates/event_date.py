"""Dates of events: EDTF text becomes four bounds, a precision and flags.

EDTF is the Library of Congress's Extended Date/Time Format, part of ISO 8601-2:2019. Days are day
numbers (see calendar.py). *One moment* that is known only to the year ("2009") differs from
*something that lasted* ("2009/2010").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from peru_timeline.chronology.dates.clock import Clock, Moments
from peru_timeline.chronology.dates.edtf import names_no_year, parse_simple_date
from peru_timeline.chronology.dates.offers import with_an_offer
from peru_timeline.chronology.dates.simple_date import (
    DateError,
    NotEdtfError,
    Precision,
    SimpleDate,
    not_a_date,
    precision_of,
    valid_but_not_read,
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
        moments: the bounds to the second, for ordering and drawing; the others are whole days, as written.
        earliest_start: first day on which it may have begun; None if unknown.
        latest_start: last day on which it may have begun; None if unknown.
        earliest_end: the day after the first on which it may have ended; None if unknown.
        latest_end: the day after the last possible day; None for an open or unknown end.
        is_span: it lasted; otherwise it is one moment somewhere within the bounds.
        open_start, open_end: written as "..": it goes on beyond the other end.
        unknown_start, unknown_end: it has a start or an end, but no one says when.
        start_clock, end_clock: the times of day, where they are given.

    """

    edtf: str
    moments: Moments
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
    start_clock: Clock | None = None
    end_clock: Clock | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known of when it was."""
        return self.earliest_start is None and self.latest_start is None and self.latest_end is None

    @property
    def is_day(self) -> bool:
        """Whether it is one moment known to the day, or even to the second."""
        return (
            not self.is_span
            and self.moments.earliest_start is not None
            and (self.moments.earliest_start == self.moments.latest_start)
        )

    @property
    def reach(self) -> tuple[float, float] | None:
        """From its first instant to its last, in days; None if either is open or unknown."""
        start, end = self.moments.earliest_start, self.moments.latest_end
        return None if start is None or end is None else (start, end)

    @property
    def approximate(self) -> bool:
        """Whether either end is marked approximate."""
        return self.approximate_start or self.approximate_end

    @property
    def uncertain(self) -> bool:
        """Whether either end is marked uncertain."""
        return self.uncertain_start or self.uncertain_end


@lru_cache(maxsize=65_536)
def parse_date(edtf: str) -> EventDate:
    """Read an EDTF date; docs/chronology-format.md says what of level 2 is read.

    Raises DateError with a sentence when the text is not such a date, names a day that does not
    exist, or ends before it begins.
    """
    try:
        return _parse(edtf)
    except NotEdtfError as error:
        raise with_an_offer(error, edtf, _parse) from None


def _parse(edtf: str) -> EventDate:
    if len(edtf) > LONGEST_TEXT:
        raise DateError(Sentences.DATE_IS_SHORT.of())
    if not edtf.isascii():
        raise not_a_date(edtf)
    if edtf.startswith("["):
        return _one_of(edtf)
    if edtf.startswith("{"):
        return _several(edtf)
    if "/" in edtf:
        return _interval(edtf)
    if names_no_year(edtf):
        return _unknown(edtf)
    return _moment(edtf, parse_simple_date(edtf))


def _unknown(edtf: str) -> EventDate:
    return EventDate(
        edtf=edtf,
        moments=Moments(None, None, None, None),
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


def _moment(edtf: str, part: SimpleDate) -> EventDate:
    begins, last, after = part.begins, part.last_beginning, part.length
    return EventDate(
        edtf=edtf,
        moments=Moments(begins, last, begins + after, last + after),
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
        start_clock=part.clock,
        end_clock=part.clock,
    )


def _interval(edtf: str) -> EventDate:
    left, _, right = edtf.partition("/")
    if "/" in right:
        raise DateError(Sentences.TWO_SLASHES.of(edtf))
    start, end = _end_of_interval(left), _end_of_interval(right)
    if start is not None and end is not None and end.last_instant < start.begins:
        raise DateError(Sentences.RUNS_BACKWARDS.of(edtf))
    known = start or end
    if known is None:
        raise valid_but_not_read(edtf, Sentences.NO_END.of())
    # It began no later than it may have ended, and ended no earlier than it may have begun.
    parts = [part for part in (start, end) if part is not None]
    latest_start = min(part.last for part in parts)
    earliest_end = max(part.first for part in parts)
    return EventDate(
        edtf=edtf,
        moments=_moments_of_interval(start, end),
        earliest_start=start.first if start else None,
        latest_start=latest_start if start is None else max(latest_start, start.first),
        earliest_end=earliest_end + 1,
        latest_end=max(end.last, earliest_end) + 1 if end else None,
        is_span=True,
        start_precision=(start or known).precision,
        end_precision=(end or known).precision,
        approximate_start=start is not None and start.approximate,
        approximate_end=end is not None and end.approximate,
        uncertain_start=start is not None and start.uncertain,
        uncertain_end=end is not None and end.uncertain,
        open_start=left == "..",
        open_end=right == "..",
        unknown_start=left != ".." and start is None,
        unknown_end=right != ".." and end is None,
        start_clock=start.clock if start else None,
        end_clock=end.clock if end else None,
    )


def _end_of_interval(text: str) -> SimpleDate | None:
    return None if text in ("", "..") or names_no_year(text) else parse_simple_date(text)


def _moments_of_interval(start: SimpleDate | None, end: SimpleDate | None) -> Moments:
    parts = [part for part in (start, end) if part is not None]
    latest_start = min(part.last_beginning for part in parts)
    return Moments(
        start.begins if start else None,
        # A day may end before a time within it begins.
        latest_start if start is None else max(latest_start, start.begins),
        max(part.begins + part.length for part in parts),
        end.last_beginning + end.length if end else None,
    )


def _several(edtf: str) -> EventDate:
    """Refuse a set of dates that all hold: an event has one."""
    if not edtf.endswith("}"):
        raise not_a_date(edtf)
    for text in members_of(edtf):
        _member(text, edtf)
    raise valid_but_not_read(edtf, Sentences.SEVERAL_DATES.of())


def members_of(edtf: str) -> list[str]:
    """List the members of a set; a space may follow a comma."""
    first, *others = edtf[1:-1].split(",")
    return [first, *(text.removeprefix(" ") for text in others)]


def _one_of(edtf: str) -> EventDate:
    """Read a one-of set: one moment, which is one of the members."""
    if not edtf.endswith("]") or len(edtf) == 2:
        raise DateError(Sentences.NO_SET.of(edtf))
    members = [_member(text, edtf) for text in members_of(edtf)]
    ends = [part for member in members for part in member if part is not None]
    open_start = any(start is None for start, _ in members)
    open_end = any(end is None for _, end in members)
    if open_start and open_end:
        raise valid_but_not_read(edtf, Sentences.EXCLUDES_NO_DAY.of())
    first, last = min(part.first for part in ends), max(part.last for part in ends)
    begin = min(ends, key=lambda part: part.begins)
    end = max(ends, key=lambda part: part.last_beginning + part.length)
    # A set that is open on one side is as precise as its bound on the other.
    bound = end if open_start else begin
    is_open = open_start or open_end
    precision = bound.precision if is_open or len(ends) == 1 else precision_of(first, last)
    approximate = any(part.approximate for part in ends)
    uncertain = any(part.uncertain for part in ends)
    return EventDate(
        edtf=edtf,
        moments=Moments(
            None if open_start else begin.begins,
            None if open_end else end.last_beginning,
            None if open_start else begin.begins + begin.length,
            None if open_end else end.last_beginning + end.length,
        ),
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
        start_clock=None if open_start else begin.clock,
        end_clock=None if open_end else end.clock,
    )


def _member(text: str, edtf: str) -> tuple[SimpleDate | None, SimpleDate | None]:
    """Read a member of a set: `X`, `X..Y`, `..Y` or `X..`; None means no bound."""
    left, dots, right = text.partition("..")
    if not text:
        raise not_a_date(edtf)
    if not dots:
        part = None if names_no_year(text) else parse_simple_date(text)
        return part, part
    if not left and not right:
        raise DateError(Sentences.NAMES_NO_DAY.of(edtf))
    start, end = _end_of_interval(left), _end_of_interval(right)
    if start is not None and end is not None and end.last_instant < start.begins:
        raise DateError(Sentences.RUNS_BACKWARDS.of(edtf))
    return start, end
