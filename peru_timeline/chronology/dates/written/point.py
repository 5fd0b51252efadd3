"""A point in time as parts (year, month, season …), and how it is written in EDTF."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from peru_timeline.chronology.dates.calendar import day_from_civil, days_in_month
from peru_timeline.chronology.dates.simple_date import year_text
from peru_timeline.chronology.dates.written.sentences import DateWords
from peru_timeline.chronology.dates.written.understood import Remarks


class NotUnderstoodError(ValueError):
    """The signs are no date, or an impossible one; the message is a sentence."""


class Unit(StrEnum):
    """The unit that a point names, other than year, month and day."""

    NONE = ""
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half of a year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


@dataclass(frozen=True, slots=True)
class Point:
    """One point in time as written; parts that are not named are None, and may be taken from the other end.

    Attributes:
        year: as written, with BCE not yet applied; the first year of a decade, the number of a century.
        number: of the season (1 spring to 4 winter), quarter or half of the year.
        part: P1, P2, P3 (early, mid, late), F1, F2 (halves), Q1 to Q4 of a century, or empty.
        weekday: 0 for Monday to 6.
        time: such as T14:30:00+02:00.

    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    era: str = ""
    unit: Unit = Unit.NONE
    number: int = 0
    part: str = ""
    approximate: bool = False
    uncertain: bool = False
    weekday: int | None = None
    time: str = ""

    @property
    def astronomical_year(self) -> int:
        """The year with 0 for 1 BCE; raises NotUnderstoodError without one."""
        if self.year is None:
            raise NotUnderstoodError(DateWords.NO_YEAR.of())
        return 1 - self.year if self.era == "BC" else self.year

    @property
    def mark(self) -> str:
        """The EDTF qualifier."""
        return {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
            (self.approximate, self.uncertain), ""
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A point in EDTF: `edtf`, or, where that is empty, one moment from `first` to `last`, both simple dates."""

    edtf: str
    first: str = ""
    last: str = ""

    def as_moment(self) -> str:
        """The EDTF of the point alone."""
        return self.edtf or f"[{self.first}..{self.last}]"

    def first_edge(self) -> str:
        """The point as the beginning of a span."""
        return self.edtf or self.first

    def last_edge(self) -> str:
        """The point as the end of a span."""
        return self.edtf or self.last


def write(point: Point, remarks: Remarks) -> Written:
    """Write a point in EDTF; raises NotUnderstoodError for an impossible one."""
    if point.time and point.day is None:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(point.time))
    if point.part and point.unit in (Unit.SEASON, Unit.QUARTER, Unit.HALF):
        remarks.lose(DateWords.PART_LOST.of(_PART_WORDS[point.part].of()))
    if point.unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
        return _years(point, remarks)
    year = point.astronomical_year
    if abs(year) > 9999 and (point.month is not None or point.unit):
        remarks.lose(DateWords.DAY_LOST.of())
        return Written(year_text(year))
    if point.unit is Unit.SEASON:
        remarks.tell(DateWords.NORTHERN_SEASON.of())
        return Written(f"{year_text(year)}-{20 + point.number}{point.mark}")
    if point.unit in (Unit.QUARTER, Unit.HALF):
        months = 3 if point.unit is Unit.QUARTER else 6
        return _months(year, months * (point.number - 1) + 1, months * point.number)
    if point.month is None:
        return _year(point, year, remarks)
    if point.day is None:
        return _month(point, year, remarks)
    return _day(point, year, remarks)


def _months(year: int, first: int, last: int) -> Written:
    return Written("", f"{year_text(year)}-{first:02}", f"{year_text(year)}-{last:02}")


_MONTHS_OF_PART = {"P1": (1, 3), "P2": (5, 8), "P3": (10, 12), "F1": (1, 6), "F2": (7, 12)}
_PART_WORDS = {
    "P1": DateWords.EARLY, "P2": DateWords.MIDDLE, "P3": DateWords.LATE,
    "F1": DateWords.FIRST_HALF, "F2": DateWords.SECOND_HALF,
}  # fmt: skip


def _tell_part(point: Point, written: Written, remarks: Remarks) -> Written:
    words = _PART_WORDS.get(point.part)
    if words is not None:
        remarks.tell(DateWords.PART_OF_UNIT.of(words.of(), written.as_moment()))
    return written


def _year(point: Point, year: int, remarks: Remarks) -> Written:
    if not point.part:
        return Written(year_text(year) + (point.mark if abs(year) <= 9999 else ""))
    if point.part not in _MONTHS_OF_PART or abs(year) > 9999:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(point.part))
    return _tell_part(point, _months(year, *_MONTHS_OF_PART[point.part]), remarks)


def _month(point: Point, year: int, remarks: Remarks) -> Written:
    month, length = point.month or 0, days_in_month(year, point.month or 1)
    text = f"{year_text(year)}-{month:02}"
    days = {"P1": (1, 10), "P2": (11, 20), "P3": (21, length), "F1": (1, 15), "F2": (16, length)}
    if not point.part:
        return Written(text + point.mark)
    if point.part not in days:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(point.part))
    first, last = days[point.part]
    return _tell_part(point, Written("", f"{text}-{first:02}", f"{text}-{last:02}"), remarks)


def _day(point: Point, year: int, remarks: Remarks) -> Written:
    month, day = point.month or 0, point.day or 0
    text = f"{year_text(year)}-{month:02}-{day:02}"
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        raise NotUnderstoodError(DateWords.NO_SUCH_DAY.of(text))
    if point.part:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(point.part))
    weekday = (day_from_civil(year, month, day) - 1) % 7
    if point.weekday is not None and point.weekday != weekday:
        remarks.tell(
            DateWords.WRONG_WEEKDAY.of(
                text, DateWords.WEEKDAYS[weekday].of(), DateWords.WEEKDAYS[point.weekday].of()
            )
        )
    if (year, month, day) < (1582, 10, 15):
        remarks.tell(DateWords.OLD_CALENDAR.of())
    if not point.time or point.time.startswith("T00:00:00"):
        return Written(text + point.mark)
    if point.mark or year < 0:
        remarks.lose(DateWords.TIME_LOST.of())
        return Written(text + point.mark)
    return Written(text + point.time)


_SHARES = {  # of a decade, century or millennium: from which share of its years to which
    "P1": (0.0, 1 / 3), "P2": (1 / 3, 2 / 3), "P3": (2 / 3, 1.0), "F1": (0.0, 0.5), "F2": (0.5, 1.0),
    "Q1": (0.0, 0.25), "Q2": (0.25, 0.5), "Q3": (0.5, 0.75), "Q4": (0.75, 1.0),
}  # fmt: skip


def _years(point: Point, remarks: Remarks) -> Written:
    """Write a decade, century or millennium, or a part of one."""
    number = point.year or 0
    length = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}[point.unit]
    before = point.era == "BC"
    if number < 1 or (point.unit is not Unit.DECADE and number * length > 9999):
        raise NotUnderstoodError(DateWords.NO_YEAR.of())
    if point.unit is Unit.DECADE:
        first = 1 - (number + 9) if before else number  # "the 50s BC" are the years 59 to 50 BC
    else:  # centuries are counted from year 1: the 3rd is 201 to 300, the 3rd BC 300 to 201
        first = 1 - number * length if before else (number - 1) * length + 1
    if point.part:
        start, end = _SHARES[point.part]
        lowest, highest = first + round(start * length), first + round(end * length) - 1
        return _tell_part(point, Written("", year_text(lowest), year_text(highest)), remarks)
    if point.unit is Unit.DECADE and before:
        return Written("", year_text(first), year_text(first + 9))
    remarks.tell(DateWords.AS_MOMENT.of())
    leading = number // 10 if point.unit is Unit.DECADE else number - 1
    places = {Unit.DECADE: 3, Unit.CENTURY: 2, Unit.MILLENNIUM: 1}[point.unit]
    text = f"{'-' if before else ''}{leading:0{places}}{'X' * (4 - places)}"
    return Written(text + point.mark)
