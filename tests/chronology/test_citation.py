from __future__ import annotations

import pytest

from peru_timeline.chronology.citation import (
    citation,
    event_with_citations,
    passage,
    quotation_with_citation,
    reference,
)
from peru_timeline.chronology.formats.table import build_table
from tests.chronology.made_up import load, small

CHRONOLOGY = load(small())
GAZETTE = CHRONOLOGY.source_by_id["gazette"]
ALMANAC = CHRONOLOGY.source_by_id["almanac"]
FROM_GAZETTE = CHRONOLOGY.events[1].evidence[0]
FROM_ALMANAC = CHRONOLOGY.events[0].evidence[0]


def test_a_reference_says_that_a_date_is_approximate() -> None:
    assert reference(GAZETTE, "en") == (
        "J. Doe, M. Roe, “The <b>new</b> quay”, Gazette, around 4 March 2009, "
        "https://example.org/quay"
    )
    assert "hacia el 4 de marzo de 2009" in reference(GAZETTE, "es")


def test_what_a_source_does_not_tell_is_left_out() -> None:
    assert reference(ALMANAC, "en") == "“Almanac”"
    assert reference(ALMANAC, "es") == "“Almanaque”"


def test_a_citation_names_section_and_paragraph_before_the_address() -> None:
    assert citation(FROM_GAZETTE, GAZETTE, "en") == (
        "J. Doe, M. Roe, “The <b>new</b> quay”, Gazette, around 4 March 2009, "
        "The quay, ¶ 1, https://example.org/quay"
    )
    assert citation(FROM_ALMANAC, ALMANAC, "en") == "“Almanac”"
    assert passage(FROM_GAZETTE) == "The quay, ¶ 1"
    assert passage(FROM_ALMANAC) == ""


@pytest.mark.parametrize(
    ("spoken", "read", "told"),
    [
        ("en", "es", "The quay, ¶ 1 (en inglés), https://example.org/quay"),
        ("es-PE", "en", "The quay, ¶ 1 (in Spanish), https://example.org/quay"),
        ("en-GB", "en", "The quay, ¶ 1, https://example.org/quay"),
        (None, "es", "The quay, ¶ 1, https://example.org/quay"),
        ("tlh", "en", "The quay, ¶ 1, https://example.org/quay"),
    ],
)
def test_a_citation_says_that_the_words_are_in_another_language(
    spoken: str | None, read: str, told: str
) -> None:
    source = GAZETTE.model_copy(update={"language": spoken})
    assert citation(FROM_GAZETTE, source, read).endswith(told)
    assert told in quotation_with_citation(FROM_GAZETTE, source, read)


def test_what_is_copied() -> None:
    text = quotation_with_citation(FROM_ALMANAC, ALMANAC, "es")
    assert text == "“Señora Cerrón announced a quay for the town”\n— “Almanaque”"


def test_a_title_from_right_to_left_does_not_join_the_date() -> None:
    raw = small()
    title = "معركة 1948"
    raw["events"][0] |= {"title": {"en": title, "es": title}, "date": "2005-03-12"}
    raw["sources"][0] |= {
        "title": {"en": title, "es": title},
        "publisher": title,
        "author": [title],
    }
    chronology = load(raw)
    event = chronology.events[chronology.event_index[raw["events"][0]["id"]]]
    kept = f"\u2068{title}\u2069"
    assert event_with_citations(event, chronology, "en").startswith(f"{kept} (12 March 2005)")
    told = reference(chronology.source_by_id["gazette"], "en")
    assert told.startswith(f"{kept}, “{kept}”, {kept}, around 4 March 2009")
    (row,) = build_table(chronology, [chronology.event_index[event.id]], "en").rows
    assert row.title == kept
