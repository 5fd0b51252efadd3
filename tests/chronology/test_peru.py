"""The Peru chronology itself: sound, in both languages, and word for word what its sources say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from peru_timeline.chronology.documents import documents_in
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.models import Chronology
from peru_timeline.chronology.verification import verify
from peru_timeline.paths import default_chronology

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
"""The source texts, which may not be handed on and so lie beside the repository, if at all."""

needs_texts = pytest.mark.skipif(
    not TEXTS.is_dir(), reason=f"the source texts are not here: no folder {TEXTS}"
)


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


def test_every_source_can_be_checked_against_its_document(peru: Chronology) -> None:
    assert all(source.document is not None for source in peru.sources)
    assert all(source.issued is not None and source.note is not None for source in peru.sources)


@needs_texts
def test_every_quotation_stands_in_its_source(peru: Chronology) -> None:
    documents = documents_in(TEXTS, peru)
    assert set(documents) == set(peru.source_by_id)
    found = verify(peru, documents)
    assert [str(fault) for fault in found.faults] == []
    assert found.checked == sum(len(event.evidence) for event in peru.events)
    assert found.overquoted == {}
    assert found.is_clean


@needs_texts
def test_the_documents_have_the_words_that_their_records_say(peru: Chronology) -> None:
    for source, text in documents_in(TEXTS, peru).items():
        document = peru.source_by_id[source].document
        assert document is not None
        assert document.words == len(text.split())
