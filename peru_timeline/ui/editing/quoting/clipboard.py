"""What was copied in a browser or elsewhere, as a document with its address and the day."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from PySide6.QtCore import QDate, QMimeData, Qt

from peru_timeline.chronology.patterns import URL_PATTERN

_FRAGMENT = re.compile(r"<!--StartFragment-->(.*)<!--EndFragment-->", re.DOTALL)
_SOURCE_LINE = re.compile(r"^SourceURL:(\S+)", re.MULTILINE)
_ADDRESSES = (
    ("chromium/x-source-url", "utf-8"),
    ("text/x-moz-url-priv", "utf-16-le"),
    ("text/x-moz-url", "utf-16-le"),
)
"""Under which kinds browsers tell the address of the page, and in which encoding."""


class Copied(NamedTuple):
    """A document that was copied: its bytes, a name for it, and the day, in EDTF."""

    content: bytes
    name: str
    day: str


def copied_document(copied: QMimeData | None) -> Copied | None:
    """Return what is on the clipboard as a document; None if it has no text."""
    if copied is None or not copied.hasText():
        return None
    address, day = _address(copied), QDate.currentDate().toString(Qt.DateFormat.ISODate)
    if not copied.hasHtml():
        return Copied(copied.text().encode("utf-8", "replace"), f"copied-{day}.txt", day)
    page = copied.html()
    fragment = _FRAGMENT.search(page)
    head = f'<link rel="canonical" href="{html.escape(address)}">' if address else ""
    body = fragment[1] if fragment is not None else page
    content = f"<meta charset=utf-8>{head}{body}".encode("utf-8", "replace")
    return Copied(content, f"copied-{day}.html", day)


def _address(copied: QMimeData) -> str:
    found = [
        bytes(copied.data(kind).data()).decode(encoding, "ignore").strip("\0 \r\n").split("\n")[0]
        for kind, encoding in _ADDRESSES
        if copied.hasFormat(kind)
    ]
    found += _SOURCE_LINE.findall(copied.html()[:2000])
    return next((text for text in found if re.fullmatch(URL_PATTERN, text)), "")
