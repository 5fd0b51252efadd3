"""The shelf: events without a known beginning, closed, open, with whole lists, at any width."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.scene import Scene, Shape
from peru_timeline.timeline.shelf import (
    CLOSED_PX,
    CLOSED_SHELF,
    NARROWEST_PX,
    OPEN_PX,
    SHORT_LIST,
    WIDEST_PX,
    NoShelf,
    ShelfView,
)
from tests.timeline.checks import check_scene
from tests.timeline.made_up import HOME, columns_of, lanes_of, layout_input

LEFT_PX, HEIGHT_PX = 120.0, 640.0
PER_LANE = 9
LANES = tuple(f"lane-{i}" for i in range(4))


def mixed(seed: int = 3, dated: float = 0.5) -> LayoutInput:
    """Four lanes of nine events, some of which have no known beginning; the last lane has only these."""
    random = np.random.default_rng(seed)
    count = 4 * PER_LANE
    lane = np.repeat(np.arange(4), PER_LANE)
    random.shuffle(lane)
    start = np.sort(np.floor(HOME.start + HOME.width * random.random(count)))
    is_dated = (random.random(count) < dated) & (lane != 3)
    columns = columns_of(
        start,
        start + 1,
        np.full(count, Shape.POINT),
        random.integers(1, 4, count),
        is_dated=is_dated,
    )
    told = HOME.start + np.floor(random.random(count) * 5) * 300
    titles = tuple("x" * int(n) for n in random.integers(5, 80, count))
    return layout_input(replace(columns, told=told), lanes_of(lane, 4), titles)


def scene_of(
    of: LayoutInput,
    shelf: ShelfView,
    regime: Regime = Regime.READING,
    height: float = HEIGHT_PX,
    mask: np.ndarray | None = None,
    dim: bool = False,
    scroll_y: float = 0.0,
) -> Scene:
    scale = TimeScale(HOME, LEFT_PX, 1000.0 - shelf.width_px)
    arrangement = arrange(of, scale, height, regime=regime, shelf=shelf, mask=mask, dim=dim)
    most = max(arrangement.content_height - height, 0.0)
    return lay_out(arrangement, scale, scroll_y=min(scroll_y, most))


views = st.builds(
    ShelfView,
    st.booleans(),
    st.sampled_from([NARROWEST_PX, 240.0, OPEN_PX, WIDEST_PX]),
    st.frozensets(st.sampled_from(LANES)),
)


@given(
    views,
    st.integers(0, 500),
    st.sampled_from([0.0, 0.5, 1.0]),
    st.sampled_from(Regime),
    st.sampled_from([60.0, 240.0, 640.0, 2000.0]),
    st.sampled_from([0.0, 90.0, 400.0]),
    st.sampled_from([(1.0, False), (0.5, False), (0.5, True)]),
)
def test_any_state_of_the_shelf(
    view: ShelfView,
    seed: int,
    dated: float,
    regime: Regime,
    height: float,
    scroll_y: float,
    filtered: tuple[float, bool],
) -> None:
    of = mixed(seed, dated)
    share, dim = filtered
    mask = np.random.default_rng(seed).random(len(of.columns)) < share
    scene = scene_of(of, view, regime, height, mask, dim, scroll_y)
    check_scene(scene)
    shelf, is_dated = scene.shelf, of.columns.is_dated
    assert (shelf.left, shelf.width) == (scene.right, view.width_px)
    assert scene.outer_right == 1000.0
    assert shelf.count == scene.counts.shelf == np.count_nonzero(mask & ~is_dated)
    assert scene.counts.in_view + scene.counts.shelf == scene.counts.shown == mask.sum()
    assert not any(is_dated[item.event] for item in shelf.items)
    assert not any(mask[item.event] != bool(item.emphasis) for item in shelf.items)
    assert view.is_open or not shelf.items
    assert all(dim or item.emphasis for item in shelf.items)
    for lane in shelf.lanes:
        of_lane = of.lanes.event[of.lanes.lane == lane.lane]
        on_shelf = of_lane[~is_dated[of_lane]]
        assert lane.count == np.count_nonzero(mask[on_shelf])
        assert lane.more <= (len(on_shelf) if dim else lane.count)


@given(views, st.integers(0, 500))
def test_while_reading_lanes_make_room_for_their_lists(view: ShelfView, seed: int) -> None:
    of = mixed(seed)
    view = replace(view, is_open=True)
    scale = TimeScale(HOME, LEFT_PX, 1000.0 - view.width_px)
    arrangement = arrange(of, scale, HEIGHT_PX, regime=Regime.READING, shelf=view)
    whole = replace(arrangement, height=arrangement.content_height)
    shelf = lay_out(whole, scale).shelf
    for lane in shelf.lanes:
        wanted = lane.count if LANES[lane.lane] in view.expanded else min(lane.count, SHORT_LIST)
        listed = sum(item.lane == lane.lane for item in shelf.items)
        assert listed == lane.count - lane.more
        # The line that says how many more there are stands in place of the last one.
        assert listed >= wanted - (lane.more > 0)
        assert not lane.more or LANES[lane.lane] not in view.expanded


def test_newest_last_and_the_more_important_first() -> None:
    of = mixed(dated=0.0)
    view = ShelfView(is_open=True, expanded=frozenset(LANES))
    scene = scene_of(of, view, height=2000.0)
    for lane in range(4):
        listed = [item for item in scene.shelf.items if item.lane == lane]
        assert len(listed) == PER_LANE
        order = [
            (of.columns.told[item.event], -int(of.columns.importance[item.event]))
            for item in listed
        ]
        assert order == sorted(order)
        assert [item.y for item in listed] == sorted(item.y for item in listed)


def test_a_lane_whose_events_are_all_on_the_shelf_has_a_band_when_it_is_open() -> None:
    of = mixed()
    for regime in Regime:
        closed = scene_of(of, CLOSED_SHELF, regime)
        opened = scene_of(of, ShelfView(is_open=True), regime)
        assert 3 in {band.lane for band in opened.lanes}
        assert {3, -1} & {band.lane for band in closed.lanes}


@pytest.mark.parametrize("height", [90.0, HEIGHT_PX])
def test_the_overview_counts_a_lane_whose_events_are_all_on_the_shelf(height: float) -> None:
    """In its own row, not folded away with the lanes that have no events."""
    of = mixed()
    scene = scene_of(of, CLOSED_SHELF, Regime.OVERVIEW, height)
    whole = scene_of(of, CLOSED_SHELF, Regime.OVERVIEW, scene.content_height)
    assert [band.id for band in whole.lanes] == list(LANES)
    assert sum(lane.count for lane in whole.shelf.lanes) == whole.counts.shelf
    assert whole.shelf.lanes[3].count == PER_LANE
    assert whole.content_height <= max(height, scene.content_height)
    check_scene(whole)


def test_titles_and_dates_fit_the_width() -> None:
    of = mixed(dated=0.0)
    cut = []
    for width in (NARROWEST_PX, OPEN_PX, WIDEST_PX):
        view = ShelfView(is_open=True, open_px=width, expanded=frozenset(LANES))
        scene = scene_of(of, view, height=2000.0)
        check_scene(scene)
        for item in scene.shelf.items:
            text_width = of.measure(item.text, 11.0, 400)
            end = item.detail_x if item.detail else item.x + item.width
            assert item.x + text_width <= end
            assert item.is_cut == (item.text != of.texts.title(item.event))
        cut.append(sum(item.is_cut for item in scene.shelf.items))
    assert cut == sorted(cut, reverse=True)
    assert cut[0] > cut[-1]


def test_a_click_finds_a_line_or_what_is_not_listed() -> None:
    of = mixed()
    scene = scene_of(of, ShelfView(is_open=True))
    shelf = scene.shelf
    assert shelf.items
    for item in shelf.items:
        for x in (item.x - 10, item.x, item.x + item.width):
            assert shelf.item_at(x, item.y) == item
        assert shelf.item_at(item.x + item.width + 1, item.y) is None
    more = [lane for lane in shelf.lanes if lane.more]
    assert more
    for lane in more:
        assert shelf.more_at(lane.left + 30, lane.more_y) == lane
        assert shelf.more_at(lane.left - 1, lane.more_y) is None
        assert shelf.item_at(lane.left + 30, lane.more_y) is None
    closed = scene_of(of, CLOSED_SHELF).shelf
    assert all(closed.more_at(lane.left + 5, lane.more_y) is None for lane in closed.lanes)


def test_selected_events_and_hits_are_emphasised() -> None:
    of = mixed()
    view = ShelfView(is_open=True)
    scale = TimeScale(HOME, LEFT_PX, 1000.0 - view.width_px)
    arrangement = arrange(of, scale, HEIGHT_PX, regime=Regime.READING, shelf=view)
    first, second = (item.event for item in lay_out(arrangement, scale).shelf.items[:2])
    hits = np.zeros(len(of.columns), dtype=np.bool_)
    hits[second] = True
    scene = lay_out(arrangement, scale, selection=first, hits=hits)
    emphasis = {item.event: item.emphasis for item in scene.shelf.items}
    assert emphasis.pop(first) == 3
    assert emphasis.pop(second) == 2
    assert set(emphasis.values()) == {1}
    check_scene(scene)


@pytest.mark.parametrize(
    ("view", "width"),
    [
        (CLOSED_SHELF, CLOSED_PX),
        (ShelfView(is_open=True), OPEN_PX),
        (ShelfView(is_open=True, open_px=333.0), 333.0),
        (NoShelf(), 0.0),
        (NoShelf(is_open=True), 0.0),
    ],
)
def test_the_width_of_the_shelf(view: ShelfView, width: float) -> None:
    assert view.width_px == width
