"""Posters: a whole chronology with the title of every event, on sheets of paper or one long strip.

Each sheet is a complete page: a stretch of time with its axis, a title and a page number. A stretch with more rows than
a sheet has room for continues on the next sheet. Side by side, the sheets make one timeline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from peru_timeline.chronology.text import isolated
from peru_timeline.pictures.compose import SHELF_SHARE, header_width, layout_input_of
from peru_timeline.pictures.page import Page, PageError, PageSpec
from peru_timeline.pictures.page_layout import (
    PageLayout,
    default_subtitle,
    margin_of,
    page_layout,
)
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.progress import Progress, unheard
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.sheet_cuts import cut_out, sheet_cuts
from peru_timeline.pictures.sizes import LARGEST_MM, MM_PER_INCH, SMALLEST_MM, of_millimetres
from peru_timeline.pictures.subject import Subject, span_in_words
from peru_timeline.pictures.text_lines import TextLine
from peru_timeline.pictures.whole_titles import with_whole_titles
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.scene import Scene
from peru_timeline.timeline.shelf import NoShelf, ShelfView, whole_lines_px
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import REGULAR

TYPE_SCALE = 1.1
LEAST_TIME_PX, LEAST_LANES_PX = 120.0, 60.0  # of a sheet, px of the scene
MOST_ACROSS, MOST_SHEETS = 100, 2_000
PAGE_NUMBER_PX = 13.0


@dataclass(frozen=True, slots=True)
class PosterSpec:
    """The poster that is asked for.

    Either sheets of the page's size, `across` of them side by side, or one strip that is `strip_mm` long and as high
    as it needs to be.
    """

    page: PageSpec
    across: int = 1
    strip_mm: float | None = None


def compose_poster(
    subject: Subject, spec: PosterSpec, measure: TextMeasure, progress: Progress = unheard
) -> tuple[Page, ...]:
    """The sheets in order of time; none if `progress` stopped the work.

    Raises PageError if there is no room for a title.
    """
    if spec.strip_mm is not None:
        return _complete((_strip(subject, spec.page, spec.strip_mm, measure),), subject)
    if not 1 <= spec.across <= MOST_ACROSS:
        raise PageError(Refusal.SHEETS_ACROSS.of(spec.across))
    sheets: list[Page] = []
    left = subject
    # Titles for which a stretch has no room go on more sheets of it; usually there are none.
    while len(left.events):
        for part in _stretches(left, spec.across):
            if not progress(len(sheets), len(sheets) + 1):
                return ()
            sheets += _sheets(part, subject, spec, measure)
            if len(sheets) > MOST_SHEETS:
                raise PageError(Refusal.TOO_MANY_SHEETS.of(MOST_SHEETS))
        missing = np.isin(np.arange(len(subject.mask)), _untitled(sheets, subject))
        if np.array_equal(missing, left.shown):
            break
        left = replace(left, mask=missing)
    return _complete(tuple(_numbered(sheets, subject.language, measure)), subject)


def _stretches(subject: Subject, across: int) -> Iterator[Subject]:
    """The stretches of time of sheets side by side, if they have events."""
    span = subject.warp.drawn_span(subject.drawn_span)
    step = span.width / across
    for number in range(across):
        stretch = TimeSpan(span.start + number * step, span.start + (number + 1) * step)
        part = subject.within(subject.warp.span_of_days(stretch), exact=True)
        if part.shown.any():
            yield part


def _untitled(sheets: Sequence[Page], subject: Subject) -> list[int]:
    titled = {label.event for page in sheets for label in page.scene.labels}
    titled |= {card.event for page in sheets for card in page.scene.cards}
    titled |= {item.event for page in sheets for item in page.scene.shelf.items}
    return [event for event in subject.events.tolist() if event not in titled]


def _complete(sheets: tuple[Page, ...], subject: Subject) -> tuple[Page, ...]:
    """The sheets, if the title of every event is on one of them; else raises PageError."""
    missing = _untitled(sheets, subject)
    if missing:
        event = subject.chronology.events[missing[0]]
        raise PageError(
            Refusal.TITLE_LEFT_OUT.of(event.id)
            if len(missing) == 1
            else Refusal.TITLES_LEFT_OUT.of(len(missing), event.id)
        )
    return sheets


def _strip(subject: Subject, spec: PageSpec, length_mm: float, measure: TextMeasure) -> Page:
    """One page of the given length, as high as every title needs."""
    trial = of_millimetres(length_mm, min(length_mm, LARGEST_MM))
    layout = page_layout(subject, replace(spec, size=trial), measure)
    layout_input = layout_input_of(subject, measure)
    arrangement, scale = _arranged(subject, layout, layout_input, measure)
    lanes_px = (arrangement.content_height + AXIS_HEIGHT_PX) * TYPE_SCALE
    height = layout.top + lanes_px + trial.height - layout.bottom
    height_mm = max(height / trial.px_per_inch * MM_PER_INCH, SMALLEST_MM)
    if height_mm > LARGEST_MM:
        raise PageError(Refusal.TOO_HIGH_A_STRIP.of(f"{length_mm:g}", f"{height_mm:.0f}"))
    size = of_millimetres(length_mm, height_mm)
    layout = page_layout(subject, replace(spec, size=size), measure)
    scene = _titled(lay_out(arrangement, scale), layout_input, measure)
    return layout.page(subject, scene, TYPE_SCALE, measure)


def _sheets(
    part: Subject, whole: Subject, spec: PosterSpec, measure: TextMeasure
) -> Iterator[Page]:
    """One stretch of time, on as many sheets as its rows need."""
    page_spec = replace(spec.page, subtitle=_subtitle(part, whole, spec))
    layout = page_layout(part, page_spec, measure)
    layout_input = layout_input_of(part, measure)
    room = layout.scene_height(TYPE_SCALE)
    if room < LEAST_LANES_PX:
        raise PageError(Refusal.TOO_SMALL_A_SHEET.of())
    arrangement, scale = _arranged(part, layout, layout_input, measure)
    for top, height in sheet_cuts(arrangement, scale, room):
        scene = lay_out(replace(arrangement, height=height), scale, scroll_y=top)
        scene = _titled(cut_out(scene, height), layout_input, measure)
        yield layout.page(part, scene, TYPE_SCALE, measure)


def _subtitle(part: Subject, whole: Subject, spec: PosterSpec) -> str:
    subtitle = default_subtitle(whole) if spec.page.subtitle is None else spec.page.subtitle
    span = span_in_words(part.span, part.language)
    return f"{isolated(subtitle)} · {span}" if spec.across > 1 and subtitle else subtitle or span


def _arranged(
    subject: Subject, layout: PageLayout, layout_input: LayoutInput, measure: TextMeasure
) -> tuple[Arrangement, TimeScale]:
    """Every title, and the list of events without a given date beside them."""
    if not len(subject.events):
        raise PageError(Refusal.NOTHING_TO_SHOW.of())
    width = layout.scene_width(TYPE_SCALE)
    left = header_width(layout_input, width, measure)
    shelf: ShelfView = NoShelf()
    shelved = np.flatnonzero(subject.shown & ~subject.columns.is_dated)
    if len(shelved):
        open_px = min(whole_lines_px(layout_input, shelved), SHELF_SHARE * width)
        every_lane = frozenset(layout_input.lanes.ids)
        shelf = ShelfView(is_open=True, open_px=open_px, expanded=every_lane)
    if width - left - shelf.width_px < LEAST_TIME_PX:
        raise PageError(Refusal.TOO_NARROW_A_SHEET.of())
    scale = subject.scale(left, width - shelf.width_px)
    arrangement = arrange(
        layout_input, scale, 0.0, mask=subject.shown, regime=Regime.READING, shelf=shelf
    )
    return replace(arrangement, height=arrangement.content_height), scale


def _titled(scene: Scene, layout_input: LayoutInput, measure: TextMeasure) -> Scene:
    return with_whole_titles(scene, measure, layout_input.texts.title, keep_cut=True)


def _numbered(sheets: Sequence[Page], language: str, measure: TextMeasure) -> Iterator[Page]:
    """The sheets, if there are several each with its number at the top right."""
    if len(sheets) < 2:
        yield from sheets
        return
    for number, page in enumerate(sheets, start=1):
        text = phrases_in(language).page.format(page=number, pages=len(sheets))
        width = measure(text, PAGE_NUMBER_PX, REGULAR)
        margin = margin_of(page.size)
        x = page.size.width - margin - width
        line = TextLine(x, 0.4 * margin, width, text, PAGE_NUMBER_PX, REGULAR, "ink_faint")
        yield replace(page, lines=(*page.lines, line))
