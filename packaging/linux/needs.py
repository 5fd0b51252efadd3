"""What the frozen program needs of a Linux system, in the words of each kind of package."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from linux.elf import binaries, needed_from_system
from tool import run

#: These two register the menu entry and the file type.
DESKTOP = ("shared-mime-info", "desktop-file-utils")


def deb_depends(name: str, tree: Path, work: Path) -> str:
    """Return the field Depends for the program in `tree`, as dpkg-shlibdeps computes it.

    `tree` is laid out as it will be installed and has a folder DEBIAN, by which dpkg-shlibdeps
    knows a package's root. SystemExit says what it misses.
    """
    shutil.rmtree(work, ignore_errors=True)
    (work / "debian").mkdir(parents=True)
    control = f"Source: {name}\n\nPackage: {name}\nArchitecture: any\n"
    (work / "debian" / "control").write_text(control, encoding="utf-8")
    programs = binaries(tree)
    shown = run(
        "dpkg-shlibdeps",
        *("-O", "--ignore-missing-info"),
        *(f"-l{folder}" for folder in sorted({path.parent for path in programs})),
        *(f"-e{path}" for path in programs),
        cwd=work,
        hint="Install the package that has it.",
    )
    found = re.search(r"shlibs:Depends=(.*)", shown)
    return ", ".join([*filter(None, [found and found[1]]), *DESKTOP])


def rpm_requires(program: Path) -> list[str]:
    """Return what rpm would find out itself: each library, and each version of its symbols.

    Every RPM system names libraries so, whatever its packages are called.
    """
    needed = needed_from_system(program)
    libraries = [f"{soname}()(64bit)" for soname in needed]
    versions = [
        f"{soname}({version})(64bit)" for soname, used in needed.items() for version in sorted(used)
    ]
    return sorted([*libraries, *versions, "rtld(GNU_HASH)", *DESKTOP])
