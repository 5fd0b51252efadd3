"""Events as msgspec reads them: plain records with the fields of the models, made in microseconds.

A test holds every record against its model. Constraints of texts (patterns, lengths) are missing here:
batch_reader.py checks those of a thousand events at once.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import UNSET, Meta, UnsetType

from peru_timeline.chronology.dates.event_date import UNKNOWN
from peru_timeline.chronology.models import Event, NoteKind, RelationKind, Supported

Text = str | dict[str, str]
"""A text as written: in no stated language, or by language."""
StatusName = Literal["happened", "reported", "alleged", "planned", "cancelled"]
"""The values of Status as text, because looking up members of an enumeration takes long."""


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What every record has in common: a field that the file leaves out is UNSET."""


class RoleRecord(Record, frozen=True):
    """See models.Role."""

    actor: str
    role: Text | UnsetType | None = UNSET


class AmountRecord(Record, frozen=True):
    """See models.Amount."""

    value: int | float
    unit: str
    of: Text


class EvidenceRecord(Record, frozen=True):
    """See models.Evidence."""

    source: str
    quote: str
    section: str | UnsetType | None = UNSET
    paragraph: Annotated[int, Meta(ge=1)] | UnsetType | None = UNSET
    supports: list[Supported] | UnsetType = UNSET


class NoteRecord(Record, frozen=True):
    """See models.Note."""

    kind: NoteKind
    text: Text
    sources: list[str] | UnsetType = UNSET


class RelationRecord(Record, frozen=True):
    """See models.Relation."""

    event: str
    relation: RelationKind


class EventRecord(Record, frozen=True):
    """See models.Event."""

    id: str
    title: Text
    date: str = UNKNOWN
    sector: str | UnsetType | None = UNSET
    date_note: Text | UnsetType | None = UNSET
    summary: Text | UnsetType | None = UNSET
    actors: list[RoleRecord] | UnsetType = UNSET
    status: StatusName | UnsetType = UNSET
    importance: Annotated[int, Meta(ge=1, le=3)] | UnsetType = UNSET
    amounts: list[AmountRecord] | UnsetType = UNSET
    evidence: list[EvidenceRecord] | UnsetType = UNSET
    notes: list[NoteRecord] | UnsetType = UNSET
    related: list[RelationRecord] | UnsetType = UNSET


@cache
def event_list_decoder() -> msgspec.json.Decoder[list[EventRecord]]:
    """Return the decoder of a list of events; made when first used."""
    return msgspec.json.Decoder(list[EventRecord])


def record_of(event: Event) -> EventRecord:
    """Return a model as a record."""
    plain = event.model_dump(mode="json", exclude_unset=True)
    return msgspec.convert(plain, EventRecord)


class Batch(NamedTuple):
    """Events read together; what they hold is in flat lists, so that numpy and `map` can loop over it.

    Attributes:
        role_counts, evidence_counts: how many roles and quotations each event has.
        relations: the number in the batch of the event that has a relation, and the relation.

    """

    records: list[EventRecord]
    ids: list[str]
    roles: list[RoleRecord]
    role_counts: list[int]
    evidence: list[EvidenceRecord]
    evidence_counts: list[int]
    amounts: list[AmountRecord]
    notes: list[NoteRecord]
    relations: list[tuple[int, RelationRecord]]


def batch_of(records: list[EventRecord]) -> Batch:
    """Put events together."""
    roles = [[] if record.actors is UNSET else record.actors for record in records]
    evidence = [[] if record.evidence is UNSET else record.evidence for record in records]
    return Batch(
        records=records,
        ids=[record.id for record in records],
        roles=list(chain.from_iterable(roles)),
        role_counts=list(map(len, roles)),
        evidence=list(chain.from_iterable(evidence)),
        evidence_counts=list(map(len, evidence)),
        amounts=[
            amount for record in records if record.amounts is not UNSET for amount in record.amounts
        ],
        notes=[note for record in records if record.notes is not UNSET for note in record.notes],
        relations=[
            (number, relation)
            for number, record in enumerate(records)
            if record.related is not UNSET
            for relation in record.related
        ],
    )
