"""Read a chronology file: the whole as frozen values, or every fault at once with its location."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peru_timeline.chronology.batch_loader import (
    NotSplittableError,
    Progress,
    load_in_batches,
)
from peru_timeline.chronology.checks import check_format, check_whole_file
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.faults.fault import (
    ChronologyError,
    at_other_locations,
    in_file_order,
)
from peru_timeline.chronology.faults.gathering import Gathered
from peru_timeline.chronology.faults.in_words import with_place_in_words
from peru_timeline.chronology.faults.long_values import faults_in_pieces
from peru_timeline.chronology.json_file import read_bytes, read_json
from peru_timeline.chronology.models import ChronologyFile
from peru_timeline.chronology.store.event_store import EventStore
from peru_timeline.chronology.store.item_places import ItemPlaces
from peru_timeline.chronology.store.load_cache import read_load_cache

__all__ = ["Progress", "load_chronology", "parse_chronology"]


def load_chronology(
    path: Path, progress: Progress | None = None, cache_dir: Path | None = None
) -> Chronology:
    """Read a chronology; raises ChronologyError with every fault and its location.

    `cache_dir` is the folder of the load cache (store/load_cache.py); without it every file is read in full.
    """
    return parse_chronology(read_bytes(path), path, progress, cache_dir)


def parse_chronology(
    content: bytes,
    path: Path | str,
    progress: Progress | None = None,
    cache_dir: Path | None = None,
) -> Chronology:
    """Read a chronology from the bytes of a file; `path` is only for messages."""
    with collector_paused():
        cached = read_load_cache(cache_dir, content) if cache_dir is not None else None
        if cached is not None:
            columns, offsets = cached
            head = read_json(offsets.without_events(content), path).value
            events = EventStore(content, offsets, columns)
            return Chronology.of(ChronologyFile.model_validate(head), events)
        try:
            with _places_in_words(content, path):
                return load_in_batches(content, path, progress)
        except NotSplittableError:
            return load_whole(content, path)


@contextmanager
def _places_in_words(content: bytes, path: Path | str) -> Iterator[None]:
    """Add to the faults that are raised within where they stand, in words."""
    try:
        yield
    except ChronologyError as error:
        places = ItemPlaces(content)
        told = [with_place_in_words(fault, places.find) for fault in error.faults]
        raise ChronologyError(path, told) from None


def load_whole(content: bytes, path: Path | str) -> Chronology:
    """Read a file by the models and checks alone: slowly, and with the best account of its faults.

    Needed for files that cannot be split into events, which are nearly always faulty.
    """
    with _places_in_words(content, path):
        raw, breaches = read_json(content, path)
        check_format(raw, path)
        gathered = Gathered()
        gathered.add(at_other_locations(faults_in_pieces(raw, ChronologyFile), breaches))
        gathered.add(breaches)
        gathered.add(check_whole_file(raw))
        if gathered:
            raise ChronologyError(path, in_file_order(gathered.faults(), raw))
    return Chronology.from_file(ChronologyFile.model_validate(raw))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cyclic garbage collector from running while many values are made."""
    # The cyclic garbage collector triples the time to make 100,000 values, and finds nothing:
    # frozen values have no cycles.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
