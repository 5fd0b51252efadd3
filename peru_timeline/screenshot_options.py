"""What a picture of the window shall show: the command line asks, the window answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from peru_timeline.chronology.chronology import Chronology


@dataclass(frozen=True, slots=True)
class ScreenshotOptions:
    """One picture, with everything checked: ids exist, the span has a length.

    Attributes:
        out: the PNG to write.
        path: the chronology's file.
        chronology: what was read from it.
        width_px: the window's width.
        height_px: the window's height.
        event: index in `chronology.events` of the event to select; None selects none.
        span: first day and the day after the last one to show; None shows everything.
        actors: ids of the actors to filter by; none shows the events of all.

    """

    out: Path
    path: Path
    chronology: Chronology
    width_px: int = 1600
    height_px: int = 900
    theme: Literal["light", "dark"] = "light"
    language: Literal["en", "es"] = "en"
    event: int | None = None
    span: tuple[int, int] | None = None
    actors: frozenset[str] = frozenset()
    grouping: Literal["sector", "actor", "source", "none"] = "sector"
