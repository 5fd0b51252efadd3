"""Where a fault stands in the bytes of a file: the id of its item, and the line.

The file may be of a hundred megabytes and have thousands of faults; each byte is therefore looked at only a few times,
and from a bound on lines are those of items.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import numpy as np

from peru_timeline.chronology.store.event_offsets import EventOffsets, find_offsets

MOST_WALKED = 20_000_000
"""Characters that are read to find lines within items: about a second."""
_LONGEST_NAME = 60
_DECODER = json.JSONDecoder()
_BETWEEN = " \t\r\n,:"
_Steps = tuple[int | str, ...]


class Place(NamedTuple):
    """The line that a fault stands in, counted from one, and what the item is called; `line` is 0 where none tells."""

    line: int
    id: str


class ItemPlaces:
    """The places of the items of one file."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._lists: dict[str, EventOffsets | None] = {}
        self._newlines = np.flatnonzero(np.frombuffer(content, np.uint8) == ord("\n"))
        self._names: dict[tuple[str, int], str] = {}  # several faults may be of one item
        self._walked = 0

    def find(self, steps: _Steps) -> Place:
        """Return where the value stands that a path of keys and positions leads to, or the nearest part around it."""
        kind, number = steps[0], steps[1] if len(steps) > 1 else None
        if not isinstance(kind, str) or not isinstance(number, int):
            return Place(self._line_in_whole(steps), "")
        if kind not in self._lists:
            self._lists[kind] = find_offsets(self._content, kind)
        offsets = self._lists[kind]
        if offsets is None or number >= len(offsets):
            return Place(self._line_in_whole(steps), "")
        begin = int(offsets.begin[number])
        text = self._read(begin, int(offsets.end[number]))
        line = self._line(begin)
        if text is None:
            return Place(self._telling(line, offsets), "")
        line += text.count("\n", 0, _walk(text, 0, steps[2:]))
        if (kind, number) not in self._names:
            self._names[kind, number] = _called(text)
        return Place(self._telling(line, offsets), self._names[kind, number])

    def _telling(self, line: int, offsets: EventOffsets) -> int:
        # In a file without line breaks a line tells nothing.
        return line if line > self._line(offsets.list_span[0]) else 0

    def _line_in_whole(self, steps: _Steps) -> int:
        text = self._read(0, len(self._content))
        if text is None or not len(self._newlines):
            return 0
        at = _walk(text, len(text) - len(text.lstrip("\ufeff \t\r\n")), steps)
        return text.count("\n", 0, at) + 1 if text[:at].strip("\ufeff \t\r\n") else 0

    def _line(self, at: int) -> int:
        return int(np.searchsorted(self._newlines, at)) + 1

    def _read(self, begin: int, end: int) -> str | None:
        """Return a part of the file; nothing if too much was read already."""
        self._walked += end - begin
        if self._walked > MOST_WALKED:
            return None
        try:
            return self._content[begin:end].decode()
        except UnicodeDecodeError:
            return None


def _walk(text: str, at: int, steps: _Steps) -> int:
    """Follow steps from the value at a position, and return where the last one begins that is there."""
    for step in steps:
        found = _child(text, at, step)
        if found is None:
            return at
        at = found
    return at


def _child(text: str, at: int, step: int | str) -> int | None:
    if at >= len(text) or text[at] not in "{[" or (text[at] == "{") != isinstance(step, str):
        return None
    number, is_object = 0, text[at] == "{"
    at += 1
    while True:
        at = _skip(text, at)
        if at >= len(text) or text[at] in "]}":
            return None
        if is_object:
            key, end = _part(text, at)
            if key == step:
                return _skip(text, end)
            at = _skip(text, end)
        elif number == step:
            return at
        number += 1
        _, at = _part(text, at)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BETWEEN:
        at += 1
    return at


def _part(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, len(text)


def _called(text: str) -> str:
    """Return the id of an item, else its title or name."""
    for key in ("id", "title", "name"):
        at = _walk(text, 0, (key,))
        value = _part(text, at)[0] if at else None
        if isinstance(value, dict):
            value = next(iter(value.values()), None)
        if isinstance(value, str) and value.strip():
            return value if len(value) <= _LONGEST_NAME else f"{value[:_LONGEST_NAME]}…"
    return ""
