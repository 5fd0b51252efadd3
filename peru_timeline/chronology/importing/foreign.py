"""Tells files of other programs from chronologies, quickly: a start with a file waits for the answer."""

from __future__ import annotations

import stat
from pathlib import Path

from peru_timeline.files import opened_at_once

ENDING = ".chronology"
_HEAD = 65_536
_STATED = b'"chronology/'
_PARTS = (".md", ".json")
_MOST_NAMES = 1000


def is_foreign(path: Path) -> bool:
    """Whether a file is to be imported: it exists, and neither its name nor its beginning says that it is a chronology.

    So is a folder with files of one event each. What cannot be read is left to whoever opens it, who says why.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            names = (name for _, name in zip(range(_MOST_NAMES), path.iterdir(), strict=False))
            return any(name.suffix.lower() in _PARTS for name in names)
        if not stat.S_ISREG(mode) or path.suffix.lower() == ENDING:
            return False
        with opened_at_once(path) as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return False
    return _STATED not in head
