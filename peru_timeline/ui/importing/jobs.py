"""Work on a thread of its own, one job at a time: a new job takes the place of the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal

from peru_timeline.chronology.importing.found import ImportRefusedError, Progress
from peru_timeline.ui.look.wording import reason_of

Work = Callable[[Progress], Any]
"""What a job does; it calls the progress now and then, which ends it where it is no longer wanted."""
_running: set[_Job] = set()
"""Jobs that have not ended; a thread must not be deleted before it ends."""


def running() -> int:
    """How many jobs have not ended, those included that were given up."""
    return len(_running)


class _StoppedError(Exception):
    """The job is no longer wanted."""


class _Job(QThread):
    """Runs one piece of work."""

    came_to = Signal(int)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.result: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Do the work, on the thread."""
        try:
            self.result = self._work(self._progress)
        except _StoppedError:
            return
        except Exception as error:  # for whoever waits
            self.error = error

    def _progress(self, done: int) -> None:
        if self.isInterruptionRequested():
            raise _StoppedError
        self.came_to.emit(done)


class Jobs(QObject):
    """Runs the job that was asked for last, and tells on the window's thread how it went."""

    began = Signal()
    came_to = Signal(int)
    """How many rows the job has come to."""
    ended = Signal()
    refused = Signal(str)
    """Why a job could not be done, in the language of the reader."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: _Job | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._leave)

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._job is not None

    def run(self, work: Work, then: Callable[[Any], None]) -> None:
        """Run this instead of what runs now; `then` gets the result."""
        self.stop()
        job = self._job = _Job(work)
        _running.add(job)
        job.came_to.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        job.finished.connect(lambda: self._ended(job, then), Qt.ConnectionType.QueuedConnection)
        self.began.emit()
        job.start()

    def stop(self) -> None:
        """Give up the job that runs now, without waiting for it."""
        if self._job is not None:
            self._job.requestInterruption()
            self._job = None
            self.ended.emit()

    def _leave(self) -> None:
        """The program ends: so must the threads."""
        self.stop()
        for job in _running:
            job.wait()

    def _tell(self, done: int) -> None:
        if self.sender() is self._job:
            self.came_to.emit(done)

    def _ended(self, job: _Job, then: Callable[[Any], None]) -> None:
        _running.discard(job)
        if job is not self._job:
            return
        self._job = None
        self.ended.emit()
        if job.error is None:
            then(job.result)
        elif isinstance(job.error, ImportRefusedError | MemoryError):
            self.refused.emit(reason_of(job.error))
        else:
            raise job.error
