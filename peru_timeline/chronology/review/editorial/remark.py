"""A remark: what an editor should look at again, where it stands and what would mend it."""

from __future__ import annotations

from typing import NamedTuple


class Remark(NamedTuple):
    """One remark. Unlike a fault it does not keep a file from being opened."""

    place: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}; {self.remedy}"
