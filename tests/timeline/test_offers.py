"""Where nothing begins or ends in view the scene offers the nearest events."""

from __future__ import annotations

import numpy as np
import pytest

from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.scene import Scene, Shape
from tests.timeline.made_up import HOME, columns_of, lanes_of, layout_input

DAYS = np.array([1000.0, 2000.0, 5000.0, 5001.0])


def made_up() -> LayoutInput:
    return layout_input(
        columns_of(
            HOME.start + DAYS,
            HOME.start + DAYS + 1,
            np.full(4, int(Shape.POINT)),
            np.full(4, 2),
            is_dated=np.array([True, True, True, True]),
        ),
        lanes_of(np.zeros(4, dtype=np.int64), 1),
        ("One", "Two", "Three", "Four"),
    )


def scene_of(start: float, end: float, mask: np.ndarray | None = None, px: float = 900) -> Scene:
    of = made_up()
    span = TimeSpan(HOME.start + start, HOME.start + end)
    scale = TimeScale(span, 120.0, 120.0 + px)
    return lay_out(arrange(of, scale, 500.0, mask=mask), scale, offers_more=True)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (2100, 2200, [(-1, 1), (1, 2)]),
        (100, 200, [(1, 0)]),
        (6000, 7000, [(-1, 3)]),
        (1900, 2200, []),
    ],
)
def test_the_nearest_event_on_either_side(
    start: float, end: float, expected: list[tuple[int, int]]
) -> None:
    scene = scene_of(start, end)
    assert [(offer.direction, offer.event) for offer in scene.offers] == expected
    for offer in scene.offers:
        assert f"day {offer.event}" in offer.text
        assert scene.left < offer.x
        assert offer.x + offer.width < scene.right
        assert offer.y >= 0
        assert offer.y + offer.height <= scene.height


def test_what_the_filter_leaves_out_is_not_offered() -> None:
    mask = np.array([True, False, False, False])
    assert [offer.event for offer in scene_of(1900, 2200, mask).offers] == [0]
    assert scene_of(1900, 2200, np.zeros(4, dtype=np.bool_)).offers == ()


def test_in_a_narrow_window_the_offers_do_not_meet() -> None:
    before, after = scene_of(2100, 2200, px=240.0).offers
    assert before.x + before.width < after.x


def test_pictures_offer_nothing() -> None:
    of, scale = made_up(), TimeScale(TimeSpan(HOME.start + 2100, HOME.start + 2200), 120.0, 900.0)
    assert lay_out(arrange(of, scale, 500.0), scale).offers == ()


def test_what_goes_on_throughout_the_view_is_no_reason_to_stay() -> None:
    of = layout_input(
        columns_of(
            np.array([HOME.start + 100, HOME.start + 6000]),
            np.array([HOME.end, HOME.start + 6001]),
            np.array([int(Shape.SPAN), int(Shape.POINT)]),
            np.array([2, 2]),
        ),
        lanes_of(np.zeros(2, dtype=np.int64), 1),
        ("Goes on", "Comes next"),
    )
    scale = TimeScale(TimeSpan(HOME.start + 2100, HOME.start + 2200), 120.0, 900.0)
    arrangement = arrange(of, scale, 500.0)
    (offer,) = lay_out(arrangement, scale, offers_more=True).offers
    assert (offer.event, offer.direction) == (1, 1)
    assert offer.y > arrangement.content_height
    low = arrange(of, scale, 60.0)
    assert lay_out(low, scale, offers_more=True).offers == ()


def test_what_is_remembered_of_a_gap_gives_the_same_offers() -> None:
    of, masks = made_up(), (np.array([True] * 4), np.array([True, False, True, True]))
    steps = np.random.default_rng(3).uniform(0, 6500, 300).tolist()
    for number, start in enumerate(steps):
        span = TimeSpan(HOME.start + start, HOME.start + start + 300)
        scale, mask = TimeScale(span, 120.0, 1020.0), masks[number // 7 % 2]
        seen = lay_out(arrange(of, scale, 500.0, mask=mask), scale, offers_more=True)
        fresh = scene_of(start, start + 300, mask)
        assert [offer[:2] for offer in seen.offers] == [offer[:2] for offer in fresh.offers]
