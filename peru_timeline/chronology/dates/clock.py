"""Points in time: times of day, read as EDTF writes them, ordered by instant, and kept as written.

A time with an offset from UTC is an instant; one without is taken for UTC, because nothing says otherwise. Beyond EDTF,
seconds may be left out, as people and most programs do: 11:00 is drawn as 11:00:00 and stays written as it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

SECOND = 1 / 86_400
"""A second, in days: how long a moment with a time of day lasts."""
_FARTHEST_WEST, _FARTHEST_EAST = -12 * 60, 14 * 60  # minutes; no clock on earth is further from UTC

_TIME = re.compile(
    r"((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?|24:00(?::00(?:\.0{1,9})?)?)"
    r"(Z|[+-]\d\d(?::?[0-5]\d)?)?",
    re.ASCII,
)


class Clock(NamedTuple):
    """The time of day at which a date begins or ends.

    Attributes:
        day: number of the day as written.
        time: as written, such as 11:00, 23:59:59 or 23:59:59.5.
        zone: as written, such as Z or +02:30; empty if none is given.
        instant: the same moment of UTC, in days.

    """

    day: int
    time: str
    zone: str
    instant: float


class Moments(NamedTuple):
    """The four bounds of a date as points in time, in days with fractions; None where unknown or open.

    They are what events are ordered and drawn by: of a time with a zone the instant. Without times of day they are
    the bounds of EventDate.
    """

    earliest_start: float | None
    latest_start: float | None
    earliest_end: float | None
    latest_end: float | None


def read_clock(day: int, text: str) -> Clock | None:
    """Read what follows the T of a date and time; None for what is no time of day."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    zone = found[2] or ""
    offset = _minutes(zone)
    if offset is None:
        return None
    hours, minutes, *seconds = found[1].split(":")
    since_midnight = int(hours) * 3600 + int(minutes) * 60 + sum(map(float, seconds))
    return Clock(day, found[1], zone, day + (since_midnight - offset * 60) * SECOND)


def _minutes(zone: str) -> int | None:
    """Return how far a zone is ahead of UTC; None for an offset that no place has, and for -00:00."""
    if zone in ("", "Z"):
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = int(digits[:2]) * 60 + int(digits[2:])
    if zone.startswith("-"):
        # ISO 8601 has no offset of minus nothing.
        return -offset if 0 < offset <= -_FARTHEST_WEST else None
    return offset if offset <= _FARTHEST_EAST else None
