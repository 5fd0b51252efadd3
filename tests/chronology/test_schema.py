from __future__ import annotations

import json
from typing import Any

from peru_timeline.chronology.models import CslType, Event, Source
from peru_timeline.chronology.schema import json_schema, schema_text
from peru_timeline.paths import seeds_dir


def test_the_schema_in_seeds_is_the_one_of_the_models() -> None:
    kept = (seeds_dir() / "chronology.schema.json").read_text(encoding="utf-8")
    assert kept == schema_text(), "run: peru-timeline schema > seeds/chronology.schema.json"


def test_unknown_keys_are_refused_everywhere() -> None:
    schema = json_schema()
    objects = [schema, *(part for part in schema["$defs"].values() if part["type"] == "object")]
    assert len(objects) >= 10
    assert all(part["additionalProperties"] is False for part in objects)


def test_every_field_is_described_as_in_the_models() -> None:
    parts: dict[str, Any] = json_schema()["$defs"]
    assert list(parts["Event"]["properties"]) == list(Event.model_fields)
    assert list(parts["Source"]["properties"]) == list(Source.model_fields)
    assert parts["Source"]["properties"]["type"]["enum"] == list(CslType.__args__)  # type: ignore[attr-defined]
    assert parts["Amount"]["properties"]["value"] == {
        "anyOf": [{"type": "integer"}, {"type": "number"}],
        "title": "Value",
    }


def test_the_schema_is_json() -> None:
    assert json.loads(schema_text()) == json_schema()
