"""A chronology patched after a change is the one that its file would be read as."""

from __future__ import annotations

import json
from dataclasses import fields

import numpy as np
import pytest

from peru_timeline import paths
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.editing.changes import Add, Change, Edited, Replace, SetHead
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.patching import NEW, patched
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.loader import load_chronology, parse_chronology
from peru_timeline.chronology.search import SearchIndex
from peru_timeline.chronology.store.date_columns import DateColumns
from tests.chronology.editing.any_changes import AnyEditor
from tests.chronology.made_up import small


@pytest.mark.parametrize("seed", range(6))
def test_any_changes_and_their_undo_give_what_the_file_says(seed: int) -> None:
    file = FileText.of(json.dumps(small(), ensure_ascii=False, indent=1).encode())
    chronology, editor = parse_chronology(file.content, ""), AnyEditor(seed)
    index, undos = SearchIndex(chronology), []
    for _ in range(60):
        try:
            edited: Edited = editor.change(file).apply(file)
        except RefusedError:
            continue
        undos.append(edited.undo)
        file, chronology, index = _follow(edited, chronology, index)
    assert len(undos) > 10
    for undo in reversed(undos):
        file, chronology, index = _follow(undo.apply(file), chronology, index)
    assert file.content == json.dumps(small(), ensure_ascii=False, indent=1).encode()


def _follow(
    edited: Edited, chronology: Chronology, index: SearchIndex
) -> tuple[FileText, Chronology, SearchIndex]:
    made = patched(chronology, edited.file, edited.splices)
    _assert_same(made.chronology, parse_chronology(edited.file.content, ""))
    found = index.patched(made.chronology, made.origin)
    fresh = SearchIndex(made.chronology)
    for word in ("two", "sí", "north", "strike", "nothing-like-it"):
        assert found.find(word).tolist() == fresh.find(word).tolist()
    return edited.file, made.chronology, found


def _assert_same(one: Chronology, other: Chronology) -> None:
    assert one.model_dump() == other.model_dump()
    mine, theirs = one.event_columns, other.event_columns
    for name in ("ids", "sector", "importance", "status"):
        assert getattr(mine, name).tolist() == getattr(theirs, name).tolist()
    for lists in ("actors", "sources"):
        for own, its in zip(getattr(mine, lists), getattr(theirs, lists), strict=True):
            assert own.tolist() == its.tolist()
    for field in fields(DateColumns):
        np.testing.assert_array_equal(
            getattr(mine.dates, field.name), getattr(theirs.dates, field.name)
        )
    assert sorted(mine.related_pairs) == sorted(theirs.related_pairs)


@pytest.mark.parametrize(
    "change",
    [
        Add("events", {"id": "late", "title": {"en": "Late", "es": "Tarde"}}),
        SetHead("version", "9"),
    ],
)
def test_a_file_without_a_list_of_events_is_read_in_full(change: Change) -> None:
    raw = small()
    del raw["events"]
    file = FileText.of(json.dumps(raw).encode())
    edited = change.apply(file)
    made = patched(parse_chronology(file.content, ""), edited.file, edited.splices)
    _assert_same(made.chronology, parse_chronology(edited.file.content, ""))


def test_only_the_touched_event_of_the_peru_chronology_is_read() -> None:
    path = paths.default_chronology()
    before, file = load_chronology(path), FileText.of(path.read_bytes())
    item = file.item("events", 5)
    edited = Replace("events", item["id"], {**item, "date": "2001-02"}).apply(file)
    made = patched(before, edited.file, edited.splices)
    (touched,) = np.flatnonzero(made.origin == NEW)
    assert made.chronology.events[touched].id == item["id"]
    assert made.chronology.events[touched].date.edtf == "2001-02"
    others = np.flatnonzero(made.origin != NEW)
    ids, before_ids = made.chronology.event_columns.ids, before.event_columns.ids
    assert (ids[others] == before_ids[made.origin[others]]).all()
