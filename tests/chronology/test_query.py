from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.models import Event, Status
from peru_timeline.chronology.query import Facets, Query
from peru_timeline.chronology.search import SearchIndex
from tests.chronology.made_up import load, small, with_events

CHRONOLOGY = load(small())
FACETS = Facets(CHRONOLOGY, SearchIndex(CHRONOLOGY).find)


def selected(**query: Any) -> list[str]:
    mask = FACETS.select(Query(**query))
    return [event.id for event, shown in zip(CHRONOLOGY.events, mask, strict=True) if shown]


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ({}, ["quay-planned", "quay-built", "strike"]),
        ({"actors": {"south"}}, ["quay-built", "strike"]),
        ({"actors": {"north"}}, ["quay-planned", "quay-built"]),  # those below it count
        ({"actors": {"port-office"}}, ["quay-planned", "quay-built"]),
        ({"actors": {"harbour-master"}}, ["quay-planned"]),
        ({"actors": {"harbour-master", "south"}}, ["quay-planned", "quay-built", "strike"]),
        ({"actors": {"harbour-master", "south"}, "match": "all"}, []),
        ({"actors": {"north", "south"}, "match": "all"}, ["quay-built"]),
        ({"sectors": {"trade"}}, ["quay-built", "strike"]),
        ({"sectors": {"trade", "politics"}}, ["quay-planned", "quay-built", "strike"]),
        ({"sectors": {"trade"}, "actors": {"north"}}, ["quay-built"]),
        ({"statuses": {Status.PLANNED, Status.REPORTED}}, ["quay-planned", "strike"]),
        ({"sources": {"gazette"}}, ["quay-built"]),
        ({"text": "huelga"}, ["strike"]),
        ({"text": "quay", "sectors": {"politics"}}, ["quay-planned"]),
        ({"text": "   "}, ["quay-planned", "quay-built", "strike"]),
        ({"actors": {"gone-after-reload"}}, []),
    ],
)
def test_what_is_selected(query: dict[str, Any], events: list[str]) -> None:
    assert selected(**query) == events


def test_counts_of_nothing_chosen_are_totals() -> None:
    counts = FACETS.counts(Query())
    assert counts.actors == {"north": 2, "port-office": 2, "harbour-master": 1, "south": 2}
    assert counts.sectors == {"trade": 2, "politics": 1}
    assert counts.statuses[Status.HAPPENED] == 1
    assert counts.sources == {"gazette": 1, "almanac": 1}


def test_an_actor_below_a_chosen_one_counts_as_chosen() -> None:
    counts = FACETS.counts(Query(actors=frozenset({"north"})))
    assert counts.actors == {"north": 2, "port-office": 2, "harbour-master": 1, "south": 1}


def test_the_masks_are_numpys() -> None:
    mask = FACETS.select(Query())
    assert mask.dtype == np.bool_
    assert mask.shape == (3,)


def test_an_empty_chronology() -> None:
    empty = with_events()
    facets = Facets(empty, SearchIndex(empty).find)
    assert facets.select(Query(actors=frozenset({"south"}), text="x")).tolist() == []
    assert set(facets.counts(Query()).actors.values()) == {0}


def test_only_a_query_that_asks_for_something_is_not_empty() -> None:
    assert not Query(statuses=frozenset({Status.PLANNED})).is_empty
    assert Query(text="  ", match="all").is_empty


# --- against the plain way of saying it ------------------------------------------------------

ACTORS = ["north", "port-office", "harbour-master", "south"]
events = st.lists(
    st.fixed_dictionaries(
        {
            "sector": st.sampled_from(["trade", "politics"]),
            "status": st.sampled_from([status.value for status in Status]),
            "actors": st.lists(st.sampled_from(ACTORS), unique=True, max_size=3).map(
                lambda ids: [{"actor": id_} for id_ in ids]
            ),
            "evidence": st.lists(st.sampled_from(["gazette", "almanac"]), max_size=2).map(
                lambda ids: [{"source": id_, "quote": "one two three four five"} for id_ in ids]
            ),
        }
    ),
    max_size=8,
)
queries = st.builds(
    Query,
    actors=st.frozensets(st.sampled_from(ACTORS), max_size=3),
    match=st.sampled_from(["any", "all"]),
    sectors=st.frozensets(st.sampled_from(["trade", "politics"])),
    statuses=st.frozensets(st.sampled_from(Status), max_size=3),
    sources=st.frozensets(st.sampled_from(["gazette", "almanac"])),
)


def answers(event: Event, query: Query, chronology: Chronology) -> bool:
    actors = {above for role in event.actors for above in chronology.ancestors(role.actor)}
    enough = any if query.match == "any" else all
    return (
        (not query.actors or enough(actor in actors for actor in query.actors))
        and (not query.sectors or event.sector in query.sectors)
        and (not query.statuses or event.status in query.statuses)
        and (not query.sources or any(e.source in query.sources for e in event.evidence))
    )


@given(events, queries)
def test_selecting_is_answering_event_by_event(raw: list[dict[str, Any]], query: Query) -> None:
    chronology = with_events(*raw)
    facets = Facets(chronology, SearchIndex(chronology).find)
    expected = [answers(event, query, chronology) for event in chronology.events]
    assert facets.select(query).tolist() == expected


@settings(max_examples=50)
@given(events, queries)
def test_a_count_is_what_a_click_would_show(raw: list[dict[str, Any]], query: Query) -> None:
    """Of a value not chosen: the events a click adds, or shows where it begins or narrows."""
    chronology = with_events(*raw)
    facets = Facets(chronology, SearchIndex(chronology).find)
    counts = facets.counts(query)
    now = int(facets.select(query).sum())
    values = [
        *product(["actors"], ACTORS),
        *product(["sectors"], ["trade", "politics"]),
        *product(["statuses"], Status),
        *product(["sources"], ["gazette", "almanac"]),
    ]
    for facet, value in values:
        chosen = getattr(query, facet)
        covered = facet == "actors" and not chosen.isdisjoint(chronology.ancestors(value))
        if value in chosen or covered:
            continue
        clicked = replace(query, **{facet: chosen | {value}})
        after = int(facets.select(clicked).sum())
        narrows = facet == "actors" and query.match == "all"
        expected = after if narrows or not chosen else after - now
        assert getattr(counts, facet)[value] == expected, (facet, value)
