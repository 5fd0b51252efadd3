"""Quoting a document as one change: source, event, evidence; undo gives every byte back."""

from __future__ import annotations

import json

import pytest

from peru_timeline.chronology.documents.said_of_itself import Said
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.editing.quotations import (
    Cited,
    event_from,
    new_source,
    quotation_added,
)
from peru_timeline.chronology.editing.refusals import RefusedError
from peru_timeline.chronology.loader import parse_chronology
from tests.chronology.made_up import small

SAID = Said("A harbour", ("Ana Paz",), "The Daily", "early May 2012", "https://example.org/a", "en")
DOCUMENT = {"file": "a.md", "sha256": "0" * 64, "words": 100}
EVIDENCE = {"quote": "one two three four five", "section": "p. 3", "paragraph": 1}


def file() -> FileText:
    return FileText.of(json.dumps(small(), indent=2).encode())


def test_a_new_event_brings_its_source_along() -> None:
    before = file()
    cited = new_source(before, SAID, DOCUMENT)
    made = event_from(before, cited, EVIDENCE, "New event")
    edited = made.change.apply(before)
    chronology = parse_chronology(edited.file.content, "a")
    event = chronology.events[chronology.event_index[made.id]]
    assert event.evidence[0].model_dump(exclude_defaults=True) == {"source": cited.id, **EVIDENCE}
    source = chronology.source_by_id["the-daily"]  # the year of an uncertain date is none of its id
    assert (source.author, source.url, source.language) == (("Ana Paz",), SAID.url, "en")
    assert source.issued is not None
    assert source.issued.edtf == "[2012-05-01..2012-05-10]"
    assert edited.undo.apply(edited.file).file.content == before.content


def test_evidence_is_added_to_what_there_is() -> None:
    before = file()
    name = before.ids("events")[0]
    there = before.item("events", 0)["evidence"]
    edited = quotation_added(before, Cited(before.ids("sources")[0]), EVIDENCE, name).apply(before)
    assert edited.file.item("events", 0)["evidence"][:-1] == there
    assert edited.file.item("events", 0)["evidence"][-1]["quote"] == EVIDENCE["quote"]
    assert edited.undo.apply(edited.file).file.content == before.content


def test_what_would_be_faulty_changes_nothing() -> None:
    before = file()
    cited = new_source(before, SAID._replace(url="ftp://no"), DOCUMENT)
    with pytest.raises(RefusedError):
        event_from(before, cited, EVIDENCE, "New").change.apply(before)
    with pytest.raises(RefusedError):
        event_from(before, cited, {"quote": "too few"}, "New").change.apply(before)
    with pytest.raises(RefusedError):
        quotation_added(before, cited, EVIDENCE, "nobody")


def test_ids_of_sources_name_publisher_and_year() -> None:
    before = file()
    assert new_source(before, SAID._replace(issued="2012"), DOCUMENT).id == "the-daily-2012"
    assert new_source(before, Said(), DOCUMENT).id == "a-md"
