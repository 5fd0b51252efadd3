"""Results of a SPARQL query in JSON, such as Wikidata's: each result is a row, each variable a column."""

from __future__ import annotations

from typing import Any

from peru_timeline.chronology.importing.found import Progress, Table
from peru_timeline.chronology.importing.parsing import json_tree
from peru_timeline.chronology.importing.parsing.opening import Opened
from peru_timeline.chronology.importing.readers.records import table_of_records


def read(opened: Opened, progress: Progress, encoding: str = "") -> Table:
    """Read the results; raises ImportRefusedError."""
    value = json_tree.obj(json_tree.json_of(opened, encoding))
    answers = json_tree.objects(json_tree.obj(value.get("results")).get("bindings"))
    records = (
        {name: _value(json_tree.obj(each)) for name, each in answer.items()} for answer in answers
    )
    return table_of_records(enumerate(records, 1), progress)


def _value(found: dict[str, Any]) -> str:
    """The text of a value; empty for a blank node, which stands for one that nobody knows."""
    return "" if found.get("type") == "bnode" else json_tree.text(found.get("value"))
