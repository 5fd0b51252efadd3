"""The dates of many events as columns: each distinct text is parsed once, the rest is arithmetic.

event_date.py defines what a date means; a test compares these columns with it, date by date. Days are those of
EventDate.moments: with a fraction where a time of day is given.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.dates.clock import Moments
from peru_timeline.chronology.dates.edtf import parse_simple_date
from peru_timeline.chronology.dates.event_date import LONGEST_TEXT, EventDate, parse_date
from peru_timeline.chronology.dates.simple_date import DateError, SimpleDate

Days = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class DateColumns:
    """Fields of EventDate and of its moments as arrays, shape (number of events,); NaN where a day is unknown."""

    earliest_start: Days
    latest_start: Days
    earliest_end: Days
    latest_end: Days
    is_span: Flags
    approximate_start: Flags
    approximate_end: Flags
    uncertain: Flags
    open_start: Flags
    open_end: Flags
    unknown_end: Flags

    @property
    def approximate(self) -> Flags:
        """Whether either end is marked approximate."""
        return self.approximate_start | self.approximate_end

    @property
    def is_day(self) -> Flags:
        """Whether it is one moment known to the day, or even to the second."""
        is_day: Flags = ~self.is_span & (self.earliest_start == self.latest_start)
        return is_day

    @property
    def sort_keys(self) -> tuple[Days, Days]:
        """Keys to sort by: the first, then the second; see EventDate.sort_key."""
        start = np.where(np.isnan(self.earliest_start), self.latest_start, self.earliest_start)
        end = np.where(np.isnan(self.latest_end), self.earliest_end, self.latest_end)
        return start, np.where(np.isnan(end), start, end)

    def take(self, order: NDArray[np.intp]) -> DateColumns:
        """Return the same dates in another order."""
        return DateColumns(*(getattr(self, field.name)[order] for field in fields(self)))

    def followed_by(self, others: DateColumns) -> DateColumns:
        """Return these dates and then the others."""
        names = [field.name for field in fields(self)]
        return DateColumns(
            *(np.concatenate((getattr(self, name), getattr(others, name))) for name in names)
        )


_UNKNOWN, _OPEN, _SAME = 0, 1, 2
"""Codes of an end that is not a day: empty, "..", and absent because the date is a moment."""
_SPECIAL = re.compile(r"\[|\{|XXXX")
"""What a date has that is not made of simple dates with known years."""


class _DateCodes(dict[str, int]):
    """The text of a simple date -> its number in order of first use."""

    def __init__(self) -> None:
        super().__init__({"": _UNKNOWN, "..": _OPEN})
        self.parts: list[SimpleDate | None] = [None, None, None]
        self.whole: dict[int, EventDate] = {}  # code -> date that has no SimpleDate, such as a set
        # Of each simple date, for arithmetic; NaN where a day is unknown.
        nothing = [np.nan] * 3
        self.first, self.last = array("d", nothing), array("d", nothing)
        self.last_instant, self.length = array("d", nothing), array("d", nothing)

    def __missing__(self, text: str) -> int:
        code = len(self.parts)
        part = None
        if _SPECIAL.search(text):
            self.whole[code] = parse_date(text)
        else:
            part = parse_simple_date(text)
        self[text] = code
        self.parts.append(part)
        self.first.append(np.nan if part is None else part.begins)
        self.last.append(np.nan if part is None else part.last_beginning)
        self.last_instant.append(np.nan if part is None else part.last_instant)
        self.length.append(np.nan if part is None else part.length)
        return code


class DateColumnsBuilder:
    """Collects dates batch by batch and returns them as columns."""

    def __init__(self) -> None:
        self._codes = _DateCodes()
        self._start: list[NDArray[np.int32]] = []
        self._end: list[NDArray[np.int32]] = []

    def add(self, texts: Sequence[str]) -> None:
        """Add dates; raises DateError, and adds none, if one is faulty."""
        if max(map(len, texts), default=0) > LONGEST_TEXT:
            raise DateError("is too long for a date")
        ends = [(text, "", "") if _SPECIAL.search(text) else text.partition("/") for text in texts]
        codes = self._codes
        start = np.array([codes[left] for left, _, _ in ends], np.int32)
        end = np.array([codes[right] if slash else _SAME for _, slash, right in ends], np.int32)
        is_span = end != _SAME
        if (start <= _OPEN)[~is_span].any() or ((start <= _OPEN) & (end <= _OPEN)).any():
            raise DateError("names no day")
        # Not the whole arrays: a batch may be one event.
        if (_taken(codes.last_instant, end) < _taken(codes.first, start)).any():
            raise DateError("runs backwards")
        self._start.append(start)
        self._end.append(end)

    def columns(self) -> DateColumns:
        """Return all dates added so far, in the order of adding."""
        none = np.zeros(0, np.int32)
        start = np.concatenate([none, *self._start])
        end = np.concatenate([none, *self._end])
        parts = self._codes.parts
        first, last = np.array(self._codes.first), np.array(self._codes.last)
        length = np.array(self._codes.length)
        approximate = np.array([part is not None and part.approximate for part in parts])
        uncertain = np.array([part is not None and part.uncertain for part in parts])
        is_span = end != _SAME
        end_part = np.where(is_span, end, start)
        # See event_date.py: an end bounds the start, and the start the end.
        latest_start = np.fmin(last[start], last[end_part])
        columns = DateColumns(
            earliest_start=first[start],
            latest_start=np.where(first[start] > latest_start, first[start], latest_start),
            earliest_end=np.fmax(first[start] + length[start], first[end_part] + length[end_part]),
            latest_end=last[end_part] + length[end_part],
            is_span=is_span,
            approximate_start=approximate[start],
            approximate_end=approximate[end_part],
            uncertain=uncertain[start] | uncertain[end_part],
            open_start=start == _OPEN,
            open_end=end == _OPEN,
            unknown_end=end == _UNKNOWN,
        )
        for number in np.flatnonzero(np.isin(start, list(self._codes.whole))).tolist():
            date = self._codes.whole[start[number]]
            for field in fields(columns):
                owner = date.moments if field.name in Moments._fields else date
                value = getattr(owner, field.name)
                getattr(columns, field.name)[number] = np.nan if value is None else value
        return columns


def _taken(values: array[float], codes: NDArray[np.int32]) -> Days:
    return np.array([values[code] for code in codes.tolist()])
