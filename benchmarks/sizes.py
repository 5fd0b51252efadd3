"""How cost grows with the number of events: every size in a process of its own.

A child is called ``python -m benchmarks.sizes [--short] [FILE]`` (none: the Peru chronology) and prints its figures as
JSON. It opens the file in the whole window, makes the moves of frames.py, filters, searches as one types, and exports
a picture; --short makes a few moves, to try that all of it works.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import start
from benchmarks.made_up import made_up
from benchmarks.statistics import spread

SIZES = (0, 1_000, 10_000, 100_000, 1_000_000)
"""Events of made-up files; 0 is the Peru chronology."""
STARTS = {0: 5, 1_000: 5, 10_000: 5, 100_000: 3, 1_000_000: 1}
LONGEST_S = 600
TYPED = ("vaccines", "port au", "ministry of cop", "xylophone")
PICTURE = (1920, 1080)


class Goal(NamedTuple):
    """What was aimed at, for the Peru chronology, 10,000, 100,000 and 1,000,000 events."""

    name: str
    unit: str
    most: tuple[float, float, float, float]


GOALS = {
    "frame median": Goal("frame, median", "ms", (4, 5, 7, 8)),
    "frame p95": Goal("frame, 95 %", "ms", (7, 9, 11, 14)),
    "frame worst": Goal("frame, worst", "ms", (20, 25, 33, 50)),
    "first view": Goal("first view, file new", "s", (0.5, 0.6, 1.3, 6)),
    "first view again": Goal("first view, file known", "s", (0.5, 0.6, 1.3, 6)),
    "memory": Goal("memory, first view", "MB", (170, 190, 400, 1_800)),
    "memory peak": Goal("memory, at most", "MB", (170, 190, 400, 1_800)),
    "filter": Goal("filter by an actor", "ms", (8, 15, 60, 250)),
    "search": Goal("search, a key typed", "ms", (8, 15, 60, 250)),
}
WITHOUT_GOAL = {
    "load": ("load", "s"),
    "load again": ("load, file known", "s"),
    "index": ("search index, behind", "s"),
    "filter mask": ("filter, its mask and counts", "ms"),
    "search mask": ("search, its mask alone", "ms"),
    "filter worst": ("filter, worst", "ms"),
    "search worst": ("search, worst", "ms"),
    "export": ("picture of 1920 x 1080", "ms"),
    "stand-ins": ("frames of stand-ins", "%"),
}
GOAL_SIZES = (0, 10_000, 100_000, 1_000_000)


# --- in the children -------------------------------------------------------------------------


def child(path: Path) -> dict[str, float]:
    """Use one file in a window; the figures by name."""
    from PySide6.QtWidgets import QApplication

    from benchmarks import frames
    from peru_timeline.chronology.loader import load_chronology
    from peru_timeline.chronology.query import Query
    from peru_timeline.pictures.page import PageSpec, compose
    from peru_timeline.pictures.sizes import of_pixels
    from peru_timeline.settings import Settings
    from peru_timeline.ui.look.style import apply_theme
    from peru_timeline.ui.look.theme import LIGHT
    from peru_timeline.ui.paint.page_painting import measure as measure_text
    from peru_timeline.ui.paint.page_painting import png
    from peru_timeline.ui.state.open_chronology import open_document
    from peru_timeline.ui.state.view_state import ViewState
    from peru_timeline.ui.window.main_window import MainWindow

    found: dict[str, float] = {}
    app = QApplication([])
    apply_theme(app, LIGHT)
    begin = time.perf_counter()
    document = open_document(path)
    found["load"] = time.perf_counter() - begin
    state = ViewState(document)
    window = MainWindow(state, Settings(hint_seen=True), LIGHT)
    window.resize(*frames.SIZE)
    window.show()
    timeline = window.add_timeline()
    window.fill()
    timeline.set_motion(False)
    for _ in range(10):
        app.processEvents()
    found["memory"] = _memory()
    timeline.work_ahead()
    gc.collect()
    gc.freeze()
    times: dict[str, list[float]] = {}
    steps = list(frames.moves(timeline.layout_input.home))
    stand_ins = frames.as_a_hand(app, timeline, steps, times)
    found["stand-ins"] = 100 * stand_ins / len(steps)
    _keep(found, "frame", times["all"])
    found["memory peak"] = _memory_at_most()
    timeline.show_span(timeline.layout_input.home, animate=False)
    _settle(app, timeline)

    begin = time.perf_counter()
    _ = document.search
    found["index"] = time.perf_counter() - begin

    def timed(change: Callable[[], None]) -> float:
        _settle(app, timeline)
        begin = time.perf_counter()
        frames.until_painted(app, timeline, change)
        return time.perf_counter() - begin

    chosen = [bloc.id for bloc in document.chronology.blocs[:4]]
    chosen += [actor.id for actor in document.chronology.actors[-4:]]
    filters = []
    for actor in chosen:
        filters.append(timed(lambda actor=actor: state.only("actors", actor)))  # type: ignore[misc]
        filters.append(timed(state.clear_filters))
    _keep(found, "filter", filters)
    typed = [
        timed(lambda text=text[:end]: state.set_text(text))  # type: ignore[misc]
        for text in TYPED
        for end in (*range(1, len(text) + 1), 0)
    ]
    _keep(found, "search", typed)
    _settle(app, timeline)

    def alone(work: Callable[[], object]) -> float:
        begin = time.perf_counter()
        work()
        return time.perf_counter() - begin

    queries = [Query(actors=frozenset({actor})) for actor in chosen]
    facets, find = document.facets, document.search.find
    masks = [alone(lambda q=q: (facets.select(q), facets.counts(q))) for q in queries]  # type: ignore[misc]
    _keep(found, "filter mask", masks)
    keys = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    _keep(found, "search mask", [alone(lambda key=key: find(key)) for key in keys])  # type: ignore[misc]
    exports = []
    for _ in range(3):
        begin = time.perf_counter()
        png(compose(_all_of(document), PageSpec(of_pixels(*PICTURE)), measure_text), LIGHT)
        exports.append(time.perf_counter() - begin)
    _keep(found, "export", exports)
    document.keep_facts()
    begin = time.perf_counter()
    load_chronology(path, kept=_kept_dir())
    found["load again"] = time.perf_counter() - begin
    return found


def _all_of(document: Any) -> Any:
    from benchmarks.pictures import whole

    return whole(document)


def _kept_dir() -> Path:
    from peru_timeline.paths import user_cache_dir

    return user_cache_dir() / "facts"


def _settle(app: Any, timeline: Any) -> None:
    """Until nothing is waited for: panels follow after the timeline."""
    for _ in range(10):
        app.processEvents()
    while timeline.is_waiting:
        app.processEvents()


def _memory() -> float:
    """MB that the process takes now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def _memory_at_most() -> float:
    """MB that the process took at any moment; what getrusage tells begins with the memory of the parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kilobytes = next(line for line in status if line.startswith("VmHWM:")).split()[1]
    return int(kilobytes) / 1024


def _keep(found: dict[str, float], name: str, seconds: list[float]) -> None:
    of_all = spread(seconds)
    key = f"{name} median" if name == "frame" else name
    found[key] = of_all.median
    found[f"{name} p95"], found[f"{name} worst"] = of_all.p95, of_all.worst


# --- in the parent ---------------------------------------------------------------------------


def measure(sizes: tuple[int, ...] = SIZES) -> dict[str, dict[str, float]]:
    """The figures of each size, by the number of its events."""
    found = {}
    for size in sizes:
        arguments = [str(made_up(size))] if size else []
        with tempfile.TemporaryDirectory() as home:
            start.prepare(home)
            new = [start.run("ours", home, *arguments)[1] for _ in range(STARTS.get(size, 1))]
            figures = used(home, arguments)
            known = [start.run("ours", home, *arguments)[1] for _ in range(STARTS.get(size, 1))]
        figures["first view"] = spread(new).median / 1000
        figures["first view again"] = spread(known).median / 1000
        found[str(size)] = {name: round(value, 3) for name, value in figures.items()}
    return found


def used(home: str, arguments: list[str]) -> dict[str, float]:
    """Start a child, which leaves what it found of the file for the next start."""
    command = [sys.executable, "-m", "benchmarks.sizes", *arguments]
    done = subprocess.run(
        command,
        env=start.environment(home),
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} could not be measured:\n{done.stderr}")
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def table(found: dict[str, dict[str, float]]) -> list[str]:
    """Every figure at every size, those beyond their goal marked with an exclamation mark."""
    titles = [f"{int(size):,}" if int(size) else "Peru" for size in found]
    lines = [f"{'events':30}{'':4}" + "".join(f"{title:>14}" for title in titles)]
    rows = {key: (goal.name, goal.unit) for key, goal in GOALS.items()} | WITHOUT_GOAL
    for key, (name, unit) in rows.items():
        cells = [_cell(figures.get(key), _goal(key, int(size))) for size, figures in found.items()]
        lines.append(f"{name:30}{unit:4}" + "".join(f"{cell:>14}" for cell in cells))
    return [*lines, "(goal behind each figure; ! where it is missed)"]


def _goal(key: str, size: int) -> float | None:
    if key not in GOALS or size not in GOAL_SIZES:
        return None
    return GOALS[key].most[GOAL_SIZES.index(size)]


def _cell(value: float | None, goal: float | None) -> str:
    if value is None:
        return "-"
    told = f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    if goal is None:
        return told
    return f"{told}{'!' if value > goal else ''} ({goal:g})"


def main(arguments: list[str]) -> None:
    """Be a child."""
    from benchmarks import frames
    from peru_timeline.paths import default_chronology

    if "--short" in arguments:
        frames.PAN_STEPS = frames.ZOOM_STEPS = 4
        arguments.remove("--short")
    print(json.dumps(child(Path(arguments[0]) if arguments else default_chronology())))


if __name__ == "__main__":
    main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)  # threads that work ahead need not come to an end
