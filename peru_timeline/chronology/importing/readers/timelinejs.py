"""TimelineJS in JSON: version 3, with dates in parts, and version 2, with dates as texts with commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from peru_timeline.chronology.dates.written.sentences import DateWords
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import (
    Found,
    FoundDate,
    FoundEvent,
    Progress,
)
from peru_timeline.chronology.importing.parsing import json_tree
from peru_timeline.chronology.importing.parsing.known_dates import found_between, from_parts, number
from peru_timeline.chronology.importing.parsing.markup import Plain, one_line, plain
from peru_timeline.chronology.importing.parsing.opening import Opened
from peru_timeline.chronology.importing.sentences import ImportWords

ERAS = str(ImportWords.ERAS)


def read(opened: Opened, progress: Progress, encoding: str = "") -> Found:
    """Read TimelineJS 3; raises ImportRefusedError."""
    value = json_tree.obj(json_tree.json_of(opened, encoding))
    head = _texts(json_tree.obj(value.get("title")))
    events: list[FoundEvent] = []
    for item, is_era in _items(value):
        if len(events) % 1000 == 0:
            progress(len(events))
        events.append(_event(item, len(events) + 1, is_era))
    return Found(tuple(events), title=one_line(head[0].text), description=head[1].text)


def _items(value: dict[str, Any]) -> Iterator[tuple[dict[str, Any], bool]]:
    for item in json_tree.objects(value.get("events")):
        yield item, False
    for item in json_tree.objects(value.get("eras")):
        yield item, True


def _texts(item: dict[str, Any]) -> tuple[Plain, Plain]:
    words = json_tree.obj(item.get("text"))
    return plain(json_tree.text(words.get("headline"))), plain(json_tree.text(words.get("text")))


def _event(item: dict[str, Any], row: int, is_era: bool) -> FoundEvent:
    title, text = _texts(item)
    media = json_tree.obj(item.get("media"))
    losses = [ImportWords.MARKUP.of()] if title.had_marks or text.had_marks else []
    if json_tree.obj(item.get("background")):
        losses.append(ImportWords.BACKGROUND.of())
    if item.get("location"):
        losses.append(ImportWords.PLACE.of())
    return FoundEvent(
        row=row,
        key=json_tree.text(item.get("unique_id")),
        title=one_line(title.text),
        summary=text.text,
        date=_date(item),
        group=ERAS if is_era else one_line(plain(json_tree.text(item.get("group"))).text),
        notes=(*_media(media), *(link for link in (*title.links, *text.links))),
        importance="1/3" if is_era else "",
        losses=(*losses, *([ImportWords.AN_ERA.of()] if is_era else [])),
    )


def _media(media: dict[str, Any]) -> Iterator[str]:
    """The caption, credit and address of a picture, film or page."""
    parts = (plain(json_tree.text(media.get(key))).text for key in ("caption", "credit", "url"))
    told = " – ".join(one_line(part) for part in parts if part)
    if told:
        yield told


def _date(item: dict[str, Any]) -> FoundDate:
    start, end = json_tree.obj(item.get("start_date")), json_tree.obj(item.get("end_date"))
    remarks: list[Message] = []
    first, last = _edtf(start, remarks), _edtf(end, remarks)
    found = found_between(first, last, _as_text(start), _as_text(end), tuple(remarks))
    shown = one_line(
        plain(json_tree.text(item.get("display_date") or start.get("display_date"))).text
    )
    if not shown:
        return found
    return FoundDate(found.start, found.end, edtf=found.edtf, shown=shown, remarks=found.remarks)


def _edtf(parts: dict[str, Any], remarks: list[Message]) -> str:
    """Read the parts of a date; empty if one of them is not a number."""
    texts = {key: json_tree.text(parts.get(key)).strip() for key in ("year", "month", "day")}
    numbers = {key: number(text) if text else 0 for key, text in texts.items()}
    year, month, day = numbers["year"], numbers["month"], numbers["day"]
    if not texts["year"] or year is None or month is None or day is None:
        return ""
    if -10_000 < year < 0:  # shown there as so many years BCE, and BCE has no year 0
        remarks.append(ImportWords.BCE_BY_SHOWN.of(-year))
        year += 1
    clock = [
        number(json_tree.text(parts.get(key)) or "0") or 0 for key in ("hour", "minute", "second")
    ]
    time = ":".join(f"{part:02}" for part in clock)
    if not 0 <= month <= 12:
        remarks.append(DateWords.NO_SUCH_DAY.of(_as_text(parts)))
        return from_parts(year)
    return from_parts(year, month, day, time)


def _as_text(parts: dict[str, Any]) -> str:
    texts = [json_tree.text(parts.get(key)).strip() for key in ("year", "month", "day")]
    return "-".join(text for text in texts if text)


# --- version 2 -------------------------------------------------------------------------------

_COMMAS = re.compile(
    r"\s*(-?\d+)(?:,\s*(\d*))?(?:,\s*(\d*))?(?:,\s*(\d*))?(?:,\s*(\d*))?(?:,\s*(\d*))?.*"
)


def read_old(opened: Opened, progress: Progress, encoding: str = "") -> Found:
    """Read TimelineJS 2; raises ImportRefusedError."""
    whole = json_tree.obj(json_tree.obj(json_tree.json_of(opened, encoding)).get("timeline"))
    events: list[FoundEvent] = []
    for items, is_era in ((whole.get("date"), False), (whole.get("era"), True)):
        for item in json_tree.objects(items):
            if len(events) % 1000 == 0:
                progress(len(events))
            events.append(_old_event(item, len(events) + 1, is_era))
    return Found(
        tuple(events),
        title=one_line(plain(json_tree.text(whole.get("headline"))).text),
        description=plain(json_tree.text(whole.get("text"))).text,
    )


def _old_event(item: dict[str, Any], row: int, is_era: bool) -> FoundEvent:
    title = plain(json_tree.text(item.get("headline")))
    text = plain(json_tree.text(item.get("text")))
    asset = json_tree.obj(item.get("asset"))
    media = {
        "url": asset.get("media"),
        "caption": asset.get("caption"),
        "credit": asset.get("credit"),
    }
    start, end = (json_tree.text(item.get(key)).strip() for key in ("startDate", "endDate"))
    losses = [ImportWords.MARKUP.of()] if title.had_marks or text.had_marks else []
    return FoundEvent(
        row=row,
        title=one_line(title.text),
        summary=text.text,
        date=found_between(_old_edtf(start), _old_edtf(end), start, end),
        group=ERAS if is_era else one_line(json_tree.text(item.get("tag"))),
        notes=(*_media(media), *title.links, *text.links),
        importance="1/3" if is_era else "",
        losses=(*losses, *([ImportWords.AN_ERA.of()] if is_era else [])),
    )


def _old_edtf(text: str) -> str:
    match = _COMMAS.fullmatch(text)
    if match is None or "/" in text or "-" in text[1:]:
        return ""
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    return from_parts(
        year + 1 if -10_000 < year < 0 else year, month, day, f"{hour:02}:{minute:02}:{second:02}"
    )
