"""Timelines of SIMILE, in XML and JSON; start and latestStart bound an uncertain beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import (
    Found,
    FoundDate,
    FoundEvent,
    Progress,
)
from peru_timeline.chronology.importing.parsing import json_tree
from peru_timeline.chronology.importing.parsing.markup import is_url, one_line, plain
from peru_timeline.chronology.importing.parsing.opening import Opened
from peru_timeline.chronology.importing.parsing.xml_stream import elements
from peru_timeline.chronology.importing.sentences import ImportWords

_INDENTED = re.compile(r"\s*\n\s*")
_COLOURS = ("color", "textColor")


def read_xml(opened: Opened, progress: Progress, encoding: str = "") -> Found:  # noqa: ARG001 (XML states its own)
    """Read the XML; raises ImportRefusedError."""
    items = (
        (element.attributes | {"description": element.text})
        for element in elements(opened.content, ("event",))
    )
    return Found(tuple(_events(items, progress)))


def read_json(opened: Opened, progress: Progress, encoding: str = "") -> Found:
    """Read the JSON; raises ImportRefusedError."""
    value = json_tree.obj(json_tree.json_of(opened, encoding))
    items = (
        {key: json_tree.text(value) for key, value in item.items()}
        for item in json_tree.objects(value.get("events"))
    )
    return Found(tuple(_events(items, progress)))


def _events(items: Iterator[dict[str, str]], progress: Progress) -> Iterator[FoundEvent]:
    for row, item in enumerate(items, 1):
        if row % 1000 == 0:
            progress(row)
        yield _event(item, row)


def _event(item: Mapping[str, str], row: int) -> FoundEvent:
    title = plain(item.get("title") or item.get("caption", ""))
    text = plain(
        _INDENTED.sub(" ", item.get("description", ""))
    )  # it is HTML, so line breaks mean nothing
    link, image = item.get("link", "").strip(), item.get("image", "").strip()
    losses: list[Message] = [ImportWords.MARKUP.of()] if text.had_marks or title.had_marks else []
    if any(item.get(name) for name in _COLOURS):
        losses.append(ImportWords.COLOUR.of())
    if item.get("icon"):
        losses.append(ImportWords.ICON.of())
    addresses = [address for address in (link, image) if address]
    losses += [ImportWords.BAD_LINK.of(each[:200]) for each in addresses if not is_url(each)]
    return FoundEvent(
        row=row,
        key=item.get("id", "") or item.get("eventID", ""),
        title=one_line(title.text),
        summary=text.text,
        date=FoundDate(
            item.get("start", "").strip(),
            item.get("end", "").strip(),
            latest_start=item.get("latestStart", "").strip(),
            earliest_end=item.get("earliestEnd", "").strip(),
        ),
        group=one_line(item.get("classname", "")),
        notes=(*(address for address in addresses if is_url(address)), *text.links),
        losses=tuple(losses),
    )
