from __future__ import annotations

import json
from pathlib import Path

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.query import Query
from peru_timeline.chronology.views import (
    SavedView,
    ViewsFile,
    load_views,
    parse_views,
    views_text,
    write_views,
)
from peru_timeline.paths import default_chronology, seeds_dir


@pytest.fixture(scope="module")
def peru() -> Chronology:
    return load_chronology(default_chronology())


def made(peru: Chronology, **changes: object) -> bytes:
    view = {"name": {"en": "One", "es": "Uno"}, "span": "2009/2013", **changes}
    raw = {"format": "views/1", "chronology": peru.id, "title": "T", "views": [view]}
    return json.dumps(raw).encode()


def test_the_story_that_comes_along_is_sound(peru: Chronology) -> None:
    story = load_views(seeds_dir() / "peru-1992-2023.views.json", peru)
    assert 12 <= len(story.views) <= 16
    for view in story.views:
        assert {"en", "es"} <= set(view.name)
        assert view.caption is not None
        assert {"en", "es"} <= set(view.caption)


def test_what_is_written_is_read_back(peru: Chronology, tmp_path: Path) -> None:
    view = SavedView(
        name={"en": "A"},
        query=Query(sectors=frozenset({"energy"}), text="oil"),
        grouping="actor",
        even_time=True,
    )
    views = ViewsFile(chronology=peru.id, title={"en": "T"}, views=(view,))
    write_views(tmp_path / "a.views.json", views)
    assert load_views(tmp_path / "a.views.json", peru) == views
    assert '"match"' not in views_text(views)


ONE_FAULT: list[tuple[dict[str, object], str]] = [
    (
        {"query": {"actors": ["chena"]}},
        'views[0].query.actors: there is no actor "chena"; did you mean',
    ),
    ({"id": "No id"}, "views[0].id"),
    ({"query": {"sectors": ["minning"]}}, 'did you mean "mining"'),
    ({"query": {"colour": "red"}}, "views[0].query.colour: unknown key"),
    ({"events": ["nothing-here"]}, "views[0].events[0]: there is no event"),
    ({"selection": "nothing-here"}, "views[0].selection: there is no event"),
    ({"span": "2009/.."}, "needs a beginning and an end"),
    ({"span": "soon"}, "views[0].span"),
    ({"grouping": "colour"}, "views[0].grouping"),
    ({"caption": {"en": ""}}, "views[0].caption"),
    ({"colour": "red"}, "unknown key"),
]


@pytest.mark.parametrize(("changes", "words"), ONE_FAULT)
def test_every_fault_is_told_with_its_place(
    peru: Chronology, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(ChronologyError) as caught:
        parse_views(made(peru, **changes), "a.views.json", peru)
    assert words in str(caught.value)


def test_an_id_stands_once_in_a_file(peru: Chronology) -> None:
    views = [{"id": "same", "name": {"en": name}} for name in ("A", "B")]
    whole = {"format": "views/1", "chronology": peru.id, "title": {"en": "T"}, "views": views}
    with pytest.raises(ChronologyError, match=r"views\[1\].id: .*same.* views\[0\]"):
        parse_views(json.dumps(whole).encode(), "a.views.json", peru)


MANY = 30_000
SOUND: dict[str, object] = {"name": {"en": "A view", "es": "Una vista"}}


@pytest.mark.parametrize(
    ("views", "words", "told"),
    [
        ([5] * 9000, "and 8,900 more of this kind", 100),
        ([SOUND | {"colour": 1, "shape": 2}] * 9000, "and 9,900 more of this kind", 101),
        ([5] * MANY, "views: has 30,000 views; a file may have at most 10,000", 1),
        ([SOUND | {"events": [5] * MANY}], "and 9,900 more of this kind", 101),
        ([SOUND | {"events": [f"e{n}" for n in range(MANY)]}], "and 9,900 more", 101),
        (
            [SOUND | {"query": {"actors": [f"e{n}" for n in range(MANY)]}}],
            "and 9,900 more of this kind",
            101,
        ),
        ([SOUND] * MANY, "views: has 30,000 views; a file may have at most 10,000", 1),
    ],
)
def test_thousands_of_faults_are_told_up_to_a_bound_and_the_rest_is_not_examined(
    peru: Chronology, views: list[object], words: str, told: int
) -> None:
    raw = json.loads(made(peru)) | {"views": views}
    with pytest.raises(ChronologyError) as caught:
        parse_views(json.dumps(raw).encode(), "a.views.json", peru)
    assert words in str(caught.value)
    assert len(caught.value.faults) == told
    is_bounded = told == 101
    assert is_bounded == ("the rest of the file was not examined" in str(caught.value))


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"format": "chronology/1"}', b"\xff\xfe"])
def test_what_is_no_views_file_is_refused(peru: Chronology, content: bytes) -> None:
    with pytest.raises(ChronologyError):
        parse_views(content, "a.views.json", peru)


def test_views_of_another_chronology_are_refused(peru: Chronology) -> None:
    raw = made(peru).replace(peru.id.encode(), b"another")
    with pytest.raises(ChronologyError, match="another"):
        parse_views(raw, "a.views.json", peru)


def test_a_view_of_the_same_name_is_replaced_and_order_can_change() -> None:
    a, b = SavedView(name={"en": "A"}), SavedView(name={"en": "B"})
    views = ViewsFile(chronology="x", title={"en": "T"}).with_view(a).with_view(b)
    assert views.with_view(a.model_copy(update={"grouping": "none"})).views[0].grouping == "none"
    a, b = views.views
    assert views.moved(0, 1).views == (b, a)
    assert views.moved(0, -1).views == (a, b)
    assert views.without(0).views == (b,)


def test_a_view_keeps_its_id_when_it_is_renamed() -> None:
    nameless = SavedView(name={"en": "A"})
    views = ViewsFile(chronology="x", title={"en": "T"}).with_view(nameless)
    (first,) = views.views
    assert first.id == nameless.key == first.key
    moved_on = first.model_copy(update={"name": {"en": "B"}})
    views = views.with_view(moved_on)
    assert [view.name["en"] for view in views.views] == ["B"]
    views = views.with_view(nameless)  # another view with the name that the first one had
    assert [view.name["en"] for view in views.views] == ["B", "A"]
    assert len(set(views.keys)) == 2
    assert views.views[0].id == first.id


def test_a_view_of_an_older_file_is_known_by_its_name() -> None:
    views = ViewsFile(chronology="x", title={"en": "T"}, views=(SavedView(name={"en": "A"}),) * 2)
    assert '"id"' not in views_text(views)
    assert views.keys == (views.views[0].key, f"{views.views[0].key}-2")
    imported = SavedView(id="mine", name={"en": "A"}, grouping="none")
    assert views.with_view(imported).views[0].id == views.views[0].key
