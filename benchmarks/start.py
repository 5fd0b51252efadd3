"""The time from the command to the first painted window and to the painted timeline, compared with bare windows.

Every measurement is a process of its own, and the programs alternate. The clock starts before the process, and stops
in the turn of the event loop after the painting. The command of a child is ``python -m benchmarks.start NAME BEGIN``.
The imports at the top of this file are only those that cost a child nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

SIZE = (1600, 900)
RUNS = 9
LONGEST_S = 60
SCREEN = "screen.json"
LAPTOP = {
    "name": "laptop", "x": 0, "y": 0, "width": 1600, "height": 900,
    "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
}  # fmt: skip
TIMELINE_MODULE, TIMELINE_CLASS = "peru_timeline.ui.canvas.scene_item", "SceneItem"


# --- in the children -------------------------------------------------------------------------


def child(name: str, begin: float, *arguments: str) -> None:
    """Start one of the programs, print how long it took (s), and exit; only ours takes arguments."""
    {"ours": _ours, "window": _window, "pyqtgraph": _pyqtgraph}[name](begin, *arguments)


def _window(begin: float) -> None:
    """The smallest PySide6 program: an empty window."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    widget = QWidget()
    widget.resize(*SIZE)
    _when_painted(app, lambda: _tell(begin, last=True))
    widget.show()
    app.exec()


def _pyqtgraph(begin: float) -> None:
    """The smallest pyqtgraph program: an empty view."""
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    from pyqtgraph import GraphicsView, ViewBox

    view = GraphicsView()
    view.setCentralItem(ViewBox())
    view.resize(*SIZE)
    _when_painted(app, lambda: _tell(begin, last=True))
    view.show()
    app.exec()


def _ours(begin: float, *arguments: str) -> None:
    """Peru Timeline, started as its command starts it, with the chronology in `arguments` if there is one."""
    from PySide6.QtWidgets import QApplication

    execute = QApplication.exec

    def watched(*_arguments: object) -> int:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        _when_painted(app, lambda: _tell(begin))
        return execute()

    QApplication.exec = watched  # type: ignore[method-assign]
    _after_import(TIMELINE_MODULE, lambda module: _watch_timeline(module, begin))
    from peru_timeline.cli import main

    sys.exit(main([*arguments]))


def _when_painted(app: Any, then: Callable[[], None]) -> None:
    """Call `then` in the turn of the event loop after a window is first painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint and watched.isWidgetType():
                app.removeEventFilter(self)
                QTimer.singleShot(0, then)
            return False

    app.watch = Watch()
    app.installEventFilter(app.watch)


def _watch_timeline(module: Any, begin: float) -> None:
    """Print the time when the timeline is first painted."""
    from PySide6.QtCore import QTimer

    item = getattr(module, TIMELINE_CLASS)
    paint = item.paint

    def painted(self: Any, *arguments: Any) -> None:
        paint(self, *arguments)
        item.paint = paint
        QTimer.singleShot(0, lambda: _tell(begin, last=True))

    item.paint = painted


def _after_import(name: str, then: Callable[[Any], None]) -> None:
    """Call `then` with a module after its first import."""
    from importlib.machinery import ModuleSpec, PathFinder

    class Finder(PathFinder):
        @classmethod
        def find_spec(cls, fullname: str, *rest: Any) -> ModuleSpec | None:
            if fullname != name:
                return None
            spec = PathFinder.find_spec(fullname, *rest)
            assert spec is not None
            assert spec.loader is not None
            execute = spec.loader.exec_module

            def executed(module: Any) -> None:
                execute(module)
                then(module)

            spec.loader.exec_module = executed  # type: ignore[method-assign]
            return spec

    sys.meta_path.insert(0, Finder)


def _tell(begin: float, *, last: bool = False) -> None:
    print(time.monotonic() - begin, flush=True)
    if last:
        import os

        os._exit(0)


# --- in the parent ---------------------------------------------------------------------------


def measure(runs: int = RUNS) -> dict[str, object]:
    """Start all three programs `runs` times, alternately, after one start each to fill the caches."""
    import tempfile

    from benchmarks.statistics import in_ms, spread

    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as home:
        prepare(home)
        for number in range(runs + 1):
            for name in ("window", "ours", "pyqtgraph"):
                found = run(name, home)
                if number > 0:
                    times.setdefault(f"{name} window", []).append(found[0])
                    if name == "ours":
                        times.setdefault("ours timeline", []).append(found[1])
    medians = {name: spread(seconds).median for name, seconds in times.items()}
    return {
        "ms": {name: spread(seconds)._asdict() for name, seconds in times.items()},
        "samples": {f"start {name}": in_ms(seconds) for name, seconds in times.items()},
        "ratio_window": round(medians["ours window"] / medians["window window"], 3),
        "ratio_timeline": round(medians["ours timeline"] / medians["pyqtgraph window"], 3),
    }


def prepare(home: str) -> None:
    """Prepare a folder for the programs: a screen, and settings apart from the reader's."""
    import json
    from pathlib import Path

    (Path(home) / SCREEN).write_text(json.dumps({"screens": [LAPTOP]}), encoding="utf-8")


def environment(home: str) -> dict[str, str]:
    """The environment variables of a child."""
    import os

    offscreen = f"offscreen:configfile={home}/{SCREEN}"  # the default screen is 800 px wide
    found = {"QT_QPA_PLATFORM": offscreen, **os.environ, "PERU_TIMELINE_HOME": home}
    # An installed program is compiled. With this variable, only our modules would be compiled at every start.
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def run(name: str, home: str, *arguments: str) -> list[float]:
    """Run a child and return the seconds that it printed; the reader's own settings stay untouched."""
    import subprocess

    begin = time.monotonic()
    command = [sys.executable, "-m", "benchmarks.start", name, str(begin), *arguments]
    try:
        done = subprocess.run(
            command,
            env=environment(home),
            capture_output=True,
            text=True,
            timeout=LONGEST_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RuntimeError(f"{name} painted nothing in {LONGEST_S} s: {error.stderr!r}") from error
    found = [float(line) for line in done.stdout.split()]
    if len(found) != (2 if name == "ours" else 1):
        raise RuntimeError(f"{name} did not start:\n{done.stderr}")
    return found


def answer_of(module: str, home: str, arguments: list[str], longest_s: float) -> Any:
    """What a module of the benchmarks prints last, as JSON, in a process of its own that keeps its files in `home`."""
    import json
    import subprocess

    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=longest_s,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{module} {arguments} could not be measured:\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    child(sys.argv[1], float(sys.argv[2]), *sys.argv[3:])
