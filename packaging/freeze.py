"""Make the frozen program with PyInstaller and try it on the Peru chronology."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bill.files import add_files
from bill.ship import BILL
from linux.finish import finish
from tool import failure, own_words, run


def freeze(root: Path, dist: Path) -> Path:
    """Build `dist/peru-timeline/` and return the folder; SystemExit says why it failed."""
    (root / "build").mkdir(exist_ok=True)
    log = root / "build" / "pyinstaller.log"
    with log.open("w", encoding="utf-8") as output:
        done = subprocess.run(
            [
                *(
                    sys.executable,
                    "-m",
                    "PyInstaller",
                    "--noconfirm",
                    "--clean",
                    "--log-level=WARN",
                ),
                *(f"--distpath={dist}", f"--workpath={root / 'build' / 'pyinstaller'}"),
                str(root / "packaging" / "peru-timeline.spec"),
            ],
            cwd=root,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        said = own_words(log.read_text(encoding="utf-8"))
        raise SystemExit(failure("PyInstaller", said, f"All it said is in {log}."))
    program = dist / "peru-timeline"
    if sys.platform == "linux":
        finish(program, root / "build" / "finish")
    if sys.platform != "darwin":  # there the signature of the bundle covers the bill inside already
        inside = program / "_internal"
        add_files(inside / "licences" / BILL, inside, inside / "licences" / BILL)
    set_times(program, int(os.environ["SOURCE_DATE_EPOCH"]))
    return program


def set_times(folder: Path, seconds: int) -> None:
    """Give every file and folder one time, so that archives of them are the same each time."""
    for path in sorted(folder.rglob("*"), reverse=True):
        # Windows knows no times of links.
        follow = os.utime not in os.supports_follow_symlinks
        os.utime(path, (seconds, seconds), follow_symlinks=follow)
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
    run(
        program / ("peru-timeline.exe" if sys.platform == "win32" else "peru-timeline"),
        *("--smoke", scratch / "out"),
        cwd=scratch,
        environment=kept | home,
    )
    print("smoke test: the frozen program loads, paints, selects and exports", flush=True)
