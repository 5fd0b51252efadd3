"""Overview and reading: which titles each shows, for any chronology, zoom and window size."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.timeline.arrange import arrange, regime_of
from peru_timeline.timeline.arrangement import (
    Arrangement,
    blended,
    lane_point,
    y_of_point,
)
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.lane_plan import NO_ROW
from peru_timeline.timeline.packing.mark_extents import octave_at, title_limit
from peru_timeline.timeline.packing.octave_planner import READING_ROW_PX
from peru_timeline.timeline.regime import READABLE_EVENTS, Regime, regime_for
from peru_timeline.timeline.scene import Scene, Shape
from tests.timeline.checks import check_scene, told_in
from tests.timeline.made_up import HOME, columns_of, lanes_of, layout_input, peru_like
from tests.timeline.test_arrange import LEFT_PX, Window, layout_inputs, quick, windows


def whole_scene(arrangement: Arrangement, scale: TimeScale) -> Scene:
    """The scene as in a window so high that nothing is scrolled out of sight."""
    height = max(arrangement.content_height, arrangement.height)
    return lay_out(replace(arrangement, height=height), scale)


@pytest.mark.parametrize(
    ("zoom", "events", "expected"),
    [
        (1.0, 10, Regime.OVERVIEW),
        (0.5, 10, Regime.OVERVIEW),
        (1.0 + 1e-9, 10, Regime.OVERVIEW),  # a rounding error, not a closer view
        (1.01, 10, Regime.READING),
        (1.01, READABLE_EVENTS, Regime.READING),
        (1.01, READABLE_EVENTS + 1, Regime.OVERVIEW),
        (1000.0, 0, Regime.READING),
    ],
)
def test_closer_views_are_for_reading(zoom: float, events: int, expected: Regime) -> None:
    scale = TimeScale(HOME, 120.0, 1000.0).zoomed(zoom, 500.0)
    assert regime_for(scale, HOME, events) is expected


def test_the_regime_of_a_view_can_be_asked_for() -> None:
    of = peru_like()
    for zoom in (0.7, 1.0, 1.3, 40.0):
        scale = TimeScale(HOME, 120.0, 1000.0).zoomed(zoom, 700.0)
        assert regime_of(of, scale) is arrange(of, scale, 600.0).regime


@quick
@given(layout_inputs(), windows)
def test_while_reading_every_event_in_view_is_titled(of: LayoutInput, window: Window) -> None:
    scale = window.scale()
    arrangement = arrange(of, scale, window.height, regime=Regime.READING)
    assert arrangement.row_px == READING_ROW_PX >= 18
    scene = whole_scene(arrangement, scale)
    check_scene(scene)
    assert told_in(scene) == {mark.event for mark in scene.marks}
    counts = scene.counts
    assert counts.titled == counts.marked == counts.in_view
    assert counts.hidden == counts.clustered == counts.stripped == 0
    assert counts.key_titled == counts.key_in_view
    on_axis = np.count_nonzero(of.columns.is_dated)
    assert counts.shelf == len(of.columns) - on_axis
    assert counts.in_view <= on_axis


@quick
@given(layout_inputs(), st.sampled_from([480.0, 860.0, 1800.0]), st.sampled_from([60.0, 640.0]))
def test_the_opening_view_titles_every_key_event(
    of: LayoutInput, width: float, height: float
) -> None:
    scale = TimeScale(HOME, LEFT_PX, LEFT_PX + width)
    arrangement = arrange(of, scale, height)
    assert arrangement.regime is Regime.OVERVIEW
    scene = whole_scene(arrangement, scale)
    key = (of.columns.importance == 3) & of.columns.is_dated
    inside = (of.columns.end > HOME.start + 300) & (of.columns.start < HOME.end - 300)
    assert set(np.flatnonzero(key & inside).tolist()) <= told_in(scene)
    # Only a key title is cut to the room there is: the others then have none.
    limit = title_limit(width)
    for label in scene.labels:
        assert not label.is_cut or label.importance == 3 or label.width > 0.95 * limit


@quick
@given(layout_inputs(), windows, st.sampled_from(Regime), st.lists(st.floats(-3, 3), max_size=3))
def test_no_row_changes_within_an_octave(
    of: LayoutInput, window: Window, regime: Regime, pans: list[float]
) -> None:
    """Arranged anew at any place and zoom of an octave, an event keeps the row that it is planned for."""
    scale = window.scale()
    octave = octave_at(of, scale.px_per_day, scale.width_px)
    before = planned_rows(arrange(of, scale, window.height, regime=regime))
    for pan in pans:
        for share in (0.0, 0.3, 0.99):
            zoom = octave.px_per_day * 2**share / scale.px_per_day * (1 + 1e-6)
            moved = scale.panned(pan * window.width).zoomed(zoom, LEFT_PX + 50)
            assert octave_at(of, moved.px_per_day, moved.width_px) == octave
            after = planned_rows(arrange(of, moved, window.height, regime=regime))
            shared = before.keys() & after.keys()
            assert {at: after[at] for at in shared} == {at: before[at] for at in shared}
            assert regime is Regime.READING or before == after


def planned_rows(arrangement: Arrangement) -> dict[tuple[int, int], tuple[int, int]]:
    """(event, lane) -> (row, side of the title), of marks at the first level of detail."""
    marks = arrangement.mark_index
    plain = np.array(
        [level is not None and level == 1 for level in arrangement.levels], dtype=np.bool_
    )
    return {
        (event, lane): (row, side)
        for event, lane, row, side in zip(
            marks.event.tolist(),
            marks.lane.tolist(),
            marks.row.tolist(),
            marks.side.tolist(),
            strict=True,
        )
        if plain[lane]
    }


@quick
@given(layout_inputs(), windows)
def test_the_overview_is_the_same_at_any_place_in_time(of: LayoutInput, window: Window) -> None:
    scale = window.scale()
    here = arrange(of, scale, window.height, regime=Regime.OVERVIEW)
    there = arrange(of, scale.panned(333.0), window.height, regime=Regime.OVERVIEW)
    assert here.bands == there.bands
    assert here.mark_index is there.mark_index


@quick
@given(layout_inputs(40), windows, st.sampled_from([0.0, 0.25, 0.5, 1.0]))
def test_lanes_glide_to_their_new_heights(of: LayoutInput, window: Window, share: float) -> None:
    """Between two views of one octave nothing leaves its lane; at both ends nothing differs from the real thing."""
    scale = window.scale()
    old = arrange(of, scale, window.height, regime=Regime.READING)
    moved = scale.panned(0.3 * window.width)
    new = arrange(of, moved, window.height, regime=Regime.READING)
    between = blended(old, new, share)
    if between is new:
        return
    assert [band.lane for band in between.bands] == [band.lane for band in new.bands]
    for begin, band, end in zip(old.bands, between.bands, new.bands, strict=True):
        assert band.top == pytest.approx(begin.top + (end.top - begin.top) * share)
        assert band.height == pytest.approx(begin.height + (end.height - begin.height) * share)
    for above, below in zip(between.bands, between.bands[1:], strict=False):
        assert above.top + above.height == pytest.approx(below.top)
    index = new.mark_index.visible(moved).index
    index = index[~old.hidden(index) & ~new.hidden(index)]
    if share == 1.0:
        assert between.y(index) == pytest.approx(new.y(index))
    if share == 0.0:
        assert between.y(index) == pytest.approx(old.y(index))
    assert (between.y(index) >= 0).all()
    assert (between.y(index) <= between.content_height).all()


def test_lanes_that_show_other_rows_do_not_glide() -> None:
    of = peru_like()
    scale = TimeScale(HOME, 120.0, 1000.0).zoomed(3.0, 700.0)
    old = arrange(of, scale, 600.0)
    new = arrange(of, scale.zoomed(4.0, 700.0), 600.0)
    assert blended(old, new, 0.5) is new


def test_a_place_in_the_lanes_keeps_its_meaning() -> None:
    of = peru_like()
    scale = TimeScale(HOME, 120.0, 1000.0).zoomed(5.0, 700.0)
    old, new = arrange(of, scale, 600.0), arrange(of, scale.panned(-300.0), 600.0)
    for band in old.bands:
        point = lane_point(old, band.top + band.height / 4)
        assert point == (band.lane, 0.25)
        assert y_of_point(old, point) == band.top + band.height / 4
        there = next((b for b in new.bands if b.lane == band.lane), None)
        expected = None if there is None else there.top + there.height / 4
        assert y_of_point(new, point) == expected
    assert lane_point(old, old.content_height + 1) is None


def test_rows_without_events_in_view_take_no_height() -> None:
    """Ten events a year apart in rows of their own, because long bars of the first years overlap them."""
    year, day = 365.0, HOME.start + 3000
    start = np.concatenate((np.full(10, day), day + 2000 + np.arange(10) * 200.0))
    end = np.concatenate((np.full(10, day + 1500), start[10:] + 1))
    shape = np.where(end - start > 1, Shape.SPAN, Shape.POINT)
    of = layout_input(
        columns_of(start, end, shape, np.full(20, 2)),
        lanes_of(np.zeros(20, dtype=np.int64), 1),
        ("A title",) * 20,
    )
    full = TimeScale(TimeSpan(day, day + 9 * year), 120.0, 1000.0)
    late = full.panned(-full.px_per_day * 1700.0)
    assert arrange(of, full, 100.0).content_height > 10 * READING_ROW_PX
    arrangement = arrange(of, late, 100.0)
    scene = whole_scene(arrangement, late)
    assert {mark.event for mark in scene.marks} == set(range(10, 20))
    drawn = len({mark.y for mark in scene.marks})
    assert scene.content_height <= drawn * READING_ROW_PX + 10
    check_scene(scene)


def test_a_whisker_across_the_whole_window_has_its_title() -> None:
    of = layout_input(
        columns_of(
            np.array([HOME.start + 100]),
            np.array([HOME.end - 100]),
            np.array([int(Shape.RANGE)]),
            np.array([2]),
        ),
        lanes_of(np.zeros(1, dtype=np.int64), 1),
        ("Some time in all these years",),
    )
    home = TimeScale(HOME, 120.0, 1000.0)
    for zoom, about in ((8.0, 200.0), (8.0, 560.0), (8.0, 900.0), (900.0, 300.0)):
        scale = home.zoomed(zoom, about)
        scene = lay_out(arrange(of, scale, 40.0), scale)
        (label,) = scene.labels
        (mark,) = scene.marks
        assert not label.is_cut
        assert mark.gap is not None
        assert mark.gap[0] <= label.x
        assert label.x + label.width <= mark.gap[1]
        check_scene(scene)


@pytest.mark.parametrize("size", [(980, 708), (1230, 640), (1230, 708)])
@pytest.mark.parametrize("seed", range(3))
def test_a_chronology_like_that_of_peru_shows_all_marks_at_once(
    size: tuple[int, int], seed: int
) -> None:
    width, height = size
    scale = TimeScale(HOME, LEFT_PX, width)
    arrangement = arrange(peru_like(seed=seed), scale, height)
    scene = lay_out(arrangement, scale)
    assert scene.content_height <= height
    assert scene.counts.marked == 150
    assert scene.counts.key_titled == scene.counts.key_in_view
    assert scene.counts.titled > 40
    check_scene(scene)


def test_in_very_full_lanes_the_most_important_events_have_a_place_above_the_counts() -> None:
    """Rows are as low as that takes, and the titles are whole in the opening view."""
    of = peru_like(100_000, 12)
    scale = TimeScale(of.home, 135.0, 980.0)
    for height in (527.0, 706.0):
        scene = lay_out(arrange(of, scale, height), scale)
        assert scene.regime is Regime.OVERVIEW
        assert 0.8 * height < scene.content_height <= height
        assert scene.counts.stripped + scene.counts.clustered > 20_000
        assert {label.lane for label in scene.labels} == set(range(12))
        assert scene.counts.cut == sum(label.width >= 200 for label in scene.labels if label.is_cut)
        check_scene(scene)


def test_events_outside_the_opening_span_have_titles_where_all_is_in_view() -> None:
    """Two years of two hundred are the opening view; around them there is room."""
    days = HOME.start + np.array([0.0, 36_500.0, 36_865.0, 73_000.0])
    columns = columns_of(days, days + 1, np.full(4, Shape.POINT), np.array([1, 2, 3, 1]))
    titles = tuple(f"The title of event number {i}" for i in range(4))
    of = layout_input(columns, lanes_of(np.arange(4), 4), titles)
    of = replace(of, home=TimeSpan(HOME.start + 36_400, HOME.start + 37_200))
    scale = TimeScale(of.everything, 120.0, 900.0)
    scene = lay_out(arrange(of, scale, 500.0), scale)
    assert scene.counts.titled == scene.counts.in_view == 4
    assert scene.counts.cut == 0
    check_scene(scene)


def test_reading_more_than_can_be_read_claims_no_title_that_is_not_there() -> None:
    crowded = peru_like(count=40_000)
    scale = TimeScale(HOME, LEFT_PX, LEFT_PX + 1200)
    arrangement = arrange(crowded, scale, 700.0, regime=Regime.READING)
    counts = lay_out(arrangement, scale).counts
    marks = arrangement.mark_index
    unplanned = np.flatnonzero(marks.row == NO_ROW)
    assert len(unplanned)
    assert arrangement.hidden(unplanned).all()
    assert counts.hidden >= len(unplanned)
    assert counts.titled + counts.hidden <= counts.in_view
