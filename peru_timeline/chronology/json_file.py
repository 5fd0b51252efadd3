"""Reading a JSON file strictly: a regular file, UTF-8, no key twice, no number that is none."""

from __future__ import annotations

import codecs
import json
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from peru_timeline.chronology.faults import (
    HALF_A_CHARACTER,
    ChronologyError,
    Fault,
    place_of,
    shown,
)
from peru_timeline.chronology.text import is_text
from peru_timeline.files import opened_at_once

LARGEST_FILE = 1_500_000_000
"""Bytes; twice a million events, and far below what stalls a laptop."""
SMALL_FILE = 5_000_000
FEWEST_BYTES_A_VALUE = 8
"""Chronologies have 30; below this a file is a heap of brackets that would fill the memory."""
_TOO_LARGE = f"is larger than {LARGEST_FILE / 10**9:.1f} GB; split it"


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
        content = _content(path)
    except FileNotFoundError:
        raise _unreadable(path, "does not exist; check the name and the folder") from None
    except PermissionError:
        raise _unreadable(path, "may not be read; ask for the right to read it") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        reason = getattr(error, "strerror", None) or str(error)
        raise _unreadable(path, f"cannot be read: {reason}; choose another file") from None
    except MemoryError:
        raise _unreadable(path, "is larger than the free memory; split it") from None
    if _is_hardly_text(content):
        raise _unreadable(path, "holds hardly any text, only signs of JSON; make it anew")
    return content


def _content(path: Path) -> bytes:
    with opened_at_once(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > LARGEST_FILE:
            raise _unreadable(path, _TOO_LARGE)
        head = file.read(SMALL_FILE)
        # Without these signs no file is a chronology; of a long one the rest is not read.
        is_object = head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")
        if len(head) == SMALL_FILE and not is_object:
            raise _unreadable(path, "is no chronology: it does not begin with {; choose another")
        file.seek(0)
        content = file.read(size)
        # One byte more than allowed, because the size that the system tells need not be true.
        content += file.read(LARGEST_FILE + 1 - len(content))
    if len(content) > LARGEST_FILE:
        raise _unreadable(path, _TOO_LARGE)
    return content


def _is_hardly_text(content: bytes) -> bool:
    if len(content) <= SMALL_FILE:
        return False
    return content.count(b",") * FEWEST_BYTES_A_VALUE > len(content)


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
        raise _unreadable(path, "is empty; look for another copy of it")
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
        raise _unreadable(
            path, "is nested too deeply to be a chronology; look for another copy of it"
        ) from None
    except ValueError:  # Python converts no longer ones, because that takes for ever
        raise _unreadable(path, "holds a number of thousands of digits; shorten it") from None
    if not twice and not constants and _SURROGATE.search(text) is None:
        return StrictJson(value, ())
    return StrictJson(value, tuple(_breaches(value, twice, at)))


class _NoNumber(str):
    """The name NaN, Infinity or -Infinity, which stands in the value until its place is known."""

    __slots__ = ()


_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
"""An escape that is half of a character: alone it is no text, as one of two it is an emoji, say."""


def _breaches(
    value: Any, twice: dict[int, list[str]], at: tuple[int | str, ...]
) -> Iterator[Fault]:
    """Walk a value that may hold a breach, in the order of the file; without recursion."""
    waiting: list[tuple[tuple[int | str, ...], Any]] = [(at, value)]
    while waiting:
        steps, value = waiting.pop()
        if isinstance(value, _NoNumber):
            yield Fault(place_of(steps), f"{value} is no number that JSON knows")
        elif isinstance(value, str) and not is_text(value):
            yield Fault(place_of(steps), HALF_A_CHARACTER)
        elif isinstance(value, list):
            waiting += [((*steps, i), item) for i, item in enumerate(value)][::-1]
        elif isinstance(value, dict):
            for key in twice.get(id(value), ()):
                yield Fault(place_of(steps), f"the key {shown(key)} stands twice")
            for key in value:
                if not is_text(key):
                    yield Fault(place_of(steps), f"the key {shown(key)} {HALF_A_CHARACTER}")
            waiting += [((*steps, key), item) for key, item in value.items()][::-1]


_PLACE_IN_MESSAGE = re.compile(r": line \d+.*", re.DOTALL)


def _syntax(error: json.JSONDecodeError, text: str) -> Fault:
    place = f"line {error.lineno}, column {error.colno}"
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        reason = "the file ends too early, as if it were cut off: look for another copy of it"
    else:
        reason = _PLACE_IN_MESSAGE.sub("", error.msg)
        reason = (reason[0].lower() + reason[1:]).removesuffix(" at")
    return Fault(place, f"{reason}; the file has to be JSON")


_BEGINNINGS = (  # of what is no UTF-8: the first that fits says what it is
    (b"\xff\xfe\0\0", "is UTF-32; save it as UTF-8"),
    (b"\xff\xfe", "is UTF-16; save it as UTF-8"),
    (b"\xfe\xff", "is UTF-16; save it as UTF-8"),
    (b"{\0", "is UTF-16; save it as UTF-8"),
    (b"\0{", "is UTF-16; save it as UTF-8"),
    (b"\x1f\x8b", "is compressed; unpack it first"),
    (b"PK\3\4", "is compressed; unpack it first"),
)


def _decode(content: bytes, path: Path | str) -> str:
    for beginning, message in _BEGINNINGS:
        if content.startswith(beginning):
            raise _unreadable(path, message)
    content = content.removeprefix(codecs.BOM_UTF8)  # "utf-8-sig" counts places without it
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = len(content[content.rfind(b"\n", 0, error.start) + 1 : error.start].decode()) + 1
        message = "the file is not UTF-8; save it in that encoding"
        raise ChronologyError(path, [Fault(f"line {line}, column {column}", message)]) from None


def _unreadable(path: Path | str, message: str) -> ChronologyError:
    return ChronologyError(path, [Fault("", f"the file {message}")])
