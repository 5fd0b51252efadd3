"""Titles and cards at the edges of the time area: of what is in view while reading, all of them are there."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.paths import seeds_dir
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.arrangement import Arrangement
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.columns import build_columns
from peru_timeline.timeline.frame.cards import EDGE_PX, REACH_PX, card_lines, card_places
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Grouping, build_lanes
from peru_timeline.timeline.layout_input import LayoutInput, build_layout_input
from peru_timeline.timeline.metrics import CARD_WIDTH_PX, TITLE_GAP_PX
from peru_timeline.timeline.regime import Regime
from peru_timeline.timeline.scene import Label, Scene, Shape
from tests.timeline.checks import TOUCH_PX, check_scene, told_in
from tests.timeline.made_up import HOME, by_letters, columns_of, lanes_of, layout_input, peru_like

HEADER_PX = 135.0
SHORTEST_CUT_PX = 30.0  # some letters and the ellipsis
NARROWEST_CARD_PX = 100.0
WIDTHS = (746.0, 980.0, 1409.0)  # to where the shelf begins


@pytest.fixture(scope="module")
def peru() -> Chronology:
    return load_chronology(seeds_dir() / "peru-1992-2023.chronology")


def of_peru(peru: Chronology, grouping: Grouping, language: str) -> LayoutInput:
    columns = build_columns(peru)
    return build_layout_input(peru, columns, build_lanes(peru, grouping), language, by_letters)


def whole(arrangement: Arrangement) -> Arrangement:
    """In a window in which nothing is scrolled out of sight."""
    return replace(arrangement, height=max(arrangement.content_height, 1.0))


def check_all_titled(of: LayoutInput, scene: Scene) -> None:
    assert {mark.event for mark in scene.marks} == told_in(scene)
    assert scene.counts.titled == scene.counts.in_view
    for label in scene.labels:
        assert not label.is_cut or label.width >= SHORTEST_CUT_PX, label
        check_cut_only_where_needed(of, scene, label)
        check_beside_its_mark(scene, label)
    for card in scene.cards:
        assert scene.left <= card.left
        assert card.left + card.width <= scene.right
        assert NARROWEST_CARD_PX <= card.width <= CARD_WIDTH_PX + TOUCH_PX
        assert card.left <= card.anchor_x <= card.left + card.width


def check_cut_only_where_needed(of: LayoutInput, scene: Scene, label: Label) -> None:
    """A title ends with "…" only where the area has room for all of it on neither side of its mark."""
    mark = scene.mark_of(label.event, label.lane)
    assert mark is not None
    room = max(mark.box_left - scene.left, scene.right - mark.box_right) - TITLE_GAP_PX
    whole_px = of.title(label.event, label.font_px, False, 10_000).width
    assert not label.is_cut or whole_px > room, (label, mark)


def check_beside_its_mark(scene: Scene, label: Label) -> None:
    """Nothing of another event stands between a mark and its title."""
    mark = scene.mark_of(label.event, label.lane)
    assert mark is not None
    left = min(label.x, max(mark.box_right, scene.left))
    right = max(label.x + label.width, min(mark.box_left, scene.right))
    for other in scene.marks:
        if other.y == mark.y and other is not mark:
            assert other.box_right <= left or other.box_left >= right, (mark, other)


@pytest.mark.parametrize(
    ("grouping", "language"),
    [(Grouping.SECTOR, "en"), (Grouping.SECTOR, "es"), (Grouping.ACTOR, "en")],
)
def test_every_event_is_titled_at_two_thousand_places(
    peru: Chronology, grouping: Grouping, language: str
) -> None:
    """Panned from where the hand last rested, so that the heights are those of another place."""
    of = of_peru(peru, grouping, language)
    random = np.random.default_rng(17)
    views = random.random((20, 100))
    for number, of_zoom in enumerate(views.tolist()):
        home = TimeScale(of.home, HEADER_PX, WIDTHS[number % len(WIDTHS)])
        scale = home.zoomed(1.02 * 2.0 ** (0.6 * number), 500)
        arrangement = arrange(of, scale, 700, regime=Regime.READING)
        for share in of_zoom:
            day = of.home.start + share * of.home.width
            moved = scale.panned(500 - scale.to_px(day))
            scene = lay_out(whole(arrangement), moved)
            hidden = scene.counts.hidden
            assert {mark.event for mark in scene.marks} == told_in(scene)
            assert scene.counts.titled + hidden == scene.counts.in_view


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("grouping", [Grouping.SECTOR, Grouping.ACTOR])
def test_every_event_is_titled_where_the_hand_rests(
    peru: Chronology, grouping: Grouping, language: str
) -> None:
    of = of_peru(peru, grouping, language)
    random = np.random.default_rng(5)
    for days in (9000, 3000, 1300, 400, 90, 20, 3):
        for share in random.random(12).tolist():
            start = of.home.start + share * of.home.width
            scale = TimeScale(TimeSpan(start, start + days), HEADER_PX, 980.0)
            scene = lay_out(whole(arrange(of, scale, 700, regime=Regime.READING)), scale)
            check_scene(scene)
            check_all_titled(of, scene)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2000), st.integers(40, 300), st.floats(0.1, 9), st.floats(0, 1))
def test_every_made_up_event_is_titled(seed: int, count: int, zoom: float, about: float) -> None:
    of = peru_like(count, seed=seed)
    home = TimeScale(HOME, HEADER_PX, 746.0)
    scale = home.zoomed(2.0**zoom, HEADER_PX + about * home.width_px)
    scene = lay_out(whole(arrange(of, scale, 700, regime=Regime.READING)), scale)
    check_scene(scene)
    check_all_titled(of, scene)


def test_a_neighbour_makes_way_at_the_right_edge() -> None:
    """Two marks of one row, the second at the edge: its title stands before it, and both can be read."""
    day = HOME.start + 4000
    of = layout_input(
        columns_of(
            np.array([day, day + 500]),
            np.array([day + 1, day + 501]),
            np.array([int(Shape.POINT)] * 2),
            np.array([2, 2]),
        ),
        lanes_of(np.zeros(2, dtype=np.int64), 1),
        ("The first of two titles of some length", "The second of the two, just as long"),
    )
    home = TimeScale(HOME, 120.0, 1000.0).zoomed(8.0, 400.0)
    at_edge = home.panned(992.0 - home.to_px(day + 500))
    first, second = lay_out(arrange(of, at_edge, 40.0, regime=Regime.OVERVIEW), at_edge).labels
    assert first.y == second.y
    assert second.x + second.width < 992 < 1000
    assert first.x + first.width < second.x
    assert not first.is_cut  # to its free side
    assert not second.is_cut
    alone = at_edge.panned(140.0 - at_edge.to_px(day))
    right_px = alone.to_px(day + 500) + 8
    narrow = TimeScale(TimeSpan(alone.span.start, alone.to_day(right_px)), 120.0, right_px)
    assert narrow.px_per_day == pytest.approx(alone.px_per_day)
    first, second = lay_out(arrange(of, alone, 40.0, regime=Regime.OVERVIEW), narrow).labels
    assert first.is_cut  # neither has another side
    assert second.is_cut
    assert min(first.width, second.width) >= 80


def test_a_row_that_the_lower_edge_cuts_is_not_drawn() -> None:
    """A mark without its title would say too little."""
    of = peru_like()
    scale = TimeScale(HOME, 120.0, 1000.0).zoomed(5.0, 700.0)
    arrangement = arrange(of, scale, 300.0)
    assert arrangement.content_height > 320
    for scroll_y in range(int(arrangement.content_height) - 300):
        scene = lay_out(arrangement, scale, scroll_y=float(scroll_y))
        told = {(label.event, label.lane) for label in scene.labels}
        assert {(m.event, m.lane) for m in scene.marks if not m.quiet} == told


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 900), st.floats(10, 500)), min_size=1, max_size=5),
    st.floats(-600, 600),
)
def test_cards_of_a_row_keep_to_the_area(gaps: list[tuple[float, float]], pan: float) -> None:
    """Marks as far apart as rows of cards keep them, at any place; those out of view have no card."""
    scale = TimeScale(TimeSpan(0, 100), 120.0, 700.0)
    marks, at = [], 120.0 + pan
    for gap, length in gaps:
        marks.append((at, at + length))
        at = max(at + CARD_WIDTH_PX, at + length + CARD_WIDTH_PX / 2) + 10 + gap
    seen = [mark for mark in marks if mark[1] > 120.5 and mark[0] < 699.5]
    places = card_places(scale, seen)
    assert len(places) == len(seen)
    for (mark_left, mark_right), (left, width) in zip(seen, places, strict=True):
        assert left >= 120 + EDGE_PX - TOUCH_PX
        assert left + width <= 700 - EDGE_PX + TOUCH_PX
        assert left <= max(min(mark_right, 700), 120 + EDGE_PX) + TOUCH_PX
        reach = min(max(mark_left, 120 + EDGE_PX), 700 - EDGE_PX - REACH_PX) + REACH_PX
        assert left + width >= reach - TOUCH_PX
        assert NARROWEST_CARD_PX <= width <= CARD_WIDTH_PX + TOUCH_PX
    for (left, width), (next_left, _) in pairwise(places):
        assert left + width < next_left


@pytest.mark.parametrize("language", ["en", "es"])
def test_cards_show_every_title_in_full(peru: Chronology, language: str) -> None:
    of = of_peru(peru, Grouping.SECTOR, language)
    for event in range(len(peru.events)):
        lines = card_lines(of, event)
        assert " ".join(lines.title).startswith(of.texts.title(event))
        assert len(lines.title) == 1 or lines.summary == ""


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_selected_title_hides_no_other(peru: Chronology, language: str) -> None:
    """While reading the pill stands where the title stood, or in the room that its mark has on the other side."""
    of = of_peru(peru, Grouping.SECTOR, language)
    scale = TimeScale(of.home, HEADER_PX, 980.0).zoomed(6.0, 700.0)
    arrangement = whole(arrange(of, scale, 700))
    plain = lay_out(arrangement, scale)
    assert plain.regime is Regime.READING
    assert plain.labels
    for label in plain.labels:
        scene = lay_out(arrangement, scale, selection=label.event)
        gone = {a.event for a in plain.labels} - {a.event for a in scene.labels}
        assert not gone


def test_nothing_is_left_of_a_selected_event_that_the_filter_leaves_out(peru: Chronology) -> None:
    of = of_peru(peru, Grouping.SECTOR, "en")
    scale = TimeScale(of.home, HEADER_PX, 980.0)
    selection = int(np.flatnonzero(of.columns.is_dated & (of.columns.importance == 3))[5])
    mask = np.ones(len(peru.events), dtype=np.bool_)
    assert lay_out(arrange(of, scale, 700, mask=mask), scale, selection=selection).guide_x
    mask[selection] = False
    scene = lay_out(arrange(of, scale, 700, mask=mask), scale, selection=selection)
    assert scene.guide_x is None
    assert scene.mark_of(selection) is None
    assert all(label.event != selection for label in scene.labels)
