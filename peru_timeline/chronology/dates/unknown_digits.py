"""The first and the last day that fit a date with `X` for digits that are not known, such as 19X4-02-3X.

They are sought from either end: a year of four unknown digits has millions of days, but most ends are found at
the first year tried. Only 29 February is sought through the leap years.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from peru_timeline.chronology.dates.calendar import day_from_civil, days_in_month

_COMMON_YEAR, _LEAP_YEAR = 1999, 2000
_Table = tuple[tuple[int, int], ...]


class Days(NamedTuple):
    """A first and a last day, both included."""

    first: int
    last: int


def days_that_fit(year: str, month: str, day: str) -> Days | None:
    """Return the first and the last day of a pattern; `XX` for a part that is not given. None if there is none."""
    tables = _days_of_a_year(_COMMON_YEAR, month, day), _days_of_a_year(_LEAP_YEAR, month, day)
    before_year_0, digits = year.startswith("-"), year.removeprefix("-")
    sign = -1 if before_year_0 else 1
    # Of years before 0 the largest number comes first.
    first = _end(digits, sign, tables, last=False, descending=before_year_0)
    last = _end(digits, sign, tables, last=True, descending=not before_year_0)
    return None if first is None or last is None else Days(first, last)


def _end(
    digits: str, sign: int, tables: tuple[_Table, _Table], *, last: bool, descending: bool
) -> int | None:
    for number in _numbers(digits, descending=descending):
        year = sign * number
        if sign < 0 and number == 0:  # there is no year -0000
            continue
        table = tables[days_in_month(year, 2) == 29]
        if table:
            return day_from_civil(year, *table[-1 if last else 0])
        if not any(tables):
            return None
    return None


@lru_cache(maxsize=1024)
def _days_of_a_year(year: int, month: str, day: str) -> _Table:
    """List the months and days that fit, in order, for a year of this length."""
    return tuple(
        (number, each)
        for number in _numbers(month)
        if 1 <= number <= 12
        for each in _numbers(day)
        if 1 <= each <= days_in_month(year, number)
    )


def _numbers(pattern: str, *, descending: bool = False) -> Iterator[int]:
    """Yield the numbers that a pattern such as 19X4 stands for, in order."""
    any_digit = "9876543210" if descending else "0123456789"
    for digits in product(*(any_digit if digit == "X" else digit for digit in pattern)):
        yield int("".join(digits))
