"""Columns and offsets of large files, cached between two starts: the same bytes load without being checked again.

A cache file is named after the checksum of the chronology and of the version of the rules that found it sound,
so it can be outdated, damaged or missing, but never wrong.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from peru_timeline import __version__
from peru_timeline.chronology.store.date_columns import DateColumns
from peru_timeline.chronology.store.event_columns import EventColumns, RaggedArray, RelatedPair
from peru_timeline.chronology.store.event_offsets import EventOffsets
from peru_timeline.files import opened_at_once, write_atomically

RULES = 5
"""Raise this when the rules for faults, or the cached arrays, change within one version of the program."""
LARGE_FILE = 5_000_000
"""Bytes; smaller files load fast enough."""
SEAL_BYTES = 32
MOST_FILES = 8
"""Files; the columns of a million events take some 150 MB."""


def read_load_cache(folder: Path, content: bytes) -> tuple[EventColumns, EventOffsets] | None:
    """Return the cached columns and offsets of a file with these bytes, or None."""
    if len(content) < LARGE_FILE:
        return None
    path = _path(folder, content)
    try:
        with opened_at_once(path) as file:
            if file.read(SEAL_BYTES) != hashlib.file_digest(file, lambda: _seal(path)).digest():
                raise ValueError("not what was written there")
            file.seek(SEAL_BYTES)
            with np.load(file, allow_pickle=False) as arrays:
                found = _from_arrays(dict(arrays))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile):
        with suppress(OSError):
            path.unlink()  # write_load_cache creates it again
        return None
    with suppress(OSError):
        path.touch()  # the files used last stay
    return found


def write_load_cache(
    folder: Path, content: bytes, columns: EventColumns, offsets: EventOffsets
) -> None:
    """Write the cache file of a chronology; if that fails, the next start reads the whole file again."""
    if len(content) < LARGE_FILE:
        return
    path = _path(folder, content)
    if path.exists():
        return
    packed = io.BytesIO()
    np.savez(packed, allow_pickle=False, **_to_arrays(columns, offsets))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        seal = _seal(path)
        seal.update(packed.getbuffer())
        write_atomically(path, seal.digest() + packed.getbuffer(), private=True)
        others = sorted(folder.glob("*.npz"), key=lambda other: other.stat().st_mtime)
        for old in others[:-MOST_FILES]:
            old.unlink()


def _seal(path: Path) -> hashlib._Hash:
    """Begin the checksum that precedes the arrays: numpy reads damaged files without complaint."""
    return hashlib.sha256(path.name.encode())


def _path(folder: Path, content: bytes) -> Path:
    checksum = hashlib.sha256(f"{__version__}/{RULES}\n".encode())
    checksum.update(content)
    return folder / f"{checksum.hexdigest()}.npz"


def _to_arrays(columns: EventColumns, offsets: EventOffsets) -> dict[str, Any]:
    return {
        "ids": columns.ids,
        **{
            f"date_{field.name}": getattr(columns.dates, field.name)
            for field in fields(DateColumns)
        },
        "sector": columns.sector,
        "importance": columns.importance,
        "status": columns.status,
        "actor_starts": columns.actors.starts,
        "actors": columns.actors.values,
        "source_starts": columns.sources.starts,
        "sources": columns.sources.values,
        "noted": columns.noted,
        "ties": np.array(columns.related_pairs, np.int64).reshape(-1, 2),
        "begin": offsets.begin,
        "end": offsets.end,
        "list": np.array(offsets.list_span, np.int64),
    }


def _from_arrays(arrays: dict[str, Any]) -> tuple[EventColumns, EventOffsets]:
    """Reverse `_to_arrays`; raises KeyError or ValueError for anything else."""
    list_span: list[int] = arrays["list"].tolist()
    columns = EventColumns(
        ids=arrays["ids"],
        dates=DateColumns(*(arrays[f"date_{field.name}"] for field in fields(DateColumns))),
        sector=arrays["sector"],
        importance=arrays["importance"],
        status=arrays["status"],
        actors=RaggedArray(arrays["actor_starts"], arrays["actors"]),
        sources=RaggedArray(arrays["source_starts"], arrays["sources"]),
        noted=arrays["noted"],
        related_pairs=tuple(RelatedPair(*pair) for pair in arrays["ties"].tolist()),
    )
    return columns, EventOffsets(arrays["begin"], arrays["end"], (list_span[0], list_span[1]))
