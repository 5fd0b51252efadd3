"""Parses the signs of one point in time: “27 May 2012”, “siglo III a. C.”, “Q2 2023”, or a part such as “12”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peru_timeline.chronology.dates.written.numeric import from_figures, full_year
from peru_timeline.chronology.dates.written.point import NotUnderstoodError, Point, Unit, write
from peru_timeline.chronology.dates.written.sentences import DateWords
from peru_timeline.chronology.dates.written.understood import Remarks, SeveralMeaningsError, Ways

_UNIT_SIGNS = {"S": Unit.SEASON, "Q": Unit.QUARTER, "H": Unit.HALF}
_AGES = {"CENT": Unit.CENTURY, "MILL": Unit.MILLENNIUM, "DEC": Unit.DECADE}
_MARKS = {"~": {"approximate": True}, "?": {"uncertain": True}}


def point(signs: Sequence[str], ways: Ways, remarks: Remarks) -> Point:
    """Parse the signs of one point; raises NotUnderstoodError.

    A point may be incomplete, because the other end of a span completes it: “12” of “12–15 June 2023” is only a day.
    """
    found, rest = Point(), []
    for sign in signs:
        if (looks := _look(sign, found)) is not None:
            found = looks
        else:
            rest.append(sign)
    found = _with_rest(found, rest, ways, remarks)
    if found.unit is Unit.QUARTER and found.year is None and found.number == 0:
        raise _not_understood(signs)
    return found


def _not_understood(signs: Sequence[str]) -> NotUnderstoodError:
    return NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(" ".join(signs)))


def _look(sign: str, found: Point) -> Point | None:
    """Add a sign whose meaning does not depend on its position; None for others."""
    if sign in _MARKS:
        return replace(
            found,
            approximate=found.approximate or sign == "~",
            uncertain=found.uncertain or sign == "?",
        )
    if sign in ("BC", "AD") and not found.era:
        return replace(found, era=sign)
    kind, number = sign[0], sign[1:]
    if kind == "T" and number[:1].isdigit() and not found.time:
        return replace(found, time=sign)
    if not number.isdigit():
        return None
    if kind == "W" and found.weekday is None:
        return replace(found, weekday=int(number))
    if kind in "PF" and not found.part:
        return replace(found, part=sign)
    if kind in _UNIT_SIGNS and not found.unit:
        return replace(found, unit=_UNIT_SIGNS[kind], number=int(number))
    if kind == "L" and found.year is None:
        return replace(found, year=int(number) + 1, era="BC")
    return None


def _with_rest(found: Point, rest: list[str], ways: Ways, remarks: Remarks) -> Point:
    ages = [sign for sign in rest if sign in _AGES]
    if ages:
        return _age(found, _AGES[ages[0]], [sign for sign in rest if sign not in _AGES], ways)
    shape = "".join(_kind(sign) for sign in rest)
    if shape == "D":
        return _decade(found, rest[0][1:], ways)
    if shape == "N":
        read = from_figures(rest[0][1:], ways, remarks)
        return replace(found, year=read.year, month=read.month, day=read.day)
    if shape in ("nMN", "MnN", "MN"):
        return _dual_year(found, rest, remarks)
    if shape == "" and (found.year is not None or found.unit or found.weekday is not None):
        return found
    return _calendar(found, shape, rest, ways)


def _kind(sign: str) -> str:
    """The kind of a sign: n for a number; M, D, N, Y for month, decade, figures, short year; a blank for others."""
    if sign[0].isdigit():
        return "n"
    return sign[0] if sign[0] in "MDNY" and sign[1:2].isdigit() else " "


def _age(found: Point, unit: Unit, numbers: list[str], ways: Ways) -> Point:
    if found.unit is Unit.QUARTER and unit is Unit.CENTURY:  # a quarter of a century
        found = replace(found, part=f"Q{found.number}", unit=Unit.NONE, number=0)
    digits = numbers[0].strip("D#") if len(numbers) == 1 else ""
    if found.unit or not digits.isdigit():
        raise _not_understood(numbers)
    if unit is Unit.DECADE:
        return _decade(found, digits, ways)
    return replace(found, unit=unit, year=int(digits))


def _decade(found: Point, digits: str, ways: Ways) -> Point:
    year = int(digits)
    if year % 10:
        raise _not_understood([digits])
    if len(digits) > 2 and year % 100 == 0:
        raise _decade_or_century(found, year)
    return replace(found, unit=Unit.DECADE, year=year if found.era else full_year(digits, ways))


def _decade_or_century(found: Point, year: int) -> SeveralMeaningsError:
    """Make the question that “1800s” and “early 1800s” ask: ten years, or a hundred."""
    century = year // 100 + (found.era != "BC")
    meanings = (
        replace(found, unit=Unit.DECADE, year=year),
        replace(found, unit=Unit.CENTURY, year=century),
    )
    choices = tuple(write(meaning, Remarks()).as_moment() for meaning in meanings)
    return SeveralMeaningsError(DateWords.YEAR_OR_RANGE.of(f"{year}s", *choices), choices=choices)


def _dual_year(found: Point, rest: list[str], remarks: Remarks) -> Point:
    """Read “11 Feb 1731/32”, from times when the year began in March."""
    year, _, short = rest[-1][1:].partition("/")
    if not short.isdigit() or len(year) != 4 or not str(int(year) + 1).endswith(short):
        raise _not_understood(rest)
    remarks.tell(DateWords.DUAL_YEAR.of())
    days = [int(sign.rstrip("#")) for sign in rest[:-1] if sign[0].isdigit()]
    month = next(int(sign[1:]) for sign in rest if sign[0] == "M")
    return replace(found, year=int(year) + 1, month=month, day=days[0] if days else None)


def _is_year(sign: str) -> bool:
    return sign.isdigit() and (len(sign) > 2 or int(sign) > 31)


def _calendar(found: Point, shape: str, rest: list[str], ways: Ways) -> Point:
    """Read numbers and a month by their order."""
    numbers = [sign for sign in rest if sign[0].isdigit()]
    months = [int(sign[1:]) for sign in rest if _kind(sign) == "M"]
    month = months[0] if months else None
    if shape in ("nMn", "Mnn", "nnM"):
        first, second = numbers
        day, year = (second, first) if _is_year(first) else (first, second)
        if shape == "nnM" and day != second:
            raise _not_understood(rest)
        return replace(found, year=_year(year, found, ways), month=month, day=_day(day))
    if shape == "nn":  # “29 2012” of “May 27–29, 2012”
        return replace(found, year=_year(numbers[1], found, ways), day=_day(numbers[0]))
    if shape in ("Mn", "nM"):
        if _is_year(numbers[0]) or found.era:
            return replace(found, year=_year(numbers[0], found, ways), month=month)
        return replace(found, month=month, day=_day(numbers[0]))
    if shape == "MY":
        return replace(found, year=full_year(rest[-1][1:], ways), month=month)
    if shape == "M":
        return replace(found, month=month)
    if shape == "n":
        if _is_year(numbers[0]) or found.era:
            return replace(found, year=_year(numbers[0], found, ways))
        return replace(found, day=_day(numbers[0]))
    raise _not_understood(rest)


def _year(sign: str, found: Point, ways: Ways) -> int:
    if not sign.isdigit() or (found.era and int(sign) == 0):
        raise _not_understood([sign])
    return int(sign) if found.era else full_year(sign, ways)


def _day(sign: str) -> int:
    number = sign.rstrip("#")
    if len(number) > 2:
        raise _not_understood([sign])
    return int(number)
