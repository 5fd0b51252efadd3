"""The journal of unsaved work: what a killed program leaves behind, so that nothing older than a field is lost.

Beside the bytes that the work began with stands a file of lines, one for each act: a checksum and the splices that it
made. A line is there whole or not at all, since a torn one fails its checksum. The program that writes a journal
locks it; whoever finds one without a lock knows that its program has ended. Nothing here knows Qt.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import sys
import time
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from peru_timeline.chronology.editing.file_text import Splice
from peru_timeline.files import PRIVATE

if sys.platform != "win32":
    import fcntl

ENDING, BASE_ENDING = ".journal", ".base"


class About(NamedTuple):
    """What a journal is about.

    Attributes:
        path: where the chronology is, or would be saved.
        title: of the chronology, for the question.
        source: the file that it was imported from; empty if there is none.
        checksum: of what its file had when it was read; empty where `path` is no file of it.

    """

    path: str
    title: str
    source: str = ""
    checksum: str = ""


class Left(NamedTuple):
    """Work that was left behind: the chronology as it was after the last act, and when that was."""

    about: About
    content: bytes
    acts: int
    when: float
    journal: Path


class Journal:
    """Keeps the unsaved work of one chronology at a time, in a folder of the reader's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: int | None = (
            None  # a descriptor: it holds the lock as long as the program lives
        )
        self._path: Path | None = None

    @property
    def is_open(self) -> bool:
        """Whether work is being kept."""
        return self._file is not None

    def begin(self, base: bytes, about: About) -> None:
        """Keep work that begins with these bytes; raises OSError."""
        self.end()
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{os.getpid()}-{time.time_ns()}{ENDING}"
        try:
            _write(path.with_suffix(BASE_ENDING), base)
            self._path, self._file = path, _opened(path)
            self._add({"about": about._asdict()})
        except OSError:
            self.end()
            raise

    def add(self, splices: Iterable[Splice]) -> None:
        """Keep an act; raises OSError, and ends then: half the acts would be worth nothing."""
        if self._file is None:
            return
        step = [
            [s.at, len(s.removed), base64.b64encode(s.inserted).decode("ascii")] for s in splices
        ]
        try:
            self._add({"step": step})
        except OSError:
            self.end()
            raise

    def end(self) -> None:
        """Forget the work: it is saved, or the reader does not want it."""
        path = self._path
        self.leave()
        if path is not None:
            forget(path)

    def leave(self) -> None:
        """Leave the work for the next start."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.close(self._file)
        self._file = self._path = None

    def _add(self, record: dict[str, Any]) -> None:
        if self._file is not None:
            text = json.dumps(record, ensure_ascii=True).encode()
            # One write: a program that is killed has written all of it or the beginning.
            line = b"%08x %b\n" % (zlib.crc32(text), text)
            while line:
                line = line[os.write(self._file, line) :]


def left_behind(folder: Path) -> Iterator[Left]:
    """Yield the work in a folder whose programs have ended, the newest first; what cannot be read is passed over."""
    found = []
    with contextlib.suppress(OSError):
        found = [path for path in folder.iterdir() if path.suffix == ENDING]
    for path in sorted(found, key=_when, reverse=True):
        if not _is_held(path) and (left := read_journal(path)) is not None:
            yield left


def read_journal(path: Path) -> Left | None:
    """Read a journal up to its last whole line; None where not even the beginning is whole."""
    try:
        content = bytearray(path.with_suffix(BASE_ENDING).read_bytes())
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return None
    about, acts = None, 0
    for line in lines:
        record = _record(line)
        if record is None:
            break
        if "about" in record:
            about = About(**record["about"])
            continue
        for at, removed, inserted in record["step"]:
            content[at : at + removed] = base64.b64decode(inserted)
        acts += 1
    return None if about is None else Left(about, bytes(content), acts, _when(path), path)


def forget(path: Path) -> None:
    """Delete a journal and the bytes that it begins with."""
    for each in (path, path.with_suffix(BASE_ENDING)):
        with contextlib.suppress(OSError):
            each.unlink()


def _record(line: bytes) -> dict[str, Any] | None:
    checksum, _, text = line.partition(b" ")
    try:
        if int(checksum, 16) != zlib.crc32(text):
            return None
        record: dict[str, Any] = json.loads(text)
    except ValueError:
        return None
    return record


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)


def _opened(path: Path) -> int:
    """Open a journal for writing, and lock it as long as this program lives."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a network file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return descriptor


def _is_held(path: Path) -> bool:
    """Whether the program that writes a journal is still there."""
    if sys.platform == "win32":
        return path.name.startswith(f"{os.getpid()}-") or not _may_rename(path)
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _may_rename(path: Path) -> bool:
    """Whether nobody has a file open, on Windows."""
    try:
        path.rename(path)
    except OSError:
        return False
    return True


def _when(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
