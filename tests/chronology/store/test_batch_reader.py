"""Reading by the thousand gives what a close look at the whole file gives, sound or not."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peru_timeline.chronology import loader
from peru_timeline.chronology.faults.fault import ChronologyError
from peru_timeline.chronology.store.batch_reader import _is_plain
from peru_timeline.chronology.text import faulty_sign, is_blank
from tests.chronology.made_up import small

Place = tuple[int | str, ...]

VALUES: list[Any] = [
    None, True, 0, 2, -1, 3.0, 10**30, 0.5, "", " ", "\x1f", "x", "trade", "gazette", "quay-built",
    "Über uns", "a" * 121, "t" * 61, "2004", "2004/..", "/", "2005/2004", "[2004, 2005]", "2004~/",
    "one two three four five", "w " * 41, 'say "a\\b" twice and more \n now', "\\", '"', [], {}, [7],
    {"en": "only"}, {"en": "x", "es": ""}, {"und": "x"}, {"en": "x", "es": "y", "e": "z"},
    {"en": "x", "es": None}, ["gazette"], [{"event": "strike", "relation": "follows"}],
    [{"source": "gazette", "quote": "one two three four five six", "supports": ["date"]}],
]  # fmt: skip


def places(value: Any, at: Place = ()) -> Iterator[Place]:
    """Every place inside a value."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        yield (*at, key)
        if isinstance(item, dict | list):
            yield from places(item, (*at, key))


ALL_PLACES = list(places(small()))


def changed(place: Place, value: Any) -> dict[str, Any]:
    raw = small()
    inside: Any = raw
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    return raw


def outcome(content: bytes, *, closely: bool) -> object:
    """What a reading gives: the faults, or all events."""
    try:
        read = loader.load_whole if closely else loader.parse_chronology
        chronology = read(content, "x")
    except ChronologyError as error:
        return error.faults
    return chronology.model_copy(update={"events": tuple(chronology.events)})


def assert_the_same(content: bytes) -> None:
    assert outcome(content, closely=False) == outcome(content, closely=True)


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_any_value_at_any_place_is_judged_alike(value: Any) -> None:
    for place in ALL_PLACES:
        assert_the_same(json.dumps(changed(place, value)).encode())


@pytest.mark.parametrize("key", ["title", "role", "nothing", "summary", "amounts", "en", "id"])
def test_a_key_too_many_is_judged_alike(key: str) -> None:
    for place in ALL_PLACES:
        extra: list[Any] = ["x", {"en": "x", "es": "y"}, []]
        for value in extra:
            assert_the_same(
                json.dumps(
                    changed((*place[:-1], key) if isinstance(place[-1], str) else place, value)
                ).encode()
            )


def test_a_key_that_stands_twice_is_told_wherever_it_does() -> None:
    text = json.dumps(small(), ensure_ascii=False)
    for at in (i for i, sign in enumerate(text) if sign == "{"):
        for extra in (
            '"date": "2004", ',
            '"en": "x", ',
            '"source": "\\"gazette\\\\", ',
            '"i\\u0064": 1, ',
        ):
            assert_the_same(f"{text[: at + 1]}{extra}{text[at + 1 :]}".encode())


@settings(max_examples=300)
@given(st.data())
def test_several_changes_are_judged_alike(data: st.DataObject) -> None:
    raw = small()
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.sampled_from(list(places(raw))))
        inside: Any = raw
        for step in place[:-1]:
            inside = inside[step]
        if data.draw(st.booleans()):
            inside[place[-1]] = copy.deepcopy(data.draw(st.sampled_from(VALUES)))
        else:
            del inside[place[-1]]
    assert_the_same(json.dumps(raw, ensure_ascii=data.draw(st.booleans())).encode())


@settings(max_examples=300)
@given(st.data())
def test_broken_bytes_are_judged_alike(data: st.DataObject) -> None:
    content = bytearray(json.dumps(small(), ensure_ascii=False).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=2))
    assert_the_same(bytes(content))


def test_events_in_doubt_stand_in_order_with_the_others() -> None:
    raw = small()
    raw["events"][1]["amounts"] = [{"value": 10**30, "unit": "USD", "of": {"en": "a", "es": "b"}}]
    content = json.dumps(raw).encode()
    assert_the_same(content)
    events = loader.parse_chronology(content, "x").events
    assert [event.id for event in events] == ["quay-planned", "quay-built", "strike"]
    assert events[0].amounts[0].value == 10**30


def test_without_actors_none_can_be_named() -> None:
    raw = small()
    del raw["actors"]
    content = json.dumps(raw).encode()
    assert_the_same(content)
    with pytest.raises(ChronologyError, match='no actor "port-office"'):
        loader.parse_chronology(content, "x")


def test_bytes_that_pass_unread_hold_no_sign_that_a_text_may_not_hold() -> None:
    signs = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    passed = [sign for sign in signs if _is_plain(sign.encode())]
    assert {"a", "ñ", "“", "…", "€", "中", "ж"} <= set(passed)
    spaces = {" ", "\t", "\n", "\r"}  # in JSON they stand raw only between texts, but for the space
    for sign in set(passed) - spaces:
        assert faulty_sign(sign, is_line=True) is None, sign
        assert not is_blank(sign), sign
    assert not _is_plain(rb'["a\u202eb"]')
    assert _is_plain('[{"title": "Perú – “Chancay”"}]'.encode())
