"""Items of vis-timeline in JSON, with their groups if the file has any."""

from __future__ import annotations

from typing import Any

from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import BareNumbers, Ways
from peru_timeline.chronology.importing.found import Found, FoundDate, FoundEvent, Progress
from peru_timeline.chronology.importing.parsing import json_tree
from peru_timeline.chronology.importing.parsing.known_dates import found_between
from peru_timeline.chronology.importing.parsing.markup import one_line, plain
from peru_timeline.chronology.importing.parsing.opening import Opened
from peru_timeline.chronology.importing.readers.records import rows_of
from peru_timeline.chronology.importing.sentences import ImportWords


def read(opened: Opened, progress: Progress, encoding: str = "") -> Found:
    """Read items; raises ImportRefusedError."""
    value = json_tree.json_of(opened, encoding)
    names = {
        json_tree.text(group.get("id")): one_line(plain(json_tree.text(group.get("content"))).text)
        for group in json_tree.objects(json_tree.obj(value).get("groups"))
    }
    events = []
    for row, item in enumerate(rows_of(value), 1):
        if row % 1000 == 0:
            progress(row)
        events.append(_event(item, row, names))
    return Found(tuple(events), groups=tuple(filter(None, names.values())))


def _event(item: dict[str, Any], row: int, names: dict[str, str]) -> FoundEvent:
    content, text = (
        plain(json_tree.text(item.get("content"))),
        plain(json_tree.text(item.get("title"))),
    )
    losses = [ImportWords.MARKUP.of()] if content.had_marks or text.had_marks else []
    if item.get("style") or item.get("className"):
        losses.append(ImportWords.COLOUR.of())
    group = json_tree.text(item.get("group"))
    return FoundEvent(
        row=row,
        key=json_tree.text(item.get("id")),
        title=one_line(content.text),
        summary=text.text,
        date=_date(item),
        group=names.get(group, one_line(group)),
        notes=(*content.links, *text.links),
        losses=tuple(losses),
    )


def _date(item: dict[str, Any]) -> FoundDate:
    start, end = item.get("start"), item.get("end")
    if isinstance(start, int | float):  # milliseconds since 1970
        ways = Ways(bare=BareNumbers.MILLISECONDS)
        texts = json_tree.text(start), json_tree.text(end)
        first, last = (understand(text, ways).edtf for text in texts)
        return found_between(first, last, *texts)
    return FoundDate(json_tree.text(start).strip(), json_tree.text(end).strip())
