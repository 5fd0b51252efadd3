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
    is left out. Titles that were switched on come before the others, those switched off not at all.
    """
    index = subject.chronology.event_index
    switched = {
        index[edit.event]: edit.shown
        for edit in subject.edits.events
        if edit.shown is not None and edit.event in index
    }
    shown = subject.shown.copy()
    shown[[event for event, on in switched.items() if not on]] = False
    if by_hand is None:
        events = np.flatnonzero(shown)
        importance = subject.columns.importance[events]
        ordered = [
            event
            for level in sorted(set(importance.tolist()), reverse=True)
            for event in spread(events[importance == level].tolist())
        ]
    else:
        ordered = [event for event in dict.fromkeys(by_hand) if shown[event]]
    on = [event for event, is_on in switched.items() if is_on and shown[event]]
    if by_hand is not None and focus in ordered:
        return tuple(dict.fromkeys([*on, *ordered]))
    first = [focus] if focus is not None and shown[focus] else []
    return tuple(dict.fromkeys([*first, *on, *ordered]))


def spread(events: Sequence[int]) -> list[int]:
    """The same events, so ordered that each beginning of the list is spread evenly over the whole of it.

    In order of date alone, the first twenty of a hundred would all stand at one end of the picture.
    """
    bits = max(len(events) - 1, 1).bit_length()
    reversed_bits = [int(f"{place:0{bits}b}"[::-1], 2) for place in range(len(events))]
    return [events[place] for place in np.argsort(reversed_bits, kind="stable").tolist()]
