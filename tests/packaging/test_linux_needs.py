"""What the frozen program for Linux needs of a system; dist/peru-timeline is made by `make package`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "peru-timeline"
ELFDEPS = Path("/usr/lib/rpm/elfdeps")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not PROGRAM.is_dir(), reason="needs the frozen program for Linux"
)


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts import each other by their bare names."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


def test_frozen_libraries_look_for_others_inside_the_program() -> None:
    from linux.elf import foreign_search_paths

    assert foreign_search_paths(PROGRAM) == []


def test_frozen_program_brings_what_a_bare_system_lacks() -> None:
    from linux.elf import needed_from_system, oldest_glibc

    needed = needed_from_system(PROGRAM)
    assert {"libc.so.6", "libX11.so.6", "libEGL.so.1"} <= set(needed)
    own = ("libpython", "libQt6", "libicu", "libffi", "libexpat", "libscipy", "libshiboken")
    assert [soname for soname in needed if soname.startswith(own)] == []
    assert (2, 34) <= oldest_glibc(needed) < (3, 0)


@pytest.mark.skipif(not ELFDEPS.is_file(), reason="rpm is not installed")
def test_frozen_program_requires_what_rpm_itself_finds() -> None:
    from linux.elf import binaries
    from linux.needs import DESKTOP, rpm_requires

    inside = {path.name for path in PROGRAM.rglob("*.so*")}
    found = subprocess.run(
        [ELFDEPS, "--requires"],
        input="".join(f"{path}\n" for path in binaries(PROGRAM)),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    expected = {word for word in found if word.split("(")[0] not in inside}
    assert set(rpm_requires(PROGRAM)) - set(DESKTOP) == expected
