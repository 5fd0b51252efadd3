"""Templates and samples open, are in both languages, and need no advice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peru_timeline.chronology.importing.importer import import_file
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.review.advice import advice
from peru_timeline.paths import resources_dir, seeds_dir

TEMPLATES = sorted((resources_dir() / "templates").glob("*.chronology"))
SAMPLES = sorted((seeds_dir() / "samples").glob("*.chronology"))


def test_there_are_as_many_as_the_docs_say() -> None:
    assert [path.stem for path in TEMPLATES] == [
        "case-file", "company-history", "empty", "life", "school-topic",
    ]  # fmt: skip
    assert [path.stem for path in SAMPLES] == ["photography", "space-firsts"]


@pytest.mark.parametrize("path", [*TEMPLATES, *SAMPLES], ids=lambda path: path.stem)
def test_each_opens_in_both_languages_without_advice(path: Path) -> None:
    chronology = load_chronology(path)
    assert set(chronology.title) == {"en", "es"}
    assert chronology.id == path.stem or path.stem == "empty"
    assert list(advice(chronology)) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_has_events_of_every_lane(path: Path) -> None:
    chronology = load_chronology(path)
    assert {event.sector for event in chronology.events} == set(chronology.sector_by_id)


@pytest.mark.parametrize("name", ["events.csv", "events.xlsx"])
def test_the_spreadsheet_to_fill_in_imports_whole(name: str) -> None:
    found = import_file(resources_dir() / "templates" / name)
    made = json.loads(found.content)
    assert [event["date"] for event in made["events"]] == [
        "1905-05-27", "1910~", "1914-05/1918-11", "1920/..", "[1930..1932]", "XXXX",
    ]  # fmt: skip
    assert [sector["name"] for sector in made["sectors"]] == ["First lane", "Second lane"]
    assert list(found.losses) == []
