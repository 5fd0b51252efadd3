"""The place of a fault in words: the line and the id of what is wrong, instead of positions counted from zero."""

from __future__ import annotations

import re
from collections.abc import Callable

from peru_timeline.chronology.faults.fault import Fault
from peru_timeline.chronology.faults.messages import Message, Template
from peru_timeline.chronology.faults.sentences import Sentences

Steps = tuple[int | str, ...]
Find = Callable[[Steps], tuple[int, str]]
"""Returns the line of a path, or 0 where a line tells nothing, and the id of the item it leads to, if it has one."""

_STEP = re.compile(r"\[(\d{1,9})\]|\.?([^.\[\]]+)")
_WITH_LINE: dict[int | str, tuple[Template, Template]] = {
    "events": (Sentences.EVENT_IN_LINE, Sentences.EVENT_NAMED),
    "actors": (Sentences.ACTOR_IN_LINE, Sentences.ACTOR_NAMED),
    "sources": (Sentences.SOURCE_IN_LINE, Sentences.SOURCE_NAMED),
    "bands": (Sentences.BAND_IN_LINE, Sentences.BAND_NAMED),
    "sectors": (Sentences.SECTOR_IN_LINE, Sentences.SECTOR_NAMED),
}
_NAMES_THE_FIELD = {
    Sentences.NO_ACTOR,
    Sentences.NO_SOURCE,
    Sentences.NO_SECTOR,
    Sentences.NO_EVENT,
    Sentences.USED_BEFORE,
}
"""Sentences that need no field beside them."""


def with_place_in_words(fault: Fault, find: Find) -> Fault:
    """Return a fault that knows its place in words; one whose place is words already stays as it is."""
    if not fault.location or isinstance(fault.location, Message):
        return fault
    steps = steps_of(fault.location)
    if not steps:
        return fault
    line, name = find(steps)
    message = _message(fault.message, find)
    if steps[0] in _WITH_LINE and len(steps) > 1 and name:
        in_line, named = _WITH_LINE[steps[0]]
        place = in_line.of(name, line) if line else named.of(name)
        field = "" if _kind(fault.message) in _NAMES_THE_FIELD else _field(steps[2:])
    elif line:
        place = Sentences.LINE.of(line)
        field = _field(steps)
    else:
        return fault._replace(message=message)
    if not line:  # then the path is what one can go by
        place = Sentences.AND_PATH.of(place, fault.location)
    elif field:
        place = Sentences.PLACE_AND_FIELD.of(place, field)
    return fault._replace(message=message, place=place)


def steps_of(location: str) -> Steps:
    """Take a path such as `events[3].title.es` apart."""
    return tuple(
        int(match[1]) if match[1] is not None else match[2] for match in _STEP.finditer(location)
    )


def _field(steps: Steps) -> str:
    """Name a field as people do: `evidence 1, source`."""
    field = ""
    for step in steps:
        if isinstance(step, int):
            field += f" {step + 1}"
        else:
            field += f", {step}" if field else step
    return field


def _kind(message: Message) -> Template:
    """Return what a sentence tells; one that counts more of a kind holds the sentence of the kind."""
    first = message.values[0] if message.values else None
    is_counted = message.template == Sentences.AND_MORE and isinstance(first, Message)
    return first.template if is_counted and isinstance(first, Message) else message.template


def _message(message: Message, find: Find) -> Message:
    """Return a sentence that names lines where it names other items by their positions."""
    if message.template != Sentences.USED_BEFORE:
        return message
    value, other = message.values
    line, _ = find(steps_of(other))
    return Sentences.USED_IN_LINE.of(value, line) if line else message
