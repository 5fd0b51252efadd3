"""Run the benchmarks, print tables, and write build/bench.json."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections import ChainMap
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import (
    acts,
    foreign,
    frames,
    frozen,
    history,
    imports,
    pictures,
    sizes,
    stage,
    start,
)

OUT = Path("build/bench.json")
PARTS = ("start", "imports", "frozen", "frames", "pictures", "stage", "sizes", "acts", "foreign")
FRAME_GOAL_MS = 4.0
START_GOAL = 1.3
FROZEN_GOAL = 1.2
PICTURE_GOAL = 3.0
SVG_GOAL_MB = 1.0
STEP_GOAL_MS = 40.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "chronology", nargs="?", type=Path, help="measure frames with it, not the Peru chronology"
    )
    parser.add_argument(
        "--runs", type=int, default=start.RUNS, help="number of starts of each program"
    )
    parser.add_argument("--only", choices=PARTS, help="run only one benchmark")
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=sizes.SIZES,
        help="numbers of events, such as 0,10000; 0 stands for the Peru chronology",
    )
    parser.add_argument(
        "--no-history",
        dest="keep",
        action="store_false",
        help="compare with the history, but leave it as it is",
    )
    arguments = parser.parse_args()
    found: dict[str, Any] = {"machine": machine()}
    samples: dict[str, dict[str, list[float]]] = {"parts": {}}
    wanted = (arguments.only,) if arguments.only else PARTS
    if "start" in wanted:
        found["start"] = start.measure(arguments.runs)
    if "imports" in wanted:
        found["imports"] = imports.measure()
    if "frozen" in wanted and frozen.is_there():
        found["frozen"] = frozen.measure()
    if "frames" in wanted:
        found["frames"] = frames.measure(arguments.chronology)
    if "pictures" in wanted:
        found["pictures"] = pictures.measure()
    if "stage" in wanted:
        found["stage"] = stage.measure()
    if "sizes" in wanted:
        found["sizes"], samples["sizes"] = sizes.measure(arguments.sizes)
    if "acts" in wanted:
        found["acts"], samples["acts"] = acts.measure_sizes()
    if "foreign" in wanted:
        found["foreign"] = foreign.measure()
    for part in found.values():
        samples["parts"] |= part.pop("samples", {})
    print("\n".join(table(found)))
    run = history.run_of(dict(ChainMap(*samples.values())), found["machine"])
    print("\n".join(["", *history.table(history.changes(run))]))
    if arguments.keep:
        history.append(run)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(f"\nwritten to {OUT}")


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))


def machine() -> dict[str, object]:
    return {
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "platform": os.environ.get("QT_QPA_PLATFORM", "default"),
        **{name: version(name) for name in ("PySide6-Essentials", "pyqtgraph", "numpy")},
    }


def table(found: dict[str, Any]) -> list[str]:
    lines = [", ".join(f"{name} {value}" for name, value in found["machine"].items())]
    for part in PARTS:
        if part in found and "ms" in found[part]:
            lines += ["", f"{part + ', ms':28}{'median':>10}{'95 %':>10}{'worst':>10}{'steps':>8}"]
            for name, ms in found[part]["ms"].items():
                numbers = "".join(f"{ms[key]:10.2f}" for key in ("median", "p95", "worst"))
                lines.append(f"{name:28}{numbers}{ms['steps']:8}")
    if "imports" in found:
        lines += ["", *imports.table(found["imports"])]
    if "acts" in found:
        lines += ["", *acts.table(found["acts"])]
    if "sizes" in found:
        lines += ["", *sizes.table(found["sizes"])]
    lines += ["", *goals(found)]
    return lines


def goals(found: dict[str, Any]) -> list[str]:
    """A line for each goal, with the measured figure."""
    rows: list[tuple[str, float, float]] = []
    if "start" in found:
        rows.append(("first window / bare window", found["start"]["ratio_window"], START_GOAL))
        rows.append(("timeline / bare view", found["start"]["ratio_timeline"], START_GOAL))
    if "frozen" in found:
        rows.append(("frozen / plain, first frame", found["frozen"]["ratio_first"], FROZEN_GOAL))
        rows.append(("frozen / plain, timeline", found["frozen"]["ratio_timeline"], FROZEN_GOAL))
    if "frames" in found:
        median = found["frames"]["ms"]["all"]["median"]
        rows.append(("median frame, ms", median, FRAME_GOAL_MS))
        rows.append(("frame / bare widget", found["frames"]["ratio"], START_GOAL))
        rows.append(("paints a step", found["frames"]["paints_per_step"], 1.0))
    if "stage" in found:
        for name in ("step", "step not painted ahead"):
            median = found["stage"]["ms"][name]["median"]
            rows.append((f"{name}, ms", median, STEP_GOAL_MS))
    if "pictures" in found:
        rows.append(("PNG / repaint, both 4K", found["pictures"]["ratio"], PICTURE_GOAL))
        rows.append(("SVG, MB", found["pictures"]["svg_bytes"] / 1e6, SVG_GOAL_MB))
    if "foreign" in found:
        rows.append(("import of 100,000 rows, s", found["foreign"]["wall_s"], foreign.GOAL_S))
        rows.append(("import, MB", found["foreign"]["megabytes"], foreign.GOAL_MB))
    return [
        f"{name:28}{value:10.3f}   goal {goal:g}   {'met' if value <= goal * 1.0005 else 'MISSED'}"
        for name, value, goal in rows
    ]


if __name__ == "__main__":
    main()
