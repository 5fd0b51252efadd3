"""Slides for PowerPoint: views as native shapes, events with their quotations, sources; made with python-pptx.

16:9; the same input gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx import Presentation

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import citation, reference
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.formats.office import without_timestamps
from peru_timeline.chronology.formats.table import actor_names, cited_sources
from peru_timeline.chronology.models import Event
from peru_timeline.chronology.text import in_language, printable
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.page import Page
from peru_timeline.pictures.palette import Palette
from peru_timeline.pictures.progress import Progress, unheard
from peru_timeline.pictures.slides.shapes import (
    SERIF,
    add_glyph,
    add_rectangle,
    add_text,
    emu,
    make_title,
    mark_decoration,
)
from peru_timeline.pictures.slides.slide_scene import draw_page
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.words import PROGRAM, words_in
from peru_timeline.pictures.writing import Box, wrapped
from peru_timeline.timeline.text_measure import BOLD, REGULAR, SEMIBOLD, TextMeasure

WIDTH_PX, HEIGHT_PX = 1600.0, 900.0
MARGIN_PX = 96.0
EVENT_TITLE_PX, DATE_PX, SUMMARY_PX, QUOTE_PX, CITATION_PX = 44.0, 24.0, 26.0, 27.0, 18.0
SOURCE_PX, SOURCE_LINE_PX = 20.0, 28.0
TITLE_LAYOUT = 5  # “Title Only” of python-pptx's own template


@dataclass(frozen=True, slots=True)
class View:
    """One overview slide, what the speaker may say to it, and the events (indices) told after it."""

    page: Page
    subject: Subject
    events: tuple[int, ...] = ()
    notes: str = ""


def deck(
    views: Sequence[View],
    palette: Palette,
    measure: TextMeasure,
    progress: Progress = unheard,
) -> bytes | None:
    """The slides: each view with a slide for each of its events, then the sources; None when stopped."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = emu(WIDTH_PX), emu(HEIGHT_PX)
    _set_properties(presentation, views[0])
    everything, done = len(views) + sum(len(view.events) for view in views), 0
    told: set[int] = set()
    for view in views:
        if not progress(done, everything):
            return None
        slide = _new_slide(presentation)
        draw_page(slide, view.page, view.subject, palette)
        slide.notes_slide.notes_text_frame.text = printable(view.notes or view.page.description)
        told.update(view.subject.events.tolist(), view.events)
        done += 1
        for index in view.events:
            if not progress(done, everything):
                return None
            _add_event(_new_slide(presentation), view.subject, index, palette, measure)
            done += 1
    _add_sources(presentation, views[0].subject, sorted(told), palette, measure)
    for slide in presentation.slides:
        mark_decoration(slide)
    content = io.BytesIO()
    presentation.save(content)
    return without_timestamps(content.getvalue())


def _set_properties(presentation: Any, view: View) -> None:
    properties = presentation.core_properties
    properties.title, properties.author = printable(view.page.title), PROGRAM
    properties.language, properties.last_modified_by = view.subject.language, PROGRAM
    properties.revision = 1


def _new_slide(presentation: Any) -> Any:
    slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_LAYOUT])
    for placeholder in slide.placeholders:  # the title is a text box of ours
        placeholder._element.getparent().remove(placeholder._element)
    return slide


def _add_event(
    slide: Any, subject: Subject, index: int, palette: Palette, measure: TextMeasure
) -> None:
    """Title, date in words, summary, one quotation with its citation; all citations in the notes."""
    chronology, language = subject.chronology, subject.language
    event, bloc = chronology.events[index], int(subject.columns.bloc[index])
    shapes, width = slide.shapes, WIDTH_PX - 2 * MARGIN_PX
    add_rectangle(shapes, Box(0, 0, WIDTH_PX, HEIGHT_PX), palette.ground, name="Ground")
    sector = chronology.sector_name(event, language)
    add_glyph(shapes, bloc, MARGIN_PX + 9, 92, 18, palette.blocs[bloc])
    kicker = " · ".join(filter(None, (sector, status_in_words(event.status, language))))
    _paragraphs(
        shapes, Box(MARGIN_PX + 30, 80, width - 30, 24), kicker, 18.0, SEMIBOLD, palette.ink_soft
    )
    y = 116.0
    title = in_language(event.title, language)
    y = _flowing(shapes, y, title, EVENT_TITLE_PX, BOLD, palette.ink, measure, 2, title=True)
    y = _flowing(
        shapes,
        y + 6,
        date_in_words(event.date, language),
        DATE_PX,
        REGULAR,
        palette.ink_soft,
        measure,
        2,
    )
    if event.summary:
        summary = in_language(event.summary, language)
        y = _flowing(shapes, y + 22, summary, SUMMARY_PX, REGULAR, palette.ink, measure, 7)
    actors = " · ".join(actor_names(chronology, event, language))
    y = _flowing(shapes, y + 12, actors, CITATION_PX, REGULAR, palette.ink_faint, measure, 2)
    _add_quotation(slide, chronology, event, y + 34, bloc, palette, measure, language)
    slide.notes_slide.notes_text_frame.text = _notes(chronology, event, language)


def _add_quotation(
    slide: Any,
    chronology: Chronology,
    event: Event,
    top: float,
    bloc: int,
    palette: Palette,
    measure: TextMeasure,
    language: str,
) -> None:
    shapes = slide.shapes
    if not event.evidence:
        words = words_in(language).no_quotation
        _flowing(shapes, top, words, CITATION_PX, REGULAR, palette.ink_faint, measure, 1)
        return
    evidence = event.evidence[0]
    source = chronology.source_by_id[evidence.source]
    quote = f"“{evidence.quote}”"
    # Source Serif runs narrower than Inter, which is what is measured.
    lines = wrapped(quote, QUOTE_PX, REGULAR, WIDTH_PX - 2 * MARGIN_PX - 60, measure)
    told = citation(evidence, source, language, address=False)
    cited = wrapped(told, CITATION_PX, REGULAR, WIDTH_PX - 2 * MARGIN_PX - 60, measure)
    height = 1.36 * QUOTE_PX * len(lines) + 1.4 * CITATION_PX * len(cited) + 16
    room = HEIGHT_PX - 40 - top
    scale = min(1.0, room / height)
    height *= scale
    add_rectangle(shapes, Box(MARGIN_PX, top, 5, height), palette.blocs[bloc], name="Quotation")
    add_text(
        shapes, Box(MARGIN_PX + 32, top, WIDTH_PX - 2 * MARGIN_PX - 32, height),
        [[(quote, QUOTE_PX * scale, REGULAR, palette.ink)]],
        font=SERIF, top=True, spacing=1.1, name="Quotation",
    )  # fmt: skip
    below = top + 1.36 * QUOTE_PX * scale * len(lines) + 12 * scale
    _paragraphs(
        shapes, Box(MARGIN_PX + 32, below, WIDTH_PX - 2 * MARGIN_PX - 32, CITATION_PX * 1.4 * len(cited)),
        told, CITATION_PX * scale, REGULAR, palette.ink_soft,
    )  # fmt: skip


def _notes(chronology: Chronology, event: Event, language: str) -> str:
    """Everything the sources say of the event, and the curator's notes."""
    told = []
    for evidence in event.evidence:
        source = chronology.source_by_id[evidence.source]
        told.append(f"“{evidence.quote}”\n— {citation(evidence, source, language)}")
    told += [in_language(note.text, language) for note in event.notes]
    return printable("\n\n".join(told)) or words_in(language).no_quotation


def _add_sources(
    presentation: Any,
    subject: Subject,
    events: Sequence[int],
    palette: Palette,
    measure: TextMeasure,
) -> None:
    """As many slides as the sources need, none cut."""
    chronology, language = subject.chronology, subject.language
    words = words_in(language)
    heading = words.sources.format("").strip().rstrip(":")
    width = WIDTH_PX - 2 * MARGIN_PX
    entries = [
        wrapped(
            f"{number}. {reference(source, language)}", SOURCE_PX, REGULAR, 0.94 * width, measure
        )
        for number, source in enumerate(cited_sources(chronology, events), start=1)
    ]
    version = words.chronology.format(program=PROGRAM, version=chronology.version)
    entries.append((f"{in_language(chronology.title, language)} · {version}",))
    slide, y, number = None, HEIGHT_PX, 0
    for lines in entries:
        height = SOURCE_LINE_PX * len(lines)
        if slide is None or y + height > HEIGHT_PX - 60:
            slide, number, y = _new_slide(presentation), number + 1, 96.0
            add_rectangle(
                slide.shapes, Box(0, 0, WIDTH_PX, HEIGHT_PX), palette.ground, name="Ground"
            )
            title = heading if number == 1 else words.continued.format(page=number)
            y = (
                _flowing(
                    slide.shapes,
                    y,
                    title,
                    EVENT_TITLE_PX,
                    BOLD,
                    palette.ink,
                    measure,
                    1,
                    title=True,
                )
                + 24
            )
        box = Box(MARGIN_PX, y, width, height)
        _paragraphs(slide.shapes, box, " ".join(lines), SOURCE_PX, REGULAR, palette.ink)
        y += height + 14


def _flowing(
    shapes: Any,
    y: float,
    text: str,
    px: float,
    weight: int,
    colour: str,
    measure: TextMeasure,
    most: int,
    *,
    title: bool = False,
) -> float:
    """A paragraph as wide as the slide allows, and where the next begins; `title`: that of the slide."""
    width = WIDTH_PX - 2 * MARGIN_PX
    lines = wrapped(text, px, weight, 0.96 * width, measure)
    # Rather smaller than cut: titles are short, summaries may be long.
    if len(lines) > most:
        px *= max(most / len(lines), 0.6)
        lines = wrapped(text, px, weight, 0.96 * width, measure)
    height = 1.3 * px * len(lines)
    if text:
        shape = _paragraphs(shapes, Box(MARGIN_PX, y, width, height), text, px, weight, colour)
        if title:
            make_title(shape)
    return y + height


def _paragraphs(shapes: Any, box: Box, text: str, px: float, weight: int, colour: str) -> Any:
    return add_text(
        shapes,
        box,
        [[(text, px, weight, colour)]],
        top=True,
        name=text[:40],
        spacing=1.05,
    )
