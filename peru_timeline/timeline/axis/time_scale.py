"""The time scale: which day is at which px."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import overload

import numpy as np
from numpy.typing import NDArray

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.axis.time_warp import UNWARPED, TimeWarp


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Maps the visible span linearly onto ``[left_px, right_px]``, and back. Raises ValueError if either is empty.

    Its days are drawn days; `warp` says which days these are.
    """

    span: TimeSpan
    left_px: float
    right_px: float
    warp: TimeWarp = UNWARPED

    def __post_init__(self) -> None:
        if not self.left_px < self.right_px:
            raise ValueError(f"a time scale needs room: {self.left_px} to {self.right_px} px")
        if self.span.width <= 0:
            raise ValueError("a time scale needs a span with some length")

    @property
    def width_px(self) -> float:
        return self.right_px - self.left_px

    @property
    def px_per_day(self) -> float:
        return self.width_px / self.span.width

    @overload
    def to_px(self, day: float) -> float: ...
    @overload
    def to_px(self, day: NDArray[np.float64]) -> NDArray[np.float64]: ...
    def to_px(self, day: float | NDArray[np.float64]) -> float | NDArray[np.float64]:
        """The px of a drawn `day`, which may lie outside the visible span."""
        return self.left_px + (day - self.span.start) * self.px_per_day

    def px_of_day(self, day: float) -> float:
        """The px of a day that is no drawn day yet."""
        return self.to_px(self.warp.to_drawn(float(day)))

    def to_day(self, px: float) -> float:
        return self.span.start + (px - self.left_px) / self.px_per_day

    @property
    def days(self) -> TimeSpan:
        """The visible span in days."""
        return self.warp.span_of_days(self.span)

    def zoomed(self, factor: float, about_px: float) -> TimeScale:
        """The scale zoomed in by `factor`; the day at `about_px` stays there."""
        return replace(self, span=self.span.zoom(factor, self.to_day(about_px)))

    def panned(self, px: float) -> TimeScale:
        """The scale after the picture has been moved `px` to the right."""
        return replace(self, span=self.span.shift(-px / self.px_per_day))
