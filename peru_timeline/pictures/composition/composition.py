"""Composition: few events in large type for an audience, with everything in its position, in design px."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from peru_timeline.chronology.arranging.edits import Side
from peru_timeline.pictures.composition.styles import TextStyle
from peru_timeline.pictures.legend import LegendKey
from peru_timeline.pictures.sizes import PageSize
from peru_timeline.pictures.text_lines import Box, TextLine
from peru_timeline.timeline.axis.ticks import Stretched
from peru_timeline.timeline.axis.time_bands import TimeBand
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.scene import Mark
from peru_timeline.timeline.text_measure import TextMeasure

FRAME_PX = (9.0, 5.0)  # from an event to the frame of one that is highlighted, each way
FRAME_LINE_PX, FRAME_RADIUS_PX = 2.5, 8.0
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
            the view of the subject, or to their importance.
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
    """One event: its mark, and below it the lines of its title and its date.

    Attributes:
        side: to which side of its mark the title goes.
        row: the row it stands in, counted from 1 at the top of its lane.
        highlighted: whether it is framed, because somebody decided so.
        displaced: whether it has no room in the row that was decided.

    """

    event: int
    mark: Mark
    title: tuple[TextLine, ...]
    date: TextLine
    dimmed: bool
    side: Side = "right"
    row: int = 1
    highlighted: bool = False
    displaced: bool = False

    @property
    def frame(self) -> Box:
        """Around all that is drawn of the event."""
        top = self.mark.y - self.mark.height / 2 - FRAME_PX[1]
        bottom = max(line.box.bottom for line in self.lines) + FRAME_PX[1]
        left = self.left - FRAME_PX[0]
        return Box(left, top, self.right + FRAME_PX[0] - left, bottom - top)

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
    """The time axis: lines of the grid as (x, whether it is a major one), and the labels above them.

    Where days are drawn longer than elsewhere it is shaded behind the labels.
    """

    grid: tuple[tuple[float, bool], ...]
    labels: tuple[TextLine, ...]
    stretched: tuple[Stretched, ...] = ()

    @property
    def shaded(self) -> tuple[tuple[Box, Stretched], ...]:
        """What is shaded."""
        if not self.labels:
            return ()
        top = min(line.box.top for line in self.labels)
        height = max(line.box.bottom for line in self.labels) - top
        return tuple((Box(s.left, top, s.right - s.left, height), s) for s in self.stretched)


class BandDrawn(NamedTuple):
    """A band behind the events: where it is, and the strip at its top with its label."""

    band: TimeBand
    body: Box
    cap: Box
    label: TextLine


class Lane(NamedTuple):
    """A theme: its name, and the line above it."""

    line: Box
    name: TextLine


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
        bands: what stands behind the events.
        lanes: the themes by which the view divides the events.
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
    bands: tuple[BandDrawn, ...] = ()
    lanes: tuple[Lane, ...] = ()

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """Head and foot."""
        return (*self.head, *self.foot)

    @property
    def events(self) -> tuple[int, ...]:
        """Indices of the events that are told, by date."""
        return tuple(sorted(told.event for told in self.told))

    def item(self, event: int) -> Told | None:
        """What is drawn of an event; None if it is not told."""
        return next((told for told in self.told if told.event == event), None)

    def lane_at(self, y: float) -> int:
        """The number of the lane at (any x, y); -1 above the first, or without lanes."""
        return sum(lane.name.box.top <= y for lane in self.lanes) - 1

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

    def band_at(self, x: float, y: float, slack: float = 4.0) -> BandDrawn | None:
        """The band whose label or strip is at a point; the one painted last wins."""
        for drawn in reversed(self.bands):
            for box in (drawn.cap, drawn.label.box):
                beside = box.left - slack <= x <= box.right + slack
                if beside and box.top <= y <= box.bottom:
                    return drawn
        return None

    @property
    def text(self) -> tuple[TextLine, ...]:
        """Every line of text, the headline first."""
        told = (line for told in self.told for line in told.lines)
        panel = self.panel.lines if self.panel else ()
        keys = (line for key in self.keys for line in (key.letters, key.meaning) if line)
        behind = (*(band.label for band in self.bands), *(lane.name for lane in self.lanes))
        return (*self.lines, *self.axis.labels, *behind, *told, *panel, *keys)


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
