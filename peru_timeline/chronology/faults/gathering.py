"""Gathers the faults of a file up to a bound: a file may have a million of one kind, which nobody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from peru_timeline.chronology.faults.fault import Fault
from peru_timeline.chronology.faults.sentences import Sentences

MOST_OF_A_KIND = 100
MOST_WITH_A_SUGGESTION = 500
"""Faults; to look for the nearest word takes longer than all else."""

MOST_EXAMINED = 10_000
"""Faults of a file that is no chronology; after so many the rest of it is not looked at."""


def bounded(faults: Iterator[Fault]) -> Iterator[Fault]:
    """Yield the first faults, and where there are more, that the rest was not examined."""
    yield from islice(faults, MOST_EXAMINED)
    if next(faults, None) is not None:
        yield Fault("", Sentences.REST_NOT_EXAMINED.of())


class Gathered:
    """The first faults of each kind, and how many more there are. A kind is what one sentence tells."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._counts: Counter[str] = Counter()
        self._last: dict[str, int] = {}

    def add(self, faults: Iterable[Fault]) -> None:
        """Add faults, in the order of the file."""
        for fault in faults:
            kind = fault.message.template
            self._counts[kind] += 1
            if self._counts[kind] <= MOST_OF_A_KIND:
                self._last[kind] = len(self._faults)
                self._faults.append(fault)

    def __len__(self) -> int:
        return self._counts.total()

    @property
    def may_suggest(self) -> bool:
        """Whether there are so few faults yet that the nearest word may be sought."""
        return len(self) < MOST_WITH_A_SUGGESTION

    def faults(self) -> list[Fault]:
        """Return the faults; the last of a kind tells how many more there are."""
        told = list(self._faults)
        for kind, count in self._counts.items():
            if count > MOST_OF_A_KIND:
                last = told[self._last[kind]]
                more = f"{count - MOST_OF_A_KIND:,}"
                message = Sentences.AND_MORE.of(last.message, more)
                told[self._last[kind]] = last._replace(message=message)
        return told
