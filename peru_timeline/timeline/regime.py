"""The two regimes of the timeline: the overview fits the window, reading titles every event and scrolls."""

from __future__ import annotations

from enum import Enum

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan

READABLE_EVENTS = 1500
"""More events than this in view are counted in clusters rather than read."""
SAME_ZOOM = 1e-6  # spans whose lengths differ by a smaller share count as equally long


class Regime(Enum):
    """How the lanes use the window."""

    OVERVIEW = "overview"
    """Lanes share the window's height: key events have titles, others as room allows, the rest are quiet marks."""
    READING = "reading"
    """Rows have full height, every event in view has its title, lanes are as tall as they need."""


def regime_for(scale: TimeScale, home: TimeSpan, events_in_view: int) -> Regime:
    """The regime of a view: reading is for views closer than the opening view `home` that can be read."""
    closer = scale.span.width < home.width * (1 - SAME_ZOOM)
    return Regime.READING if closer and events_in_view <= READABLE_EVENTS else Regime.OVERVIEW
