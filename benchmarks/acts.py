"""Acts of a reader: how long each takes until it is painted, and the longest that the window stands still after it.

Two hundred acts of seven kinds in the whole window. An act is painted when the timeline is, or, where the timeline does
not change, the window. What follows it, such as the panels, comes in turns of the event loop; the longest turn of the
500 ms after an act is how long keys and mouse wait then. ``python -m benchmarks.acts [--profile] [FILE]`` prints the
figures in ms; with ``--profile`` what the slowest turn of each kind of act does.
"""

from __future__ import annotations

import cProfile
import gc
import json
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks import frames, start
from benchmarks.made_up import made_up
from benchmarks.statistics import in_ms, spread
from peru_timeline.application import Application
from peru_timeline.paths import default_chronology
from peru_timeline.settings import Settings
from peru_timeline.startup import make_qt_application
from peru_timeline.timeline.lanes import Grouping
from peru_timeline.ui.look.style import apply_look
from peru_timeline.ui.look.theme import theme_for
from peru_timeline.ui.session.window_shell import WindowShell
from peru_timeline.ui.state.open_chronology import open_chronology

SIZES = (0, 1_000, 10_000)
"""Numbers of events; 0 stands for the Peru chronology."""
LONGEST_S = 900
ROUNDS = 10  # of twenty acts
AFTER_S = 0.5
TYPED = ("peru", "mining", "port of", "xyl")
LISTED = 12  # functions of a profile

Act = tuple[str, Callable[[], None]]
Figures = dict[str, dict[str, float]]


class Taken(NamedTuple):
    """Seconds that one act took."""

    kind: str
    painted: float
    longest_turn: float


def measure_sizes(sizes: tuple[int, ...] = SIZES) -> tuple[Figures, dict[str, list[float]]]:
    """ms by size and kind of act; and the single times until painted, in ms, by "size events, kind"."""
    found: Figures = {}
    samples: dict[str, list[float]] = {}
    for size in sizes:
        arguments = [str(made_up(size))] if size else []
        with tempfile.TemporaryDirectory() as home:
            start.prepare(home)
            answer = start.answer_of("benchmarks.acts", home, arguments, LONGEST_S)
        taken = [Taken(*one) for one in answer]
        name = f"{size:,} events" if size else "Peru"
        for kind in (*dict.fromkeys(one.kind for one in taken), "all"):
            of_kind = [one for one in taken if kind in (one.kind, "all")]
            found[f"{name}, {kind}"] = _figures(of_kind)
            samples[f"{name}, act: {kind}"] = in_ms([one.painted for one in of_kind])
    return found, samples


def table(found: Figures) -> list[str]:
    """A line for each size and kind of act."""
    lines = [f"{'acts, ms':28}{'painted':>10}{'worst':>10}{'turn':>10}{'acts':>8}"]
    for name, of_kind in found.items():
        numbers = "".join(f"{of_kind[key]:10.1f}" for key in ("median", "worst", "turn"))
        lines.append(f"{name:28}{numbers}{of_kind['acts']:8.0f}")
    return lines


def _figures(taken: list[Taken]) -> dict[str, float]:
    painted = spread([one.painted for one in taken])
    turn = max(one.longest_turn for one in taken) * 1000
    return {"median": painted.median, "worst": painted.worst, "turn": turn, "acts": len(taken)}


def measure(path: Path | None = None, rounds: int = ROUNDS) -> list[Taken]:
    """Make all acts over one chronology."""
    app, application = opened(path or default_chronology())
    return [_timed(app, application, act) for act in acts(application, rounds)]


def opened(path: Path) -> tuple[QApplication, Application]:
    """The program with all its parts, as after its start; nothing is remembered."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or make_qt_application()
    assert isinstance(app, QApplication)
    theme = theme_for("light", None)
    apply_look(app, theme)
    shell = WindowShell(theme)
    shell.resize(*frames.SIZE)
    settings = Settings(theme="light", language="en", hint_seen=True, reduce_motion=True)
    application = Application(app, shell, open_chronology(path), settings, None)
    shell.show()
    application.finish_start(None, None)
    _rest(app, 1.0)
    _ = application.state.opened.search  # made in the background, as long as nobody searches
    gc.collect()
    gc.freeze()
    return app, application


def acts(application: Application, rounds: int) -> Iterator[Act]:
    """(kind, act) in an order that mixes the kinds; each round ends where it began."""
    state, settings = application.state, application.settings
    blocs = [actor.id for actor in state.opened.chronology.blocs]
    actors = [actor.id for actor in state.opened.chronology.actors]
    events = len(state.opened.chronology.events)

    def setting(**changed: object) -> None:
        settings.value = replace(settings.value, **changed)

    for number in range(rounds):
        text = TYPED[number % len(TYPED)]
        yield "filter", partial(state.only, "actors", blocs[number % len(blocs)])
        yield "click", partial(state.select, (number * 7919) % events)
        yield "filter", partial(state.only, "actors", actors[-1 - number % len(actors)])
        yield "filter", state.clear_filters
        for end in (1, 2, len(text), 0):
            yield "key", partial(state.set_text, text[:end])
        yield "click", partial(state.select, (number * 104729 + 5) % events)
        yield "language", partial(setting, language="es")
        yield "grouping", partial(state.set_grouping, Grouping.ACTOR)
        yield "theme", partial(setting, theme="dark")
        yield "filter", partial(state.only, "statuses", "reported")
        yield "theme", partial(setting, theme="light")
        yield "panel", partial(setting, filters_shown=False)
        yield "panel", partial(setting, filters_shown=True)
        yield "filter", state.clear_filters
        yield "grouping", partial(state.set_grouping, Grouping.SECTOR)
        yield "language", partial(setting, language="en")
        yield "click", partial(state.select, None)


def _timed(app: QApplication, application: Application, act: Act) -> Taken:
    """Make an act; the seconds until it is painted, and of the longest turn in the time after."""
    kind, change = act
    _rest(app, 0.05)
    item = application.timeline.canvas.scene_item
    before, turns = item.paints, []
    begin = time.perf_counter()
    change()
    turns.append(time.perf_counter() - begin)
    painted = 0.0
    while time.perf_counter() < begin + AFTER_S:
        turn = time.perf_counter()
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        now = time.perf_counter()
        turns.append(now - turn)
        if not painted and item.paints > before:
            painted = now - begin
        time.sleep(0.0005)
    return Taken(kind, painted or turns[0] + turns[1], max(turns))


def _rest(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        # Only a running event loop deletes what is to be deleted later.
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(0.001)


def profile(path: Path | None = None) -> str:
    """What the acts of each kind do, in the order of the time that functions take themselves."""
    app, application = opened(path or default_chronology())
    profiles: dict[str, cProfile.Profile] = {}
    for act in acts(application, 3):
        of_kind = profiles.setdefault(act[0], cProfile.Profile())
        of_kind.enable()
        _timed(app, application, act)
        of_kind.disable()
    parts = []
    for kind, of_kind in profiles.items():
        stats = pstats.Stats(of_kind)
        ours = [
            (cumulative, f"{Path(file).name}:{line} {name}", calls)
            for (file, line, name), (_, calls, _, cumulative, _) in stats.stats.items()  # type: ignore[attr-defined]
            if "peru_timeline" in file
        ]
        parts.append(f"\n{kind}: ms in all of what it calls, calls")
        for cumulative, what, calls in sorted(ours, reverse=True)[:LISTED]:
            parts.append(f"{1000 * cumulative:10.1f} {calls:7}  {what}")
    return "\n".join(parts)


def main(arguments: list[str]) -> None:
    """Print the figures, or profiles, of the acts over one chronology."""
    wanted = [Path(argument) for argument in arguments if not argument.startswith("--")]
    path = wanted[0] if wanted else None
    print(profile(path) if "--profile" in arguments else json.dumps(measure(path)))


if __name__ == "__main__":
    main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)  # without waiting for the background threads
