"""Dates in figures alone: 27/05/2012, 2012-5-7, 05/2012, 1914-18, 44927."""

from __future__ import annotations

import re

from peru_timeline.chronology.dates.calendar import civil_from_day, day_from_civil
from peru_timeline.chronology.dates.simple_date import year_text
from peru_timeline.chronology.dates.written.point import NotUnderstoodError, Point
from peru_timeline.chronology.dates.written.sentences import DateWords
from peru_timeline.chronology.dates.written.understood import (
    BareNumbers,
    NumberOrder,
    Remarks,
    SeveralMeaningsError,
    Ways,
)

_CENTURIES = (1900, 2000)
_DAY_ZERO = {  # the day before the first of a spreadsheet's days; of 1900 after its leap day that never was
    BareNumbers.DAYS_1900: day_from_civil(1899, 12, 30),
    BareNumbers.DAYS_1904: day_from_civil(1904, 1, 1),
}
_A_SECOND = {
    BareNumbers.SECONDS: 1,
    BareNumbers.MILLISECONDS: 1000,
    BareNumbers.MICROSECONDS: 1_000_000,
}
EPOCH = day_from_civil(1970, 1, 1)
LARGEST_SERIAL = 2_958_465
"""31 December 9999 in a spreadsheet."""


def full_year(digits: str, ways: Ways) -> int:
    """Read a year of two to four digits; raises SeveralMeaningsError if two digits leave the century open."""
    year = int(digits)
    if len(digits) > 2 or ways.bare is BareNumbers.YEARS:
        return year
    if ways.century is None:
        raise SeveralMeaningsError(DateWords.WHICH_CENTURY.of(digits), "century", _CENTURIES)
    return ways.century + (year - ways.century) % 100


def from_figures(text: str, ways: Ways, remarks: Remarks) -> Point:
    """Read two or three numbers with the same separator between them."""
    parts = re.split("[/.-]", text)
    if len(parts) == 2:
        return _month_and_year(parts, text)
    first, second, third = parts
    if len(first) > 2:
        month, day = (second, third) if int(second) <= 12 else (third, second)
        return _with_zeros(int(first), int(month), int(day))
    if len(third) < 3 and int(first) > 31:
        return Point(year=full_year(first, ways), month=int(second), day=int(third))
    day_first = _is_day_first(text, int(first), int(second), ways, remarks)
    day, month = (first, second) if day_first else (second, first)
    return _with_zeros(full_year(third, ways), int(month), int(day))


def _with_zeros(year: int, month: int, day: int) -> Point:
    """Read a month or day of 0 as not known, which is how databases write it."""
    if month == 0:
        return Point(year=year)
    return Point(year=year, month=month, day=day or None)


def _is_day_first(text: str, first: int, second: int, ways: Ways, remarks: Remarks) -> bool:
    if first == second or (first > 12) != (second > 12):
        return first >= second
    if first > 12:
        raise NotUnderstoodError(DateWords.NO_SUCH_DAY.of(text))
    order = ways.order
    if order is None and (ways.language.startswith("es") or "." in text):
        order = NumberOrder.DAY_FIRST
    if order is None:
        raise SeveralMeaningsError(
            DateWords.DAY_OR_MONTH.of(f"{first}/{second}", f"{second}/{first}"),
            "order",
            tuple(NumberOrder),
        )
    is_day_first = order is NumberOrder.DAY_FIRST
    remarks.tell((DateWords.DAY_FIRST if is_day_first else DateWords.MONTH_FIRST).of())
    return is_day_first


def _month_and_year(parts: list[str], text: str) -> Point:
    first, second = parts
    year, month = (first, second) if len(first) == 4 else (second, first)
    if not 1 <= int(month) <= 12:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(text))
    return Point(year=int(year), month=int(month))


def years_in(text: str) -> tuple[str, str] | None:
    """Read the two years of a text such as 1914-18; None for a year and a month such as 2012-05.

    Raises SeveralMeaningsError if it may be either, or a season of EDTF.
    """
    match = re.fullmatch(r"(\d{4})([-/])(\d{1,2})", text)
    if match is None:
        return None
    year, sign, short = match[1], match[2], match[3]
    later = int(short) > int(year[4 - len(short) :])
    end = year[: 4 - len(short)] + short
    is_month = 1 <= int(short) <= 12
    if not is_month and not later:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(text))
    if is_month and (not later or (sign == "-" and len(short) == 2)):
        return None
    if not is_month and not (sign == "-" and 21 <= int(short) <= 24):
        return year, end
    other = f"{year}-{int(short):02}"
    message = DateWords.YEAR_OR_RANGE.of(text, other, f"{year}/{end}")
    raise SeveralMeaningsError(message, choices=(other, f"{year}/{end}"))


def from_bare_number(digits: str, ways: Ways, remarks: Remarks) -> Point:
    """Read a number that is alone in its cell."""
    number = float(digits)
    if ways.bare in _DAY_ZERO and 1 <= number <= LARGEST_SERIAL:
        remarks.tell(DateWords.SERIAL.of())
        return _moment(_DAY_ZERO[ways.bare] + int(number), round(number % 1 * 86_400))
    if ways.bare in _A_SECOND:
        remarks.tell(DateWords.EPOCH.of())
        day, second = divmod(int(number // _A_SECOND[ways.bare]), 86_400)
        return _moment(EPOCH + day, second, "Z")
    is_padded = len(digits) > 4 and digits[0] == "0"
    if "." in digits or is_padded or ways.bare not in (None, BareNumbers.YEARS):
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(digits))
    if ways.bare is BareNumbers.YEARS or len(digits) in (3, 4):
        return Point(year=int(digits))
    if len(digits) == 8:
        return Point(year=int(digits[:4]), month=int(digits[4:6]), day=int(digits[6:]))
    if len(digits) in (10, 13) and digits[0] == "1":
        bare = BareNumbers.SECONDS if len(digits) == 10 else BareNumbers.MILLISECONDS
        return from_bare_number(digits, Ways(bare=bare), remarks)
    if len(digits) <= 2:
        raise SeveralMeaningsError(
            DateWords.WHICH_CENTURY.of(digits),
            "bare",
            choices=tuple(year_text(int(digits) + first) for first in (0, *_CENTURIES)),
        )
    if len(digits) == 5:
        raise SeveralMeaningsError(
            DateWords.WHICH_NUMBER.of(digits), "bare", (BareNumbers.DAYS_1900, BareNumbers.YEARS)
        )
    raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(digits))


def _moment(day: int, second: int, zone: str = "") -> Point:
    year, month, day_of_month = civil_from_day(day)
    if not 1 <= year <= 9999:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(year))
    minute, second = divmod(second, 60)
    hour, minute = divmod(minute, 60)
    time = f"T{hour:02}:{minute:02}:{second:02}{zone}"
    return Point(year=year, month=month, day=day_of_month, time=time)
