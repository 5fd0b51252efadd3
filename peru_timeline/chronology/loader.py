"""Read a chronology file: the whole as frozen values, or every fault at once with its place."""

from __future__ import annotations

import gc
import json
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from peru_timeline.chronology.checks import check_whole
from peru_timeline.chronology.faults import (
    ChronologyError,
    Fault,
    did_you_mean,
    faults_of,
    place_of,
    shown,
)
from peru_timeline.chronology.models import FORMAT, Chronology, Event

LARGEST_FILE = 2_000_000_000
"""Bytes; far above a million events, and far below what stalls a laptop."""


def load_chronology(path: Path) -> Chronology:
    """Read a chronology; raises ChronologyError with every fault and its place."""
    return parse_chronology(read_bytes(path), path)


def parse_chronology(content: bytes, path: Path | str) -> Chronology:
    """Read a chronology from the bytes of a file; `path` is only for messages."""
    with _collector_paused():
        raw = parse_json(content, path)
        _check_format(raw, path)
        faults: list[Fault] = []
        try:
            chronology = Chronology.model_validate(raw)
        except ValidationError as error:
            faults = faults_of(error, Chronology)
        faults += check_whole(raw)
        if faults:
            raise ChronologyError(path, faults)
        return chronology.model_copy(
            update={"events": tuple(sorted(chronology.events, key=_in_order))}
        )


def read_bytes(path: Path) -> bytes:
    """Read a regular file; raises ChronologyError with a sentence for whatever else it is."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise _unreadable(path, "is a folder; choose a chronology file inside it")
        if not stat.S_ISREG(found.st_mode):
            raise _unreadable(path, "is no ordinary file (a device or a pipe); choose a file")
        if found.st_size > LARGEST_FILE:
            raise _unreadable(path, f"is larger than {LARGEST_FILE // 10**9} GB; split it")
        return path.read_bytes()
    except FileNotFoundError:
        raise _unreadable(path, "does not exist; check the name and the folder") from None
    except PermissionError:
        raise _unreadable(path, "may not be read; ask for the right to read it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unreadable(path, f"cannot be read: {reason}") from None


def _unreadable(path: Path, message: str) -> ChronologyError:
    return ChronologyError(path, [Fault("", f"the file {message}")])


def _in_order(event: Event) -> tuple[tuple[int, int], int, str]:
    return event.date.sort_key, -event.importance, event.id


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


def parse_json(content: bytes, path: Path | str) -> Any:
    """Read the bytes of a JSON file; raises ChronologyError with a place for what is no sound JSON."""
    text = _decode(content, path)
    if not text.strip():
        raise ChronologyError(path, [Fault("", "the file is empty")])
    repeated: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(items)
        if len(made) < len(items):
            seen: set[str] = set()
            for key, _ in items:
                if key in seen:
                    repeated.append(key)
                seen.add(key)
        return made

    def constant(name: str) -> Any:
        raise ValueError(f"{name} is no number that JSON knows")

    try:
        raw = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        cut = error.pos >= len(text.rstrip())
        reason = "the file ends too early, as if it were cut off" if cut else _json_words(error.msg)
        raise ChronologyError(path, [Fault(place, f"{reason}; the file has to be JSON")]) from None
    except RecursionError:
        raise ChronologyError(path, [Fault("", "the file is nested too deeply")]) from None
    except ValueError as error:  # NaN, or a number of more digits than Python converts
        message = str(error)
        if "digits" in message:
            message = "the file holds a number of thousands of digits"
        raise ChronologyError(path, [Fault("", message)]) from None
    if repeated:
        raise ChronologyError(
            path,
            [Fault("", f"the key {shown(key)} stands twice in one object") for key in repeated],
        )
    return raw


def _json_words(message: str) -> str:
    return message[0].lower() + message[1:]


def _decode(content: bytes, path: Path | str) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ChronologyError(path, [Fault("", "the file is UTF-16; save it as UTF-8")])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ChronologyError(
            path, [Fault(f"line {line}", "the file is not UTF-8; save it in that encoding")]
        ) from None


def _check_format(raw: Any, path: Path | str) -> None:
    """Refuse what is no chronology at all with one sentence instead of a hundred faults."""
    if not isinstance(raw, dict):
        raise ChronologyError(path, [Fault("", "the file is JSON, but holds no chronology object")])
    found = raw.get("format")
    if found == FORMAT:
        return
    if found is None:
        near = did_you_mean("format", [key for key in raw if isinstance(key, str)])
        message = f'is missing; a chronology says "format": "{FORMAT}"{near}'
    else:
        message = f'must be "{FORMAT}", which this version of the program reads, not {shown(found)}'
    raise ChronologyError(path, [Fault(place_of(("format",)), message)])
