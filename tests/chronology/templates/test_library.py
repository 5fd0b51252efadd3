"""Templates and samples open, are in both languages and need no advice; so do the chronologies made of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peru_timeline.chronology.importing.importer import import_file
from peru_timeline.chronology.loader import load_chronology, parse_chronology
from peru_timeline.chronology.review.advice import advice
from peru_timeline.chronology.templates.library import (
    Offered,
    new_chronology,
    samples,
    spreadsheet,
    templates,
)
from peru_timeline.paths import default_chronology, resources_dir, seeds_dir

TEMPLATES = [offered.path for offered in templates()]
SAMPLES = [offered.path for offered in samples()[1:]]
LANGUAGES = ("en", "es")


def test_every_file_that_comes_with_the_program_is_offered() -> None:
    assert set(TEMPLATES) == set((resources_dir() / "templates").glob("*.chronology"))
    assert set(SAMPLES) == set((seeds_dir() / "samples").glob("*.chronology"))
    assert samples()[0].path == default_chronology()


@pytest.mark.parametrize("offered", [*templates(), *samples()], ids=lambda each: each.path.stem)
def test_what_is_offered_says_what_it_is_for_in_both_languages(offered: Offered) -> None:
    for texts in (offered.title, offered.description):
        assert set(texts) == set(LANGUAGES)
        assert all(texts.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", templates(), ids=lambda each: each.path.stem)
def test_a_new_chronology_is_named_after_its_file_and_has_one_language(
    template: Offered, language: str
) -> None:
    path = Path(f"Año nuevo_{language}.chronology")
    made = parse_chronology(new_chronology(template.path, path, language), path)
    assert made.id == f"ano-nuevo-{language}"
    assert dict(made.title) == {language: f"Año nuevo {language}"}
    assert list(advice(made)) == []
    original = load_chronology(template.path)
    assert [event.id for event in made.events] == [event.id for event in original.events]
    for event, model in zip(made.events, original.events, strict=True):
        assert dict(event.title) == {language: model.title[language]}


def test_a_file_without_a_name_in_latin_letters_gets_the_id_of_its_template() -> None:
    made = new_chronology(TEMPLATES[0], Path("年.chronology"), "en")
    assert json.loads(made)["id"] == "my-chronology"
    assert json.loads(made)["title"] == {"en": "年"}


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


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_spreadsheet_to_fill_in_imports_whole(ending: str) -> None:
    found = import_file(spreadsheet(ending))
    made = json.loads(found.content)
    assert [event["date"] for event in made["events"]] == [
        "1905-05-27", "1910~", "1914-05/1918-11", "1920/..", "[1930..1932]", "XXXX",
    ]  # fmt: skip
    assert [sector["name"] for sector in made["sectors"]] == ["First lane", "Second lane"]
    assert list(found.losses) == []
