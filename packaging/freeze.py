"""Make the frozen program with PyInstaller and try it on the Peru chronology."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from licences import collect_licences
from sbom import write_sbom


def freeze(root: Path, dist: Path) -> Path:
    """Build `dist/peru-timeline/` and return the folder; raises CalledProcessError when it fails."""
    licences = root / "build" / "licences"  # the recipe puts them into the program
    collect_licences(root, licences)
    write_sbom(licences / "sbom.cdx.json")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--clean",
            "--log-level=WARN",
            f"--distpath={dist}",
            f"--workpath={root / 'build' / 'pyinstaller'}",
            str(root / "packaging" / "peru-timeline.spec"),
        ],
        cwd=root,
        check=True,
    )
    program = dist / "peru-timeline"
    if sys.platform == "linux":
        strip_python(program)
    set_times(program, int(os.environ["SOURCE_DATE_EPOCH"]))
    return program


def strip_python(program: Path) -> None:
    """Take the debug symbols from libraries that come with them, Python's own above all: 35 MB.

    Not from all: stripping breaks numpy's, and Qt's come stripped.
    """
    inside = program / "_internal"
    libraries = [
        *inside.glob("libpython*.so*"),
        *inside.glob("python3*/lib-dynload/*.so"),
        *(path for name in ("fontTools", "PIL", "lxml") for path in (inside / name).rglob("*.so")),
    ]
    subprocess.run(["strip", "--strip-debug", *map(str, libraries)], check=True)


def set_times(folder: Path, seconds: int) -> None:
    """Give every file and folder one time, so that archives of them are the same each time."""
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (seconds, seconds), follow_symlinks=False)
    os.utime(folder, (seconds, seconds))


def smoke(program: Path, scratch: Path) -> None:
    """Start the frozen program without a display: load, paint, select, export; it must exit 0.

    It runs in an empty home and outside the source tree, so that it finds only what is inside it.
    """
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    home = {"HOME": str(scratch), "USERPROFILE": str(scratch), "QT_QPA_PLATFORM": "offscreen"}
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "PYTHON"))
    }
    name = "peru-timeline.exe" if sys.platform == "win32" else "peru-timeline"
    subprocess.run(
        [str(program / name), "--smoke", str(scratch / "out")],
        cwd=scratch,
        env=kept | home,
        check=True,
        timeout=180,
    )
    print("smoke test: the frozen program loads, paints, selects and exports")
