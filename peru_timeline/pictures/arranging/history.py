"""Drafts of an arrangement, and the way back and forth between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
