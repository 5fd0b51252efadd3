"""View history: the spans that were looked at, to go back and forward through."""

from __future__ import annotations

from collections.abc import Hashable

from peru_timeline.timeline.axis.time_span import TimeSpan

MOST_VIEWS = 100


class ViewHistory:
    """Spans in the order of visiting, and which of them is shown.

    Movements in one run (one drag, one turn of the wheel) count as one visit: that of where they ended.
    """

    def __init__(self) -> None:
        self._views: list[TimeSpan] = []
        self._at = -1
        self._run: Hashable = None

    def clear(self) -> None:
        """Forget everything: another chronology."""
        self._views.clear()
        self._at, self._run = -1, None

    @property
    def current(self) -> TimeSpan | None:
        return self._views[self._at] if self._views else None

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at + 1 < len(self._views)

    def visit(self, span: TimeSpan, run: Hashable = None) -> None:
        """`span` is looked at now; what lay forward of here is forgotten."""
        if span == self.current:
            return
        del self._views[self._at + 1 :]
        if run is not None and run == self._run and self._at > 0:
            self._views[self._at] = span
        else:
            self._views.append(span)
            del self._views[:-MOST_VIEWS]
        self._at, self._run = len(self._views) - 1, run

    def back(self) -> TimeSpan | None:
        """The view before this one, from now on the current one; None at the first."""
        return self._step(-1)

    def forward(self) -> TimeSpan | None:
        """The view from which `back` came; None at the last."""
        return self._step(1)

    def _step(self, by: int) -> TimeSpan | None:
        if not 0 <= self._at + by < len(self._views):
            return None
        self._at, self._run = self._at + by, None
        return self._views[self._at]
