"""What a start imports before the window and before the timeline is painted, from ``-X importtime``."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

from benchmarks import start

MOST_LISTED = 12
_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|( *)(\S+)")
_PAINTED = re.compile(r"^\d+\.\d+$")


class Import(NamedTuple):
    """A package, and the time its own modules take to import (ms)."""

    name: str
    ms: float


def measure() -> dict[str, list[Import]]:
    """The slowest packages, before the "window" is painted and from there to the "timeline"."""
    with tempfile.TemporaryDirectory() as home:
        start.prepare(home)
        start.run("ours", home)  # compiles the modules
        command = [sys.executable, "-X", "importtime", "-m", "benchmarks.start", "ours"]
        done = subprocess.run(
            [*command, str(time.monotonic())],
            env=start.environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=start.LONGEST_S,
            check=True,
        )
    return parsed(done.stdout)


def parsed(output: str) -> dict[str, list[Import]]:
    """Parse the log; the program prints a number between its lines when the window is painted."""
    parts: dict[str, dict[str, float]] = {"window": {}, "timeline": {}}
    found = parts["window"]
    for line in output.splitlines():
        if _PAINTED.match(line.strip()):
            found = parts["timeline"]
        elif match := _LINE.match(line):
            own, name = int(match[1]) / 1000, _package(match[4])
            found[name] = found.get(name, 0.0) + own
    return {
        when: [
            Import(name, round(ms, 1))
            for name, ms in sorted(of.items(), key=lambda item: -item[1])[:MOST_LISTED]
        ]
        for when, of in parts.items()
    }


def _package(module: str) -> str:
    """The first two parts of the name of our modules and of PySide6's, the first part of others."""
    parts = module.split(".")
    return ".".join(parts[:2] if parts[0] in ("peru_timeline", "PySide6") else parts[:1])


def table(found: dict[str, list[Import]]) -> list[str]:
    """Two columns of packages with the time of their own modules (ms)."""
    lines = [f"{'imports before the window, ms':40}imports before the timeline, ms"]
    for row in range(max(map(len, found.values()), default=0)):
        cells = [found[when][row : row + 1] for when in ("window", "timeline")]
        told = [f"{cell[0].name:28}{cell[0].ms:7.1f}" if cell else "" for cell in cells]
        lines.append(f"{told[0]:40}{told[1]}".rstrip())
    return lines
