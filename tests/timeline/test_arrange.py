"""Arranging and laying out: what must hold for any chronology, zoom and window size."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing import lane_filter
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.scene import LabelStyle, Scene, Shape
from tests.timeline.checks import check_scene, ongoing_count, rows
from tests.timeline.made_up import HOME, columns_of, lanes_of, layout_input

FIRST = datetime.date(1992, 1, 1).toordinal()
LAST = datetime.date(2024, 1, 1).toordinal()
LEFT_PX = 120

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def layout_inputs(draw: st.DrawFn, most: int = 60) -> LayoutInput:
    """Events close to a few days, as in real chronologies, and some anywhere."""
    count = draw(st.integers(0, most))
    random = np.random.default_rng(draw(st.integers(0, 10_000)))
    crowded_days = random.integers(FIRST, LAST, draw(st.integers(1, 4)))
    spread = draw(st.sampled_from([0, 3, 60, 2000]))
    start = np.where(
        random.random(count) < draw(st.sampled_from([0.0, 0.8, 1.0])),
        random.choice(crowded_days, count) + random.integers(0, spread + 1, count),
        random.integers(FIRST - 2000, LAST + 2000, count),
    )
    kind = random.choice(
        4, count, p=draw(st.sampled_from([(0.4, 0.3, 0.2, 0.1), (0, 0, 0, 1), (0.1, 0.1, 0.8, 0)]))
    )
    length = np.select(
        [kind == Shape.POINT, kind == Shape.FUZZY, kind == Shape.SPAN],
        [np.ones(count), random.choice([7, 30, 365], count), np.exp(random.normal(5, 2.5, count))],
        random.choice([400, 3000], count),
    )
    is_dated = random.random(count) < draw(st.sampled_from([0.0, 0.7, 1.0]))
    order = np.argsort(start, kind="stable")
    lane_count = draw(st.integers(1, 8))
    return layout_input(
        columns_of(
            start[order],
            (start + length)[order],
            kind[order],
            random.integers(1, 4, count),
            is_dated=is_dated,
        ),
        lanes_of(random.integers(0, lane_count, count), lane_count),
        tuple("x" * int(n) for n in random.integers(1, 70, count)),
    )


@dataclass(frozen=True)
class Window:
    width: float
    height: float
    zoom: float
    about: float

    def scale(self, home_zoom: float = 1.0) -> TimeScale:
        scale = TimeScale(HOME, LEFT_PX, LEFT_PX + self.width)
        return scale.zoomed(self.zoom * home_zoom, LEFT_PX + self.about * self.width)


windows = st.builds(
    Window,
    st.sampled_from([200.0, 480.0, 860.0, 1110.0, 1800.0]),
    st.sampled_from([150.0, 400.0, 640.0, 708.0, 1100.0]),
    st.floats(-0.5, 14).map(lambda power: 2.0**power),
    st.floats(0, 1),
)


@quick
@given(layout_inputs(), windows, st.data())
def test_nothing_overlaps_and_the_counts_are_true(
    of: LayoutInput, window: Window, data: st.DataObject
) -> None:
    count = len(of.columns)
    random = np.random.default_rng(data.draw(st.integers(0, 100)))
    mask = random.random(count) < data.draw(st.sampled_from([0.3, 1.0]))
    hits = random.random(count) < 0.2 if data.draw(st.booleans()) else None
    selection = data.draw(st.integers(0, count - 1)) if count else None
    scale = window.scale()
    arrangement = arrange(of, scale, window.height, mask=mask, dim=data.draw(st.booleans()))
    for panned in (0.0, 37.0, -0.4 * window.width):
        for closer in (
            1.0,
            1.0 + 0.9 * (2.0 ** (np.ceil(np.log2(window.zoom) + 1e-6)) / window.zoom - 1),
        ):
            moved = scale.panned(panned).zoomed(closer, LEFT_PX + 100)
            scene = lay_out(arrangement, moved, selection=selection, hits=hits)
            check_scene(scene)
            check_in_view(of, scene, moved, mask)


def check_in_view(of: LayoutInput, scene: Scene, scale: TimeScale, mask: np.ndarray) -> None:
    """Every shown event well inside the window is counted, and none far outside."""
    if scene.clusters or scene.strips:
        return  # these count whole bins, the first and last of which are only partly in view
    mask = mask & of.columns.is_dated
    start, end = scale.to_px(of.columns.start), scale.to_px(of.columns.end)
    near = 60  # px: glyphs are wider than their days
    inside = (start > scale.left_px + near) & (end < scale.right_px - near)
    outside = (end < scale.left_px - near) | (start > scale.right_px + near)
    assert np.count_nonzero(mask & inside) <= scene.counts.in_view
    assert scene.counts.in_view <= np.count_nonzero(mask & ~outside)


@quick
@given(layout_inputs(), windows, st.lists(st.floats(-3, 3), min_size=1, max_size=4))
def test_panning_never_moves_an_event_to_another_row(
    of: LayoutInput, window: Window, pans: list[float]
) -> None:
    scale = window.scale()
    arrangement = arrange(of, scale, window.height)
    before = rows(lay_out(arrangement, scale))
    for pan in pans:
        after = rows(lay_out(arrangement, scale.panned(pan * window.width)))
        for place in before.keys() & after.keys():
            assert before[place] == after[place]


@quick
@given(layout_inputs(), windows, st.floats(0.05, 40))
def test_zooming_in_and_back_returns_to_the_same_scene(
    of: LayoutInput, window: Window, factor: float
) -> None:
    scale = window.scale()
    before = lay_out(arrange(of, scale, window.height), scale)
    away = window.scale(factor)
    lay_out(arrange(of, away, window.height), away)
    assert lay_out(arrange(of, scale, window.height), scale) == before
    # Nor do earlier views matter: caches never change the result.
    fresh = replace(of, cache={})
    assert lay_out(arrange(fresh, scale, window.height), scale) == before


@quick
@given(layout_inputs(), windows, st.integers(0, 99))
def test_filter_and_undo_restores_the_exact_scene(
    of: LayoutInput, window: Window, seed: int
) -> None:
    scale = window.scale()
    everything = np.ones(len(of.columns), dtype=np.bool_)
    before = lay_out(arrange(of, scale, window.height, mask=everything), scale)
    some = np.random.default_rng(seed).random(len(of.columns)) < 0.5
    for dim in (False, True):
        filtered = lay_out(arrange(of, scale, window.height, mask=some, dim=dim), scale)
        assert filtered.counts.shown == np.count_nonzero(some)
        visible = {mark.event for mark in filtered.marks if mark.emphasis > 0}
        assert all(some[event] for event in visible)
        assert dim or len(visible) == len(filtered.marks)
    assert lay_out(arrange(of, scale, window.height, mask=everything), scale) == before


@quick
@given(layout_inputs(), windows)
def test_every_event_in_view_has_room_after_arranging(of: LayoutInput, window: Window) -> None:
    scale = window.scale()
    arrangement = arrange(of, scale, window.height)
    high = replace(arrangement, height=max(arrangement.content_height, 1.0))
    counts = lay_out(high, scale).counts
    assert counts.hidden == ongoing_count(
        arrangement, scale
    )  # from earlier bins: counted, but not drawn
    assert counts.marked + counts.clustered + counts.stripped + counts.hidden == counts.in_view


def test_what_goes_on_from_before_is_counted_once_where_no_later_bin_follows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All events of the only lane begin on one day and are clustered; two of them last into the view."""
    monkeypatch.setattr(lane_filter, "MAX_MEASURED_EVENTS", 40)
    ends = np.array([1.0] * 40 + [700.0, 640.0])
    day = HOME.start + 10_000.0
    of = layout_input(
        columns_of(
            np.full(42, day), day + ends, np.where(ends > 1, Shape.SPAN, Shape.POINT), np.ones(42)
        ),
        lanes_of(np.zeros(42, dtype=np.int64), 1),
        tuple("x" * 20 for _ in ends),
    )
    scale = TimeScale(TimeSpan(day + 400, day + 1900), LEFT_PX, LEFT_PX + 200)
    arrangement = arrange(of, scale, 30, regime=Regime.OVERVIEW)
    assert [of_lane.clustering.visible_bins(scale) for of_lane in arrangement.clusterings] == [
        slice(1, 1)
    ]
    counts = lay_out(arrangement, scale).counts
    assert (counts.in_view, counts.hidden) == (2, 2)


@quick
@given(layout_inputs(30), windows)
def test_a_click_on_or_beside_a_mark_finds_it(of: LayoutInput, window: Window) -> None:
    scale = window.scale()
    scene = lay_out(arrange(of, scale, window.height), scale)
    for mark in scene.marks:
        half = mark.height / 2
        for x in (mark.box_left, (mark.box_left + mark.box_right) / 2, mark.box_right):
            for y in (mark.y - half, mark.y, mark.y + half):
                found = scene.mark_at(x, y)
                assert found is not None
                assert found.distance(x, y) <= mark.distance(x, y) + 1e-9
        middle = scene.mark_at((mark.box_left + mark.box_right) / 2, mark.y)
        # Quiet marks may overlap.
        assert middle == mark or (mark.quiet and middle is not None and middle.quiet)
        found = scene.mark_at(mark.box_right + 2.8, mark.y - half - 2.8)
        assert found is not None
        assert found.distance(mark.box_right + 2.8, mark.y - half - 2.8) <= 4


@quick
@given(layout_inputs(), windows)
def test_selection_and_hits_move_nothing(of: LayoutInput, window: Window) -> None:
    if not len(of.columns):
        return
    scale = window.scale()
    arrangement = arrange(of, scale, window.height)
    before = rows(lay_out(arrangement, scale))
    hits = np.ones(len(of.columns), dtype=np.bool_)
    scene = lay_out(arrangement, scale, selection=0, hits=hits)
    after = rows(scene)  # where quiet marks would cover each other, the selected one is drawn
    assert len(after) == len(before)
    assert all(after[place] == before[place] for place in after.keys() & before.keys())
    marked = [mark for mark in scene.marks if mark.event == 0 and 0 <= mark.y <= scene.height]
    if marked and window.height > 2 * arrangement.row_px:
        told = [label for label in scene.labels if label.event == 0]
        assert told or any(c.event == 0 for c in scene.cards)


def lone(
    shape: Shape, start: float, end: float, title: str = "A title of thirty letters, no"
) -> LayoutInput:
    days = np.array([start]), np.array([end])
    columns = columns_of(*days, np.array([int(shape)]), np.array([2]))
    return layout_input(columns, lanes_of(np.zeros(1, dtype=np.int64), 1), (title,))


def test_a_title_that_the_edge_would_cut_goes_to_the_other_side() -> None:
    of = lone(Shape.POINT, 730_000, 730_001)
    window = Window(860, 30, 4, 0.5)  # no height for a card
    scale = window.scale()
    scale = scale.panned(500.0 - scale.to_px(730_000.5))
    arrangement = arrange(of, scale, window.height)
    sides = {}
    for place in (LEFT_PX + 20, 500.0, 960.0):
        scene = lay_out(arrangement, scale.panned(place - 500.0))
        (label,) = scene.labels
        sides[place] = label.x > place
        assert scene.left <= label.x
        assert label.x + label.width <= scene.right
    assert sides == {LEFT_PX + 20: True, 500.0: True, 960.0: False}


def test_a_title_in_a_bar_sticks_to_the_edge_and_leaves_with_the_bar() -> None:
    of = lone(Shape.SPAN, 728_000, 734_000)
    window = Window(860, 30, 4, 0.5)
    scale = window.scale()
    assert scale.to_px(728_000) < LEFT_PX < scale.to_px(734_000)
    arrangement = arrange(of, scale, window.height)
    begins = []
    for end in (1500.0, 700.0, 450.0, 250.0):  # where the bar ends
        scene = lay_out(arrangement, scale.panned(end - scale.to_px(734_000)))
        (label,) = scene.labels
        begins.append(label.x)
        assert label.x >= scene.left
        if label.style == LabelStyle.INSIDE:
            assert label.x + label.width <= end
    assert begins[0] == begins[1] < 150  # stuck
    assert begins[-1] > 250  # no room in what is left of the bar: beside it


def test_what_begins_where_the_window_ends_is_not_in_view() -> None:
    of = lone(start=100.0, end=200.0, shape=Shape.SPAN)
    for span, count in (
        (TimeSpan(0.0, 100.0), 0),
        (TimeSpan(0.0, 101.0), 1),
        (TimeSpan(200.0, 300.0), 0),
    ):
        scale = TimeScale(span, 0.0, 800.0)
        assert lay_out(arrange(of, scale, 600.0), scale).counts.in_view == count
