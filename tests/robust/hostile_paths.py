"""Hostile paths: folders, pipes, devices, circular links and names that are hard to print."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from tests.robust.hostile import Hostile, Make


def _folder(folder: Path) -> Path:
    return folder


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def _socket(folder: Path) -> Path:
    path = folder / "s"
    here = Path.cwd()
    os.chdir(folder)  # a socket's address has room for 100 letters
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("s")
    finally:
        os.chdir(here)
    return path


def _loop(folder: Path) -> Path:
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    return folder / "a"


def _dangling(folder: Path) -> Path:
    (folder / "a").symlink_to(folder / "nothing")
    return folder / "a"


def _link_to_pipe(folder: Path) -> Path:
    (folder / "a").symlink_to(_fifo(folder))
    return folder / "a"


def _below_a_file(folder: Path) -> Path:
    (folder / "file").write_bytes(b"")
    return folder / "file" / "x.chronology"


def _named(name: str) -> Make:
    return lambda folder: folder / name


def _device(name: str) -> Make:
    return lambda _folder: Path(name)


NO_FILE = (
    Hostile("a folder", _folder, ("is a folder", "choose a chronology file")),
    Hostile("a FIFO", _fifo, ("not an ordinary file", "choose a file")),
    Hostile("a link to a FIFO", _link_to_pipe, ("not an ordinary file", "choose a file")),
    Hostile("a socket", _socket, ("not an ordinary file", "choose a file")),
    Hostile("/dev/zero", _device("/dev/zero"), ("not an ordinary file", "choose a file")),
    Hostile("/dev/null", _device("/dev/null"), ("not an ordinary file", "choose a file")),
    Hostile("/dev/tty", _device("/dev/tty"), ("not an ordinary file",)),
    Hostile("/proc/self/mem", _device("/proc/self/mem"), ("cannot be read",)),
    Hostile("/proc/self/environ", _device("/proc/self/status"), ("line 1, column 1", "JSON")),
    Hostile("links in a ring", _loop, ("cannot be read", "links")),
    Hostile("a link to nothing", _dangling, ("does not exist", "check the name")),
    Hostile("no file", _named("nothing.chronology"), ("does not exist", "check the name")),
    Hostile("below a file", _below_a_file, ("cannot be read",)),
    Hostile("a name of 5,000 letters", _named("x" * 5000), ("cannot be read",)),
    Hostile("a name that steers the terminal", _named("a\x1b[31m\nb"), ("does not exist",)),
    Hostile("a name in no encoding", _named("a\udcff\udcfe"), ("does not exist",)),
)
