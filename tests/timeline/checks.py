"""What must hold for every scene."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.scene import Card, Label, Mark, Scene

TOUCH_PX = 0.01  # rounding errors of floats


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    event: int

    def covers(self, other: Box) -> bool:
        return (
            self.left < other.right - TOUCH_PX
            and other.left < self.right - TOUCH_PX
            and self.top < other.bottom - TOUCH_PX
            and other.top < self.bottom - TOUCH_PX
        )


def mark_box(mark: Mark) -> Box:
    half = mark.height / 2
    return Box(mark.box_left, mark.y - half, mark.box_right, mark.y + half, mark.event)


def label_box(label: Label) -> Box:
    return Box(label.x, label.y, label.x + label.width, label.y + label.height, label.event)


def card_box(card: Card) -> Box:
    return Box(card.left, card.top, card.left + card.width, card.top + card.height, card.event)


def first_overlap(one: Iterable[Box], other: Iterable[Box] | None = None) -> tuple[Box, Box] | None:
    """Two boxes that cover each other: of one list, or of different events in two."""
    first = list(one)
    if other is None:
        pairs = ((a, b) for i, a in enumerate(first) for b in first[i + 1 :])
    else:
        second = list(other)
        pairs = ((a, b) for a in first for b in second if a.event != b.event)
    return next(((a, b) for a, b in pairs if a.covers(b)), None)


def ongoing_count(arrangement: Arrangement, scale: TimeScale) -> int:
    """The number of clustered events from earlier bins that last into the view."""
    total = 0
    for of_lane in arrangement.clusterings:
        clustering = of_lane.clustering
        of_event = np.repeat(clustering.bin_numbers, np.diff(clustering.offsets))
        first = np.floor((scale.span.start - clustering.origin_day) / clustering.bin_days)
        end = arrangement.layout_input.columns.end[clustering.events]
        total += int(np.count_nonzero((of_event < first) & (end > scale.span.start)))
    return total


def check_scene(scene: Scene) -> None:
    """Nothing overlaps that must not, everything is inside its lane, and the counts are correct."""
    marks = [mark_box(mark) for mark in scene.marks]
    labels = [label_box(label) for label in scene.labels]
    cards = [card_box(card) for card in scene.cards]
    assert first_overlap(labels) is None, "two titles overlap"
    assert first_overlap(labels, marks) is None, "a title overlaps another event's mark"
    assert first_overlap(marks) is None, "two marks overlap"
    assert first_overlap(cards) is None, "two cards overlap"
    assert first_overlap(cards, marks) is None, "a card overlaps another event's mark"
    assert first_overlap(cards, labels) is None, "a card overlaps a title"
    bands = {band.lane: band for band in scene.lanes}
    things: tuple[Mark | Label | Card, ...] = (*scene.marks, *scene.labels, *scene.cards)
    for thing, box in zip(things, (*marks, *labels, *cards), strict=True):
        band = bands[thing.lane]
        assert band.top - TOUCH_PX <= box.top, thing
        assert box.bottom <= band.top + band.height + TOUCH_PX, thing
    for cluster in scene.clusters:
        band = bands[cluster.lane]
        assert band.top <= cluster.y - cluster.height / 2
        assert cluster.y + cluster.height / 2 <= band.top + band.height
        assert cluster.count > 0
        assert cluster.blocs
    tops = [band.top for band in scene.lanes]
    assert tops == sorted(tops)
    for above, below in zip(scene.lanes, scene.lanes[1:], strict=False):
        assert abs(above.top + above.height - below.top) < TOUCH_PX
    check_counts(scene)


def check_counts(scene: Scene) -> None:
    counts = scene.counts
    titled = {label.event for label in scene.labels} | {card.event for card in scene.cards}
    drawn = {mark.event for mark in scene.marks if mark.emphasis > 0 or mark.event in titled}
    assert counts.titled == len(titled)
    assert counts.titled <= counts.marked
    assert counts.marked <= len(drawn)
    assert counts.in_view == counts.marked + counts.clustered + counts.stripped + counts.hidden
    assert 0 <= counts.hidden <= counts.in_view <= counts.shown <= counts.events


def rows(scene: Scene) -> dict[tuple[int, int], tuple[int, float, float]]:
    """(event, lane) -> (row, y, height)."""
    return {(mark.event, mark.lane): (mark.row, mark.y, mark.height) for mark in scene.marks}


def content(arrangement: Arrangement) -> float:
    return sum(band.height for band in arrangement.bands)
