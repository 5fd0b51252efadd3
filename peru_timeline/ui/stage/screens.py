"""Which screen is the audience's and which the speaker's; pure, so that it is tested without screens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

Screen = TypeVar("Screen")


class Places(NamedTuple):
    """Indices of screens; without a second one the speaker sees what the audience sees."""

    audience: int
    speaker: int | None


def places(screens: Sequence[Screen], window: Screen | None, *, swapped: bool = False) -> Places:
    """The speaker stays at the screen of the window, the audience gets the first of the others."""
    own = next((i for i, screen in enumerate(screens) if screen is window), 0)
    others = [i for i in range(len(screens)) if i != own]
    if not others:
        return Places(own, None)
    return Places(own, others[0]) if swapped else Places(others[0], own)
