"""An opened chronology with what is made from it once: columns, search index, facets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.models import Chronology, Relation
from peru_timeline.chronology.query import Facets
from peru_timeline.chronology.search import SearchIndex
from peru_timeline.timeline.columns import Columns, build_columns


@dataclass(frozen=True, eq=False)
class Document:
    """One chronology, read from `path`; everything else here follows from it."""

    path: Path
    chronology: Chronology

    @cached_property
    def columns(self) -> Columns:
        """The events as numpy arrays."""
        return build_columns(self.chronology)

    @cached_property
    def search(self) -> SearchIndex:
        """The full-text index; made at the first search, after the first frame."""
        return SearchIndex(self.chronology)

    @cached_property
    def facets(self) -> Facets:
        """The events of each actor, sector, status and source."""
        return Facets(self.chronology, lambda text: self.search.find(text))

    @cached_property
    def _naming(self) -> Mapping[int, list[int]]:
        """Event -> the events that name it as related, in order of date."""
        found: dict[int, list[int]] = {}
        for event, other in sorted(set(self.chronology.facts.ties)):
            found.setdefault(other, []).append(event)
        return found

    def named_by(self, event: int) -> Iterator[tuple[int, Relation]]:
        """Give the events that name one as related, and how."""
        events = self.chronology.events
        for index in self._naming.get(event, ()):
            for link in events[index].related:
                if link.event == events[event].id:
                    yield index, link


def open_document(path: Path) -> Document:
    """Read a chronology; raises ChronologyError with every fault."""
    return Document(path, load_chronology(path))
