"""Which events a screen reader can meet on the timeline, and where each is drawn."""

from __future__ import annotations

import numpy as np

from peru_timeline.timeline.drawn_shelf import ShelfItem
from peru_timeline.timeline.regime import READABLE_EVENTS
from peru_timeline.timeline.scene import Mark
from peru_timeline.ui.canvas.timeline_view import TimelineView


def reachable_events(view: TimelineView) -> dict[int, Mark | ShelfItem | None]:
    """The first painted mark of each event, or its line on the shelf, by event in order of date.

    None for an event that is not painted: on the shelf while that is closed or has no room, scrolled out of sight,
    where a quiet mark of another event stands for it, or where the timeline offers to go to it. Of more events in
    view than can be read only those are met that are painted.
    """
    scene, columns, span = view.scene, view.state.opened.columns, view.visible_span()
    known = view.state.mask & ~columns.is_dated
    if scene.counts.in_view <= READABLE_EVENTS:
        here = (columns.end > span.start) & (columns.start < span.end)
        known = known | (view.state.mask & here)
    found: dict[int, Mark | ShelfItem | None] = dict.fromkeys(np.flatnonzero(known).tolist())
    found.update((offer.event, None) for offer in scene.offers)
    found.update((item.event, item) for item in scene.shelf.items)
    for mark in reversed(scene.marks):
        if scene.left <= mark.box_right and mark.box_left <= scene.right:
            found[mark.event] = mark
    return {event: found[event] for event in sorted(found)}
