"""The handout: the picture on top of a sheet, and below it the same events, numbered, with summaries and quotations.

It is safe in black and white: every bar that has room carries the glyph of its bloc.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from peru_timeline.chronology.citation import citation
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.text import in_language, printable
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.composition.choosing import candidates
from peru_timeline.pictures.composition.composing import compose_for_audience
from peru_timeline.pictures.composition.composition import (
    Axis,
    Composition,
    CompositionSpec,
    Measures,
    Told,
    paragraph,
    text_line,
)
from peru_timeline.pictures.composition.placing import placed_on
from peru_timeline.pictures.composition.styles import TextStyle
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.sizes import LONG_SIDE_PX, NAMED, PageSize, for_audience
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box, TextLine, wrapped
from peru_timeline.timeline.scene import Shape
from peru_timeline.typefaces import REGULAR, SEMIBOLD

SHEET = for_audience(NAMED["a4-portrait"])
PICTURE_PX = (LONG_SIDE_PX, 1000.0)  # of the picture, before it is made as wide as the sheet
MARGIN_PX, BOTTOM_PX = 62.0, 70.0
NUMBER_PX = 40.0  # room for the number to the left of an event
LEAST_GLYPH_BAR_PX = 34.0  # shorter bars have no room for a glyph
TITLE = TextStyle(21.0, SEMIBOLD, "ink", 1.3)
DATE = TextStyle(17.0, REGULAR, "ink_soft", 1.35)
SUMMARY = TextStyle(18.0, REGULAR, "ink", 1.36)
QUOTATION = TextStyle(19.0, REGULAR, "ink", 1.36, serif=True)
CITATION = TextStyle(15.0, REGULAR, "ink_soft", 1.36)
BETWEEN_PX = 17.0
LEAST_BEGINNING_PX = 160.0  # of an event that goes on overleaf: its title, its date and some lines
WHOLE_QUOTATIONS = 2  # of an event; more of them are in the chronology


class _Paragraph(NamedTuple):
    text: str
    style: TextStyle


def compose_handout(
    subject: Subject, spec: CompositionSpec, measures: Measures
) -> tuple[Composition, ...]:
    """The pages of the handout; raises PageError if there is no room for a timeline."""
    # The numbers stand before the dates below the titles: a handout of the whole has few events in large type too.
    chosen = spec.by_hand or candidates(subject, None)
    asked = replace(spec, size=PageSize(*PICTURE_PX), focus=None, by_hand=chosen)
    picture = compose_for_audience(subject, asked, measures)
    number_of = {event: number for number, event in enumerate(picture.events, start=1)}
    told = tuple(_numbered(item, number_of[item.event], measures) for item in picture.told)
    zoom = SHEET.width / picture.size.width
    first = placed_on(replace(picture, told=told), SHEET, 0.0, 0.0, zoom)
    texts = [_told_in_full(subject, event, number_of[event], measures) for event in picture.events]
    pages = _paged(texts, zoom * picture.size.height + BETWEEN_PX)
    return tuple(
        replace(
            first if number == 1 else _bare(first),
            head=(*(first.head if number == 1 else ()), *lines),
            foot=(*(first.foot if number == 1 else ()), _page(number, len(pages), measures)),
        )
        for number, lines in enumerate(pages, start=1)
    )


def _paged(texts: Sequence[tuple[list[TextLine], float]], top: float) -> list[list[TextLine]]:
    """Lay events, each (lines counted from y = 0, height), below one another from `top` on.

    An event stays whole. One that no page holds goes on overleaf, and begins where some of its text follows the title.
    """
    pages: list[list[TextLine]] = [[]]
    end = SHEET.height - BOTTOM_PX
    for lines, height in texts:
        needed = height if MARGIN_PX + height <= end else LEAST_BEGINNING_PX
        if top + needed > end:
            pages.append([])
            top = MARGIN_PX
        for line in lines:
            if top + line.middle + line.px > end:
                pages.append([])
                top = MARGIN_PX + line.px - line.middle
            pages[-1].append(line.lowered(top))
        top += height + BETWEEN_PX
    return pages


def _numbered(told: Told, number: int, measures: Measures) -> Told:
    """The event with its number before its date, and with a glyph in its bar."""
    date, mark = told.date, told.mark
    text = f"{number} · {date.text}"
    width = measures.sans(text, date.px, date.weight)
    ends = abs(date.x + date.width - told.title[0].x - told.title[0].width) < 1.0
    starts = abs(date.x - told.title[0].x) < 1.0
    x = date.x + date.width - width if ends and not starts else date.x
    bar = mark.shape in (Shape.SPAN, Shape.FUZZY)
    tinted = bar and mark.right - mark.left >= LEAST_GLYPH_BAR_PX
    return told._replace(
        date=date._replace(text=text, x=x, width=width), mark=mark._replace(tinted=tinted)
    )


def _told_in_full(
    subject: Subject, event: int, number: int, measures: Measures
) -> tuple[list[TextLine], float]:
    """(lines of an event, counted from y = 0; their height)."""
    left, width = MARGIN_PX + NUMBER_PX, SHEET.width - 2 * MARGIN_PX - NUMBER_PX
    lines = [text_line(str(number), MARGIN_PX, TITLE.line_px / 2, TITLE, measures)]
    y = 0.0
    for text, style in _paragraphs(subject, event):
        measure = measures.serif if style.serif else measures.sans
        parts = wrapped(printable(text), style.px, style.weight, width, measure)
        lines += paragraph(parts, left, y, style, measures)
        y += style.line_px * len(parts)
    return lines, y


def _paragraphs(subject: Subject, event: int) -> Iterator[_Paragraph]:
    chronology, language = subject.chronology, subject.language
    found = chronology.events[event]
    yield _Paragraph(in_language(found.title, language), TITLE)
    status = status_in_words(found.status, language)
    yield _Paragraph(f"{event_date_in_words(found, chronology, language)} · {status}", DATE)
    if found.summary:
        yield _Paragraph(in_language(found.summary, language), SUMMARY)
    for evidence in found.evidence[:WHOLE_QUOTATIONS]:
        source = chronology.source_by_id[evidence.source]
        yield _Paragraph(f"“{evidence.quote}”", QUOTATION)
        yield _Paragraph(citation(evidence, source, language), CITATION)
    if not found.evidence:
        yield _Paragraph(phrases_in(language).no_quotation, CITATION)


def _bare(first: Composition) -> Composition:
    """A page without a picture."""
    nothing = Box(0.0, 0.0, 0.0, 0.0)
    return replace(
        first, area=nothing, axis=Axis((), ()), told=(), rest=(), keys=(), bands=(), lanes=()
    )


def _page(number: int, pages: int, measures: Measures) -> TextLine:
    line = text_line(f"{number} / {pages}", 0.0, SHEET.height - BOTTOM_PX / 2, CITATION, measures)
    return line._replace(x=SHEET.width - MARGIN_PX - line.width)
