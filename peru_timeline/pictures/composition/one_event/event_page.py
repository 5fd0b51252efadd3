"""The page of one event: what it is, the words of its source, and a timeline of where it stands.

The timeline takes the height that the words leave, and names in it the key events around the one that is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.formats.table import actor_names
from peru_timeline.chronology.text import in_language, isolated, printable
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.composition.axis import REST_PX, axis_of, rest_of
from peru_timeline.pictures.composition.composition import (
    Composition,
    Measures,
    Panel,
    paragraph,
)
from peru_timeline.pictures.composition.one_event.surroundings import least_surroundings
from peru_timeline.pictures.composition.quoting import TOP_PX, quoted
from peru_timeline.pictures.composition.styles import (
    HEADLINE,
    LINE,
    QUOTATION,
    SMALL,
    SMALLEST_PX,
    SUMMARY,
    TextStyle,
)
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.sizes import PageSize, page_for
from peru_timeline.pictures.subject import Subject, event_in_words
from peru_timeline.pictures.text_lines import Box, TextLine, wrapped

MARGIN_SHARE, TOP_SHARE, BOTTOM_PX = 0.044, 0.6, 30.0
PANEL_SHARE, PANEL_GAP_PX = 0.46, 44.0  # of the width
BETWEEN_PX = 22.0
MOST_HEAD_LINES, MOST_LINES = 3, 2
LARGE_QUOTATION, LARGE_SUMMARY = QUOTATION._replace(px=44.0), SUMMARY._replace(px=34.0)


def compose_event(
    subject: Subject, event: int, size: PageSize, measures: Measures, *, titled: bool = True
) -> Composition:
    """Compose the page of an event (its index); the timeline counts the events of the subject that it does not name.

    Without `titled` its title stands elsewhere, in that of a slide.
    """
    size = page_for(size, titled=titled)
    margin = MARGIN_SHARE * size.width
    width = size.width - 2 * margin
    found, language = subject.chronology.events[event], subject.language
    head, top = _head(subject, event, margin, width, measures, titled=titled)
    below = Box(margin, top, width, size.height - BOTTOM_PX - top)
    least = least_surroundings(subject, event, below, measures)
    box = below._replace(height=least.axis_top - BETWEEN_PX - top)
    panel: Panel | None = None
    if found.evidence:
        panel_px = PANEL_SHARE * width
        at_right = Box(margin + width - panel_px, top, panel_px, box.height)
        panel, _ = quoted(
            subject, event, at_right, "", measures, titled=False, style=LARGE_QUOTATION
        )
        box = box._replace(width=width - panel_px - PANEL_GAP_PX)
    body = _body(subject, event, box, measures)
    around = least.reaching_up_to(_end_of(body, panel, box) + BETWEEN_PX)
    if panel is not None:
        height = around.axis_top - BETWEEN_PX - top
        panel = panel._replace(box=panel.box._replace(height=height))
    named, scale = {told.event for told in around.told}, around.teller.scale
    others = tuple(other for other in subject.events.tolist() if other not in named)
    return Composition(
        size=size,
        title=printable(in_language(found.title, language)),
        head=(*head, *body),
        foot=(),
        area=around.area,
        scale=scale,
        axis=axis_of(scale, around.axis_top, language, measures),
        told=around.told,
        rest=rest_of(subject, others, scale, around.area.bottom + REST_PX),
        panel=panel,
        keys=around.keys,
        focus=event,
        left_out=others,
        description=event_in_words(subject, event),
    )


def _end_of(body: Sequence[TextLine], panel: Panel | None, box: Box) -> float:
    """Where the words end, and the panel around those of the source."""
    ends = [line.box.bottom for line in body]
    if panel is not None:
        ends += [line.box.bottom + TOP_PX for line in panel.lines]
    return min(max(ends, default=box.top), box.bottom)


def _head(
    subject: Subject, event: int, x: float, width: float, measures: Measures, *, titled: bool
) -> tuple[list[TextLine], float]:
    """(title, then date, status and sector; y of what follows)."""
    chronology, language = subject.chronology, subject.language
    found = chronology.events[event]
    said = (
        event_date_in_words(found, chronology, language),
        status_in_words(found.status, language),
        isolated(chronology.sector_name(found, language)),
    )
    lines: list[TextLine] = []
    y = TOP_SHARE * x
    for text, style, most in (
        (in_language(found.title, language) if titled else "", HEADLINE, MOST_HEAD_LINES),
        (" · ".join(part for part in said if part), LINE, MOST_LINES),
    ):
        parts = _broken(text, style, width, measures, most)
        lines += paragraph(parts, x, y, style, measures)
        y += style.line_px * len(parts) + 4.0
    return lines, y + BETWEEN_PX


def _body(subject: Subject, event: int, box: Box, measures: Measures) -> list[TextLine]:
    """The summary, as large as it fits, and below it the actors."""
    chronology, language = subject.chronology, subject.language
    found = chronology.events[event]
    actors = _broken(
        " · ".join(map(isolated, actor_names(chronology, found, language))),
        SMALL,
        box.width,
        measures,
        3,
    )
    text = in_language(found.summary, language) if found.summary else ""
    if not found.evidence:
        text = f"{text} {phrases_in(language).no_quotation}".strip()
    room = box.height - SMALL.line_px * len(actors) - 12.0
    style = LARGE_SUMMARY
    parts = _broken(text, style, box.width, measures, 99)
    while len(parts) * style.line_px > room and style.px > SMALLEST_PX:
        style = style._replace(px=max(style.px - 1.0, SMALLEST_PX))
        parts = _broken(text, style, box.width, measures, 99)
    parts = _broken(text, style, box.width, measures, max(int(room / style.line_px), 1))
    lines = [*paragraph(parts, box.left, box.top, style, measures)]
    below = box.top + style.line_px * len(parts) + 12.0
    return [*lines, *paragraph(actors, box.left, below, SMALL, measures)]


def _broken(
    text: str, style: TextStyle, width: float, measures: Measures, most: int
) -> tuple[str, ...]:
    return wrapped(printable(text), style.px, style.weight, width, measures.sans, most)
