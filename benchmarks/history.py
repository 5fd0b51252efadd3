"""The history of the benchmarks: each run is a line of history.jsonl, and is compared with the run before it.

Runs are compared where the machine is of the same kind: its processor, cores, system and Qt platform. What a ratio of
two medians is worth is told by a bootstrap: both runs' samples are drawn anew, with replacement, 2,000 times, and 95 %
of the ratios lie in the interval (percentile method; Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
chapter 13).
"""

from __future__ import annotations

import json
import platform
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

PATH = Path(__file__).parent / "history.jsonl"
MOST_SAMPLES = 600
"""Of one figure that are kept, spread evenly over the sorted ones."""
DRAWS, SEED = 2000, 1
SLOWER = 1.10
"""Times as long: less is not called a regression."""
KIND = ("system", "processor", "cores", "platform")

Samples = Mapping[str, Sequence[float]]


class Change(NamedTuple):
    """How a figure changed: the ratio of the medians, and the 95 % interval of it."""

    name: str
    before: float
    now: float
    ratio: float
    low: float
    high: float

    @property
    def is_regression(self) -> bool:
        """Whether it takes more than a tenth longer, and chance does not explain that."""
        return self.ratio > SLOWER and self.low > 1


def run_of(samples: Samples, machine: Mapping[str, object]) -> dict[str, Any]:
    """One line of the history: when, of which commit, where, and the samples in ms by the name of the figure."""
    return {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "machine": {
            **machine,
            "system": f"{platform.system()} {platform.machine()}",
            "processor": processor(),
        },
        "ms": {name: _kept(of_figure) for name, of_figure in samples.items() if len(of_figure)},
    }


def append(run: Mapping[str, Any], path: Path = PATH) -> None:
    """Add a run to the history."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(run, separators=(",", ":")) + "\n")


def last_like(run: Mapping[str, Any], name: str, path: Path = PATH) -> dict[str, Any] | None:
    """The last run before, on the same kind of machine, that has this figure; None if there is none."""
    if not path.exists():
        return None
    for line in reversed(path.read_text(encoding="utf-8").splitlines()):
        before: dict[str, Any] = json.loads(line)
        if name in before["ms"] and _kind(before) == _kind(run):
            return before
    return None


def changes(run: Mapping[str, Any], path: Path = PATH) -> list[Change]:
    """How each figure of a run compares with the last run that has it."""
    found = []
    for name, now in run["ms"].items():
        before = last_like(run, name, path)
        if before is not None:
            found.append(compared(name, before["ms"][name], now))
    return found


def compared(name: str, before: Sequence[float], now: Sequence[float]) -> Change:
    """Compare the samples of two runs."""
    draw = np.random.default_rng(SEED)
    old, new = (_medians(draw, np.asarray(samples)) for samples in (before, now))
    low, high = np.percentile(new / old, (2.5, 97.5))
    medians = float(np.median(before)), float(np.median(now))
    return Change(name, *medians, medians[1] / medians[0], float(low), float(high))


def _medians(draw: np.random.Generator, samples: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """[DRAWS] The medians of samples drawn anew."""
    chosen = draw.integers(0, len(samples), (DRAWS, len(samples)))
    return np.maximum(np.median(samples[chosen], axis=1), 1e-6)


def table(found: Sequence[Change]) -> list[str]:
    """What changed beside the last run, and which figures are slower for certain."""
    if not found:
        return ["no earlier run of this kind of machine in the history"]
    lines = [
        f"{'beside the last run, ms':36}{'before':>10}{'now':>10}{'ratio':>8}{'95 % of ratios':>18}"
    ]
    for change in found:
        interval = f"{change.low:.2f} to {change.high:.2f}"
        mark = "   SLOWER" if change.is_regression else ""
        lines.append(
            f"{change.name:36}{change.before:10.2f}{change.now:10.2f}{change.ratio:8.2f}"
            f"{interval:>18}{mark}"
        )
    return lines


def commit() -> str:
    """The commit that is measured, with "+" where files differ from it; "" outside a repository."""
    command = ["git", "describe", "--always", "--dirty=+", "--exclude=*"]
    done = subprocess.run(
        command, cwd=PATH.parent, capture_output=True, text=True, timeout=30, check=False
    )
    return done.stdout.strip()


def processor() -> str:
    """The name of the processor, as far as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())


def _kind(run: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(run["machine"].get(name) for name in KIND)


def _kept(samples: Sequence[float]) -> list[float]:
    ordered = np.sort(np.asarray(samples, dtype=np.float64))
    if len(ordered) > MOST_SAMPLES:
        ordered = ordered[np.linspace(0, len(ordered) - 1, MOST_SAMPLES).round().astype(np.int64)]
    return [round(float(sample), 3) for sample in ordered]
