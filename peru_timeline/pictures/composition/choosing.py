"""Which events go before an audience first: those chosen by hand, else by importance, spread over the time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from peru_timeline.pictures.subject import Subject

MOST_EVENTS = 20
"""An audience takes in no more of them at once."""
MOST_TRIED = 120
"""Candidates that are tried for a place; those after them are the least important of many."""


def candidates(
    subject: Subject, focus: int | None, by_hand: Sequence[int] | None = None
) -> tuple[int, ...]:
    """Indices of the events of a subject, in the order in which they get a place: the one in focus first.

    Chosen by hand, they keep their order, whichever is in focus, and no others follow; what the subject does not show
    is left out.
    """
    shown = subject.shown
    if by_hand is None:
        events = subject.events
        importance = subject.columns.importance[events]
        ordered = [
            event
            for level in sorted(set(importance.tolist()), reverse=True)
            for event in spread(events[importance == level].tolist())
        ]
    else:
        ordered = [event for event in dict.fromkeys(by_hand) if shown[event]]
        if focus in ordered:
            return tuple(ordered)
    first = [focus] if focus is not None and shown[focus] else []
    return tuple(dict.fromkeys([*first, *ordered]))


def spread(events: Sequence[int]) -> list[int]:
    """The same events, so ordered that each beginning of the list is spread evenly over the whole of it.

    In order of date alone, the first twenty of a hundred would all stand at one end of the picture.
    """
    bits = max(len(events) - 1, 1).bit_length()
    reversed_bits = [int(f"{place:0{bits}b}"[::-1], 2) for place in range(len(events))]
    return [events[place] for place in np.argsort(reversed_bits, kind="stable").tolist()]
