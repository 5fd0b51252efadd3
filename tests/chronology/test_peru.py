"""The Peru chronology itself: sound, in both languages, and word for word what its sources say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.models import Event, Status
from peru_timeline.chronology.review.documents import read_documents
from peru_timeline.chronology.review.editorial.checks import editorial_remarks
from peru_timeline.chronology.review.editorial.story import largest_group
from peru_timeline.chronology.review.editorial.words import WORDS
from peru_timeline.chronology.review.verification import verify
from peru_timeline.paths import default_chronology, seeds_dir

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
"""The source texts, which may not be handed on and so lie beside the repository, if at all."""

needs_texts = pytest.mark.skipif(
    not TEXTS.is_dir(), reason=f"the source texts are not here: no folder {TEXTS}"
)


NUMBER_WORDS = {2: "two", 4: "four", 5: "five", 7: "seven", 8: "eight", 9: "nine", 15: "fifteen"}


@pytest.fixture(scope="module")
def peru() -> Chronology:
    return load_chronology(default_chronology())


def test_it_is_a_real_curation(peru: Chronology) -> None:
    assert len(peru.events) >= 60
    assert len(peru.sources) == 5
    by_sector = Counter(event.sector for event in peru.events)
    assert set(by_sector) == {sector.id for sector in peru.sectors}
    quoted = {evidence.source for event in peru.events for evidence in event.evidence}
    assert quoted == set(peru.source_by_id)


def test_every_event_rests_on_a_quotation(peru: Chronology) -> None:
    assert [event.id for event in peru.events if not event.evidence] == []


def test_every_text_stands_in_english_and_spanish(peru: Chronology) -> None:
    for event in peru.events:
        texts = [event.title, event.summary, event.date_note]
        texts += [note.text for note in event.notes] + [amount.of for amount in event.amounts]
        texts += [role.role for role in event.actors]
        assert all(set(text) >= {"en", "es"} for text in texts if text is not None), event.id
        assert event.summary is not None, event.id
    assert all(set(actor.name) >= {"en", "es"} for actor in peru.actors)


def test_every_actor_has_an_event(peru: Chronology) -> None:
    named = {
        above
        for event in peru.events
        for role in event.actors
        for above in peru.ancestors(role.actor)
    }
    assert [actor.id for actor in peru.actors if actor.id not in named] == []


def test_no_actor_is_named_twice_in_an_event(peru: Chronology) -> None:
    for event in peru.events:
        ids = [role.actor for role in event.actors]
        assert len(ids) == len(set(ids)), event.id


def as_printed(value: float) -> Iterator[str]:
    """Give the ways in which the five texts print a figure: 1,172 or four or $1.4 billion or $40M."""
    yield f"{value:,}"
    yield NUMBER_WORDS.get(int(value), f"{value}")
    yield f"{value / 1e9:g} billion"
    yield f"{value / 1e6:g} million"
    yield f"{value / 1e6:g}M"
    if value == 1_000_000:
        yield "over a million"


def quoted_by(event: Event) -> str:
    return " … ".join(evidence.quote for evidence in event.evidence)


def test_every_amount_stands_in_a_quotation(peru: Chronology) -> None:
    for event in peru.events:
        supported = any("amount" in evidence.supports for evidence in event.evidence)
        assert supported == bool(event.amounts), event.id
        for amount in event.amounts:
            figures = "|".join(re.escape(figure) for figure in as_printed(amount.value))
            pattern = rf"(?<![\d.,])(?:{figures})(?!\d)"
            assert re.search(pattern, quoted_by(event)), f"{event.id}: {amount.value}"


def test_every_year_of_a_date_is_quoted_or_explained(peru: Chronology) -> None:
    for event in peru.events:
        if event.date_note is None:
            years = set(re.findall(r"\d{4}", event.date.edtf))
            assert years <= set(re.findall(r"\d{4}", quoted_by(event))), event.id
            assert any("date" in evidence.supports for evidence in event.evidence), event.id


def test_what_lies_ahead_of_its_sources_is_only_planned(peru: Chronology) -> None:
    for event in peru.events:
        told = [peru.source_by_id[evidence.source].issued for evidence in event.evidence]
        last = max(issued.latest_end for issued in told if issued and issued.latest_end)
        if event.date.earliest_start is not None and event.date.earliest_start > last:
            assert event.status is Status.PLANNED, event.id


def test_who_is_accused_is_only_alleged_to_have_done_it(peru: Chronology) -> None:
    accused = [
        event
        for event in peru.events
        for role in event.actors
        if role.role is not None and role.role["en"].startswith(("accused", "implicated"))
    ]
    assert len(accused) >= 10
    assert [event.id for event in accused if event.status is not Status.ALLEGED] == []


def test_what_follows_comes_later_and_is_linked_once(peru: Chronology) -> None:
    by_id = {event.id: event for event in peru.events}
    linked: set[frozenset[str]] = set()
    for event in peru.events:
        for related in event.related:
            pair = frozenset({event.id, related.event})
            assert len(pair) == 2, event.id
            assert pair not in linked, f"{event.id}: {related.event}"
            linked.add(pair)
            before, end = by_id[related.event].date.earliest_start, event.date.latest_end
            if related.relation in {"follows", "reverses"}:
                assert before is None or end is None or before < end, f"{event.id}: {related.event}"


def test_every_actor_of_an_event_says_what_it_did(peru: Chronology) -> None:
    assert [event.id for event in peru.events if any(r.role is None for r in event.actors)] == []


def test_spanish_figures_are_written_as_in_peru(peru: Chronology) -> None:
    """A point before decimals, a no-break space between thousands from five figures on."""
    for event in peru.events:
        texts = [event.title, event.summary, event.date_note, *(note.text for note in event.notes)]
        for text in texts:
            assert not re.search(r"\d,\d|\d\d \d{3}\b|\d{5}", text["es"] if text else ""), event.id


def test_an_editor_has_nothing_to_remark(peru: Chronology) -> None:
    assert [str(remark) for remark in editorial_remarks(peru, default_chronology())] == []


def test_no_title_or_summary_speaks_of_a_source_without_its_name(peru: Chronology) -> None:
    for event in peru.events:
        assert event.summary is not None
        for language, words in WORDS.items():
            for text in (event.title[language], event.summary[language]):
                assert not words.unnamed.find(text), f"{event.id}: {text}"


def test_money_is_written_in_one_way(peru: Chronology) -> None:
    """$3.6 billion and US$ 3600 millones: no abbreviations, no other order."""
    for event in peru.events:
        assert event.summary is not None
        for text in (event.title, event.summary):
            english, spanish = text["en"], text["es"]
            assert not re.search(r"\$[\d.,]+ ?(?:m|bn|k)\b|\bUSD\b|dollars", english), event.id
            assert not re.search(r"(?<!US)\$|US\$(?! \d)|USD|dólares", spanish), event.id


def test_remarks_have_one_status(peru: Chronology) -> None:
    """What somebody says is passed on, whatever he says: the words are reported."""
    for event in peru.events:
        if {"speaker", "expert quoted"} & {r.role["en"] for r in event.actors if r.role}:
            assert event.status is Status.REPORTED, event.id


def test_authors_experts_and_media_speak_for_no_state(peru: Chronology) -> None:
    voices = {
        "evan-ellis", "luis-giacoma", "wilson-barrantes", "alfredo-jalife",
        "la-republica", "hildebrandt", "defensa-com", "mercopress",
    }  # fmt: skip
    assert voices <= set(peru.actor_by_id)
    for voice in voices:
        assert peru.actor_by_id[peru.bloc_of[voice]].kind == "group", voice


def test_ties_say_more_than_the_same_matter(peru: Chronology) -> None:
    kinds = Counter(tie.relation for event in peru.events for tie in event.related)
    assert kinds["same_matter"] <= sum(kinds.values()) / 3
    ties = [set[int]() for _ in peru.events]
    for number, event in enumerate(peru.events):
        for tie in event.related:
            ties[number].add(peru.event_index[tie.event])
            ties[peru.event_index[tie.event]].add(number)
    assert len(largest_group(range(len(ties)), ties)) <= 30


def test_about_thirty_events_must_be_seen_at_first_glance(peru: Chronology) -> None:
    assert 28 <= sum(event.importance == 3 for event in peru.events) <= 32
    for event in peru.events:
        if event.title["en"].startswith("Ellis: ") and "quoted" in str(event.actors):
            assert event.importance == 1, event.id


def test_the_changes_say_where_every_id_went(peru: Chronology) -> None:
    changes = (seeds_dir() / "CHANGES.md").read_text(encoding="utf-8")
    assert f"## {peru.version}" in changes
    moved = re.findall(r"^\| `([a-z0-9-]+)` \| merged into `([a-z0-9-]+)` \|", changes, re.M)
    assert len(moved) == 10
    for gone, into in moved:
        assert gone not in peru.event_index
        assert into in peru.event_index


def test_every_source_can_be_checked_against_its_document(peru: Chronology) -> None:
    assert all(source.document is not None for source in peru.sources)
    assert all(source.issued is not None and source.note is not None for source in peru.sources)


@needs_texts
def test_every_quotation_stands_in_its_source(peru: Chronology) -> None:
    documents = read_documents(TEXTS, peru)
    assert set(documents) == set(peru.source_by_id)
    found = verify(peru, documents)
    assert [str(fault) for fault in found.faults] == []
    assert found.checked == sum(len(event.evidence) for event in peru.events)
    assert found.overquoted == {}
    assert found.is_clean


@needs_texts
def test_the_documents_have_the_words_that_their_records_say(peru: Chronology) -> None:
    for source, text in read_documents(TEXTS, peru).items():
        document = peru.source_by_id[source].document
        assert document is not None
        assert document.words == len(text.split())
