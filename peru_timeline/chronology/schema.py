"""The JSON Schema of chronology files, derived from the models, with which editors complete and check."""

from __future__ import annotations

import json
from typing import Any

from peru_timeline.chronology.models import FORMAT, ChronologyFile


def json_schema() -> dict[str, Any]:
    """Return the schema of a whole file, without the rules of checks.py, which a schema cannot express."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Made by `peru-timeline schema` from the models of {FORMAT}; do not edit.",
        **ChronologyFile.model_json_schema(),
    }


def schema_text() -> str:
    """Return the schema as the text of `seeds/chronology.schema.json`."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
