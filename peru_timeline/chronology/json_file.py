"""Reading a JSON file strictly: a regular file, UTF-8, no key twice, no number that is none."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from peru_timeline.chronology.faults import ChronologyError, Fault, place_of, shown

LARGEST_FILE = 2_000_000_000
"""Bytes; far above a million events, and far below what stalls a laptop."""


class StrictJson(NamedTuple):
    """What a text holds, and where it breaks the rules that Python's reader does not keep."""

    value: Any
    faults: tuple[Fault, ...]


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
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        reason = getattr(error, "strerror", None) or str(error)
        raise _unreadable(path, f"cannot be read: {reason}") from None


def parse_json(content: bytes, path: Path | str) -> Any:
    """Read the bytes of a JSON file; raises ChronologyError with every breach and its place."""
    found = read_json(content, path)
    if found.faults:
        raise ChronologyError(path, found.faults)
    return found.value


def read_json(content: bytes, path: Path | str, at: tuple[int | str, ...] = ()) -> StrictJson:
    """Read the bytes of a JSON file, or of what stands in one at a place, as far as it is JSON.

    Keys that stand twice and numbers that are none (NaN, Infinity) are told as faults, so that
    those of the content can be told beside them. Raises ChronologyError for what is no JSON.
    """
    text = _decode(content, path)
    if not text.strip():
        raise _unreadable(path, "is empty")
    twice: dict[int, list[str]] = {}  # id of an object -> its keys that stand twice

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(items)
        if len(made) < len(items):
            keys = [key for key, _ in items]
            twice[id(made)] = [key for key in made if keys.count(key) > 1]
        return made

    constants: list[_NoNumber] = []

    def constant(name: str) -> Any:
        constants.append(_NoNumber(name))
        return constants[-1]

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        raise ChronologyError(path, [_syntax(error, text)]) from None
    except RecursionError:
        raise _unreadable(path, "is nested too deeply to be a chronology") from None
    except ValueError:  # Python converts no longer ones, because that takes for ever
        raise _unreadable(path, "holds a number of thousands of digits") from None
    if not twice and not constants:
        return StrictJson(value, ())
    return StrictJson(value, tuple(_breaches(value, twice, at)))


class _NoNumber(str):
    """The name NaN, Infinity or -Infinity, which stands in the value until its place is known."""

    __slots__ = ()


def _breaches(
    value: Any, twice: dict[int, list[str]], steps: tuple[int | str, ...]
) -> Iterator[Fault]:
    """Walk a value that holds a breach; json.loads refuses nesting too deep for this."""
    if isinstance(value, _NoNumber):
        yield Fault(place_of(steps), f"{value} is no number that JSON knows")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _breaches(item, twice, (*steps, index))
    elif isinstance(value, dict):
        for key in twice.get(id(value), ()):
            yield Fault(place_of(steps), f"the key {shown(key)} stands twice")
        for key, item in value.items():
            yield from _breaches(item, twice, (*steps, key))


_PLACE_IN_MESSAGE = re.compile(r": line \d+.*", re.DOTALL)


def _syntax(error: json.JSONDecodeError, text: str) -> Fault:
    place = f"line {error.lineno}, column {error.colno}"
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        reason = "the file ends too early, as if it were cut off"
    else:
        reason = _PLACE_IN_MESSAGE.sub("", error.msg)
        reason = (reason[0].lower() + reason[1:]).removesuffix(" at")
    return Fault(place, f"{reason}; the file has to be JSON")


def _decode(content: bytes, path: Path | str) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _unreadable(path, "is UTF-16; save it as UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = len(content[content.rfind(b"\n", 0, error.start) + 1 : error.start].decode()) + 1
        message = "the file is not UTF-8; save it in that encoding"
        raise ChronologyError(path, [Fault(f"line {line}, column {column}", message)]) from None


def _unreadable(path: Path | str, message: str) -> ChronologyError:
    return ChronologyError(path, [Fault("", f"the file {message}")])
