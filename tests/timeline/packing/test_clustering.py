"""Files with very many events, and other extremes."""

from __future__ import annotations

import numpy as np
import pytest

from peru_timeline.chronology.dates.calendar import day_from_civil
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Lanes
from peru_timeline.timeline.layout_input import LayoutInput
from peru_timeline.timeline.packing.lane_plan import LevelOfDetail
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.scene import Scene, Shape
from tests.timeline.checks import check_counts, check_scene, ongoing_count, rows
from tests.timeline.made_up import HOME, MadeUpTexts, by_letters, columns_of, lanes_of, layout_input


def many(count: int, lane_count: int = 5, seed: int = 1) -> LayoutInput:
    random = np.random.default_rng(seed)
    start = np.sort(np.floor(HOME.start + HOME.width * random.beta(2, 3, count)))
    kind = np.where(random.random(count) < 0.4, int(Shape.POINT), int(Shape.SPAN))
    length = np.where(kind == Shape.SPAN, np.exp(random.normal(4, 1.5, count)), 1.0)
    importance = random.choice([1, 2, 3], count, p=[0.6, 0.3, 0.1])
    lanes = lanes_of(random.integers(0, lane_count, count), lane_count)
    titles = ("A title of an event",) * count
    return layout_input(columns_of(start, start + length, kind, importance), lanes, titles)


def home(of: LayoutInput, zoom: float = 1.0, width: float = 1000) -> TimeScale:
    return TimeScale(of.home, 120, 120 + width).zoomed(zoom, 600)


def scene_of(of: LayoutInput, scale: TimeScale, height: float = 700) -> Scene:
    return lay_out(arrange(of, scale, height), scale)


@pytest.mark.parametrize("zoom", [1, 3, 12, 90, 700, 5000])
@pytest.mark.parametrize("count", [600, 5000, 40_000])
def test_every_event_in_view_is_drawn_or_counted(count: int, zoom: float) -> None:
    of = many(count)
    scale = home(of, zoom)
    arrangement = arrange(of, scale, 700)
    assert arrangement.content_height <= 700 or arrangement.regime is Regime.READING
    before = rows(lay_out(arrangement, scale))
    for panned in (0.0, 400.0, -90.0):
        scene = lay_out(arrangement, scale.panned(panned))
        check_counts(scene)
        assert sum(cluster.count for cluster in scene.clusters) == scene.counts.clustered
        assert sum(sum(strip.counts) for strip in scene.strips) == scene.counts.stripped
        assert all(before[place] == at for place, at in rows(scene).items() if place in before)
        if panned == 0.0:
            assert scene.counts.hidden == sum(band.hidden_rows for band in scene.lanes)
            assert scene.counts.hidden == ongoing_count(arrangement, scale)
            check_scene(scene)
            scene_counts = scene.counts
    if count == 40_000 and zoom == 1:
        assert scene_counts.in_view > 0.95 * count
        assert scene_counts.marked > 0


def test_the_most_important_keep_marks_of_their_own() -> None:
    of = many(40_000)
    scene = scene_of(of, home(of))
    assert {int(of.columns.importance[mark.event]) for mark in scene.marks} == {3}
    assert scene.labels


def test_clusters_hold_what_they_say() -> None:
    of = many(20_000)
    scale = home(of, 8)
    scene = scene_of(of, scale)
    assert len(scene.clusters) > 50
    own = {(mark.event, mark.lane) for mark in scene.marks}
    for cluster in scene.clusters:
        first, last = cluster.span
        lane = of.lanes.event[of.lanes.first[cluster.lane] : of.lanes.first[cluster.lane + 1]]
        point = of.columns.shape[lane] == Shape.POINT
        start = of.columns.start[lane] + np.where(point, 0.5, 0.0)
        inside = [
            event
            for event in lane[(start >= first) & (start < last)].tolist()
            if (event, cluster.lane) not in own
        ]
        assert len(inside) == cluster.count
        assert cluster.first_event == min(inside)
        blocs = np.bincount(of.columns.bloc[inside], minlength=6)
        assert set(cluster.blocs) == set(np.flatnonzero(blocs).tolist())
        assert blocs[list(cluster.blocs)].tolist() == sorted(blocs[blocs > 0], reverse=True)
        assert cluster.left == pytest.approx(scale.to_px(first), abs=1.01)
        assert cluster.right == pytest.approx(scale.to_px(last), abs=1.01)


def test_two_hundred_thousand_events_on_one_day() -> None:
    count = 200_000
    start = np.full(count, 730_000.0)
    columns = columns_of(start, start + 1, np.zeros(count, dtype=int), np.full(count, 2))
    of = layout_input(columns, lanes_of(np.zeros(count, dtype=int), 1), ("x",) * count)
    for zoom in (1, 100, 10_000):
        scene = scene_of(
            of, TimeScale(HOME, 120, 1120).zoomed(zoom, TimeScale(HOME, 120, 1120).to_px(730_000.5))
        )
        check_scene(scene)
        assert scene.counts.in_view == count
        assert scene.counts.clustered + scene.counts.stripped + scene.counts.marked == count


def test_no_events_and_one_event() -> None:
    nothing = np.zeros(0)
    empty = layout_input(
        columns_of(nothing, nothing, nothing, nothing), lanes_of(nothing.astype(int), 3), ()
    )
    scene = scene_of(empty, home(empty))
    assert [band.count for band in scene.lanes] == [3]
    assert scene.lanes[0].folded
    check_scene(scene)
    day = np.array([730_000.0])
    one = layout_input(
        columns_of(day, day + 1, np.zeros(1), np.array([2])),
        lanes_of(np.zeros(1, dtype=int), 1),
        ("One",),
    )
    for zoom, cards in ((1.0, 0), (1.5, 1)):
        scene = scene_of(one, home(one, zoom))
        assert (scene.counts.titled, scene.counts.marked, len(scene.cards)) == (1, 1, cards)
        assert len(scene.labels) == 1 - cards
        check_scene(scene)


def test_more_lanes_than_fit_are_scrolled() -> None:
    of = many(4000, lane_count=2000)
    scale = home(of)
    arrangement = arrange(of, scale, 700)
    assert arrangement.content_height > 30_000
    scene = lay_out(arrangement, scale, scroll_y=20_000)
    check_scene(scene)
    assert all(-100 < band.top < 700 for band in scene.lanes)
    assert scene.counts.hidden == 0
    assert scene.counts.marked + scene.counts.clustered == scene.counts.in_view == 4000
    whole = [
        lay_out(arrangement, scale, scroll_y=at)
        for at in range(0, int(arrangement.content_height), 680)
    ]
    clusters = {(c.lane, c.span): c.count for part in whole for c in part.clusters}
    assert len({band.lane for part in whole for band in part.lanes}) == len(arrangement.bands)
    assert sum(clusters.values()) == scene.counts.clustered
    assert len({mark.event for part in whole for mark in part.marks}) == scene.counts.marked


def test_from_9999_bce_to_9999() -> None:
    first, last = day_from_civil(-9998, 1, 1), day_from_civil(10_000, 1, 1)
    start = np.linspace(first, last - 400, 60)
    columns = columns_of(start, start + 366, np.ones(60, dtype=int), np.full(60, 2))
    span = TimeSpan(first, last)
    titles = tuple(f"Event {i}" for i in range(60))
    of = layout_input(columns, lanes_of(np.arange(60) % 4, 4), titles, home=span)
    for zoom in (1.0, 50.0, 1e4, 1e6):
        check_scene(scene_of(of, home(of, zoom)))
    scene = scene_of(of, home(of))
    assert scene.counts.marked == scene.counts.titled == 60
    assert any("BCE" in tick.label for tick in scene.ticks.minor)


def test_a_collapsed_lane_is_one_line_with_a_strip() -> None:
    of = many(200)
    scale = home(of)
    arrangement = arrange(of, scale, 700, collapsed=["lane-1"])
    scene = lay_out(arrangement, scale)
    band = next(band for band in scene.lanes if band.id == "lane-1")
    assert band.collapsed
    assert band.height < 30
    assert [strip.lane for strip in scene.strips] == [1]
    assert sum(scene.strips[0].counts) == scene.counts.stripped == band.count
    assert max(scene.strips[0].counts) == scene.strips[0].peak
    check_scene(scene)


def test_events_in_several_lanes_are_counted_once() -> None:
    random = np.random.default_rng(5)
    count, placements = 120, 400
    start = np.sort(np.floor(HOME.start + HOME.width * random.random(count)))
    columns = columns_of(start, start + 1, np.zeros(count), random.integers(1, 4, count))
    pairs = {
        (int(random.integers(0, 6)), event)
        for event in [*range(count), *random.integers(0, count, placements)]
    }
    lane, event = np.array(sorted((lane, int(event)) for lane, event in pairs), dtype=np.int32).T
    ids = tuple(f"lane-{i}" for i in range(6))
    main = np.array([lane[event == i][0] for i in range(count)], dtype=np.int32)
    of = LayoutInput(
        columns,
        Lanes(ids, tuple({"en": i} for i in ids), lane, event, main),
        ids,
        MadeUpTexts(("Title",) * count),
        HOME,
        by_letters,
    )
    for zoom in (1.0, 4.0, 30.0):
        scene = scene_of(of, home(of, zoom))
        check_scene(scene)
        assert scene.counts.marked == len({mark.event for mark in scene.marks})
        assert scene.counts.hidden == 0
    scene = scene_of(of, home(of))
    assert scene.counts.in_view == count
    chosen = lay_out(arrange(of, home(of), 700), home(of), selection=int(event[0]))
    everywhere = int(np.count_nonzero(event == event[0]))
    assert sum(mark.emphasis == 3 for mark in chosen.marks) == everywhere


def test_lanes_tell_more_the_closer_the_reader_comes() -> None:
    of = many(120, lane_count=2)
    seen = [set(arrange(of, home(of, zoom), 700).levels) for zoom in (1, 30, 300)]
    assert LevelOfDetail.MARKS in seen[0]
    assert LevelOfDetail.CARDS in seen[2]
