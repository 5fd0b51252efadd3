"""The scene cache: scenes of one layout input, made with as little work as a change needs.

Panning only lays out; zooming, filtering, another size and refitting the lanes also arrange.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from peru_timeline.timeline.arrange import WIDEST_OCTAVE, arrange
from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.background import NotReadyError, Worker, cached_only
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.mark_extents import octave_at
from peru_timeline.timeline.shelf import ITEM_PX
from peru_timeline.ui.canvas.lane_view import UNTOUCHED, LaneView

KEPT = 4  # arrangements kept to stand in for others
SAME_ZOOM = 1e-7  # spans whose widths differ by a smaller share count as equal


@dataclass(frozen=True, eq=False)
class SceneChoices:
    """The choices of the reader that change the scene."""

    mask: NDArray[np.bool_] | None = None  # [events] that pass the filter
    dim: bool = False  # the others are faint rather than hidden
    hits: NDArray[np.bool_] | None = None
    selection: int | None = None
    lanes: LaneView = UNTOUCHED


class SceneCache:
    """Makes the scenes of one layout input.

    With a worker, no frame waits for packing: until an octave is packed, the rows of one further out stand in, where
    nothing can overlap, and the octaves next to the one in view are packed ahead. Without a worker, every frame is
    right, however long it takes.
    """

    def __init__(self, layout_input: LayoutInput, worker: Worker | None = None) -> None:
        self.layout_input = layout_input
        self._worker = worker
        self._arrangement: Arrangement | None = None
        self._arranged_days = 0.0  # the width of the span it was arranged for
        self._kept: dict[int, Arrangement] = {}  # those that may stand in, by octave
        self._near: int | None = None  # the octave whose neighbours are being packed
        self.is_waiting = False  # the worker is packing what should be drawn now

    def forget_arrangement(self) -> None:
        """Arrange again for the next scene: filter, lanes or size changed, or the lanes are to fit what is in view."""
        self._arrangement = self._near = None
        self._kept.clear()

    def arrangement(
        self, scale: TimeScale, height: float, choices: SceneChoices, *, moving: bool = False
    ) -> Arrangement:
        """The arrangement; amid a movement lanes keep their heights as long as the zoom level allows it."""
        arrangement = self._arrangement
        if arrangement is None or self.is_waiting or self._is_stale(arrangement, scale, moving):
            arrangement = self._arranged(scale, height, choices)
        return arrangement

    def _arranged(self, scale: TimeScale, height: float, choices: SceneChoices) -> Arrangement:
        """The arrangement of a view, or one that stands in for it until the worker has packed it."""

        def made(scale: TimeScale) -> Arrangement:
            return arrange(
                self.layout_input,
                scale,
                height,
                mask=choices.mask,
                dim=choices.dim,
                collapsed=choices.lanes.collapsed,
                regime=choices.lanes.regime,
                shelf=choices.lanes.shelf,
            )

        stand_in, worker = self._stand_in(scale), self._worker
        if worker is None or worker.failed or stand_in is None:
            arrangement = made(scale)
        else:
            try:
                with cached_only():
                    arrangement = made(scale)
            except NotReadyError:
                self._arrangement, self.is_waiting, self._near = stand_in, True, None
                worker.ask([partial(made, scale)])
                return stand_in
        self._arrangement, self._arranged_days = arrangement, scale.span.width
        self.is_waiting = False
        self._keep(arrangement)
        if worker is not None and self._near != arrangement.octave.number:
            self._near = arrangement.octave.number
            middle = (scale.left_px + scale.right_px) / 2
            widest = 2.0 ** (WIDEST_OCTAVE - self._near)
            worker.ask([partial(made, scale.zoomed(by, middle)) for by in (2.0, 0.5, widest)])
        return arrangement

    def _stand_in(self, scale: TimeScale) -> Arrangement | None:
        """The closest octave kept in which nothing overlaps at this zoom; octaves further out give titles more room."""
        octave = octave_at(self.layout_input, scale.px_per_day, scale.width_px)
        fitting = [
            number
            for number, kept in self._kept.items()
            if number <= octave.number and kept.octave.view_px == octave.view_px
        ]
        return self._kept[max(fitting)] if fitting else None

    def _keep(self, arrangement: Arrangement) -> None:
        number = arrangement.octave.number
        self._kept.pop(number, None)
        self._kept[number] = arrangement  # at the end: the most recently used
        if len(self._kept) > KEPT:
            widest = min(self._kept)
            del self._kept[next(number for number in self._kept if number != widest)]

    def refit(self) -> None:
        """Arrange the lanes for what is in view when the next scene is asked for; what stands in for others is kept."""
        self._arranged_days = 0.0

    def y_of_lane(self, lane: int) -> float | None:
        """Px from the top of the content to a lane; None where it has no band."""
        bands = () if self._arrangement is None else self._arrangement.bands
        return next((band.top for band in bands if band.lane == lane), None)

    def y_on_shelf(self, lane: int, event: int) -> float:
        """Px from the top of a lane to an event's line on the shelf."""
        if self._arrangement is None:
            return 0.0
        shelf = self._arrangement.shelves[lane]
        lines = np.concatenate((shelf.events, shelf.dimmed))
        return float(np.flatnonzero(lines == event)[:1].sum()) * ITEM_PX

    def is_another_zoom(self, span: TimeSpan) -> bool:
        """Whether a span is wider or narrower than the one the lanes were arranged for."""
        return (
            self._arrangement is None
            or self.is_waiting
            or abs(span.width - self._arranged_days) > SAME_ZOOM * span.width
        )

    def y_of(self, event: int) -> float | None:
        """The middle of an event's mark, px below the top of the content; None if it has no mark."""
        index = self._index_of(event)
        if self._arrangement is None or index is None:
            return None
        return float(self._arrangement.y(index)[0])

    def is_folded(self, event: int) -> bool:
        """Whether an event is in a lane, or a row of one, that has no room in the current arrangement."""
        index = self._index_of(event)
        if self._arrangement is None or index is None:
            return True
        return bool(self._arrangement.hidden(index)[0])

    def _index_of(self, event: int) -> NDArray[np.int64] | None:
        if self._arrangement is None:
            return None
        found = np.flatnonzero(self._arrangement.mark_index.event == event)[:1]
        return found if len(found) else None

    def _is_stale(self, arrangement: Arrangement, scale: TimeScale, moving: bool) -> bool:
        if moving:
            octave = octave_at(self.layout_input, scale.px_per_day, scale.width_px)
            return octave.number != arrangement.octave.number
        return self.is_another_zoom(scale.span)


class Herald(QObject):
    """Tells the thread of the window that something was packed on another.

    Not a signal of the scene itself: emitted while the window is taken down, a signal finds its source deleted, in
    part or whole, and raises an error or crashes (PySide6 6.11). This object lives as long as whoever may `tell`.
    """

    done = Signal()

    def tell(self) -> None:
        """Emit `done`, from any thread."""
        self.done.emit()
