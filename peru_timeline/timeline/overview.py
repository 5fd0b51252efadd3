"""Overview: how many events each stretch of the whole span holds, counted once, however far one zooms in."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.ticks import ticks
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.text_measure import TextMeasure


class Density(NamedTuple):
    """Counts per bin; bin i lasts from ``edges[i]`` to ``edges[i + 1]`` (days)."""

    edges: NDArray[np.float64]
    shown: NDArray[np.int64]  # events that pass the filter
    all: NDArray[np.int64]


def density(columns: Columns, mask: NDArray[np.bool_], edges: NDArray[np.float64]) -> Density:
    """Every event counted in the one bin that its anchor lies in; what lies beyond the ends, in the outermost."""
    inside = np.clip(columns.anchor, edges[0], np.nextafter(edges[-1], edges[0]))
    of_bin = np.searchsorted(edges, inside, side="right") - 1
    count = len(edges) - 1
    return Density(
        edges,
        np.bincount(of_bin[mask], minlength=count),
        np.bincount(of_bin, minlength=count),
    )


def calendar_edges(
    span: TimeSpan, width_px: float, language: str, measure: TextMeasure
) -> NDArray[np.float64]:
    """Bins that begin where the time axis has its lines: years of this chronology, decades of a longer one."""
    days = [tick.day for tick in ticks(TimeScale(span, 0.0, width_px), language, measure).minor]
    inner = [day for day in days if span.start < day < span.end]
    return np.array([span.start, *inner, span.end], dtype=np.float64)
