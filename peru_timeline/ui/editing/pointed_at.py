"""Where a new event goes: the date and the lane under the pointer, else the middle of what is in sight."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QCursor

from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.written_day import written_day
from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.ui.canvas.timeline_view import TimelineView


class Place(NamedTuple):
    """A date in EDTF, as precise as the zoom shows it, and the id of the lane; empty for none."""

    date: str
    lane: str


def place_pointed_at(timeline: TimelineView) -> Place:
    """The place under the pointer, if it is over the lanes."""
    scene, canvas, theme = timeline.scene, timeline.canvas, timeline.theme
    scale = TimeScale(timeline.visible_span(), scene.left, max(scene.right, scene.left + 1))
    at = canvas.mapFromGlobal(QCursor.pos())
    x, y = at.x() / theme.scale, at.y() / theme.scale - AXIS_HEIGHT_PX
    over = canvas.isVisible() and canvas.rect().contains(at)
    if not (over and scene.left <= x <= scene.right and y >= 0):
        middle = (scene.left + scene.right) / 2
        return Place(written_day(scale.to_day(middle), scale.px_per_day), "")
    lane = scene.lane_at(y)
    name = "" if lane is None or lane.folded else lane.id
    return Place(written_day(scale.to_day(x), scale.px_per_day), name)
