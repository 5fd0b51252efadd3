"""Read a chronology file: the whole as frozen values, or every fault at once with its place."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from peru_timeline.chronology.checks import check_whole
from peru_timeline.chronology.faults import (
    ChronologyError,
    Fault,
    faults_of,
    place_of,
    shown,
)
from peru_timeline.chronology.json_file import parse_json, read_bytes, read_json
from peru_timeline.chronology.models import FORMAT, Chronology, Event

__all__ = ["load_chronology", "parse_chronology", "parse_json", "read_bytes"]


def load_chronology(path: Path) -> Chronology:
    """Read a chronology; raises ChronologyError with every fault and its place."""
    return parse_chronology(read_bytes(path), path)


def parse_chronology(content: bytes, path: Path | str) -> Chronology:
    """Read a chronology from the bytes of a file; `path` is only for messages.

    The file's JSON is read to plain values first, because pydantic's own reader, no faster here,
    lets a key stand twice; the models and checks.py then look at the same values.
    """
    with _collector_paused():
        raw, breaches = read_json(content, path)
        _check_format(raw, path)
        faults = [*breaches, *check_whole(raw)]
        try:
            chronology = Chronology.model_validate(raw)
        except ValidationError as error:
            told = {fault.place for fault in breaches}
            found = faults_of(error, Chronology)
            faults = [*(fault for fault in found if fault.place not in told), *faults]
        if faults:
            raise ChronologyError(path, _in_file_order(faults, raw))
        return chronology.model_copy(
            update={"events": tuple(sorted(chronology.events, key=_by_date))}
        )


def _by_date(event: Event) -> tuple[tuple[int, int], int, str]:
    return event.date.sort_key, -event.importance, event.id


_TOP_OF_PLACE = re.compile(r"(\w+)(?:\[(\d+)\])?")


def _in_file_order(faults: list[Fault], raw: dict[str, Any]) -> list[Fault]:
    """Order faults as the file does, key by key and item by item; what is missing comes first."""
    position = {key: number for number, key in enumerate(raw)}

    def order(fault: Fault) -> tuple[int, int]:
        match = _TOP_OF_PLACE.match(fault.place)
        if match is None:
            return -1, -1
        return position.get(match[1], -1), int(match[2] or -1)

    return sorted(faults, key=order)


@contextmanager
def _collector_paused() -> Iterator[None]:
    # The cyclic garbage collector triples the time to make 100,000 models, and finds nothing:
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
        raise ChronologyError(path, [Fault("", "the file is JSON, but holds no chronology object")])
    found = raw.get("format")
    if found == FORMAT:
        return
    if found is None:
        message = f'is missing; a chronology says "format": "{FORMAT}"'
    else:
        message = f'must be "{FORMAT}", which this version of the program reads, not {shown(found)}'
    raise ChronologyError(path, [Fault(place_of(("format",)), message)])
