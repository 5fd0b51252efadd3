"""What a chronology lacks: each kind found where it is, and nowhere else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from peru_timeline import paths
from peru_timeline.chronology.loader import load_chronology, parse_chronology
from peru_timeline.chronology.review.quality import Finding, Lack, findings

BASE: dict[str, Any] = {
    "format": "chronology/1",
    "id": "x",
    "version": "1",
    "title": {"en": "X"},
    "sources": [{"id": s, "type": "book", "title": s} for s in ("a", "b")],
}


def event(name: str, date: str, sources: str = "ab", **more: Any) -> dict[str, Any]:
    quote = "five words of a source"
    evidence = [{"source": source, "quote": quote} for source in sources]
    return {"id": name, "date": date, "title": {"en": more.pop("title", name)}, **more} | (
        {"evidence": evidence} if evidence else {}
    )


def found(*events: dict[str, Any]) -> list[tuple[Any, ...]]:
    chronology = parse_chronology(json.dumps({**BASE, "events": events}).encode(), "")
    ids = [each.id for each in chronology.events]
    return [_named(finding, ids) for finding in findings(chronology, "en")]


def _named(finding: Finding, ids: list[str]) -> tuple[Any, ...]:
    rest = [ids[finding.other]] if finding.other is not None else []
    return (finding.lack, ids[finding.event], *rest, *(finding.years or ()))


def tie(other: str, relation: str) -> dict[str, Any]:
    return {"related": [{"event": other, "relation": relation}]}


@pytest.mark.parametrize(
    ("events", "lacking"),
    [
        ([event("sound", "2001-05")], []),
        ([event("bare", "2001", "")], [(Lack.NO_SOURCE, "bare")]),
        ([event("one", "2001", "aa")], [(Lack.ONE_SOURCE, "one")]),
        ([event("vague", "199X")], [(Lack.VAGUE_DATE, "vague")]),
        ([event("unknown", "XXXX")], [(Lack.VAGUE_DATE, "unknown")]),
        (
            [event("early", "2001"), event("late", "2005")],
            [(Lack.SILENT_YEARS, "early", 2002, 2004)],
        ),
        (
            [
                event("one", "2001", title="Port of Chancay opens"),
                event("two", "2001", title="Port of Chancay opened"),
                event("three", "2001", title="Something else"),
            ],
            [(Lack.DOUBLED, "one", "two")],
        ),
        (
            [event("cause", "2002"), event("effect", "2001", **tie("cause", "follows"))],
            [(Lack.TIE_AGAINST_DATES, "effect", "cause")],
        ),
        ([event("cause", "2001"), event("effect", "2001", **tie("cause", "follows"))], []),
        (
            [event("whole", "2001"), event("part", "2002", **tie("whole", "part_of"))],
            [(Lack.TIE_AGAINST_DATES, "part", "whole")],
        ),
        (
            [event("late", "2002", **tie("early", "causes")), event("early", "2001")],
            [(Lack.TIE_AGAINST_DATES, "late", "early")],
        ),
    ],
)
def test_each_kind(events: list[dict[str, Any]], lacking: list[tuple[Any, ...]]) -> None:
    assert found(*events) == lacking


def test_the_peru_chronology_has_a_source_for_everything_and_no_tie_against_dates() -> None:
    chronology = load_chronology(paths.default_chronology())
    lacking = {finding.lack for finding in findings(chronology, "en")}
    assert not lacking & {Lack.NO_SOURCE, Lack.TIE_AGAINST_DATES}
    assert Lack.ONE_SOURCE in lacking
