"""Fields of events as changes: what follows what is written, and what would be wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peru_timeline.chronology.editing.event_edits import (
    edit_of,
    event_of,
    faults_if,
    new_event,
    with_value,
)
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.loader import parse_chronology
from tests.chronology.made_up import small

BOTH = ("en", "es")


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        (
            {"title": {"en": "A", "es": "B"}},
            ("title", "en"),
            "C",
            {"title": {"en": "C", "es": "B"}},
        ),
        (
            {"title": {"en": "A", "es": "A"}},
            ("title", "es"),
            "C",
            {"title": {"en": "A", "es": "C"}},
        ),
        # What says nothing yet follows, and all of a fresh event.
        (
            {"id": "new-event-2", "title": {"en": "N", "es": "N"}},
            ("title", "es"),
            "C",
            {"id": "new-event-2", "title": {"en": "C", "es": "C"}},
        ),
        ({}, ("summary", "en"), "C", {"summary": {"en": "C", "es": "C"}}),
        ({"summary": {"en": "C", "es": "C"}}, ("summary", "en"), None, {}),
        # A text in no stated language stands for all of them.
        ({"title": "A"}, ("title", "en"), "C", {"title": {"en": "C", "es": "A"}}),
        ({"date": "2001"}, ("date",), "2002", {"date": "2002"}),
        ({"date": "2001"}, ("date",), None, {}),
        ({"actors": [{"actor": "north"}]}, ("actors",), [], {}),
    ],
)
def test_a_field_with_another_value(
    before: dict[str, Any], path: tuple[str, ...], value: Any, after: dict[str, Any]
) -> None:
    assert with_value(before, path, value, BOTH) == after


def file_of(raw: dict[str, Any]) -> FileText:
    return FileText.of(json.dumps(raw, ensure_ascii=False, indent=1).encode())


def test_a_chronology_in_one_language_without_a_name_keeps_plain_texts() -> None:
    raw = small() | {"title": "Plain"}
    file = file_of({**raw, "events": [{"id": "a", "title": "A"}]})
    edited = edit_of(file, "a", ("title", "und"), "B").change.apply(file).file
    assert event_of(edited, "a") == {"id": "a", "title": "B"}
    made = new_event(file, "New", "2001", None)
    assert event_of(made.change.apply(file).file, made.id)["title"] == "New"


def test_a_new_event_takes_its_id_from_its_first_title() -> None:
    file = file_of(small())
    added = new_event(file, "New event", "2004", "trade")
    file = added.change.apply(file).file
    assert event_of(file, added.id) == {
        "id": "new-event",
        "date": "2004",
        "title": {"en": "New event", "es": "New event"},
        "sector": "trade",
    }
    titled = edit_of(file, added.id, ("title", "en"), "Strike")
    file = titled.change.apply(file).file
    assert titled.id == "strike-2"  # there is a strike already
    assert event_of(file, titled.id)["title"] == {"en": "Strike", "es": "Strike"}
    again = edit_of(file, titled.id, ("title", "es"), "Huelga")
    assert again.id == "strike-2"
    file = again.change.apply(file).file
    assert event_of(file, again.id)["title"] == {"en": "Strike", "es": "Huelga"}
    parse_chronology(file.content, "")


def test_what_would_be_wrong_is_told_with_its_field() -> None:
    file = file_of(small())
    assert faults_if(file, "strike", ("date",), "2001-05") == []
    cases: list[tuple[tuple[str, ...], Any, str]] = [
        (("date",), "soon", "date"),
        (("actors",), [{"actor": "nord"}], "actors[0].actor"),
        (("amounts",), [{"value": "x", "unit": "USD", "of": "a"}], "amounts[0].value"),
        (("related",), [{"event": "strike", "relation": "follows"}], "related[0].event"),
    ]
    for path, value, where in cases:
        assert [fault.location for fault in faults_if(file, "strike", path, value)] == [where]


def test_an_event_that_has_gone_is_told() -> None:
    with pytest.raises(RefusedError):
        edit_of(file_of(small()), "none", ("date",), "2001")
