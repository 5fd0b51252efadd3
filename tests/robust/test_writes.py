"""Whatever the disk does, writing leaves the whole old file or the whole new one."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peru_timeline import files
from peru_timeline.chronology.review.documents import DocumentStore
from peru_timeline.chronology.views import ViewsFile, write_views
from peru_timeline.files import put_aside, read_small, write_atomically
from peru_timeline.pictures.export_choice import ExportChoice, load_choice, save_choice
from peru_timeline.settings import Settings, load_settings, save_settings
from tests.chronology.review.test_documents import DOCUMENT, GOOD, chronology_of

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and devices of POSIX")
root_only = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="needs the right to mount"
)

Write = Callable[[Path], object]
"""Writes the file, and returns the trouble it reports, or raises OSError."""


def _settings(path: Path) -> object:
    return save_settings(path, Settings(recent=("/" + "x" * 20_000,)))


def _views(path: Path) -> object:
    write_views(path, ViewsFile(chronology="x", title={"en": "x" * 20_000}))
    return None


def _bytes(path: Path) -> object:
    write_atomically(path, b"new" * 10_000)
    return None


WRITERS = {"settings": _settings, "views": _views, "export": _bytes}


@pytest.fixture(params=WRITERS)
def write(request: pytest.FixtureRequest) -> Write:
    return WRITERS[request.param]


def told(write: Write, path: Path) -> str:
    """Try a write that must fail, and return the reason that is reported."""
    try:
        found = write(path)
    except OSError as error:
        return error.strerror or str(error)
    assert found is not None, "no failure was reported"
    return str(found)


@pytest.mark.parametrize("step", ["write", "fsync", "chmod", "replace", "mkstemp"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_a_disk_that_fails_at_any_step_leaves_the_old_file(
    write: Write, step: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def fail(*_args: object, **_kwargs: object) -> object:
        raise OSError(code, os.strerror(code))

    owner, name = {
        "write": (os, "fdopen"), "fsync": (os, "fsync"), "chmod": (Path, "chmod"),
        "replace": (Path, "replace"), "mkstemp": (tempfile, "mkstemp"),
    }[step]  # fmt: skip
    monkeypatch.setattr(owner, name, fail)
    said = told(write, path)
    monkeypatch.undo()
    assert os.strerror(code) in said
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


@posix_only
def test_a_folder_that_is_read_only(write: Write, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root can write anywhere")
    tmp_path.chmod(0o500)
    try:
        assert "ermission" in told(write, tmp_path / "file")
    finally:
        tmp_path.chmod(0o700)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, mounted in a folder."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", disk], check=True)


@root_only
def test_a_disk_that_is_full(write: Write, small_disk: Path) -> None:
    path = small_disk / "file"
    path.write_bytes(b"old")
    (small_disk / "filler").write_bytes(b"x" * 48_000)
    assert os.strerror(errno.ENOSPC) in told(write, path)
    assert path.read_bytes() == b"old"
    assert sorted(entry.name for entry in small_disk.iterdir()) == ["file", "filler"]


@root_only
def test_a_disk_that_is_read_only(write: Write, small_disk: Path) -> None:
    path = small_disk / "file"
    path.write_bytes(b"old")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert os.strerror(errno.EROFS) in told(write, path)
    assert path.read_bytes() == b"old"


@root_only
def test_a_full_text_on_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    document = tmp_path / "document.txt"
    document.write_text(DOCUMENT, encoding="utf-8")
    (small_disk / "filler").write_bytes(b"x" * 65_536)
    with pytest.raises(OSError, match="space"):
        DocumentStore(small_disk / "documents").add([document], chronology_of(GOOD))


@posix_only
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "socket"])
def test_pipes_devices_and_folders_are_left_alone(write: Write, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/null")
    elif kind == "folder":
        path.mkdir()
    else:
        os.mknod(path, 0o140600)
    before = path.stat().st_mode
    assert told(write, path)
    assert path.stat().st_mode == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


@posix_only
def test_a_link_stays_a_link(write: Write, tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "one").symlink_to("real")
    (tmp_path / "two").symlink_to("one")
    write(tmp_path / "two")
    assert (tmp_path / "two").is_symlink()
    assert (tmp_path / "one").is_symlink()
    assert (tmp_path / "real").stat().st_size > 1000


@posix_only
def test_circular_links_are_reported(write: Write, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert told(write, tmp_path / "a")
    assert (tmp_path / "a").is_symlink()


def test_the_longest_possible_name(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["x" * 256, "zero\0byte"])
def test_an_impossible_name_is_an_os_error(name: str, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"\w"):
        write_atomically(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


def test_leftovers_of_a_killed_program_are_removed_after_an_hour(tmp_path: Path) -> None:
    old, new, other = (
        tmp_path / name for name in (".file.a.part", ".file.b.part", ".other.c.part")
    )
    for path in (old, new, other):
        path.write_bytes(b"half")
    long_ago = time.time() - files.LEFT_OVER_SECONDS - 60
    os.utime(old, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))
    write_atomically(tmp_path / "file", b"new")
    assert sorted(p.name for p in tmp_path.iterdir()) == [".file.b.part", ".other.c.part", "file"]


# --- reading small files ----------------------------------------------------------------------


def test_a_small_file_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_small(tmp_path / "a", 5) == b"12345"
    with pytest.raises(ValueError, match="large"):
        read_small(tmp_path / "a", 4)


@posix_only
@pytest.mark.parametrize("name", ["/dev/zero", "pipe", "folder"])
def test_settings_in_a_pipe_or_folder_are_replaced_by_defaults(name: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    if name == "pipe":
        os.mkfifo(path)
    elif name == "folder":
        path.mkdir()
    else:
        path.symlink_to(name)
    settings, trouble = load_settings(path)
    assert settings == Settings()
    assert trouble is not None
    assert save_settings(path, Settings(theme="dark")) is None
    assert load_settings(path) == (Settings(theme="dark"), None)


@pytest.mark.parametrize(
    "garbage", [b"", b"{", b"[" * 50_000, b'{"scale": 1e99}', b"\xff", b"null", b"x" * 200_000]
)
def test_a_damaged_export_choice_is_set_aside(garbage: bytes, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(garbage)
    choice, bad = load_choice(path)
    assert choice == ExportChoice()
    assert bad is not None
    assert bad.read_bytes() == garbage
    assert load_choice(path) == (ExportChoice(), None)  # reported once
    save_choice(path, choice)
    assert load_choice(path) == (choice, None)


def test_a_file_whose_name_has_no_encoding_is_not_remembered(tmp_path: Path) -> None:
    settings = Settings().with_recent("/a").with_recent("/b\udcff")
    assert settings.recent == ("/a",)
    assert save_settings(tmp_path / "settings.json", settings) is None


def test_setting_aside_twice_keeps_both_files(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        (tmp_path / "a").write_bytes(content)
        assert put_aside(tmp_path / "a").read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.bad", "a.bad2"]
