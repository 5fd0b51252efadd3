"""An open chronology with what is derived from it once: columns, search index, facets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import Event, Lock

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.editing.patching import Patched
from peru_timeline.chronology.loader import Progress, load_chronology
from peru_timeline.chronology.models import Relation
from peru_timeline.chronology.query import Facets
from peru_timeline.chronology.search import SearchIndex
from peru_timeline.chronology.store.load_cache import write_load_cache
from peru_timeline.paths import user_cache_dir
from peru_timeline.timeline.axis.time_warp import TimeWarp
from peru_timeline.timeline.background import yield_to_frame
from peru_timeline.timeline.columns import Columns, build_columns, even_warp


class _CalledOffError(Exception):
    """The chronology was closed while its search index was being built ahead; never leaves this module."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What no file holds yet.

    Attributes:
        content: the bytes that saving writes.
        source: the file that it was made of; None if there is none.
        checksum: of the bytes that its file had when it was read, SHA-256; empty where the path is no file of it.

    """

    content: bytes
    source: Path | None = None
    checksum: str = ""

    @property
    def has_file(self) -> bool:
        """Whether the path of the chronology is its file, as it was before it was changed."""
        return bool(self.checksum)


@dataclass(frozen=True, eq=False)
class OpenChronology:
    """One chronology, read from `path`; everything else is derived from it when first asked for.

    Of one that is `unsaved`, the path is where saving writes it, or where it would be saved.
    """

    path: Path
    chronology: Chronology
    unsaved: Unsaved | None = None
    _search_lock: Lock = field(default_factory=Lock, init=False, repr=False)
    _search_index: list[SearchIndex] = field(default_factory=list, init=False, repr=False)
    """None or one."""
    _closed: Event = field(default_factory=Event, init=False, repr=False)

    @cached_property
    def columns(self) -> Columns:
        """The events as numpy arrays."""
        return build_columns(self.chronology)

    @cached_property
    def even_warp(self) -> TimeWarp:
        """How days are drawn where crowded years get more room."""
        return even_warp(self.chronology, self.columns)

    def prepare_first_view(self) -> None:
        """Derive what the first view needs, on the thread that reads the file."""
        _ = self.columns, self.facets

    @property
    def search(self) -> SearchIndex:
        """The full-text index, built when first asked for, after the first frame.

        Whoever asks gets one, closed or not: a presentation goes on showing a chronology that the window has left.
        """
        return self._built_index(yield_to_frame)

    def build_search_ahead(self) -> None:
        """Build the full-text index, on a thread of its own; `close` calls that off, and it ends without one."""
        with suppress(_CalledOffError):
            self._built_index(self._pause)

    def _built_index(self, pause: Callable[[], None]) -> SearchIndex:
        with self._search_lock:  # a caller waits while another thread builds it
            if not self._search_index:
                self._search_index.append(SearchIndex(self.chronology, pause))
            return self._search_index[0]

    def _pause(self) -> None:
        if self._closed.is_set():
            raise _CalledOffError
        yield_to_frame()

    def write_load_cache(self) -> None:
        """Write what was found while reading a large file to the cache, for the next start."""
        events = self.chronology.events
        write_load_cache(load_cache_dir(), events.content, events.columns, events.offsets)

    def edited(self, change: Patched, unsaved: Unsaved | None) -> OpenChronology:
        """The chronology after a change; what was searched through before need not be read again."""
        made = OpenChronology(self.path, change.chronology, unsaved)
        self.close()
        with self._search_lock:
            made._search_index.extend(
                index.patched(change.chronology, change.origin) for index in self._search_index
            )
        return made

    def kept_in(self, path: Path, unsaved: Unsaved | None = None) -> OpenChronology:
        """The same chronology with another file, or with what the file lacks."""
        made = replace(self, path=path, unsaved=unsaved)
        with self._search_lock:
            made._search_index.extend(self._search_index)
        for name in ("columns", "_naming"):  # what does not depend on the file
            if name in self.__dict__:
                made.__dict__[name] = self.__dict__[name]
        return made

    def close(self) -> None:
        """Call off the search index that is being built ahead: another chronology is open."""
        self._closed.set()

    @cached_property
    def facets(self) -> Facets:
        """The events of each actor, sector, status and source."""
        return Facets(self.chronology, lambda text: self.search.find(text))

    @cached_property
    def _naming(self) -> Mapping[int, list[int]]:
        """Maps an event to the events that name it as related, in order of date."""
        found: dict[int, list[int]] = {}
        for event, other in sorted(set(self.chronology.event_columns.related_pairs)):
            found.setdefault(other, []).append(event)
        return found

    def events_naming(self, event: int) -> Iterator[tuple[int, Relation]]:
        """The events that name this one as related, and how."""
        events = self.chronology.events
        for index in self._naming.get(event, ()):
            for link in events[index].related:
                if link.event == events[event].id:
                    yield index, link


def open_chronology(path: Path, progress: Progress | None = None) -> OpenChronology:
    """Read a chronology. Raises ChronologyError with every fault, and whatever `progress` raises."""
    return OpenChronology(path, load_chronology(path, progress, load_cache_dir()))


def load_cache_dir() -> Path:
    """The folder of the load cache; it may not exist yet."""
    return user_cache_dir() / "loaded"
