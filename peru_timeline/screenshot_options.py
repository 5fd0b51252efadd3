"""What a picture of the window shows: the command line asks, the window answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.timeline.view import View


@dataclass(frozen=True, slots=True)
class ScreenshotOptions:
    """One picture, with everything checked: ids exist, the span has a length.

    Attributes:
        out: the PNG to write.
        path: the chronology's file.
        chronology: what was read from it.
        width_px: the window's width.
        height_px: the window's height.
        text_scale: how much larger than usual text is, 1 to 2.
        view: how the chronology is looked at.
        regime: whether every title is read; auto lets the view decide.
        panels: whether the side panels are shown.
        shelf: whether the events without a given date are listed.

    """

    out: Path
    path: Path
    chronology: Chronology
    width_px: int = 1600
    height_px: int = 900
    theme: Literal["light", "dark", "contrast"] = "light"
    text_scale: float = 1.0
    language: Literal["en", "es"] = "en"
    view: View = View()  # noqa: RUF009  # frozen
    regime: Literal["overview", "reading", "auto"] = "auto"
    panels: Literal["none", "all"] = "all"
    shelf: bool = False
