"""The keys of a file outside its events: set, added and left out, with all other bytes as they were."""

from __future__ import annotations

import json
from typing import Any

from peru_timeline.chronology.editing.file_text import HEAD, NO_ITEMS, FileText, Splice
from peru_timeline.chronology.editing.json_text import Member, indentation_of, rewritten
from peru_timeline.chronology.models import ChronologyFile

ORDER = tuple(ChronologyFile.model_fields)
"""In which chronologies are written."""


def key_splice(file: FileText, key: str, value: Any) -> Splice | None:
    """Set a key of a file, or leave it out for None; return nothing where that changes nothing."""
    members = file.members()
    at, until, inserted = _replacement(file, members, key, value)
    removed = file.content[at:until]
    return (
        None if removed == inserted else Splice(HEAD, at, removed, inserted, 0, NO_ITEMS, NO_ITEMS)
    )


def _replacement(
    file: FileText, members: dict[str, Member], key: str, value: Any
) -> tuple[int, int, bytes]:
    keys, places = list(members), list(members.values())
    lead = file.content[file.content.index(b"{") + 1 : places[0].begin]
    if key in members:
        place = members[key]
        number = keys.index(key)
        if value is not None:
            old = file.content[place.value : place.end]
            new = rewritten(old, value, file.style, indentation_of(lead))
            return place.value, place.end, new
        if number:
            return places[number - 1].end, place.end, b""
        return place.begin, places[1].begin, b""
    if value is None:
        return 0, 0, b""
    earlier = [name for name in ORDER[: ORDER.index(key)] if name in members]
    name = json.dumps(key).encode() + file.style.colon
    written = name + file.style.written(value, indentation_of(lead))
    if earlier:
        last = max(members[name].end for name in earlier)
        return last, last, b"," + lead + written
    return places[0].begin, places[0].begin, written + b"," + lead
