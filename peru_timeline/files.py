"""Writing files whole or not at all, and reading small ones without being held up."""

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
"""After that time a half-written file beside its target is what a killed program left there."""
_LONGEST_PREFIX = 40


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file by `content`, so that at any moment the old or the new one is there, whole.

    A symbolic link at `path` stays: the file it points to is replaced. The mode of a file that was
    there is kept. Raises OSError, naming `path`, when the folder or the disk does not allow it, or
    where something stands that is no file (a device, a pipe); nothing is left behind then.
    """
    try:
        target = Path(os.path.realpath(path))
        _refuse_what_is_no_file(target)
        _replace(target, content)
    except OSError as error:  # it names the temporary file, which no reader knows
        raise OSError(error.errno, error.strerror, str(path)) from error
    except ValueError as error:  # a name with a zero byte
        raise OSError(errno.EINVAL, str(error), str(path)) from error


def read_small(path: Path, largest: int) -> bytes:
    """Read an ordinary file of at most `largest` bytes; raises OSError, or ValueError for all else.

    Never waits: a pipe or an endless device in the place of the file is no file.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise ValueError("no ordinary file")
    with opened_at_once(path) as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise ValueError("far too large")
    return content


def opened_at_once(path: Path) -> BufferedReader:
    """Open a file for reading without waiting: it may have become a pipe since it was looked at."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags), "rb")


def put_aside(path: Path) -> Path:
    """Keep a damaged file beside its place as `.bad`, as far as the folder allows; give its new name."""
    bad = path.with_name(path.name + ".bad")
    with contextlib.suppress(OSError):
        path.replace(bad)
    return bad


def _refuse_what_is_no_file(target: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        mode = target.lstat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):  # replacing /dev/null would take it from the whole system
            raise OSError(errno.EINVAL, "is no ordinary file")


def _replace(target: Path, content: bytes) -> None:
    prefix = f".{target.name[:_LONGEST_PREFIX]}."  # names may not be longer than 255 bytes
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
    """Remove what a program that was killed while writing this file left behind long ago."""
    long_ago = time.time() - LEFT_OVER_SECONDS
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            ours = entry.name.startswith(prefix) and entry.name.endswith(".part")
            if ours and entry.stat(follow_symlinks=False).st_mtime < long_ago:
                Path(entry.path).unlink()


def _mode_for(target: Path) -> int:
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    umask = os.umask(0)  # there is no way to ask without setting it
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
