"""The time axis of a composition, and the bars that count what is left out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from peru_timeline.pictures.composition.composition import Axis, Measures, text_line
from peru_timeline.pictures.composition.styles import MAJOR_TICK, MINOR_TICK, TextStyle
from peru_timeline.pictures.subject import Subject
from peru_timeline.pictures.text_lines import Box, TextLine
from peru_timeline.timeline.axis.ticks import Ticks, ticks
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.metrics import MAJOR_FONT_PX

AXIS_PX = 30.0  # height of the labels
AFTER_LINE_PX = 6.0  # from a line of the grid to its label
LABEL_AIR_PX = 8.0
REST_BIN_PX, REST_PX = 10.0, 24.0  # width of a bin, height of the fullest
LEAST_BAR_PX = 3.0
LEAST_PEAK = 4  # events of the fullest bin: a single one is no tower


def axis_of(scale: TimeScale, top: float, language: str, measures: Measures) -> Axis:
    """The axis, one line of labels whose tops are at `top`."""

    def measure(text: str, font_px: float, _weight: int, /) -> float:
        # The axis chooses its steps by the type of the window: here it is larger.
        style = MAJOR_TICK if font_px >= MAJOR_FONT_PX else MINOR_TICK
        return measures.sans(text, style.px, style.weight) + AFTER_LINE_PX + LABEL_AIR_PX

    found = ticks(scale, language, measure)
    grid = [
        (tick.px, is_major)
        for is_major, row in ((False, found.minor), (True, found.major))
        for tick in row
        if tick.line and scale.left_px <= tick.px <= scale.right_px
    ]
    middle = top + AXIS_PX / 2
    labels: list[TextLine] = []
    for text, px, style in _named(found):
        line = text_line(text, px + AFTER_LINE_PX, middle, style, measures)
        inside = line.x + line.width <= scale.right_px
        if inside and not any(_too_near(line, other) for other in labels):
            labels.append(line)
    return Axis(tuple(grid), tuple(labels), found.stretched)


def _too_near(line: TextLine, other: TextLine) -> bool:
    return (
        line.x < other.x + other.width + LABEL_AIR_PX
        and other.x < line.x + line.width + LABEL_AIR_PX
    )


def _named(found: Ticks) -> Iterator[tuple[str, float, TextStyle]]:
    """(label, px, style), the most important first: “Apr 2023”, later years, then the months between.

    A larger unit that began before the left edge is said with the first tick in sight, where it holds.
    """
    majors = {tick.day for tick in found.major if tick.line}
    minors = [tick for tick in found.minor if tick.label and tick.day not in majors]
    for tick in found.major:
        first = minors[0] if minors else None
        # The axis of years writes the first one in sight in full, at its own tick.
        if tick.line or first is None or tick.label.endswith(first.label):
            yield tick.label, tick.px, MAJOR_TICK
        else:
            yield f"{first.label} {tick.label}", first.px, MAJOR_TICK
    for tick in minors:
        yield tick.label, tick.px, MINOR_TICK


def rest_of(
    subject: Subject, events: tuple[int, ...], scale: TimeScale, bottom: float
) -> tuple[Box, ...]:
    """How many of these events each stretch of time holds, as bars that stand on `bottom`."""
    if not events:
        return ()
    anchors = scale.to_px(subject.drawn_columns.anchor[np.asarray(events, np.int64)])
    inside = np.clip(anchors, scale.left_px, scale.right_px - 1) - scale.left_px
    counts = np.bincount((inside // REST_BIN_PX).astype(np.int64))
    heights = np.maximum(counts / max(counts.max(), LEAST_PEAK) * REST_PX, LEAST_BAR_PX)
    return tuple(
        Box(
            scale.left_px + place * REST_BIN_PX + 1,
            bottom - float(heights[place]),
            min(REST_BIN_PX, scale.width_px - place * REST_BIN_PX) - 2,
            float(heights[place]),
        )
        for place in np.flatnonzero(counts).tolist()
    )
