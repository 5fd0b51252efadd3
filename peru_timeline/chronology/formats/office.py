"""What Word and PowerPoint files have in common: both are zip files with timestamps."""

from __future__ import annotations

import io
import re
import zipfile

_NEVER = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold
_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms)")


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
