"""The slide of one event: title, date, summary, actors and a quotation; all quotations are in its notes."""

from __future__ import annotations

from typing import Any

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.citation import citation
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.formats.table import actor_names
from peru_timeline.chronology.models import Event
from peru_timeline.chronology.text import in_language, printable
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.shapes import add_glyph, add_rectangle, add_text
from peru_timeline.pictures.slides.slide_text import (
    HEIGHT_PX,
    MARGIN_PX,
    TEXT_WIDTH_PX,
    TITLE_PX,
    add_flowing,
    add_paragraph,
    fill_ground,
)
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box, wrapped
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import BOLD, REGULAR, SEMIBOLD, SERIF

KICKER_PX, DATE_PX, SUMMARY_PX, QUOTATION_PX, CITATION_PX = 18.0, 24.0, 26.0, 27.0, 18.0
INDENT_PX = 32.0  # of a quotation
QUOTATION_LINE_EM, CITATION_LINE_EM = 1.36, 1.4


def add_event(
    slide: Any, subject: Subject, index: int, palette: Palette, measure: TextMeasure
) -> None:
    """Write about an event (its index) on an empty slide."""
    chronology, language = subject.chronology, subject.language
    event, bloc = chronology.events[index], int(subject.columns.bloc[index])
    shapes = slide.shapes
    fill_ground(shapes, palette)
    sector, status = (
        chronology.sector_name(event, language),
        status_in_words(event.status, language),
    )
    kicker = " · ".join(filter(None, (sector, status)))
    add_glyph(shapes, bloc, MARGIN_PX + 9, 92, 18, palette.blocs[bloc])
    box = Box(MARGIN_PX + 30, 80, TEXT_WIDTH_PX - 30, 24)
    add_paragraph(shapes, box, kicker, KICKER_PX, SEMIBOLD, palette.ink_soft)
    y = _add_texts(shapes, chronology, event, language, palette, measure)
    if event.evidence:
        _add_quotation(
            shapes, y + 34, chronology, event, language, palette.blocs[bloc], palette, measure
        )
    else:
        text = phrases_in(language).no_quotation
        add_flowing(shapes, y + 34, text, CITATION_PX, REGULAR, palette.ink_faint, measure, 1)
    slide.notes_slide.notes_text_frame.text = _notes(chronology, event, language)


def _add_texts(
    shapes: Any,
    chronology: Chronology,
    event: Event,
    language: str,
    palette: Palette,
    measure: TextMeasure,
) -> float:
    """Title, date, summary and actors; returns the y of their end."""
    title, date = (
        in_language(event.title, language),
        event_date_in_words(event, chronology, language),
    )
    y = add_flowing(shapes, 116.0, title, TITLE_PX, BOLD, palette.ink, measure, 2, is_title=True)
    y = add_flowing(shapes, y + 6, date, DATE_PX, REGULAR, palette.ink_soft, measure, 2)
    if event.summary:
        summary = in_language(event.summary, language)
        y = add_flowing(shapes, y + 22, summary, SUMMARY_PX, REGULAR, palette.ink, measure, 7)
    actors = " · ".join(actor_names(chronology, event, language))
    return add_flowing(shapes, y + 12, actors, CITATION_PX, REGULAR, palette.ink_faint, measure, 2)


def _add_quotation(
    shapes: Any,
    top: float,
    chronology: Chronology,
    event: Event,
    language: str,
    colour: str,
    palette: Palette,
    measure: TextMeasure,
) -> None:
    """The first quotation with its citation, smaller if there is not enough room below `top`."""
    evidence = event.evidence[0]
    source = chronology.source_by_id[evidence.source]
    quotation = f"“{evidence.quote}”"
    cited = citation(evidence, source, language, address=False)
    # Measured in Inter; Source Serif is narrower.
    lines = wrapped(quotation, QUOTATION_PX, REGULAR, TEXT_WIDTH_PX - 60, measure)
    cited_lines = wrapped(cited, CITATION_PX, REGULAR, TEXT_WIDTH_PX - 60, measure)
    quotation_height = QUOTATION_LINE_EM * QUOTATION_PX * len(lines)
    citation_height = CITATION_LINE_EM * CITATION_PX * len(cited_lines)
    height = quotation_height + citation_height + 16
    scale = min(1.0, (HEIGHT_PX - 40 - top) / height)
    height *= scale
    left, width = MARGIN_PX + INDENT_PX, TEXT_WIDTH_PX - INDENT_PX
    add_rectangle(shapes, Box(MARGIN_PX, top, 5, height), colour, name="Quotation")
    add_text(
        shapes, Box(left, top, width, height),
        [[(quotation, QUOTATION_PX * scale, REGULAR, palette.ink)]],
        font=SERIF, top=True, spacing=1.1, name="Quotation",
    )  # fmt: skip
    below = top + QUOTATION_LINE_EM * QUOTATION_PX * scale * len(lines) + 12 * scale
    box = Box(left, below, width, CITATION_PX * CITATION_LINE_EM * len(cited_lines))
    add_paragraph(shapes, box, cited, CITATION_PX * scale, REGULAR, palette.ink_soft)


def _notes(chronology: Chronology, event: Event, language: str) -> str:
    """All quotations with their citations, and the notes of the chronology."""
    parts = []
    for evidence in event.evidence:
        source = chronology.source_by_id[evidence.source]
        parts.append(f"“{evidence.quote}”\n— {citation(evidence, source, language)}")
    parts += [in_language(note.text, language) for note in event.notes]
    return printable("\n\n".join(parts)) or phrases_in(language).no_quotation
