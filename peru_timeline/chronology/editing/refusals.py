"""Why a change would break a file: it is checked by the same models and checks that read files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from peru_timeline.chronology.checks import WholeFileChecks, check_whole_file
from peru_timeline.chronology.editing.file_text import KINDS, FileText
from peru_timeline.chronology.editing.references import items_that_name
from peru_timeline.chronology.faults.fault import ChronologyError, Fault
from peru_timeline.chronology.faults.long_values import faults_in_pieces
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.json_file import read_json
from peru_timeline.chronology.models import ChronologyFile, Event

_NAMED_BY = {
    "sectors": Sentences.SECTOR_IS_NAMED,
    "actors": Sentences.ACTOR_IS_NAMED,
    "sources": Sentences.SOURCE_IS_NAMED,
    "events": Sentences.EVENT_IS_NAMED,
}
_MOST_FAULTS = 20


class RefusedError(Exception):
    """A change that would break the file; its only argument is the Message that says why.

    Attributes:
        faults: where in the item, with locations that begin at it (`title.es`); empty where a sentence says all.

    """

    def __init__(self, message: Message, faults: Sequence[Fault] = ()) -> None:
        super().__init__(message)
        self.faults = tuple(faults)


def refuse_faulty_items(file: FileText, kind: str, places: Iterable[int]) -> None:
    """Raise RefusedError if one of these items is faulty, in itself or in what it names."""
    if kind != "events":
        # An item of the head concerns the head alone: its id is new, or its references have followed.
        refuse_faulty_head(file)
        return
    checks = WholeFileChecks(file.head(), _FirstPlaces(file.ids("events")))
    for place in places:
        value, breaches = _strictly(file.item_text(kind, place))
        _refuse([*breaches, *_faults_in_event(checks, place, value)])


def faults_in_event(file: FileText, place: int, item: Any) -> list[Fault]:
    """Return what would be wrong with an event if it had this content; locations begin at it (`title.es`)."""
    checks = WholeFileChecks(file.head(), _FirstPlaces(file.ids("events")))
    return list(islice(_faults_in_event(checks, place, item), _MOST_FAULTS))


def _faults_in_event(checks: WholeFileChecks, place: int, item: Any) -> Iterator[Fault]:
    yield from faults_in_pieces(item, Event)
    yield from (_within(fault) for fault in checks.check_event(place, item))


class _FirstPlaces(Mapping[str, int]):
    """Id -> its first position; a dict of 100,000 ids takes longer to make than the few look-ups of a change."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self._ids = ids

    def __getitem__(self, name: str) -> int:
        try:
            return self._ids.index(name)
        except ValueError:
            raise KeyError(name) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def refuse_faulty_head(file: FileText, *, all_events: bool = False) -> None:
    """Raise RefusedError if what stands outside the events is faulty.

    Args:
        file: the file after the change.
        all_events: whether the events must be looked at too, since the languages of the title may have changed.

    """
    head, breaches = _strictly(file.head_text())
    checks = WholeFileChecks(head, None)
    _refuse([*breaches, *faults_in_pieces(head, ChronologyFile), *checks.check_head()])
    if all_events and "events" in file.lists:
        place = file.lists["events"]
        events = _strictly(file.content[place.begin : place.end])[0]
        _refuse(list(islice(check_whole_file({**head, "events": events}), _MOST_FAULTS)))


def refuse_if_named(file: FileText, kind: str, name: str) -> None:
    """Raise RefusedError if another item names this one."""
    for other in KINDS:
        for place in items_that_name(file, kind, name).get(other, ()):
            who = file.ids(other)[place]
            if (other, who) != (kind, name):
                raise RefusedError(_NAMED_BY[kind].of(name, who))


def _strictly(raw: bytes) -> tuple[Any, tuple[Fault, ...]]:
    try:
        return read_json(raw, "")
    except ChronologyError as error:
        _refuse(error.faults)
        raise


def _refuse(faults: Iterable[Fault]) -> None:
    found = tuple(islice(faults, _MOST_FAULTS))
    if found:
        first = found[0]
        told = Sentences.FIELD_FAULT.of(first.location, first.message)
        raise RefusedError(told if first.location else first.message, found)


def _within(fault: Fault) -> Fault:
    """Let the location of a fault begin at the event that it is in."""
    return fault._replace(location=fault.location.partition("].")[2])
