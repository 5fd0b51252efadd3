"""Writes dates whose parts a format states explicitly as EDTF."""

from __future__ import annotations

import re
from datetime import datetime

from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.dates.simple_date import LARGEST_FOUR_DIGIT_YEAR, DateError, year_text
from peru_timeline.chronology.dates.written.sentences import DateWords
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import FoundDate
from peru_timeline.chronology.importing.sentences import ImportWords

_STAMP = re.compile(
    r"(-?\d{1,6})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?", re.ASCII
)
_CLOCK = re.compile(r"\b(?!0?0:00)\d{1,2}:\d\d", re.ASCII)
_INTEGER = re.compile(r"-?\d{1,12}", re.ASCII)


def is_date(edtf: str) -> bool:
    """Whether a text is EDTF that names an existing date."""
    try:
        parse_date(edtf)
    except DateError:
        return False
    return True


def from_parts(year: int, month: int | None = None, day: int | None = None, time: str = "") -> str:
    """Write a date in EDTF as precisely as it is given; empty if there is no such date.

    Midnight is dropped: programs write it when the time is not known.
    """
    text = year_text(year)
    if abs(year) <= LARGEST_FOUR_DIGIT_YEAR and month:
        text += f"-{month:02}"
        if day:
            text += f"-{day:02}"
            if year >= 0 and time and not time.startswith("00:00:00"):
                text += f"T{time}"
    return text if is_date(text) else ""


def from_stamp(text: str) -> str:
    """Read `2013-03-30 11:16:00` with any year, such as -473 or 281; empty for anything else."""
    match = _STAMP.fullmatch(text.strip())
    if match is None:
        return ""
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    time = f"{int(match[4]):02}:{match[5]}:{match[6] or '00'}" if match[4] else ""
    return from_parts(year, month, day, time)


def from_datetime(value: datetime) -> str:
    """Write a moment with its offset, where it has one."""
    offset = value.strftime("%z")
    zone = "" if not offset else "Z" if offset == "+0000" else f"{offset[:3]}:{offset[3:5]}"
    return from_parts(value.year, value.month, value.day, f"{value:%H:%M:%S}{zone}")


def number(text: str) -> int | None:
    """Read a whole number, which may be written with commas or as 1850.0."""
    plain = text.strip().replace(",", "").removesuffix(".0")
    return int(plain) if _INTEGER.fullmatch(plain) else None


def between(start: str, end: str) -> str:
    """The EDTF of a span between two simple dates, or of one moment if they are equal."""
    if not end or start == end:
        return start
    edtf = f"{start}/{end}"
    return edtf if is_date(edtf) else ""


def on_lost_times(*dates: tuple[str, str]) -> tuple[Message, ...]:
    """The remark that a time of day is lost, for (EDTF, text) pairs: EDTF has none before Christ."""
    lost = any(edtf and "T" not in edtf and _CLOCK.search(text) for edtf, text in dates)
    return (DateWords.TIME_LOST.of(),) if lost else ()


def found_between(
    start: str, end: str, start_text: str, end_text: str, remarks: tuple[Message, ...] = ()
) -> FoundDate:
    """Make a date from two simple dates; if they run backwards, no date and a remark."""
    edtf = between(start, end) if start else f"/{end}" if end else ""
    if start and end and not edtf:
        shown = FoundDate(start_text, end_text).text
        return FoundDate(shown=shown, remarks=(*remarks, ImportWords.BACKWARDS.of()))
    if not edtf:  # left to be understood as a text
        return FoundDate(start_text, end_text, remarks=remarks)
    remarks = (*remarks, *on_lost_times((start, start_text), (end, end_text)))
    shown_end = "" if start == end else end_text
    return FoundDate(start_text, shown_end, edtf=edtf, remarks=remarks)
