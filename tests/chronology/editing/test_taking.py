"""What another version says, taken over in part."""

from __future__ import annotations

import json
from typing import Any

from peru_timeline.chronology.editing.comparison import compare
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.taking import (
    Difference,
    change_taking,
    differences_of,
    with_mine,
)
from peru_timeline.chronology.loader import parse_chronology
from tests.chronology.made_up import small


def file_of(raw: dict[str, Any]) -> FileText:
    return FileText.of(json.dumps(raw, ensure_ascii=False, indent=1).encode())


def theirs_of() -> dict[str, Any]:
    """Another date, a new event of a new actor, an event gone, another version."""
    raw = small()
    raw["version"] = "2.0.0"
    raw["actors"].append({"id": "new-actor", "name": "New", "kind": "person"})
    raw["events"][1]["date"] = "2004"
    del raw["events"][2]
    title = {"en": "Added", "es": "Nuevo"}
    raw["events"].append({"id": "added", "title": title, "actors": [{"actor": "new-actor"}]})
    return raw


def differences(base: FileText, theirs: FileText) -> list[Difference]:
    return list(differences_of(compare(base, theirs), base, theirs))


def test_all_differences_taken_over_give_the_other_version() -> None:
    base, theirs = file_of(small()), file_of(theirs_of())
    found = differences(base, theirs)
    assert len(found) == 5
    made = change_taking(base, found).apply(base).file
    assert compare(made, theirs).is_empty
    parse_chronology(made.content, "")


def test_one_difference_alone() -> None:
    base, theirs = file_of(small()), file_of(theirs_of())
    (date,) = [each for each in differences(base, theirs) if each.path == ("date",)]
    made = change_taking(base, [date]).apply(base).file
    raw = small()
    raw["events"][1]["date"] = "2004"
    assert json.loads(made.content) == raw


def test_what_a_third_version_changed_too_is_told() -> None:
    raw = small()
    raw["events"][1]["date"] = "2005"
    raw["version"] = "2.0.0"  # the same as theirs
    mine, base, theirs = file_of(raw), file_of(small()), file_of(theirs_of())
    found = list(with_mine(differences(base, theirs), mine))
    told = {each.path: each.mine for each in found if each.mine is not None}
    assert told == {("date",): "2005"}
    assert ("version",) not in {each.path for each in found}
    made = change_taking(mine, [each for each in found if each.mine is None]).apply(mine).file
    assert made.item("events", 1)["date"] == "2005"
    assert "added" in made.ids("events")
