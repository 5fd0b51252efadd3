from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.chronology.models import Evidence
from peru_timeline.chronology.review.documents import (
    DocumentStore,
    Passage,
    QuotationSpan,
    events_quoting,
    files_in,
    find_quotation,
    normalise,
    read_documents,
    sections_of,
    split_passages,
)
from peru_timeline.chronology.review.verification import (
    quoted_share,
    unquoted_passages,
    verify,
)
from tests.chronology.documents.pdfs import pdf_of
from tests.chronology.made_up import load, small

DOCUMENT = """\ufeffThe *new* quay

Work on [the town](#) began late. It cost \\$2.5m.

The quay

The committee said that the quay, begun in 2004,
was finished\u00a0in August 2006.  Nobody came.

It had been promised for years and years, the
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cost \\$3 \\(or so\\)", "cost $3 (or so)"),
        ("a *very* **big** ***deal***", "a very big deal"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("\\*not emphasis\\*", "*not emphasis*"),
        ("see [this page](#) and [that](#there)", "see this page and that"),
        ("[kept](https://example.org)", "[kept](https://example.org)"),
        ("“[Peruvian] troops”", "“[Peruvian] troops”"),
        ("[a \\[b\\] c](#)", "a [b] c"),
        ("a_b \\_c\\_", "a_b _c_"),
        ("one\u00a0two\u202fthree\n four\t", "one two three four"),
        ("\ufeffmark", "mark"),
        ("C:\\new", "C:\\new"),
    ],
)
def test_what_is_no_text_is_taken_out(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text(alphabet="ab .\n\u00a0“”’—", max_size=60))
def test_plain_text_keeps_every_sign_but_space(text: str) -> None:
    assert normalise(text) == " ".join(text.split())
    assert " ".join(passage.text for passage in split_passages(text)) == normalise(text)


def test_passages_are_counted_within_their_sections() -> None:
    assert split_passages(DOCUMENT, {"The quay"}) == (
        Passage(None, 1, "The new quay"),
        Passage(None, 2, "Work on the town began late. It cost $2.5m."),
        Passage("The quay", 0, "The quay"),
        Passage(
            "The quay",
            1,
            "The committee said that the quay, begun in 2004, was finished in August 2006. "
            "Nobody came.",
        ),
        Passage("The quay", 2, "It had been promised for years and years, the"),
    )


def test_a_quotation_is_located_where_its_evidence_says_if_it_stands_twice() -> None:
    text = "one two three four five\n\nHeading\n\nand one two three four five again"
    split = split_passages(text, {"Heading"})
    quote = "one two three four five"
    assert find_quotation(Evidence(source="x", quote=quote), split) == QuotationSpan(0, 0, 23)
    named = Evidence(source="x", quote=quote, section="Heading", paragraph=1)
    assert find_quotation(named, split) == QuotationSpan(2, 4, 27)
    assert find_quotation(Evidence(source="x", quote="five Heading"), split) is None


# --- verification ----------------------------------------------------------------------------


def chronology_of(*evidence: dict[str, Any], document: str = DOCUMENT) -> Chronology:
    raw = small()
    raw["events"][0]["evidence"] = [{"source": "gazette", **piece} for piece in evidence]
    raw["events"][1]["evidence"] = []
    content = document.encode()
    raw["sources"][0]["document"] = {
        "file": "quay.txt",
        "sha256": hashlib.sha256(content).hexdigest(),
        "words": len(document.split()),
    }
    return load(raw)


GOOD = {
    "quote": "the quay, begun in 2004, was finished in August 2006",
    "section": "The quay",
    "paragraph": 1,
}


def test_a_quotation_that_stands_in_its_document() -> None:
    found = verify(chronology_of(GOOD), {"gazette": DOCUMENT})
    assert (found.checked, found.unchecked, found.faults) == (1, 0, ())
    assert found.is_clean


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        (
            {"quote": "the quay, begun in 2005, was finished in August 2006"},
            "not in the document: “the quay, begun in 2005, was finished in August 2006”; "
            "the document differs after “the quay, begun in”",
        ),
        (
            {"quote": "Tunnels were dug under the harbour"},
            "not in the document: “Tunnels were dug under the harbour”",
        ),
        (
            {"quote": "The Quay, begun in 2004, was finished"},
            "not in the document: “The Quay, begun in 2004, was finished”; "
            "the document differs after “The”",
        ),
        (
            {"quote": "finished in August 2006. Nobody came. It had been promised"},
            "runs past the end of a paragraph, where text may be lost: "
            "“finished in August 2006. Nobody came. It had been promised”",
        ),
        (
            {**GOOD, "paragraph": 2},
            f"is at The quay, ¶ 1, not at The quay, ¶ 2: “{GOOD['quote']}”",
        ),
        (
            {"quote": "Work on the town began late.", "paragraph": 1},
            "is at before any heading, ¶ 2, not at before any heading, ¶ 1: "
            "“Work on the town began late.”",
        ),
    ],
)
def test_a_quotation_that_does_not(evidence: dict[str, Any], message: str) -> None:
    found = verify(chronology_of(GOOD, evidence), {"gazette": DOCUMENT})
    (fault,) = found.faults
    assert (fault.event, fault.evidence, fault.source) == ("quay-built", 1, "gazette")
    assert fault.message == message
    assert str(fault) == f"quay-built, evidence[1], gazette: {message}"
    assert not found.is_clean


def test_quotations_without_their_document_are_counted_apart() -> None:
    found = verify(chronology_of(GOOD), {})
    assert (found.checked, found.unchecked, found.faults) == (0, 1, ())
    assert not found.is_clean


def test_no_event_is_made_but_those_that_quote_a_document() -> None:
    raw = small()
    content = json.dumps(raw).encode()
    chronology = parse_chronology(content, "x")
    quoted = [[item["source"] for item in event.get("evidence", ())] for event in raw["events"]]
    made = chronology.events._event_at.cache_info
    assert verify(chronology, {}).unchecked == sum(map(len, quoted))
    assert made().misses == 0
    source = quoted[0][0]
    found = list(events_quoting(chronology, [source]))
    assert len(found) == made().misses == sum(source in own for own in quoted)
    assert all(source in [item.source for item in event.evidence] for event in found)
    both = verify(chronology, {source: ""})
    assert both.checked == sum(own.count(source) for own in quoted)
    assert both.checked + both.unchecked == sum(map(len, quoted))


def test_too_much_quoted_of_one_source() -> None:
    document = "one two three four five six seven eight nine ten"
    some = chronology_of({"quote": "one two three four five"})
    assert quoted_share(some, "gazette", document) == 0.5
    assert verify(some, {"gazette": document}).overquoted == {"gazette": 0.5}
    twice = chronology_of(
        {"quote": "one two three four five"}, {"quote": "three four five six seven"}
    )
    assert quoted_share(twice, "gazette", document) == 0.7
    assert quoted_share(twice, "gazette", "") == 0


def test_paragraphs_that_no_event_quotes() -> None:
    chronology = chronology_of(GOOD)
    assert sections_of(chronology, "gazette") == {"The quay"}
    unquoted = unquoted_passages(chronology, "gazette", DOCUMENT)
    assert [(passage.section, passage.paragraph) for passage in unquoted] == [
        (None, 1),
        (None, 2),
        ("The quay", 2),
    ]


# --- files -----------------------------------------------------------------------------------


TEXT = DOCUMENT.removeprefix("\ufeff")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the document under another name, a stranger, and what is no document."""
    folder = tmp_path / "texts"
    (folder / "inner").mkdir(parents=True)
    (folder / "b-any-name.md").write_bytes(DOCUMENT.encode())
    (folder / "a-stranger.txt").write_text("something else", encoding="utf-8")
    (folder / ".hidden").write_bytes(DOCUMENT.encode())
    return folder


def test_documents_are_known_by_what_they_hold(folder: Path) -> None:
    assert read_documents(folder, chronology_of(GOOD)) == {"gazette": TEXT}
    assert [path.name for path in files_in(folder)] == ["a-stranger.txt", "b-any-name.md"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_documents(tmp_path / "no", chronology_of(GOOD))


def test_adding_copies_what_matches_and_leaves_the_rest_alone(folder: Path, tmp_path: Path) -> None:
    chronology = chronology_of(GOOD)
    store = DocumentStore(tmp_path / "data" / "documents")
    assert store.texts(chronology) == {}
    added = store.add(files_in(folder), chronology)
    assert added.sources == ("gazette",)
    assert [path.name for path in added.unknown] == ["a-stranger.txt"]
    assert store.texts(chronology) == {"gazette": TEXT}
    assert len(files_in(tmp_path / "data" / "documents")) == 1
    (folder / "b-any-name.md").unlink()  # it was copied
    assert store.read(chronology.source_by_id["gazette"]) == TEXT
    assert store.read(chronology.source_by_id["almanac"]) is None


def test_a_stored_document_that_was_changed_is_not_used(folder: Path, tmp_path: Path) -> None:
    chronology = chronology_of(GOOD)
    store = DocumentStore(tmp_path / "documents")
    store.add(files_in(folder), chronology)
    (stored,) = files_in(tmp_path / "documents")
    stored.write_bytes(DOCUMENT.encode() + b" and more")
    assert store.texts(chronology) == {}
    store.add(files_in(folder), chronology)
    assert store.texts(chronology) == {"gazette": TEXT}


def test_what_is_no_file_is_unknown(tmp_path: Path) -> None:
    store = DocumentStore(tmp_path / "documents")
    added = store.add([tmp_path, tmp_path / "no"], chronology_of(GOOD))
    assert added == ((), (tmp_path, tmp_path / "no"))
    assert not (tmp_path / "documents").exists()


def test_a_pdf_is_read_once_and_its_text_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, content = small(), pdf_of(["One page"])
    checksum = hashlib.sha256(content).hexdigest()
    raw["sources"][0]["document"] = {"file": "a.pdf", "sha256": checksum, "words": 2}
    chronology = load(raw)
    (tmp_path / "any name.bin").write_bytes(content)
    DocumentStore(tmp_path / "kept").add([tmp_path / "any name.bin"], chronology)
    monkeypatch.setattr("peru_timeline.chronology.documents.reading.pdf_text", None)  # not again
    assert DocumentStore(tmp_path / "kept").texts(chronology) == {"gazette": "p. 1\n\nOne page"}
    monkeypatch.undo()
    for damaged in ("", "[]", '{"reading": 0}'):
        (tmp_path / "kept" / f"{checksum}.pages").write_text(damaged, encoding="utf-8")
        assert DocumentStore(tmp_path / "kept").texts(chronology) == {"gazette": "p. 1\n\nOne page"}
