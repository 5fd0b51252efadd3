"""An opened chronology with what is made from it once: columns, search index, facets."""

from __future__ import annotations

from collections.abc import Mapping
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
    def named_by(self) -> Mapping[str, tuple[tuple[int, Relation], ...]]:
        """Event id -> the events that name it as related, and how."""
        found: dict[str, list[tuple[int, Relation]]] = {}
        for index, event in enumerate(self.chronology.events):
            for link in event.related:
                found.setdefault(link.event, []).append((index, link))
        return {event: tuple(links) for event, links in found.items()}


def open_document(path: Path) -> Document:
    """Read a chronology; raises ChronologyError with every fault."""
    return Document(path, load_chronology(path))
