"""The records say the same of an event as the models do."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
import pytest
from pydantic import BaseModel, TypeAdapter
from pydantic.errors import PydanticUserError

from peru_timeline.chronology.models import (
    Amount,
    Event,
    Evidence,
    Note,
    Relation,
    Role,
    Status,
)  # fmt: skip
from peru_timeline.chronology.store.records import (
    AmountRecord,
    EventRecord,
    EvidenceRecord,
    NoteRecord,
    Record,
    RelationRecord,
    RoleRecord,
    StatusName,
    event_list_decoder,
    record_of,
)  # fmt: skip
from tests.chronology.made_up import load, small

PAIRS: list[tuple[type[BaseModel], type[Record]]] = [
    (Event, EventRecord), (Role, RoleRecord), (Amount, AmountRecord), (Evidence, EvidenceRecord),
    (Note, NoteRecord), (Relation, RelationRecord),
]  # fmt: skip

VALUES: list[Any] = [
    None, True, 0, 1, 3, 4, -1, 2.5, "text", "date", "follows", "causes", "gap", "planned", {},
    {"en": "text"}, [], ["date"], ["gazette"], [{"actor": "south"}],
    [{"event": "strike", "relation": "follows"}], [{"kind": "gap", "text": "lost"}],
]  # fmt: skip


@pytest.mark.parametrize(("model", "record"), PAIRS)
def test_fields_are_those_of_the_model(model: type[BaseModel], record: type[Record]) -> None:
    fields = {field.name: field.required for field in msgspec.structs.fields(record)}
    assert fields == {name: field.is_required() for name, field in model.model_fields.items()}


def test_statuses() -> None:
    assert get_args(StatusName) == tuple(status.value for status in Status)


@pytest.mark.parametrize(("model", "record"), PAIRS)
def test_what_a_record_refuses_the_model_refuses(
    model: type[BaseModel], record: type[Record]
) -> None:
    for field in msgspec.structs.fields(record):
        adapter = TypeAdapter(model.model_fields[field.name].rebuild_annotation())
        for value in VALUES:
            try:
                msgspec.convert(value, field.type, strict=True)
            except msgspec.ValidationError:
                with pytest.raises((ValueError, PydanticUserError)):
                    adapter.validate_python(value)


def test_a_record_of_a_model_is_the_record_of_its_json() -> None:
    events = load(small()).events
    written = b"[%b]" % b",".join(e.model_dump_json(exclude_unset=True).encode() for e in events)
    assert event_list_decoder().decode(written) == [record_of(event) for event in events]
