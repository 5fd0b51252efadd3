"""Of each kind of fault the first are told, and how many more there are."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from peru_timeline.chronology.faults.fault import Fault, faults_of
from peru_timeline.chronology.faults.gathering import MOST_OF_A_KIND, Gathered
from peru_timeline.chronology.faults.long_values import LONG, faults_in_pieces
from peru_timeline.chronology.faults.sentences import Sentences
from peru_timeline.chronology.models import ChronologyFile
from tests.chronology.made_up import small


def missing(count: int) -> Iterator[Fault]:
    return (Fault(f"events[{number}]", Sentences.IS_MISSING.of()) for number in range(count))


def test_faults_up_to_the_bound_are_told_as_they_are() -> None:
    gathered = Gathered()
    gathered.add(missing(MOST_OF_A_KIND))
    gathered.add([Fault("id", Sentences.UNKNOWN_KEY.of(""))])
    assert gathered.faults() == [
        *missing(MOST_OF_A_KIND),
        Fault("id", Sentences.UNKNOWN_KEY.of("")),
    ]


def test_the_last_of_a_kind_tells_how_many_more_there_are() -> None:
    gathered = Gathered()
    gathered.add(missing(50))
    gathered.add([Fault("id", Sentences.UNKNOWN_KEY.of(""))])
    gathered.add(missing(1000 + MOST_OF_A_KIND - 50))
    told = [str(fault) for fault in gathered.faults()]
    assert len(told) == MOST_OF_A_KIND + 1
    assert told[50] == "id: unknown key"
    assert told[-1] == "events[49]: is missing; and 1,000 more of this kind"
    assert len(gathered) == 1000 + MOST_OF_A_KIND + 1


def test_long_lists_have_the_faults_that_the_model_finds() -> None:
    raw = small()
    raw["actors"][0]["aliases"] = ["x"] * LONG + [1, "x", 2] + ["x"] * LONG
    raw["actors"][1]["kind"] = "sate"
    raw["sources"] = [
        raw["sources"][0] | {"type": "boko" if n % 700 == 3 else "book"}
        for n in range(2 * LONG + 5)
    ]
    raw["sources"][LONG + 1]["author"] = "nobody"
    raw["titel"] = raw["events"][0].pop("title")
    raw["title"] = {
        f"q{'abcdefghij'[n % 10]}{n}": "" if n == LONG + 7 else "x" for n in range(LONG + 10)
    }
    expected: list[str] = []
    try:
        ChronologyFile.model_validate(raw)
    except ValidationError as error:
        expected = [fault.location for fault in faults_of(error, ChronologyFile)]
    found = [fault.location for fault in faults_in_pieces(raw, ChronologyFile)]
    assert sorted(found) == sorted(expected)
    assert f"actors[0].aliases[{LONG + 2}]" in expected
