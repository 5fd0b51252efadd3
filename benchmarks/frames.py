"""Frames: the time from the request for another span until it is painted.

First, the moves imitate a hand: one step every sixtieth of a second, with the background thread packing rows, as in the
program. A frame that is due before the thread has finished shows substitute rows, and is counted. Then the same moves
are made with everything packed, alternating with a bare widget that asks for the same scene and paints it.
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

from benchmarks.statistics import Spread, in_ms, spread
from peru_timeline.paths import default_chronology
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.ui.canvas.scene_cache import SceneCache, SceneChoices
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.look.style import apply_theme
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.scene_painting import paint_scene
from peru_timeline.ui.state.open_chronology import open_chronology
from peru_timeline.ui.state.view_state import ViewState

SIZE = (1600, 900)
PAN_STEPS = 80
ZOOM_STEPS = 30
STEP_S = 1 / 60


def opened_timeline(path: Path, size: tuple[int, int]) -> tuple[QApplication, TimelineView]:
    """The application, and a window that shows only the timeline of a chronology, of `size` px."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    view = TimelineView(ViewState(open_chronology(path)), LIGHT)
    view.set_motion(False)
    view.resize(*size)
    view.show()
    app.processEvents()
    return app, view


def until_painted(app: QApplication, view: TimelineView, change: Callable[[], None]) -> None:
    """Make a change and wait until the timeline is painted with it."""
    before = view.canvas.scene_item.paints
    change()
    while view.canvas.scene_item.paints == before:
        app.processEvents()


def show(view: TimelineView, span: TimeSpan) -> None:
    """Show a span without animation."""
    view.show_span(span, animate=False, remember=False)


class Bare(QWidget):
    """A widget that only lays out and paints scenes."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(view.canvas.size())
        self._frames = SceneCache(view.layout_input)
        self._left = view.scene.left
        self.span = view.visible_span()
        self.paints = 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self.paints += 1
        scale = TimeScale(self.span, self._left, float(self.width()))
        arrangement = self._frames.arrangement(
            scale, self.height() - AXIS_HEIGHT_PX, SceneChoices()
        )
        scene = lay_out(arrangement, scale)
        painter = QPainter(self)
        painter.fillRect(self.rect(), LIGHT.ground)
        painter.translate(0, AXIS_HEIGHT_PX)
        paint_scene(painter, scene, LIGHT)


def moves(home: TimeSpan) -> Iterator[tuple[str, TimeSpan]]:
    """(kind of move, span to show): zooms about two days, pans at four zoom levels, pans over the whole chronology."""
    for about in (0.7, 0.9):
        day = home.start + about * home.width
        for step in (*range(1, ZOOM_STEPS), *range(ZOOM_STEPS, 0, -1)):
            yield "zoom", home.zoom(1.25**step, day)
    for depth in (2, 5, 10, 18):
        begin = home.zoom(1.25**depth, home.start + 0.8 * home.width)
        for step in range(1, PAN_STEPS + 1):
            yield "pan", begin.shift(begin.width * 0.01 * step)
    for step in range(1, PAN_STEPS + 1):
        yield "whole", home.shift(home.width * 0.01 * (step - PAN_STEPS / 2))


def measure(path: Path | None = None) -> dict[str, object]:
    """Make all moves over the chronology at `path`, by default the Peru chronology."""
    app, view = opened_timeline(path or default_chronology(), SIZE)
    view.pack_ahead()
    steps = list(moves(view.layout_input.home))
    gc.collect()
    gc.freeze()
    times: dict[str, list[float]] = {}
    stand_ins = as_a_hand(app, view, steps, times)
    paints = _beside_bare(app, view, steps, times)
    view.hide()
    spreads: dict[str, Spread] = {name: spread(seconds) for name, seconds in times.items()}
    return {
        "events": len(view.state.opened.chronology.events),
        "size": SIZE,
        "ms": {name: value._asdict() for name, value in spreads.items()},
        "samples": {f"frame {name}": in_ms(seconds) for name, seconds in times.items()},
        "stand_ins": stand_ins,
        "ratio": round(spreads["packed"].median / spreads["bare"].median, 3),
        "paints_per_step": round(paints, 3),
    }


def as_a_hand(
    app: QApplication,
    view: TimelineView,
    steps: list[tuple[str, TimeSpan]],
    times: dict[str, list[float]],
) -> int:
    """Add the seconds of each frame to `times`, by kind and for "all"; return how many showed substitute rows."""
    stand_ins = 0
    due = time.perf_counter()
    for kind, span in steps:
        while time.perf_counter() < due:
            app.processEvents()
            time.sleep(0.0005)  # like an idle event loop, which lets other threads run
        begin = time.perf_counter()
        due = begin + STEP_S
        until_painted(app, view, partial(show, view, span))
        times.setdefault(kind, []).append(time.perf_counter() - begin)
        stand_ins += view.is_waiting
    times["all"] = [seconds for kind in ("zoom", "pan", "whole") for seconds in times[kind]]
    return stand_ins


def _beside_bare(
    app: QApplication,
    view: TimelineView,
    steps: list[tuple[str, TimeSpan]],
    times: dict[str, list[float]],
) -> float:
    """Add the seconds of "packed" and "bare" frames to `times`; return the timeline's paints per step."""
    bare = Bare(view)
    bare.show()
    for _, span in steps:  # until everything is packed
        until_painted(app, view, partial(show, view, span))
        while view.is_waiting:
            app.processEvents()
    for _ in range(10):  # paint what is still pending
        app.processEvents()
    packed, alone = times["packed"], times["bare"] = [], []
    painted = view.canvas.scene_item.paints
    for i, (_, span) in enumerate(steps):
        for is_bare in (True, False) if i % 2 else (False, True):
            begin = time.perf_counter()
            if is_bare:
                before, bare.span = bare.paints, span
                bare.update()
                while bare.paints == before:
                    app.processEvents()
                alone.append(time.perf_counter() - begin)
            else:
                until_painted(app, view, partial(show, view, span))
                packed.append(time.perf_counter() - begin)
    bare.hide()
    return (view.canvas.scene_item.paints - painted) / len(steps)
