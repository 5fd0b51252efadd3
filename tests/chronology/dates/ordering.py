"""The order of dates, one at a time; the program sorts columns of them."""

from __future__ import annotations

import numpy as np

from peru_timeline.chronology.dates.event_date import EventDate


def sort_key(date: EventDate) -> tuple[float, float]:
    """Order by the beginning, or the first day it is known to have begun by, then by the end."""
    bounds = date.moments
    start = _first_known(bounds.earliest_start, bounds.latest_start, np.nan)
    return start, _first_known(bounds.latest_end, bounds.earliest_end, start)


def _first_known(*days: float | None) -> float:
    return next(day for day in days if day is not None)
