"""docs/chronology-format.md: its example loads, and it names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from peru_timeline.chronology import models
from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.dates.wording import date_in_words
from peru_timeline.chronology.loader import parse_chronology

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "chronology-format.md").read_text(
    encoding="utf-8"
)
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| `")
]


def example() -> str:
    return str(PAGE.split("```json\n")[1].split("```")[0])


def test_the_example_is_sound() -> None:
    assert len(parse_chronology(example().encode(), "example").events) == 2


@pytest.mark.parametrize(
    "model",
    [
        models.ChronologyFile, models.Sector, models.Actor, models.Source, models.Document,
        models.Event, models.Role, models.Amount, models.Evidence, models.Note, models.Relation,
        models.EvidencedBand,
    ],
)  # fmt: skip
def test_the_example_shows_every_field(model: type[BaseModel]) -> None:
    assert [name for name in model.model_fields if f'"{name}":' not in example()] == []


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_table_of_dates_is_true(row: list[str]) -> None:
    written = re.findall(r"`([^`]+)`", row[0])
    words = [date_in_words(parse_date(text), "en") for text in written]
    assert row[2] in words
    assert len(row) == 3
