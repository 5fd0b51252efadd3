"""How hostile files are made: from bytes, from text, or from the small chronology with a change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.chronology.made_up import SMALL, small

TEXT = json.dumps(SMALL, ensure_ascii=False)

Make = Callable[[Path], Path]


class Hostile(NamedTuple):
    """One file: its name in the tests, what makes it in a folder, words of the answer to it."""

    name: str
    make: Make
    says: tuple[str, ...]


def of_bytes(content: bytes) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "hostile.chronology"
        path.write_bytes(content)
        return path

    return make


def streamed(pieces: Callable[[], Any]) -> Make:
    """A file too large to keep in the table of tests."""

    def make(folder: Path) -> Path:
        path = folder / "hostile.chronology"
        with path.open("wb") as file:
            for piece in pieces():
                file.write(piece)
        return path

    return make


def sparse(size: int, head: bytes = b"") -> Make:
    """A file of that many bytes, which takes no room on the disk: zeros after the head."""

    def make(folder: Path) -> Path:
        path = folder / "hostile.chronology"
        with path.open("wb") as file:
            file.write(head)
            file.truncate(size)
        return path

    return make


def of_text(text: str, encoding: str = "utf-8") -> Make:
    return of_bytes(text.encode(encoding))


def with_value(steps: str, value: Any) -> dict[str, Any]:
    """The small chronology with another value at `events.0.title` or the like."""
    raw = small()
    *way, last = [int(step) if step.isdigit() else step for step in steps.split(".")]
    place: Any = raw
    for step in way:
        place = place[step]
    place[last] = value
    return raw


def of_value(steps: str, value: Any) -> Make:
    return of_text(json.dumps(with_value(steps, value)))


def with_literal(steps: str, literal: str) -> Make:
    """A value that json.dumps would not write, letter for letter."""
    text = json.dumps(with_value(steps, "@@"))
    return of_text(text.replace('"@@"', literal))


def changed(change: Callable[[dict[str, Any]], None]) -> Make:
    raw = small()
    change(raw)
    return of_text(json.dumps(raw))


def event(**changes: Any) -> dict[str, Any]:
    return {"id": "x", "date": "2005", "title": "x", "sector": "trade", **changes}
