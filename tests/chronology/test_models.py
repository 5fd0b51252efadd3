from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.chronology.models import Status
from peru_timeline.paths import default_chronology
from tests.chronology.made_up import load, small


def as_written(chronology: Chronology) -> Any:
    return chronology.model_dump(mode="json", exclude_unset=True)


def in_order(raw: dict[str, Any], chronology: Chronology) -> dict[str, Any]:
    """The file with its events in the order of the chronology: the one thing loading changes."""
    events = sorted(raw["events"], key=lambda event: chronology.event_index[event["id"]])
    return {**raw, "events": events}


def test_a_chronology_is_written_back_as_it_was_read() -> None:
    chronology = load(small())
    assert as_written(chronology) == in_order(small(), chronology)


def test_the_peru_chronology_is_written_back_as_it_was_read() -> None:
    content = default_chronology().read_bytes()
    chronology = parse_chronology(content, "peru")
    assert as_written(chronology) == in_order(json.loads(content), chronology)


def test_what_was_written_back_loads_to_the_same() -> None:
    chronology = load(small())
    again = load(as_written(chronology))
    assert as_written(again) == as_written(chronology)
    assert again.events[0].date == chronology.events[0].date


def test_everything_is_frozen() -> None:
    chronology = load(small())
    with pytest.raises(ValidationError, match="frozen"):
        chronology.version = "2"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        chronology.events[0].importance = 1  # type: ignore[misc]
    with pytest.raises(TypeError, match="not support item assignment"):
        chronology.title["en"] = "x"  # type: ignore[index]
    with pytest.raises(AttributeError):
        chronology.events[0].date.edtf = "x"  # type: ignore[misc]


def test_lookups() -> None:
    chronology = load(small())
    assert chronology.event_index == {"quay-planned": 0, "quay-built": 1, "strike": 2}
    assert chronology.actor_by_id["south"].short == {"und": "SL"}
    assert chronology.source_by_id["gazette"].publisher == "Gazette"
    assert chronology.sector_by_id["trade"].name["es"] == "Comercio"


def test_the_tree_of_actors() -> None:
    chronology = load(small())
    assert [actor.id for actor in chronology.blocs] == ["north", "south"]
    assert [actor.id for actor in chronology.children_of("north")] == ["port-office"]
    assert chronology.children_of("south") == ()
    assert chronology.ancestors("harbour-master") == ("harbour-master", "port-office", "north")
    assert chronology.bloc_of == {
        "north": "north",
        "port-office": "north",
        "harbour-master": "north",
        "south": "south",
    }


def test_what_may_be_left_out() -> None:
    event = load(small()).events[2]
    assert (event.actors[0].role, event.evidence, event.summary) == (None, (), None)
    raw = small()
    raw["events"] = [{"id": "x", "date": "2001", "title": "x", "sector": "trade"}]
    (bare,) = load(raw).events
    assert (bare.status, bare.importance) == (Status.HAPPENED, 2)


def test_statuses_are_in_the_order_used_everywhere() -> None:
    assert list(Status) == ["happened", "reported", "alleged", "planned", "cancelled"]


def test_sectors_may_be_missing() -> None:
    raw = small()
    del raw["sectors"], raw["events"][0]["sector"], raw["events"][1]["sector"]
    raw["events"][2]["sector"] = None
    chronology = load(raw)
    assert [chronology.sector_name(event, "en") for event in chronology.events] == ["", "", ""]
    everything = np.ones(3, np.bool_)
    assert chronology.facet_index.sectors.count(everything) == {}


def test_an_event_without_sector_is_counted_to_none() -> None:
    raw = small()
    del raw["events"][2]["sector"]
    chronology = load(raw)
    assert chronology.facet_index.sectors.count(np.ones(3, np.bool_)) == {"trade": 1, "politics": 1}
    assert chronology.sector_name(chronology.events[1], "es") == "Comercio"
