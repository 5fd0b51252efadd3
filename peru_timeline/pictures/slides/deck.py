"""A deck of slides for PowerPoint: views as native shapes, events with their quotations, and sources.

Made with python-pptx; the same input gives the same bytes. Over a deck that was made before, our slides are made anew
in their places, and everything else in it stays as it is.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from peru_timeline.chronology.formats.office import document_property, without_timestamps
from peru_timeline.chronology.text import printable
from peru_timeline.pictures.composition.composition import Composition
from peru_timeline.pictures.composition.one_event.event_page import compose_event
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.phrases import PROGRAM
from peru_timeline.pictures.progress import Progress, unheard
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.slides.event_notes import notes_of_event
from peru_timeline.pictures.slides.office_fonts import OFFICE_MEASURES
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.renewal import Renewal, mark_as_ours, with_parts
from peru_timeline.pictures.slides.shapes import emu, mark_decoration
from peru_timeline.pictures.slides.slide_composition import draw_composition
from peru_timeline.pictures.slides.source_slides import source_pages
from peru_timeline.pictures.slides.template import HOUSE, Template
from peru_timeline.pictures.subject import Subject

MOST_EVENT_SLIDES = 500
"""Twice the shipped chronology; ten thousand take ten minutes and gigabytes."""


@dataclass(frozen=True, slots=True)
class ViewSlide:
    """A slide with a view, the speaker's notes to it, and the events (indices) that have slides after it.

    By its `key` it is found again in a deck that was made before.
    """

    key: str
    composition: Composition
    subject: Subject
    events: tuple[int, ...] = ()
    notes: str = ""


class _Planned(NamedTuple):
    """A slide to be made."""

    key: str
    title: str
    notes: str
    draw: Callable[[Any], None]


def deck(
    views: Sequence[ViewSlide],
    palette: Palette,
    progress: Progress = unheard,
    *,
    template: Template = HOUSE,
    existing: bytes | None = None,
) -> bytes | None:
    """The views, each followed by its events, then the sources; None if `progress` stopped the work.

    Raises PageError with a sentence if `existing`, the deck to be renewed, holds no slide of ours, or if there are
    more slides of events than anybody shows.
    """
    of_events = sum(len(view.events) for view in views)
    if of_events > MOST_EVENT_SLIDES:
        raise PageError(Refusal.TOO_MANY_SLIDES.of(f"{of_events:,}", f"{MOST_EVENT_SLIDES:,}"))
    renewal = None if existing is None else Renewal(existing)
    presentation = template.opened() if renewal is None else renewal.presentation
    if renewal is None and template is HOUSE:
        presentation.slide_width, presentation.slide_height = emu(1600.0), emu(900.0)
    palette = template.palette(palette)
    planned = list(_planned(views, palette, template))
    places = renewal or Renewal.of_new(presentation)
    for done, slide_plan in enumerate(planned):
        if not progress(done, len(planned)):
            return None
        slide = places.slide(slide_plan.key, template.layout(presentation))
        template.write(slide, slide_plan.title, slide_plan.draw)
        places.write_notes(slide, printable(slide_plan.notes))
        mark_decoration(slide)
        mark_as_ours(slide, slide_plan.key)
    places.drop_others("sources/")
    if renewal is None:
        _set_properties(presentation, views[0])
    content = io.BytesIO()
    presentation.save(content)
    kept = places.kept_parts()
    return without_timestamps(with_parts(content.getvalue(), kept))


def _planned(
    views: Sequence[ViewSlide], palette: Palette, template: Template
) -> Iterator[_Planned]:
    cited: set[int] = set()
    for view in views:
        composition, subject = view.composition, view.subject
        yield _Planned(
            f"view/{view.key}",
            composition.title,
            view.notes or composition.description,
            _drawing(composition, subject, palette),
        )
        cited.update(subject.events.tolist(), view.events)
        for index in view.events:
            event = subject.chronology.events[index]
            page = compose_event(
                subject, index, template.page_size, OFFICE_MEASURES, titled=template is HOUSE
            )
            yield _Planned(
                f"event/{view.key}/{event.id}",
                page.title,
                notes_of_event(subject, index),
                _drawing(page, subject, palette),
            )
    first = views[0].subject
    pages = source_pages(
        first, sorted(cited), palette, template.page_size, titled=template is HOUSE
    )
    for number, source_page in enumerate(pages, start=1):
        yield _Planned(f"sources/{number}", source_page.title, "", source_page.draw)


def _drawing(composition: Composition, subject: Subject, palette: Palette) -> Callable[[Any], None]:
    return lambda slide: draw_composition(slide, composition, subject, palette)


def _set_properties(presentation: Any, view: ViewSlide) -> None:
    properties = presentation.core_properties
    properties.title, properties.author = document_property(view.composition.title), PROGRAM
    properties.language, properties.last_modified_by = view.subject.language, PROGRAM
    properties.revision = 1
