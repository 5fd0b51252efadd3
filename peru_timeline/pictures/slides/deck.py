"""A deck of slides for PowerPoint, 16:9: views as native shapes, events with their quotations, and sources.

Made with python-pptx; the same input gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx import Presentation

from peru_timeline.chronology.formats.office import without_timestamps
from peru_timeline.chronology.text import printable
from peru_timeline.pictures.page import Page
from peru_timeline.pictures.phrases import PROGRAM
from peru_timeline.pictures.progress import Progress, unheard
from peru_timeline.pictures.slides.event_slide import add_event
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.shapes import emu, mark_decoration
from peru_timeline.pictures.slides.slide_scene import draw_page
from peru_timeline.pictures.slides.slide_text import HEIGHT_PX, WIDTH_PX, add_slide
from peru_timeline.pictures.slides.source_slides import add_sources
from peru_timeline.pictures.subject import Subject
from peru_timeline.timeline.text_measure import TextMeasure


@dataclass(frozen=True, slots=True)
class PageSlide:
    """A slide with a page, the speaker's notes to it, and the events (indices) that have slides after it."""

    page: Page
    subject: Subject
    events: tuple[int, ...] = ()
    notes: str = ""


def deck(
    views: Sequence[PageSlide], palette: Palette, measure: TextMeasure, progress: Progress = unheard
) -> bytes | None:
    """The views, each followed by its events, then the sources; None if `progress` stopped the work."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = emu(WIDTH_PX), emu(HEIGHT_PX)
    _set_properties(presentation, views[0])
    steps, done = len(views) + sum(len(view.events) for view in views), 0
    cited: set[int] = set()
    for view in views:
        if not progress(done, steps):
            return None
        slide = add_slide(presentation)
        draw_page(slide, view.page, view.subject, palette)
        slide.notes_slide.notes_text_frame.text = printable(view.notes or view.page.description)
        cited.update(view.subject.events.tolist(), view.events)
        done += 1
        for index in view.events:
            if not progress(done, steps):
                return None
            add_event(add_slide(presentation), view.subject, index, palette, measure)
            done += 1
    add_sources(presentation, views[0].subject, sorted(cited), palette, measure)
    for slide in presentation.slides:
        mark_decoration(slide)
    content = io.BytesIO()
    presentation.save(content)
    return without_timestamps(content.getvalue())


def _set_properties(presentation: Any, view: PageSlide) -> None:
    properties = presentation.core_properties
    properties.title, properties.author = printable(view.page.title), PROGRAM
    properties.language, properties.last_modified_by = view.subject.language, PROGRAM
    properties.revision = 1
