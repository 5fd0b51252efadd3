"""Use the program for a long time and see whether anything grows: ``make soak``.

    python -m tests.robust.soak [--opens N] [--frames N] [--exports N] [--looks N]

Each kind of work is done in ten parts; after each the memory, the open files and the widgets are counted. Exit status 1
when files or widgets grow, or the memory grows by more than is allowed in the second half.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PERU_TIMELINE_HOME", tempfile.mkdtemp(prefix="peru-timeline-soak-"))

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from peru_timeline.application import Application

PARTS = 10
MEGABYTES_ALLOWED = 8.0
"""Growth of the memory over the second half of one kind of work."""


class Count(NamedTuple):
    """What there is at a moment."""

    megabytes: float
    files: int
    widgets: int


def count() -> Count:
    """Count after everything that waits to be deleted is gone."""
    for _ in range(3):
        _delete_what_waits()
        QApplication.processEvents()
        gc.collect()
    resident = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return Count(
        resident / 1e6, len(list(Path("/proc/self/fd").iterdir())), len(QApplication.allWidgets())
    )


def _delete_what_waits() -> None:
    """As the event loop does when it comes back to where it began."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def soak(name: str, times: int, work: Callable[[int], None], rest: Callable[[], None]) -> bool:
    """Do the work that often; a table of what there was; whether nothing grew.

    `rest` brings the window to the same state before each count: the page of each event has its own number of widgets.
    """
    work(0)  # what is made once is no growth
    rest()
    print(f"{name}: {times}\n{'done':>9} {'MB':>8} {'files':>6} {'widgets':>8}")
    counts = [count()]
    for part in range(PARTS):
        for number in range(times * part // PARTS, times * (part + 1) // PARTS):
            work(number)
        rest()
        counts.append(count())
        print(
            f"{times * (part + 1) // PARTS:9} {counts[-1].megabytes:8.1f} {counts[-1].files:6} {counts[-1].widgets:8}",
            flush=True,
        )
    half = counts[PARTS // 2 :]
    growth = half[-1].megabytes - half[0].megabytes
    slope = growth / (times / 2) * 1e6
    print(f"          {growth:+.1f} MB in the second half, {slope:+.0f} bytes each time\n")
    begun = counts[: PARTS // 2 + 1]
    return (
        growth <= MEGABYTES_ALLOWED
        and max(there.files for there in half) <= max(there.files for there in begun)
        and max(there.widgets for there in half) <= max(there.widgets for there in begun)
    )


def main(arguments: list[str]) -> int:
    """Run the four kinds of work."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--opens", type=int, default=1000)
    parser.add_argument("--frames", type=int, default=100_000)
    parser.add_argument("--exports", type=int, default=1000)
    parser.add_argument("--looks", type=int, default=500)
    options = parser.parse_args(arguments)
    from tests.robust import session

    sound: list[bool] = []

    def act(application: Application) -> None:
        try:
            sound.extend(_all(application, options))
        finally:
            application.shell.close()

    session.run(None, act)
    print("nothing grows" if len(sound) == 4 and all(sound) else "SOMETHING GROWS")
    return 0 if len(sound) == 4 and all(sound) else 1


def _all(application: Application, options: argparse.Namespace) -> list[bool]:
    import json

    from peru_timeline import paths
    from peru_timeline.files import write_atomically
    from peru_timeline.pictures.page import PageSpec
    from peru_timeline.pictures.sizes import parse_size
    from peru_timeline.ui.export import rendering as exporting
    from peru_timeline.ui.look.theme import LIGHT
    from tests.chronology.made_up import SMALL

    folder = Path(os.environ["PERU_TIMELINE_HOME"])
    other = folder / "other.chronology"
    other.write_text(json.dumps(SMALL), encoding="utf-8")
    both = (paths.default_chronology(), other)

    def open_and_close(number: int) -> None:
        application.open(both[number % 2])
        application.state.select(number % 3)
        QApplication.processEvents()
        _delete_what_waits()

    application.open(both[0])
    timeline = application.window.timeline
    home = timeline.visible_span()

    def frame(number: int) -> None:
        middle = (home.start + home.end) / 2 + math.sin(number / 50) * home.width / 4
        timeline.show_span(
            home.zoom(2.0 + math.sin(number / 97), middle), animate=False, remember=False
        )
        if number % 100 == 0:
            application.state.select(number // 100 % 200)
        QApplication.processEvents()

    def rest() -> None:
        application.state.select(None)

    kinds = ("png", "svg", "pdf")

    def export(number: int) -> None:
        kind = kinds[number % 3]
        spec = PageSpec(parse_size("16:9"))
        content = exporting.picture(application.window.exports.subject(), kind, spec, LIGHT, 1.0)
        assert content is not None
        write_atomically(folder / f"export.{kind}", content)

    return [
        _change_looks(application, options.looks),
        soak("frames", options.frames, frame, rest),
        soak("exports", options.exports, export, rest),
        soak("chronologies opened and closed", options.opens, open_and_close, rest),
    ]


def _change_looks(application: Application, times: int) -> bool:
    looks: tuple[dict[str, Any], ...] = (
        {"theme": "dark"},
        {"language": "es"},
        {"theme": "light"},
        {"text_scale": 1.5},
        {"language": "en"},
        {"text_scale": 1.0},
    )

    def restyle(number: int) -> None:
        settings = application.settings
        settings.value = replace(settings.value, **looks[number % len(looks)])
        for _ in range(3):
            QApplication.processEvents()
        application.state.select(number % 5)
        application.state.set_text(("port", "")[number % 2])
        QApplication.processEvents()
        _delete_what_waits()

    def rest_in_one_look() -> None:
        for number in range(len(looks)):
            restyle(number)
        application.state.set_text("")
        application.state.select(None)

    name = "changes of theme, language and text size"
    return soak(name, times, restyle, rest_in_one_look)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
