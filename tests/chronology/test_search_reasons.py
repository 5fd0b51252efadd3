from __future__ import annotations

import json
from typing import Any

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import load_chronology, parse_chronology
from peru_timeline.chronology.search import LONGEST_EXCERPT, Place, SearchIndex, reasons
from peru_timeline.paths import default_chronology

QUOTE = (
    "Before anything was said of ships or of trade, they told how COSCO built the port of Chancay "
    "with sixty per cent of its shares, and went on at length to tell of roads, lakes and llamas."
)


def chronology(**change: Any) -> Chronology:
    event = {
        "id": "port",
        "date": "2001",
        "title": {"en": "Work on a harbour", "es": "Obras en un puerto"},
        "summary": {"en": "Stones & sand.", "es": "Piedras y arena."},
        "sector": "infrastructure",
        "actors": [{"actor": "cosco"}],
        "evidence": [{"source": "wire", "quote": QUOTE}],
    }
    names = {"China": None, "COSCO Shipping": "china"}
    content = {
        "format": "chronology/1",
        "id": "made-up",
        "version": "1.0.0",
        "title": {"en": "Made up", "es": "Inventada"},
        "sectors": [{"id": "infrastructure", "name": {"en": "Building", "es": "Construcción"}}],
        "actors": [
            {"id": name.split()[0].lower(), "name": {"en": name, "es": name}, "kind": "state"}
            | ({"part_of": above, "aliases": ["Zhongyuan"]} if above else {})
            for name, above in names.items()
        ],
        "sources": [{"id": "wire", "type": "article", "title": "Report", "publisher": "The Wire"}],
        "events": [event | change],
    }
    return parse_chronology(json.dumps(content).encode(), "made-up.chronology")


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("harbour", [(Place.TITLE, "Work on a harbour", ["harbour"])]),
        ("HARB wor", [(Place.TITLE, "Work on a harbour", ["Wor", "harb"])]),
        ("sand", [(Place.SUMMARY, "Stones & sand.", ["sand"])]),
        ("zhong", [(Place.ACTOR, "Zhongyuan", ["Zhong"])]),
        ("china", [(Place.ACTOR, "China", ["China"])]),
        ("building", [(Place.SECTOR, "Building", ["Building"])]),
        ("construccion", [(Place.SECTOR, "Construcción", ["Construcción"])]),
        ("wire", [(Place.SOURCE, "The Wire", ["Wire"])]),
        ("puerto", [(Place.TITLE, "Obras en un puerto", ["puerto"])]),
        (
            "harbour china",
            [
                (Place.TITLE, "Work on a harbour", ["harbour"]),
                (Place.ACTOR, "China", ["China"]),
            ],
        ),
        ("nothing", []),
        ("", []),
    ],
)
def test_the_fewest_texts_that_have_the_words(
    search: str, found: list[tuple[Place, str, list[str]]]
) -> None:
    whole = chronology()
    got = reasons(whole.events[0], search, whole, "en")
    assert [(r.place, r.text, [r.text[a:b] for a, b in r.spans]) for r in got] == found


def test_a_quotation_is_told_with_the_words_around_it() -> None:
    whole = chronology()
    (reason,) = reasons(whole.events[0], "chancay", whole, "en")
    assert reason.place == Place.QUOTATION
    assert reason.text.startswith("…told how COSCO built the port of Chancay with sixty")
    assert len(reason.text) <= LONGEST_EXCERPT + 2
    assert [reason.text[a:b] for a, b in reason.spans] == ["Chancay"]


def test_a_quotation_is_told_beside_a_title() -> None:
    whole = chronology(title={"en": "Port of Chancay", "es": "Puerto de Chancay"})
    title, quotation = reasons(whole.events[0], "port", whole, "en")
    assert (title.place, quotation.place) == (Place.TITLE, Place.QUOTATION)


def test_a_word_without_an_end_is_cut() -> None:
    whole = chronology(evidence=[{"source": "wire", "quote": f"one two three four {'a' * 5000}"}])
    (reason,) = reasons(whole.events[0], "aa", whole, "en")
    assert len(reason.text) <= LONGEST_EXCERPT + 2


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("search", ["chancay", "china port", "mining 2022", "el", "peru", "cosco"])
def test_whatever_is_found_in_the_chronology_of_peru_has_a_reason(
    search: str, language: str
) -> None:
    whole = load_chronology(default_chronology())
    for event in SearchIndex(whole).find(search).nonzero()[0].tolist():
        found = reasons(whole.events[event], search, whole, language)
        assert found, whole.events[event].id
        assert all(reason.spans for reason in found)
