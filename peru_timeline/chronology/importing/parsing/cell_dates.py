"""Reads the dates of tables that stand in several cells: year, month and day, a time of day beside a date, a count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.dates.simple_date import DateError
from peru_timeline.chronology.dates.written.sentences import DateWords
from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import BareNumbers, Grade, Ways
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.parsing.known_dates import from_parts, number
from peru_timeline.chronology.importing.sentences import ImportWords

_YEAR_FIRST = re.compile(
    r"(?:(BC|AD) )?(\d{1,6})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}:\d\d(?::\d\d)?))?", re.ASCII
)
CLOCK = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[ap]\.?\s?m\.?)?|\d{1,2}\s*[ap]m", re.IGNORECASE
)
"""A time of day."""


@lru_cache(maxsize=65_536)
def is_edtf(text: str) -> bool:
    """Whether a cell holds a date in EDTF."""
    try:
        parse_date(text)
    except DateError:
        return False
    return True


@lru_cache(maxsize=65_536)
def with_time(date: str, time: str) -> str:
    """A date with a time of day, if the two together are a date."""
    if not date or not CLOCK.fullmatch(time):
        return date
    both = f"{date} {time}"
    return both if understand(both).grade in (Grade.EXACT, Grade.COARSER, Grade.ASKED) else date


def of_stamp(stamp: str) -> str:
    """Read a count since 1970; its length tells seconds from milliseconds and microseconds."""
    bare = (
        BareNumbers.SECONDS
        if len(stamp) <= 10
        else BareNumbers.MILLISECONDS
        if len(stamp) <= 13
        else BareNumbers.MICROSECONDS
    )
    return understand(stamp, Ways(bare=bare)).edtf


def with_year_first(text: str) -> str:
    """Read a date of Aeon, “BC 1-11-19” or “99-10-18”; empty for anything else."""
    match = _YEAR_FIRST.fullmatch(text)
    if match is None:
        return ""
    year = 1 - int(match[2]) if match[1] == "BC" else int(match[2])
    time = match[5] or ""
    time = f"{time}:00" if len(time) in (4, 5) else time
    return from_parts(year, int(match[3]), int(match[4]), time.zfill(8) if time else "")


def of_parts(parts: Sequence[str], time: str, remarks: list[Message]) -> str:
    """Read year, month and day in cells of their own; empty if they are no date."""
    year, month, day = (number(part) if part else 0 for part in parts)
    if not parts[0] or year is None or month is None or day is None or month < 0 or day < 0:
        return ""
    if -10_000 < year < 0:
        remarks.append(ImportWords.BCE_BY_SHOWN.of(-year))
        year += 1
    if month > 12:
        remarks.append(DateWords.NO_SUCH_DAY.of("-".join(filter(None, parts))))
        return from_parts(year)
    clock = re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d))?", time)
    return from_parts(
        year,
        month,
        day,
        f"{int(clock[1]):02}:{clock[2]}:{clock[3] or '00'}" if clock is not None else "",
    )
