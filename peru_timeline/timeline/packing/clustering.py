"""Clustering: events of a lane that are too many for marks of their own, counted in bins of time.

Bins are aligned to the octave, not to the visible span, so panning changes neither their edges nor their counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.columns import BLOC_STYLE_COUNT, Columns
from peru_timeline.timeline.packing.mark_extents import Octave, mark_extents
from peru_timeline.timeline.packing.row_packing import MARK_SPACING_PX, Floats
from peru_timeline.timeline.scene import Shape

CLUSTER_PX = 36.0  # width of a bin at the octave's lower end
STRIP_BIN_PX = 6.0
LANDMARK_EVERY_PX = 180.0  # in each such stretch one event keeps a mark of its own


@dataclass(frozen=True, eq=False)
class Clustering:
    """Events of one lane, sorted by bin: the bin in which the event's glyph would stand, or its bar begin.

    Only bins with events are kept; a slice of them is called `bins` below.
    """

    events: NDArray[np.int32]  # [n] sorted by bin
    offsets: NDArray[np.int64]  # [bins + 1]: bin i holds ``events[offsets[i]:offsets[i + 1]]``
    bin_numbers: NDArray[np.int64]  # [bins] ascending, counted from the origin day
    end_days: Floats  # [n] days on which events end, ascending
    bloc_counts: NDArray[np.int64]  # [bins, bloc styles] events of each; [0, …] for a strip
    bin_days: float  # length of a bin
    origin_day: float  # start of bin 0
    columns: Columns
    is_strip: bool

    @cached_property
    def peak(self) -> int:
        """The number of events in the fullest bin."""
        return int(np.diff(self.offsets).max(initial=0))

    def visible_bins(self, scale: TimeScale) -> slice:
        """The bins that overlap the visible span."""
        begin = np.floor((scale.span.start - self.origin_day) / self.bin_days)
        end = np.ceil((scale.span.end - self.origin_day) / self.bin_days)
        return slice(*np.searchsorted(self.bin_numbers, [begin, end]).tolist())

    def events_in(self, bins: slice) -> NDArray[np.int32]:
        """The events in these bins."""
        return self.events[self.offsets[bins.start] : self.offsets[bins.stop]]

    def visible_events(self, scale: TimeScale) -> NDArray[np.int32]:
        """Those events of the visible bins that overlap the visible span; bins at its edges reach beyond it."""
        events, columns = self.events_in(self.visible_bins(scale)), self.columns
        after, before = (
            columns.end[events] > scale.span.start,
            columns.start[events] < scale.span.end,
        )
        return events[after & before]

    def ongoing_count(self, scale: TimeScale) -> int:
        """The number of events from earlier bins that last into the visible span; no visible bin counts them."""
        start, day = self.visible_bins(scale).start, scale.span.start
        ended = np.searchsorted(self.end_days, day, side="right")
        in_first_bin = self.events_in(slice(start, min(start + 1, len(self.bin_numbers))))
        ended_there = np.count_nonzero(self.columns.end[in_first_bin] <= day)
        return int(self.offsets[start] - (ended - ended_there))

    def ongoing_events(self, scale: TimeScale) -> NDArray[np.int32]:
        """The events that `ongoing_count` counts."""
        before = self.events[: self.offsets[self.visible_bins(scale).start]]
        return before[self.columns.end[before] > scale.span.start]

    def bin_start(self, bin_number: float) -> float:
        """The day on which a bin begins."""
        return self.origin_day + bin_number * self.bin_days

    def blocs_by_bin(self, bins: slice) -> list[tuple[int, ...]]:
        """The bloc styles in each bin, the most frequent first."""
        counts = self.bloc_counts[bins]
        order = np.argsort(-counts, axis=1, kind="stable")
        return [
            tuple(bloc for bloc in ranked if of_bin[bloc])
            for ranked, of_bin in zip(order.tolist(), counts.tolist(), strict=True)
        ]


def most_important_events(
    columns: Columns, events: NDArray[np.int32], octave: Octave
) -> NDArray[np.int32]:
    """The most important event of each stretch of LANDMARK_EVERY_PX, the earliest among equals."""
    stretch = _bins(columns, events, octave, LANDMARK_EVERY_PX)
    order = np.argsort(stretch * 4 - columns.importance[events], kind="stable")
    return np.sort(events[order][_firsts(stretch[order])])


def events_alone_in_bin(
    columns: Columns, events: NDArray[np.int32], octave: Octave
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """(events whose mark has a bin to itself and fits into it, the other events)."""
    of_event = _bins(columns, events, octave, CLUSTER_PX)
    order = np.argsort(of_event, kind="stable")
    firsts = _firsts(of_event[order])
    single = order[firsts[np.diff(firsts, append=len(order)) == 1]]
    left, right = mark_extents(columns, events[single], octave)
    begin = of_event[single] * CLUSTER_PX
    single = single[(left >= begin) & (right + MARK_SPACING_PX <= begin + CLUSTER_PX)]
    alone = np.zeros(len(events), dtype=np.bool_)
    alone[single] = True
    return events[alone], events[~alone]


def count_filled_bins(columns: Columns, events: NDArray[np.int32], octave: Octave) -> int:
    """How many clusters the events would make."""
    return len(_firsts(np.sort(_bins(columns, events, octave, CLUSTER_PX), kind="stable")))


def _firsts(ascending: NDArray[np.int64]) -> NDArray[np.int64]:
    """Indices at which a new value begins."""
    return np.flatnonzero(np.diff(ascending, prepend=ascending[:1] - 1))


def _bins(
    columns: Columns, events: NDArray[np.int32], octave: Octave, bin_px: float
) -> NDArray[np.int64]:
    yield_to_frame()
    start, end = columns.start[events], columns.end[events]
    day = np.where(columns.shape[events] == Shape.POINT, (start + end) / 2, start)
    return np.floor(octave.to_px(day) / bin_px).astype(np.int64)


def cluster_events(
    columns: Columns, events: NDArray[np.int32], octave: Octave, is_strip: bool
) -> Clustering:
    """The events in bins of a strip or of clusters."""
    bin_px = STRIP_BIN_PX if is_strip else CLUSTER_PX
    of_event = _bins(columns, events, octave, bin_px)
    order = np.argsort(of_event, kind="stable")
    event, first = events[order], _firsts(of_event[order])
    filled = 0 if is_strip else len(first)
    bounds = np.append(first, len(events))
    return Clustering(
        events=event,
        offsets=bounds,
        bin_numbers=of_event[order][first],
        end_days=np.sort(columns.end[events], kind="stable"),
        bloc_counts=_bloc_counts(columns.bloc[event], np.diff(bounds)[:filled]),
        bin_days=bin_px / octave.px_per_day,
        origin_day=octave.origin_day,
        columns=columns,
        is_strip=is_strip,
    )


def _bloc_counts(bloc: NDArray[np.uint8], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """[bins, bloc styles] How often each style occurs, `bloc` [n] being sorted into bins of these sizes."""
    codes = np.repeat(np.arange(len(sizes)) * BLOC_STYLE_COUNT, sizes)
    codes += bloc[: len(codes)]
    return np.bincount(codes, minlength=len(sizes) * BLOC_STYLE_COUNT).reshape(-1, BLOC_STYLE_COUNT)
