"""The start of the frozen program compared with that of the plain install, both measured from outside.

The frozen program cannot be instrumented. Both programs therefore write Qt's own log of painting, and the clock is
read when a line arrives. They start alternately, each in a process of its own, with the Peru chronology.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.statistics import spread

FROZEN = Path("dist/peru-timeline") / ("peru-timeline.exe" if os.name == "nt" else "peru-timeline")
RUNS = 15
LONGEST_S = 60
LOG = {"QT_LOGGING_RULES": "qt.widgets.painting=true", "QT_FORCE_STDERR_LOGGING": "1"}
PAINTED, TIMELINE = "Flushing QRegion", "timeline_view"


def is_there() -> bool:
    """Whether `make package` has built the frozen program."""
    return FROZEN.is_file()


def measure(runs: int = RUNS) -> dict[str, object]:
    """Start both programs `runs` times, alternately, after one start each to fill the caches."""
    programs = {
        "frozen": [str(FROZEN.absolute())],
        "plain": [sys.executable, "-m", "peru_timeline"],
    }
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as home:
        for run in range(runs + 1):
            for name, program in programs.items():
                first, timeline = _start(program, home)
                if run > 0:
                    times.setdefault(f"{name} first frame", []).append(first)
                    times.setdefault(f"{name} timeline", []).append(timeline)
    medians = {name: spread(seconds).median for name, seconds in times.items()}
    return {
        "ms": {name: spread(seconds)._asdict() for name, seconds in times.items()},
        "ratio_first": round(medians["frozen first frame"] / medians["plain first frame"], 3),
        "ratio_timeline": round(medians["frozen timeline"] / medians["plain timeline"], 3),
    }


def _start(program: list[str], home: str) -> tuple[float, float]:
    """Seconds from the start to the first frame, and to the first frame that shows the timeline."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **LOG, "PERU_TIMELINE_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # see start.py
    begin = time.monotonic()
    first = None
    drawn = False
    with subprocess.Popen(program, env=environment, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr is not None
        try:
            for line in child.stderr:
                now = time.monotonic() - begin
                drawn = drawn or ("Drawing" in line and TIMELINE in line)
                if PAINTED in line:
                    first = first or now
                    if drawn:
                        return first, now
                if now > LONGEST_S:
                    break
        finally:
            child.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
    raise RuntimeError(f"{program[0]} painted no timeline")
