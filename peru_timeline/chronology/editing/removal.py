"""Removing an event with everything that names it."""

from __future__ import annotations

from peru_timeline.chronology.editing.changes import Change, Remove, Replace, Together
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.references import items_that_name


def removal_of_event(file: FileText, name: str) -> Change:
    """Return the change that removes an event, and the ties of other events to it."""
    changes: list[Replace | Remove] = []
    for place in items_that_name(file, "events", name).get("events", ()):
        item = file.item("events", place)
        if item["id"] == name:
            continue
        ties = [tie for tie in item["related"] if tie["event"] != name]
        without = {key: value for key, value in item.items() if key != "related"}
        changes.append(
            Replace("events", item["id"], {**without, "related": ties} if ties else without)
        )
    return Together((*changes, Remove("events", name)))
