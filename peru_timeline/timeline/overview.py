"""Overview: how many events each part of the whole span holds, at any zoom."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.ticks import ticks
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.axis.time_warp import UNWARPED, TimeWarp
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.text_measure import TextMeasure


class Density(NamedTuple):
    """Counts [bins]; bin i lasts from ``edges[i]`` to ``edges[i + 1]``, in days."""

    edges: NDArray[np.float64]
    shown: NDArray[np.int64]  # events that pass the filter
    all: NDArray[np.int64]
    dated: NDArray[
        np.int64
    ]  # of those shown, those with a known beginning; the others are only known to be no later


def density(columns: Columns, mask: NDArray[np.bool_], edges: NDArray[np.float64]) -> Density:
    """Count each event in the bin of its anchor day; events beyond the ends, in the outermost bins."""
    inside = np.clip(columns.anchor, edges[0], np.nextafter(edges[-1], edges[0]))
    of_bin = np.searchsorted(edges, inside, side="right") - 1
    count = len(edges) - 1
    return Density(
        edges,
        np.bincount(of_bin[mask], minlength=count),
        np.bincount(of_bin, minlength=count),
        np.bincount(of_bin[mask & columns.is_dated], minlength=count),
    )


def calendar_edges(
    span: TimeSpan,
    width_px: float,
    language: str,
    measure: TextMeasure,
    warp: TimeWarp = UNWARPED,
) -> NDArray[np.float64]:
    """[bins + 1] Edges of bins that begin at the minor ticks of the time axis, such as years or decades; drawn days."""
    scale = TimeScale(span, 0.0, width_px, warp)
    days = [warp.to_drawn(float(tick.day)) for tick in ticks(scale, language, measure).minor]
    inner = [day for day in days if span.start < day < span.end]
    return np.array([span.start, *inner, span.end], dtype=np.float64)
