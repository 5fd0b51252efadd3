"""What a document says of itself, as a proposal for the fields of its source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from peru_timeline.chronology.patterns import TAG_PATTERN, URL_PATTERN

LONGEST_FIELD = 500
MOST_AUTHORS = 20

_DAY = re.compile(r"(?:D:)?([0-9]{4})(?:[-/.:]?([0-9]{2})(?:[-/.:]?([0-9]{2}))?)?(?![0-9]{1,3}$)")
_TAG = re.compile(TAG_PATTERN)
_URL = re.compile(URL_PATTERN)


class Said(NamedTuple):
    """What a document says of itself; "" for what it does not say. `issued` is EDTF, `type` a CSL type."""

    title: str = ""
    author: tuple[str, ...] = ()
    publisher: str = ""
    issued: str = ""
    url: str = ""
    language: str = ""
    type: str = ""


def said(
    *,
    title: Iterable[Any] = (),
    author: Iterable[Any] = (),
    publisher: Iterable[Any] = (),
    issued: Iterable[Any] = (),
    url: Iterable[Any] = (),
    language: Iterable[Any] = (),
    kind: str = "",
) -> Said:
    """Of the candidates for each field, the best first, take the first that can be one; all distinct authors."""
    tags = (str(tag).strip().replace("_", "-") for tag in language if tag)
    return Said(
        _first(title),
        tuple(dict.fromkeys(filter(None, map(_line, author))))[:MOST_AUTHORS],
        _first(publisher),
        next(filter(None, map(day_of, issued)), ""),
        next((text for text in map(_line, url) if _URL.fullmatch(text)), ""),
        next((tag for tag in tags if _TAG.fullmatch(tag)), ""),
        kind,
    )


def day_of(written: Any) -> str:
    """Return a date that a program or a person wrote as EDTF, without its time of day; "" if it is none."""
    # Imported when a date is read first: it would take 20 ms of every start.
    from peru_timeline.chronology.dates.written.understand import understand

    text = _line(written)
    match = _DAY.match(text)
    if match is not None:
        text = "-".join(filter(None, match.groups()))
    return understand(text).edtf or "" if text else ""


def _first(candidates: Iterable[Any]) -> str:
    return next(filter(None, map(_line, candidates)), "")


def _line(value: Any) -> str:
    """A value as one short line; nothing that is no text or number has one."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in str(value)).split())
    return text[:LONGEST_FIELD].strip()
