"""Scenes that do not wait for what is not packed yet."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.paths import default_chronology
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.background import Job, Worker
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.timeline.scene import Scene
from peru_timeline.ui.canvas.scene_cache import SceneCache, SceneChoices
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.open_chronology import open_chronology
from peru_timeline.ui.state.view_state import ViewState
from tests.timeline.checks import check_scene, rows
from tests.timeline.made_up import peru_like
from tests.ui.timelines import made_up, settle, show_timeline

HEIGHT = 700.0
HOME = TimeScale(peru_like().home, 120, 1300)


class Later(Worker):
    """Does what it was asked for when it is told to, on this thread."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.failed = False

    def ask(self, jobs: list[Job]) -> None:  # type: ignore[override]
        self.jobs = list(jobs)

    def do(self) -> None:
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            job()


def shown(frames: SceneCache, scale: TimeScale) -> Scene:
    return lay_out(frames.arrangement(scale, HEIGHT, SceneChoices()), scale)


def test_the_rows_of_before_stand_in_until_the_new_ones_are_there() -> None:
    worker = Later()
    frames, waiting = SceneCache(peru_like(), worker), SceneCache(peru_like())
    home = shown(frames, HOME)  # the first view is waited for
    assert home == shown(waiting, HOME)
    closer = HOME.zoomed(9, 800)
    stand_in = shown(frames, closer)
    assert frames.is_waiting
    before = rows(home)
    assert {place: at[0] for place, at in rows(stand_in).items()} == {
        place: before[place][0] for place in rows(stand_in)
    }
    check_scene(stand_in)
    worker.do()
    assert shown(frames, closer) == shown(waiting, closer)
    assert not frames.is_waiting


def test_the_neighbours_of_an_octave_are_packed_ahead() -> None:
    worker = Later()
    frames = SceneCache(peru_like(), worker)
    shown(frames, HOME)
    worker.do()
    for by in (2.0, 1.0, 0.5, 0.34, 1.0):
        shown(frames, HOME.zoomed(by, 710))
        assert not frames.is_waiting, by
        worker.do()


@pytest.mark.parametrize("seed", range(4))
def test_nothing_overlaps_however_late_rows_come(seed: int) -> None:
    random = np.random.default_rng(seed)
    worker = Later()
    of = peru_like(seed=seed)
    frames = SceneCache(of, worker)
    shown(frames, HOME)
    for _ in range(60):
        scale = HOME.zoomed(float(2 ** random.uniform(-1.5, 9)), float(random.uniform(200, 1200)))
        check_scene(shown(frames, scale))
        if random.random() < 0.3:
            worker.do()
            at = shown(frames, scale)
            if not frames.is_waiting:
                assert at == shown(SceneCache(of), scale)


def test_what_failed_on_the_worker_is_done_here() -> None:
    worker = Later()
    frames = SceneCache(peru_like(), worker)
    shown(frames, HOME)
    worker.failed = True
    closer = HOME.zoomed(30, 800)
    assert shown(frames, closer) == shown(SceneCache(peru_like()), closer)


def test_a_view_that_works_ahead_ends_with_the_same_scenes(qtbot: QtBot) -> None:
    opened = open_chronology(default_chronology())
    view, _ = show_timeline(qtbot, opened)
    ahead, _ = show_timeline(qtbot, opened)
    ahead.pack_ahead()
    settle()
    home = view.layout_input.home
    for step in (1, 3, 8, 14, 6, 0):
        span = home.zoom(1.25**step, home.start + 0.8 * home.width)
        for each in (view, ahead):
            each.show_span(span, animate=False)
        settle()
        qtbot.waitUntil(lambda: ahead.scene == view.scene, timeout=20_000)


def test_a_view_takes_its_worker_along(qtbot: QtBot) -> None:
    state = ViewState(made_up())
    view = TimelineView(state, LIGHT)
    view.pack_ahead()
    state.set_grouping(Grouping.ACTOR)  # other lanes, the same worker
    assert view.scene.lanes
    worker = view._live._worker
    assert worker is not None
    assert worker._thread.is_alive()
    view.deleteLater()
    qtbot.waitUntil(lambda: not worker._thread.is_alive())


def test_what_is_packed_while_a_view_goes_is_told_to_nobody(qtbot: QtBot) -> None:
    """As a signal of the scene itself it was a RuntimeError, or a crash, on the packing thread."""
    view = TimelineView(ViewState(made_up()), LIGHT)
    view.pack_ahead()
    told: list[str] = []
    worker = view._live._worker
    assert worker is not None
    worker.wait()

    def tell() -> None:
        worker._done()
        told.append("without an error")

    view._live.destroyed.connect(tell)  # half of it is gone by then
    view.deleteLater()
    qtbot.waitUntil(lambda: not worker._thread.is_alive())
    assert told == ["without an error"]
    worker._done()
