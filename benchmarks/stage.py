"""The stage: a step to an event at 3840×2160, composed and painted: painted ahead, or not."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from benchmarks.statistics import in_ms, spread
from peru_timeline.chronology.views import load_views
from peru_timeline.paths import default_chronology
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.stage.presentation import Presentation
from peru_timeline.ui.state.open_chronology import open_chronology

SIZE = (3840, 2160)
STEPS_PER_VIEW = 4
Times = tuple[list[float], list[float]]
"""Seconds on the clock and seconds of the processor."""


def measure() -> dict[str, object]:
    """Time the steps through every view of the story that is shipped, and back in each."""
    app = QApplication.instance() or QApplication([])
    path = default_chronology()
    opened = open_chronology(path)
    story = load_views(path.with_name(f"{path.stem}.views.json"), opened.chronology)
    stage = Presentation(opened, story.views, LIGHT, "en", motion=False)
    stage.resize(*SIZE)
    stage.show()
    app.processEvents()
    onward: Times = ([], [])
    back: Times = ([], [])
    for view in range(len(story.views)):
        stage.show_view(view, fly=False)
        stage.canvas.repaint()
        for action, taken in (("next_event", onward), ("previous_event", back)):
            for _ in range(STEPS_PER_VIEW):
                app.processEvents()  # a speaker leaves time to paint ahead
                _time(lambda action=action: _turn(stage, action), taken)  # type: ignore[misc]
    stage.close()
    times = {
        "step": onward[0],
        "step, processor": onward[1],
        "step not painted ahead": back[0],
        "step not painted ahead, processor": back[1],
    }
    return {
        "size": SIZE,
        "ms": {name: spread(taken)._asdict() for name, taken in times.items()},
        "samples": {f"stage, {name}": in_ms(taken) for name, taken in times.items()},
    }


def _turn(stage: Presentation, action: str) -> None:
    stage.do(action)
    stage.canvas.repaint()


def _time(work: Callable[[], None], times: Times) -> None:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    times[0].append(time.perf_counter() - clock)
    times[1].append(time.process_time() - processor)
