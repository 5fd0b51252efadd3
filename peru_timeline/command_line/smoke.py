"""`peru-timeline --smoke DIR`: a smoke test of the installed program, run before it is released.

Each step starts the program in a process of its own, as a reader would, on the Peru chronology: it
paints the window with an event selected, then makes a picture of every kind, slides and a table.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from peru_timeline import paths
from peru_timeline.chronology.loader import load_chronology

LONGEST_S = 120


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
    for command, name, *options in steps:
        out = folder / name
        done = subprocess.run(
            [*_program(), command, str(out), *options],
            timeout=LONGEST_S,
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode or not out.is_file() or out.stat().st_size < 1000:
            say(f"smoke test: {command} {name} failed ({done.returncode})\n{done.stderr}")
            return 1
    say(f"smoke test: {len(steps)} steps passed; the files are in {folder}")
    return 0


def _program() -> list[str]:
    """The command that starts this program: the frozen executable, or Python with the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "peru_timeline"]
