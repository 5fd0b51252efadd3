"""Composition: few events in large type for an audience, with everything in its position, in design px."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from peru_timeline.pictures.composition.styles import TextStyle
from peru_timeline.pictures.legend import LegendKey
from peru_timeline.pictures.sizes import PageSize
from peru_timeline.pictures.text_lines import Box, TextLine
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.scene import Mark
from peru_timeline.timeline.text_measure import TextMeasure

MARK_ZOOM = 1.5
"""Design px per px of the scene, for outlines, fades, arrows and whiskers of the marks."""


class Measures(NamedTuple):
    """How wide text is: in the typeface of titles, and in that of quotations."""

    sans: TextMeasure
    serif: TextMeasure


@dataclass(frozen=True, slots=True)
class CompositionSpec:
    """The composition that is asked for.

    Attributes:
        headline: what the picture shows; None takes the title of the subject.
        line: what is said below it; None takes the filter and span of the subject.
        focus: index of the event that is quoted beside the timeline; the others are then dimmed.
        by_hand: indices of the only events that may be shown, the most important first; None leaves the choice to
            their importance.
        panel_foot: said at the foot of the panel, such as the place of its event among the others.
        place: said in the lower right corner, such as the number of the slide.
        legend: whether what occurs is explained.
        sources: whether the foot names the sources.
        titled: whether the headline is part of the picture; a slide may have it elsewhere.

    """

    size: PageSize
    headline: str | None = None
    line: str | None = None
    focus: int | None = None
    by_hand: tuple[int, ...] | None = None
    panel_foot: str = ""
    place: str = ""
    legend: bool = True
    sources: bool = True
    titled: bool = True


class Told(NamedTuple):
    """One event: its mark, and below it the lines of its title and its date."""

    event: int
    mark: Mark
    title: tuple[TextLine, ...]
    date: TextLine
    dimmed: bool

    @property
    def lines(self) -> tuple[TextLine, ...]:
        return (*self.title, self.date)

    @property
    def left(self) -> float:
        """The left edge of all that is drawn of the event."""
        return min(self.mark.box_left, *(line.x for line in self.lines))

    @property
    def right(self) -> float:
        """The right edge of all that is drawn of the event."""
        return max(self.mark.box_right, *(line.x + line.width for line in self.lines))


class Axis(NamedTuple):
    """The time axis: lines of the grid as (x, whether it is a major one), and the labels above them."""

    grid: tuple[tuple[float, bool], ...]
    labels: tuple[TextLine, ...]


class Panel(NamedTuple):
    """The event in focus, quoted: a box with a stripe in the colour of its bloc, and lines of text."""

    box: Box
    bloc: int
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """A composition as it is painted, in design px.

    Attributes:
        title: the headline, for file properties and screen readers.
        head: headline and the line below it.
        foot: sources, counts, and the place in the corner.
        area: where marks and titles stand, below the axis.
        scale: which day is at which x of the area.
        rest: how many of the events left out each stretch of time holds, as bars at the foot of the area.
        left_out: indices of the events of the subject that are not told, the most important first.
        description: a sentence, for people who do not see the picture.

    """

    size: PageSize
    title: str
    head: tuple[TextLine, ...]
    foot: tuple[TextLine, ...]
    area: Box
    scale: TimeScale
    axis: Axis
    told: tuple[Told, ...]
    rest: tuple[Box, ...]
    panel: Panel | None
    keys: tuple[LegendKey, ...]
    focus: int | None
    left_out: tuple[int, ...]
    description: str

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """Head and foot."""
        return (*self.head, *self.foot)

    @property
    def events(self) -> tuple[int, ...]:
        """Indices of the events that are told, by date."""
        return tuple(sorted(told.event for told in self.told))

    def event_at(self, x: float, y: float, slack: float = 8.0) -> int | None:
        """The event whose mark, title or date is within `slack` px of a point."""
        for told in self.told:
            mark, half = told.mark, told.mark.height / 2
            on_mark = abs(y - mark.y) <= half + slack
            if on_mark and mark.box_left - slack <= x <= mark.box_right + slack:
                return told.event
            for line in told.lines:
                box = line.box
                if box.left - slack <= x <= box.right + slack and box.top <= y <= box.bottom:
                    return told.event
        return None

    @property
    def text(self) -> tuple[TextLine, ...]:
        """Every line of text, the headline first."""
        told = (line for told in self.told for line in told.lines)
        panel = self.panel.lines if self.panel else ()
        keys = (line for key in self.keys for line in (key.letters, key.meaning) if line)
        return (*self.lines, *self.axis.labels, *told, *panel, *keys)


def text_line(text: str, x: float, middle: float, style: TextStyle, measures: Measures) -> TextLine:
    """One line of text that begins at `x`."""
    measure = measures.serif if style.serif else measures.sans
    width = measure(text, style.px, style.weight)
    return TextLine(x, middle, width, text, style.px, style.weight, style.ink, style.serif)


def paragraph(
    lines: Sequence[str], x: float, top: float, style: TextStyle, measures: Measures
) -> tuple[TextLine, ...]:
    """Lines of text below one another, the first of them below `top`."""
    return tuple(
        text_line(text, x, top + style.line_px * (number + 0.5), style, measures)
        for number, text in enumerate(lines)
    )
