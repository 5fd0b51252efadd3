"""The story of the Peru chronology: sixteen views that can be presented as they stand."""

from __future__ import annotations

import re

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.query import Facets
from peru_timeline.chronology.review.editorial.story import shown_events, story_remarks
from peru_timeline.chronology.search import SearchIndex
from peru_timeline.chronology.views import ViewsFile, load_views
from peru_timeline.paths import default_chronology, seeds_dir

SHOWS_ALL = {
    "Who gains ground in Peru?": "the question is put to the whole chronology",
    "An answer, and its limits": "all events by source: the answer rests on who tells them",
}


@pytest.fixture(scope="module")
def peru() -> Chronology:
    return load_chronology(default_chronology())


@pytest.fixture(scope="module")
def story(peru: Chronology) -> ViewsFile:
    return load_views(seeds_dir() / "peru-1992-2023.views.json", peru)


@pytest.fixture(scope="module")
def shown(peru: Chronology, story: ViewsFile) -> dict[str, tuple[int, ...]]:
    """The events that each view shows, by its English name."""
    facets = Facets(peru, SearchIndex(peru).find)
    return {view.name["en"]: shown_events(peru, facets, view) for view in story.views}


def test_it_goes_from_a_question_to_an_answer(story: ViewsFile) -> None:
    first, *_, last = story.views
    assert all(name.endswith("?") for name in first.name.values())
    assert "answer" in last.name["en"]
    assert "limits" in last.name["en"]


def test_every_view_shows_six_to_twenty_events(
    peru: Chronology, shown: dict[str, tuple[int, ...]]
) -> None:
    for name, events in shown.items():
        if name in SHOWS_ALL:
            assert len(events) == len(peru.events)
        else:
            assert 6 <= len(events) <= 20, name
    assert set(shown) >= set(SHOWS_ALL)


def test_every_view_has_one_event_to_look_at_among_those_it_shows(
    peru: Chronology, story: ViewsFile, shown: dict[str, tuple[int, ...]]
) -> None:
    chosen = [view.selection for view in story.views]
    assert len(set(chosen)) == len(chosen)
    for view in story.views:
        assert view.selection is not None
        assert peru.event_index[view.selection] in shown[view.name["en"]], view.name["en"]


def test_no_search_misses_what_its_events_are_tied_to(peru: Chronology, story: ViewsFile) -> None:
    assert [str(remark) for remark in story_remarks(peru, story)] == []


def test_captions_are_short_and_write_money_in_one_way(story: ViewsFile) -> None:
    for view in story.views:
        assert view.caption is not None
        english, spanish = view.caption["en"], view.caption["es"]
        assert max(len(english), len(spanish)) <= 280, view.name["en"]
        assert not re.search(r"\$[\d.,]+ ?(?:m|bn|k)\b|dollars", english)
        assert not re.search(r"(?<!US)\$|dólares", spanish)
        assert not re.search(r"\d,\d|\d\d \d{3}\b|\d{5}", spanish)


def test_every_sum_of_a_caption_is_an_amount_of_an_event_it_shows(
    peru: Chronology, story: ViewsFile, shown: dict[str, tuple[int, ...]]
) -> None:
    scale = {"million": 10**6, "billion": 10**9}
    for view in story.views:
        assert view.caption is not None
        amounts = {
            round(amount.value)
            for number in shown[view.name["en"]]
            for amount in peru.events[number].amounts
        }
        for figure, unit in re.findall(r"\$([\d.]+) (million|billion)", view.caption["en"]):
            assert round(float(figure) * scale[unit]) in amounts, (view.name["en"], figure)
