"""Working ahead: what takes long is made on a thread of its own, and frames get by without it until then.

Python runs one thread at a time. So whatever packs many events calls `give_way` now and then: on the worker it waits
there while a frame is made and painted, elsewhere it returns at once.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

Job = Callable[[], object]

LONGEST_FRAME_S = 0.2  # a window that is hidden before it is painted must not stop the work
SWITCH_S = 0.0001  # Python's own 5 ms, until another thread has its turn, are a frame


class _Thread(threading.local):
    """What each thread knows of itself."""

    is_worker = False


_no_frame = threading.Event()  # set while no frame is being made
_no_frame.set()
_this_thread = _Thread()
_cached_only: ContextVar[bool] = ContextVar("only_ready", default=False)


class NotReadyError(Exception):
    """Something was asked for that would have to be made first."""


@contextmanager
def cached_only() -> Iterator[None]:
    """Within this, whatever was not made before raises `NotReadyError` instead of being made."""
    token = _cached_only.set(True)
    try:
        yield
    finally:
        _cached_only.reset(token)


def ensure_may_compute() -> None:
    """To be called before something is made that takes long; raises NotReadyError where nothing may be made."""
    if _cached_only.get():
        raise NotReadyError
    yield_to_frame()


def yield_to_frame() -> None:
    """On a worker: wait as long as a frame is being made."""
    if _this_thread.is_worker and not _no_frame.wait(LONGEST_FRAME_S):
        end_frame()


def begin_frame() -> None:
    """A frame is due: workers pause at the next opportunity."""
    _no_frame.clear()


def end_frame() -> None:
    """The frame is painted."""
    _no_frame.set()


class Worker:
    """One thread that does the jobs it was given last, in their order."""

    def __init__(self, done: Callable[[], None]) -> None:
        """`done` is called on the worker's thread after each job."""
        self._done = done
        self._jobs: list[Job] = []
        self._changed = threading.Condition()
        self._ends = self._is_busy = False
        self.failed = False  # a job raised an error: who asked has to do it and will get the error
        self._thread = threading.Thread(target=self._work, name="working ahead", daemon=True)
        sys.setswitchinterval(SWITCH_S)
        self._thread.start()

    def ask(self, jobs: Sequence[Job]) -> None:
        """Do these, and forget those asked for before that have not begun."""
        with self._changed:
            self._jobs = list(jobs)
            self._changed.notify_all()

    def wait(self) -> None:
        """Wait until all is done."""
        with self._changed:
            self._changed.wait_for(lambda: self._ends or not (self._jobs or self._is_busy))

    def end(self) -> None:
        """Forget what is left, and end with the job at hand."""
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
            except Exception:  # told where the job is done again, see `failed`
                self.failed = True
            if not self._ends:
                self._done()
