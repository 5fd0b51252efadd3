"""The web page in Chromium: ``python -m benchmarks.page [EVENTS …]`` prints first view and frames.

First view: from the start of the navigation, from disk, until the timeline is drawn. A frame: the CPU time of the
page's main thread for one step of a gesture, divided among the frames that were shown, so that other programs on the
machine do not count. Needs Chromium and its driver.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.made_up import made_up
from tests.browser.driver import Browser, chromium

SIZES = (10_000, 20_000)
ROUNDS, FRAMES = 5, 60
SIZE = (1440, 900)
WHEEL = {"pan": {"deltaX": 12}, "zoom in": {"deltaY": -12}, "pan closely": {"deltaX": 12}}
_FIRST = """
const [done] = arguments, at = () => performance.getEntriesByName("drawn")[0];
const look = () => { if (at()) requestAnimationFrame(() => done(performance.now())); else setTimeout(look, 5); };
if (at()) done(at().startTime); else look();
"""
_MOVE = """
const [step, frames, done] = arguments, stage = document.querySelector("#_stage");
const box = stage.getBoundingClientRect(), at = { clientX: box.left + 900, clientY: box.top + 300, cancelable: true };
let left = frames;
const move = () => {
  if (!left--) { done(); return; }
  stage.dispatchEvent(new WheelEvent("wheel", { ...step, ...at }));
  requestAnimationFrame(move);
};
requestAnimationFrame(move);
"""


def measure(browser: Browser, page: Path) -> dict[str, float]:
    """The ms of the first view and of each kind of frame, medians of all rounds."""
    times: dict[str, list[float]] = {}
    browser.resize(*SIZE)
    browser.tools("Performance.enable", timeDomain="threadTicks")
    for _ in range(ROUNDS):
        browser.open(page)
        times.setdefault("first view", []).append(browser.run_later(_FIRST))
        browser.rest()
        for kind, step in WHEEL.items():
            before = _busy_s(browser)
            browser.run_later(_MOVE, step, FRAMES)
            times.setdefault(kind, []).append(1000 * (_busy_s(browser) - before) / FRAMES)
    return {kind: round(median(ms), 1) for kind, ms in times.items()}


def _busy_s(browser: Browser) -> float:
    """CPU seconds of the page's main thread in tasks."""
    found: dict[str, Any] = browser.tools("Performance.getMetrics")
    return next(float(m["value"]) for m in found["metrics"] if m["name"] == "TaskDuration")


def main(sizes: list[int]) -> int:
    """Print a line for each size."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with chromium(folder / "profile") as browser:
            for events in sizes:
                page = folder / f"{events}.html"
                asked = [
                    sys.executable,
                    "-m",
                    "peru_timeline",
                    "render",
                    str(page),
                    str(made_up(events)),
                ]
                subprocess.run(asked, check=True, capture_output=True)
                megabytes = page.stat().st_size / 1e6
                told = ", ".join(f"{kind} {ms} ms" for kind, ms in measure(browser, page).items())
                print(f"{events} events, {megabytes:.1f} MB: {told}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
