"""Atomic writes, and reads that never block."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
import tempfile
import time
from io import BufferedReader
from pathlib import Path

LEFT_OVER_SECONDS = 3600
"""A temporary file older than this was left behind by a program that was killed."""
PRIVATE = 0o600
"""The mode of what belongs to the reader alone: settings, saved views, what was found in their files."""
MOST_PUT_ASIDE = 50
_LONGEST_PREFIX = 40
_OURS = "peru-timeline-"
_LEFT_OVER = re.compile(rf"^\..*\.{_OURS}([0-9]{{1,18}})-[^.]*\.part$", re.DOTALL)


def write_atomically(path: Path, content: bytes, *, private: bool = False) -> None:
    """Replace a file by `content` atomically: at any moment the whole old or whole new file exists.

    A symbolic link at `path` stays, and the file it points to is replaced. An existing file keeps
    its mode; `private`: nobody else may read it. Raises OSError, naming `path`, when the folder or the
    disk refuses the write, or when `path` is not an ordinary file (a folder, a device, a pipe); nothing
    is left behind then.
    """
    try:
        target = Path(os.path.realpath(path))
        _refuse_all_but_files(target)
        _replace(target, content, PRIVATE if private else _mode_for(target))
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


def exists(path: Path) -> bool:
    """Whether something is at a path, links followed; False where nobody can tell.

    `Path.exists` raises for a folder without rights and for a name that no disk can hold.
    """
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def size_of(path: Path) -> int:
    """Return how large a file is, in bytes; 0 where nobody can tell."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def is_safe_to_open(path: Path) -> bool:
    """Whether nothing or an ordinary file is at a path: opening a pipe would wait for its other end."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False


def put_aside(path: Path) -> Path:
    """Rename a damaged file to `.bad`, or `.bad2` and so on, if the folder allows it; return the new path.

    What was put aside before stays, as it may hold what the reader still wants back.
    """
    names = (
        f"{path.name}.bad{number if number > 1 else ''}" for number in range(1, MOST_PUT_ASIDE)
    )
    bad = path.with_name(path.name + ".bad")
    for name in names:
        bad = path.with_name(name)
        if kind_at(bad) is None:
            break
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


def _replace(target: Path, content: bytes, mode: int) -> None:
    start = f".{target.name[:_LONGEST_PREFIX]}."  # file names are limited to 255 bytes
    _sweep(target.parent, start)
    # The number says whether the program that writes is still there.
    prefix = f"{start}{_OURS}{os.getpid()}-"
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(mode)
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    _sync_folder(target.parent)


def _sweep(folder: Path, start: str) -> None:
    """Remove temporary files that programs left in a folder when they were killed while writing.

    Those that begin with `start` may be of an earlier version, whose names do not tell the program.
    """
    long_ago = time.time() - LEFT_OVER_SECONDS
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            ours = _LEFT_OVER.search(entry.name)
            of_this = entry.name.startswith(start) and entry.name.endswith(".part")
            if ours is None and not of_this:
                continue
            with contextlib.suppress(OSError):
                is_old = entry.stat(follow_symlinks=False).st_mtime < long_ago
                if is_old or (ours is not None and not _is_running(int(ours[1]))):
                    Path(entry.path).unlink()


def _is_running(number: int) -> bool:
    """Whether a process may still be there; where that cannot be asked, it may."""
    if sys.platform == "win32" or number in (0, os.getpid()):
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


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
