"""The chronology after a change, made of the one before: only what was touched is read.

Reading a file of 100,000 events takes seconds, and a reader who corrects a date waits for none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.editing.file_text import HEAD, FileText, Splice, is_about_a_list
from peru_timeline.chronology.loader import collector_paused, parse_chronology
from peru_timeline.chronology.models import ChronologyFile, ChronologyHead
from peru_timeline.chronology.store.event_columns import (
    EventColumns,
    EventColumnsBuilder,
    RelatedPair,
)
from peru_timeline.chronology.store.event_offsets import EventOffsets
from peru_timeline.chronology.store.event_store import EventStore
from peru_timeline.chronology.store.records import batch_of, event_list_decoder

NEW = -1
"""Stands for an event that was touched or is new."""


class Patched(NamedTuple):
    """A chronology after a change.

    Attributes:
        chronology: as it would be read from the file after the change.
        origin: for each event its index in the chronology before; NEW where it was touched.

    """

    chronology: Chronology
    origin: NDArray[np.int64]


def patched(before: Chronology, file: FileText, splices: Sequence[Splice]) -> Patched:
    """Return the chronology of a file after splices.

    Args:
        before: the chronology before the splices.
        file: the file after them; a change made it, so it is sound.
        splices: what was done to the bytes, in that order.

    """
    with collector_paused():
        is_other_file = any(s.kind == HEAD and is_about_a_list(s) for s in splices)
        if is_other_file or not _holds_a_file(before.events) or "events" not in file.lists:
            chronology = parse_chronology(file.content, "")
            return Patched(chronology, np.full(len(chronology.events), NEW, np.int64))
        places = _followed(before.events.offsets, splices)
        head = _head_after(before, file, splices)
        return _put_together(before, head, file, places)


def _holds_a_file(events: EventStore) -> bool:
    """Whether the store keeps the bytes of a whole file, and not a list of events made in memory."""
    return events.offsets.list_span[0] > 0


class _Places(NamedTuple):
    """Where events stand in the bytes, in no particular order."""

    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    origin: NDArray[np.int64]


def _followed(offsets: EventOffsets, splices: Iterable[Splice]) -> _Places:
    """Move the places of events along with the bytes; what a splice replaces becomes NEW."""
    places = _Places(offsets.begin, offsets.end, np.arange(len(offsets), dtype=np.int64))
    for splice in splices:
        until = splice.at + len(splice.removed)
        by = len(splice.inserted) - len(splice.removed)
        is_behind = places.begin >= until
        kept = is_behind | (places.end <= splice.at)
        shift = np.where(is_behind, by, 0)[kept]
        places = _Places(places.begin[kept] + shift, places.end[kept] + shift, places.origin[kept])
        if splice.kind == "events":
            added = splice.after.moved(splice.at)
            places = _Places(
                np.concatenate((places.begin, added.begin)),
                np.concatenate((places.end, added.end)),
                np.concatenate((places.origin, np.full(len(added.ids), NEW, np.int64))),
            )
    return places


def _head_after(before: Chronology, file: FileText, splices: Iterable[Splice]) -> ChronologyHead:
    if all(splice.kind == "events" for splice in splices):
        return before
    return ChronologyFile.model_validate(file.head())


def _put_together(
    before: Chronology, head: ChronologyHead, file: FileText, places: _Places
) -> Patched:
    kept, new = np.flatnonzero(places.origin != NEW), np.flatnonzero(places.origin == NEW)
    columns = before.event_columns
    if head is not before:
        columns = columns.renumbered(before, head)
    joined = _joined(columns, places.origin[kept], _read(head, file, places, new))
    order = joined.by_date_from(len(kept))
    in_columns = np.concatenate((kept, new))[order]
    list_span = file.lists["events"].begin, file.lists["events"].end
    offsets = EventOffsets(places.begin[in_columns], places.end[in_columns], list_span)
    store = EventStore(file.content, offsets, joined.take(order))
    return Patched(Chronology.of(head, store), places.origin[in_columns])


def _read(
    head: ChronologyHead, file: FileText, places: _Places, numbers: NDArray[np.intp]
) -> EventColumnsBuilder:
    """Read the events at these places."""
    texts = [file.content[places.begin[n] : places.end[n]] for n in numbers.tolist()]
    builder = EventColumnsBuilder(head)
    if texts:
        builder.add(batch_of(event_list_decoder().decode(b"[%b]" % b",".join(texts))))
    return builder


def _joined(
    columns: EventColumns, kept: NDArray[np.int64], builder: EventColumnsBuilder
) -> EventColumns:
    """Join the events that were kept, by their numbers in `columns`, with those that were read."""
    new_at = {name: len(kept) + number for number, name in enumerate(builder.ids)}
    place = np.full(len(columns), NEW, np.int64)
    place[kept] = np.arange(len(kept))

    def where(old: int) -> int:
        now = int(place[old])
        return new_at[columns.ids[old].decode()] if now == NEW else now

    pairs = [
        RelatedPair(int(place[event]), where(other))
        for event, other in columns.related_pairs
        if place[event] != NEW
    ]
    index = columns.index if any(other not in new_at for _, other in builder.related) else {}
    pairs += [
        RelatedPair(
            len(kept) + event, new_at[other] if other in new_at else int(place[index[other]])
        )
        for event, other in builder.related
    ]
    without = replace(columns, related_pairs=()).take(kept)
    return without.followed_by(builder.columns_alone(), pairs)
