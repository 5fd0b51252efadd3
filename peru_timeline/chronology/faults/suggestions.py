"""What was probably meant by a word that is not known: the nearest by spelling, by name or by alias."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.text import fold

_LONGEST_COMPARED = 200
_NEAR = 0.6
"""Share of letters in common, from which two words are near each other."""
MOST_COMPARISONS = 100_000
"""Of unknown words with known ones, in one file: about a second."""

Names = Mapping[str, Iterable[str]]
"""Id -> the names that readers know it by."""


def did_you_mean(wrong: str, known: Iterable[str]) -> Message | str:
    """Return “; did you mean "x"?” for the nearest known word, or nothing if none is near."""
    near = difflib.get_close_matches(wrong[:_LONGEST_COMPARED], list(known), n=1, cutoff=_NEAR)
    return Sentences.DID_YOU_MEAN.of(near[0]) if near else ""


def did_you_mean_id(wrong: str, names: Names) -> Message | str:
    """Return “; did you mean "united-states"?” for the id whose id, name or initials are nearest, or nothing."""
    wanted = fold(wrong[:_LONGEST_COMPARED])
    owners: dict[str, str] = {}
    for name, others in names.items():
        owners.setdefault(name, name)
        for other in others:
            owners.setdefault(fold(other), name)
    if wanted not in owners:
        for name, others in names.items():
            for other in others:
                owners.setdefault(_initials(fold(other)), name)
    owners.pop("", None)
    near = difflib.get_close_matches(wanted, owners, n=1, cutoff=_NEAR)
    return Sentences.DID_YOU_MEAN.of(owners[near[0]]) if near else ""


def _initials(name: str) -> str:
    """Return the first letters of the words of a name: “us” of “united states”."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


class Suggestions:
    """Looks for the nearest of what is known, for all unknown ids of a file, up to a number of comparisons."""

    def __init__(self) -> None:
        self._comparisons = 0
        self._found: dict[tuple[str, str], Message | str] = {}

    def nearest(self, kind: str, wrong: str, names: Names) -> Message | str:
        """Return “; did you mean …?” or nothing; `kind` is the list that the id should be in."""
        if (kind, wrong) not in self._found:
            self._comparisons += len(names)
            if self._comparisons > MOST_COMPARISONS:
                return ""
            self._found[kind, wrong] = did_you_mean_id(wrong, names)
        return self._found[kind, wrong]
