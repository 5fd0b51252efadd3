"""Bands of a chronology: read, checked, verified and told like events."""

from __future__ import annotations

from typing import Any

import pytest

from peru_timeline.chronology.formats.files import losses_of
from peru_timeline.chronology.review.report import report_markdown
from peru_timeline.chronology.review.verification import verify
from tests.chronology.loading import faults_of
from tests.chronology.made_up import load, small

QUOTE = "the party of the North ruled the harbour from 2001"
BAND: dict[str, Any] = {
    "id": "north-rules",
    "label": {"en": "Rule of the North", "es": "Gobierno del Norte"},
    "date": "2001~/2004-05-06",
    "colour": "teal",
    "evidence": [{"source": "gazette", "quote": QUOTE}],
}


def harbour(*bands: dict[str, Any]) -> dict[str, Any]:
    return {**small(), "bands": list(bands)}


def test_a_band_is_read_with_its_evidence() -> None:
    (band,) = load(harbour(BAND)).bands
    assert band.label["es"] == "Gobierno del Norte"
    assert (band.date.edtf, band.colour) == ("2001~/2004-05-06", "teal")
    assert band.evidence[0].quote == QUOTE


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"date": "2004/2001"}, "backwards"),
        ({"date": "XXXX"}, "a band needs a time"),
        ({"label": {"en": "Rule"}}, 'has no text in "es"'),
        ({"colour": "pink"}, "must be"),
        ({"evidence": [{"source": "gazete", "quote": QUOTE}]}, 'did you mean "gazette"'),
        ({"evidence": [{"source": "gazette", "quote": "too short"}]}, "words"),
        ({"importance": 3}, "unknown key"),
        ({"id": "North Rules"}, "is not an id"),
    ],
)
def test_a_fault_is_told_with_the_band(change: dict[str, Any], words: str) -> None:
    (fault,) = faults_of(harbour({**BAND, **change}))
    assert words in fault
    assert "Band " in fault or "bands[0]" in fault


def test_ids_of_bands_are_unique() -> None:
    (fault,) = faults_of(harbour(BAND, BAND))
    assert "north-rules" in fault


@pytest.mark.parametrize(("text", "found"), [(f"It was so: {QUOTE} on.", 1), ("Nothing of it.", 0)])
def test_quotations_of_bands_are_looked_up(text: str, found: int) -> None:
    chronology = load(harbour(BAND))
    plain = verify(load(small()), {"gazette": text})
    verification = verify(chronology, {"gazette": text})
    assert verification.checked == plain.checked + 1
    own = [fault for fault in verification.faults if fault.event == "north-rules"]
    assert len(own) == 1 - found
    assert verify(chronology, {}).unchecked == verify(load(small()), {}).unchecked + 1


def test_the_review_sheet_and_the_losses_tell_of_bands() -> None:
    chronology = load(harbour(BAND))
    assert "Rule of the North" in report_markdown(chronology, {}, "en")
    told = losses_of("markwhen", chronology, range(len(chronology.events)))
    assert "bands behind the events, left out: 1" in map(str, told)
    assert losses_of("csv", chronology, range(len(chronology.events))) == ()
