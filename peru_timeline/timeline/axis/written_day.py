"""A day as EDTF, no more precise than a zoom level shows it."""

from __future__ import annotations

from math import floor

from peru_timeline.chronology.dates.calendar import civil_from_day

READABLE_PX = 8.0
"""A unit of time is told apart from the next where it is at least so wide."""
MONTH_DAYS, YEAR_DAYS = 30.4, 365.25


def written_day(day: float, px_per_day: float) -> str:
    """Return a day, or its month, its year, or the decade or century that it is in, where that is what one sees."""
    year, month, of_month = civil_from_day(floor(day))
    if not 0 <= year <= 9999:
        return f"Y{year}" if abs(year) > 9999 else f"-{-year:04}"
    if px_per_day >= READABLE_PX:
        return f"{year:04}-{month:02}-{of_month:02}"
    if px_per_day * MONTH_DAYS >= READABLE_PX:
        return f"{year:04}-{month:02}"
    if px_per_day * YEAR_DAYS >= READABLE_PX:
        return f"{year:04}"
    if px_per_day * YEAR_DAYS * 10 >= READABLE_PX:
        return f"{year // 10:03}X"
    return f"{year // 100:02}XX"
