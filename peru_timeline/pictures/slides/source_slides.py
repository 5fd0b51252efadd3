"""The last slides: all sources, none of them cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.phrases import PROGRAM, phrases_in
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.slide_text import (
    HEIGHT_PX,
    MARGIN_PX,
    TEXT_WIDTH_PX,
    TITLE_PX,
    add_flowing,
    add_paragraph,
    add_slide,
    fill_ground,
)
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box, wrapped
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import BOLD, REGULAR

SOURCE_PX, SOURCE_LINE_PX, BETWEEN_PX = 20.0, 28.0, 14.0
TOP_PX, BOTTOM_PX = 96.0, 60.0


def add_sources(
    presentation: Any,
    subject: Subject,
    events: Sequence[int],
    palette: Palette,
    measure: TextMeasure,
) -> None:
    """Add as many slides as the sources of these events (indices) need."""
    slide, y, number = None, HEIGHT_PX, 0
    for text, lines in _entries(subject, events, measure):
        height = SOURCE_LINE_PX * lines
        if slide is None or y + height > HEIGHT_PX - BOTTOM_PX:
            slide, number = add_slide(presentation), number + 1
            fill_ground(slide.shapes, palette)
            title = _heading(subject.language, number)
            y = add_flowing(
                slide.shapes, TOP_PX, title, TITLE_PX, BOLD, palette.ink, measure, 1, is_title=True
            )
            y += 24
        box = Box(MARGIN_PX, y, TEXT_WIDTH_PX, height)
        add_paragraph(slide.shapes, box, text, SOURCE_PX, REGULAR, palette.ink)
        y += height + BETWEEN_PX


def _entries(
    subject: Subject, events: Sequence[int], measure: TextMeasure
) -> Iterator[tuple[str, int]]:
    """(text, number of lines) of each source, and at last of the chronology itself."""
    chronology, language = subject.chronology, subject.language
    for number, source in enumerate(cited_sources(chronology, events), start=1):
        text = f"{number}. {reference(source, language)}"
        lines = wrapped(text, SOURCE_PX, REGULAR, 0.94 * TEXT_WIDTH_PX, measure)
        yield " ".join(lines), len(lines)
    version = phrases_in(language).chronology.format(program=PROGRAM, version=chronology.version)
    yield f"{in_language(chronology.title, language)} · {version}", 1


def _heading(language: str, number: int) -> str:
    phrases = phrases_in(language)
    if number == 1:
        return phrases.sources.format("").strip().rstrip(":")
    return phrases.continued.format(page=number)
