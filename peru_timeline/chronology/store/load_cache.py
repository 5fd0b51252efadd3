"""Facts of large files, kept from one start to the next: the same bytes need not be read through again.

A kept file is named by the checksum of the chronology's bytes and of the version of the rules by which they were
found without fault; so it can be out of date, damaged or gone, but not wrong.
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
from peru_timeline.chronology.store.event_columns import Facts, Lists, Tie
from peru_timeline.chronology.store.event_offsets import Places
from peru_timeline.files import opened_at_once, write_atomically

RULES = 2
"""To be raised when what a fault is, or what is kept, changes within one version of the program."""
LARGE_FILE = 5_000_000
"""Bytes; smaller files are read in a moment."""
SEAL_BYTES = 32
MOST_KEPT = 8
"""Files; the facts of a million events take some 150 MB."""


def read_kept(folder: Path, content: bytes) -> tuple[Facts, Places] | None:
    """Give what is known of a file with these bytes; None where nothing is."""
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
            path.unlink()  # `keep` writes it anew
        return None
    with suppress(OSError):
        path.touch()  # the ones used last are kept
    return found


def keep(folder: Path, content: bytes, facts: Facts, places: Places) -> None:
    """Keep what was found of a file; where that is not possible it is read through again next time."""
    if len(content) < LARGE_FILE:
        return
    path = _path(folder, content)
    if path.exists():
        return
    packed = io.BytesIO()
    np.savez(packed, allow_pickle=False, **_to_arrays(facts, places))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        seal = _seal(path)
        seal.update(packed.getbuffer())
        write_atomically(path, seal.digest() + packed.getbuffer())
        others = sorted(folder.glob("*.npz"), key=lambda other: other.stat().st_mtime)
        for old in others[:-MOST_KEPT]:
            old.unlink()


def _seal(path: Path) -> hashlib._Hash:
    """Begin the checksum that stands before the arrays: numpy takes a damaged file for many things."""
    return hashlib.sha256(path.name.encode())


def _path(folder: Path, content: bytes) -> Path:
    checksum = hashlib.sha256(f"{__version__}/{RULES}\n".encode())
    checksum.update(content)
    return folder / f"{checksum.hexdigest()}.npz"


def _to_arrays(facts: Facts, places: Places) -> dict[str, Any]:
    return {
        "ids": facts.ids,
        **{f"date_{field.name}": getattr(facts.dates, field.name) for field in fields(DateColumns)},
        "sector": facts.sector,
        "importance": facts.importance,
        "status": facts.status,
        "actor_starts": facts.actors.starts,
        "actors": facts.actors.values,
        "source_starts": facts.sources.starts,
        "sources": facts.sources.values,
        "ties": np.array(facts.ties, np.int64).reshape(-1, 2),
        "begin": places.begin,
        "end": places.end,
        "list": np.array(places.of_list, np.int64),
    }


def _from_arrays(arrays: dict[str, Any]) -> tuple[Facts, Places]:
    """Give back what `_to_arrays` was given; raises KeyError or ValueError for anything else."""
    of_list: list[int] = arrays["list"].tolist()
    facts = Facts(
        ids=arrays["ids"],
        dates=DateColumns(*(arrays[f"date_{field.name}"] for field in fields(DateColumns))),
        sector=arrays["sector"],
        importance=arrays["importance"],
        status=arrays["status"],
        actors=Lists(arrays["actor_starts"], arrays["actors"]),
        sources=Lists(arrays["source_starts"], arrays["sources"]),
        ties=tuple(Tie(*pair) for pair in arrays["ties"].tolist()),
    )
    return facts, Places(arrays["begin"], arrays["end"], (of_list[0], of_list[1]))
