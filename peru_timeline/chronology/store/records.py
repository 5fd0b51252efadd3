"""Events as msgspec reads them: plain records, made in microseconds, with the fields of the models.

The records' types are made from the models, which stay the one place that says what an event is.
Constraints of texts (patterns, lengths) are not in them: see reader.py.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from itertools import chain
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from peru_timeline.chronology.dates.event_date import EventDate
from peru_timeline.chronology.models import Event

Record = Any
"""An event as read; what the file leaves out is msgspec.UNSET, which is false."""


@cache
def event_decoder() -> msgspec.json.Decoder[Record]:
    """Give the reader of one event."""
    return msgspec.json.Decoder(_record_type(Event))


@cache
def event_list_decoder() -> msgspec.json.Decoder[list[Record]]:
    """Give the reader of a list of events."""
    return msgspec.json.Decoder(list[_record_type(Event)])  # type: ignore[misc]


def record_of(event: Event) -> Record:
    """Give the record of a model."""
    plain = event.model_dump(mode="json", exclude_unset=True)
    return msgspec.convert(plain, _record_type(Event))


class Batch(NamedTuple):
    """Events read together, and what hangs on them in flat lists: what can be gone through without Python's loops."""

    records: list[Record]
    ids: list[str]
    roles: list[Any]
    role_counts: list[int]
    """Of each event."""
    evidence: list[Any]
    evidence_counts: list[int]
    """Of each event."""
    amounts: list[Any]
    notes: list[Any]
    relations: list[tuple[int, Any]]
    """Number of the event in the batch, and how it is related to another."""


def batch_of(records: list[Record]) -> Batch:
    """Put events together."""
    roles = [record.actors or () for record in records]
    evidence = [record.evidence or () for record in records]
    return Batch(
        records=records,
        ids=[record.id for record in records],
        roles=list(chain.from_iterable(roles)),
        role_counts=list(map(len, roles)),
        evidence=list(chain.from_iterable(evidence)),
        evidence_counts=list(map(len, evidence)),
        amounts=[amount for record in records if record.amounts for amount in record.amounts],
        notes=[note for record in records if record.notes for note in record.notes],
        relations=[
            (number, relation)
            for number, record in enumerate(records)
            if record.related
            for relation in record.related
        ],
    )


@cache
def _record_type(model: type[BaseModel]) -> type[msgspec.Struct]:
    hints = get_type_hints(model, include_extras=True)
    fields: list[Any] = []
    for name, field in model.model_fields.items():
        kind = _plain_type(hints[name])
        unset = kind | msgspec.UnsetType
        fields.append((name, kind) if field.is_required() else (name, unset, msgspec.UNSET))
    return msgspec.defstruct(
        model.__name__, fields, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False
    )


def _plain_type(hint: Any) -> Any:
    """Translate the type of a model's field."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _bounded(_plain_type(arguments[0]), arguments[1:])
    if origin is Mapping:
        return str | dict[str, str]
    if origin is tuple:
        return list[_plain_type(arguments[0])]  # type: ignore[misc]
    if origin in (Union, types.UnionType):
        return Union[tuple(_plain_type(argument) for argument in arguments)]  # noqa: UP007
    if hint is EventDate:
        return str
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _record_type(hint)
    if origin is Literal or hint in (str, int, float, type(None)):
        return hint
    if issubclass(hint, Enum):  # as its text: looking up members takes long
        return Literal[tuple(member.value for member in hint)]
    raise TypeError(f"no plain type for {hint}")


def _bounded(kind: Any, annotations: tuple[Any, ...]) -> Any:
    bounds = {
        name: getattr(bound, name)
        for field in annotations
        if isinstance(field, FieldInfo)
        for bound in field.metadata
        for name in ("ge", "gt", "le", "lt")
        if hasattr(bound, name)
    }
    return Annotated[kind, msgspec.Meta(**bounds)] if bounds else kind
