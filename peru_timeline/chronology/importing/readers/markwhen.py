"""Markwhen: a date, a colon, what happened; sections, tags and text below an event."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from peru_timeline.chronology.dates.written.understand import understand
from peru_timeline.chronology.dates.written.understood import Grade, NumberOrder, Ways
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.found import Found, FoundDate, FoundEvent, Progress
from peru_timeline.chronology.importing.parsing.markup import one_line, plain_markdown
from peru_timeline.chronology.importing.parsing.opening import Opened, lines_of
from peru_timeline.chronology.importing.parsing.relative_dates import (
    Days,
    counted,
    days_of,
    name_in,
)
from peru_timeline.chronology.importing.sentences import ImportWords

_MAY_BE_DATE = re.compile(
    r"[\d!~-]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|now|today|before|after|by|early|mid|late|c\.)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:(?:after|before|by|from|now|today)\b.*)?(?:!\w[\w.-]*.*|now\b.*|today\b.*"
    r"|\d+\s*(?:second|minute|hour|day|week|month|year|s|m|h|d|w|y)s?\b.*)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:(?:section|group)\s+(.+)|(#{1,6})\s+(.+))", re.IGNORECASE)
_END = re.compile(r"end\s*(?:section|group)\b", re.IGNORECASE)
_TAG = re.compile(r"(?<![\w&/])#([\w-]+)")
_BULLET = re.compile(r"^(?:[-*•]\s+)?(?:\*\*|__)?(?=\d)")
"""Of a list in Markdown, and the bold type of its dates."""
_MARK = re.compile(r"\s+!([A-Za-z]\w*)(?=\s|$)")
_COLOUR = re.compile(r"#[\w-]+\s*:")
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}):\s*(.*)")
_REPEATS = re.compile(r"\s+(?:every\s.+|x\s*\d+.*)$", re.IGNORECASE)
_TO_NOW = re.compile(r"\s*/\s*now$", re.IGNORECASE)  # the range in EDTF, open at its end
_PLACE = re.compile(r"\[([^\[\]]{1,200})\]\(location\)")
_BREAK = "_-_-_break_-_-_"
_COLONS_TRIED = 5


@dataclass(slots=True)
class _State:
    """The sections and the event that the reader is in."""

    title: str = ""
    description: str = ""
    ways: Ways = field(default_factory=lambda: Ways(order=NumberOrder.MONTH_FIRST))
    sections: list[tuple[int, str]] = field(default_factory=list)
    groups: dict[str, None] = field(default_factory=dict)
    has_colours: bool = False
    before: Days | None = None
    named: dict[str, Days] = field(default_factory=dict)


@dataclass(slots=True)
class _Draft:
    """An event whose text may continue on the next line."""

    row: int
    date: str
    title: str
    group: str
    lines: list[str] = field(default_factory=list)


def read(opened: Opened, progress: Progress, encoding: str = "") -> Found:
    """Read a text in Markwhen; raises ImportRefusedError for a line that is too long."""
    state = _State()
    events = tuple(
        _event(draft, state) for draft in _drafts(lines_of(opened, encoding), state, progress)
    )
    return Found(
        events,
        title=state.title,
        description=state.description,
        groups=tuple(state.groups),
        losses=(ImportWords.COLOURS.of(),) if state.has_colours else (),
    )


def looks_like(text: str) -> bool:
    """Whether a text looks like Markwhen: at least two lines, or one in four, begin with a date and a colon."""
    lines = [line for line in text.splitlines()[:400] if line.strip()]
    ways = Ways(order=NumberOrder.MONTH_FIRST)
    dated = sum(_split(line, ways) is not None for line in lines)
    return dated >= 2 or (dated == 1 and len(lines) <= 4)


def _drafts(lines: Iterator[str], state: _State, progress: Progress) -> Iterator[_Draft]:
    draft: _Draft | None = None
    for number, line in enumerate(lines, 1):
        if number % 1000 == 0:
            progress(number)
        text = _BULLET.sub("", line.strip())
        if text.startswith("//") or text == _BREAK:
            continue
        if (event := _split(text, state.ways)) is not None:
            if draft is not None:
                yield draft
            group = state.sections[-1][1] if state.sections else ""
            draft = _Draft(number, event[0], event[1], group)
        elif _is_section(text, state):
            if draft is not None:
                yield draft
            draft = None
        elif draft is not None:
            draft.lines.append(text)
        else:
            _read_header(text, state)
    if draft is not None:
        yield draft


def _split(line: str, ways: Ways) -> tuple[str, str] | None:
    """Split a line into date and title; None if it does not begin with a date."""
    if not _MAY_BE_DATE.match(line):
        return None
    place = -1
    for _ in range(_COLONS_TRIED):
        place = line.find(":", place + 1)
        if place < 0 or place > 120:
            return None
        date = line[:place].strip(" *_")
        if (
            line[place + 1 : place + 2] not in ("", " ", "\t")
            and line[place + 1 : place + 2].isdigit()
        ):
            continue  # the colon of a time of day
        when = _TO_NOW.sub("/..", _REPEATS.sub("", date))
        if _RELATIVE.fullmatch(when) or understand(when, ways).grade not in (
            Grade.NOT_READ,
            Grade.NOT_GIVEN,
        ):
            return date, line[place + 1 :].strip(" *_")
    return None


def _is_section(text: str, state: _State) -> bool:
    """Open or close a section if the line does so; returns whether it did."""
    if _END.match(text):
        if state.sections:
            state.sections.pop()
        return True
    match = _SECTION.fullmatch(text)
    if match is None:
        return False
    level = len(match[2] or "")
    if level:  # a heading ends those of its level and below
        while state.sections and state.sections[-1][0] >= level:
            state.sections.pop()
    name = one_line(_TAG.sub("", match[1] or match[3])).rstrip(": ")
    state.sections.append((level, name))
    state.groups[name] = None
    return True


def _unquoted(value: str) -> str:
    """A value of the header without its quotation marks."""
    if value.startswith('"'):
        try:
            return str(json.loads(value))
        except ValueError:
            pass
    return value.strip("\"'")


def _read_header(text: str, state: _State) -> None:
    if _COLOUR.match(text):
        state.has_colours = True
        return
    match = _FIELD.fullmatch(text)
    if match is None:
        return
    name, value = match[1].strip().lower(), one_line(_unquoted(match[2].strip()))
    if name == "title":
        state.title = value
    elif name == "description":
        state.description = value
    elif name == "dateformat" and value.lower().startswith("d"):
        state.ways = Ways(order=NumberOrder.DAY_FIRST)


def _event(draft: _Draft, state: _State) -> FoundEvent:
    key, body = _key(draft.lines)
    if not key and (mark := _MARK.search(draft.title)) is not None:
        key, draft.title = mark[1], _MARK.sub("", draft.title)
    whole = "\n".join(body)
    places = _PLACE.findall(whole)
    text = plain_markdown(_PLACE.sub("", whole))
    title = plain_markdown(_PLACE.sub("", _TAG.sub("", draft.title)))
    tags = dict.fromkeys(_TAG.findall(f"{draft.title}\n{whole}"))
    when = _REPEATS.sub("", draft.date)
    losses: list[Message] = [ImportWords.REPEATS.of()] if when != draft.date else []
    found = _date(when, state)
    state.before = days_of(found.edtf) or state.before
    if key and state.before is not None:
        state.named[key] = state.before
    return FoundEvent(
        row=draft.row,
        key=key,
        title=one_line(title.text),
        summary=text.text,
        date=found,
        group=draft.group,
        tags=tuple(tags),
        notes=(*places, *title.links, *text.links),
        losses=tuple(losses),
    )


def _date(text: str, state: _State) -> FoundDate:
    """Read a date, or count it from the event that it names or that stands before it."""
    understood = understand(_TO_NOW.sub("/..", text), state.ways)
    if understood.edtf or not _RELATIVE.fullmatch(text):
        return FoundDate(text, edtf=understood.edtf, remarks=understood.remarks)
    name = name_in(text)
    edtf = counted(text, state.named.get(name) if name else state.before)
    return FoundDate(text, edtf=edtf, remarks=(ImportWords.COUNTED.of(text),) if edtf else ())


def _key(lines: list[str]) -> tuple[str, list[str]]:
    """Find `id: name` right below the event."""
    for place, line in enumerate(lines[:3]):
        match = _FIELD.fullmatch(line)
        if match is not None and match[1].lower() == "id":
            return match[2].strip(), [*lines[:place], *lines[place + 1 :]]
    return "", lines
