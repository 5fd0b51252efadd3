from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.search import SearchIndex, folded_words, matched_spans
from tests.chronology.made_up import load, small, with_events

CHRONOLOGY = load(small())
INDEX = SearchIndex(CHRONOLOGY)


def found(text: str) -> list[str]:
    mask = INDEX.find(text)
    return [event.id for event, hit in zip(CHRONOLOGY.events, mask, strict=True) if hit]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("quay", ["quay-planned", "quay-built"]),
        ("QUAY", ["quay-planned", "quay-built"]),
        ("muelle", ["quay-planned", "quay-built"]),  # the title in the other language
        ("qua", ["quay-planned", "quay-built"]),
        ("uay", []),
        ("cerron", ["quay-planned"]),  # an actor's name, without its accent
        ("señora", ["quay-planned"]),  # a quotation
        ("senora", ["quay-planned"]),
        ("oficina", ["quay-built"]),  # a summary
        ("SL", ["quay-built", "strike"]),  # a short name
        ("nordica", ["quay-planned", "quay-built"]),  # an alias of an actor two steps above
        ("politica", ["quay-planned"]),  # a sector
        ("almanaque", ["quay-planned"]),  # a source's title
        ("doe", ["quay-built"]),  # a source's author
        ("quay aug", ["quay-built"]),  # all words
        ("quay nothing", []),
        ("2006,", ["quay-built"]),
        ("", ["quay-planned", "quay-built", "strike"]),
        (" — ", ["quay-planned", "quay-built", "strike"]),
    ],
)
def test_what_is_found(text: str, events: list[str]) -> None:
    assert found(text) == events


def test_an_empty_chronology() -> None:
    assert SearchIndex(with_events()).find("x").tolist() == []


words = st.text(alphabet="abcáéx -", max_size=12)


@given(st.lists(words.filter(str.strip), min_size=1, max_size=6), words)
def test_the_index_finds_what_looking_at_every_event_finds(titles: list[str], text: str) -> None:
    chronology = with_events(*({"title": title} for title in titles))
    shared = folded_words("Trade Comercio")
    expected = [
        all(
            any(word.startswith(sought) for word in [*folded_words(event.title["und"]), *shared])
            for sought in folded_words(text)
        )
        for event in chronology.events
    ]
    assert SearchIndex(chronology).find(text).tolist() == expected


@pytest.mark.parametrize(
    ("text", "search", "parts"),
    [
        ("Vladimir Cerrón said", "cerron", ["Cerrón"]),
        ("Cerrón, Cerro, acerro", "cerr", ["Cerr", "Cerr"]),
        ("the port", "port the", ["the", "port"]),
        ("Cerro\u0301n", "cerron", ["Cerro\u0301n"]),  # the accent as a sign of its own
        ("Straße", "strass", ["Straß"]),
        ("the port", "", []),
        ("the port", "airport", []),
    ],
)
def test_what_is_highlighted(text: str, search: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in matched_spans(text, search)] == parts


@given(st.text(max_size=30), st.text(max_size=8))
def test_highlights_lie_within_the_text_one_after_the_other(text: str, search: str) -> None:
    position = 0
    for start, end in matched_spans(text, search):
        assert position <= start < end <= len(text)
        position = start
