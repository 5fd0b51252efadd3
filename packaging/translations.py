"""Renew the translations: `python packaging/translations.py`, after texts in the program changed.

Reads every text from the sources into resources/translations/*.ts, keeping what is translated, and
compiles these into the .qm files the program loads. English has a file for its plurals alone.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "es")


def sources() -> list[str]:
    """Give the modules that may hold texts for readers, in a stable order."""
    package = ROOT / "peru_timeline"
    rooms = [package / room for room in ("chronology", "pictures", "ui")]
    found = [path for room in rooms for path in room.rglob("*.py")]
    found += [package / "startup.py", package / "application.py"]
    return [path.relative_to(ROOT).as_posix() for path in sorted(found)]


def tool(name: str) -> str:
    """Give a tool of PySide6: beside this Python, else on the path."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    return beside or name


def update(language: str, folder: Path = FOLDER) -> Path:
    """Bring a .ts file up to date with the sources."""
    ts = folder / f"peru_timeline_{language}.ts"
    only = ["-pluralonly"] if language == "en" else []
    call = [tool("pyside6-lupdate"), "-silent", "-no-obsolete", "-locations", "none", *only]
    call += ["-source-language", "en", "-target-language", language]
    subprocess.run([*call, *sources(), "-ts", str(ts)], cwd=ROOT, check=True)
    return ts


def release(ts: Path) -> Path:
    """Compile a .ts file."""
    qm = ts.with_suffix(".qm")
    subprocess.run([tool("pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)], check=True)
    return qm


def main() -> None:
    """Update and compile all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        print(release(update(language)).relative_to(ROOT).as_posix())


if __name__ == "__main__":
    main()
