"""A remark for the editor: where it applies, what is doubtful, and how to mend it."""

from __future__ import annotations

from typing import NamedTuple


class Remark(NamedTuple):
    """One remark. Unlike a fault, it does not prevent a file from being opened."""

    place: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}; {self.remedy}"
