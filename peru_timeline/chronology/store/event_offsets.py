"""Where each event is in the bytes of a file."""

from __future__ import annotations

import codecs
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

_BETWEEN = b" \t\r\n,"


class EventOffsets(NamedTuple):
    """Half-open byte ranges: of each event (int64, shape (events,)) and of the list that holds them."""

    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    list_span: tuple[int, int]

    def __len__(self) -> int:
        return len(self.begin)

    def take(self, order: NDArray[np.intp]) -> EventOffsets:
        """Return the offsets of the events `order`."""
        return EventOffsets(self.begin[order], self.end[order], self.list_span)

    def event_json(self, content: bytes, number: int) -> bytes:
        """Return the bytes of one event."""
        return content[self.begin[number] : self.end[number]]

    def events_json(self, content: bytes, first: int, stop: int) -> bytes:
        """Return several events as JSON: a list of them."""
        begin, end = self.begin[first:stop], self.end[first:stop]
        if len(begin) and (begin[1:] > end[:-1]).all():  # in the order of the file: one slice
            return b"[%b]" % content[begin[0] : end[-1]]
        places = zip(begin.tolist(), end.tolist(), strict=True)
        return b"[%b]" % b",".join([content[one:other] for one, other in places])

    def without_events(self, content: bytes) -> bytes:
        """Return the file with an empty list of events."""
        begin, end = self.list_span
        return b"%b[]%b" % (content[:begin].removeprefix(codecs.BOM_UTF8), content[end:])


def find_event_offsets(content: bytes) -> EventOffsets | None:
    """Find the events of a file; None if it is not a JSON object with a list of events."""
    return find_offsets(content, "events")


def find_offsets(content: bytes, key: str) -> EventOffsets | None:
    """Find the items of the list under a key of a file; None if it is not a JSON object with that list."""
    mark = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    try:
        raw = msgspec.json.decode(memoryview(content)[mark:], type=dict[str, msgspec.Raw])[key]
        lengths = [
            len(memoryview(event)) for event in msgspec.json.decode(raw, type=list[msgspec.Raw])
        ]
    except (msgspec.MsgspecError, UnicodeError, RecursionError, KeyError):
        return None
    at = offset_in(content, raw)
    list_span = at, at + len(memoryview(raw))
    at += 1
    begin = []
    for length in lengths:
        while content[at] in _BETWEEN:
            at += 1
        begin.append(at)
        at += length
    first = np.array(begin, np.int64)
    return EventOffsets(first, first + np.array(lengths, np.int64), list_span)


def offset_in(content: bytes, raw: msgspec.Raw) -> int:
    """Return where a value that was decoded from `content` begins in it."""
    return _address(raw) - _address(content)


def _address(buffer: bytes | msgspec.Raw) -> int:
    return np.frombuffer(buffer, np.uint8).ctypes.data
