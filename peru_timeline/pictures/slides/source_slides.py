"""The last slides: all sources, none of them cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from peru_timeline.chronology.citation import reference
from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.pictures.phrases import PROGRAM, phrases_in
from peru_timeline.pictures.sizes import PageSize
from peru_timeline.pictures.slides.office_fonts import OFFICE_MEASURES
from peru_timeline.pictures.slides.palette import Palette
from peru_timeline.pictures.slides.shapes import add_rectangle, add_text, make_title
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box, wrapped
from peru_timeline.typefaces import BOLD, REGULAR

TITLE_PX, SOURCE_PX, SOURCE_LINE_PX, BETWEEN_PX = 42.0, 20.0, 27.0, 13.0
MARGIN_PX, TOP_PX, BOTTOM_PX = 70.0, 42.0, 42.0
AFTER_TITLE_PX = 28.0


class SourcePage(NamedTuple):
    """One slide of sources."""

    title: str
    draw: Callable[[Any], None]


def source_pages(
    subject: Subject,
    events: Sequence[int],
    palette: Palette,
    size: PageSize,
    *,
    titled: bool = True,
) -> Iterator[SourcePage]:
    """As many slides as the sources of these events (indices) need; `titled` ones carry their title themselves."""
    top = TOP_PX + (1.25 * TITLE_PX + AFTER_TITLE_PX if titled else 0.0)
    pages: list[list[tuple[str, Box]]] = []
    y = size.height
    for text, lines in _entries(subject, events, size.width - 2 * MARGIN_PX):
        height = SOURCE_LINE_PX * lines
        if y + height > size.height - BOTTOM_PX:
            pages.append([])
            y = top
        pages[-1].append((text, Box(MARGIN_PX, y, size.width - 2 * MARGIN_PX, height)))
        y += height + BETWEEN_PX
    for number, entries in enumerate(pages, start=1):
        title = _heading(subject.language, number)
        yield SourcePage(title, _drawing(title if titled else "", entries, palette, size))


def _drawing(
    title: str, entries: Sequence[tuple[str, Box]], palette: Palette, size: PageSize
) -> Callable[[Any], None]:
    def draw(slide: Any) -> None:
        shapes = slide.shapes
        if palette.ground:
            ground = Box(0, 0, size.width, size.height)
            add_rectangle(shapes, ground, palette.ground, name="Ground")
        if title:
            box = Box(MARGIN_PX, TOP_PX, size.width - 2 * MARGIN_PX, 1.25 * TITLE_PX)
            run = (title, TITLE_PX, BOLD, palette.ink)
            make_title(add_text(shapes, box, [[run]], top=True, name=title))
        for text, box in entries:
            run = (text, SOURCE_PX, REGULAR, palette.ink)
            add_text(shapes, box, [[run]], top=True, name=text[:40], line_px=SOURCE_LINE_PX)

    return draw


def _entries(subject: Subject, events: Sequence[int], width: float) -> Iterator[tuple[str, int]]:
    """(text, number of lines) of each source, and at last of the chronology itself."""
    chronology, language = subject.chronology, subject.language
    for number, source in enumerate(cited_sources(chronology, events), start=1):
        text = f"{number}. {reference(source, language)}"
        lines = wrapped(text, SOURCE_PX, REGULAR, 0.99 * width, OFFICE_MEASURES.sans)
        yield " ".join(lines), len(lines)
    version = phrases_in(language).chronology.format(program=PROGRAM, version=chronology.version)
    yield f"{isolated(in_language(chronology.title, language))} · {version}", 1


def _heading(language: str, number: int) -> str:
    phrases = phrases_in(language)
    if number == 1:
        return phrases.sources.format("").strip().rstrip(":")
    return phrases.continued.format(page=number)
