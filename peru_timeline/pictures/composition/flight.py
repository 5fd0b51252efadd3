"""The flight between two views: what is told moves with the time, as if one zoomed from one to the other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from peru_timeline.pictures.composition.axis import axis_of
from peru_timeline.pictures.composition.composition import Composition, Measures, Told
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan


def between(start: TimeSpan, end: TimeSpan, share: float) -> TimeSpan:
    """A span on the way from one to another; its width changes by equal factors, as the eye expects of a zoom."""
    if share >= 1 or start.width <= 0 or end.width <= 0:
        return end
    width = math.exp(math.log(start.width) * (1 - share) + math.log(end.width) * share)
    # The middle moves in step with the width, so that zooming in does not overshoot sideways.
    change = end.width - start.width
    moved = (width - start.width) / change if abs(change) > 1e-9 else share
    middle = start.middle * (1 - moved) + end.middle * moved
    return TimeSpan(middle - width / 2, middle + width / 2)


def flown(
    composition: Composition, span: TimeSpan, language: str, measures: Measures
) -> Composition:
    """The composition as it looks from another span of days: marks where their days are then, texts with them."""
    old = composition.scale
    new = replace(old, span=old.warp.drawn_span(span))
    top = min((line.box.top for line in composition.axis.labels), default=composition.area.top)
    middle = max((line.middle for line in composition.axis.labels), default=top)
    axis = axis_of(new, top, language, measures)
    by = middle - max((line.middle for line in axis.labels), default=middle)
    return replace(
        composition,
        scale=new,
        axis=axis._replace(labels=tuple(line.lowered(by) for line in axis.labels)),
        told=tuple(_moved(composition, old, new)),
        rest=(),
        bands=(),
    )


def _moved(composition: Composition, old: TimeScale, new: TimeScale) -> Iterator[Told]:
    area = composition.area
    for told in composition.told:
        mark = told.mark
        left, right = new.to_px(old.to_day(mark.left)), new.to_px(old.to_day(mark.right))
        by = left - mark.left
        lines = [line._replace(x=line.x + by) for line in told.lines]
        if right < area.left or left > area.right:
            continue
        moved = mark._replace(left=max(left, area.left), right=min(right, area.right))
        yield told._replace(mark=moved, title=tuple(lines[:-1]), date=lines[-1])
