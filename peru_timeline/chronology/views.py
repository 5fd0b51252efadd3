"""Saved views and stories: what to show under which name, in order, in one file `NAME.views.json`.

A story is simply a file of views in the order of telling.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Container, Iterator
from dataclasses import asdict
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, field_serializer, field_validator

from peru_timeline.chronology.arranging.edits import PictureEdits
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.faults.fault import (
    ChronologyError,
    Fault,
    display_value,
)
from peru_timeline.chronology.faults.gathering import MOST_OF_A_KIND, Gathered, bounded
from peru_timeline.chronology.faults.long_values import faults_in_pieces
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.faults.suggestions import Suggestions
from peru_timeline.chronology.json_file import parse_json, read_bytes
from peru_timeline.chronology.models import Date, Id
from peru_timeline.chronology.query import NO_QUERY, Query
from peru_timeline.chronology.text import LanguageMap, LineMap
from peru_timeline.files import size_of, write_atomically
from peru_timeline.paths import user_data_dir

FORMAT: Final = "views/1"
SUFFIX = ".views.json"
LARGEST_VIEWS = 20_000_000
"""Bytes."""

MOST_VIEWS = 10_000
"""In a file; the list shows them all, and they are read in half a second."""

GroupingName = Literal["sector", "actor", "source", "none"]


class SavedView(BaseModel):
    """One view: a stretch of time, a filter, a grouping, a selection, and what to say about it.

    Attributes:
        id: stays when the view is renamed, so that its slide in a deck is found again; None lets the name count.
        name: what it is called in lists and as the title of its slide.
        caption: a sentence or two for the audience.
        notes: what the speaker wants to say, for the speaker alone.
        span: EDTF with both ends known; None shows the whole chronology.
        selection: id of the selected event.
        picture: how a picture of it is arranged by hand; ids in it that the chronology has not are no fault.
        events: ids of the only events told to an audience, the most important first; None leaves the choice to their
            importance.
        even_time: whether crowded years are drawn longer than quiet ones.

    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    id: Id | None = None
    name: LineMap
    caption: LanguageMap | None = None
    notes: LanguageMap | None = None
    span: Date | None = None
    query: Query = NO_QUERY
    grouping: GroupingName = "sector"
    selection: Id | None = None
    events: tuple[Id, ...] | None = None
    picture: PictureEdits | None = None
    even_time: bool = False

    @field_validator("span")
    @classmethod
    def _with_both_ends(cls, span: EventDate | None) -> EventDate | None:
        if span is not None and span.reach is None:
            raise ValueError(Sentences.SPAN_NEEDS_ENDS.of())
        return span

    @field_serializer("query")
    def _said(self, query: Query) -> dict[str, Any]:
        said = (item for item in asdict(query).items() if item not in asdict(NO_QUERY).items())
        return {
            key: sorted(value) if isinstance(value, frozenset) else value for key, value in said
        }

    @property
    def key(self) -> str:
        """What the view is known by outside the file: its id, or a checksum of its name in its first language."""
        if self.id is not None:
            return self.id
        language = min(self.name)
        return hashlib.sha256(f"{language}:{self.name[language]}".encode()).hexdigest()[:12]

    @property
    def days(self) -> tuple[float, float] | None:
        """The half-open span in days."""
        return None if self.span is None else self.span.reach


class ViewsFile(BaseModel):
    """A file of views; `chronology` is the id of the chronology they were made for."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    format: Literal["views/1"] = FORMAT
    chronology: Id
    title: LineMap
    description: LanguageMap | None = None
    views: tuple[SavedView, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """What each view is known by outside the file; no two are the same, even of views with the same name."""
        made: list[str] = []
        for view in self.views:
            made.append(_unused(view.key, made))
        return tuple(made)

    def named(self, name: str) -> SavedView | None:
        """Return the view with this name in any language; capitals count only if another has the same name."""
        exact = (view for view in self.views if name in view.name.values())
        folded = (
            view
            for view in self.views
            if name.casefold() in (each.casefold() for each in view.name.values())
        )
        return next(exact, None) or next(folded, None)

    def with_view(self, view: SavedView) -> ViewsFile:
        """Append a view under an id of its own, or replace the one with the same id, or else name in any language."""
        for position, other in enumerate(self.views):
            if view.id is not None and view.id == other.key:
                return self.with_change(position, view)
        for position, other in enumerate(self.views):
            if view.name.items() & other.name.items():
                return self.with_change(position, view.model_copy(update={"id": other.key}))
        added = view.model_copy(update={"id": _unused(view.key, self.keys)})
        return self.model_copy(update={"views": (*self.views, added)})

    def with_change(self, position: int, view: SavedView) -> ViewsFile:
        """Replace the view at this position."""
        others = self.views[:position], self.views[position + 1 :]
        return self.model_copy(update={"views": (*others[0], view, *others[1])})

    def without(self, position: int) -> ViewsFile:
        """Remove the view at this position."""
        return self.model_copy(
            update={"views": (*self.views[:position], *self.views[position + 1 :])}
        )

    def moved(self, position: int, steps: int) -> ViewsFile:
        """Move a view by `steps` positions towards the end (or the beginning), as far as possible."""
        views = list(self.views)
        view = views.pop(position)
        views.insert(min(max(position + steps, 0), len(views)), view)
        return self.model_copy(update={"views": tuple(views)})


def own_views_path(chronology: Chronology) -> Path:
    """Return the path of the file with the reader's own views of a chronology."""
    return user_data_dir() / "views" / f"{chronology.id}{SUFFIX}"


def _unused(key: str, taken: Collection[str]) -> str:
    """Return a key, or with the lowest number behind it that makes it one of its own."""
    numbered = (f"{key}-{number}" for number in count(2))
    return key if key not in taken else next(new for new in numbered if new not in taken)


class UnknownIdsError(ChronologyError):
    """The views are sound, but name ids that the chronology does not have."""


def load_views(path: Path, chronology: Chronology) -> ViewsFile:
    """Read a file of views; raises ChronologyError with every fault and its place."""
    if size_of(path) > LARGEST_VIEWS:
        too_large = Sentences.TOO_LARGE.of(f"{LARGEST_VIEWS / 10**9:.2f}")
        raise ChronologyError(path, [Fault("", too_large)])
    return parse_views(read_bytes(path), path, chronology)


def parse_views(content: bytes, path: Path | str, chronology: Chronology) -> ViewsFile:
    """Read views from the bytes of a file; every id in them must exist in `chronology`."""
    raw = parse_json(content, path)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        found = raw.get("format") if isinstance(raw, dict) else None
        message = (
            Sentences.VIEWS_OTHER_FORMAT.of(FORMAT, display_value(found))
            if found
            else Sentences.VIEWS_FORMAT_MISSING.of(FORMAT)
        )
        raise ChronologyError(path, [Fault("format", message)])
    listed = raw.get("views")
    if isinstance(listed, list) and len(listed) > MOST_VIEWS:
        message = Sentences.MANY_VIEWS.of(f"{len(listed):,}", f"{MOST_VIEWS:,}")
        raise ChronologyError(path, [Fault("views", message)])
    gathered = Gathered()
    gathered.add(bounded(faults_in_pieces(raw, ViewsFile)))
    if gathered:
        raise ChronologyError(path, gathered.faults())
    views = ViewsFile.model_validate(raw)
    if views.chronology != chronology.id:
        message = Sentences.OTHER_CHRONOLOGY.of(views.chronology)
        raise ChronologyError(path, [Fault("chronology", message)])
    gathered.add(_ids_used_before(views))
    if gathered:
        raise ChronologyError(path, gathered.faults())
    gathered.add(bounded(_faults(views, chronology)))
    if gathered:
        raise UnknownIdsError(path, gathered.faults())
    return views


def write_views(path: Path, views: ViewsFile, *, private: bool = False) -> None:
    """Write a file of views, whole or not at all; `private`: for the reader alone. Raises OSError."""
    write_atomically(path, views_text(views).encode("utf-8"), private=private)


def views_text(views: ViewsFile) -> str:
    """Return the text of a file of views, without fields at their defaults."""
    written: dict[str, Any] = views.model_dump(mode="json", exclude_defaults=True)
    return json.dumps({"format": FORMAT, **written}, ensure_ascii=False, indent=2) + "\n"


def _ids_used_before(views: ViewsFile) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for position, view in enumerate(views.views):
        if view.id is not None and first.setdefault(view.id, position) != position:
            said = display_value(view.id), f"views[{first[view.id]}]"
            yield Fault(f"views[{position}].id", Sentences.USED_BEFORE.of(*said))


def _faults(file: ViewsFile, chronology: Chronology) -> Iterator[Fault]:
    suggestions, names_of, counts = Suggestions(), cache(chronology.names_of), Counter[str]()
    sentences = {
        "actors": Sentences.NO_ACTOR,
        "sectors": Sentences.NO_SECTOR,
        "sources": Sentences.NO_SOURCE,
        "events": Sentences.NO_EVENT,
    }
    known: dict[str, Container[str]] = {
        "actors": chronology.actor_by_id,
        "sectors": chronology.sector_by_id,
        "sources": chronology.source_by_id,
        "events": chronology.event_index,
    }
    for position, view in enumerate(file.views):
        for key, kind, name in _ids(view):
            if name not in known[kind]:
                counts[kind] += 1
                is_told = counts[kind] <= MOST_OF_A_KIND
                near = suggestions.nearest(kind, name, names_of(kind)) if is_told else ""
                message = sentences[kind].of(display_value(name), near)
                yield Fault(f"views[{position}].{key}", message)
        for number, band in enumerate(view.picture.bands if view.picture else ()):
            if band.date.is_unknown:
                place = f"views[{position}].picture.bands[{number}].date"
                yield Fault(place, Sentences.BAND_NEEDS_TIME.of())


def _ids(view: SavedView) -> Iterator[tuple[str, str, str]]:
    """Give what a view names: where in the view, in which list of the chronology, and its id."""
    for kind, chosen in (
        ("actors", view.query.actors),
        ("sectors", view.query.sectors),
        ("sources", view.query.sources),
    ):
        for name in sorted(chosen):
            yield f"query.{kind}", kind, name
    if view.selection is not None:
        yield "selection", "events", view.selection
    for number, event in enumerate(view.events or ()):
        yield f"events[{number}]", "events", event
