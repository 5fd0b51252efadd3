"""Crowds: the events of a lane that are too many for marks of their own, counted in bins of time.

Bins are aligned to the octave, not to the window, so that panning changes neither their edges nor their counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.background import give_way
from peru_timeline.timeline.columns import Columns
from peru_timeline.timeline.packing.mark_extents import Octave, mark_extents
from peru_timeline.timeline.packing.row_packing import MARK_AIR_PX, Floats
from peru_timeline.timeline.scene import Shape

CLUSTER_PX = 36.0  # at the octave's lower end
STRIP_BIN_PX = 6.0
OWN_PX = 180.0  # of so much time one event keeps a mark of its own
BLOCS = 6


@dataclass(frozen=True, eq=False)
class Crowd:
    """Events by bin; an event belongs to the bin in which its glyph would stand or its bar begins."""

    event: NDArray[np.int32]  # [n], by bin
    first: NDArray[
        np.int64
    ]  # [filled bins + 1]: the events of filled bin i are ``event[first[i]:first[i + 1]]``
    bin: NDArray[np.int64]  # [filled bins], ascending
    ends: Floats  # [n] days, ascending: when the events end
    blocs_in: NDArray[np.int64]  # [filled bins, blocs] events of each; of a strip nothing is told
    bin_days: float
    origin_day: float
    columns: Columns
    is_strip: bool

    @cached_property
    def peak(self) -> int:
        """The number of events in the fullest bin."""
        return int(np.diff(self.first).max(initial=0))

    def visible(self, scale: TimeScale) -> slice:
        """The filled bins that the window shows any of."""
        begin = np.floor((scale.span.start - self.origin_day) / self.bin_days)
        end = np.ceil((scale.span.end - self.origin_day) / self.bin_days)
        return slice(*np.searchsorted(self.bin, [begin, end]).tolist())

    def count(self, filled: slice) -> int:
        """Events in these filled bins."""
        return int(self.first[filled.stop] - self.first[filled.start])

    def events(self, filled: slice) -> NDArray[np.int32]:
        """The events in these filled bins."""
        return self.event[self.first[filled.start] : self.first[filled.stop]]

    def reaching(self, scale: TimeScale) -> NDArray[np.int32]:
        """Those events of the bins in the window that are themselves in it: the bins at its edges reach beyond."""
        events, columns = self.events(self.visible(scale)), self.columns
        after, before = (
            columns.end[events] > scale.span.start,
            columns.start[events] < scale.span.end,
        )
        return events[after & before]

    def going_on(self, scale: TimeScale) -> int:
        """Events that began before the bins in the window and last into it: nothing there stands for them."""
        start, day = self.visible(scale).start, scale.span.start
        ended = np.searchsorted(self.ends, day, side="right")
        in_first_bin = self.events(slice(start, min(start + 1, len(self.bin))))
        over_there = np.count_nonzero(self.columns.end[in_first_bin] <= day)
        return int(self.first[start] - (ended - over_there))

    def which_go_on(self, scale: TimeScale) -> NDArray[np.int32]:
        """The events that `going_on` counts."""
        before = self.event[: self.first[self.visible(scale).start]]
        return before[self.columns.end[before] > scale.span.start]

    def days(self, bin_index: float) -> float:
        """Where a bin begins."""
        return self.origin_day + bin_index * self.bin_days

    def blocs(self, filled: slice) -> list[tuple[int, ...]]:
        """Per filled bin the blocs in it, the most frequent first."""
        counts = self.blocs_in[filled]
        order = np.argsort(-counts, axis=1, kind="stable")
        return [
            tuple(bloc for bloc in ranked if of_bin[bloc])
            for ranked, of_bin in zip(order.tolist(), counts.tolist(), strict=True)
        ]


def most_important(
    columns: Columns, events: NDArray[np.int32], octave: Octave
) -> NDArray[np.int32]:
    """Of each stretch of OWN_PX the most important event, the earliest of several."""
    stretch = _bins(columns, events, octave, OWN_PX)
    order = np.argsort(stretch * 4 - columns.importance[events], kind="stable")
    return np.sort(events[order][_firsts(stretch[order])])


def alone_in_bin(
    columns: Columns, events: NDArray[np.int32], octave: Octave
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """(events whose mark has a cluster's bin to itself, the others)."""
    of_event = _bins(columns, events, octave, CLUSTER_PX)
    order = np.argsort(of_event, kind="stable")
    firsts = _firsts(of_event[order])
    single = order[firsts[np.diff(firsts, append=len(order)) == 1]]
    left, right = mark_extents(columns, events[single], octave)
    begin = of_event[single] * CLUSTER_PX
    single = single[(left >= begin) & (right + MARK_AIR_PX <= begin + CLUSTER_PX)]
    alone = np.zeros(len(events), dtype=np.bool_)
    alone[single] = True
    return events[alone], events[~alone]


def filled_bins(columns: Columns, events: NDArray[np.int32], octave: Octave) -> int:
    """How many clusters the events would make."""
    return len(_firsts(np.sort(_bins(columns, events, octave, CLUSTER_PX), kind="stable")))


def _firsts(ascending: NDArray[np.int64]) -> NDArray[np.int64]:
    """Indices at which a new value begins."""
    return np.flatnonzero(np.diff(ascending, prepend=ascending[:1] - 1))


def _bins(
    columns: Columns, events: NDArray[np.int32], octave: Octave, bin_px: float
) -> NDArray[np.int64]:
    give_way()
    start, end = columns.start[events], columns.end[events]
    place = np.where(columns.shape[events] == Shape.POINT, (start + end) / 2, start)
    return np.floor(octave.to_px(place) / bin_px).astype(np.int64)


def crowd_of(columns: Columns, events: NDArray[np.int32], octave: Octave, is_strip: bool) -> Crowd:
    """The events counted in bins of clusters or of a strip."""
    bin_px = STRIP_BIN_PX if is_strip else CLUSTER_PX
    of_event = _bins(columns, events, octave, bin_px)
    order = np.argsort(of_event, kind="stable")
    event, first = events[order], _firsts(of_event[order])
    filled = 0 if is_strip else len(first)
    bounds = np.append(first, len(events))
    return Crowd(
        event=event,
        first=bounds,
        bin=of_event[order][first],
        ends=np.sort(columns.end[events], kind="stable"),
        blocs_in=_blocs_in(columns.bloc[event], np.diff(bounds)[:filled]),
        bin_days=bin_px / octave.resolution,
        origin_day=octave.origin_day,
        columns=columns,
        is_strip=is_strip,
    )


def _blocs_in(bloc: NDArray[np.uint8], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """[bins, blocs]: how often each bloc occurs in bins of these sizes; `bloc` comes bin by bin."""
    codes = np.repeat(np.arange(len(sizes)) * BLOCS, sizes)
    codes += bloc[: len(codes)]
    return np.bincount(codes, minlength=len(sizes) * BLOCS).reshape(-1, BLOCS)
