"""Progress of work that may take a while, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], bool]
"""Hears (steps done, steps in all); returns False to stop the work."""


def unheard(_done: int, _all: int) -> bool:
    """Progress that nobody follows: the work goes on."""
    return True
