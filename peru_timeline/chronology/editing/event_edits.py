"""What a writer does to an event, field by field, as changes; and an event to begin with.

A text must be in every language of the chronology. Languages that say nothing yet therefore get what is written in
another, and all get the first title of a fresh event; afterwards each is written for itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from peru_timeline.chronology.editing.changes import Add, Change, Replace, Together
from peru_timeline.chronology.editing.fields import Path, with_fields
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.refusals import RefusedError, faults_in_event
from peru_timeline.chronology.faults.fault import Fault
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.text import slug

_FRESH = re.compile(r"new-event(-[0-9]+)?")
"""The id of an event that has no title of its own yet."""


class Edit(NamedTuple):
    """A change of one event, and the id that it has then."""

    change: Change
    id: str


def languages_of(file: FileText) -> tuple[str, ...]:
    """Return the languages that every text of a chronology is in; "und" where its title is in none."""
    title = file.head()["title"]
    return tuple(title) if isinstance(title, dict) else ("und",)


def event_of(file: FileText, name: str) -> dict[str, Any]:
    """Return an event as JSON; raises RefusedError where there is none."""
    item: dict[str, Any] = file.item("events", _place(file, name))
    return item


def with_value(
    item: dict[str, Any], path: Path, value: Any, languages: Sequence[str]
) -> dict[str, Any]:
    """Return an event with another value for a field; None or an empty list leaves it out."""
    if len(path) == 1:
        return with_fields(item, {path: value or None if isinstance(value, list) else value})
    key, tag = path
    said = text_by_language(item, key, languages)
    old = said.get(tag)
    follow = (None,) if value and not _is_fresh(item, key) else (None, old)
    said |= {other: value for other in languages if other == tag or said.get(other) in follow}
    if "und" not in languages:
        said["und"] = None
    return with_fields(item, {(key, each): text for each, text in said.items()})


def text_by_language(
    item: dict[str, Any], key: str, languages: Sequence[str]
) -> dict[str, str | None]:
    """Return a text of an item by language; one in no stated language is the same in all of them."""
    text = item.get(key)
    if isinstance(text, dict) and list(text) != ["und"]:
        return dict(text)
    one = text["und"] if isinstance(text, dict) else text
    return dict.fromkeys(languages, one)


def edit_of(file: FileText, name: str, path: Path, value: Any) -> Edit:
    """Return the change that gives a field of an event another value; raises RefusedError where there is no event.

    A fresh event takes its id from its first title.
    """
    before = event_of(file, name)
    item = with_value(before, path, value, languages_of(file))
    if value and _is_fresh(item, path[0]):
        item["id"] = unused_id(file, slug(value) or name)
    return Edit(Replace("events", name, item), item["id"])


def faults_if(file: FileText, name: str, path: Path, value: Any) -> list[Fault]:
    """Return what would be wrong with an event if a field had this value."""
    item = with_value(event_of(file, name), path, value, languages_of(file))
    return faults_in_event(file, _place(file, name), item)


def new_event(
    file: FileText, title: str, date: str, sector: str | None, evidence: Sequence[Any] = ()
) -> Edit:
    """Return the change that adds an event at the end of the file, with a title to write over."""
    item: dict[str, Any] = {"id": unused_id(file, "new-event")}
    if date:
        item["date"] = date
    item["title"] = dict.fromkeys(languages_of(file), title)
    if list(item["title"]) == ["und"]:
        item["title"] = title
    if sector is not None:
        item["sector"] = sector
    if evidence:
        item["evidence"] = list(evidence)
    return Edit(Add("events", item), item["id"])


def edit_of_several(
    file: FileText, names: Sequence[str], values: Mapping[str, Any], actor: str | None = None
) -> Together:
    """Return the change that gives several events the same sector, status or importance, and one more actor."""
    changes = []
    for name in names:
        item = with_fields(event_of(file, name), {(key,): value for key, value in values.items()})
        roles = item.get("actors", [])
        if actor is not None and all(role["actor"] != actor for role in roles):
            item["actors"] = [*roles, {"actor": actor}]
        changes.append(Replace("events", name, item))
    return Together(tuple(changes))


def unused_id(file: FileText, wanted: str, kind: str = "events") -> str:
    """Return an id that nothing in a list has: the wanted one, or that with a number."""
    taken = set(file.ids(kind))
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _is_fresh(item: dict[str, Any], key: str) -> bool:
    """Whether this is the title of an event that has none of its own yet."""
    return key == "title" and _FRESH.fullmatch(item.get("id", "")) is not None


def _place(file: FileText, name: str) -> int:
    try:
        return file.ids("events").index(name)
    except ValueError:
        raise RefusedError(Sentences.ITEM_IS_GONE.of(name)) from None
