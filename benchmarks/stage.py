"""The stage: a step to the next event at 3840×2160, composed and painted."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication

from benchmarks.statistics import Spread, spread
from peru_timeline.chronology.views import load_views
from peru_timeline.paths import default_chronology
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.stage.presentation import Presentation
from peru_timeline.ui.state.open_chronology import open_chronology

SIZE = (3840, 2160)
STEPS_PER_VIEW = 4


def measure() -> dict[str, object]:
    """Time the steps through every view of the story that is shipped."""
    app = QApplication.instance() or QApplication([])
    path = default_chronology()
    opened = open_chronology(path)
    story = load_views(path.with_name(f"{path.stem}.views.json"), opened.chronology)
    stage = Presentation(opened, story.views, LIGHT, "en", motion=False)
    stage.resize(*SIZE)
    stage.show()
    app.processEvents()
    taken = []
    for view in range(len(story.views)):
        stage.show_view(view, fly=False)
        stage.canvas.repaint()
        for _ in range(STEPS_PER_VIEW):
            app.processEvents()
            begin = time.perf_counter()
            stage.do("next_event")
            stage.canvas.repaint()
            taken.append(time.perf_counter() - begin)
    stage.close()
    found: Spread = spread(taken)
    return {"size": SIZE, "ms": {"step": found._asdict()}}
