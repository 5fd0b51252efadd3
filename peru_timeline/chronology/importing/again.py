"""Importing a newer version of a file: what is new, changed or gone, and the two versions merged.

Events are matched by id. An id comes from the event's key in the file or, failing that, from its title. What somebody
has added to the chronology since the first import is kept: the file only replaces what it states itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from peru_timeline.chronology.importing.building import not_given


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ids of events by what became of them; `gone` are those that the newer file no longer has."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    gone: tuple[str, ...]


def compare(before: dict[str, Any], after: dict[str, Any]) -> Comparison:
    """Compare two chronologies as JSON; only what the newer one states counts as a change."""
    old, new = _events(before), _events(after)
    shared = [name for name in new if name in old]
    changed = [name for name in shared if _merged(old[name], new[name]) != old[name]]
    return Comparison(
        new=tuple(name for name in new if name not in old),
        changed=tuple(changed),
        same=tuple(name for name in shared if name not in set(changed)),
        gone=tuple(name for name in old if name not in new),
    )


def merge(
    before: dict[str, Any], after: dict[str, Any], *, keep_gone: bool = True
) -> dict[str, Any]:
    """Merge both into the JSON of one chronology, with the order and the head of the earlier one."""
    old, new = _events(before), _events(after)
    events = [
        _merged(event, new[name]) if name in new else event
        for name, event in old.items()
        if name in new or keep_gone
    ]
    events += [event for name, event in new.items() if name not in old]
    merged = {**after, **before, "version": _next_version(str(before.get("version", "")))}
    for kind in ("sectors", "actors", "sources"):
        known = {item["id"]: item for item in before.get(kind, ())}
        merged[kind] = [*known.values(), *(i for i in after.get(kind, ()) if i["id"] not in known)]
    if "span" in after:
        merged["span"] = after["span"]
    kept = {event["id"] for event in events}
    merged["events"] = [_without_lost_ties(event, kept) for event in events]
    return merged


def _events(content: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {event["id"]: event for event in content.get("events", ())}


def _merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Overwrite what the file states; keep a date that somebody has found where the file has none."""
    stated = {key: value for key, value in new.items() if key != "date" or value != not_given()}
    return {**old, **stated}


def _without_lost_ties(event: dict[str, Any], kept: set[str]) -> dict[str, Any]:
    ties = event.get("related")
    if not ties or all(tie["event"] in kept for tie in ties):
        return event
    return {**event, "related": [tie for tie in ties if tie["event"] in kept]}


def _next_version(version: str) -> str:
    match = re.fullmatch(r"(\d{1,6})\.(\d{1,6})(\..*)?", version)
    return f"{match[1]}.{int(match[2]) + 1}.0" if match is not None else version or "1.0.0"
