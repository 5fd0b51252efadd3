"""What differs between two versions of a chronology, and both merged."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peru_timeline import paths
from peru_timeline.chronology.editing.comparison import Comparison, compare
from peru_timeline.chronology.editing.comparison_text import as_json, lines_of, summary_of
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.merging import Merged, Side, merge
from peru_timeline.chronology.loader import parse_chronology
from tests.chronology.made_up import small


def file_of(raw: dict[str, Any], indent: int | None = 1) -> FileText:
    content = json.dumps(raw, ensure_ascii=False, indent=indent).encode()
    parse_chronology(content, "made-up.chronology")
    return FileText.of(content)


def compared(raw: dict[str, Any]) -> Comparison:
    return compare(file_of(small()), file_of(raw))


def lines(raw: dict[str, Any]) -> list[str]:
    return list(lines_of(compared(raw)))


def test_the_same_in_other_bytes_is_no_difference() -> None:
    raw = small()
    raw["events"][0]["status"] = "happened"  # what an event means that does not say it
    raw["events"][1]["notes"] = []
    raw["actors"][1]["name"] = {"und": "Port Office"}
    found = compare(file_of(small()), file_of(raw, indent=None))
    assert found.is_empty
    assert summary_of(found) == "no differences"


def test_each_field_is_told_in_both_versions() -> None:
    raw = small()
    raw["events"][1] |= {"date": "2003-06", "importance": 3}
    raw["events"][1]["title"]["es"] = "Se proyecta el muelle"
    raw["events"][0]["actors"][1]["actor"] = "north"
    raw["version"] = "1.3.0"
    raw["sources"][1]["issued"] = "2003"
    assert lines(raw) == [
        "~ chronology “The harbour”",
        "    version: 1.2.0 → 1.3.0",
        "~ source almanac “Almanac”",
        "    issued: nothing → 2003",
        "~ event quay-built “Quay built”",
        '    actors: - {"actor": "south"}',
        '    actors: + {"actor": "north"}',
        "~ event quay-planned “Quay planned”",
        "    date: 2003-05-07 → 2003-06",
        "    title.es: Se planea el muelle → Se proyecta el muelle",
        "    importance: 2 → 3",
    ]
    assert summary_of(compared(raw)) == "the head: changed; sources: 1 changed; events: 2 changed"


def test_new_and_gone_and_another_order() -> None:
    raw = small()
    raw["events"] = [{"id": "flood", "title": "Flood"}, raw["events"][1], raw["events"][0]]
    raw["events"][2]["related"] = []
    raw["sectors"].reverse()
    found = compared(raw)
    assert [change.id for change in found.new] == ["flood"]
    assert [change.id for change in found.gone] == ["strike"]
    assert found.reordered == ("sectors", "events")
    assert as_json(found)["events"] == {
        "new": ["flood"],
        "gone": ["strike"],
        "renamed": {},
        "changed": {
            "quay-built": {
                "related": {
                    "before": [{"event": "quay-planned", "relation": "follows"}],
                    "after": None,
                }
            }
        },
        "reordered": True,
    }


def test_references_to_a_renamed_id_are_no_change() -> None:
    text = json.dumps(small()).replace('"port-office"', '"port-authority"')
    raw = json.loads(text.replace('"quay-planned"', '"quay-announced"'))
    assert lines(raw) == [
        "~ actor port-office “Port Office”: its id is now port-authority",
        "~ event quay-planned “Quay planned”: its id is now quay-announced",
    ]


def merged(
    mine: dict[str, Any], theirs: dict[str, Any], base: bool = True, prefer: Side = "mine"
) -> Merged:
    found = merge(file_of(mine), file_of(theirs), file_of(small()) if base else None, prefer)
    parse_chronology(found.file.content, "merged.chronology")
    return found


def test_what_one_side_changed_is_taken() -> None:
    mine, theirs, both = small(), small(), small()
    for raw in (mine, both):
        raw["events"][1]["date"] = "2003-05"
        raw["events"][2]["title"]["en"] = "Strike"
    for raw in (theirs, both):
        raw["events"][1]["importance"] = 3
        raw["events"][2]["title"]["es"] = "Huelga"
        raw["actors"].append({"id": "east", "name": "Eastland", "kind": "state"})
        raw["events"].insert(1, {"id": "flood", "title": "Flood", "actors": [{"actor": "east"}]})
        raw["description"] = {"en": "A port", "es": "Un puerto"}
        del raw["span"]
    found = merged(mine, theirs)
    assert found.conflicts == ()
    assert json.loads(found.file.content) == both


def test_what_both_changed_is_a_conflict_by_event_and_field() -> None:
    mine, theirs = small(), small()
    mine["events"][1]["date"] = "2003-05"
    theirs["events"][1]["date"] = "2003-06"
    mine["events"][2]["importance"] = 3
    del theirs["events"][2]
    found = merged(mine, theirs)
    assert [(c.id, c.path) for c in found.conflicts] == [
        ("quay-planned", ("date",)),
        ("strike", ()),
    ]
    assert json.loads(found.file.content) == mine
    assert json.loads(merged(mine, theirs, prefer="theirs").file.content) == theirs


@pytest.mark.parametrize("base", [True, False])
def test_nothing_to_merge_keeps_every_byte(base: bool) -> None:
    content = paths.default_chronology().read_bytes()
    file = FileText.of(content)
    assert merge(file, file, file if base else None) == Merged(file, ())


def test_without_a_base_all_is_kept_that_either_side_has() -> None:
    mine, theirs = small(), small()
    del mine["events"][2]
    theirs["events"][0]["related"] = []
    found = merged(mine, theirs, base=False)
    assert found.conflicts == ()
    assert {**json.loads(found.file.content), "events": []} == {**small(), "events": []}
    assert json.loads(found.file.content)["events"] == small()["events"]


def test_untouched_events_keep_their_bytes() -> None:
    content = paths.default_chronology().read_bytes()
    raw = json.loads(content)
    raw["events"][7]["date"] = "2001-02"
    raw["events"].insert(20, {"id": "added", "title": {"en": "Added", "es": "Añadido"}})
    theirs = FileText.of(json.dumps(raw).encode())  # in another style
    found = merge(FileText.of(content), theirs, prefer="theirs")
    wanted = json.dumps(raw, ensure_ascii=False, indent=1) + "\n"
    assert found.file.content.decode() == wanted
