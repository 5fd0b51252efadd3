"""Pictures: the opening view as a PNG of 3840×2160, alternating with a repaint of the timeline at that size."""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.frames import opened_timeline, until_painted
from benchmarks.statistics import Spread, in_ms, spread
from peru_timeline.paths import default_chronology
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import of_pixels
from peru_timeline.pictures.subject import Subject, make_subject
from peru_timeline.timeline.view import View
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.files.png_file import png
from peru_timeline.ui.paint.files.svg_file import svg
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.state.open_chronology import OpenChronology

SIZE = (3840, 2160)
RUNS, WARM_UP = 20, 3


def whole(opened: OpenChronology) -> Subject:
    """The whole chronology, without a filter."""
    return make_subject(opened.chronology, opened.columns, opened.facets, View(exact=False), "en")


def measure() -> dict[str, object]:
    """Time each step; the steps alternate."""
    app, view = opened_timeline(default_chronology(), SIZE)
    subject, spec = whole(view.state.opened), PageSpec(of_pixels(*SIZE))
    page = compose(subject, spec, text_width)

    steps: dict[str, Callable[[], object]] = {
        "window repaint": lambda: until_painted(app, view, view.canvas.viewport().update),
        "PNG": lambda: png(page, LIGHT),
        "SVG": lambda: svg(page, LIGHT),
        "composing": lambda: compose(subject, spec, text_width),
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
        "samples": {f"picture, {name}": in_ms(taken) for name, taken in times.items()},
        "ratio": round(spreads["PNG"].median / spreads["window repaint"].median, 3),
        "svg_bytes": len(svg(page, LIGHT)),
    }
