"""The place of a fault in words: the item's id and the line, in files that have lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.loader import parse_chronology
from tests.chronology.made_up import small

Break = Callable[[dict[str, Any]], None]


def told(text: str) -> list[str]:
    with pytest.raises(ChronologyError) as caught:
        parse_chronology(text.encode(), "made-up.chronology")
    return [line.strip() for line in str(caught.value).splitlines()[1:]]


def line_of(text: str, part: str) -> int:
    assert text.count(part) == 1
    return text[: text.index(part)].count("\n") + 1


def set_at(*steps: int | str, value: Any) -> Break:
    def change(raw: Any) -> None:
        for step in steps[:-1]:
            raw = raw[step]
        raw[steps[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "part", "words"),
    [
        (
            set_at("events", 0, "actors", 1, "actor", value="sout"),
            '"sout"',
            'Event "quay-built" (line {}): there is no actor "sout"; did you mean "south"?',
        ),
        (
            set_at("events", 2, "importance", value=9),
            '"importance": 9',
            'Event "strike" (line {}), importance: must be at most 3, not 9',
        ),
        (
            set_at("events", 0, "evidence", 0, "quote", value="two words"),
            "two words",
            'Event "quay-built" (line {}), evidence 1, quote: has 2 words; a quotation must have 5 to 40',
        ),
        (
            set_at("actors", 3, "kind", value="x"),
            '"kind": "x"',
            'Actor "south" (line {}), kind: must be',
        ),
        (
            set_at("sectors", 1, "name", "en", value=" "),
            '"en": " "',
            'Sector "politics" (line {}), name, en: " " contains no text',
        ),
        (
            set_at("sources", 1, "url", value="file:/x"),
            "file:/x",
            'Source "almanac" (line {}), url: "file:/x" is not a web address',
        ),
        (set_at("span", value="soon"), '"soon"', "Line {}, span: “soon” is not a date"),
        (
            set_at("events", 2, "id", value=None),
            "null",
            'Event "Strike in the south" (line {}), id: must be text, not null',
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_line_and_the_id(change: Break, part: str, words: str, newline: str) -> None:
    raw = small()
    change(raw)
    text = json.dumps(raw, ensure_ascii=False, indent=2).replace("\n", newline)
    assert told(text)[0].startswith(words.format(line_of(text, part)))


def test_an_id_that_is_used_twice_names_the_other_line() -> None:
    raw = small()
    raw["events"][1]["id"] = "quay-new"
    raw["events"][2]["id"] = "quay-new"
    raw["events"][0]["related"] = []
    text = json.dumps(raw, indent=1)
    first = text[: text.index('"id": "quay-new"')].count("\n")  # the line of the brace before it
    again = text[: text.rindex('"id": "quay-new"')].count("\n") + 1
    assert told(text) == [
        f'Event "quay-new" (line {again}): the id "quay-new" is already used in line {first}'
    ]


def test_what_is_missing_from_a_file_has_no_line() -> None:
    raw = small()
    del raw["version"]
    assert told(json.dumps(raw, indent=1)) == ["version: is missing"]


def test_a_file_in_one_line_keeps_the_path() -> None:
    raw = small()
    raw["events"][2]["importance"] = 9
    assert told(json.dumps(raw)) == [
        'Event "strike" (events[2].importance): must be at most 3, not 9'
    ]


def test_numbers_that_are_not_json_have_a_line_too() -> None:
    raw = small()
    raw["events"][0]["amounts"][0]["value"] = float("nan")
    text = json.dumps(raw, indent=1)
    assert told(text) == [
        f"Line {line_of(text, 'NaN')}, events 1, amounts 1, value: NaN is not a JSON number"
    ]


def test_the_location_stays_for_programs() -> None:
    raw = small()
    raw["events"][2]["importance"] = 9
    with pytest.raises(ChronologyError) as caught:
        parse_chronology(json.dumps(raw, indent=1).encode(), "made-up.chronology")
    assert [str(fault) for fault in caught.value.faults] == [
        "events[2].importance: must be at most 3, not 9"
    ]
