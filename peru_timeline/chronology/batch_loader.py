"""Loads a chronology in batches: sound events a thousand at a time, the others one by one.

Nearly every event of nearly every file is sound, and BatchReader knows that quickly. Those it refuses are
left to the models and checks.py, which take a thousand times as long and say what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import msgspec
import numpy as np
from pydantic import ValidationError

from peru_timeline.chronology.checks import WholeFileChecks, check_format
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.fault import (
    ChronologyError,
    Fault,
    at_other_locations,
    faults_of,
    in_file_order,
    json_path,
)
from peru_timeline.chronology.faults.gathering import Gathered
from peru_timeline.chronology.faults.long_values import faults_in_pieces
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.json_file import StrictJson, read_json
from peru_timeline.chronology.models import FORMAT, ChronologyFile, Event
from peru_timeline.chronology.store.batch_reader import BatchReader
from peru_timeline.chronology.store.event_columns import EventColumnsBuilder
from peru_timeline.chronology.store.event_offsets import EventOffsets, find_event_offsets
from peru_timeline.chronology.store.event_store import store_by_date
from peru_timeline.chronology.store.records import batch_of, record_of

Progress = Callable[[int, int], None]
"""Called with the number of events read and of all events; what it raises ends the loading."""
BATCH_SIZE = 1000
"""Events."""
LONG_EVENT = 100_000
"""Bytes; the lists of a longer event are examined in pieces."""
MOST_FAULTS = 20_000
"""So many faults are counted: about a second. The events after them are not examined."""
MOST_FAULTS_OF_THE_HEAD = 100_000
"""The same outside the events, where a fault takes less time."""
_BRACE = ord("{")


class NotSplittableError(Exception):
    """The bytes cannot be split into events; only the whole file tells what is wrong, and where."""


def load_in_batches(content: bytes, path: Path | str, progress: Progress | None) -> Chronology:
    """Read a chronology; raises ChronologyError with every fault, or NotSplittableError."""
    offsets = find_event_offsets(content)
    if offsets is None:
        raise NotSplittableError
    try:
        head = read_json(offsets.without_events(content), path)
        if head.value.get("format") != FORMAT:
            content.decode()  # a fault of the encoding comes before one of the format
    except (ChronologyError, UnicodeError):  # the whole file tells line and column
        raise NotSplittableError from None
    check_format(head.value, path)
    return _BatchLoader(content, head, offsets, path, progress).load()


class _WithId(msgspec.Struct):
    """The id of an event, whatever else it has."""

    id: str


class _BatchLoader:
    """The loading of one file."""

    def __init__(
        self,
        content: bytes,
        head: StrictJson,
        offsets: EventOffsets,
        path: Path | str,
        progress: Progress | None,
    ) -> None:
        self._content, self._offsets = content, offsets
        self._head, self._breaches = head
        self._path, self._progress = path, progress
        # Positions in the file: of the events in the columns, in that order, and of all others.
        self._loaded: list[int] = []
        self._in_doubt: list[int] = []
        self._id_decoder = msgspec.json.Decoder(_WithId)

    def load(self) -> Chronology:
        found = Gathered()
        builder = None
        in_head = faults_in_pieces(self._head, ChronologyFile)
        watched = self._watched(at_other_locations(in_head, self._breaches))
        found.add(islice(watched, MOST_FAULTS_OF_THE_HEAD))
        found.add(self._breaches)
        if len(found) >= MOST_FAULTS_OF_THE_HEAD:
            found.add([Fault("", Sentences.REST_NOT_EXAMINED.of())])
            raise self._error(found)
        if found:
            self._in_doubt = list(range(len(self._offsets)))
        else:
            head = ChronologyFile.model_validate(self._head)
            builder = EventColumnsBuilder(head)
            self._read_batches(BatchReader(builder, list(head.title)))
        found.add(WholeFileChecks(self._head, None).check_head())
        self._examine_doubtful(builder, found)
        if found or builder is None:
            raise self._error(found)
        offsets = self._offsets.take(np.array(self._loaded, np.intp))
        return Chronology.of(head, store_by_date(self._content, offsets, builder.columns()))

    def _error(self, found: Gathered) -> ChronologyError:
        return ChronologyError(self._path, in_file_order(found.faults(), self._head))

    def _read_batches(self, reader: BatchReader) -> None:
        """Read all events at once, those of a batch that may be wrong one by one.

        Where so many are in doubt that the bound may be passed, they are examined now: the rest need not be read then.
        """
        is_tried = False
        for first in range(0, len(self._offsets), BATCH_SIZE):
            self._report_progress(first)
            positions = range(first, min(first + BATCH_SIZE, len(self._offsets)))
            if reader.read(self._offsets.events_json(self._content, first, positions.stop)):
                self._loaded += positions
                continue
            for position in positions:
                json = b"[%b]" % self._offsets.event_json(self._content, position)
                (self._loaded if reader.read(json) else self._in_doubt).append(position)
            if len(self._in_doubt) > MOST_FAULTS and not is_tried:
                self._end_at_the_bound(positions.stop)
                is_tried = True
        self._report_progress(len(self._offsets))

    def _end_at_the_bound(self, read: int) -> None:
        """Raise the faults of the events in doubt if they are more than are counted.

        Which events there are is not known yet, so references to events and repeated ids are passed over.
        """
        found, checks = Gathered(), WholeFileChecks(self._head, None)
        for done, at in enumerate(self._in_doubt):
            if done % BATCH_SIZE == 0:
                self._report_progress(read)
                if len(found) > MOST_FAULTS:
                    found.add([self._not_examined(at, len(self._offsets) - at)])
                    raise self._error(found)
            self._examine(at, checks, found)
        if len(found) > MOST_FAULTS and read < len(self._offsets):
            found.add([self._not_examined(read, len(self._offsets) - read)])
            raise self._error(found)

    @staticmethod
    def _not_examined(at: int, count: int) -> Fault:
        return Fault(json_path(("events", at)), Sentences.NOT_EXAMINED.of(f"{count:,}"))

    def _examine_doubtful(self, builder: EventColumnsBuilder | None, found: Gathered) -> None:
        """Find the faults of the events in doubt; those without fault go into the columns."""
        ids, related = ([], []) if builder is None else (builder.ids, builder.related)
        known = set(ids)
        if (
            not self._in_doubt
            and len(known) == len(ids)
            and known.issuperset(other for _, other in related)
        ):
            return
        id_at = dict(zip(self._loaded, ids, strict=True))
        id_at |= {at: event_id for at in self._in_doubt if (event_id := self._id(at)) is not None}
        first_at: dict[str, int] = {}
        for at in sorted(id_at):
            first_at.setdefault(id_at[at], at)
        doubtful = {
            *self._in_doubt,
            *(at for at, event_id in id_at.items() if first_at[event_id] != at),
            *(self._loaded[event] for event, other in related if other not in first_at),
        }
        checks = WholeFileChecks(self._head, first_at)
        for done, at in enumerate(sorted(doubtful)):
            if done % BATCH_SIZE == 0:
                self._report_progress(len(self._offsets) - len(doubtful) + done)
                if len(found) > MOST_FAULTS:
                    found.add([self._not_examined(at, len(doubtful) - done)])
                    return
            event = self._examine(at, checks, found)
            if event is not None and builder is not None and not found:
                builder.add(batch_of([record_of(event)]))
                self._loaded.append(at)

    def _examine(self, at: int, checks: WholeFileChecks, found: Gathered) -> Event | None:
        """Find the faults of an event; return it if its values are sound."""
        value, breaches = self._value(at)
        event, steps = None, ("events", at)
        length = int(self._offsets.end[at] - self._offsets.begin[at])
        try:
            if length > LONG_EVENT:
                in_pieces = faults_in_pieces(value, Event, steps, suggest=found.may_suggest)
                found.add(at_other_locations(in_pieces, breaches))
            else:
                event = Event.model_validate(value)
        except ValidationError as error:
            faults = faults_of(error, Event, steps, suggest=found.may_suggest)
            found.add(at_other_locations(faults, breaches))
        found.add(breaches)
        if isinstance(value, dict):
            found.add(checks.check_event(at, value))
        if length > LONG_EVENT and not found:
            event = Event.model_validate(value)
        return event

    def _id(self, at: int) -> str | None:
        try:
            return self._id_decoder.decode(self._offsets.event_json(self._content, at)).id
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            if self._content[self._offsets.begin[at]] != _BRACE:
                return None  # no object; to read what it is would take longer
            value = self._value(at).value
        event_id = value.get("id") if isinstance(value, dict) else None
        return event_id if isinstance(event_id, str) else None

    def _value(self, at: int) -> StrictJson:
        try:
            json = self._offsets.event_json(self._content, at)
            return read_json(json, self._path, at=("events", at))
        except ChronologyError:
            raise NotSplittableError from None

    def _watched(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """Let the reader stop the search for faults now and then."""
        for number, fault in enumerate(faults):
            if number % BATCH_SIZE == 0:
                self._report_progress(0)
            yield fault

    def _report_progress(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, len(self._offsets))
