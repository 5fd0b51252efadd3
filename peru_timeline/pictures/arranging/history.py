"""Drafts of an arrangement, and the way back and forth between them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from peru_timeline.chronology.arranging.edits import PictureEdits

MOST_STEPS = 200


class Draft(NamedTuple):
    """All that can be undone: the edits, and the words above the picture."""

    edits: PictureEdits
    headline: str
    caption: str


@dataclass(frozen=True, slots=True)
class History:
    """The draft of now, those before it and those that were undone."""

    now: Draft
    past: tuple[Draft, ...] = ()
    future: tuple[Draft, ...] = ()
    is_typing: bool = False

    def done(self, draft: Draft, *, is_typing: bool = False) -> History:
        """Go on to another draft; words that are typed one after the other are undone together."""
        if draft == self.now:
            return self
        if is_typing and self.is_typing:
            return replace(self, now=draft, future=())
        return History(draft, (*self.past, self.now)[-MOST_STEPS:], (), is_typing)

    def undone(self) -> History:
        """Go back to the draft before, if there is one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.now, *self.future))

    def redone(self) -> History:
        """Go forth again to the draft that was undone last, if there is one."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.now), self.future[1:])


@dataclass(slots=True)
class Histories:
    """The histories of all subjects that were arranged, by their keys; what one leaves is there when one comes back."""

    key: str
    of_others: dict[str, History] = field(default_factory=dict)

    def go_to(self, key: str, left: History, draft: Draft) -> History:
        """Leave a subject with its history for another, which begins with `draft` if it was not arranged before."""
        if key == self.key:
            return left
        self.of_others[self.key], self.key = left, key
        return self.of_others.pop(key, History(draft))
