"""Composing for an audience: head and foot, the timeline between them, and beside it the event in focus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from peru_timeline.chronology.formats.table import cited_sources
from peru_timeline.chronology.text import in_language, isolated, printable
from peru_timeline.pictures.composition.axis import AXIS_PX, REST_PX, axis_of, rest_of
from peru_timeline.pictures.composition.bands import bands_in_sight, caps_px, drawn_bands
from peru_timeline.pictures.composition.choosing import candidates
from peru_timeline.pictures.composition.composition import (
    BandDrawn,
    Composition,
    CompositionSpec,
    Lane,
    Measures,
    Panel,
    Told,
    paragraph,
    text_line,
)
from peru_timeline.pictures.composition.quoting import quoted
from peru_timeline.pictures.composition.styles import HEADLINE, LINE, SMALL, TextStyle
from peru_timeline.pictures.composition.telling import Teller, lanes_of, placed, rows_of
from peru_timeline.pictures.composition.whole.key_titles import key_events, rows_of_whole
from peru_timeline.pictures.foot import sources_in_words, stretched_in_words
from peru_timeline.pictures.legend import KEY_PX, LegendKey, legend_height, legend_of_marks
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.page_layout import default_subtitle, default_title
from peru_timeline.pictures.phrases import PROGRAM, phrases_in
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.sizes import page_for
from peru_timeline.pictures.subject import Subject, filter_in_words, span_in_words
from peru_timeline.pictures.text_lines import Box, TextLine, wrapped
from peru_timeline.timeline.axis.time_scale import TimeScale

MARGIN_SHARE, LEAST_MARGIN_PX = 0.044, 40.0  # of the width
TOP_SHARE = 0.6  # of the margin, above the headline
AFTER_HEADLINE_PX, AFTER_LINE_PX, AFTER_AXIS_PX = 4.0, 20.0, 12.0
BEFORE_LEGEND_PX, BEFORE_FOOT_PX, BOTTOM_SHARE = 12.0, 4.0, 0.36
LEGEND_ZOOM = SMALL.px / KEY_PX
PANEL_SHARES, PANEL_GAP_PX, LEAST_PANEL_PX = (0.31, 0.4, 0.5), 44.0, 440.0  # of the width; px
LEAST_AREA_PX = (360.0, 130.0)
MOST_HEAD_LINES, MOST_LINES = 2, 4
MORE_FOOT_LINES = 2  # for sources and counts each, on an upright page
NAMES_IN_FILTER = (None, 2, 1)  # of a kind, as they are tried; the others are counted
PLACE_GAP_PX = 40.0  # from the foot to the place in the corner
PASSES = 3  # the legend explains what is drawn, and what is drawn depends on the legend's height


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the timeline."""

    margin: float
    width: float  # between the margins
    head: tuple[TextLine, ...]
    top: float  # of the axis
    foot_px: float  # height of the foot


def compose_for_audience(
    subject: Subject, spec: CompositionSpec, measures: Measures
) -> Composition:
    """Compose the events of a subject; raises PageError if the size leaves no room for a timeline."""
    spec = replace(spec, size=page_for(spec.size, titled=spec.titled))
    frame = _frame(subject, spec, measures)
    by_hand = subject.by_hand if spec.by_hand is None else spec.by_hand
    ordered = candidates(subject, spec.focus, by_hand)
    focus = spec.focus if spec.focus in ordered else None
    legend_px = 0.0
    composed = _composed(subject, spec, frame, ordered, focus, legend_px, measures)
    for _ in range(PASSES):
        needed = LEGEND_ZOOM * legend_height(composed.keys_at_origin)
        if needed <= legend_px:
            break
        legend_px = needed
        composed = _composed(subject, spec, frame, ordered, focus, legend_px, measures)
    return composed.finished(subject, spec, frame, legend_px, measures)


@dataclass(frozen=True, slots=True)
class _Composed:
    """The timeline for one height of the legend."""

    area: Box
    scale: TimeScale
    told: tuple[Told, ...]
    left_out: tuple[int, ...]
    panel: Panel | None
    keys_at_origin: tuple[LegendKey, ...]
    focus: int | None
    bands: tuple[BandDrawn, ...]
    lanes: tuple[Lane, ...]

    def finished(
        self,
        subject: Subject,
        spec: CompositionSpec,
        frame: _Frame,
        legend_px: float,
        measures: Measures,
    ) -> Composition:
        """The composition with its legend and foot."""
        foot_top = spec.size.height - BOTTOM_SHARE * frame.margin - frame.foot_px
        legend_top = foot_top - BEFORE_FOOT_PX - legend_px
        keys = tuple(
            key.placed(frame.margin, legend_top, LEGEND_ZOOM) for key in self.keys_at_origin
        )
        counts = len(self.told), len(self.left_out)
        texts = _foot_texts(subject, spec, *counts, frame.width, measures)
        top = foot_top + frame.foot_px - SMALL.line_px * len(texts)
        foot = [*paragraph(texts, frame.margin, top, SMALL, measures)]
        if spec.place:
            middle = foot_top + frame.foot_px - SMALL.line_px / 2
            x = frame.margin + frame.width - _place_px(spec, measures)
            foot.append(text_line(spec.place, x, middle, SMALL, measures))
        headline = headline_of(subject, spec)
        return Composition(
            size=spec.size,
            title=headline,
            head=frame.head,
            foot=tuple(foot),
            area=self.area,
            scale=self.scale,
            axis=axis_of(self.scale, frame.top, subject.language, measures),
            told=self.told,
            rest=rest_of(subject, self.left_out, self.scale, self.area.bottom + REST_PX),
            panel=self.panel,
            keys=keys,
            focus=self.focus,
            left_out=self.left_out,
            bands=self.bands,
            lanes=self.lanes,
            description=_description(subject, headline, len(self.told), len(self.left_out)),
        )


def _composed(
    subject: Subject,
    spec: CompositionSpec,
    frame: _Frame,
    ordered: tuple[int, ...],
    focus: int | None,
    legend_px: float,
    measures: Measures,
) -> _Composed:
    foot_top = spec.size.height - BOTTOM_SHARE * frame.margin - frame.foot_px
    bottom = foot_top - BEFORE_FOOT_PX - legend_px - BEFORE_LEGEND_PX
    left, right = frame.margin, frame.margin + frame.width
    panel = None
    if focus is not None:
        box = Box(left, frame.top, frame.width, bottom - frame.top)
        panel = _panel(subject, spec, focus, box, measures)
        right -= panel.box.width + PANEL_GAP_PX
    scale = subject.scale(left, right) if right - left > 1 else None
    bands = bands_in_sight(subject, scale) if scale else ()
    top = frame.top + AXIS_PX + AFTER_AXIS_PX
    top += caps_px(bands, scale, measures) if scale else 0.0
    area = Box(left, top, right - left, bottom - top)
    if scale is None or area.width < LEAST_AREA_PX[0] or area.height < LEAST_AREA_PX[1]:
        size = spec.size
        raise PageError(Refusal.NO_ROOM.of(f"{size.width:.0f}", f"{size.height:.0f}"))
    teller = Teller(subject, scale, area, measures, focus)
    rows, left_out = rows_of(teller, ordered, area.height)
    missing = len(subject.events) - sum(len(row.told) for row in rows)
    if missing:  # they are counted at the foot, which takes some of the height
        area = area._replace(height=area.height - REST_PX - 8.0)
        teller = replace(teller, area=area)
        rows, left_out = rows_of(teller, ordered, area.height)
    keys = key_events(subject, spec, ordered)
    of_keys = frozenset(keys)
    if not of_keys.isdisjoint(left_out):
        rows, without = rows_of_whole(teller, keys, area.height)
        left_out = (*without, *(event for event in ordered if event not in of_keys))
    told = tuple(placed(rows, area))
    known = {item.event for item in told} | {*left_out}
    others = tuple(event for event in subject.events.tolist() if event not in known)
    marks = [item.mark for item in told] if spec.legend else []
    legend = legend_of_marks(subject, marks, frame.width / LEGEND_ZOOM, measures.sans)
    drawn = drawn_bands(bands, scale, frame.top + AXIS_PX, area.bottom, measures)
    lanes = tuple(lanes_of(rows, area, measures))
    return _Composed(area, scale, told, (*left_out, *others), panel, legend, focus, drawn, lanes)


def headline_of(subject: Subject, spec: CompositionSpec) -> str:
    """What the picture shows: as asked for, else as written by hand, else the title of the subject."""
    if spec.headline is not None:
        return spec.headline
    by_hand = subject.edits.headline
    return in_language(by_hand, subject.language) if by_hand else default_title(subject)


def _panel(
    subject: Subject, spec: CompositionSpec, focus: int, box: Box, measures: Measures
) -> Panel:
    """The panel at the right of a box, as wide as its quotation needs, up to half of the page."""
    for share in PANEL_SHARES:
        width = min(max(share * spec.size.width, LEAST_PANEL_PX), 0.5 * box.width)
        part = Box(box.right - width, box.top, width, box.height)
        panel, is_whole = quoted(subject, focus, part, spec.panel_foot, measures)
        if is_whole:
            break
    return panel


def _frame(subject: Subject, spec: CompositionSpec, measures: Measures) -> _Frame:
    width = spec.size.width
    margin = max(MARGIN_SHARE * width, LEAST_MARGIN_PX)
    headline = headline_of(subject, spec)
    said = default_subtitle(subject) if spec.line is None else spec.line
    head: list[TextLine] = []
    y = TOP_SHARE * margin
    styles: tuple[tuple[str, TextStyle, int, float], ...] = (
        (headline if spec.titled else "", HEADLINE, MOST_HEAD_LINES, AFTER_HEADLINE_PX),
        (said, LINE, MOST_LINES, 0.0),
    )
    for text, style, most, after in styles:
        parts = wrapped(
            printable(text), style.px, style.weight, width - 2 * margin, measures.sans, most
        )
        head += paragraph(parts, margin, y, style, measures)
        y += style.line_px * len(parts) + (after if parts else 0.0)
    events = len(subject.events)  # no count has more digits
    foot = _foot_texts(subject, spec, events, events, width - 2 * margin, measures)
    foot_px, top = SMALL.line_px * len(foot), y + AFTER_LINE_PX
    return _Frame(margin, width - 2 * margin, tuple(head), top, foot_px)


def _place_px(spec: CompositionSpec, measures: Measures) -> float:
    return measures.sans(spec.place, SMALL.px, SMALL.weight) if spec.place else 0.0


def _foot_texts(
    subject: Subject,
    spec: CompositionSpec,
    told: int,
    left_out: int,
    width: float,
    measures: Measures,
) -> tuple[str, ...]:
    """The lines of the foot, as much as fits each; more of them where time is stretched or the page is upright."""
    more = MORE_FOOT_LINES if spec.size.height > spec.size.width else 0
    room = width - (_place_px(spec, measures) + PLACE_GAP_PX if spec.place else 0.0)
    return tuple(
        line
        for texts, most in _foot_paragraphs(subject, spec, told, left_out)
        for line in _first_that_fits(texts, room, most + more, measures)
    )


def _first_that_fits(
    texts: Iterable[str], width: float, most: int, measures: Measures
) -> tuple[str, ...]:
    """The lines of the first text that needs no more; the last one may have one more rather than be cut."""
    lines: tuple[str, ...] = ()
    for text in texts:
        lines = wrapped(text, SMALL.px, SMALL.weight, width, measures.sans, most + 1)
        if len(lines) <= most:
            break
    return lines


def _foot_paragraphs(
    subject: Subject, spec: CompositionSpec, told: int, left_out: int
) -> Iterator[tuple[Iterable[str], int]]:
    """(the text, first in full, then shorter; lines that it may have)."""
    language, phrases = subject.language, phrases_in(subject.language)
    stretched = stretched_in_words(subject)
    counts = [_counts(told, left_out, language), *stretched]
    if not spec.sources:
        yield [" · ".join(counts)], 1 + len(stretched)
        return
    sources = cited_sources(subject.chronology, subject.events.tolist())
    yield map(printable, sources_in_words(sources, language)), 1
    span = span_in_words(subject.span, language)
    made = phrases.chronology.format(program=PROGRAM, version=subject.chronology.version)
    filters = [
        phrases.filter.format(said)
        for most in NAMES_IN_FILTER
        if (said := filter_in_words(subject.query, subject.chronology, language, most))
    ]
    shorter = [[span, said] for said in filters] or [[span]]
    if filters:  # the axis has the span, too
        shorter += [[filters[-1]], [phrases.filtered]]
    yield (printable(" · ".join([*counts, *said, made])) for said in shorter), 1 + len(stretched)


def _counts(told: int, left_out: int, language: str) -> str:
    phrases = phrases_in(language)
    if not left_out:
        return phrases.all_told.format(told)
    return phrases.some_told.format(told=told, events=told + left_out, others=left_out)


def _description(subject: Subject, headline: str, told: int, left_out: int) -> str:
    counts = _counts(told, left_out, subject.language)
    return phrases_in(subject.language).composition.format(title=isolated(headline), counts=counts)
