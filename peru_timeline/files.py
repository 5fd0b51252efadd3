"""Atomic writes, and reads that never block."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
import time
from io import BufferedReader
from pathlib import Path

LEFT_OVER_SECONDS = 3600
"""A temporary file older than this was left behind by a program that was killed."""
_LONGEST_PREFIX = 40


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file by `content` atomically: at any moment the whole old or whole new file exists.

    A symbolic link at `path` stays, and the file it points to is replaced. An existing file keeps
    its mode. Raises OSError, naming `path`, when the folder or the disk refuses the write, or when
    `path` is not an ordinary file (a folder, a device, a pipe); nothing is left behind then.
    """
    try:
        target = Path(os.path.realpath(path))
        _refuse_all_but_files(target)
        _replace(target, content)
    except OSError as error:  # this one names the temporary file, which means nothing to a reader
        raise OSError(error.errno, error.strerror, str(path)) from error
    except ValueError as error:  # a name with a zero byte
        raise OSError(errno.EINVAL, str(error), str(path)) from error


def read_small(path: Path, largest: int) -> bytes:
    """Read an ordinary file of at most `largest` bytes, without ever blocking.

    Raises OSError when the file cannot be read, and ValueError when it is larger, or is a pipe or
    a device.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise ValueError("not an ordinary file")
    with opened_at_once(path) as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise ValueError("too large")
    return content


def opened_at_once(path: Path) -> BufferedReader:
    """Open a file for reading without blocking: it may have become a pipe since it was checked."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags), "rb")


def kind_at(path: Path) -> int | None:
    """Return the kind of what is at a path, a link itself included, as `stat.S_IFMT` gives it; else None.

    Unlike `Path.exists` it never raises: in a folder without rights, or at a name that no disk can hold, is nothing.
    """
    try:
        return stat.S_IFMT(path.lstat().st_mode)
    except (OSError, ValueError):
        return None


def put_aside(path: Path) -> Path:
    """Rename a damaged file to `.bad`, if the folder allows it, and return the new path."""
    bad = path.with_name(path.name + ".bad")
    with contextlib.suppress(OSError):
        path.replace(bad)
    return bad


def _refuse_all_but_files(target: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        mode = target.lstat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):  # replacing /dev/null would break the whole system
            raise OSError(errno.EINVAL, "is not an ordinary file")


def _replace(target: Path, content: bytes) -> None:
    prefix = f".{target.name[:_LONGEST_PREFIX]}."  # file names are limited to 255 bytes
    _sweep(target.parent, prefix)
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode_for(target))
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    _sync_folder(target.parent)


def _sweep(folder: Path, prefix: str) -> None:
    """Remove old temporary files, left by a program that was killed while writing this file."""
    long_ago = time.time() - LEFT_OVER_SECONDS
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            ours = entry.name.startswith(prefix) and entry.name.endswith(".part")
            if ours and entry.stat(follow_symlinks=False).st_mtime < long_ago:
                Path(entry.path).unlink()


def _mode_for(target: Path) -> int:
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    umask = os.umask(0)  # it can only be read by setting it
    os.umask(umask)
    return 0o666 & ~umask


def _sync_folder(folder: Path) -> None:
    # Windows cannot open folders, and some network file systems refuse to sync one.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
