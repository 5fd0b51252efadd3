"""Timelines of The Timeline Project (.timeline), XML of all versions from 0.1 to 2.11."""

from __future__ import annotations

import re

from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import (
    Found,
    FoundDate,
    FoundEvent,
    ImportRefusedError,
    Progress,
)
from peru_timeline.chronology.importing.parsing.known_dates import (
    from_stamp,
    is_date,
    on_lost_times,
)
from peru_timeline.chronology.importing.parsing.markup import is_url, one_line, plain
from peru_timeline.chronology.importing.parsing.opening import Opened
from peru_timeline.chronology.importing.parsing.xml_stream import Element, elements
from peru_timeline.chronology.importing.sentences import ImportWords

_ELEMENTS = ("version", "timetype", "category", "event", "era")
_GREGORIAN = ("", "gregoriantime", "pythondatetime", "wxdatetime", "gregorian")
_NUMBERS = ("numtime", "numerictime")
_IN_CONTAINER = re.compile(r"\s*(?:\((\d+)\)|\[(\d+)\])\s*")
_GREY = ("", "255,255,255")


def read(opened: Opened, progress: Progress, encoding: str = "") -> Found:  # noqa: ARG001 (XML states its own)
    """Read a timeline; raises ImportRefusedError, also for one with numbers instead of dates."""
    events: list[FoundEvent] = []
    groups: list[str] = []
    has_colours = False
    containers: dict[str, str] = {}
    for element in elements(opened.content, _ELEMENTS, without=("icon",)):
        if element.name == "timetype":
            _refuse_other_times(element.text.strip())
        elif element.name == "category":
            groups.append(one_line(element.child("name")))
            has_colours = has_colours or element.child("color").strip() not in _GREY
        elif element.name in ("event", "era"):
            if len(events) % 1000 == 0:
                progress(len(events))
            events.append(_event(element, len(events) + 1, containers))
    losses = (ImportWords.COLOURS.of(),) if has_colours else ()
    return Found(tuple(events), groups=tuple(dict.fromkeys(groups)), losses=losses)


def _refuse_other_times(kind: str) -> None:
    if kind.lower() in _NUMBERS:
        raise ImportRefusedError(ImportWords.NUMBER_TIME.of())
    if kind.lower() not in _GREGORIAN:
        raise ImportRefusedError(ImportWords.OTHER_CALENDAR.of(one_line(kind)[:40]))


def _event(element: Element, row: int, containers: dict[str, str]) -> FoundEvent:
    """Read an event; for a container, also its number, by which its events refer to it."""
    is_era = element.name == "era"
    text = element.child("name" if is_era else "text")
    inside, container, title = _title(text)
    key = element.child("id").strip()
    if container:
        containers[container] = key = f"container-{container}"
    part_of = containers.get(inside, "")
    description = plain(element.child("description"))
    links = [link.strip() for link in element.named("hyperlink") for link in link.split(";")]
    return FoundEvent(
        row=row,
        key=key if container or part_of or key else "",
        title=one_line(title),
        summary=description.text,
        date=_date(element),
        group=str(ImportWords.ERAS) if is_era else one_line(element.child("category")),
        tags=tuple(filter(None, (one_line(label) for label in element.child("labels").split(",")))),
        notes=tuple(link for link in links if is_url(link)),
        importance="1/3"
        if is_era
        else "3/3"
        if element.child("milestone").strip() == "True"
        else "",
        part_of=(part_of,) if part_of else (),
        losses=tuple(_losses(element, links, is_era)),
    )


def _title(text: str) -> tuple[str, str, str]:
    """Remove `(3)`, the mark of an event in container 3, or `[3]`, that of the container itself, from a title."""
    match = _IN_CONTAINER.match(text)
    if match is None:
        return "", "", text
    return match[1] or "", match[2] or "", text[match.end() :]


def _date(element: Element) -> FoundDate:
    texts = element.child("start").strip(), element.child("end").strip()
    start, end = map(from_stamp, texts)
    goes_on = element.child("ends_today").strip() == "True"
    if not start:
        return FoundDate(*texts)
    fuzzy = element.child("fuzzy").strip() == "True"
    fuzzy_start = fuzzy or element.child("fuzzy_start").strip() == "True"
    fuzzy_end = fuzzy or element.child("fuzzy_end").strip() == "True"
    first, last = _marked(start, fuzzy_start), _marked(end, fuzzy_end)
    if goes_on:
        return FoundDate(*texts, edtf=f"{first}/..", remarks=on_lost_times((first, texts[0])))
    if not end or start == end:
        edtf = _marked(start, fuzzy_start or fuzzy_end)
        return FoundDate(texts[0], edtf=edtf, remarks=on_lost_times((edtf, texts[0])))
    edtf = f"{first}/{last}"
    if not is_date(edtf):
        return FoundDate(shown=" – ".join(texts), remarks=(ImportWords.BACKWARDS.of(),))
    return FoundDate(*texts, edtf=edtf, remarks=on_lost_times((first, texts[0]), (last, texts[1])))


def _marked(edtf: str, is_fuzzy: bool) -> str:
    """Mark a date as approximate; a day that is only approximate has no time of day."""
    return edtf.partition("T")[0] + "~" if is_fuzzy and edtf else edtf


def _losses(element: Element, links: list[str], is_era: bool) -> list[Message]:
    losses = [ImportWords.BAD_LINK.of(link) for link in links if link and not is_url(link)]
    progress = element.child("progress").strip()
    if progress not in ("", "0"):
        losses.append(ImportWords.PROGRESS.of(progress[:10]))
    if any(child.name == "icon" for child in element.children):
        losses.append(ImportWords.ICON.of())
    if element.child("alert").strip():
        losses.append(ImportWords.ALERT.of())
    if element.child("default_color").strip() not in _GREY:
        losses.append(ImportWords.COLOUR.of())
    if is_era:
        losses.append(ImportWords.AN_ERA.of())
    return losses
