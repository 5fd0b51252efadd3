"""Frames: panning and zooming in the timeline, and the same scenes on a bare widget, step by step in turn.

A step is a change of the visible span and everything until it is painted. Both sides lay out and paint the same;
what the timeline costs more is the price of hosting it in pyqtgraph and of telling the overview.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.statistics import Spread, spread
from peru_timeline.paths import default_chronology
from peru_timeline.timeline.scale import TimeScale
from peru_timeline.timeline.span import TimeSpan
from peru_timeline.ui.document import open_document
from peru_timeline.ui.frames import Choices, Frames
from peru_timeline.ui.painting import AXIS_PX, paint_scene
from peru_timeline.ui.style import apply_theme
from peru_timeline.ui.theme import LIGHT
from peru_timeline.ui.timeline_view import TimelineView
from peru_timeline.ui.view_state import ViewState

SIZE = (1600, 900)
PAN_STEPS = 40
ZOOM_STEPS = 30
WARM_UP = 10


def opened_timeline(path: Path, size: tuple[int, int]) -> tuple[QApplication, TimelineView]:
    """The application, and the timeline of a chronology alone, shown at that size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    view = TimelineView(ViewState(open_document(path)), LIGHT)
    view.set_motion(False)
    view.resize(*size)
    view.show()
    app.processEvents()
    return app, view


def until_painted(app: QApplication, view: TimelineView, change: Callable[[], None]) -> None:
    """Make a change and wait until the timeline was painted with it."""
    before = view.canvas.scene_item.paints
    change()
    while view.canvas.scene_item.paints == before:
        app.processEvents()


def show(view: TimelineView, span: TimeSpan) -> None:
    """Ask for a span, at once."""
    view.show_span(span, animate=False, remember=False)


class Bare(QWidget):
    """A widget that lays out and paints scenes and does nothing else."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(view.canvas.size())
        self._frames = Frames(view.sheet)
        self._left = view.scene.left
        self.span = view.visible_span()
        self.paints = 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self.paints += 1
        scale = TimeScale(self.span, self._left, float(self.width()))
        scene = self._frames.scene(scale, self.height() - AXIS_PX, Choices())
        painter = QPainter(self)
        painter.fillRect(self.rect(), LIGHT.ground)
        painter.translate(0, AXIS_PX)
        paint_scene(painter, scene, LIGHT)


def moves(home: TimeSpan) -> Iterator[tuple[str, TimeSpan]]:
    """(what is done, span to show): zooming in and out about two places, panning at four depths."""
    for about in (0.7, 0.9):
        day = home.start + about * home.width
        for step in (*range(1, ZOOM_STEPS), *range(ZOOM_STEPS, 0, -1)):
            yield "zoom", home.zoom(1.25**step, day)
    for depth in (0, 4, 10, 18):
        begin = home.zoom(1.25**depth, home.start + 0.8 * home.width)
        for step in range(1, PAN_STEPS + 1):
            yield "pan", begin.shift(begin.width * 0.01 * step)


def measure(path: Path | None = None) -> dict[str, object]:
    """Run all moves on both; `path` names another chronology."""
    app, view = opened_timeline(path or default_chronology(), SIZE)
    bare = Bare(view)
    bare.show()
    for _ in range(10):
        app.processEvents()
    times: dict[tuple[str, str], list[float]] = {}
    steps = list(moves(view.sheet.home))
    gc.collect()
    gc.disable()
    painted = view.canvas.scene_item.paints
    for i, (kind, span) in enumerate((*steps[WARM_UP - 1 :: -1], *steps[1:])):
        for name in ("timeline", "bare") if i % 2 else ("bare", "timeline"):
            begin = time.perf_counter()
            if name == "timeline":
                until_painted(app, view, partial(show, view, span))
            else:
                before, bare.span = bare.paints, span
                bare.update()
                while bare.paints == before:
                    app.processEvents()
            if i >= WARM_UP:
                times.setdefault((name, kind), []).append(time.perf_counter() - begin)
    gc.enable()
    painted = view.canvas.scene_item.paints - painted
    view.hide()
    bare.hide()
    return report(
        times, painted / (WARM_UP + len(steps) - 1), len(view.state.document.chronology.events)
    )


def report(
    times: dict[tuple[str, str], list[float]], paints_per_step: float, events: int
) -> dict[str, object]:
    spreads: dict[str, Spread] = {f"{name} {kind}": spread(t) for (name, kind), t in times.items()}
    for name in ("timeline", "bare"):
        spreads[f"{name} all"] = spread(times[name, "pan"] + times[name, "zoom"])
    ratio = spreads["timeline all"].median / spreads["bare all"].median
    return {
        "events": events,
        "size": SIZE,
        "ms": {name: value._asdict() for name, value in sorted(spreads.items())},
        "ratio": round(ratio, 3),
        "paints_per_step": round(paints_per_step, 3),
    }
