"""What must hold for every scene."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.drawn_shelf import ShelfItem
from peru_timeline.timeline.layout_input import UNCERTAIN_SIGN
from peru_timeline.timeline.scene import Card, Label, LabelStyle, Mark, Scene
from peru_timeline.timeline.text_measure import ELLIPSIS

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


def shelf_line_box(item: ShelfItem) -> Box:
    half = item.height / 2
    return Box(item.x, item.y - half, item.x + item.width, item.y + half, item.event)


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


def told_in(scene: Scene) -> set[int]:
    """Events with a title or card."""
    return {label.event for label in scene.labels} | {card.event for card in scene.cards}


def check_scene(scene: Scene) -> None:
    """Nothing overlaps that must not, everything is inside its lane, and the counts are correct."""
    in_rows = [mark_box(mark) for mark in scene.marks if not mark.quiet]
    at_foot = [mark_box(mark) for mark in scene.marks if mark.quiet]
    plain = [label for label in scene.labels if label.style != LabelStyle.SELECTED]
    labels = [label_box(label) for label in plain]
    cards = [card_box(card) for card in scene.cards]
    assert first_overlap(label_box(label) for label in scene.labels) is None, "two titles overlap"
    assert first_overlap(labels, in_rows) is None, "a title overlaps another event's mark"
    assert first_overlap(labels, at_foot) is None, "a title overlaps a quiet mark"
    assert first_overlap(in_rows) is None, "two marks overlap"
    assert first_overlap(in_rows, at_foot) is None, "a mark overlaps a quiet one"
    assert first_overlap(cards) is None, "two cards overlap"
    assert first_overlap(cards, in_rows) is None, "a card overlaps another event's mark"
    assert first_overlap(cards, labels) is None, "a card overlaps a title"
    bands = {band.lane: band for band in scene.lanes}
    things: tuple[Mark | Label | Card, ...] = (*scene.marks, *plain, *scene.cards)
    boxes = [*map(mark_box, scene.marks), *labels, *cards]
    for thing, box in zip(things, boxes, strict=True):
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
    check_edges(scene)
    check_shelf(scene)
    check_counts(scene)


def check_edges(scene: Scene) -> None:
    """No title crosses an edge of the time area, and one that is cut ends with an ellipsis."""
    for label in scene.labels:
        assert scene.left - TOUCH_PX <= label.x, label
        assert label.x + label.width <= scene.right + TOUCH_PX, label
        assert label.y >= 0, label
        assert label.y + label.height <= scene.height + TOUCH_PX, label
        assert label.is_cut == label.text.removesuffix(UNCERTAIN_SIGN).endswith(ELLIPSIS), label


def check_shelf(scene: Scene) -> None:
    """The shelf is right of the time area; its lines do not overlap and are in their lanes."""
    shelf = scene.shelf
    lines = [shelf_line_box(item) for item in shelf.items]
    assert first_overlap(lines) is None, "two lines of the shelf overlap"
    assert all(shelf.left <= line.left and line.right <= shelf.left + shelf.width for line in lines)
    assert not {item.event for item in shelf.items} & {mark.event for mark in scene.marks}
    bands = {band.lane: band for band in scene.lanes}
    for item, line in zip(shelf.items, lines, strict=True):
        band = bands[item.lane]
        assert band.top - TOUCH_PX <= line.top, item
        assert line.bottom <= band.top + band.height + TOUCH_PX, item
        assert item.is_cut == item.text.endswith(ELLIPSIS), item
        assert not item.detail or item.detail_x >= item.x
    assert all(lane.more >= 0 for lane in shelf.lanes)
    assert all(lane.left == shelf.left == scene.right for lane in shelf.lanes)


def check_counts(scene: Scene) -> None:
    counts = scene.counts
    told = told_in(scene)
    drawn = {mark.event for mark in scene.marks if mark.emphasis > 0}
    passing = {
        mark.event for mark in scene.marks if mark.emphasis in (1, 2)
    }  # not the selected one
    thinned = any(mark.quiet for mark in scene.marks)  # quiet marks in one place are drawn once
    assert len(told) <= counts.titled
    if scene.content_height <= scene.height:
        assert counts.titled == len(told)
        assert thinned or counts.marked <= len(drawn)
    assert counts.titled <= counts.marked
    assert len(passing) <= counts.marked
    assert counts.in_view == counts.marked + counts.clustered + counts.stripped + counts.hidden
    assert 0 <= counts.hidden <= counts.in_view
    assert counts.in_view + counts.shelf <= counts.shown <= counts.events
    assert counts.key_titled <= counts.key_in_view
    assert counts.cut == sum(label.is_cut for label in scene.labels)


def rows(scene: Scene) -> dict[tuple[int, int], tuple[int, float]]:
    """(event, lane) -> (row, y)."""
    return {(mark.event, mark.lane): (mark.row, mark.y) for mark in scene.marks}


def content(arrangement: Arrangement) -> float:
    return sum(band.height for band in arrangement.bands)
