"""Changes as values: their bytes, their inverses, and what they refuse."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peru_timeline import paths
from peru_timeline.chronology.editing.changes import (
    Add,
    Change,
    Edited,
    Remove,
    Reorder,
    Replace,
    SetHead,
    Together,
    Undo,
)
from peru_timeline.chronology.editing.comparison import compare
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.loader import parse_chronology
from tests.chronology.editing.any_changes import AnyEditor
from tests.chronology.made_up import small

FLOOD = {"id": "flood", "date": "2007", "title": {"en": "Flood", "es": "Inundación"}}


def file_of(raw: dict[str, Any], indent: int | None = 1) -> FileText:
    return FileText.of(json.dumps(raw, ensure_ascii=False, indent=indent).encode())


def changed(change: Change, raw: dict[str, Any] | None = None) -> dict[str, Any]:
    """Apply a change, hold that it can be undone, and return the file as JSON."""
    file = file_of(raw or small())
    edited = change.apply(file)
    parse_chronology(edited.file.content, "changed.chronology")
    assert_the_places_are_right(edited.file)
    assert edited.undo.apply(edited.file).file.content == file.content
    made: dict[str, Any] = json.loads(edited.file.content)
    return made


def assert_the_places_are_right(file: FileText) -> None:
    fresh = FileText.of(file.content)
    assert file.lists.keys() == fresh.lists.keys()
    for kind, place in fresh.lists.items():
        kept = file.lists[kind]
        assert (kept.begin, kept.end, kept.items.ids) == (place.begin, place.end, place.items.ids)
        assert kept.items.begin.tolist() == place.items.begin.tolist()
        assert kept.items.end.tolist() == place.items.end.tolist()


def test_add_at_a_position_and_at_the_end() -> None:
    raw = small()
    raw["events"].insert(1, FLOOD)
    assert changed(Add("events", FLOOD, 1)) == raw
    assert changed(Add("events", FLOOD))["events"][-1] == FLOOD


def test_add_to_a_list_that_is_empty_or_not_there() -> None:
    raw = small()
    raw["events"] = []
    assert changed(Add("events", FLOOD), raw)["events"] == [FLOOD]
    bare = {key: raw[key] for key in ("format", "id", "version", "title")}
    made = changed(Add("sectors", small()["sectors"][0]), bare)
    assert made == {**bare, "sectors": small()["sectors"][:1]}


def test_replace_remove_reorder_and_the_head() -> None:
    raw = small()
    raw["events"][1]["date"] = "2003-05"
    assert changed(Replace("events", "quay-planned", raw["events"][1])) == raw
    raw = small()
    del raw["events"][2]
    assert changed(Remove("events", "strike")) == raw
    raw = small()
    raw["sectors"].reverse()
    assert changed(Reorder("sectors", "trade", 1)) == raw
    assert changed(SetHead("span", None)) == {k: v for k, v in small().items() if k != "span"}
    described = {"en": "A port", "es": "Un puerto"}
    assert changed(SetHead("description", described)) == {**small(), "description": described}


@pytest.mark.parametrize(
    ("kind", "old"),
    [
        ("events", "quay-planned"),
        ("actors", "port-office"),
        ("actors", "south"),
        ("sources", "gazette"),
        ("sectors", "trade"),
    ],
)
def test_references_follow_a_renamed_id(kind: str, old: str) -> None:
    item = next(item for item in small()[kind] if item["id"] == old)
    made = changed(Replace(kind, old, {**item, "id": "a-new-id"}))
    assert made == json.loads(json.dumps(small()).replace(f'"{old}"', '"a-new-id"'))


def test_references_are_found_where_ids_are_written_with_escapes() -> None:
    text = json.dumps(small()).replace('{"actor": "south"}', '{"actor": "s\\u006futh"}')
    file = FileText.of(text.encode())
    renamed = Replace("actors", "south", {**small()["actors"][3], "id": "east"}).apply(file).file
    wanted = json.dumps(small()).replace('"south"', '"east"')
    assert json.loads(renamed.content) == json.loads(wanted)


def test_together_is_one_step_or_none() -> None:
    east = {"id": "east", "name": "Eastland", "kind": "state"}
    event = {**FLOOD, "actors": [{"actor": "east"}]}
    made = changed(Together((Add("actors", east), Add("events", event))))
    assert (made["actors"][-1], made["events"][-1]) == (east, event)
    with pytest.raises(RefusedError):
        Together((Add("actors", east), Add("events", {**event, "date": "soon"}))).apply(
            file_of(small())
        )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            Add("events", {**FLOOD, "id": "strike"}),
            "the id strike is already in use; choose another",
        ),
        (Add("events", {"title": "x"}), "an id is missing"),
        (Add("events", {**FLOOD, "date": "soon"}), "date: “soon” is not a date"),
        (
            Add("events", {**FLOOD, "sector": "trad"}),
            'sector: there is no sector "trad"; did you mean',
        ),
        (Add("events", {**FLOOD, "title": {"en": "Flood"}}), 'title: has no text in "es"'),
        (Add("actors", {"id": "x", "name": "X", "kind": "state", "part_of": "y"}), 'no actor "y"'),
        (Replace("events", "none", FLOOD), "none is no longer in the file"),
        (
            Remove("events", "quay-planned"),
            "the event quay-planned cannot be removed: quay-built is tied",
        ),
        (Remove("actors", "north"), "the actor north cannot be removed: port-office names it"),
        (Remove("sources", "gazette"), "the source gazette cannot be removed: quay-built names it"),
        (Remove("sectors", "trade"), "the sector trade cannot be removed: quay-built is in it"),
        (SetHead("version", None), "version: is missing"),
        (SetHead("title", {"en": "A", "es": "B", "qu": "C"}), 'has no text in "qu"'),
        (
            Replace(
                "actors",
                "north",
                {"id": "north", "name": "N", "kind": "state", "part_of": "port-office"},
            ),
            "is part of itself",
        ),
    ],
)
def test_what_would_break_the_file_is_refused_with_its_reason(change: Change, why: str) -> None:
    with pytest.raises(RefusedError) as caught:
        change.apply(file_of(small()))
    assert why in str(caught.value)


def test_one_date_corrected_changes_one_line_of_the_peru_chronology() -> None:
    content = paths.default_chronology().read_bytes()
    file = FileText.of(content)
    name = file.ids("events")[7]
    edited = Replace("events", name, {**file.item("events", 7), "date": "2001-02"}).apply(file)
    before, after = content.splitlines(), edited.file.content.splitlines()
    assert len(before) == len(after)
    assert [line for line, old in zip(after, before, strict=True) if line != old] == [
        b'   "date": "2001-02",'
    ]
    assert [change.id for change in compare(file, edited.file).changed] == [name]


@pytest.mark.parametrize("indent", [None, 1, 4])
@pytest.mark.parametrize("seed", range(8))
def test_any_changes_keep_the_file_sound_and_can_be_undone(seed: int, indent: int | None) -> None:
    file = file_of(small(), indent)
    editor = AnyEditor(seed)
    states, undos, refused = [file.content], [], 0
    for _ in range(150):
        try:
            edited: Edited = editor.change(file).apply(file)
        except RefusedError:
            refused += 1
            continue
        file = edited.file
        parse_chronology(file.content, "edited.chronology")
        states.append(file.content)
        undos.append(edited.undo)
    assert_the_places_are_right(file)
    assert min(refused, len(undos)) > 20
    redos: list[Undo] = []
    for undo, content in zip(reversed(undos), reversed(states[:-1]), strict=True):
        edited = undo.apply(file)
        file = edited.file
        redos.append(edited.undo)
        assert file.content == content
    assert_the_places_are_right(file)
    for redo, content in zip(reversed(redos), states[1:], strict=True):
        file = redo.apply(file).file
        assert file.content == content
