"""Pictures: the opening view as a PNG of 3840×2160 beside one repaint of the timeline at that size, in turn."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.statistics import Spread, spread
from peru_timeline.chronology.query import NO_QUERY
from peru_timeline.paths import default_chronology
from peru_timeline.pictures.page import PageSpec, compose
from peru_timeline.pictures.sizes import of_pixels
from peru_timeline.pictures.subject import Subject, whole_span
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.document import Document, open_document
from peru_timeline.ui.pictures import measure as measure_text
from peru_timeline.ui.pictures import png
from peru_timeline.ui.style import apply_theme
from peru_timeline.ui.theme import LIGHT
from peru_timeline.ui.timeline_view import TimelineView
from peru_timeline.ui.vector import svg
from peru_timeline.ui.view_state import ViewState

SIZE = (3840, 2160)
RUNS, WARM_UP = 20, 3


def whole(document: Document) -> Subject:
    """The whole chronology, nothing filtered."""
    chronology, columns = document.chronology, document.columns
    return Subject(
        chronology=chronology,
        columns=columns,
        query=NO_QUERY,
        mask=np.ones(len(chronology.events), bool),
        span=whole_span(chronology, columns),
        exact=False,
        grouping=Grouping.SECTOR,
        selection=None,
        language="en",
    )


def measure() -> dict[str, object]:
    """Time each step by itself, one after the other, again and again."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    document = open_document(default_chronology())
    view = TimelineView(ViewState(document), LIGHT)
    view.set_motion(False)
    view.resize(*SIZE)
    view.show()
    app.processEvents()
    subject, spec = whole(document), PageSpec(of_pixels(*SIZE))
    page = compose(subject, spec, measure_text)

    def repaint() -> None:
        before = view.canvas.scene_item.paints
        view.canvas.viewport().update()
        while view.canvas.scene_item.paints == before:
            app.processEvents()

    steps: dict[str, Callable[[], object]] = {
        "window repaint": repaint,
        "PNG": lambda: png(page, LIGHT),
        "SVG": lambda: svg(page, LIGHT),
        "composing": lambda: compose(subject, spec, measure_text),
    }
    times: dict[str, list[float]] = {name: [] for name in steps}
    for run in range(WARM_UP + RUNS):
        for name, step in steps.items():
            begin = time.perf_counter()
            step()
            if run >= WARM_UP:
                times[name].append(time.perf_counter() - begin)
    view.hide()
    spreads: dict[str, Spread] = {name: spread(taken) for name, taken in times.items()}
    return {
        "size": SIZE,
        "ms": {name: value._asdict() for name, value in spreads.items()},
        "ratio": round(spreads["PNG"].median / spreads["window repaint"].median, 3),
        "svg_bytes": len(svg(page, LIGHT)),
    }
