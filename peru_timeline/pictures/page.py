"""Page: a picture composed for its size: title, time axis, lanes, legend and foot, each with its place.

Titles of events are laid out anew for the picture. The text is as large as lets every event carry its title
(`TYPE_SCALES`), and where no size does, the smallest: 11 px on a page 1,600 px wide. What is left out is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from peru_timeline.chronology.query import Mask
from peru_timeline.chronology.text import in_language
from peru_timeline.pictures.foot import counts_words, foot_lines
from peru_timeline.pictures.legend import Key, legend_keys
from peru_timeline.pictures.refusals import Refusal
from peru_timeline.pictures.sizes import PageSize
from peru_timeline.pictures.subject import Subject, default_view_name
from peru_timeline.pictures.whole import whole_words
from peru_timeline.pictures.words import words_in
from peru_timeline.pictures.writing import Box, Ink, Line, wrapped
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Lanes, build_lanes
from peru_timeline.timeline.layout_input import LayoutInput, build_layout_input
from peru_timeline.timeline.metrics import (
    AXIS_HEIGHT_PX,
    HEADER_PADDING_PX,
    LANE_COUNT_FONT_PX,
    LANE_NAME_FONT_PX,
)
from peru_timeline.timeline.scene import Scene
from peru_timeline.timeline.text_measure import BOLD, REGULAR, SEMIBOLD, TextMeasure

TYPE_SCALES = (1.8, 1.65, 1.5, 1.4, 1.3, 1.2, 1.1)
"""Design px per px of the scene, tried from the largest; at 1.1 the scene's smallest text, 10 px, is 11 px high."""

COUNT_AIR_PX = 32.0  # between a lane's name and its count, and after that
WIDEST_HEADER, NARROW_HEADER, NARROW_PX = 0.24, 0.36, 230.0  # of the page; where that is narrow
TITLE_PX, SUBTITLE_PX = 34.0, 18.0
TITLE_LINES, SUBTITLE_LINES = 2, 2
PICTURE_TITLED_PX = (
    14.0  # nobody can zoom into a picture: only rows with room for whole lines have titles
)
LEAST_SCENE_PX = 60.0


class PageError(ValueError):
    """A picture that cannot be composed; its text is a sentence."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """How a picture is asked for; None for a title or subtitle takes the chronology's own, "" leaves it out."""

    size: PageSize
    title: str | None = None
    subtitle: str | None = None
    legend: bool = True
    foot: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A composed picture, in design px; the scene begins at (`scene_x`, `scene_y`), `scene_zoom` times as large."""

    size: PageSize
    language: str
    title: str
    lines: tuple[Line, ...]
    rules: tuple[tuple[float, float, float], ...]  # x, y, width
    keys: tuple[Key, ...]
    scene: Scene
    scene_x: float
    scene_y: float  # top of the lanes; the axis stands above
    scene_zoom: float
    description: str  # in words, for those who do not see it

    @property
    def scene_box(self) -> Box:
        """What axis and lanes cover."""
        zoom = self.scene_zoom
        top = self.scene_y - AXIS_HEIGHT_PX * zoom
        return Box(
            self.scene_x, top, self.scene.right * zoom, (self.scene.height + AXIS_HEIGHT_PX) * zoom
        )

    def on_page(self, x: float, y: float, width: float, height: float) -> Box:
        """A rectangle of the scene in design px."""
        zoom = self.scene_zoom
        return Box(self.scene_x + x * zoom, self.scene_y + y * zoom, width * zoom, height * zoom)

    @property
    def text_boxes(self) -> tuple[Box, ...]:
        """Every line of text and every card, for those who prove that nothing overlaps."""
        return tuple(self._text_boxes())

    def _text_boxes(self) -> Iterator[Box]:
        for line in self.lines:
            yield line.box
        for key in self.keys:
            yield key.words.box
            if key.sample is not None:
                yield key.sample.box
        for label in self.scene.labels:
            # A label's box is its row; letters cover 1.2 of their size.
            air = (label.height - 1.2 * label.font_px) / 2
            yield self.on_page(label.x, label.y + air, label.width, label.height - 2 * air)
        for card in self.scene.cards:
            yield self.on_page(card.left, card.top, card.width, card.height)


def default_title(subject: Subject) -> str:
    """What a picture is called where the reader says nothing else."""
    return in_language(subject.chronology.title, subject.language)


def default_subtitle(subject: Subject) -> str:
    """Filter and span, in words; of a whole chronology, how it describes itself in its first sentence."""
    told = subject.chronology.description
    if subject.query.is_empty and told and subject.shown.all():
        return _first_sentence(in_language(told, subject.language))
    return default_view_name(subject)


def _first_sentence(text: str) -> str:
    end = text.find(". ")
    return text if end < 0 else text[: end + 1]


def compose(subject: Subject, spec: PageSpec, measure: TextMeasure) -> Page:
    """Compose the picture; raises PageError where the size leaves no room for a timeline."""
    size = spec.size
    margin = margin_of(size)
    width = size.width - 2 * margin
    title = default_title(subject) if spec.title is None else spec.title
    subtitle = default_subtitle(subject) if spec.subtitle is None else spec.subtitle
    lines, top = head_lines(title, subtitle, margin, width, measure)
    # The foot and the legend are as high as they can become; what they say waits for the scene.
    _, legend_height = legend_keys(subject, None, spec.legend, margin, width, measure)
    foot_height = foot_lines(subject, None, spec.foot, margin, width, measure)[1]
    foot_top = size.height - 0.75 * margin - foot_height
    legend_top = foot_top - (legend_height + 26.0 if legend_height else 12.0)
    scene, zoom, x = _scene(subject, size, margin, top, legend_top, measure)
    keys, used = legend_keys(subject, scene, spec.legend, margin, width, measure)
    legend_y = foot_top - used - 13.0
    found, _ = foot_lines(subject, scene, spec.foot, margin, width, measure)
    lines += [line._replace(middle=line.middle + foot_top) for line in found]
    rules = [(margin, foot_top - 4.0, width)]
    if keys:
        rules.append((margin, legend_y - 9.0, width))
    return Page(
        size=size,
        language=subject.language,
        title=title,
        lines=tuple(lines),
        rules=tuple(rules),
        keys=tuple(key.lowered(legend_y) for key in keys),
        scene=scene,
        scene_x=x,
        scene_y=top + AXIS_HEIGHT_PX * zoom,
        scene_zoom=zoom,
        description=description_of(subject, scene, title),
    )


def layout_input_for(subject: Subject, measure: TextMeasure) -> LayoutInput:
    """What the subject's scenes are laid out from: only lanes with events in them, titles within the span."""
    lanes = occupied(build_lanes(subject.chronology, subject.grouping), subject.shown)
    layout_input = build_layout_input(
        subject.chronology, subject.columns, lanes, subject.language, measure, PICTURE_TITLED_PX
    )
    return replace(layout_input, home=subject.drawn_span)


def occupied(lanes: Lanes, shown: Mask) -> Lanes:
    """The lanes in which any of these events stands, with all of their events."""
    kept = np.unique(lanes.lane[shown[lanes.event]])
    here = np.isin(lanes.lane, kept)
    return Lanes(
        tuple(lanes.ids[i] for i in kept),
        tuple(lanes.names[i] for i in kept),
        np.searchsorted(kept, lanes.lane[here]).astype(np.int32),
        lanes.event[here],
    )


def header_px(layout_input: LayoutInput, widest: float, measure: TextMeasure) -> float:
    """Width of the lanes' names and counts in px of the scene, at the most `widest`."""
    counts = (f"{total}/{total}" for total in layout_input.lane_totals.tolist())
    count = max((measure(text, LANE_COUNT_FONT_PX, REGULAR) for text in counts), default=0.0)
    name = max(
        (measure(text, LANE_NAME_FONT_PX, SEMIBOLD) for text in layout_input.lane_names),
        default=0.0,
    )
    return min(HEADER_PADDING_PX + name + count + COUNT_AIR_PX, widest)


def widest_header(width: float) -> float:
    """Px that names of lanes may take of a scene so wide; longer ones are broken, and only then cut."""
    return max(WIDEST_HEADER * width, min(NARROW_HEADER * width, NARROW_PX))


def margin_of(size: PageSize) -> float:
    """Px left free at either side of a page."""
    return max(20.0, min(64.0, 0.04 * size.width))


def head_lines(
    title: str, subtitle: str, x: float, width: float, measure: TextMeasure
) -> tuple[list[Line], float]:
    """(title and subtitle, where the time axis begins)."""
    y = 0.62 * x
    lines: list[Line] = []
    small = min(1.0, max(0.6, width / 1100))
    for text, design_px, weight, ink, most in (
        (title, TITLE_PX, BOLD, "ink", TITLE_LINES),
        (subtitle, SUBTITLE_PX, REGULAR, "ink_soft", SUBTITLE_LINES),
    ):
        px = round(max(design_px * small, 13.0))
        made = _paragraph(text, x, y, px, weight, ink, width, most, measure)  # type: ignore[arg-type]
        lines += made
        y += 1.32 * px * len(made)
    return lines, y + 4.0


def _paragraph(
    text: str,
    x: float,
    top: float,
    px: float,
    weight: int,
    ink: Ink,
    width: float,
    most: int,
    measure: TextMeasure,
) -> list[Line]:
    broken = wrapped(text, px, weight, width, measure, most)
    return [
        Line(x, top + 1.32 * px * (i + 0.5), measure(line, px, weight), line, px, weight, ink)
        for i, line in enumerate(broken)
    ]


def _scene(
    subject: Subject, size: PageSize, margin: float, top: float, bottom: float, measure: TextMeasure
) -> tuple[Scene, float, float]:
    """(scene, design px per px of it, its left edge): in the largest type that has room for all titles."""
    layout_input = layout_input_for(subject, measure)

    def drawn(zoom: float) -> tuple[Scene, float] | None:
        # Names of lanes stand in line with the title; the shade behind them reaches into the margin.
        x = margin - HEADER_PADDING_PX * zoom
        width = (size.width - margin - x) / zoom
        height = (bottom - top) / zoom - AXIS_HEIGHT_PX
        left = header_px(layout_input, widest_header(width), measure)
        if height < LEAST_SCENE_PX or width - left < 2 * LEAST_SCENE_PX:
            return None
        scale = TimeScale(subject.drawn_span, left, width)
        arrangement = arrange(layout_input, scale, height, mask=subject.shown)
        scene = lay_out(arrangement, scale, selection=_selected(subject))
        return whole_words(scene, measure, layout_input.texts.title), x

    smallest = drawn(TYPE_SCALES[-1])
    if smallest is None:
        raise PageError(Refusal.NO_ROOM.of(f"{size.width:.0f}", f"{size.height:.0f}"))
    # Where not even the smallest type has room for all titles, no larger one has.
    if _is_complete(smallest[0]):
        for zoom in TYPE_SCALES[:-1]:
            larger = drawn(zoom)
            if larger is not None and _is_complete(larger[0]):
                return larger[0], zoom, larger[1]
    return smallest[0], TYPE_SCALES[-1], smallest[1]


def _is_complete(scene: Scene) -> bool:
    return (
        scene.counts.titled == scene.counts.in_view and scene.content_height <= scene.height + 0.01
    )


def _selected(subject: Subject) -> int | None:
    if subject.selection is None or not subject.shown[subject.selection]:
        return None
    return subject.selection


def description_of(subject: Subject, scene: Scene, title: str) -> str:
    """The picture in a sentence, for those who do not see it."""
    lanes = ", ".join(band.name for band in scene.lanes if band.name)
    counted = counts_words(scene.counts, subject.language)
    return words_in(subject.language).picture.format(title=title, counts=counted, lanes=lanes)
