"""Moving through time: zooming, panning and jumping, within limits, animated or not, with a history.

The ViewBox alone owns the visible span; this only changes it.
"""

from __future__ import annotations

import math
import time
from collections.abc import Hashable
from dataclasses import dataclass

from pyqtgraph import ViewBox
from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.axis.time_warp import UNWARPED, TimeWarp
from peru_timeline.ui.canvas.input.intents import ZOOM_STEP
from peru_timeline.ui.look.theme import MOTION_MS
from peru_timeline.ui.state.view_history import ViewHistory

LEAST_DAYS = 0.125  # the narrowest span that can be shown: three hours
MOST_TIMES_HOME = 3.0  # the widest, in widths of the opening view
KEPT_SHARE = 0.2  # of the chronology or the window that stays in view, however far the reader pans
PAUSE_S = 0.7  # movements further apart belong to different runs


@dataclass(slots=True)
class _ZoomRun:
    """Zooming about one place, counted from where it began, so that steps out retrace the steps in exactly.

    Steps beyond a limit are counted too: sixty in and sixty out end where they began.
    """

    base: TimeSpan
    share: float  # of the width, where the day stays in place
    steps: float
    at: float  # when the last step was made, s


class TimeNavigation(QObject):
    """Changes the span that a ViewBox shows; all spans but `days` are in drawn days, which `warp` makes of days."""

    settled = Signal()
    """A movement has ended."""

    def __init__(self, view_box: ViewBox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view_box = view_box
        self.home = self.everything = TimeSpan(0.0, 1.0)
        self.warp = UNWARPED
        self.history = ViewHistory()
        self._motion: bool | None = None
        self._target: TimeSpan | None = None
        self._returns: tuple[TimeSpan, TimeSpan] | None = None  # from the second to the first
        self._begin = self.home
        self._zoom_run: _ZoomRun | None = None
        self._pan_run, self._panned_at = 0, 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._show_on_the_way)
        self._animation.finished.connect(self._arrive)

    @property
    def motion(self) -> bool:
        """Whether movements are animated; by default as the system says, which is asked late, as it may be slow."""
        if self._motion is None:
            from peru_timeline.ui.look.reduced_motion import system_asks_for_less_motion

            self._motion = not system_asks_for_less_motion()
        return self._motion

    @motion.setter
    def motion(self, motion: bool) -> None:
        self._motion = motion

    # --- where we are ---

    @property
    def visible(self) -> TimeSpan:
        """The span shown now; during a movement, one on the way."""
        start, end = self._view_box.state["viewRange"][0]
        return TimeSpan(start, end)

    @property
    def days(self) -> TimeSpan:
        """The days shown now."""
        return self.warp.span_of_days(self.visible)

    @property
    def target(self) -> TimeSpan:
        """The span shown once all movement has ended."""
        return self._target or self.visible

    @property
    def is_moving(self) -> bool:
        return self._target is not None

    def set_home(self, home: TimeSpan, everything: TimeSpan, warp: TimeWarp = UNWARPED) -> None:
        """The opening view of another chronology, shown at once, and all there is to see; the history is forgotten."""
        self.home, self.everything, self.warp = home, everything, warp
        self._returns = None
        self.history.clear()
        self.show(home, animate=False)

    def set_warp(self, home: TimeSpan, everything: TimeSpan, warp: TimeWarp) -> None:
        """Draw the days otherwise; the same days stay in sight, and in the history."""
        self.stop()
        before = self.warp

        def again(span: TimeSpan) -> TimeSpan:
            return warp.drawn_span(before.span_of_days(span))

        visible = again(self.visible)
        self.home, self.everything, self.warp = home, everything, warp
        self.history.redraw(again)
        self._zoom_run = self._returns = None
        self._set(visible)

    # --- moving ---

    def show(
        self,
        span: TimeSpan,
        *,
        animate: bool = True,
        remember: bool = True,
        run: Hashable = None,
    ) -> None:
        """Show a span, adjusted to the limits."""
        self._zoom_run = None
        self._go(self._within_limits(span), animate, remember, run)

    def show_or_return(self, span: TimeSpan | None) -> None:
        """Show a span; asked again while it is in sight, go back to what was there before."""
        if self._returns is not None and self.target == self._returns[1]:
            before, self._returns = self._returns[0], None
            self.show(before)
        elif span is not None:
            before = self.target
            self.show(span)
            self._returns = before, self.target

    def zoom(self, steps: float, share: float = 0.5, *, animate: bool = True) -> None:
        """Zoom in by `steps` of ZOOM_STEP, out if negative; the day at `share` of the width stays in place."""
        now, run = time.monotonic(), self._zoom_run
        if run is None or now - run.at > PAUSE_S or abs(run.share - share) > 1e-9:
            run = self._zoom_run = _ZoomRun(self.target, share, 0.0, now)
        run.steps += steps
        run.at = now
        closest = math.log(run.base.width / LEAST_DAYS, ZOOM_STEP)
        furthest = -math.log(max(self._most_days / run.base.width, 1.0), ZOOM_STEP)
        effective = min(max(run.steps, furthest), max(closest, 0.0))
        about = run.base.start + share * run.base.width
        span = run.base if effective == 0 else run.base.zoom(ZOOM_STEP**effective, about)
        self._go(span, animate, True, ("zoom", id(run)))

    def pan(self, share: float) -> None:
        """Move on by a share of the visible span."""
        now = time.monotonic()
        if now - self._panned_at > PAUSE_S:
            self._pan_run += 1
        self._panned_at = now
        span = self.target.shift(share * self.target.width)
        self.show(span, animate=False, run=("pan", self._pan_run))

    def back(self) -> None:
        """Go back to the previous view."""
        self._travel(self.history.back())

    def forward(self) -> None:
        """Go forward to the view that `back` left."""
        self._travel(self.history.forward())

    def stop(self) -> None:
        """End a movement at its target, at once."""
        if self._target is not None:
            self._animation.stop()
            self._arrive()

    # --- inside ---

    @property
    def _most_days(self) -> float:
        return max(self.home.width * MOST_TIMES_HOME, self.everything.width, LEAST_DAYS)

    def _within_limits(self, span: TimeSpan) -> TimeSpan:
        width = min(max(span.width, LEAST_DAYS), self._most_days)
        if width != span.width:
            span = TimeSpan(span.middle - width / 2, span.middle + width / 2)
        kept = KEPT_SHARE * min(width, self.home.width)
        if span.end < self.everything.start + kept:
            return span.shift(self.everything.start + kept - span.end)
        if span.start > self.everything.end - kept:
            return span.shift(self.everything.end - kept - span.start)
        return span

    def _travel(self, span: TimeSpan | None) -> None:
        if span is not None:
            self._zoom_run = None
            self._go(span, True, False, None)

    def _go(self, span: TimeSpan, animate: bool, remember: bool, run: Hashable) -> None:
        if remember:
            self.history.visit(span, run)
        self._animation.stop()
        self._begin, self._target = self.visible, span
        if not (animate and self.motion) or self._begin == span:
            self._arrive()
            return
        self._animation.setDuration(MOTION_MS)
        self._animation.start()

    def _show_on_the_way(self, share: float) -> None:
        """Show the span at a share of the way; both ends move evenly, which keeps the day zoomed about in place."""
        if self._target is not None and share < 1:
            begin, target = self._begin, self._target
            self._set(
                TimeSpan(
                    begin.start + (target.start - begin.start) * share,
                    begin.end + (target.end - begin.end) * share,
                )
            )

    def _arrive(self) -> None:
        if self._target is not None:
            target, self._target = self._target, None
            self._set(target)
            self.settled.emit()

    def _set(self, span: TimeSpan) -> None:
        self._view_box.setRange(xRange=(span.start, span.end), padding=0, disableAutoRange=False)
