"""A page: a picture composed for its size, with everything in its position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peru_timeline.pictures.legend import LegendKey
from peru_timeline.pictures.sizes import PageSize
from peru_timeline.pictures.text_lines import Box, TextLine
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import Scene

Style = Literal["full", "audience"]
"""Every event as the window draws it, or few events in large type."""


class PageError(ValueError):
    """A picture that cannot be composed; its text is a sentence."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """The picture that is asked for.

    A title or subtitle of None is taken from the subject; with "" there is none. Without `foot` only the counts are
    left of it: a picture always says what it leaves out.
    """

    size: PageSize
    title: str | None = None
    subtitle: str | None = None
    legend: bool = True
    foot: bool = True
    style: Style = "full"


@dataclass(frozen=True, slots=True)
class Page:
    """A composed picture, in design px.

    The top left of the scene's lanes is at (`scene_x`, `scene_y`), the time axis above it; a px of the scene is
    `scene_zoom` design px.
    """

    size: PageSize
    title: str
    lines: tuple[TextLine, ...]  # the title's first
    rules: tuple[tuple[float, float, float], ...]  # x, y, width
    keys: tuple[LegendKey, ...]
    scene: Scene
    scene_x: float
    scene_y: float
    scene_zoom: float
    description: str  # a sentence, for people who do not see the picture

    @property
    def scene_box(self) -> Box:
        """What the time axis and the lanes cover."""
        scene = self.scene
        return self.on_page(0.0, -AXIS_HEIGHT_PX, scene.outer_right, scene.height + AXIS_HEIGHT_PX)

    def on_page(self, x: float, y: float, width: float, height: float) -> Box:
        """A rectangle of the scene in design px."""
        zoom = self.scene_zoom
        return Box(self.scene_x + x * zoom, self.scene_y + y * zoom, width * zoom, height * zoom)
