"""Intents: what a gesture or a key asks of the timeline, as frozen values.

Positions are in scene pixels: px at text scale 1, with (0, 0) at the top left of the lane area.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint

ZOOM_STEP = 1.25
"""One step of zooming: how many times shorter the visible span becomes."""

Direction = Literal[-1, 1]
"""-1 towards the past, the top or the view before; 1 the other way."""


@dataclass(frozen=True, slots=True)
class Grab:
    """A button went down here: movement stops, and `Drag` counts from here."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drag:
    """The pointer has moved that far, in px, since the last `Grab`."""

    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class SelectSpan:
    """The stretch of time between two x positions is being selected."""

    from_x: float
    to_x: float


@dataclass(frozen=True, slots=True)
class SpanSelected:
    """The stretch of time between two x positions was selected; `on_screen` is where the pointer is."""

    from_x: float
    to_x: float
    on_screen: QPoint


@dataclass(frozen=True, slots=True)
class Click:
    """A click with the left button."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DoubleClick:
    """A double click with the left button, or a double tap with two fingers."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Hover:
    """The pointer moved here without a button held down."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class HoverEnd:
    """The pointer left the timeline."""


@dataclass(frozen=True, slots=True)
class ShowTooltip:
    """The pointer rests here; `on_screen` is where the tooltip goes."""

    x: float
    y: float
    on_screen: QPoint


@dataclass(frozen=True, slots=True)
class Zoom:
    """Zoom in by `steps` of ZOOM_STEP (out if negative), keeping the day at `x` in place."""

    steps: float
    x: float
    animate: bool


@dataclass(frozen=True, slots=True)
class PanByShare:
    """Move on in time by this share of the visible span."""

    share: float


@dataclass(frozen=True, slots=True)
class PanByPixels:
    """Move the contents by that many px."""

    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class WheelTurned:
    """The wheel was turned by `steps` away from the reader at `x`; `zooms`: over the time area it zooms."""

    steps: float
    x: float
    zooms: bool


@dataclass(frozen=True, slots=True)
class GoThroughHistory:
    """Show the view before this one, or the view one came back from."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class StepToEvent:
    """Select the previous or the next event."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class StepToLane:
    """Select the nearest event in the lane above or below."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class Drop:
    """The button came up after a `Drag`."""


@dataclass(frozen=True, slots=True)
class StepToLaneName:
    """Give the keyboard to the name of the lane above or below."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class MoveLane:
    """Move the lane whose name has the keyboard up or down."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class LeaveLane:
    """Show all lanes again, or give the keyboard back to the events."""


@dataclass(frozen=True, slots=True)
class GoToEnd:
    """Select the first event (-1) or the last one (1)."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Glide on by most of the visible span."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class Activate:
    """Go to the details of the selected event."""


Intent = (
    Grab
    | Drag
    | SelectSpan
    | SpanSelected
    | Click
    | DoubleClick
    | Hover
    | HoverEnd
    | ShowTooltip
    | Zoom
    | PanByShare
    | PanByPixels
    | WheelTurned
    | GoThroughHistory
    | StepToEvent
    | StepToLane
    | Drop
    | StepToLaneName
    | MoveLane
    | LeaveLane
    | GoToEnd
    | TurnPage
    | Activate
)
