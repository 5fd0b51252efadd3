"""The steps of a talk, and the flight between its views."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.views import SavedView, load_views
from peru_timeline.paths import seeds_dir
from peru_timeline.pictures.composition.composition import Measures
from peru_timeline.pictures.composition.flight import between, flown
from peru_timeline.pictures.composition.talk import Step, Talk
from peru_timeline.pictures.sizes import parse_size
from peru_timeline.timeline.axis.time_span import TimeSpan
from tests.pictures.conftest import Opened, by_letters

MEASURES = Measures(by_letters, by_letters)
SIZE = parse_size("16:9")


def talk_of(peru: Opened, views: tuple[SavedView, ...], language: str = "en") -> Talk:
    return Talk(views, peru.chronology, peru.columns, peru.facets, language, MEASURES)


@pytest.fixture(scope="module")
def talk(peru: Opened) -> Talk:
    views = load_views(seeds_dir() / "peru-1992-2023.views.json", peru.chronology).views
    return talk_of(peru, views[2:5])


def test_a_view_opens_at_its_own_event(talk: Talk) -> None:
    step = talk.opening(1)
    assert step.focus is not None
    assert talk.chronology.events[step.focus].id == talk.views[1].selection
    assert talk.composition(step, SIZE).focus == step.focus


def test_forward_takes_every_event_and_then_the_next_view(talk: Talk) -> None:
    events = talk.events(0, SIZE)
    step, seen = Step(0, events[0]), [events[0]]
    while (step := talk.forward(step, SIZE)).view == 0:
        assert step.focus is not None
        seen.append(step.focus)
    assert tuple(seen) == events
    assert step == talk.opening(1)


def test_back_undoes_forward_within_a_view(talk: Talk) -> None:
    first, second = (Step(1, event) for event in talk.events(1, SIZE)[:2])
    assert talk.forward(first, SIZE) == second
    assert talk.back(second, SIZE) == first
    assert talk.back(first, SIZE) == talk.opening(0)


def test_at_the_ends_one_stays(talk: Talk) -> None:
    last = Step(2, talk.events(2, SIZE)[-1])
    assert talk.forward(last, SIZE) == last
    first = Step(0, talk.events(0, SIZE)[0])
    assert talk.back(first, SIZE) == first


@pytest.mark.parametrize(("asked", "view"), [(-3, 0), (0, 0), (1, 1), (99, 2)])
def test_a_jump_beyond_the_ends_goes_to_the_end(talk: Talk, asked: int, view: int) -> None:
    assert talk.near(asked) == talk.opening(view)


def test_nothing_moves_from_one_event_of_a_view_to_the_next(talk: Talk) -> None:
    places = [
        {
            told.event: (told.mark.left, told.mark.y, told.title)
            for told in talk.composition(Step(1, event), SIZE).told
        }
        for event in talk.events(1, SIZE)
    ]
    marks = [{event: place[:2] for event, place in found.items()} for found in places]
    assert all(found == marks[0] for found in marks)


def test_each_step_says_where_it_stands(talk: Talk) -> None:
    events = talk.events(1, SIZE)
    panel = talk.composition(Step(1, events[1]), SIZE).panel
    assert panel is not None
    assert panel.lines[-1].text == f"2 of {len(events)} in this view"
    said = [line.text for line in talk.composition(Step(1, events[1]), SIZE).lines]
    assert "2 / 3" in said


def test_a_view_without_an_event_of_its_own_opens_without_a_panel(peru: Opened) -> None:
    talk = talk_of(peru, (SavedView.model_validate({"name": "All of it"}),), "es")
    step = talk.opening(0)
    assert step == Step(0, None)
    assert talk.composition(step, SIZE).panel is None
    following = talk.forward(step, SIZE)
    assert following.focus == talk.events(0, SIZE)[0]


def test_a_view_whose_event_its_filter_leaves_out_opens_without_it(peru: Opened) -> None:
    first = peru.chronology.events[0].id
    view = {"name": "V", "query": {"text": "chancay"}, "selection": first}
    talk = talk_of(peru, (SavedView.model_validate(view),))
    assert talk.opening(0) == Step(0, None)


def test_a_view_may_name_the_events_that_it_tells(peru: Opened) -> None:
    chosen = [event.id for event in list(peru.chronology.events)[10:200:40]]
    talk = talk_of(peru, (SavedView.model_validate({"name": "V", "events": chosen}),))
    told = talk.events(0, SIZE)
    assert [peru.chronology.events[event].id for event in told] == chosen


def test_a_view_without_events_is_shown_too(peru: Opened) -> None:
    talk = talk_of(peru, (SavedView.model_validate({"name": "V", "query": {"text": "qqqqq"}}),))
    assert talk.composition(talk.opening(0), SIZE).told == ()
    assert talk.forward(talk.opening(0), SIZE) == talk.opening(0)


def test_a_point_on_a_title_or_mark_belongs_to_its_event(talk: Talk) -> None:
    composition = talk.composition(talk.opening(0), SIZE)
    for told in composition.told:
        line = told.title[0]
        assert composition.event_at(line.x + 5, line.middle) == told.event
        middle = (told.mark.left + told.mark.right) / 2
        assert composition.event_at(middle, told.mark.y) == told.event
    assert composition.event_at(1.0, 1.0) is None


def test_a_flight_narrows_by_equal_factors() -> None:
    start, end = TimeSpan(0, 10_000), TimeSpan(4_000, 4_100)
    half = between(start, end, 0.5)
    assert half.width == pytest.approx(1000)
    assert between(start, end, 1) == end
    assert between(start, end, 0).width == pytest.approx(start.width)
    assert start.start <= half.start <= half.end <= start.end


def test_in_flight_marks_keep_their_days(talk: Talk) -> None:
    composition = talk.composition(talk.opening(0), SIZE)
    scale = composition.scale
    wider = scale.span.pad(0.5)
    seen = flown(composition, wider, "en", MEASURES)
    assert {told.event for told in seen.told} == set(composition.events)
    for before, after in zip(composition.told, seen.told, strict=True):
        day = scale.to_day(before.mark.left)
        assert seen.scale.to_px(day) == pytest.approx(after.mark.left)
        assert after.mark.y == before.mark.y
    same = flown(composition, scale.span, "en", MEASURES)
    for before, after in zip(composition.told, same.told, strict=True):
        assert after.mark.right == pytest.approx(before.mark.right)
    assert [line.text for line in same.axis.labels] == [
        line.text for line in composition.axis.labels
    ]


def test_a_view_of_the_whole_opens_with_every_key_event_and_then_tells_a_few(peru: Opened) -> None:
    talk = talk_of(peru, (SavedView(name={"en": "All of it"}),))
    opening = talk.composition(talk.opening(0), SIZE)
    assert opening.focus is None
    assert {int(peru.columns.importance[event]) for event in opening.events} == {3}
    assert len(opening.events) > 20
    step = talk.forward(talk.opening(0), SIZE)
    assert step.focus == talk.events(0, SIZE)[0]
    assert set(talk.composition(step, SIZE).events) == set(talk.events(0, SIZE))
    assert len(talk.events(0, SIZE)) <= 20
