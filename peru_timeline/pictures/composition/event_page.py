"""The page of one event: what it is, the words of its source, and a small timeline of where it stands."""

from __future__ import annotations

from peru_timeline.chronology.event_dates import event_date_in_words
from peru_timeline.chronology.formats.table import actor_names
from peru_timeline.chronology.text import in_language, isolated, printable
from peru_timeline.chronology.wording import status_in_words
from peru_timeline.pictures.composition.axis import AXIS_PX, REST_PX, axis_of, rest_of
from peru_timeline.pictures.composition.composition import (
    Composition,
    Measures,
    Panel,
    paragraph,
)
from peru_timeline.pictures.composition.quoting import quoted
from peru_timeline.pictures.composition.styles import (
    HEADLINE,
    LINE,
    QUOTATION,
    SMALL,
    SMALLEST_PX,
    SUMMARY,
    TextStyle,
)
from peru_timeline.pictures.composition.telling import BAR_PX, Teller
from peru_timeline.pictures.legend import KEY_PX, legend_height, legend_of_marks
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.sizes import PageSize, for_audience
from peru_timeline.pictures.subject import Subject, event_in_words
from peru_timeline.pictures.text_lines import Box, TextLine, wrapped

MARGIN_SHARE, TOP_SHARE, BOTTOM_PX = 0.044, 0.6, 30.0
PANEL_SHARE, PANEL_GAP_PX = 0.46, 44.0  # of the width
ROW_PX = 58.0  # of the mark with its date
BETWEEN_PX = 22.0
MOST_HEAD_LINES, MOST_LINES = 3, 2
LEGEND_ZOOM = SMALL.px / KEY_PX
LARGE_QUOTATION, LARGE_SUMMARY = QUOTATION._replace(px=44.0), SUMMARY._replace(px=34.0)


def compose_event(
    subject: Subject, event: int, size: PageSize, measures: Measures, *, titled: bool = True
) -> Composition:
    """Compose the page of an event (its index); the small timeline counts the other events of the subject.

    Without `titled` its title stands elsewhere, in that of a slide.
    """
    size = for_audience(size)
    margin = MARGIN_SHARE * size.width
    width = size.width - 2 * margin
    found, language = subject.chronology.events[event], subject.language
    head, top = _head(subject, event, margin, width, measures, titled=titled)
    area = Box(margin, size.height, width, ROW_PX)
    scale = subject.scale(area.left, area.right)
    told = Teller(subject, scale, area, measures, event).told(event, width)
    keys = legend_of_marks(subject, [told.mark], width / LEGEND_ZOOM, measures.sans)
    legend_top = size.height - BOTTOM_PX - LEGEND_ZOOM * legend_height(keys)
    area = area._replace(top=legend_top - REST_PX - 10.0 - ROW_PX)
    by = area.top - (told.date.middle - SMALL.line_px / 2 - BAR_PX - 4.0)
    date = told.date.lowered(by)
    told = told._replace(title=(), date=date, mark=told.mark._replace(y=area.top + BAR_PX / 2))
    axis_top = area.top - AXIS_PX - 8.0
    box = Box(margin, top, width, axis_top - BETWEEN_PX - top)
    panel: Panel | None = None
    if found.evidence:
        panel_px = PANEL_SHARE * width
        at_right = Box(margin + width - panel_px, top, panel_px, box.height)
        panel, _ = quoted(
            subject, event, at_right, "", measures, titled=False, style=LARGE_QUOTATION
        )
        box = box._replace(width=width - panel_px - PANEL_GAP_PX)
    others = tuple(other for other in subject.events.tolist() if other != event)
    return Composition(
        size=size,
        title=printable(in_language(found.title, language)),
        head=(*head, *_body(subject, event, box, measures)),
        foot=(),
        area=area,
        scale=scale,
        axis=axis_of(scale, axis_top, language, measures),
        told=(told,),
        rest=rest_of(subject, others, scale, area.bottom + REST_PX),
        panel=panel,
        keys=tuple(key.placed(margin, legend_top, LEGEND_ZOOM) for key in keys),
        focus=event,
        left_out=others,
        description=event_in_words(subject, event),
    )


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
