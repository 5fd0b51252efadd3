"""Day numbers: the calendar as plain integers, without the limits of `datetime`.

A day number is the proleptic Gregorian ordinal that `datetime.date.toordinal` gives (1 is
0001-01-01), continued to any year; years are astronomical (0 is 1 BCE).
"""

from __future__ import annotations

_DAYS_IN_400_YEARS = 146_097
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_from_civil(year: int, month: int, day: int) -> int:
    """Return the day number of a Gregorian date (astronomical year, month 1–12, day 1–31).

    Counting years from March puts the leap day last, so that a month's offset needs no table:
    H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    """
    if month <= 2:
        year -= 1
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_IN_400_YEARS + day_of_era - 305


def civil_from_day(day: int) -> tuple[int, int, int]:
    """Return (astronomical year, month, day of the month) of a day number; source as above."""
    era, day_of_era = divmod(day + 305, _DAYS_IN_400_YEARS)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + (3 if shifted_month < 10 else -9)
    year = year_of_era + era * 400 + (1 if month <= 2 else 0)
    return year, month, day_of_year - (153 * shifted_month + 2) // 5 + 1


def day_from_julian(year: int, month: int, day: int) -> int:
    """Return the day number of a date of the Julian calendar, in which every fourth year is a leap year."""
    if month <= 2:
        year -= 1
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return year * 365 + year // 4 + day_of_year - 307


def days_in_month(year: int, month: int) -> int:
    """Return the length of a month in days."""
    leap = month == 2 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return _DAYS_IN_MONTH[month - 1] + leap
