"""The panel: the event in focus with the words of its source, as large as they fit."""

from __future__ import annotations

from peru_timeline.chronology.citation import citation
from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.text import in_language, printable
from peru_timeline.pictures.composition.composition import Measures, Panel, paragraph
from peru_timeline.pictures.composition.styles import (
    PANEL_TITLE,
    QUOTATION,
    SMALL,
    SMALLEST_PX,
    SUMMARY,
    TextStyle,
)
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box, TextLine, balanced, wrapped

STRIPE_PX = 6.0  # at the left edge, in the colour of the bloc
INSET_PX, TOP_PX = 34.0, 26.0  # from the edges of the box to its text
AFTER_TITLE_PX, AFTER_DATE_PX, AFTER_QUOTATION_PX = 6.0, 26.0, 24.0
MOST_TITLE_LINES, MOST_CITATION_LINES = 4, 9
STEP_PX = 2.0  # a text that does not fit is set so much smaller


def quoted(
    subject: Subject,
    event: int,
    box: Box,
    panel_foot: str,
    measures: Measures,
    *,
    titled: bool = True,
    style: TextStyle = QUOTATION,
) -> tuple[Panel, bool]:
    """The panel of an event: title, date, its first quotation with citation, and the foot; whether all of it fits.

    Without `titled` it has no title and date: the page says them.
    """
    language, found = subject.language, subject.chronology.events[event]
    left, width = box.left + STRIPE_PX + INSET_PX, box.width - STRIPE_PX - 2 * INSET_PX
    foot = paragraph(
        _broken(panel_foot, SMALL, width, measures, 1),
        left,
        box.bottom - TOP_PX - SMALL.line_px,
        SMALL,
        measures,
    )
    bottom = box.bottom - TOP_PX - (SMALL.line_px + AFTER_TITLE_PX if foot else 0.0)
    lines: list[TextLine] = []
    top = box.top + TOP_PX

    def add(text: str, style: TextStyle, most: int) -> None:
        nonlocal top
        parts = _broken(text, style, width, measures, most)
        lines.extend(paragraph(parts, left, top, style, measures))
        top += style.line_px * len(parts)

    if titled:
        title, look = printable(in_language(found.title, language)), PANEL_TITLE
        parts = balanced(title, look.px, look.weight, width, measures.sans, MOST_TITLE_LINES)
        lines.extend(paragraph(parts, left, top, look, measures))
        top += look.line_px * len(parts) + AFTER_TITLE_PX
        add(event_date_in_words(found, subject.chronology, language), SMALL, 3)
        top += AFTER_DATE_PX
    if found.evidence:
        evidence = found.evidence[0]
        source = subject.chronology.source_by_id[evidence.source]
        words = f"“{evidence.quote}”"
        cited = citation(evidence, source, language, address=False)
    else:
        words = in_language(found.summary, language) if found.summary else ""
        style, cited = SUMMARY, phrases_in(language).no_quotation
    cited_parts = _broken(cited, SMALL, width, measures, MOST_CITATION_LINES)
    room = bottom - top - AFTER_QUOTATION_PX - SMALL.line_px * len(cited_parts)
    style = _fitting(words, style, width, room, measures)
    needed = style.line_px * len(_broken(words, style, width, measures, 99))
    add(words, style, max(int(room / style.line_px), 1))
    top += AFTER_QUOTATION_PX if words else 0.0
    add(cited, SMALL, min(MOST_CITATION_LINES, int((bottom - top) / SMALL.line_px)))
    bloc = int(subject.columns.bloc[event])
    return Panel(box, bloc, (*lines, *foot)), needed <= room


def _fitting(
    text: str, style: TextStyle, width: float, height: float, measures: Measures
) -> TextStyle:
    """The style in the largest size in which the text fits, down to what can be read from the back."""
    while style.px > SMALLEST_PX:
        parts = _broken(text, style, width, measures, 99)
        if len(parts) * style.line_px <= height:
            break
        style = style._replace(px=max(style.px - STEP_PX, SMALLEST_PX))
    return style


def _broken(
    text: str, style: TextStyle, width: float, measures: Measures, most: int
) -> tuple[str, ...]:
    if most < 1:
        return ()
    measure = measures.serif if style.serif else measures.sans
    return wrapped(printable(text), style.px, style.weight, width, measure, most)
