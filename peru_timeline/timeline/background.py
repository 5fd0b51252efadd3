"""Background work: slow results are computed on a worker thread, and frames do without them until they are ready.

Python runs one thread at a time. So code that packs many events calls `yield_to_frame` now and then: on a worker
thread it waits there while a frame is computed and painted, elsewhere it returns at once.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

Job = Callable[[], object]

MAX_FRAME_S = 0.2  # a window hidden before it is painted must not stop the work for ever
SWITCH_INTERVAL_S = 0.0001  # Python's default of 5 ms is longer than a frame may take


class _Thread(threading.local):
    """Thread-local state."""

    is_worker = False


_no_frame = threading.Event()  # set unless a frame is in progress
_no_frame.set()
_this_thread = _Thread()
_cached_only: ContextVar[bool] = ContextVar("only_ready", default=False)


class NotReadyError(Exception):
    """A result was asked for that would have to be computed first."""


@contextmanager
def cached_only() -> Iterator[None]:
    """Within this context, a result that is not cached raises `NotReadyError` instead of being computed."""
    token = _cached_only.set(True)
    try:
        yield
    finally:
        _cached_only.reset(token)


def ensure_may_compute() -> None:
    """Call this before a slow computation. Raises NotReadyError within `cached_only`."""
    if _cached_only.get():
        raise NotReadyError
    yield_to_frame()


def yield_to_frame() -> None:
    """On a worker thread, wait while a frame is in progress; elsewhere return at once."""
    if _this_thread.is_worker and not _no_frame.wait(MAX_FRAME_S):
        end_frame()


def begin_frame() -> None:
    """Announce that a frame is in progress: workers pause at their next `yield_to_frame`."""
    _no_frame.clear()


def end_frame() -> None:
    """Announce that the frame is painted."""
    _no_frame.set()


class Worker:
    """One thread that runs the jobs it was given last, in order."""

    def __init__(self, done: Callable[[], None]) -> None:
        """`done` is called on the worker thread after each job."""
        self._done = done
        self._jobs: list[Job] = []
        self._changed = threading.Condition()
        self._ends = self._is_busy = False
        self.failed = (
            False  # a job raised an error; whoever asked runs it again and gets that error
        )
        self._thread = threading.Thread(target=self._work, name="background worker", daemon=True)
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self._thread.start()

    def ask(self, jobs: Sequence[Job]) -> None:
        """Run these jobs instead of those that have not begun."""
        with self._changed:
            self._jobs = list(jobs)
            self._changed.notify_all()

    def wait(self) -> None:
        """Wait until all jobs are done."""
        with self._changed:
            self._changed.wait_for(lambda: self._ends or not (self._jobs or self._is_busy))

    def end(self) -> None:
        """Stop after the current job, and drop the others."""
        with self._changed:
            self._ends = True
            self._changed.notify_all()
        end_frame()
        self._thread.join()

    def _work(self) -> None:
        _this_thread.is_worker = True
        while True:
            with self._changed:
                self._is_busy = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._ends or self._jobs)
                if self._ends:
                    return
                job, self._is_busy = self._jobs.pop(0), True
            try:
                job()
            except Exception:  # see `failed`
                self.failed = True
            if not self._ends:
                self._done()
