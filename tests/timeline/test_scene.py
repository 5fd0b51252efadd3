"""What a point of a scene belongs to."""

from __future__ import annotations

import pytest

from peru_timeline.timeline.axis.ticks import Ticks
from peru_timeline.timeline.scene import (
    Cluster,
    Label,
    LabelStyle,
    LaneBand,
    Mark,
    Scene,
    SceneCounts,
    Shape,
)


def mark(event: int, left: float, right: float, y: float, shape: Shape = Shape.SPAN) -> Mark:
    flags = (False,) * 4
    return Mark(event, 0, 0, shape, left, right, y, 10.0, *flags, 0, 0, False, False, 1)


BAR = mark(1, 100, 200, 20)
GLYPH = mark(2, 300, 300, 20, Shape.POINT)
NEXT = mark(3, 206, 210, 20)
TITLE = Label(2, 0, 310, 12, 60, 16, "Title", "", 12, True, LabelStyle.PLAIN, 3)
CLUSTER = Cluster(0, 400, 430, 20, 12, 7, 4, (0,), (0.0, 1.0))
BANDS = (
    LaneBand(0, "a", 0, 40, "A", 3, 3, False, 0, False),
    LaneBand(-1, "", 40, 24, "", 2, 2, True, 0, True),
)
SCENE = Scene(
    0, 500, 100, 64, 0, (BAR, GLYPH, NEXT), (TITLE,), (), (CLUSTER,), (), BANDS, Ticks((), ()),
    None, None, SceneCounts(10, 10, 10, 1, 7, 0, 0, 3),
)  # fmt: skip


@pytest.mark.parametrize(
    ("x", "y", "event"),
    [
        (150, 20, 1),
        (100, 15, 1),
        (97, 20, 1),
        (95, 20, None),
        (150, 28.9, 1),
        (150, 29.1, None),
        (202, 20, 1),
        (204, 20, 3),  # nearer to the next
        (300, 20, 2),
        (296, 16, 2),
        (290.5, 20, None),
        (350, 20, 2),  # its title
        (372, 20, None),
        (415, 20, None),
    ],
)
def test_the_nearest_mark(x: float, y: float, event: int | None) -> None:
    found = SCENE.mark_at(x, y)
    assert (found and found.event) == event


def test_what_lies_on_top_wins() -> None:
    above = mark(9, 150, 160, 20)
    scene = Scene(**{**{f: getattr(SCENE, f) for f in Scene.__slots__}, "marks": (BAR, above)})
    assert scene.mark_at(155, 20) == above
    assert scene.mark_at(110, 20) == BAR


@pytest.mark.parametrize(("x", "found"), [(415, True), (397, True), (395, False), (435, False)])
def test_clusters(x: float, found: bool) -> None:
    assert (SCENE.cluster_at(x, 20) is CLUSTER) is found


@pytest.mark.parametrize(
    ("y", "lane"), [(0, 0), (39.9, 0), (40, -1), (63, -1), (64, None), (-1, None)]
)
def test_lanes(y: float, lane: int | None) -> None:
    band = SCENE.lane_at(y)
    assert (band and band.lane) == lane


def test_marks_of_an_event() -> None:
    assert SCENE.mark_of(2) == GLYPH
    assert SCENE.mark_of(2, lane=1) is None
