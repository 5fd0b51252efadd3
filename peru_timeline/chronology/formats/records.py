"""The records of a spreadsheet: per event a JSON with all that the columns for readers cannot show.

A record has the event as a chronology file has it, and the actors, sectors and sources that it names, each under its
place in their lists, so that rows can be sorted, deleted or sent on and still say what they say. The first record also
has the head of the chronology, and what no event names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP, Message
from peru_timeline.chronology.formats.table import TableWords
from peru_timeline.chronology.models import ChronologyHead, Event

KINDS = ("sectors", "actors", "sources")
HEAD = "chronology"
HEAD_FIELDS = tuple(name for name in ChronologyHead.model_fields if name not in ("format", *KINDS))
LONGEST_PIECE = 32_000
"""Signs: Excel cuts a cell off after 32,767."""
_JOINT = "&"  # at both sides of a cut, where white space would be lost
_TIES_LOST = QT_TRANSLATE_NOOP("Faults", "ties to events that are not exported, left out: {0}")


def records(chronology: Chronology, events: Sequence[int]) -> Iterator[str]:
    """Write the record of each event (indices), in letters that every encoding has."""
    known = _Definitions(chronology)
    for number, index in enumerate(events):
        event = chronology.events[index]
        named = _named_by(chronology, event)
        record: dict[str, Any] = {"event": event.model_dump(mode="json", exclude_unset=True)}
        if not number:
            record[HEAD] = chronology.model_dump(
                mode="json", include=set(HEAD_FIELDS), exclude_unset=True
            )
            named = {kind: [*named[kind], *idle] for kind, idle in known.idle().items()}
            named["sources"] += [said.source for band in chronology.bands for said in band.evidence]
        record |= {kind: known.of(kind, named[kind]) for kind in KINDS if named[kind]}
        yield json.dumps(record, separators=(",", ":"))


def record_columns(words: TableWords, number: int) -> tuple[str, ...]:
    """The names of so many columns for records."""
    return tuple(
        f"{words.record} {place}" if place > 1 else words.record for place in range(1, number + 1)
    )


def pieces_of(record: str) -> tuple[str, ...]:
    """Cut a record to pieces that a cell holds."""
    cuts = range(0, len(record), LONGEST_PIECE)
    return tuple(
        f"{_JOINT if cut else ''}{record[cut : cut + LONGEST_PIECE]}{_JOINT if cut < cuts[-1] else ''}"
        for cut in cuts
    )


def joined(pieces: Sequence[str]) -> str:
    """Join what `pieces_of` cut; empty cells may follow."""
    cut = [piece for piece in pieces if piece]
    last = len(cut) - 1
    return "".join(
        piece[place > 0 : len(piece) - (place < last)] for place, piece in enumerate(cut)
    )


def losses_of_records(chronology: Chronology, events: Sequence[int]) -> tuple[Message, ...]:
    """What records cannot hold: ties to events that are not among these (indices)."""
    written = {chronology.events[index].id for index in events}
    lost = sum(
        tie.event not in written for index in events for tie in chronology.events[index].related
    )
    return (_TIES_LOST.of(lost),) if lost else ()


class _Definitions:
    """Actors, sectors and sources as JSON, by their place in the chronology."""

    def __init__(self, chronology: Chronology) -> None:
        self._chronology = chronology
        self._place = {
            kind: {item.id: place for place, item in enumerate(getattr(chronology, kind))}
            for kind in KINDS
        }
        self._written: dict[tuple[str, int], Any] = {}

    def of(self, kind: str, ids: Sequence[str]) -> dict[str, Any]:
        """The definitions with these ids, by place."""
        places = sorted({self._place[kind][name] for name in ids})
        return {str(place): self._one(kind, place) for place in places}

    def _one(self, kind: str, place: int) -> Any:
        if (kind, place) not in self._written:
            item = getattr(self._chronology, kind)[place]
            self._written[kind, place] = item.model_dump(mode="json", exclude_unset=True)
        return self._written[kind, place]

    def idle(self) -> dict[str, list[str]]:
        """The ids that no event of the chronology names, by kind."""
        named: dict[str, set[str]] = {kind: set() for kind in KINDS}
        for event in self._chronology.events:
            for kind, ids in _named_by(self._chronology, event).items():
                named[kind].update(ids)
        return {
            kind: [name for name in self._place[kind] if name not in named[kind]] for kind in KINDS
        }


def _named_by(chronology: Chronology, event: Event) -> dict[str, list[str]]:
    """The ids of what an event names, by kind, with all actors above its actors."""
    actors = dict.fromkeys(
        name for role in event.actors for name in chronology.ancestors(role.actor)
    )
    sources = dict.fromkeys(evidence.source for evidence in event.evidence)
    sources |= dict.fromkeys(source for note in event.notes for source in note.sources)
    return {
        "sectors": [event.sector] if event.sector is not None else [],
        "actors": list(actors),
        "sources": list(sources),
    }
