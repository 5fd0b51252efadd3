"""Frames: the scene for the span shown now, laid out anew only as far as something changed.

Panning lays out; zooming, filtering, another size and the reader's wish arrange as well.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.extents import octave_of
from peru_timeline.timeline.layout import arrange, lay_out
from peru_timeline.timeline.scale import TimeScale
from peru_timeline.timeline.scene import Scene
from peru_timeline.timeline.sheet import Sheet
from peru_timeline.timeline.span import TimeSpan

SAME_ZOOM = 1e-7  # spans whose lengths differ by a smaller share are equally long


@dataclass(frozen=True, eq=False)
class Choices:
    """What the reader chose, as far as it changes the picture."""

    mask: NDArray[np.bool_] | None = None  # [events] that pass the filter
    dim: bool = False  # the others faint rather than hidden
    hits: NDArray[np.bool_] | None = None
    selection: int | None = None
    collapsed: frozenset[str] = frozenset()  # ids of lanes


class Frames:
    """The frames of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._arrangement: Arrangement | None = None
        self._arranged_days = 0.0  # length of the span for which it was arranged

    def forget_arrangement(self) -> None:
        """Filter, lanes or size changed, or the reader asks for lanes that fit what is in view."""
        self._arrangement = None

    def scene(
        self,
        scale: TimeScale,
        height: float,
        choices: Choices,
        *,
        moving: bool = False,
        scroll_y: float = 0.0,
        today: float | None = None,
    ) -> Scene:
        """The scene; amid a movement lanes keep their heights as long as the zoom level allows it."""
        if self._is_stale(scale, moving):
            self._arrangement = None
        if self._arrangement is None:
            self._arrangement = arrange(
                self.sheet,
                scale,
                height,
                mask=choices.mask,
                dim=choices.dim,
                collapsed=choices.collapsed,
            )
            self._arranged_days = scale.span.width
        return lay_out(
            self._arrangement,
            scale,
            selection=choices.selection,
            hits=choices.hits,
            scroll_y=scroll_y,
            today=today,
        )

    def is_another_zoom(self, span: TimeSpan) -> bool:
        """Whether `span` is longer or shorter than the one for which the lanes were arranged."""
        return self._arrangement is None or abs(span.width / self._arranged_days - 1) > SAME_ZOOM

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
        found = np.flatnonzero(self._arrangement.placed.event == event)[:1]
        return found if len(found) else None

    def _is_stale(self, scale: TimeScale, moving: bool) -> bool:
        if self._arrangement is None:
            return True
        if moving:
            octave = octave_of(self.sheet, scale.px_per_day, scale.width_px)
            return octave.number != self._arrangement.octave.number
        return self.is_another_zoom(scale.span)
