"""Parses the signs of a whole text into EDTF: one point, or two that bound a span, a choice or a range of days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peru_timeline.chronology.dates.calendar import civil_from_day
from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.dates.simple_date import year_text
from peru_timeline.chronology.dates.written.numeric import years_in
from peru_timeline.chronology.dates.written.point import (
    NotUnderstoodError,
    Point,
    Unit,
    Written,
    write,
)
from peru_timeline.chronology.dates.written.points import point
from peru_timeline.chronology.dates.written.sentences import DateWords
from peru_timeline.chronology.dates.written.understood import (
    BareNumbers,
    Remarks,
    SeveralMeaningsError,
    Ways,
)
from peru_timeline.chronology.faults.sentences import Sentences

_BETWEEN_TWO = ("TO", "–", "-", "/")
_BOUNDS = ("<", "<=", ">", ">=")


def edtf_of(signs: Sequence[str], ways: Ways, remarks: Remarks) -> str:
    """Parse the signs of a text; raises NotUnderstoodError or SeveralMeaningsError."""
    signs = _with_long_years(list(signs))
    if "PM" in signs:
        return _give_or_take(signs, ways, remarks)
    bounds = [sign for sign in signs if sign in _BOUNDS]
    if bounds:
        rest = [sign for sign in signs if sign not in _BOUNDS and sign != "TO"]
        return _bounded(bounds, write(_whole(rest, ways, remarks), remarks))
    if "BET" in signs:
        return _between([sign for sign in signs if sign != "BET"], ways, remarks)
    if "&" in signs:
        return _neighbours(signs, ways, remarks)
    for joint in ("OR", "FROM", "NOW", *_BETWEEN_TWO):
        if joint in signs:
            return _joined(signs, ways, remarks)
    return write(_whole(signs, ways, remarks), remarks).as_moment()


def _whole(signs: Sequence[str], ways: Ways, remarks: Remarks) -> Point:
    """Read a point that must have a year of its own."""
    if not signs:
        raise NotUnderstoodError(DateWords.NO_YEAR.of())
    return point(signs, ways, remarks)


def _with_long_years(signs: list[str]) -> list[str]:
    """Split 1914-18 into two years, unless a month before it shows that it is one year in two styles."""
    made: list[str] = []
    for place, sign in enumerate(signs):
        dated = place > 0 and (
            signs[place - 1][0] in "MS" or (place > 1 and signs[place - 2][0] == "M")
        )
        is_figures = sign[0] == "N" and sign != "NOW"
        if is_figures and not dated:
            years = years_in(sign[1:])
            made += [sign] if years is None else [years[0], "–", years[1]]
        elif is_figures and place > 0 and signs[place - 1][0] == "S":
            made.append(sign[1:5])  # a winter of two years begins in the first
        else:
            made.append(sign)
    return made


def _give_or_take(signs: list[str], ways: Ways, remarks: Remarks) -> str:
    place = signs.index("PM")
    middle, more = _whole(signs[:place], ways, remarks), signs[place + 1 :]
    if len(more) != 1 or not more[0].isdigit() or middle.month or middle.unit:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(" ".join(signs)))
    year = middle.astronomical_year
    return f"[{year_text(year - int(more[0]))}..{year_text(year + int(more[0]))}]"


def _bounded(bounds: list[str], written: Written) -> str:
    if len(bounds) > 1:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(" ".join(bounds)))
    if bounds[0] == "<=":
        return f"[..{written.last_edge()}]"
    if bounds[0] == ">=":
        return f"[{written.first_edge()}..]"
    if bounds[0] == "<":
        return f"[..{_beside(written.first_edge(), -1)}]"
    return f"[{_beside(written.last_edge(), 1)}..]"


def _beside(edtf: str, step: int) -> str:
    """The year, month or day before or after a point, with the same precision."""
    date = parse_date(edtf)
    if date.earliest_start is None or date.latest_start is None:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(edtf))
    year, month, day = civil_from_day(
        date.earliest_start - 1 if step < 0 else date.latest_start + 1
    )
    parts = edtf.lstrip("-").count("-")
    mark = edtf[-1] if edtf[-1] in "~?%" else ""
    if parts == 0:
        return year_text(year) + mark
    return f"{year_text(year)}-{month:02}" + (f"-{day:02}" if parts > 1 else "") + mark


def _between(signs: list[str], ways: Ways, remarks: Remarks) -> str:
    joints = [place for place, sign in enumerate(signs) if sign in ("&", *_BETWEEN_TWO)]
    if len(joints) != 1:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(" ".join(signs)))
    if all(sign[0] not in "MSND" for sign in signs):  # “between 47 and 50” is antiquity
        ways = replace(ways, bare=BareNumbers.YEARS)
    left, right = _two_ends(signs[: joints[0]], signs[joints[0] + 1 :], ways, remarks)
    return f"[{left.first_edge()}..{right.last_edge()}]"


def _neighbours(signs: list[str], ways: Ways, remarks: Remarks) -> str:
    """Read “5 and 6 January 2023” as a span of two days; raises if the days are not neighbours."""
    place = signs.index("&")
    first, last = _two_ends(signs[:place], signs[place + 1 :], ways, remarks)
    edtf = f"{first.first_edge()}/{last.last_edge()}"
    before, after = parse_date(first.as_moment()), parse_date(last.as_moment())
    if before.latest_end != after.earliest_start:
        raise NotUnderstoodError(Sentences.SEVERAL_DATES.of(edtf.replace("/", ", ")))
    return edtf


def _joined(signs: list[str], ways: Ways, remarks: Remarks) -> str:
    is_choice = "OR" in signs
    starts = signs[:1] == ["FROM"]
    signs = [sign for sign in signs if sign != "FROM"]
    joints = [place for place, sign in enumerate(signs) if sign == "OR" or sign in _BETWEEN_TWO]
    if len(joints) > 1:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(" ".join(signs)))
    if not joints:
        goes_on = starts or signs[-1:] == ["NOW"]
        start = write(_whole([sign for sign in signs if sign != "NOW"], ways, remarks), remarks)
        return f"{start.first_edge()}/.." if goes_on else start.as_moment()
    left, right = signs[: joints[0]], signs[joints[0] + 1 :]
    if right == ["?"] and not is_choice:
        return f"{write(_whole(left, ways, remarks), remarks).first_edge()}/"
    if right in ([], ["NOW"]) and not is_choice:
        return f"{write(_whole(left, ways, remarks), remarks).first_edge()}/.."
    if not left and not is_choice:
        return _until(signs[joints[0]], right, ways, remarks)
    first, last = _two_ends(left, right, ways, remarks)
    if is_choice:
        return f"[{first.as_moment().strip('[]')},{last.as_moment().strip('[]')}]"
    return f"{first.first_edge()}/{last.last_edge()}"


def _until(joint: str, signs: list[str], ways: Ways, remarks: Remarks) -> str:
    if joint == "-" and len(signs) == 1 and signs[0].isdigit():  # -55
        year = int(signs[0])
        choices = year_text(1 - year), year_text(-year)
        raise SeveralMeaningsError(
            DateWords.YEAR_OR_RANGE.of(f"-{year}", *choices), choices=choices
        )
    end = _whole([sign for sign in signs if sign != "?"] or signs, ways, remarks)
    return f"/{write(end, remarks).last_edge()}"


def _two_ends(
    left: list[str], right: list[str], ways: Ways, remarks: Remarks
) -> tuple[Written, Written]:
    """Read both ends; each completes the other with what it leaves out."""
    if not left or not right:
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(" ".join([*left, *right])))
    right = _decade_of_two_digits(left, right)
    if (
        "CENT" in left and right[0].endswith("#") and right[-1] in ("AD", "BC")
    ):  # siglos I-III d. C.
        right = ["CENT", *right]
    if "BC" in left or "BC" in right:  # a small number beside it is a year, of whichever era
        ways = replace(ways, bare=BareNumbers.YEARS)
    first, last = point(left, ways, remarks), point(right, ways, remarks)
    if len(left) == 1 and left[0].isdigit() and right in _years_of_an_era(last):
        first = replace(first, year=int(left[0]), day=None)  # “5–2 BC”
    first, last = _same_unit(first, last)
    last = _short_year(first, last, right)
    if first.day is not None and first.month is None:
        first = replace(first, month=last.month)
    if last.day is not None and last.month is None:
        last = replace(last, month=first.month)
    if first.year is None:
        first = replace(first, year=last.year, era=first.era or last.era)
    if last.year is None:
        last = replace(last, year=first.year, era=last.era or first.era)
    if last.era and not first.era:
        first = replace(first, era=last.era)
    if first.era == "BC" and not last.era:
        raise _which_era(first, last)
    first = replace(
        first, approximate=first.approximate, uncertain=first.uncertain or last.uncertain
    )
    last = replace(
        last,
        approximate=first.approximate or last.approximate,
        uncertain=(first.uncertain and left[0] == "?") or last.uncertain,  # not of “1808?–1814”
    )
    for end in (first, last):
        if end.day is not None and end.month is None:
            raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(" ".join([*left, *right])))
    return write(first, remarks), write(last, remarks)


def _years_of_an_era(last: Point) -> tuple[list[str], ...]:
    """The signs of a point that is nothing but a year with its era."""
    year = str(last.year)
    return ([year, last.era], [last.era, year]) if last.era else ()


def _which_era(first: Point, last: Point) -> SeveralMeaningsError:
    ignored = Remarks()
    start = write(first, ignored).first_edge()
    choices = [
        f"{start}/{write(replace(last, era=era), ignored).last_edge()}" for era in ("BC", "AD")
    ]
    return SeveralMeaningsError(DateWords.WHICH_ERA.of(), choices=tuple(choices))


def _same_unit(first: Point, last: Point) -> tuple[Point, Point]:
    """Read “16th–17th century” and “siglos XVI y XVII”, which name the unit once."""
    ages = (Unit.CENTURY, Unit.MILLENNIUM)
    if last.unit in ages and not first.unit and first.month is None and first.day is not None:
        first = replace(first, unit=last.unit, year=first.day, day=None)
    if first.unit in ages and not last.unit and last.month is None and last.day is not None:
        last = replace(last, unit=first.unit, year=last.day, day=None)
    return first, last


def _short_year(first: Point, last: Point, signs: list[str]) -> Point:
    """Read the 18 of “1914–18” as a year, if the first end is only a year."""
    alone = last.day is not None and last.month is None and last.year is None and not last.unit
    years_only = first.year is not None and first.month is None and not first.unit and not first.era
    if not alone or not years_only or last.day is None or first.year is None:
        return last
    if last.day <= first.year % 100 or any("#" in sign for sign in signs):
        raise NotUnderstoodError(DateWords.NOT_UNDERSTOOD.of(" ".join(signs)))
    return replace(last, year=first.year - first.year % 100 + last.day, day=None)


def _decade_of_two_digits(left: list[str], right: list[str]) -> list[str]:
    """Complete the century of the second end of “1920s–30s” and “1914–88”."""
    long = [sign for sign in left if sign.lstrip("D").isdigit() and len(sign.lstrip("D")) == 4]
    if not long:
        return right
    is_year_alone = len([sign for sign in left if sign not in "~?"]) == 1
    hundred = long[0].lstrip("D")[:2]
    return [
        f"D{hundred}{sign[1:]}"
        if sign[0] == "D" and len(sign) == 3
        else hundred + sign
        if sign.isdigit() and len(sign) == 2 and int(sign) > 31 and is_year_alone
        else sign
        for sign in right
    ]
