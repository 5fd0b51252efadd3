"""Make the frozen program for Linux smaller, and independent of the machine it was built on."""

from __future__ import annotations

from pathlib import Path

from linux.elf import binaries, foreign_search_paths, read
from linux.icu_data import shrink
from tool import run


def finish(program: Path, work: Path) -> None:
    """Do all of it, in place; `work` is a folder for what is made on the way."""
    inside = program / "_internal"
    forget_build_machine(program)
    for library in inside.glob("PySide6/Qt/lib/libicudata.so.*"):
        shrink(library, work / "icu")
    strip(inside)


def forget_build_machine(program: Path) -> None:
    """Remove the search paths that lead into the Python of the build machine."""
    if foreign_search_paths(program):
        foreign = [
            elf.path
            for elf in read(binaries(program))
            if elf.search_path and not elf.search_path.startswith("$ORIGIN")
        ]
        run("patchelf", "--remove-rpath", *foreign)


def strip(inside: Path) -> None:
    """Remove symbols that only a debugger reads, from Python's own libraries above all: 35 MB.

    Not from all: stripping breaks numpy's and Pillow's, and Qt's come stripped, ICU's aside.
    """
    untouched = ("numpy", "numpy.libs", "pillow.libs", "PySide6", "shiboken6")
    libraries = [
        path for path in binaries(inside) if path.relative_to(inside).parts[0] not in untouched
    ]
    run("strip", "--strip-unneeded", *libraries, *inside.glob("PySide6/Qt/lib/libicu*.so.*"))
