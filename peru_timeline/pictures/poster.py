"""Posters: a whole chronology with the title of every event, on sheets of paper or one long strip.

Each sheet is a page of its own: a stretch of time with axis, title and page number. Where a stretch holds more
rows than a sheet has room for, its lanes go on on the next sheet. Put side by side they make one timeline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from peru_timeline.pictures.foot import foot_lines
from peru_timeline.pictures.legend import legend_keys
from peru_timeline.pictures.page import (
    Page,
    PageError,
    default_subtitle,
    default_title,
    description_of,
    head_lines,
    header_px,
    layout_input_for,
    margin_of,
    widest_header,
)
from peru_timeline.pictures.progress import Progress, unheard
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.sizes import (
    LARGEST_MM,
    MM_PER_INCH,
    PageSize,
    of_millimetres,
)
from peru_timeline.pictures.subject import Subject, span_words
from peru_timeline.pictures.whole import whole_words
from peru_timeline.pictures.words import words_in
from peru_timeline.pictures.writing import Line
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.metrics import (
    AXIS_HEIGHT_PX,
    CARD_MARK_Y_PX,
    CARD_ROW_PX,
    HEADER_PADDING_PX,
)
from peru_timeline.timeline.packing.row_packing import Side
from peru_timeline.timeline.scene import LaneBand, Scene
from peru_timeline.timeline.text_measure import REGULAR, TextMeasure

TYPE_SCALE = 1.1
LEAST_PX, ROOM_PER_EVENT_PX = 600.0, 24.0  # a height at which every title has a row of its own
MOST_PX = 2_000_000.0
GROWTH = 1.12  # of the height, from one trial to the next
MOST_SHEETS = 2_000


@dataclass(frozen=True, slots=True)
class PosterSpec:
    """`size` of a sheet and how many stand side by side; or a strip `length_mm` long and as high as it takes."""

    size: PageSize
    across: int = 1
    length_mm: float | None = None
    title: str | None = None
    subtitle: str | None = None
    legend: bool = True
    foot: bool = True


def compose_poster(
    subject: Subject,
    spec: PosterSpec,
    measure: TextMeasure,
    progress: Progress = unheard,
) -> tuple[Page, ...]:
    """The sheets, from early to late; empty when stopped. Raises PageError where titles find no room."""
    if spec.length_mm is not None:
        return _all_titled((_strip(subject, spec, spec.length_mm, measure),), subject)
    if not 1 <= spec.across <= 100:
        raise PageError(Refusal.SHEETS_ACROSS.of(spec.across))
    sheets: list[Page] = []
    left = subject
    # Titles for which a stretch has no room stand on further sheets of it; as a rule there are none.
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
    return _all_titled(tuple(_numbered(sheets, subject.language, measure)), subject)


def _stretches(subject: Subject, across: int) -> Iterator[Subject]:
    """The stretches of time of the sheets side by side, those with events in them."""
    span = subject.drawn_span
    step = span.width / across
    for number in range(across):
        stretch = TimeSpan(span.start + number * step, span.start + (number + 1) * step)
        part = replace(subject, span=stretch, exact=True)
        if part.shown.any():
            yield part


def _untitled(sheets: Sequence[Page], subject: Subject) -> list[int]:
    told = {label.event for page in sheets for label in page.scene.labels}
    told |= {card.event for page in sheets for card in page.scene.cards}
    return [event for event in subject.events.tolist() if event not in told]


def _all_titled(sheets: tuple[Page, ...], subject: Subject) -> tuple[Page, ...]:
    """The sheets, if every event has its title on one of them: a poster leaves nothing out."""
    missing = _untitled(sheets, subject)
    if missing:
        event = subject.chronology.events[missing[0]]
        raise PageError(
            Refusal.TITLE_LEFT_OUT.of(event.id)
            if len(missing) == 1
            else Refusal.TITLES_LEFT_OUT.of(len(missing), event.id)
        )
    return sheets


def _strip(subject: Subject, spec: PosterSpec, length_mm: float, measure: TextMeasure) -> Page:
    """One page of the asked length, as high as every title needs."""
    trial = of_millimetres(length_mm, min(length_mm, LARGEST_MM))
    frame = _Frame(subject, spec, trial, measure)
    room, scale = _room(subject, frame, measure)
    height = frame.top + (room.content_height + AXIS_HEIGHT_PX) * TYPE_SCALE + frame.below
    height_mm = max(height / trial.px_per_inch * MM_PER_INCH, 60.0)
    if height_mm > LARGEST_MM:
        raise PageError(Refusal.TOO_HIGH_A_STRIP.of(f"{length_mm:g}", f"{height_mm:.0f}"))
    size = of_millimetres(length_mm, height_mm)
    frame = _Frame(subject, spec, size, measure)
    return frame.page(subject, lay_out(room, scale), measure)


def _sheets(
    part: Subject, whole: Subject, spec: PosterSpec, measure: TextMeasure
) -> Iterator[Page]:
    """One stretch of time on as many sheets as its rows need."""
    frame = _Frame(part, replace(spec, subtitle=_subtitle(part, whole, spec)), spec.size, measure)
    room = (spec.size.height - frame.top - frame.below) / TYPE_SCALE - AXIS_HEIGHT_PX
    if room < 60:
        raise PageError(Refusal.TOO_SMALL_A_SHEET.of())
    arrangement, scale = _room(part, frame, measure)
    for top, height in _cuts(arrangement, scale, room):
        window = replace(arrangement, height=height)
        scene = _within(lay_out(window, scale, scroll_y=top), height)
        yield frame.page(part, scene, measure)


def _subtitle(part: Subject, whole: Subject, spec: PosterSpec) -> str:
    told = default_subtitle(whole) if spec.subtitle is None else spec.subtitle
    words = span_words(part.span, part.language)
    return f"{told} · {words}" if spec.across > 1 and told else told or words


def _room(subject: Subject, frame: _Frame, measure: TextMeasure) -> tuple[Arrangement, TimeScale]:
    """The lowest arrangement with as many titles as any has: all of them, unless a title is wider than the stretch."""
    scale = frame.scale(subject)

    def tried(height: float) -> tuple[Arrangement, int]:
        arrangement = arrange(frame.layout_input, scale, height, mask=subject.shown)
        scene = lay_out(replace(arrangement, height=MOST_PX), scale)
        scene = whole_words(scene, measure, frame.layout_input.texts.title, every_title=True)
        return arrangement, scene.counts.titled

    # Not every higher arrangement has more titles: cards of a higher one may take the room of a title.
    height, found, most = LEAST_PX / 2, None, -1
    while height < LEAST_PX + ROOM_PER_EVENT_PX * len(subject.events):
        arrangement, titled = tried(height)
        if titled > most:
            found, most = arrangement, titled
        if most == len(subject.events):
            break
        height *= GROWTH
    if found is None:
        raise PageError(Refusal.NOTHING_TO_SHOW.of())
    return found, scale


def _cuts(arrangement: Arrangement, scale: TimeScale, room: float) -> Iterator[tuple[float, float]]:
    """(top, height) of each sheet's part of the lanes; cut between lanes, or where no row is cut in two."""
    lanes = {band.top + band.height for band in arrangement.bands}
    ordered = sorted(lanes | set(_between_rows(arrangement, scale)))
    top, end = 0.0, arrangement.content_height
    while top < end - 1:
        below = [edge for edge in ordered if top + 1 < edge <= top + room]
        if not below:
            raise PageError(Refusal.TOO_HIGH_A_ROW.of())
        # Rather between two lanes, where that costs no more than a third of the sheet.
        whole = [edge for edge in below if edge in lanes and edge > top + 0.66 * room]
        cut = below[-1] if below[-1] >= end - 1 else (whole or below)[-1]
        yield top, cut - top
        top = cut


def _between_rows(arrangement: Arrangement, scale: TimeScale) -> list[float]:
    """Where a line across all lanes meets no mark, title or card."""
    mark_index = arrangement.mark_index
    index = mark_index.visible(scale).index
    if not len(index):
        return []
    y, in_card_row = arrangement.y(index), mark_index.in_card_row[index]
    half = np.where(mark_index.full_row[index], 0.5, 0.25) * arrangement.row_px
    # The title of a mark in half a row stands in a whole one.
    half = np.maximum(
        half, np.where(mark_index.side[index] != Side.NONE, 0.5 * arrangement.row_px, 0)
    )
    top = np.where(in_card_row, y - CARD_MARK_Y_PX, y - half)
    bottom = np.where(in_card_row, y - CARD_MARK_Y_PX + CARD_ROW_PX, y + half)
    tops, bottoms = np.sort(top), np.sort(bottom)
    # As many rows have ended at the place as have begun before it: none stands across it.
    free = np.searchsorted(tops, bottoms - 0.01) == np.searchsorted(bottoms, bottoms + 0.01)
    return [float(edge) for edge in np.unique(bottoms[free])]


def _within(scene: Scene, height: float) -> Scene:
    """The scene cut off at a sheet's edges: names of lanes stand at its top, rows of other sheets are gone."""
    bands: list[LaneBand] = []
    for band in scene.lanes:
        top, bottom = max(band.top, 0.0), min(band.top + band.height, height)
        if bottom - top > 1:
            bands.append(band._replace(top=top, height=bottom - top, hidden_rows=0))
    marks = tuple(mark for mark in scene.marks if 0 < mark.y < height)
    here = {(mark.event, mark.lane) for mark in marks}
    labels = tuple(label for label in scene.labels if (label.event, label.lane) in here)
    cards = tuple(card for card in scene.cards if (card.event, card.lane) in here)
    told = {label.event for label in labels} | {card.event for card in cards}
    events = len({mark.event for mark in marks})
    counts = scene.counts._replace(in_view=events, titled=len(told), hidden=0, marked=events)
    return replace(
        scene,
        content_height=height,
        lanes=tuple(bands),
        marks=marks,
        labels=labels,
        cards=cards,
        counts=counts,
    )


class _Frame:
    """What stands round the lanes of a sheet."""

    def __init__(
        self, subject: Subject, spec: PosterSpec, size: PageSize, measure: TextMeasure
    ) -> None:
        self.size, self.spec = size, spec
        self.margin = margin_of(size)
        self.width = size.width - 2 * self.margin
        self.title = default_title(subject) if spec.title is None else spec.title
        subtitle = default_subtitle(subject) if spec.subtitle is None else spec.subtitle
        self.head, self.top = head_lines(self.title, subtitle, self.margin, self.width, measure)
        self.layout_input = layout_input_for(subject, measure)
        _, legend = legend_keys(subject, None, spec.legend, self.margin, self.width, measure)
        foot = foot_lines(subject, None, spec.foot, self.margin, self.width, measure)[1]
        self.foot_top = size.height - 0.75 * self.margin - foot
        self.below = 0.75 * self.margin + foot + legend + 26.0

        self.x = self.margin - HEADER_PADDING_PX * TYPE_SCALE
        self.scene_width = (size.width - self.margin - self.x) / TYPE_SCALE
        self.left = header_px(self.layout_input, widest_header(self.scene_width), measure)

    def scale(self, subject: Subject) -> TimeScale:
        """Where time runs on the sheet."""
        if self.scene_width - self.left < 120:
            raise PageError(Refusal.TOO_NARROW_A_SHEET.of())
        return TimeScale(subject.drawn_span, self.left, self.scene_width)

    def page(self, subject: Subject, scene: Scene, measure: TextMeasure) -> Page:
        """The page round a scene."""
        scene = whole_words(scene, measure, self.layout_input.texts.title, every_title=True)
        spec = self.spec
        keys, used = legend_keys(subject, scene, spec.legend, self.margin, self.width, measure)
        found, _ = foot_lines(subject, scene, spec.foot, self.margin, self.width, measure)
        lines = [*self.head, *(line._replace(middle=line.middle + self.foot_top) for line in found)]
        legend_y = self.foot_top - used - 13.0
        rules = [(self.margin, self.foot_top - 4.0, self.width)]
        if keys:
            rules.append((self.margin, legend_y - 9.0, self.width))
        return Page(
            size=self.size,
            language=subject.language,
            title=self.title,
            lines=tuple(lines),
            rules=tuple(rules),
            keys=tuple(key.lowered(legend_y) for key in keys),
            scene=scene,
            scene_x=self.x,
            scene_y=self.top + AXIS_HEIGHT_PX * TYPE_SCALE,
            scene_zoom=TYPE_SCALE,
            description=description_of(subject, scene, self.title),
        )


def _numbered(sheets: Sequence[Page], language: str, measure: TextMeasure) -> Iterator[Page]:
    """Each sheet with its number at the top right, where there are several."""
    if len(sheets) < 2:
        yield from sheets
        return
    for number, page in enumerate(sheets, start=1):
        text = words_in(language).page.format(page=number, pages=len(sheets))
        width = measure(text, 13.0, REGULAR)
        margin = margin_of(page.size)
        line = Line(
            page.size.width - margin - width, 0.4 * margin, width, text, 13.0, REGULAR, "ink_faint"
        )
        yield replace(page, lines=(*page.lines, line))
