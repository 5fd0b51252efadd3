"""Use one chronology in the whole window, and print what each step costs as JSON.

``python -m benchmarks.usage [--short] [FILE]`` opens the file (by default the Peru chronology), makes the moves of
frames.py, filters, types searches and exports a picture. Single times are in seconds, medians and worst cases in ms,
memory in MB. With ``--short`` it makes only a few moves, which is enough to test this script.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks import frames
from benchmarks.pictures import whole
from benchmarks.statistics import in_ms, spread
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.query import Query
from peru_timeline.paths import default_chronology
from peru_timeline.pictures.compose import compose
from peru_timeline.pictures.page import PageSpec
from peru_timeline.pictures.sizes import of_pixels
from peru_timeline.settings import Settings
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.look.style import apply_theme
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.paint.files.png_file import png
from peru_timeline.ui.paint.text_measure import text_width
from peru_timeline.ui.state.open_chronology import load_cache_dir, open_chronology
from peru_timeline.ui.state.settings_store import SettingsStore
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from peru_timeline.ui.window.timeline_setup import make_timeline
from peru_timeline.ui.window.window_layout import WindowLayout

TYPED = ("vaccines", "port au", "ministry of cop", "xylophone")
PICTURE_PX = (1920, 1080)
PICTURES = 3


class Figures(dict[str, float]):
    """The figures by name, and the single times (ms) of those that are medians."""

    def __init__(self) -> None:
        super().__init__()
        self.samples: dict[str, list[float]] = {}


@dataclass
class Opened:
    """A chronology in the window."""

    app: QApplication
    state: ViewState
    timeline: TimelineView
    window: MainWindow

    def settle(self) -> None:
        """Wait for everything that follows a change: the panels come after the timeline."""
        for _ in range(10):
            self.app.processEvents()
        while self.timeline.is_waiting:
            self.app.processEvents()

    def until_painted(self, change: Callable[[], None]) -> float:
        """Make a change and return the seconds until the timeline is painted with it."""
        self.settle()
        return seconds(lambda: frames.until_painted(self.app, self.timeline, change))


def measure(path: Path) -> Figures:
    """Use the chronology at `path`; the figures by name."""
    figures = Figures()
    opened = open_window(path, figures)
    make_moves(opened, figures)
    figures["index"] = seconds(lambda: opened.state.opened.search)
    filter_and_search(opened, figures)
    time_masks(opened, figures)
    chronology = opened.state.opened
    subject, spec = whole(chronology), PageSpec(of_pixels(*PICTURE_PX))
    exports = [
        seconds(lambda: png(compose(subject, spec, text_width), LIGHT)) for _ in range(PICTURES)
    ]
    keep(figures, "export", exports)
    chronology.write_load_cache()
    cache_dir = load_cache_dir()
    figures["load again"] = seconds(lambda: load_chronology(path, cache_dir=cache_dir))
    return figures


def open_window(path: Path, figures: Figures) -> Opened:
    app = QApplication([])
    apply_theme(app, LIGHT)
    begin = time.perf_counter()
    opened = open_chronology(path)
    figures["load"] = time.perf_counter() - begin
    state = ViewState(opened)
    settings = Settings(hint_seen=True)
    widget = WindowLayout(settings, LIGHT)
    widget.resize(*frames.SIZE)
    widget.show()
    timeline = make_timeline(state, settings, LIGHT)
    widget.put_timeline(timeline)
    window = MainWindow(widget, timeline, state, SettingsStore(settings, None), LIGHT)
    timeline.set_motion(False)
    for _ in range(10):
        app.processEvents()
    figures["memory"] = memory_now()
    return Opened(app, state, timeline, window)


def make_moves(opened: Opened, figures: Figures) -> None:
    """Pan and zoom as a hand does, then return to the opening view."""
    timeline = opened.timeline
    timeline.pack_ahead()
    gc.collect()
    gc.freeze()
    times: dict[str, list[float]] = {}
    steps = list(frames.moves(timeline.layout_input.home))
    stand_ins = frames.as_a_hand(opened.app, timeline, steps, times)
    figures["stand-ins"] = 100 * stand_ins / len(steps)
    keep(figures, "frame", times["all"])
    figures["memory peak"] = memory_peak()
    timeline.show_span(timeline.layout_input.home, animate=False)
    opened.settle()


def filter_and_search(opened: Opened, figures: Figures) -> None:
    """Filter by some actors, and type and clear some searches; time each until it is painted."""
    state = opened.state
    filters = []
    for actor in some_actors(opened):
        filters.append(opened.until_painted(partial(state.only, "actors", actor)))
        filters.append(opened.until_painted(state.clear_filters))
    keep(figures, "filter", filters)
    typed = [text[:end] for text in TYPED for end in (*range(1, len(text) + 1), 0)]
    searches = [opened.until_painted(partial(state.set_text, text)) for text in typed]
    keep(figures, "search", searches)
    opened.settle()


def time_masks(opened: Opened, figures: Figures) -> None:
    """Time the filters and searches alone, without the window."""
    facets, find = opened.state.opened.facets, opened.state.opened.search.find

    def mask_and_counts(query: Query) -> None:
        facets.select(query)
        facets.counts(query)

    queries = [Query(actors=frozenset({actor})) for actor in some_actors(opened)]
    keep(figures, "filter mask", [seconds(partial(mask_and_counts, q)) for q in queries])
    keys = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    keep(figures, "search mask", [seconds(partial(find, key)) for key in keys])


def some_actors(opened: Opened) -> list[str]:
    """The ids of four blocs and of the last four actors of the file."""
    chronology = opened.state.opened.chronology
    return [actor.id for actor in (*chronology.blocs[:4], *chronology.actors[-4:])]


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def memory_now() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def memory_peak() -> float:
    """The most memory that this process has used; getrusage would start from that of its parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kilobytes = next(line for line in status if line.startswith("VmHWM:")).split()[1]
    return int(kilobytes) / 1024


def keep(figures: Figures, name: str, times: list[float]) -> None:
    """Add the median, the 95th percentile and the worst of some times, in ms."""
    of_all = spread(times)
    figures.samples[name] = in_ms(times)
    key = f"{name} median" if name == "frame" else name
    figures[key] = of_all.median
    figures[f"{name} p95"], figures[f"{name} worst"] = of_all.p95, of_all.worst


def main(arguments: list[str]) -> None:
    if "--short" in arguments:
        frames.PAN_STEPS = frames.ZOOM_STEPS = 4
        arguments.remove("--short")
    figures = measure(Path(arguments[0]) if arguments else default_chronology())
    print(json.dumps({"figures": figures, "samples": figures.samples}))


if __name__ == "__main__":
    main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)  # without waiting for the background threads
