"""What Word, PowerPoint and Excel files have in common: they are zip files with timestamps and properties."""

from __future__ import annotations

import io
import re
import zipfile

from peru_timeline.chronology.text import printable

LONGEST_PROPERTY = 255
"""Characters of a property of a document, such as its title, by Office's own limits."""
_NEVER = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold
_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms)")


def document_property(text: str) -> str:
    """Return a text as a property of a document: on one line, cut where Office would refuse it."""
    line = " ".join(printable(text[: 2 * LONGEST_PROPERTY]).split())
    return line if len(line) <= LONGEST_PROPERTY else f"{line[: LONGEST_PROPERTY - 1]}…"


def without_timestamps(content: bytes) -> bytes:
    """Remove the timestamps from an Office file, so that the same input yields the same bytes."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _TIME.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", part)
            entry = zipfile.ZipInfo(name, _NEVER)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, part)
    return made.getvalue()
