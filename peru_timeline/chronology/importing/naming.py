"""Makes unique ids (lowercase letters, digits, hyphens) from names."""

from __future__ import annotations

from peru_timeline.chronology.text import slug as slug


class Ids:
    """Hands out ids, each once."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def new(self, wanted: str, otherwise: str) -> str:
        """Return a unique id made from the first name or, if that is empty, from the other."""
        base = wanted or otherwise
        if base not in self._last:
            self._last[base] = 1
            return base
        number = self._last[base]
        while (name := f"{base}-{number + 1}") in self._last:
            number += 1
        self._last[base] = number + 1
        self._last[name] = 1
        return name
