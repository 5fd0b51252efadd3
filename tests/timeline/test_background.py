from __future__ import annotations

import threading

import pytest

from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.background import (
    NotReadyError,
    Worker,
    begin_frame,
    cached_only,
    end_frame,
    ensure_may_compute,
    yield_to_frame,
)
from peru_timeline.timeline.frame.lay_out import lay_out
from tests.timeline.made_up import peru_like


def test_what_is_not_cached_is_not_computed() -> None:
    of = peru_like()
    scale = TimeScale(of.home, 120, 1300)
    with cached_only(), pytest.raises(NotReadyError):
        arrange(of, scale, 700)
    whole = lay_out(arrange(of, scale, 700), scale)
    with cached_only():
        assert lay_out(arrange(of, scale, 700), scale) == whole
        with pytest.raises(NotReadyError):
            arrange(of, scale.zoomed(2, 600), 700)


def test_a_worker_computes_the_same() -> None:
    of, alone = peru_like(), peru_like()
    scale = TimeScale(of.home, 120, 1300)
    scales = [scale.zoomed(by, 900) for by in (0.5, 1, 2, 8, 40)]
    worker = Worker(lambda: None)
    worker.ask([lambda s=s: arrange(of, s, 700) for s in scales])  # type: ignore[misc]
    worker.wait()
    worker.end()
    assert not worker.failed
    for of_scale in scales:
        with cached_only():
            there = lay_out(arrange(of, of_scale, 700), of_scale)
        assert there == lay_out(arrange(alone, of_scale, 700), of_scale)


def test_new_jobs_replace_those_not_begun() -> None:
    begun, may_end = threading.Event(), threading.Event()
    done: list[str] = []

    def first() -> None:
        begun.set()
        may_end.wait()
        done.append("first")

    worker = Worker(lambda: None)
    worker.ask([first, lambda: done.append("forgotten")])
    begun.wait()
    worker.ask([lambda: done.append("last")])
    may_end.set()
    worker.wait()
    worker.end()
    assert done == ["first", "last"]


def test_a_failed_job_is_reported() -> None:
    worker = Worker(lambda: None)
    worker.ask([lambda: 1 / 0])
    worker.wait()
    worker.end()
    assert worker.failed


def test_workers_wait_for_the_end_of_a_frame_others_do_not() -> None:
    passed = threading.Event()

    def job() -> None:
        ensure_may_compute()
        passed.set()

    begin_frame()
    yield_to_frame()  # not a worker thread: returns at once
    worker = Worker(lambda: None)
    worker.ask([job])
    assert not passed.wait(0.05)
    end_frame()
    assert passed.wait(5)
    begin_frame()  # a frame that is never painted does not block workers for long
    passed.clear()
    worker.ask([job])
    assert passed.wait(5)
    worker.end()
