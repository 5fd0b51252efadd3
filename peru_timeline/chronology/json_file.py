"""Read a JSON file strictly: a regular file, in UTF-8, without duplicate keys, NaN or Infinity."""

from __future__ import annotations

import codecs
import json
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from peru_timeline.chronology.faults.fault import ChronologyError, Fault, display_value, json_path
from peru_timeline.chronology.faults.gathering import Gathered
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.text import is_encodable
from peru_timeline.files import opened_at_once

LARGEST_FILE = 1_500_000_000
"""Bytes; twice a million events, and far less than would stall a laptop."""
SMALL_FILE = 5_000_000
FEWEST_BYTES_A_VALUE = 8
"""Chronologies have 30; a file with fewer is mostly brackets, and its values would fill the memory."""
_TOO_LARGE = Sentences.TOO_LARGE.of(f"{LARGEST_FILE / 10**9:.1f}")


class StrictJson(NamedTuple):
    """The value of a text, and its breaches of rules that Python's JSON reader does not enforce."""

    value: Any
    faults: tuple[Fault, ...]


def read_bytes(path: Path) -> bytes:
    """Read a regular file; raises ChronologyError for anything else."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise _unreadable(path, Sentences.IS_A_FOLDER.of())
        if not stat.S_ISREG(found.st_mode):
            raise _unreadable(path, Sentences.NO_ORDINARY_FILE.of())
        content = _content(path)
    except FileNotFoundError:
        raise _unreadable(path, Sentences.DOES_NOT_EXIST.of()) from None
    except PermissionError:
        raise _unreadable(path, Sentences.MAY_NOT_BE_READ.of()) from None
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        raise _unreadable(path, Sentences.CANNOT_BE_READ.of(system_reason(error))) from None
    except MemoryError:
        raise _unreadable(path, Sentences.LARGER_THAN_MEMORY.of()) from None
    if _has_hardly_any_text(content):
        raise _unreadable(path, Sentences.HARDLY_ANY_TEXT.of())
    return content


def _content(path: Path) -> bytes:
    with opened_at_once(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > LARGEST_FILE:
            raise _unreadable(path, _TOO_LARGE)
        head = file.read(SMALL_FILE)
        # A chronology begins with a brace; of a long file that does not, the rest is not read.
        is_object = head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")
        if len(head) == SMALL_FILE and not is_object:
            raise _unreadable(path, Sentences.NO_CHRONOLOGY.of())
        file.seek(0)
        content = file.read(size)
        # One byte more than allowed, because the size that the system reports may be wrong.
        content += file.read(LARGEST_FILE + 1 - len(content))
    if len(content) > LARGEST_FILE:
        raise _unreadable(path, _TOO_LARGE)
    return content


def _has_hardly_any_text(content: bytes) -> bool:
    if len(content) <= SMALL_FILE:
        return False
    return content.count(b",") * FEWEST_BYTES_A_VALUE > len(content)


def parse_json(content: bytes, path: Path | str) -> Any:
    """Read the bytes of a JSON file; raises ChronologyError with every breach and its location."""
    found = read_json(content, path)
    if found.faults:
        raise ChronologyError(path, found.faults)
    return found.value


def read_json(content: bytes, path: Path | str, at: tuple[int | str, ...] = ()) -> StrictJson:
    """Read the bytes of a JSON file, or of the part of one at the location `at`.

    Duplicate keys, NaN, Infinity and lone surrogates are returned as faults, so that faults of the content
    can be reported beside them. Raises ChronologyError for anything that is not JSON.
    """
    text = _decode(content, path)
    if not text.strip():
        raise _unreadable(path, Sentences.IS_EMPTY.of())
    duplicates: dict[int, list[str]] = {}  # id() of an object -> its duplicate keys

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(items)
        if len(made) < len(items):
            counts = Counter(key for key, _ in items)
            duplicates[id(made)] = [key for key in made if counts[key] > 1]
        return made

    constants: list[_NonNumber] = []

    def constant(name: str) -> Any:
        constants.append(_NonNumber(name))
        return constants[-1]

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        raise ChronologyError(path, [_syntax(error, text)]) from None
    except RecursionError:
        raise _unreadable(path, Sentences.TOO_DEEP.of()) from None
    except ValueError:  # Python refuses to convert longer ones, which would take too long
        raise _unreadable(path, Sentences.TOO_MANY_DIGITS.of()) from None
    if not duplicates and not constants and _SURROGATE.search(text) is None:
        return StrictJson(value, ())
    gathered = Gathered()
    gathered.add(_breaches(value, duplicates, at))
    return StrictJson(value, tuple(gathered.faults()))


class _NonNumber(str):
    """The name NaN, Infinity or -Infinity, in the value until its location is known."""

    __slots__ = ()


_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
"""An escape that is half a character: not text if alone, but an emoji, say, as one of two."""


def _breaches(
    value: Any, duplicates: dict[int, list[str]], at: tuple[int | str, ...]
) -> Iterator[Fault]:
    """Find the breaches in a value in the order of the file; without recursion."""
    waiting: list[tuple[tuple[int | str, ...], Any]] = [(at, value)]
    while waiting:
        steps, value = waiting.pop()
        if isinstance(value, _NonNumber):
            yield Fault(json_path(steps), Sentences.NO_JSON_NUMBER.of(value))
        elif isinstance(value, str) and not is_encodable(value):
            yield Fault(json_path(steps), Sentences.HALF_A_CHARACTER.of())
        elif isinstance(value, list):
            waiting += [((*steps, i), item) for i, item in enumerate(value)][::-1]
        elif isinstance(value, dict):
            for key in duplicates.get(id(value), ()):
                yield Fault(json_path(steps), Sentences.KEY_TWICE.of(display_value(key)))
            for key in value:
                if not is_encodable(key):
                    yield Fault(json_path(steps), Sentences.KEY_WITH_HALF.of(display_value(key)))
            waiting += [((*steps, key), item) for key, item in value.items()][::-1]


_REASONS = (  # beginnings of the messages of Python's reader, and our sentences
    ("Expecting value", Sentences.EXPECTING_VALUE.of()),
    ("Expecting property name", Sentences.EXPECTING_KEY.of()),
    ("Expecting ',' delimiter", Sentences.EXPECTING_SIGN.of("','")),
    ("Expecting ':' delimiter", Sentences.EXPECTING_SIGN.of("':'")),
    ("Extra data", Sentences.EXTRA_DATA.of()),
    ("Invalid control character", Sentences.CONTROL_SIGN.of()),
    ("Invalid \\u", Sentences.BAD_ESCAPE.of("\\uXXXX")),
    ("Invalid \\", Sentences.BAD_ESCAPE.of("\\")),
    ("Illegal trailing comma", Sentences.TRAILING_COMMA.of()),
    ("", Sentences.UNREADABLE_SIGN.of()),
)


def _syntax(error: json.JSONDecodeError, text: str) -> Fault:
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        reason = Sentences.CUT_OFF.of()
    else:
        reason = next(words for begin, words in _REASONS if error.msg.startswith(begin))
    place = Sentences.LINE_AND_COLUMN.of(error.lineno, error.colno)
    return Fault(place, Sentences.NO_JSON.of(reason))


_BEGINNINGS = (  # first bytes of files that are not UTF-8; the first match counts
    (b"\xff\xfe\0\0", Sentences.IS_UTF_32),
    (b"\xff\xfe", Sentences.IS_UTF_16),
    (b"\xfe\xff", Sentences.IS_UTF_16),
    (b"{\0", Sentences.IS_UTF_16),
    (b"\0{", Sentences.IS_UTF_16),
    (b"\x1f\x8b", Sentences.IS_COMPRESSED),
    (b"PK\3\4", Sentences.IS_COMPRESSED),
)


def _decode(content: bytes, path: Path | str) -> str:
    for beginning, words in _BEGINNINGS:
        if content.startswith(beginning):
            raise _unreadable(path, words.of())
    content = content.removeprefix(codecs.BOM_UTF8)  # "utf-8-sig" would count positions without it
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = len(content[content.rfind(b"\n", 0, error.start) + 1 : error.start].decode()) + 1
        place = Sentences.LINE_AND_COLUMN.of(line, column)
        raise ChronologyError(path, [Fault(place, Sentences.NOT_UTF_8.of())]) from None


def _unreadable(path: Path | str, message: Message) -> ChronologyError:
    return ChronologyError(path, [Fault("", message)])
