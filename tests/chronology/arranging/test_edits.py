"""Edits of a picture: pure changes, and what of them is written in a file of views."""

from __future__ import annotations

import json

import pytest

from peru_timeline.chronology.arranging.edits import NO_EDITS, EventEdit, PictureEdits
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.models import Band
from peru_timeline.chronology.views import ViewsFile, parse_views, views_text
from tests.chronology.made_up import load, small

BAND = Band.model_validate({"label": {"en": "Rule of the North"}, "date": "2001/2004~"})
PICTURE = {
    "headline": {"en": "The quay came first"},
    "events": [
        {"event": "quay-built", "shown": False},
        {"event": "strike", "side": "left", "row": 2, "look": "dimmed"},
        {"event": "gone-for-good", "row": 1},
    ],
    "bands": [
        {"label": {"en": "Rule of the North"}, "date": "2001/2004~", "colour": "teal"},
        {"label": {"en": "Election"}, "date": "2004-05-01"},
    ],
    "themes": [{"name": {"en": "Building"}, "events": ["quay-built"]}],
}


def views(picture: object) -> bytes:
    one = {"name": {"en": "Quay"}, "picture": picture}
    file = {"format": "views/1", "chronology": "harbour", "title": {"en": "Mine"}, "views": [one]}
    return json.dumps(file).encode()


def test_deciding_and_taking_back() -> None:
    edits = NO_EDITS.with_event("a", side="left").with_event("a", row=3).with_event("b", shown=True)
    assert edits.of("a") == EventEdit(event="a", side="left", row=3)
    assert edits.of("c") == EventEdit(event="c")
    back = edits.with_event("a", side=None, row=None).with_event("b", shown=None)
    assert back == NO_EDITS


def test_one_event_alone_is_highlighted() -> None:
    edits = NO_EDITS.with_event("b", look="dimmed").highlighting("a").highlighting("c")
    looks = {edit.event: edit.look for edit in edits.events}
    assert looks == {"b": "dimmed", "c": "highlighted"}
    assert [edit.event for edit in edits.highlighting(None).events] == ["b"]


def test_bands_are_added_and_taken_away() -> None:
    other = BAND.model_copy(update={"colour": "red"})
    edits = NO_EDITS.with_band(BAND).with_band(other)
    assert edits.bands == (BAND, other)
    assert edits.without_band(0).bands == (other,)


def test_what_is_kept_with_a_view_is_read_back() -> None:
    file = parse_views(views(PICTURE), "mine", load(small()))
    assert file.views[0].picture == PictureEdits.model_validate(PICTURE)
    again = parse_views(views_text(file).encode(), "mine", load(small()))
    assert again == file
    written = json.loads(views_text(file))["views"][0]["picture"]
    assert written["events"] == PICTURE["events"]
    assert written["bands"][0]["date"] == "2001/2004~"


def test_a_view_without_edits_says_nothing_of_them() -> None:
    file = parse_views(views(None), "mine", load(small()))
    assert "picture" not in views_text(file)


@pytest.mark.parametrize(
    ("picture", "place"),
    [
        ({"bands": [{"label": "A", "date": "2014/2012"}]}, "views[0].picture.bands[0].date"),
        ({"bands": [{"label": "A", "date": "2012", "colour": "pink"}]}, "bands[0].colour"),
        ({"bands": [{"date": "2012"}]}, "bands[0].label"),
        ({"events": [{"event": "quay-built", "row": 0}]}, "events[0].row"),
        ({"events": [{"event": "quay-built", "side": "top"}]}, "events[0].side"),
        ({"events": [{"event": "quay-built", "shown": "no"}]}, "events[0].shown"),
        ({"events": [{"event": "quay-built", "look": "bold"}]}, "events[0].look"),
        ({"heading": "A"}, "picture.heading"),
    ],
)
def test_faults_are_told_with_their_place(picture: object, place: str) -> None:
    with pytest.raises(ChronologyError) as caught:
        parse_views(views(picture), "mine", load(small()))
    assert len(caught.value.faults) == 1
    assert place in str(caught.value.faults[0])


@pytest.mark.parametrize(("name", "found"), [("Quay", True), ("quay", True), ("Quays", False)])
def test_a_view_is_found_by_its_name(name: str, found: bool) -> None:
    file = ViewsFile.model_validate(json.loads(views(PICTURE)))
    assert (file.named(name) is not None) is found
