"""Read a chronology file: the whole as frozen values, or every fault at once with its place.

Events are read by the thousand (reader.py). What is refused there the models and checks.py look at
closely: the events in doubt, one by one, or the whole file where it cannot be taken apart.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from pydantic import ValidationError

from peru_timeline.chronology.checks import WholeFileChecks, check_whole_file
from peru_timeline.chronology.faults.fault import (
    ChronologyError,
    Fault,
    display_value,
    faults_of,
    json_path,
)
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.json_file import StrictJson, parse_json, read_bytes, read_json
from peru_timeline.chronology.models import FORMAT, Chronology, Event
from peru_timeline.chronology.store.batch_reader import BatchReader
from peru_timeline.chronology.store.event_columns import EventColumns, EventColumnsBuilder
from peru_timeline.chronology.store.event_offsets import EventOffsets, find_event_offsets
from peru_timeline.chronology.store.lazy_events import LazyEvents
from peru_timeline.chronology.store.load_cache import read_load_cache
from peru_timeline.chronology.store.records import batch_of, record_of

__all__ = ["Progress", "load_chronology", "parse_chronology", "parse_json", "read_bytes"]

Progress = Callable[[int, int], None]
"""Called with the number of events read and of all; it may raise, which ends the reading."""
EVENTS_AT_ONCE = 1000


def load_chronology(
    path: Path, progress: Progress | None = None, cache_dir: Path | None = None
) -> Chronology:
    """Read a chronology; raises ChronologyError with every fault and its place.

    `cache_dir` is the folder for what need not be found again at the next start: see store/load_cache.py.
    """
    return parse_chronology(read_bytes(path), path, progress, cache_dir)


def parse_chronology(
    content: bytes,
    path: Path | str,
    progress: Progress | None = None,
    cache_dir: Path | None = None,
) -> Chronology:
    """Read a chronology from the bytes of a file; `path` is only for messages."""
    with _collector_paused():
        known = read_load_cache(cache_dir, content) if cache_dir is not None else None
        if known is not None:
            columns, offsets = known
            rest = read_json(offsets.without_events(content), path).value
            return _with_events(Chronology.model_validate(rest), content, offsets, columns)
        parts = _split(content, path)
        if parts is not None:
            try:
                return _Reading(content, parts, path, progress).chronology()
            except _UndecodableError:
                pass
        return _read_as_a_whole(content, path)


def _with_events(
    empty: Chronology, content: bytes, offsets: EventOffsets, columns: EventColumns
) -> Chronology:
    return empty.model_copy(update={"events": LazyEvents(content, offsets, columns)})


class _SplitFile(NamedTuple):
    """A file's JSON but for the list of events, which is empty in `head`, and where each stands."""

    head: StrictJson
    offsets: EventOffsets


class _UndecodableError(Exception):
    """The bytes of an event are no JSON; only the whole file tells where."""


def _split(content: bytes, path: Path | str) -> _SplitFile | None:
    """Take a file apart; None where it is no JSON object with a list of events."""
    offsets = find_event_offsets(content)
    if offsets is None:
        return None
    try:
        found = read_json(offsets.without_events(content), path)
        if found.value.get("format") != FORMAT:
            content.decode()
    except (ChronologyError, UnicodeError):  # the whole file tells line and column
        return None
    _check_format(found.value, path)
    return _SplitFile(found, offsets)


class _Reading:
    """Reads the events of one file: all by the thousand, then those in doubt one by one."""

    def __init__(
        self, content: bytes, parts: _SplitFile, path: Path | str, progress: Progress | None
    ) -> None:
        (self._head, self._breaches), self._offsets = parts
        self._content = content
        self._path, self._progress = path, progress
        self._order: list[int] = []  # numbers in the file of the events that the columns are of
        self._doubtful: list[int] = []  # those of the others

    def chronology(self) -> Chronology:
        """Give the whole; raises ChronologyError, or _UndecodableError."""
        faults: list[Fault] = []
        builder = None
        try:
            empty = Chronology.model_validate(self._head)
        except ValidationError as error:
            faults = _untold(faults_of(error, Chronology), self._breaches)
            self._doubtful = list(range(len(self._offsets)))
        else:
            builder = EventColumnsBuilder(empty)
            self._read_by_the_thousand(BatchReader(builder, list(empty.title)))
        faults += [*self._breaches, *WholeFileChecks(self._head, None).check_head()]
        faults += self._look_closely(builder)
        if faults or builder is None:
            raise ChronologyError(self._path, _in_file_order(faults, self._head))
        unordered = builder.columns()
        order = unordered.by_date()
        offsets = self._offsets.take(np.array(self._order, np.intp)[order])
        return _with_events(empty, self._content, offsets, unordered.take(order))

    def _read_by_the_thousand(self, reader: BatchReader) -> None:
        for first in range(0, len(self._offsets), EVENTS_AT_ONCE):
            self._tell(first)
            numbers = range(first, min(first + EVENTS_AT_ONCE, len(self._offsets)))
            if reader.read(self._offsets.events_json(self._content, first, numbers.stop)):
                self._order += numbers
                continue
            for number in numbers:
                is_read = reader.read(self._offsets.events_json(self._content, number, number + 1))
                (self._order if is_read else self._doubtful).append(number)
        self._tell(len(self._offsets))

    def _look_closely(self, builder: EventColumnsBuilder | None) -> list[Fault]:
        """Find the faults of the events in doubt; add those without to the columns."""
        names, related = ([], []) if builder is None else (builder.ids, builder.related)
        known = set(names)
        related_known = known.issuperset(other for _, other in related)
        if not self._doubtful and len(known) == len(names) and related_known:
            return []
        ids = dict(zip(self._order, names, strict=True))
        ids |= {number: name for number in self._doubtful if (name := self._id(number)) is not None}
        first: dict[str, int] = {}
        for number in sorted(ids):
            first.setdefault(ids[number], number)
        doubtful = {
            *self._doubtful,
            *(number for number, name in ids.items() if first[name] != number),
            *(self._order[event] for event, other in related if other not in first),
        }
        checks = WholeFileChecks(self._head, first)
        faults: list[Fault] = []
        for done, number in enumerate(sorted(doubtful)):
            if done % EVENTS_AT_ONCE == 0:
                self._tell(len(self._offsets) - len(doubtful) + done)
            event, found = self._look_at(number, checks)
            faults += found
            if event is not None and builder is not None and not faults:
                builder.add(batch_of([record_of(event)]))
                self._order.append(number)
        return faults

    def _look_at(self, number: int, checks: WholeFileChecks) -> tuple[Event | None, list[Fault]]:
        value, breaches = self._value(number)
        event, faults = None, list(breaches)
        try:
            event = Event.model_validate(value)
        except ValidationError as error:
            found = faults_of(error, Event, at=("events", number))
            faults = [*_untold(found, breaches), *faults]
        if isinstance(value, dict):
            faults += checks.check_event(number, value)
        return event, faults

    def _id(self, number: int) -> str | None:
        value = self._value(number).value
        name = value.get("id") if isinstance(value, dict) else None
        return name if isinstance(name, str) else None

    def _value(self, number: int) -> StrictJson:
        try:
            return read_json(
                self._offsets.event_json(self._content, number), self._path, at=("events", number)
            )
        except ChronologyError:
            raise _UndecodableError from None

    def _tell(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, len(self._offsets))


def _read_as_a_whole(content: bytes, path: Path | str) -> Chronology:
    """Read a file that cannot be taken apart, nearly always to say why."""
    raw, breaches = read_json(content, path)
    _check_format(raw, path)
    faults = [*breaches, *check_whole_file(raw)]
    try:
        chronology = Chronology.model_validate(raw)
    except ValidationError as error:
        faults = [*_untold(faults_of(error, Chronology), breaches), *faults]
    if faults:
        raise ChronologyError(path, _in_file_order(faults, raw))
    order = chronology.event_columns.by_date()
    return chronology.model_copy(update={"events": tuple(chronology.events[i] for i in order)})


def _untold(found: list[Fault], breaches: Sequence[Fault]) -> list[Fault]:
    """Leave out what is told of a place as a breach already."""
    told = {fault.location for fault in breaches}
    return [fault for fault in found if fault.location not in told]


_TOP_OF_LOCATION = re.compile(r"(\w+)(?:\[(\d+)\])?")


def _in_file_order(faults: list[Fault], raw: dict[str, Any]) -> list[Fault]:
    """Order faults as the file does, key by key and item by item; what is missing comes first."""
    position = {key: number for number, key in enumerate(raw)}

    def order(fault: Fault) -> tuple[int, int]:
        match = _TOP_OF_LOCATION.match(fault.location)
        if match is None:
            return -1, -1
        return position.get(match[1], -1), int(match[2] or -1)

    return sorted(faults, key=order)


@contextmanager
def _collector_paused() -> Iterator[None]:
    # The cyclic garbage collector triples the time to make 100,000 values, and finds nothing:
    # frozen values have no cycles.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check_format(raw: Any, path: Path | str) -> None:
    """Refuse what is no chronology at all with one sentence instead of a hundred faults."""
    if not isinstance(raw, dict):
        raise ChronologyError(path, [Fault("", Sentences.NO_OBJECT.of())])
    found = raw.get("format")
    if found == FORMAT:
        return
    if found is None:
        message = Sentences.FORMAT_MISSING.of(FORMAT)
    else:
        ours = isinstance(found, str) and found.startswith(FORMAT.partition("/")[0] + "/")
        words = Sentences.NEWER_FORMAT if ours else Sentences.OTHER_FORMAT
        message = words.of(FORMAT, display_value(found))
    raise ChronologyError(path, [Fault(json_path(("format",)), message)])
