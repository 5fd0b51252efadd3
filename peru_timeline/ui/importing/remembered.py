"""What the wizard remembers: the mapping of each kind of table, and where an import was saved.

Mappings are kept by the names of a table's columns, in the program's own folder, in the form that the command line
reads too. What is damaged is forgotten.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from peru_timeline.chronology.importing.found import ImportRefusedError
from peru_timeline.chronology.importing.mapping import LARGEST_MAPPING, Mapping, read_mapping
from peru_timeline.files import read_small, write_atomically

MOST_MAPPINGS = 200
MOST_PLACES = 200
_PLACES = "saved.json"
_OF_ONE_FILE = {"title", "encoding", "delimiter", "sheet"}


class Remembered:
    """The wizard's memory, in a folder; where that cannot be written, nothing is remembered."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def mapping_for(self, columns: Sequence[str]) -> Mapping | None:
        """The mapping last used for a table with these columns, in any order."""
        path = self._path_of(columns)
        with suppress(ImportRefusedError, OSError, ValueError):
            mapping = read_mapping(path)
            if set(mapping.columns) <= set(columns):
                return mapping
        return None

    def keep_mapping(self, columns: Sequence[str], mapping: Mapping) -> None:
        """Remember how a table with these columns is read; the oldest is forgotten."""
        kept = mapping.model_copy(
            update=dict.fromkeys(_OF_ONE_FILE, "")  # they belong to the file, not to its kind
        )
        with suppress(OSError, ValueError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path_of(columns), kept.as_json().encode())
            known = sorted(self._folder.glob("*.map.json"), key=lambda path: path.stat().st_mtime)
            for path in known[:-MOST_MAPPINGS]:
                path.unlink()

    def forget_mapping(self, columns: Sequence[str]) -> None:
        """Forget how a table with these columns was read."""
        with suppress(OSError):
            self._path_of(columns).unlink(missing_ok=True)

    def place_of(self, source: Path) -> Path | None:
        """Where the chronology made of a file was saved last."""
        found = self._places().get(str(source.absolute()))
        return None if found is None else Path(found)

    def keep_place(self, source: Path, saved: Path) -> None:
        """Remember where the chronology made of a file was saved."""
        key = str(source.absolute())
        places = {name: place for name, place in self._places().items() if name != key}
        places[key] = str(saved.absolute())
        kept = dict(list(places.items())[-MOST_PLACES:])
        with suppress(OSError, ValueError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._folder / _PLACES, json.dumps(kept, indent=1).encode())

    def _places(self) -> dict[str, str]:
        try:
            found = json.loads(read_small(self._folder / _PLACES, LARGEST_MAPPING))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: place for name, place in found.items() if isinstance(place, str)}

    def _path_of(self, columns: Sequence[str]) -> Path:
        names = json.dumps(sorted(columns)).encode()
        return self._folder / f"{hashlib.sha256(names).hexdigest()[:20]}.map.json"
