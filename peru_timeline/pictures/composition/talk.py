"""Talk: views in order, each with its events in order, as the steps that a speaker takes through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.query import Facets
from peru_timeline.chronology.text import in_language
from peru_timeline.chronology.views import SavedView
from peru_timeline.pictures.composition.choosing import candidates
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import (
    Composition,
    CompositionSpec,
    Measures,
)
from peru_timeline.pictures.composition.whole.key_titles import is_whole
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.sizes import NAMED, PageSize
from peru_timeline.pictures.subject import Subject, make_subject
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.view import view_of

MOST_KEPT = 64  # compositions; the ones before and after the present step are asked for again


SLIDE = NAMED["16:9"]


class Step(NamedTuple):
    """Where a talk is: the index of the view, and the index of the event in focus (None for none)."""

    view: int
    focus: int | None = None


class Talk:
    """The views of a talk in one language, composed for the size of a screen."""

    def __init__(
        self,
        views: Sequence[SavedView],
        chronology: Chronology,
        columns: Columns,
        facets: Facets,
        language: str,
        measures: Measures,
        slide_measures: Measures | None = None,
    ) -> None:
        """`views` must not be empty, and every id in them must be in the chronology.

        `slide_measures` are those of slides: what a view tells on the stage is chosen from what its slide tells.
        """
        self.views = tuple(views)
        self.chronology, self.language = chronology, language
        self._columns, self._facets, self.measures = columns, facets, measures
        self._slide_measures = slide_measures or measures
        self._kept = lru_cache(maxsize=MOST_KEPT)(self._composed)
        self._held = lru_cache(maxsize=MOST_KEPT)(self._fitting)
        self._subjects = lru_cache(maxsize=None)(self._subject)

    def __len__(self) -> int:
        return len(self.views)

    # --- what is shown -----------------------------------------------------------------------

    def subject(self, view: int) -> Subject:
        """The events of the view at an index."""
        return self._subjects(view)

    def headline(self, view: int) -> str:
        """What the view shows, in a few words."""
        saved = self.views[view]
        by_hand = saved.picture.headline if saved.picture else None
        return in_language(by_hand or saved.name, self.language)

    def caption(self, view: int) -> str:
        """What is said below the headline; may be empty."""
        caption = self.views[view].caption
        return in_language(caption, self.language) if caption else ""

    def by_hand(self, view: int) -> tuple[int, ...] | None:
        """The events that the view names itself; None if their importance decides."""
        named, index = self.views[view].events, self.chronology.event_index
        return None if named is None else tuple(index[event] for event in named)

    def slide(self, view: int, size: PageSize = SLIDE, *, titled: bool = True) -> CompositionSpec:
        """What the slide of a view asks for."""
        return CompositionSpec(
            size,
            self.headline(view),
            self.caption(view),
            self.subject(view).selection,
            self.by_hand(view),
            titled=titled,
            place=f"{view + 1} / {len(self)}",
        )

    def notes(self, view: int) -> str:
        """What the speaker wants to say there; may be empty."""
        notes = self.views[view].notes
        return in_language(notes, self.language) if notes else ""

    def composition(self, step: Step, size: PageSize) -> Composition:
        """What the audience sees; raises PageError if the screen has no room for a timeline."""
        return self._kept(step, size)

    def events(self, view: int, size: PageSize) -> tuple[int, ...]:
        """The events that the view tells, by date: the same for each of its steps."""
        opening = self.opening(view)
        if self._names_keys(opening):
            return tuple(sorted(self._held(view, size)))
        return self._kept(opening, size).events

    def opening(self, view: int) -> Step:
        """The step at which a view opens: with its own event in focus, if it has one."""
        return Step(view, self.subject(view).selection)

    # --- steps -------------------------------------------------------------------------------

    def forward(self, step: Step, size: PageSize) -> Step:
        """The next event; after the last of a view the next view; at the very end the same step."""
        return self._beside(step, size, 1)

    def back(self, step: Step, size: PageSize) -> Step:
        """The event before; before the first of a view the view before; at the beginning the same step."""
        return self._beside(step, size, -1)

    def _beside(self, step: Step, size: PageSize, way: int) -> Step:
        events = self.events(step.view, size)
        before_all = 0 if way > 0 else -1
        place = events.index(step.focus) + way if step.focus in events else before_all
        if 0 <= place < len(events):
            return Step(step.view, events[place])
        view = step.view + way
        return self.opening(view) if 0 <= view < len(self) else step

    def near(self, view: int) -> Step:
        """The opening of the view at an index; beyond the ends, of the first or the last."""
        return self.opening(min(max(view, 0), len(self) - 1))

    # --- parts -------------------------------------------------------------------------------

    def _subject(self, view: int) -> Subject:
        found = view_of(self.views[view])
        made = make_subject(self.chronology, self._columns, self._facets, found, self.language)
        selected = made.selection
        if selected is not None and not made.shown[selected]:
            made = replace(made, view=replace(found, selection=None))
        return made

    def _composed(self, step: Step, size: PageSize) -> Composition:
        subject, held = self.subject(step.view), self._held(step.view, size)
        spec = CompositionSpec(
            size,
            self.headline(step.view),
            self.caption(step.view),
            step.focus,
            by_hand=None if self._names_keys(step) else held,
            place=f"{step.view + 1} / {len(self)}",
            sources=False,
        )
        if step.focus is not None:
            told = sorted({*held, step.focus})
            place = told.index(step.focus) + 1
            said = phrases_in(self.language).place.format(number=place, events=len(told))
            spec = replace(spec, panel_foot=said)
        return compose_for_audience(subject, spec, self.measures)

    def _names_keys(self, step: Step) -> bool:
        """Whether it opens a view of the whole, which names every key event, as on a slide."""
        chosen = step.focus is not None or self.by_hand(step.view) is not None
        return not chosen and is_whole(self.subject(step.view))

    def _fitting(self, view: int, size: PageSize) -> tuple[int, ...]:
        """The events of all steps of a view: those that have room beside a panel, so that none of them moves."""
        subject, by_hand = self.subject(view), self.by_hand(view)
        if by_hand is None and not is_whole(subject):
            by_hand = compose_for_audience(subject, self.slide(view), self._slide_measures).events
        focus = subject.selection
        if focus is None:
            first = candidates(subject, None, by_hand)
            focus = first[0] if first else None
        asked = CompositionSpec(
            size,
            self.headline(view),
            self.caption(view),
            focus,
            by_hand,
            panel_foot=" ",
            sources=False,
        )
        kept = set(compose_for_audience(subject, asked, self.measures).events)
        return tuple(event for event in candidates(subject, focus, asked.by_hand) if event in kept)
