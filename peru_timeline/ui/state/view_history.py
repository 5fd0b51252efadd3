"""View history: the spans visited, to go back and forward through."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from peru_timeline.timeline.axis.time_span import TimeSpan

MOST_VIEWS = 100


class ViewHistory:
    """The visited spans in order, and which of them is current.

    Movements of one run (one drag, one turn of the wheel) count as one visit, to where they ended.
    """

    def __init__(self) -> None:
        self._views: list[TimeSpan] = []
        self._at = -1
        self._run: Hashable = None

    def clear(self) -> None:
        """Forget everything."""
        self._views.clear()
        self._at, self._run = -1, None

    @property
    def current(self) -> TimeSpan | None:
        return self._views[self._at] if self._views else None

    def visit(self, span: TimeSpan, run: Hashable = None) -> None:
        """Make a span the current one; the spans after the one before it are forgotten."""
        if span == self.current:
            return
        del self._views[self._at + 1 :]
        if run is not None and run == self._run and self._at > 0:
            self._views[self._at] = span
        else:
            self._views.append(span)
            del self._views[:-MOST_VIEWS]
        self._at, self._run = len(self._views) - 1, run

    def redraw(self, again: Callable[[TimeSpan], TimeSpan]) -> None:
        """Keep every visited span as `again` makes it of the one there was."""
        self._views = [again(span) for span in self._views]

    def back(self) -> TimeSpan | None:
        """Go to the previous span and return it; None at the first."""
        return self._step(-1)

    def forward(self) -> TimeSpan | None:
        """Go to the next span and return it; None at the last."""
        return self._step(1)

    def _step(self, by: int) -> TimeSpan | None:
        if not 0 <= self._at + by < len(self._views):
            return None
        self._at, self._run = self._at + by, None
        return self._views[self._at]
