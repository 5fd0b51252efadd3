"""What programs and libraries say they need, read by binutils' readelf."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tool import run

_FILE = re.compile(r"^File: (.*)$")
_ENTRY = re.compile(r"\((NEEDED|SONAME|RUNPATH|RPATH)\).*\[(.*)\]")
_VERSIONS_OF = re.compile(r"Version: 1\s+File: (\S+)\s+Cnt:")
_VERSION = re.compile(r"^\s+0x[0-9a-f]+:\s+Name: (\S+)\s+Flags:")


class Elf(NamedTuple):
    """One program or library."""

    path: Path
    soname: str
    needed: dict[str, set[str]]
    """The libraries it is linked against, each with the versions of their symbols that it uses."""
    search_path: str
    """RUNPATH or RPATH; empty for none."""


def binaries(program: Path) -> list[Path]:
    """Return the programs and libraries in a frozen program, sorted; links are left out."""
    return sorted(
        path
        for path in program.rglob("*")
        if path.is_file() and not path.is_symlink() and _begins(path) == b"\x7fELF"
    )


def _begins(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def read(paths: list[Path]) -> list[Elf]:
    """Read the dynamic sections of `paths`, in their order."""
    found: list[Elf] = []
    versions_of = ""
    # The name of the file is printed only where there are two.
    for line in run(
        "readelf", "--dynamic", "--version-info", "--wide", *paths, paths[0]
    ).splitlines():
        if name := _FILE.match(line):
            found.append(Elf(Path(name[1]), "", {}, ""))
        elif entry := _ENTRY.search(line):
            kind, value = entry.groups()
            if kind == "NEEDED":
                found[-1].needed.setdefault(value, set())
            elif kind == "SONAME":
                found[-1] = found[-1]._replace(soname=value)
            else:
                found[-1] = found[-1]._replace(search_path=value)
        elif library := _VERSIONS_OF.search(line):
            versions_of = library[1]
        elif version := _VERSION.match(line):
            found[-1].needed.setdefault(versions_of, set()).add(version[1])
    return found[:-1]


def needed_from_system(program: Path) -> dict[str, set[str]]:
    """Return the libraries that a frozen program does not carry itself, with symbol versions."""
    paths = binaries(program)
    inside = {path.name for path in program.rglob("*.so*")}
    found: dict[str, set[str]] = {}
    for elf in read(paths):
        for soname, versions in elf.needed.items():
            if soname not in inside:
                found.setdefault(soname, set()).update(versions)
    return dict(sorted(found.items()))


def oldest_glibc(needed: dict[str, set[str]]) -> tuple[int, int]:
    """Return the oldest glibc that has every symbol version in `needed`."""
    versions = (version for versions in needed.values() for version in versions)
    numbers = (re.fullmatch(r"GLIBC_(\d+)\.(\d+)[.\d]*", version) for version in versions)
    return max((int(found[1]), int(found[2])) for found in numbers if found)


def foreign_search_paths(program: Path) -> list[str]:
    """Return "library: path" for each search path that leads out of the program."""
    return [
        f"{elf.path.relative_to(program)}: {elf.search_path}"
        for elf in read(binaries(program))
        if any(not part.startswith("$ORIGIN") for part in elf.search_path.split(":") if part)
    ]
