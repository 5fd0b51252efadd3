"""Where title, timeline, legend and foot are on a page; posters and slides use it too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peru_timeline.chronology.text import in_language, isolated
from peru_timeline.pictures.foot import counts_in_words, foot_height, foot_lines
from peru_timeline.pictures.legend import legend_height, legend_keys
from peru_timeline.pictures.page import Page, PageSpec
from peru_timeline.pictures.phrases import phrases_in
from peru_timeline.pictures.sizes import PageSize
from peru_timeline.pictures.subject import Subject, default_view_name
from peru_timeline.pictures.text_lines import Ink, TextLine, wrapped
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX, HEADER_PADDING_PX
from peru_timeline.timeline.scene import Scene
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import BOLD, REGULAR

TITLE_PX, SUBTITLE_PX, SMALLEST_TITLE_PX = 34.0, 18.0, 13.0
FULL_TITLE_WIDTH_PX = 1100.0  # narrower pages have smaller titles
MOST_TITLE_LINES = 2
LINE_HEIGHT_EM = 1.32
FOOT_RULE_PX = 4.0  # from the rule to the foot below it
LEGEND_BELOW_PX, LEGEND_ABOVE_PX = 13.0, 9.0  # from the legend to the foot, from the rule above it
LEGEND_MARGINS_PX, NO_LEGEND_PX = (
    26.0,
    12.0,
)  # between timeline and foot: around a legend, without one


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The parts of a page around its timeline, in design px."""

    spec: PageSpec
    title: str
    head: tuple[TextLine, ...]
    margin: float  # left and right
    top: float  # of the time axis
    bottom: float  # of the lanes
    foot_top: float

    @property
    def size(self) -> PageSize:
        return self.spec.size

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.size.width - 2 * self.margin

    def scene_x(self, zoom: float) -> float:
        """Left edge of the scene: lane names are aligned with the title, the shade behind them is not."""
        return self.margin - HEADER_PADDING_PX * zoom

    def scene_width(self, zoom: float) -> float:
        """Px of the scene from its left edge to the right margin."""
        return (self.size.width - self.margin - self.scene_x(zoom)) / zoom

    def scene_height(self, zoom: float) -> float:
        """Px of the scene that there are for lanes."""
        return (self.bottom - self.top) / zoom - AXIS_HEIGHT_PX

    def page(self, subject: Subject, scene: Scene, zoom: float, measure: TextMeasure) -> Page:
        """The page with this scene."""
        keys = (
            legend_keys(subject, scene, self.margin, self.width, measure)
            if self.spec.legend
            else ()
        )
        legend_y = self.foot_top - legend_height(keys) - LEGEND_BELOW_PX
        foot = foot_lines(
            subject, scene, self.margin, self.width, measure, counts_only=not self.spec.foot
        )
        rules = [(self.margin, self.foot_top - FOOT_RULE_PX, self.width)]
        if keys:
            rules.append((self.margin, legend_y - LEGEND_ABOVE_PX, self.width))
        return Page(
            size=self.size,
            title=self.title,
            lines=(*self.head, *(line.lowered(self.foot_top) for line in foot)),
            rules=tuple(rules),
            keys=tuple(key.lowered(legend_y) for key in keys),
            scene=scene,
            scene_x=self.scene_x(zoom),
            scene_y=self.top + AXIS_HEIGHT_PX * zoom,
            scene_zoom=zoom,
            description=_description(subject, scene, self.title),
        )


def page_layout(subject: Subject, spec: PageSpec, measure: TextMeasure) -> PageLayout:
    """Lay out a page; legend and foot get the height that they can need at most, whatever the scene shows."""
    size, margin = spec.size, margin_of(spec.size)
    width = size.width - 2 * margin
    title = default_title(subject) if spec.title is None else spec.title
    subtitle = default_subtitle(subject) if spec.subtitle is None else spec.subtitle
    head, top = _head(title, subtitle, margin, width, measure)
    legend = legend_keys(subject, None, margin, width, measure) if spec.legend else ()
    foot = foot_lines(subject, None, margin, width, measure, counts_only=not spec.foot)
    foot_top = size.height - 0.75 * margin - foot_height(foot)
    between = legend_height(legend) + LEGEND_MARGINS_PX if legend else NO_LEGEND_PX
    return PageLayout(spec, title, head, margin, top, foot_top - between, foot_top)


def margin_of(size: PageSize) -> float:
    """Px left empty at either side of a page."""
    return max(20.0, min(64.0, 0.04 * size.width))


def default_title(subject: Subject) -> str:
    """The title of a picture if the reader chooses no other."""
    return in_language(subject.chronology.title, subject.language)


def default_subtitle(subject: Subject) -> str:
    """Filter and span in words; of a whole chronology, the first sentence of its description."""
    description = subject.chronology.description
    if subject.query.is_empty and description and subject.shown.all():
        return _first_sentence(in_language(description, subject.language))
    return default_view_name(subject)


def _first_sentence(text: str) -> str:
    end = text.find(". ")
    return text if end < 0 else text[: end + 1]


def _head(
    title: str, subtitle: str, x: float, width: float, measure: TextMeasure
) -> tuple[tuple[TextLine, ...], float]:
    """(title and subtitle, y of what follows)."""
    y = 0.62 * x
    lines: list[TextLine] = []
    scale = min(1.0, max(0.6, width / FULL_TITLE_WIDTH_PX))
    styles: Sequence[tuple[str, float, int, Ink]] = (
        (title, TITLE_PX, BOLD, "ink"),
        (subtitle, SUBTITLE_PX, REGULAR, "ink_soft"),
    )
    for text, full_px, weight, ink in styles:
        px = round(max(full_px * scale, SMALLEST_TITLE_PX))
        for part in wrapped(text, px, weight, width, measure, MOST_TITLE_LINES):
            middle = y + LINE_HEIGHT_EM * px * 0.5
            lines.append(TextLine(x, middle, measure(part, px, weight), part, px, weight, ink))
            y += LINE_HEIGHT_EM * px
    return tuple(lines), y + 4.0


def _description(subject: Subject, scene: Scene, title: str) -> str:
    lanes = ", ".join(isolated(band.name) for band in scene.lanes if band.name)
    counts = counts_in_words(scene.counts, subject.language)
    said = phrases_in(subject.language).picture
    return said.format(title=isolated(title), counts=counts, lanes=lanes)
