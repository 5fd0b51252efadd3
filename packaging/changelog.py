"""CHANGELOG.md, read: it is the one owner of what a release holds and of its day."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<day>\d{4}-\d{2}-\d{2}))?$", re.M)


class Release(NamedTuple):
    """One section of the change log."""

    version: str
    """Such as "1.2.0", or "Unreleased"."""
    day: date | None
    notes: str
    """What changed, in Markdown; without the heading."""


def releases(text: str) -> list[Release]:
    """Return the sections of a change log, in their order: the latest first."""
    headings = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    return [
        Release(
            heading["version"],
            date.fromisoformat(heading["day"]) if heading["day"] else None,
            text[heading.end() : end].strip(),
        )
        for heading, end in zip(headings, ends, strict=True)
    ]


def release(root: Path, version: str) -> Release | None:
    """Return the section of a version in the change log of a checkout; None where it has none."""
    found = releases((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    return next((section for section in found if section.version == version), None)
