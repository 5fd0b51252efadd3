"""Scene cache: the scene for the span shown now, laid out anew only as far as something changed.

Panning lays out; zooming, filtering, another size and the reader's wish arrange as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrange import WIDEST_OCTAVE, arrange
from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.background import NotReadyError, Worker, cached_only
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.mark_extents import octave_at
from peru_timeline.timeline.scene import Scene

KEPT = 4  # arrangements that may stand in for others
SAME_ZOOM = 1e-7  # spans whose lengths differ by a smaller share are equally long


@dataclass(frozen=True, eq=False)
class SceneChoices:
    """What the reader chose, as far as it changes the picture."""

    mask: NDArray[np.bool_] | None = None  # [events] that pass the filter
    dim: bool = False  # the others faint rather than hidden
    hits: NDArray[np.bool_] | None = None
    selection: int | None = None
    collapsed: frozenset[str] = frozenset()  # ids of lanes


class SceneCache:
    """The frames of one layout input.

    With a worker no frame waits for what is not packed yet: the rows of an octave further out stand in, in which
    nothing can overlap, and what is next to the octave in view is packed ahead. Without one every frame is as it
    should be, however long it takes.
    """

    def __init__(self, layout_input: LayoutInput, worker: Worker | None = None) -> None:
        self.layout_input = layout_input
        self._worker = worker
        self._arrangement: Arrangement | None = None
        self._arranged_days = 0.0  # length of the span for which it was arranged
        self._kept: dict[int, Arrangement] = {}  # by octave, those that may stand in
        self._near: int | None = None  # the octave whose neighbours were asked for
        self.is_waiting = False  # the worker is making what should be drawn now

    def forget_arrangement(self) -> None:
        """Filter, lanes or size changed, or the reader asks for lanes that fit what is in view."""
        self._arrangement = self._near = None
        self._kept.clear()

    def scene(
        self,
        scale: TimeScale,
        height: float,
        choices: SceneChoices,
        *,
        moving: bool = False,
        scroll_y: float = 0.0,
        today: float | None = None,
    ) -> Scene:
        """The scene; amid a movement lanes keep their heights as long as the zoom level allows it."""
        arrangement = self._arrangement
        if arrangement is None or self.is_waiting or self._is_stale(arrangement, scale, moving):
            arrangement = self._arranged(scale, height, choices)
        return lay_out(
            arrangement,
            scale,
            selection=choices.selection,
            hits=choices.hits,
            scroll_y=scroll_y,
            today=today,
        )

    def _arranged(self, scale: TimeScale, height: float, choices: SceneChoices) -> Arrangement:
        """The arrangement for this view, or what stands in for it until the worker has made it."""

        def made(scale: TimeScale) -> Arrangement:
            return arrange(
                self.layout_input,
                scale,
                height,
                mask=choices.mask,
                dim=choices.dim,
                collapsed=choices.collapsed,
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
        """The closest octave in which nothing overlaps at this zoom: those further out give titles more room."""
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
        self._kept[number] = arrangement  # last: the one used last
        if len(self._kept) > KEPT:
            widest = min(self._kept)
            del self._kept[next(number for number in self._kept if number != widest)]

    def is_another_zoom(self, span: TimeSpan) -> bool:
        """Whether `span` is longer or shorter than the one for which the lanes were arranged."""
        return (
            self._arrangement is None
            or self.is_waiting
            or abs(span.width / self._arranged_days - 1) > SAME_ZOOM
        )

    def y_of(self, event: int) -> float | None:
        """Px from the top of the content to the middle of an event's mark; None where it has no mark."""
        index = self._index_of(event)
        if self._arrangement is None or index is None:
            return None
        return float(self._arrangement.y(index)[0])

    def is_folded(self, event: int) -> bool:
        """Whether an event stands in a lane, or in a row of one, that has no room in the present arrangement."""
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
