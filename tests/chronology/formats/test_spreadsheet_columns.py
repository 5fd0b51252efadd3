"""Columns of spreadsheets for programs that count: amounts, and the language of the texts."""

from __future__ import annotations

import csv
import io

import pytest

from peru_timeline.chronology.formats.csv_table import csv_table
from peru_timeline.chronology.text import language_shown
from tests.chronology.made_up import load, small


@pytest.mark.parametrize(
    ("language", "heads", "cells"),
    [
        ("en", ["Amounts", "Language"], ["2600000000 USD (price); 0.5 percent (share)", "en"]),
        ("es", ["Cifras", "Idioma"], ["2600000000 USD (precio); 0.5 percent (parte)", "es"]),
    ],
)
def test_a_csv_has_amounts_and_the_language_of_its_texts(
    language: str, heads: list[str], cells: list[str]
) -> None:
    raw = small()
    amounts = [
        {"value": 2_600_000_000, "unit": "USD", "of": {"en": "price", "es": "precio"}},
        {"value": 0.5, "unit": "percent", "of": {"en": "share", "es": "parte"}},
    ]
    raw["events"] = [
        {"id": "one", "date": "2013", "title": {"en": "A", "es": "B"}, "amounts": amounts}
    ]
    content = csv_table(load(raw), [0], language).decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(content, newline=""))
    assert head[12:14] == heads
    assert row[12:14] == cells


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ({"en": "A", "es": "A"}, "es", "es"),
        ({"en": "A"}, "es", "en"),
        ({"es": "A"}, "es-PE", "es"),
        ({"qu": "A"}, "en", "qu"),
        ({"und": "A"}, "en", ""),
        ({}, "en", ""),
    ],
)
def test_the_language_shown_is_that_of_the_text(
    text: dict[str, str], language: str, shown: str
) -> None:
    assert language_shown(text, language) == shown
