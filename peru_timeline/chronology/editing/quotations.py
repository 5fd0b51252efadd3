"""Quoting a document, as changes: the source that it becomes, a new event from its words, and evidence for an event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from peru_timeline.chronology.documents.said_of_itself import Said, day_of
from peru_timeline.chronology.editing.changes import Add, Change, Replace, Together
from peru_timeline.chronology.editing.event_edits import Edit, event_of, new_event, unused_id
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.text import slug

SOURCE_FIELDS = ("type", "title", "author", "publisher", "issued", "url", "language", "note")


class Cited(NamedTuple):
    """The source of a quotation: its id, and the change that adds it where the chronology has it not yet."""

    id: str
    add: Add | None = None


def new_source(file: FileText, said: Said, document: Mapping[str, Any], note: Any = None) -> Cited:
    """Return a source with what is said of it, and the document (`file`, `sha256`, `words`) that it is."""
    stated: dict[str, Any] = said._asdict() | {
        "type": said.type or "article",
        "author": list(said.author),
        "issued": day_of(said.issued) or said.issued,
        "note": note,
    }
    year = stated["issued"][:4] if stated["issued"][:4].isdigit() else ""
    name = slug(said.publisher or said.title or str(document["file"]))
    item = {
        "id": unused_id(file, "-".join(filter(None, (name, year))) or "source", "sources"),
        **{key: stated[key] for key in SOURCE_FIELDS if stated[key]},
        "document": dict(document),
    }
    return Cited(item["id"], Add("sources", item))


def event_from(file: FileText, cited: Cited, evidence: Mapping[str, Any], title: str) -> Edit:
    """Return the change that makes an event with a quotation, its date not given yet."""
    made = new_event(file, title, "", None, [{"source": cited.id, **evidence}])
    return Edit(_with_source(cited, cast("Add", made.change)), made.id)


def quotation_added(
    file: FileText, cited: Cited, evidence: Mapping[str, Any], event: str
) -> Change:
    """Return the change that adds a quotation to an event; raises RefusedError where there is no such event."""
    item = event_of(file, event)
    said = [*item.get("evidence", []), {"source": cited.id, **evidence}]
    return _with_source(cited, Replace("events", event, {**item, "evidence": said}))


def _with_source(cited: Cited, change: Add | Replace) -> Change:
    return change if cited.add is None else Together((cited.add, change))
