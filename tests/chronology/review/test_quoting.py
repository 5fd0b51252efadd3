"""Selecting a quotation: whole words within a paragraph, its place, and the rules with their numbers."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.documents.reading import read_document
from peru_timeline.chronology.review.quoting import (
    Selected,
    fault_of,
    passages_for,
    quoted_in,
    selected,
)
from peru_timeline.chronology.review.verification import Coverage
from tests.chronology.review.test_documents import DOCUMENT, GOOD, chronology_of

NOTE = b"# The quay\n\nOne two three four five six.\n\nSeven eight nine.\n\n## Later\n\nTen eleven twelve."
PASSAGES = passages_for(read_document(NOTE, "a.md"), chronology_of(GOOD), None)


def test_headings_count_paragraphs_anew() -> None:
    assert [passage[:2] for passage in PASSAGES] == [
        ("The quay", 0), ("The quay", 1), ("The quay", 2), ("Later", 0), ("Later", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ((1, 4), (1, 13), Selected("two three", "The quay", 1)),
        ((1, 5), (1, 9), Selected("two three", "The quay", 1)),  # words in part
        ((1, 3), (1, 8), Selected("two", "The quay", 1)),  # spaces around it
        ((0, 10), (1, 3), Selected("One", "The quay", 1)),  # the end of the one before
        ((2, 6), (3, 0), Selected("eight nine.", "The quay", 2)),  # the beginning of the one after
        ((3, 0), (3, 5), Selected("Later", "Later", None)),
        ((1, 3), (1, 3), None),
    ],
)
def test_what_is_selected_is_whole_words_at_a_place(
    start: tuple[int, int], end: tuple[int, int], found: Selected | None
) -> None:
    assert selected(PASSAGES, start, end) == found


def test_two_paragraphs_are_no_quotation() -> None:
    assert selected(PASSAGES, (1, 4), (2, 5)) == "a quotation lies within one paragraph"


def test_length_and_shares_are_told_with_numbers() -> None:
    assert fault_of(4) == "has 4 words; a quotation must have 5 to 40"
    assert (fault_of(1), fault_of(5), fault_of(40)) == (
        "has 1 word; a quotation must have 5 to 40", None, None,
    )  # fmt: skip
    assert fault_of(41) == "has 41 words; a quotation must have 5 to 40"
    covered = Coverage(["two three"], "one two three four five six seven eight")
    assert (covered.share, covered.share_with("three four"), covered.share_with("none")) == (
        0.25, 0.375, 0.25,
    )  # fmt: skip
    assert Coverage([], "").share_with("none") == 0


def test_quotations_that_are_there_are_found_and_keep_their_count() -> None:
    chronology = chronology_of(GOOD)
    read = read_document(DOCUMENT.encode(), "gazette.txt")
    passages = passages_for(read, chronology, "gazette")
    found = quoted_in(passages, chronology, "gazette")
    assert found
    for quoted in found:
        event = chronology.events[chronology.event_index[quoted.item]]
        passage, start, end = quoted.span
        assert passages[passage].text[start:end] == event.evidence[quoted.evidence].quote


def test_a_heading_that_would_count_quotations_anew_is_none() -> None:
    read = read_document(DOCUMENT.encode(), "gazette.txt")._replace(headings=("The quay",))
    before = {"quote": GOOD["quote"], "paragraph": 4}
    assert passages_for(read, chronology_of(before), "gazette")[3][:2] == (None, 4)
    assert passages_for(read, chronology_of(GOOD), "gazette")[3][:2] == ("The quay", 1)
