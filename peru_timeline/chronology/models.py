"""The models of the file format: frozen values with exactly its fields, validated on construction.

The models check single fields, checks.py what concerns several (references, cycles, languages); the loader
reports the faults of both together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from peru_timeline.chronology.dates.event_date import UNKNOWN, EventDate, parse_date
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.patterns import ID_PATTERN, SHA256_PATTERN, URL_PATTERN
from peru_timeline.chronology.text import LanguageMap, Line, LineMap, Prose, Tag, in_language

FORMAT = "chronology/1"
LONGEST_ID = 120
TITLE_LENGTH = 60
"""Recommended maximum of a title: as much as a slide shows well. Longer titles are elided where they do not fit."""
LONGEST_TITLE = 500
"""Maximum length of a title."""
QUOTE_WORDS = (5, 40)
LARGEST_NUMBER = 10**30
"""Of an amount; figures of thousands of digits mean nothing and exceed float64."""


def _as_date(value: Any) -> EventDate:
    if isinstance(value, EventDate):
        return value
    if not isinstance(value, str):
        raise ValueError(Sentences.DATE_IS_TEXT.of())
    return parse_date(value)


Date = Annotated[
    EventDate,
    BeforeValidator(_as_date, json_schema_input_type=str),
    PlainSerializer(lambda date: date.edtf, return_type=str),
]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN)]
"""A web address; no other kind (file:, javascript:) may reach a browser from a file."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]


def _as_number(value: Any) -> int | float:
    # Not a union of strict types, which would report each fault twice.
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("number", "must be a number")
    if isinstance(value, float) and not math.isfinite(value):
        raise PydanticCustomError("finite_number", "must be a finite number")
    if abs(value) > LARGEST_NUMBER:
        raise PydanticCustomError("short_number", "must be a number of at most 30 digits")
    return value


Number = Annotated[int | float, PlainValidator(_as_number, json_schema_input_type=int | float)]

CslType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview",
    "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score",
    "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip
"""The types of sources that the Citation Style Language 1.0.2 knows."""


Supported = Literal["date", "amount", "attribution"]
"""What a quotation supports about its event."""
NoteKind = Literal["conflict", "correction", "gap", "computation", "context"]
BandColour = Literal["grey", "red", "blue", "teal", "purple", "olive"]
RelationKind = Literal["follows", "part_of", "reverses", "responds_to", "causes", "same_matter"]


class Status(StrEnum):
    """How certain the sources are that the event took place; lists follow this order."""

    HAPPENED = "happened"
    REPORTED = "reported"
    ALLEGED = "alleged"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class _Frozen(BaseModel):
    # Validators are built on first use: building all of them takes a sixth of the start.
    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


class Sector(_Frozen):
    """A field of activity; a lane when events are grouped by sector."""

    id: Id
    name: LineMap


class Actor(_Frozen):
    """Who acts: a state, body, company or person. One without `part_of` is a bloc."""

    id: Id
    name: LineMap
    short: LineMap | None = None
    kind: Literal["state", "agency", "armed_service", "company", "organisation", "group", "person"]
    part_of: Id | None = None
    aliases: tuple[Line, ...] = ()


class Document(_Frozen):
    """A source's full text, which the reader may add: known by its checksum."""

    file: Line
    sha256: Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
    words: Annotated[int, Field(gt=0, strict=True)]


class Source(_Frozen):
    """A published text; `type` is a CSL type."""

    id: Id
    type: CslType
    title: LineMap | None = None
    author: tuple[Line, ...] = ()
    publisher: Line | None = None
    issued: Date | None = None
    url: Url | None = None
    language: Tag | None = None
    document: Document | None = None
    note: LanguageMap | None = None


class Role(_Frozen):
    """An actor's part in an event."""

    actor: Id
    role: LineMap | None = None


class Amount(_Frozen):
    """A figure, its unit (USD, percent, km …) and what it measures."""

    value: Number
    unit: Line
    of: LineMap


class Evidence(_Frozen):
    """What a source says, word for word, and where it says it."""

    source: Id
    quote: Prose
    section: Line | None = None
    paragraph: Annotated[int, Field(ge=1, strict=True)] | None = None
    supports: tuple[Supported, ...] = ()


class Note(_Frozen):
    """The curator's remark on an event."""

    kind: NoteKind
    text: LanguageMap
    sources: tuple[Id, ...] = ()


class Relation(_Frozen):
    """A tie to another event; `causes` only as a source claims it."""

    event: Id
    relation: RelationKind


class Band(_Frozen):
    """A stretch of time behind the events, such as a government; of a single moment it is a line."""

    label: LineMap
    date: Date
    colour: BandColour = "grey"


class EvidencedBand(Band):
    """A band of a chronology, with evidence like an event."""

    id: Id
    evidence: tuple[Evidence, ...] = ()


UNKNOWN_DATE = parse_date(UNKNOWN)


class Event(_Frozen):
    """Something that happened, or is said to have."""

    id: Id
    date: Date = Field(UNKNOWN_DATE, json_schema_extra={"default": UNKNOWN})
    date_note: LanguageMap | None = None
    title: LineMap
    summary: LanguageMap | None = None
    sector: Id | None = None
    actors: tuple[Role, ...] = ()
    status: Status = Status.HAPPENED
    importance: Annotated[int, Field(ge=1, le=3, strict=True)] = 2
    amounts: tuple[Amount, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()
    related: tuple[Relation, ...] = ()


class ChronologyHead(_Frozen):
    """Everything in a chronology but its events: its title, and the lists that the events refer to."""

    format: Literal["chronology/1"]
    id: Id
    version: Line
    title: LineMap
    description: LanguageMap | None = None
    span: Date | None = None
    sectors: tuple[Sector, ...] = ()
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    bands: tuple[EvidencedBand, ...] = ()

    @cached_property
    def actor_by_id(self) -> Mapping[str, Actor]:
        """Actor id -> actor."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Source id -> source."""
        return {source.id: source for source in self.sources}

    @cached_property
    def sector_by_id(self) -> Mapping[str, Sector]:
        """Sector id -> sector."""
        return {sector.id: sector for sector in self.sectors}

    def sector_name(self, event: Event, language: str) -> str:
        """Return the name of an event's sector, or nothing if it has none."""
        return (
            ""
            if event.sector is None
            else in_language(self.sector_by_id[event.sector].name, language)
        )

    @cached_property
    def blocs(self) -> tuple[Actor, ...]:
        """The actors at the top of the tree, in file order."""
        return self.children_of(None)

    @cached_property
    def bloc_of(self) -> Mapping[str, str]:
        """Actor id -> id of the bloc it belongs to."""
        return {actor.id: self.ancestors(actor.id)[-1] for actor in self.actors}

    @cached_property
    def _children(self) -> Mapping[str | None, tuple[Actor, ...]]:
        children: dict[str | None, list[Actor]] = {}
        for actor in self.actors:
            children.setdefault(actor.part_of, []).append(actor)
        return {parent: tuple(actors) for parent, actors in children.items()}

    def children_of(self, actor: str | None) -> tuple[Actor, ...]:
        """Return the actors directly below one (the blocs for None), in file order."""
        return self._children.get(actor, ())

    def ancestors(self, actor: str) -> tuple[str, ...]:
        """Return the ids of the actor and of all above it, up to its bloc."""
        line = [actor]
        while (parent := self.actor_by_id[line[-1]].part_of) is not None:
            line.append(parent)
        return tuple(line)


class ChronologyFile(ChronologyHead):
    """A chronology as a file holds it, its events in any order."""

    model_config = ConfigDict(title="Chronology")

    events: tuple[Event, ...] = ()
