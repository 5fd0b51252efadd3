"""What the tests of the command line share: the result of a run, and a stand-in for the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from peru_timeline.screenshot_options import ScreenshotOptions


class Said(NamedTuple):
    """The exit status and the output of a run."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


class App:
    """Stands for startup.py, so that no window opens, and records what it was asked for."""

    def __init__(self) -> None:
        self.opened: list[Path | None] = []
        self.pictures: list[ScreenshotOptions] = []

    def run(self, path: Path | None) -> int:
        self.opened.append(path)
        return 0

    def screenshot(self, options: ScreenshotOptions) -> None:
        self.pictures.append(options)
