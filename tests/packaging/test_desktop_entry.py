"""The menu entry that `peru-timeline desktop install` adds, and that `remove` takes away again."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from peru_timeline import desktop_entry
from peru_timeline.cli import main

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are Linux's")


def entry_of(data: Path) -> configparser.SectionProxy:
    read = configparser.RawConfigParser(strict=True)
    read.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    read.read_string((data / desktop_entry.ENTRY).read_text(encoding="utf-8"))
    return read["Desktop Entry"]


def program_of(value: str) -> str:
    """Undo a value's escapes, then the quotes, then the field codes: the word that is started."""
    quoted = re.fullmatch(r'"((?:\\.|[^"\\`$])*)" %f', value.replace("\\\\", "\\"))
    assert quoted is not None, value
    return re.sub(r"\\(.)", r"\1", quoted[1]).replace("%%", "%")


@pytest.mark.parametrize(
    "folder", ["plain", "two words", "R&D", 'a"quote', "dollar$HOME", "back\\slash", "100%", "ñ`x`"]
)
def test_the_entry_starts_the_program_wherever_it_is(tmp_path: Path, folder: str) -> None:
    command = tmp_path / folder / "peru-timeline"
    desktop_entry.install(tmp_path / "share", command)
    assert program_of(entry_of(tmp_path / "share")["Exec"]) == str(command)
    if shutil.which("desktop-file-validate"):
        entry = tmp_path / "share" / desktop_entry.ENTRY
        subprocess.run(["desktop-file-validate", str(entry)], check=True)


def test_removing_leaves_the_folders_as_they_were(tmp_path: Path) -> None:
    share = tmp_path / "share"
    other = share / "icons" / "hicolor" / "16x16" / "apps" / "other.png"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"of another program")
    before = sorted(share.rglob("*"))
    desktop_entry.install(share, Path("/usr/bin/peru-timeline"))
    desktop_entry.install(share, Path("/usr/bin/peru-timeline"))
    assert all((share / place).is_file() for _, place in desktop_entry.files())
    assert desktop_entry.remove(share)
    # The index of the icons that other programs have may stay, where this desktop keeps one.
    left = set(share.rglob("*")) - {share / "icons" / "hicolor" / "icon-theme.cache"}
    assert sorted(left) == before
    assert not desktop_entry.remove(share)


def test_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    command = tmp_path / "bin" / "peru-timeline"
    command.parent.mkdir()
    command.touch()
    monkeypatch.setattr(sys, "argv", [str(command)])
    assert main(["desktop", "install"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'share' / desktop_entry.ENTRY}\n"
    assert program_of(entry_of(tmp_path / "share")["Exec"]) == str(command)
    assert main(["desktop", "remove"]) == 0
    assert not (tmp_path / "share").exists() or not list((tmp_path / "share").rglob("*"))
    assert main(["desktop", "remove"]) == 0
    assert "no menu entry to remove" in capsys.readouterr().err


def test_a_program_in_a_cache_gets_no_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`uvx peru-timeline desktop install` made an entry that ended with the next `uv cache clean`."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    command = tmp_path / "cache" / "uv" / "archive-v0" / "abc" / "bin" / "peru-timeline"
    command.parent.mkdir(parents=True)
    command.touch()
    monkeypatch.setattr(sys, "argv", [str(command)])
    with pytest.raises(SystemExit) as stopped:
        main(["desktop", "install"])
    assert stopped.value.code == 2
    assert "in a cache and will be deleted" in capsys.readouterr().err
    assert not (tmp_path / "share").exists()


def test_other_systems_are_told_that_they_need_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SystemExit) as stopped:
        main(["desktop", "install"])
    assert stopped.value.code == 2
    assert "only Linux" in capsys.readouterr().err
