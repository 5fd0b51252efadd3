"""The curated chronology, at common window sizes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.paths import seeds_dir
from peru_timeline.timeline.arrange import arrange
from peru_timeline.timeline.axis.time_scale import TimeScale
from peru_timeline.timeline.columns import build_columns
from peru_timeline.timeline.frame.cards import card_lines
from peru_timeline.timeline.frame.lay_out import lay_out
from peru_timeline.timeline.lanes import Grouping, build_lanes
from peru_timeline.timeline.layout_input import LayoutInput, build_layout_input
from tests.timeline.checks import check_scene, rows
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


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [980, 1230, 1350])
def test_every_event_of_the_opening_view_is_a_mark(
    peru: Chronology, language: str, width: int
) -> None:
    of = layout_input(peru, language=language)
    scale = TimeScale(of.home, HEADER_PX, width)
    scene = lay_out(arrange(of, scale, LANE_AREA[1]), scale)
    count = len(peru.events)
    assert scene.content_height <= LANE_AREA[1]
    assert {mark.event for mark in scene.marks} == set(range(count))
    assert (scene.counts.in_view, scene.counts.marked) == (count, count)
    assert scene.counts.titled == len({label.event for label in scene.labels}) >= 40
    important = {event for event in range(count) if of.columns.importance[event] == 3}
    titled = {label.event for label in scene.labels}
    assert len(important & titled) >= 0.85 * len(important)
    check_scene(scene)


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
        assert scene.mark_at((mark.box_left + mark.box_right) / 2, mark.y) == mark


def test_the_title_of_every_selected_event_is_shown(peru: Chronology) -> None:
    of = layout_input(peru)
    scale = TimeScale(of.home, HEADER_PX, LANE_AREA[0])
    arrangement = arrange(of, scale, LANE_AREA[1])
    plain = rows(lay_out(arrangement, scale))
    for event in range(len(peru.events)):
        scene = lay_out(arrangement, scale, selection=event)
        assert rows(scene) == plain
        titles = [label for label in scene.labels if label.event == event]
        assert titles or scene.guide_title is not None
        assert scene.counts.titled == len({label.event for label in scene.labels})
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
        assert scene.counts.marked == scene.counts.shown == np.count_nonzero(states)
    filtered_out = [mark for mark in dimmed.marks if mark.emphasis == 0]
    assert filtered_out
    assert not any(states[mark.event] for mark in filtered_out)


@pytest.mark.parametrize("language", ["en", "es"])
def test_cards_show_every_title_in_full(peru: Chronology, language: str) -> None:
    of = layout_input(peru, language=language)
    for event in range(len(peru.events)):
        lines = card_lines(of, event)
        assert " ".join(lines.title).startswith(of.texts.title(event))
        assert len(lines.title) == 1 or lines.summary == ""
