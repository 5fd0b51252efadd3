"""Workbooks are ZIP archives; one is opened only if its unpacked size is within the limit."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from peru_timeline.chronology.importing.found import ImportRefusedError
from peru_timeline.chronology.importing.sentences import ImportWords

LARGEST_UNPACKED = 400_000_000
"""Bytes of all parts."""
LARGEST_PART = 250_000_000
MOST_PARTS = 5000
PACKED_BY_MORE = 100
"""Times; what is packed closer than that and is large is made to be large."""
LARGE = 2_000_000
_CHUNK = 65_536


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Open an archive; raises ImportRefusedError if it is damaged, encrypted or too large.

    The sizes stated in the archive can be trusted, because `zipfile` reads no member beyond its size.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ImportRefusedError(ImportWords.BROKEN_ARCHIVE.of()) from None
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise ImportRefusedError(ImportWords.LOCKED_WORKBOOK.of())
    boundless = any(
        part.file_size > LARGEST_PART
        or (part.file_size > LARGE and part.file_size > PACKED_BY_MORE * part.compress_size)
        for part in parts
    )
    unpacked = sum(part.file_size for part in parts)
    if boundless or unpacked > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        raise ImportRefusedError(ImportWords.UNSAFE_ARCHIVE.of(LARGEST_UNPACKED // 1_000_000))
    return archive


def chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield a part piece by piece; raises ImportRefusedError where it is damaged or missing."""
    try:
        with archive.open(name) as part:
            while piece := part.read(_CHUNK):
                yield piece
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, EOFError, ValueError, zlib.error):
        raise ImportRefusedError(ImportWords.BROKEN_ARCHIVE.of()) from None
