"""Editorial remarks: each fault is found, and what an editor did to mend it is accepted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.review.editorial.checks import editorial_remarks
from peru_timeline.chronology.review.editorial.story import largest_group
from peru_timeline.chronology.views import SavedView, ViewsFile, write_views
from tests.chronology.made_up import with_events

NOWHERE = Path("no-folder") / "made-up.chronology"
QUOTE = "the quay was finished in the summer"


def problems(chronology: Chronology, path: Path = NOWHERE) -> list[str]:
    return [f"{remark.place}: {remark.problem}" for remark in editorial_remarks(chronology, path)]


def told(english: str, spanish: str = "") -> dict[str, str]:
    return {"en": english, "es": spanish or "Según Doe, así fue."}


def quoting(quote: str = QUOTE) -> list[dict[str, str]]:
    return [{"source": "gazette", "quote": quote}]


def tied(relation: str, whole: str, part: str, **more: Any) -> Chronology:
    """Two events: event-1 is tied to event-0."""
    ties = [{"event": "event-0", "relation": relation}]
    return with_events({"date": whole}, {"date": part, "related": ties, **more})


# --- dates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("2022-02", "[..2022-08-03]"),  # may lie long before the whole
        ("2023-06", "2023-06/2023-08"),
        ("[..2023-05-26]", "[..2023-06]"),
        ("2005", "2005/.."),
    ],
)
def test_a_part_that_may_lie_outside_its_whole(whole: str, part: str) -> None:
    assert problems(tied("part_of", whole, part)) == [
        f"events[event-1].date: {part} may lie outside event-0 ({whole}), of which it is part"
    ]


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("2022", "2022-02"),
        ("/2022-08", "[..2022-08-03]"),
        ("2011/..", "2016/.."),
        ("2022/2023", "/2022-08"),  # begun nobody knows when: no date could say more
        ("2002~/2022", "2001-12"),
        ("2022", "XXXX"),
    ],
)
def test_a_part_within_its_whole(whole: str, part: str) -> None:
    assert problems(tied("part_of", whole, part)) == []


@pytest.mark.parametrize("relation", ["follows", "reverses", "responds_to"])
def test_what_comes_after_cannot_begin_before(relation: str) -> None:
    assert problems(tied(relation, "2011/..", "[..2022-08-03]")) == [
        "events[event-1].date: [..2022-08-03] may begin before event-0 (2011/..), which it comes after"
    ]
    assert problems(tied(relation, "2011/..", "[2011..2022-08-03]")) == []
    assert problems(tied(relation, "2011~", "2010")) == []
    assert problems(tied(relation, "2011", "/2022-08")) == []
    assert problems(tied(relation, "2011", "XXXX")) == []
    assert problems(tied("same_matter", "2011", "2010")) == []


def test_a_note_may_explain_the_order_of_the_texts() -> None:
    note = {"kind": "conflict", "text": told("Doe has it both ways.")}
    assert problems(tied("part_of", "2022-02", "2021", notes=[note])) == []
    note["kind"] = "context"
    assert len(problems(tied("part_of", "2022-02", "2021", notes=[note]))) == 1


@pytest.mark.parametrize("date", ["[2010-01-01..2012-05-27]", "2009-10-01", "2009/2010-02-28"])
def test_the_first_or_last_of_a_month_needs_a_day_in_the_evidence(date: str) -> None:
    [problem] = problems(with_events({"date": date, "evidence": quoting()}))
    assert "stands neither in the evidence nor in the date note" in problem


def test_a_day_that_is_told_is_no_invention() -> None:
    june = "entry between June 1 and August 29 was allowed"
    assert problems(with_events({"date": "2023-06-01/2023-08-29", "evidence": quoting(june)})) == []
    week = told("From Monday 1 to Sunday 7 October.", "Del lunes 1 al domingo 7 de octubre.")
    noted = {"date": "[2012-10-01..2012-10-07]", "date_note": week}
    assert problems(with_events(noted)) == []
    assert problems(with_events({"date": "2012-05-27", "evidence": quoting()})) == []


@pytest.mark.parametrize(
    ("date", "quote"),
    [
        ("2010-05-01", "on the first of May the quay was opened"),
        ("2010-05-01", "el primero de mayo se abrió el muelle"),
        ("2010-12-31", "on New Year’s Eve the quay was opened"),
        ("2010-05-01", "on May 1st the quay was opened"),
    ],
)
def test_a_day_may_be_told_in_words(date: str, quote: str) -> None:
    assert problems(with_events({"date": date, "evidence": quoting(quote)})) == []


def test_an_event_without_evidence_has_no_day_to_compare() -> None:
    assert problems(with_events({"date": "2010-01-01"})) == []


def test_a_day_before_our_era_keeps_its_sign() -> None:
    [remark] = editorial_remarks(
        with_events({"date": "-0044-03-31", "evidence": quoting()}), NOWHERE
    )
    assert remark.problem.startswith("the day -0044-03-31 ")
    assert remark.remedy.startswith("write -0044-03 or -0044,")


# --- evidence --------------------------------------------------------------------------------


def test_the_same_quotation_twice() -> None:
    chronology = with_events({"evidence": quoting()}, {"evidence": quoting()})
    assert problems(chronology) == [
        "events[event-1].evidence[0].quote: the same quotation stands in event-0"
    ]
    assert problems(with_events({"evidence": quoting()}, {"evidence": quoting("x" + QUOTE)})) == []


# --- the story -------------------------------------------------------------------------------


def with_story(folder: Path, chronology: Chronology, **view: Any) -> list[str]:
    path = folder / "made-up.chronology"
    views = (SavedView(name={"en": "One"}, **view),)
    story = ViewsFile(chronology=chronology.id, title={"en": "T"}, views=views)
    write_views(folder / "made-up.views.json", story)
    return problems(chronology, path)


def quay(*titles: str, **ties: list[int]) -> Chronology:
    """Events of these titles; ties by relation, as the numbers of two events each."""
    events: list[dict[str, Any]] = [{"title": title, "related": []} for title in titles]
    for relation, (one, other) in ties.items():
        events[one]["related"].append({"event": f"event-{other}", "relation": relation})
    return with_events(*events)


def test_a_search_that_misses_what_follows(tmp_path: Path) -> None:
    chronology = quay("Quay planned", "First berths", "Quay sold", follows=[1, 0], reverses=[2, 0])
    assert with_story(tmp_path, chronology, query={"text": "quay"}) == [
        "views[0].query.text: “quay” does not find event-1, which is tied to event-0"
    ]
    assert with_story(tmp_path, chronology, query={"sectors": ["trade"]}) == []
    assert with_story(tmp_path, chronology, query={"text": "quay"}, span="1999/2001") == []


def test_other_ties_only_point_elsewhere(tmp_path: Path) -> None:
    chronology = quay("Quay planned", "First berths", "Quay sold", causes=[1, 0], reverses=[2, 0])
    assert with_story(tmp_path, chronology, query={"text": "quay"}) == []


def test_a_search_for_what_is_alike_follows_no_matter(tmp_path: Path) -> None:
    chronology = quay("Quay planned", "First berths", "A quay elsewhere", follows=[1, 0])
    assert with_story(tmp_path, chronology, query={"text": "quay"}) == []


def test_faults_of_the_story_are_remarks(tmp_path: Path) -> None:
    chronology = quay("Quay planned")
    [problem] = with_story(tmp_path, chronology, selection="nothing")
    assert problem.startswith("made-up.views.json: views[0].selection")


def test_the_largest_group() -> None:
    ties = [{1}, {0, 2}, {1}, {4}, {3}, set[int]()]
    assert largest_group([0, 1, 2, 3, 4, 5], ties) == {0, 1, 2}
    assert largest_group([0, 2, 3, 4], ties) == {3, 4}
    assert largest_group([], ties) == frozenset()
