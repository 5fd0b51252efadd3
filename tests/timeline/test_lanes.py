"""Which lanes there are, and which events stand in them."""

from __future__ import annotations

import pytest

from peru_timeline.timeline.lanes import Grouping, LaneChoice, Lanes, build_lanes
from tests.chronology.made_up import load, small, with_events


def members(lanes: Lanes) -> dict[str, list[int]]:
    return {
        lane: lanes.event[lanes.first[i] : lanes.first[i + 1]].tolist()
        for i, lane in enumerate(lanes.ids)
    }


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        # Events by date: 0 quay planned, 1 quay built, 2 strike.
        (Grouping.SECTOR, {"trade": [1, 2], "politics": [0]}),
        (Grouping.ACTOR, {"north": [0, 1], "south": [1, 2]}),
        (Grouping.SOURCE, {"gazette": [1], "almanac": [0], "": [2]}),
        (Grouping.NONE, {"all": [0, 1, 2]}),
    ],
)
def test_lanes_of_a_grouping(grouping: Grouping, expected: dict[str, list[int]]) -> None:
    lanes = build_lanes(load(small()), grouping)
    assert members(lanes) == expected
    assert len(lanes.names) == len(lanes)


def test_an_actor_with_two_roles_stands_there_once() -> None:
    chronology = with_events({"actors": [{"actor": "south"}, {"actor": "south"}]})
    assert members(build_lanes(chronology, Grouping.ACTOR)) == {"south": [0]}


def test_events_without_actors_have_a_lane_too() -> None:
    lanes = build_lanes(with_events({}, {"actors": [{"actor": "north"}]}), Grouping.ACTOR)
    assert members(lanes) == {"north": [1], "": [0]}
    assert lanes.names[-1]["es"] == "Sin actor"


@pytest.mark.parametrize("grouping", Grouping)
def test_no_event_is_lost_in_an_empty_chronology(grouping: Grouping) -> None:
    assert len(build_lanes(with_events(), grouping).event) == 0


def test_events_without_sector_stand_in_a_lane_of_their_own() -> None:
    lanes = build_lanes(with_events({}, {"sector": None}), Grouping.SECTOR)
    assert lanes.ids == ("trade", "politics", "")
    assert lanes.names[-1]["en"] == "No sector"
    assert sorted(zip(lanes.lane.tolist(), lanes.event.tolist(), strict=True)) == [(0, 0), (2, 1)]


def test_without_any_sector_there_is_one_lane_of_all_events() -> None:
    raw = small()
    del raw["sectors"]
    for event in raw["events"]:
        del event["sector"]
    lanes = build_lanes(load(raw), Grouping.SECTOR)
    assert [name["en"] for name in lanes.names] == ["All events"]
    assert lanes.event.tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("unfolded", "expected"),
    [
        ({"north"}, {"north": [0, 1], "port-office": [0, 1], "south": [1, 2]}),
        (
            {"north", "port-office"},
            {"north": [0, 1], "port-office": [0, 1], "harbour-master": [0], "south": [1, 2]},
        ),
        ({"port-office"}, {"north": [0, 1], "south": [1, 2]}),  # not in sight below a folded bloc
        ({"south"}, {"north": [0, 1], "south": [1, 2]}),  # nobody below it
    ],
)
def test_a_bloc_unfolds_to_its_members(unfolded: set[str], expected: dict[str, list[int]]) -> None:
    choice = LaneChoice(unfolded=frozenset(unfolded))
    lanes = build_lanes(load(small()), Grouping.ACTOR, choice)
    assert members(lanes) == expected
    assert list(lanes.ids) == list(expected)
    depths = {"north": 0, "port-office": 1, "harbour-master": 2, "south": 0}
    assert lanes.depths == tuple(depths[id_] for id_ in lanes.ids)
    unfolds = {"north": True, "port-office": True, "harbour-master": False, "south": False}
    assert lanes.unfolds == tuple(unfolds[id_] for id_ in lanes.ids)


def test_only_blocs_that_take_part_have_lanes() -> None:
    lanes = build_lanes(with_events({"actors": [{"actor": "harbour-master"}]}), Grouping.ACTOR)
    assert members(lanes) == {"north": [0]}


def test_the_main_lane_is_that_of_the_first_actor() -> None:
    chronology = with_events(
        {"actors": [{"actor": "south"}, {"actor": "port-office"}]},
        {"actors": [{"actor": "harbour-master"}, {"actor": "south"}]},
        {},
    )
    for unfolded in (frozenset[str](), frozenset({"north", "port-office"})):
        lanes = build_lanes(chronology, Grouping.ACTOR, LaneChoice(unfolded=unfolded))
        main = [None if lane < 0 else lanes.ids[lane] for lane in lanes.main.tolist()]
        assert main == ["south", "north", None]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ((), ("north", "port-office", "south", "")),
        (("south",), ("south", "north", "port-office", "")),
        (("", "south"), ("", "south", "north", "port-office")),
        (("gone", "south", "north"), ("south", "north", "port-office", "")),
    ],
)
def test_lanes_in_the_readers_order(order: tuple[str, ...], expected: tuple[str, ...]) -> None:
    chronology = with_events(
        {"actors": [{"actor": "port-office"}]}, {"actors": [{"actor": "south"}]}, {}
    )
    choice = LaneChoice(unfolded=frozenset({"north"}), order=order)
    lanes = build_lanes(chronology, Grouping.ACTOR, choice)
    assert lanes.ids == expected
    plain = build_lanes(chronology, Grouping.ACTOR, LaneChoice(unfolded=frozenset({"north"})))
    assert members(lanes) == members(plain)


@pytest.mark.parametrize("grouping", [Grouping.SECTOR, Grouping.ACTOR, Grouping.SOURCE])
def test_a_lane_alone(grouping: Grouping) -> None:
    every = build_lanes(load(small()), grouping)
    for lane in every.ids:
        alone = build_lanes(load(small()), grouping, LaneChoice(alone=lane))
        assert members(alone) == {lane: members(every)[lane]}
        assert set(alone.main.tolist()) <= {-1, 0}
    gone = build_lanes(load(small()), grouping, LaneChoice(alone="gone"))
    assert gone.ids == every.ids
