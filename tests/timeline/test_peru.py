"""The curated chronology, at common window sizes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.paths import seeds_dir
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import build_columns
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Grouping, build_lanes
from peru_timeline.timeline.layout_input import LayoutInput, build_layout_input
from peru_timeline.timeline.packing.mark_extents import mark_geometry
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.scene import LabelStyle, Scene
from peru_timeline.timeline.shelf import CLOSED_SHELF
from tests.timeline.checks import check_edges, check_scene, rows, told_in
from tests.timeline.made_up import by_letters

HEADER_PX = 135
LANE_AREA = (980, 700)  # of the window at 1600 × 900


@pytest.fixture(scope="module")
def peru() -> Chronology:
    return load_chronology(seeds_dir() / "peru-1992-2023.chronology")


def layout_input(
    peru: Chronology, grouping: Grouping = Grouping.SECTOR, language: str = "en"
) -> LayoutInput:
    columns = build_columns(peru)
    return build_layout_input(peru, columns, build_lanes(peru, grouping), language, by_letters)


PANELS_PX = 250 + 370
LANE_AREAS = [
    (width - panels, height)
    for width, height in ((1600, 716), (1366, 584))  # of windows 900 and 768 px high
    for panels in (PANELS_PX, 0)
]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", LANE_AREAS)
def test_the_opening_view_titles_every_key_event(
    peru: Chronology, language: str, size: tuple[int, int]
) -> None:
    of = layout_input(peru, language=language)
    scale = TimeScale(of.home, HEADER_PX, size[0] - CLOSED_SHELF.width_px)
    scene = lay_out(arrange(of, scale, size[1]), scale)
    assert scene.regime is Regime.OVERVIEW
    assert scene.content_height <= size[1]
    on_axis = of.columns.is_dated
    key = set(np.flatnonzero(on_axis & (of.columns.importance == 3)).tolist())
    assert len(key) >= 20
    assert key <= {label.event for label in scene.labels}
    counts = scene.counts
    assert counts.key_titled == counts.key_in_view == len(key)
    crowded = (size[0], language) == (
        1366 - PANELS_PX,
        "es",
    )  # two key titles need rows of their own
    assert counts.titled >= len(key) + (4 if crowded else 5)
    assert counts.cut == 0
    assert counts.shelf == np.count_nonzero(~on_axis)
    assert counts.in_view == counts.marked == np.count_nonzero(on_axis)
    assert counts.in_view + counts.shelf == counts.shown == counts.events == len(peru.events)
    check_scene(scene)


@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", LANE_AREAS)
def test_key_events_are_titled_in_every_grouping(
    peru: Chronology, grouping: Grouping, language: str, size: tuple[int, int]
) -> None:
    of = layout_input(peru, grouping, language)
    scale = TimeScale(of.home, HEADER_PX, size[0] - CLOSED_SHELF.width_px)
    arrangement = arrange(of, scale, size[1])
    whole = replace(arrangement, height=max(arrangement.content_height, size[1]))
    scene = lay_out(whole, scale)
    assert arrangement.content_height <= size[1] or grouping is Grouping.SOURCE
    assert scene.counts.cut == 0
    key = of.columns.is_dated & (of.columns.importance == 3)
    assert set(np.flatnonzero(key).tolist()) <= {label.event for label in scene.labels}
    assert scene.counts.in_view + scene.counts.shelf == scene.counts.shown
    check_scene(scene)


@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("language", ["en", "es"])
def test_closer_views_title_every_event(
    peru: Chronology, grouping: Grouping, language: str
) -> None:
    """Window after window, from one a little closer than the opening view to a few days."""
    of = layout_input(peru, grouping, language)
    home = TimeScale(of.home, HEADER_PX, LANE_AREA[0])
    in_view = 0
    for days in (9000, 3000, 1300, 400, 90, 20, 3):
        for start in np.linspace(of.home.start, of.home.end, 40, endpoint=False).tolist():
            scale = replace(home, span=TimeSpan(start, start + days))
            arrangement = arrange(of, scale, LANE_AREA[1])
            assert arrangement.regime is Regime.READING
            assert arrangement.row_px >= 18
            high = replace(arrangement, height=max(arrangement.content_height, 1.0))
            scene = lay_out(high, scale)
            counts = scene.counts
            assert {mark.event for mark in scene.marks} == told_in(scene)
            assert counts.titled == counts.in_view
            in_view += counts.in_view
            assert counts.hidden == counts.clustered == counts.stripped == 0
    assert in_view > 1000


@pytest.mark.parametrize("language", ["en", "es"])
def test_november_2020_to_may_2024_is_titled_in_1400_px(peru: Chronology, language: str) -> None:
    """At 1600 × 900 without panels."""
    of = layout_input(peru, language=language)
    span = TimeSpan(date(2020, 11, 1).toordinal(), date(2024, 6, 1).toordinal())
    scale = TimeScale(span, HEADER_PX, 1600 - CLOSED_SHELF.width_px)
    arrangement = arrange(of, scale, 716)
    assert arrangement.content_height <= 1400
    scene = lay_out(replace(arrangement, height=arrangement.content_height), scale)
    assert scene.regime is Regime.READING
    assert scene.counts.titled == scene.counts.in_view > 60
    assert scene.counts.cut == 0
    check_scene(scene)


@pytest.mark.parametrize("regime", Regime)
def test_no_title_crosses_an_edge_at_two_thousand_places(peru: Chronology, regime: Regime) -> None:
    of = layout_input(peru)
    random = np.random.default_rng(11)
    places = random.random(1000) * of.home.width + of.home.start
    zooms = 2.0 ** (random.random(20) * 12)
    cut = 0
    for zoom, of_zoom in zip(zooms.tolist(), np.split(places, len(zooms)), strict=True):
        home = TimeScale(of.home, HEADER_PX, LANE_AREA[0]).zoomed(zoom, 500)
        arrangement = arrange(of, home, LANE_AREA[1], regime=regime)
        for day in of_zoom.tolist():
            scale = home.panned(500 - home.to_px(day))
            selection = int(day) % len(peru.events)
            scene = lay_out(arrangement, scale, selection=selection)
            check_edges(scene)
            for label in scene.labels:
                width = of.measure(label.text, label.font_px, 400)
                assert width <= label.width + 0.01
                whole = of.texts.title(label.event)
                assert label.is_cut or label.text.startswith(whole)
            cut += scene.counts.cut
    assert cut > 0


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [980, 1230, 1350])
def test_every_event_of_the_opening_view_is_a_mark(
    peru: Chronology, language: str, width: int
) -> None:
    of = layout_input(peru, language=language)
    scale = TimeScale(of.home, HEADER_PX, width)
    scene = lay_out(arrange(of, scale, LANE_AREA[1]), scale)
    count, counts = len(peru.events), scene.counts
    on_axis = set(np.flatnonzero(of.columns.is_dated).tolist())
    drawn = {mark.event for mark in scene.marks}
    assert scene.content_height <= LANE_AREA[1]
    assert drawn <= on_axis
    check_thinned(of, scene, scale, on_axis - drawn)
    assert counts.in_view == counts.marked == len(on_axis)
    assert counts.in_view + counts.shelf == counts.shown == count
    assert counts.titled == len({label.event for label in scene.labels}) >= 30
    important = {event for event in on_axis if of.columns.importance[event] == 3}
    told = {label.event: label for label in scene.labels}
    assert important <= told.keys()
    assert not any(told[event].is_cut for event in important)
    check_scene(scene)


def check_thinned(of: LayoutInput, scene: Scene, scale: TimeScale, missing: set[int]) -> None:
    """Every event without a mark of its own would cover a quiet mark that stands in its place."""
    lane_of = dict(zip(of.lanes.event.tolist(), of.lanes.lane.tolist(), strict=True))
    for event in missing:
        at = np.array([event])
        start, end = of.columns.start[at], of.columns.end[at]
        left, right, _ = mark_geometry(start, end, of.columns.shape[at], scale, np.array([True]))
        assert any(
            mark.quiet
            and mark.lane == lane_of[event]
            and abs(mark.box_left - left[0]) < 2
            and abs(mark.box_right - right[0]) < 2
            for mark in scene.marks
        )


@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("zoom", [1.0, 1.9, 3.7, 9.0, 40.0, 300.0, 4000.0])
def test_all_groupings_at_all_zooms(peru: Chronology, grouping: Grouping, zoom: float) -> None:
    of = layout_input(peru, grouping)
    for about in (500, 760, 905):
        scale = TimeScale(of.home, HEADER_PX, LANE_AREA[0]).zoomed(zoom, about)
        arrangement = arrange(of, scale, LANE_AREA[1])
        scene = lay_out(arrangement, scale)
        check_scene(scene)
        before = rows(scene)
        for panned in (-200.0, 333.0):
            moved = lay_out(arrangement, scale.panned(panned))
            check_scene(moved)
            assert all(before[at] == row for at, row in rows(moved).items() if at in before)


def test_every_mark_can_be_clicked(peru: Chronology) -> None:
    of = layout_input(peru)
    scale = TimeScale(of.home, HEADER_PX, LANE_AREA[0])
    scene = lay_out(arrange(of, scale, LANE_AREA[1]), scale)
    for mark in scene.marks:
        if mark.quiet:  # these may lie on each other
            continue
        assert scene.mark_at((mark.box_left + mark.box_right) / 2, mark.y) == mark


def test_the_title_of_every_selected_event_is_shown(peru: Chronology) -> None:
    of = layout_input(peru)
    scale = TimeScale(of.home, HEADER_PX, LANE_AREA[0])
    arrangement = arrange(of, scale, LANE_AREA[1])
    plain = rows(lay_out(arrangement, scale))
    for event in np.flatnonzero(of.columns.is_dated).tolist():
        scene = lay_out(arrangement, scale, selection=event)
        assert {at: row for at, row in rows(scene).items() if at in plain}.items() <= plain.items()
        (told,) = [label for label in scene.labels if label.event == event]
        assert not told.is_cut
        mark = scene.mark_of(event)
        assert mark is not None
        if told.style == LabelStyle.SELECTED:
            assert told.leader is not None
            assert mark.box_left <= told.leader[0] <= mark.box_right
            assert abs(told.y + told.height / 2 - mark.y) <= 80
        check_scene(scene)


def test_sixty_steps_in_and_back(peru: Chronology) -> None:
    of = layout_input(peru)
    home = TimeScale(of.home, HEADER_PX, LANE_AREA[0])
    before = lay_out(arrange(of, home, LANE_AREA[1]), home)
    for step in [*range(1, 61), *range(59, -1, -1)]:
        scale = home.zoomed(min(1.25**step, 1e5), 700)
        scene = lay_out(arrange(of, scale, LANE_AREA[1]), scale)
        if step % 7 == 0:
            check_scene(scene)
    assert lay_out(arrange(of, home, LANE_AREA[1]), home) == before
    fresh = replace(of, cache={})
    assert lay_out(arrange(fresh, home, LANE_AREA[1]), home) == before


def test_a_filter_frees_room_for_titles(peru: Chronology) -> None:
    of = layout_input(peru)
    scale = TimeScale(of.home, HEADER_PX, LANE_AREA[0])
    states = np.array(
        ["united-states" in {peru.bloc_of[r.actor] for r in e.actors} for e in peru.events]
    )
    whole = lay_out(arrange(of, scale, LANE_AREA[1]), scale)
    hidden = lay_out(arrange(of, scale, LANE_AREA[1], mask=states), scale)
    dimmed = lay_out(arrange(of, scale, LANE_AREA[1], mask=states, dim=True), scale)
    for scene in (hidden, dimmed):
        check_scene(scene)
        share = scene.counts.titled / scene.counts.shown
        assert share > whole.counts.titled / whole.counts.shown
        assert scene.counts.marked + scene.counts.shelf == np.count_nonzero(states)
    filtered_out = [mark for mark in dimmed.marks if mark.emphasis == 0]
    assert filtered_out
    assert not any(states[mark.event] for mark in filtered_out)


@pytest.mark.parametrize("regime", list(Regime))
def test_all_that_a_filter_leaves_out_is_dimmed_in_lanes_without_hits_too(
    peru: Chronology, regime: Regime
) -> None:
    of = layout_input(peru)
    scale = TimeScale(of.home, HEADER_PX, LANE_AREA[0])
    mining = np.array([event.sector == "mining" for event in peru.events])
    arrangement = arrange(of, scale, LANE_AREA[1], mask=mining, dim=True, regime=regime)
    check_scene(lay_out(arrangement, scale))
    index = arrangement.mark_index
    dimmed = set(index.event[index.dimmed].tolist())
    assert dimmed == set(np.flatnonzero(of.columns.is_dated & ~mining).tolist())
    in_view = index.visible(scale).index
    assert not arrangement.hidden(in_view).any()  # no lane of them is folded
