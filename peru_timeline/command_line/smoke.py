"""`peru-timeline --smoke DIR`: a smoke test of the installed program, run before it is released.

Each step starts the program in a process of its own, as a reader would, on the Peru chronology: it
paints the window with an event selected, makes a picture of every kind, slides and a table, and imports
a spreadsheet and a calendar. The samples and a chronology made of each template are painted too.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from peru_timeline import paths
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.templates.library import (
    new_chronology,
    samples,
    spreadsheet,
    templates,
)

LONGEST_S = 120
SMALLEST_FILE = 300  # bytes


def run(folder: Path, say: Callable[[str], None]) -> int:
    """Run every step, writing into `folder`; return 0, or 1 at the first step that fails.

    Raises OSError when the folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    event = load_chronology(paths.default_chronology()).events[0].id
    steps = (
        ("screenshot", "window.png", "--select", event),
        ("render", "picture.png"),
        ("render", "picture.svg"),
        ("render", "picture.pdf"),
        ("render", "slides.pptx", "--select", event, "--events", "selected"),
        ("export", "events.docx"),
    )
    commands = [
        (folder / name, [command, str(folder / name), *more]) for command, name, *more in steps
    ]
    commands += [
        (out := folder / f"{path.stem}.png", ["screenshot", str(out), str(path)])
        for path in (*(sample.path for sample in samples()[1:]), *_started(folder))
    ]
    commands += [
        (out := folder / f"{source.name}.chronology", ["import", str(source), "-o", str(out)])
        for source in (spreadsheet(".xlsx"), _calendar(folder))
    ]
    for out, arguments in commands:
        out.unlink(missing_ok=True)
        done = subprocess.run(
            [*_program(), *arguments],
            timeout=LONGEST_S,
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode or not out.is_file() or out.stat().st_size < SMALLEST_FILE:
            say(f"smoke test: {arguments[0]} {out.name} failed ({done.returncode})\n{done.stderr}")
            return 1
    say(f"smoke test: {len(commands)} steps passed; the files are in {folder}")
    return 0


def _started(folder: Path) -> Iterator[Path]:
    """Write a chronology made of each template."""
    for template in templates():
        path = folder / template.path.name
        path.write_bytes(new_chronology(template.path, path, "en"))
        yield path


def _calendar(folder: Path) -> Path:
    """Write a calendar of one event in a time zone that only a table of time zones knows."""
    path = folder / "calendar.ics"
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:Meeting"),
        *("DTSTART;TZID=America/Lima:20240102T100000", "END:VEVENT", "END:VCALENDAR", ""),
    )
    path.write_text("\r\n".join(lines), encoding="utf-8", newline="")
    return path


def _program() -> list[str]:
    """The command that starts this program: the frozen executable, or Python with the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "peru_timeline"]
