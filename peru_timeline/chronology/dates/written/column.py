"""Settles what the texts of one column have in common: day or month first, years or spreadsheet days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from peru_timeline.chronology.dates.written.understood import (
    BareNumbers,
    NumberOrder,
    Ways,
)

_TWO_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?!\d)", re.ASCII)
_BARE = re.compile(r"(\d+)(?:\.\d+)?", re.ASCII)
_ERA = re.compile(r"\b(?:bc|bce|ad|ce)\b|\ba\. ?c\.|\bd\. ?c\.", re.IGNORECASE)
_MIDNIGHT = re.compile(r"-?\d{4,}-(\d\d-\d\d)T00:00:00(?:Z|\+00:00)?", re.ASCII)
_SERIALS = range(10_000, 80_000)
"""From 1927 to 2119, as days of a spreadsheet."""
_UNDECIDED = Ways(january=None)
_USUAL_SHARE = 3 / 365.25
"""Of first days of January among all days, thrice: with more, some of them stand for years."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The ways of a column, and what its texts leave open, by field of Ways: how many texts show each answer."""

    ways: Ways
    evidence: tuple[tuple[str, str, int], ...] = ()


def decide_column(texts: Iterable[str], ways: Ways = _UNDECIDED) -> Decided:
    """Find how the texts of a column are to be read; what `ways` already sets stays."""
    counts = Counter(text.strip() for text in texts)
    evidence: list[tuple[str, str, int]] = []
    found = ways
    if found.order is None:
        order, seen = _order(counts)
        found, evidence = replace(found, order=order), [*evidence, *seen]
    if found.bare is None:
        found = replace(found, bare=_bare(counts))
    if found.january is None:
        found = replace(found, january=_january(counts))
    return Decided(found, tuple(evidence))


def _order(counts: Counter[str]) -> tuple[NumberOrder | None, list[tuple[str, str, int]]]:
    """Decide by the numbers above 12, if they are all in the same position."""
    day_first = month_first = 0
    for text, count in counts.items():
        for first, second in _TWO_NUMBERS.findall(text):
            day_first += count * (int(first) > 12 >= int(second))
            month_first += count * (int(second) > 12 >= int(first))
    seen = [
        ("order", order.value, count)
        for order, count in (
            (NumberOrder.DAY_FIRST, day_first),
            (NumberOrder.MONTH_FIRST, month_first),
        )
        if count
    ]
    if day_first and not month_first:
        return NumberOrder.DAY_FIRST, seen
    if month_first and not day_first:
        return NumberOrder.MONTH_FIRST, seen
    return None, seen


def _bare(counts: Counter[str]) -> BareNumbers | None:
    numbers = [
        int(match[1]) for text in counts if (match := _BARE.fullmatch(text)) and len(text) < 20
    ]
    others = [text for text in counts if text and not _BARE.fullmatch(text)]
    if not numbers:
        return None
    if all(number in _SERIALS for number in numbers) and len(numbers) > len(others):
        return BareNumbers.DAYS_1900
    of_antiquity = any(100 <= number < 1000 for number in numbers) or any(map(_ERA.search, others))
    if of_antiquity and all(number < 3000 for number in numbers):
        return BareNumbers.YEARS
    return None


def _january(counts: Counter[str]) -> bool | None:
    """Whether 1 January stands for a year: no if it is not more frequent than by chance, yes if it is the only day."""
    days = Counter[str]()
    for text, count in counts.items():
        if (match := _MIDNIGHT.fullmatch(text)) is not None:
            days[match[1]] += count
    total, first = days.total(), days["01-01"]
    if first <= max(1.0, total * _USUAL_SHARE):
        return False
    return True if first == total else None
