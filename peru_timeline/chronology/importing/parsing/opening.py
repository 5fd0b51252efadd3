"""Opens an untrusted file: limits its size and its lines, and finds its encoding."""

from __future__ import annotations

import codecs
import io
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.faults.system_reasons import system_reason
from peru_timeline.chronology.importing.found import ImportRefusedError
from peru_timeline.chronology.importing.sentences import ImportWords
from peru_timeline.files import opened_at_once

LARGEST_FILE = 150_000_000
"""Bytes; a million rows of a table."""
LARGEST_TREE = 30_000_000
"""Bytes of a file that is read as a whole, such as JSON: it takes ten times as much memory."""
LONGEST_LINE = 4_000_000
HEAD = 65_536
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's bytes and its path."""

    path: Path
    content: bytes

    @property
    def head(self) -> bytes:
        """The beginning, by which the format is recognised."""
        return self.content[:HEAD]


def open_file(path: Path) -> Opened:
    """Read an ordinary file; raises ImportRefusedError for anything else."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ImportRefusedError(Sentences.IS_A_FOLDER.of())
        if not stat.S_ISREG(mode):
            raise ImportRefusedError(Sentences.NO_ORDINARY_FILE.of())
        with opened_at_once(path) as file:
            if os.fstat(file.fileno()).st_size > LARGEST_FILE:
                raise ImportRefusedError(too_large(LARGEST_FILE))
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise ImportRefusedError(Sentences.DOES_NOT_EXIST.of()) from None
    except PermissionError:
        raise ImportRefusedError(Sentences.MAY_NOT_BE_READ.of()) from None
    except (OSError, ValueError) as error:
        raise ImportRefusedError(Sentences.CANNOT_BE_READ.of(system_reason(error))) from None
    if len(content) > LARGEST_FILE:
        raise ImportRefusedError(too_large(LARGEST_FILE))
    if not content.strip(b" \r\n\t\0"):
        raise ImportRefusedError(ImportWords.EMPTY.of())
    return Opened(path, content)


def too_large(limit: int) -> Message:
    """The refusal of a file larger than so many bytes."""
    return ImportWords.TOO_LARGE.of(limit // 1_000_000)


def encoding_of(content: bytes) -> str:
    """Find the encoding of a text: by its byte order mark, else UTF-8 if valid, else Windows-1252.

    Raises ImportRefusedError if it is not text.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return name
    head = content[:HEAD]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if (
        odd > len(head) / 5 or even > len(head) / 5
    ):  # UTF-16 without a byte order mark: every other byte is 0
        return "utf-16-le" if odd > even else "utf-16-be"
    if 0 in head:
        raise ImportRefusedError(ImportWords.NOT_TEXT.of())
    if _is_utf_8(content):
        return "utf-8"
    return "cp1252" if not set(content[:1_000_000]) & _NOT_IN_CP1252 else "latin-1"


_NOT_IN_CP1252 = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _is_utf_8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), HEAD * 16):
            decoder.decode(content[start : start + HEAD * 16])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def text_of(opened: Opened, encoding: str = "", largest: int = LARGEST_TREE) -> str:
    """Decode a whole file; invalid bytes become �."""
    if len(opened.content) > largest:
        raise ImportRefusedError(too_large(largest))
    text = opened.content.decode(encoding or encoding_of(opened.content), errors="replace")
    return text.removeprefix("\ufeff")


def lines_of(opened: Opened, encoding: str = "") -> Iterator[str]:
    """Yield the lines with their line breaks; raises ImportRefusedError at a line that is too long."""
    text = io.TextIOWrapper(
        io.BytesIO(opened.content),
        encoding or encoding_of(opened.content),
        errors="replace",
        newline="",
    )
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise ImportRefusedError(ImportWords.LONG_LINE.of(number, LONGEST_LINE // 1_000_000))
        yield line.removeprefix("\ufeff") if number == 1 else line
