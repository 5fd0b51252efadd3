"""Have the desktop's and Debian's own tools look at what was made."""

from __future__ import annotations

import shutil
from pathlib import Path

from linux.elf import foreign_search_paths
from recipe import executables
from tool import failure, run
from windows.installer import compile_installer


def check_program(program: Path) -> None:
    """SystemExit names each library that would look for others in folders of the build machine."""
    if found := foreign_search_paths(program):
        raise SystemExit("These libraries look outside of the program: " + "; ".join(found))


def check_packages(root: Path, stage: Path, deb: Path, version: str) -> None:
    """Run every checking tool that is here; SystemExit says what the first faulty one says.

    The Windows installer is compiled on a stand-in for the program, warnings counting as errors.
    """
    share = stage / "usr" / "share"
    check_with_lintian(deb)
    check("desktop-file-validate", *(share / "applications").iterdir())
    check("appstreamcli", "validate", "--no-net", "--pedantic", *(share / "metainfo").iterdir())
    check_windows_installer(root, root / "build" / "nsis", version)


def check_with_lintian(deb: Path) -> None:
    """SystemExit tells each error and warning of lintian's that linux/stage.py does not except.

    Which exceptions apply depends on the Python that is packed, so one that does not is no fault.
    """
    if not shutil.which("lintian"):
        print("lintian: not installed, so this check was passed over")
        return
    said = run("lintian", "--fail-on", "none", "--allow-root", "--tag-display-limit", "0", deb)
    found = [line for line in said.splitlines() if line.startswith(("E:", "W:"))]
    if faults := [line for line in found if " mismatched-override " not in line]:
        raise SystemExit(failure("lintian", "; ".join(faults)))
    print("lintian: clean", flush=True)


def check_windows_installer(root: Path, work: Path, version: str) -> Path | None:
    """Compile the Windows installer on a stand-in payload below `work`; None without makensis."""
    payload = work / "payload"
    licences = payload / "_internal" / "licences"
    licences.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "LICENSE", licences)
    for options in executables("win32"):
        (payload / f"{options['name']}.exe").write_bytes(b"MZ")
    if not shutil.which("makensis"):
        print("makensis: not installed, so this check was passed over")
        return None
    made = compile_installer(root, payload, work / f"peru-timeline-{version}-setup.exe", version)
    print("makensis: clean", flush=True)
    return made


def check(program: str, *words: object) -> bool:
    """Run a checking tool, or say that it is not here; whether it ran."""
    if not shutil.which(program):
        print(f"{program}: not installed, so this check was passed over")
        return False
    run(program, *words)
    print(f"{program}: clean", flush=True)
    return True
