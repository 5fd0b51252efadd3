"""Work that waits until a chronology has been painted: writing the load cache, building the search index."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from peru_timeline.timeline.background import Worker
from peru_timeline.ui.state.open_chronology import OpenChronology

FEWEST_EVENTS = 5_000
"""With fewer events the search index is built in a moment, at the first search."""


class DeferredWork:
    """Does the work on a thread of its own, for one chronology at a time."""

    def __init__(self) -> None:
        self._worker: Worker | None = None
        self._opened: OpenChronology | None = None

    def begin(self, opened: OpenChronology) -> None:
        """Write the load cache and build the search index of a large chronology."""
        self._ask(opened, [opened.write_load_cache, opened.build_search_ahead])

    def search_ahead(self, opened: OpenChronology) -> None:
        """Build the search index of a large chronology that was changed, unless it has one."""
        self._ask(opened, [opened.build_search_ahead])

    def _ask(self, opened: OpenChronology, work: list[Callable[[], object]]) -> None:
        self._opened = opened
        if len(opened.chronology.events) < FEWEST_EVENTS:
            return
        if self._worker is None:
            self._worker = Worker(lambda: None)
            application = QCoreApplication.instance()
            if application is not None:
                application.aboutToQuit.connect(self._end)
        self._worker.ask(work)

    def _end(self) -> None:
        if self._opened is not None:
            self._opened.close()
        if self._worker is not None:
            self._worker.end()
