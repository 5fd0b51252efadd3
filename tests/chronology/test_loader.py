"""Reading chronology files: what is wrong is told all at once, each fault with its place."""

from __future__ import annotations

import gc
import json
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peru_timeline.chronology.faults.fault import ChronologyError, Fault
from peru_timeline.chronology.loader import load_chronology, parse_chronology
from tests.chronology.made_up import SMALL, load, small

Change = Callable[[dict[str, Any]], Any]


def faults_of(raw: dict[str, Any] | bytes) -> list[str]:
    content = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
    with pytest.raises(ChronologyError) as caught:
        parse_chronology(content, "made-up.chronology")
    return [str(fault) for fault in caught.value.faults]


def setting(path: str, value: Any) -> Change:
    """Set `events.0.title` and the like; a path may end in a new key."""

    def change(raw: dict[str, Any]) -> None:
        *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        place: Any = raw
        for step in steps:
            place = place[step]
        place[last] = value

    return change


def test_a_sound_file_loads() -> None:
    assert [event.id for event in load(small()).events] == ["quay-planned", "quay-built", "strike"]


def test_events_of_one_date_stand_by_importance_then_id() -> None:
    raw = small()
    event = {"date": "2005", "title": "x", "sector": "trade"}
    raw["events"] = [
        {"id": "b", "importance": 1, **event},
        {"id": "c", "importance": 3, **event},
        {"id": "a", "importance": 1, **event},
        {"id": "d", "importance": 1, **event, "date": "2004"},
    ]
    assert [event.id for event in load(raw).events] == ["d", "c", "a", "b"]


ONE_FAULT: list[tuple[Change, str]] = [
    # references
    (
        setting("events.0.evidence.0.source", "gazete"),
        'events[0].evidence[0].source: no source "gazete"; did you mean "gazette"?',
    ),
    (
        setting("events.0.sector", "trad"),
        'events[0].sector: no sector "trad"; did you mean "trade"?',
    ),
    (setting("events.0.sector", "zzz"), 'events[0].sector: no sector "zzz"'),
    (
        setting("events.1.actors.0.actor", "harbor-master"),
        'events[1].actors[0].actor: no actor "harbor-master"; did you mean "harbour-master"?',
    ),
    (
        setting("events.0.notes.0.sources", ["gazette", "almanack"]),
        'events[0].notes[0].sources[1]: no source "almanack"; did you mean "almanac"?',
    ),
    (
        setting("events.0.related.0.event", "quay-plan"),
        'events[0].related[0].event: no event "quay-plan"; did you mean "quay-planned"?',
    ),
    (
        setting("events.0.related.0.event", "quay-built"),
        "events[0].related[0].event: an event cannot be related to itself",
    ),
    (
        setting("actors.1.part_of", "nort"),
        'actors[1].part_of: no actor "nort"; did you mean "north"?',
    ),
    # ids
    (setting("actors.0.part_of", "north"), 'actors[0].part_of: "north" is part of itself'),
    (
        setting("events.2.id", "quay-built"),
        'events[2].id: "quay-built" is already used at events[0]',
    ),
    (
        setting("events.2.id", "Über uns"),
        'events[2].id: "Über uns" is not an id: use lowercase letters, digits and single hyphens, '
        "such as ellis-2022",
    ),
    # keys
    (setting("events.2.dat", "2004"), 'events[2].dat: unknown key; did you mean "date"?'),
    (setting("events.2.zzz", "2004"), "events[2].zzz: unknown key"),
    (setting("events.2.int", 1), "events[2].int: unknown key"),
    (
        setting("events.0.evidence.0.sorce", "x"),
        'events[0].evidence[0].sorce: unknown key; did you mean "source"?',
    ),
    (setting("verion", "1"), 'verion: unknown key; did you mean "version"?'),
    # kinds of values
    (
        setting("events.2.status", "reportet"),
        'events[2].status: must be "happened", "reported", "alleged", "planned" or "cancelled", '
        'not "reportet"; did you mean "reported"?',
    ),
    (
        setting("sources.0.type", "artcle"),
        'sources[0].type: "artcle" is not one of the 45 values allowed here; did you mean "article"?',
    ),
    (setting("events.2.importance", 4), "events[2].importance: must be at most 3, not 4"),
    (setting("events.2.importance", 0), "events[2].importance: must be at least 1, not 0"),
    (setting("events.2.importance", 1.5), "events[2].importance: must be a whole number, not 1.5"),
    (setting("events.2.importance", "3"), 'events[2].importance: must be a whole number, not "3"'),
    (
        setting("events.2.importance", True),
        "events[2].importance: must be a whole number, not true",
    ),
    (
        setting("events.0.amounts.0.value", "2"),
        'events[0].amounts[0].value: must be a number, not "2"',
    ),
    (
        setting("events.0.amounts.0.value", True),
        "events[0].amounts[0].value: must be a number, not true",
    ),
    (setting("events.2.actors", None), "events[2].actors: must be a list, not null"),
    (setting("events.2.actors", [7]), "events[2].actors[0]: must be an object, not 7"),
    (setting("events", {}), "events: must be a list, not an object"),
    (setting("events.2.sector", 5), "events[2].sector: must be text, not 5"),
    (
        setting("id", "\ud800"),
        "id: contains half a character (a lone surrogate), which is not text",
    ),
    (
        setting("sources.0.url", "javascript:alert(1)"),
        'sources[0].url: "javascript:alert(1)" is not a web address; '
        "one starts with https:// or http://",
    ),
    (
        setting("sources.0.document", {"file": "a.txt", "sha256": "ABC", "words": 9}),
        'sources[0].document.sha256: "ABC" is not a SHA-256 checksum (64 digits 0–9, a–f)',
    ),
    (
        setting("sources.0.language", "English text"),
        'sources[0].language: "English text" is not a language tag such as en or es',
    ),
    # dates
    (
        setting("events.2.date", "2013-02-30"),
        "events[2].date: “2013-02-30” is not a date: there is no such day",
    ),
    (
        setting("events.2.date", "2014/2012"),
        "events[2].date: “2014/2012” runs backwards: it ends before it begins",
    ),
    (
        setting("events.2.date", 2013),
        'events[2].date: a date must be a text such as "2013-11" or "2002/2021"',
    ),
    (setting("span", "2010/2001"), "span: “2010/2001” runs backwards: it ends before it begins"),
    # languages
    (
        setting("events.2.title", {"en": "Strike"}),
        'events[2].title: has no text in "es", a language of the chronology\'s title',
    ),
    (
        setting("events.0.actors.0.role", {"es": "constructora"}),
        'events[0].actors[0].role: has no text in "en", a language of the chronology\'s title',
    ),
    (
        setting("sources.0.note", {"en": "A daily."}),
        'sources[0].note: has no text in "es", a language of the chronology\'s title',
    ),
    (setting("events.2.title", {}), "events[2].title: must not be empty"),
    (setting("events.2.title", " "), 'events[2].title.und: " " contains no text'),
    (
        setting("events.2.title", {"en": "x", "es": "x", "e": "x"}),
        'events[2].title.e: "e" is not a language tag such as en or es',
    ),
    # lengths
    (
        setting("events.2.title.es", "x" * 501),
        "events[2].title.es: has 501 characters; a title may have at most 500",
    ),
    (
        setting("events.2.title", "x" * 501),
        "events[2].title: has 501 characters; a title may have at most 500",
    ),
    (
        setting("events.0.evidence.0.quote", "one two three four"),
        "events[0].evidence[0].quote: has 4 words; a quotation must have 5 to 40",
    ),
    (
        setting("events.0.evidence.0.quote", "word " * 41),
        "events[0].evidence[0].quote: has 41 words; a quotation must have 5 to 40",
    ),
    # what the file is
    (lambda raw: raw.pop("title"), "title: is missing"),
    (lambda raw: raw["events"][1].pop("date"), "events[1].date: is missing"),
    (
        lambda raw: raw.pop("format"),
        'format: is missing; a chronology has "format": "chronology/1"',
    ),
    (
        setting("format", "chronology/2"),
        'format: must be "chronology/1", which this version of the program reads, '
        'not "chronology/2"; a newer version of the program may read it',
    ),
]


@pytest.mark.parametrize(("change", "fault"), ONE_FAULT, ids=[fault for _, fault in ONE_FAULT])
def test_one_fault(change: Change, fault: str) -> None:
    raw = small()
    change(raw)
    assert faults_of(raw) == [fault]


def test_quotations_and_titles_may_be_as_long_as_allowed() -> None:
    raw = small()
    raw["events"][0]["title"] = "x" * 60
    raw["events"][0]["evidence"][0]["quote"] = " ".join(["word"] * 40)
    raw["events"][1]["evidence"][0]["quote"] = " ".join(["word"] * 5)
    load(raw)


def test_a_cycle_is_told_at_each_actor_of_it() -> None:
    raw = small()
    raw["actors"][0]["part_of"] = "harbour-master"
    assert faults_of(raw) == [
        'actors[0].part_of: "north" is part of itself',
        'actors[1].part_of: "port-office" is part of itself',
        'actors[2].part_of: "harbour-master" is part of itself',
    ]


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    raw = small()
    raw["sectors"][0]["name"] = 3
    raw["actors"][1]["part_of"] = "nobody"
    raw["events"][0]["date"] = "soon"
    raw["events"][0]["sector"] = "sports"
    raw["events"][2]["importance"] = 9
    places = [fault.split(":")[0] for fault in faults_of(raw)]
    assert places == [
        "sectors[0].name",
        "actors[1].part_of",
        "events[0].date",
        "events[0].sector",
        "events[2].importance",
    ]


def test_the_error_lists_every_fault_under_the_file() -> None:
    raw = small()
    raw["events"][0]["importance"] = 9
    raw["events"][2]["importance"] = 9
    with pytest.raises(ChronologyError) as caught:
        load(raw)
    lines = str(caught.value).splitlines()
    assert lines[0] == "made-up.chronology:"
    assert [line.split(":")[0] for line in lines[1:]] == [
        "  events[0].importance",
        "  events[2].importance",
    ]


def test_messages_carry_no_control_signs() -> None:
    raw = small()
    raw["events"][0]["sector"] = "\x1b[31mred\n"
    raw["events"][0]["\x1b]0;x\x07"] = 1
    raw["events"][0]["date"] = "\x9b2J"
    for fault in faults_of(raw):
        assert fault.isprintable()


# --- JSON ------------------------------------------------------------------------------------


NO_CHRONOLOGIES: list[tuple[bytes, str]] = [
    (b"", "the file is empty; look for another copy of it"),
    (b" \n\t", "the file is empty; look for another copy of it"),
    (b"\xef\xbb\xbf", "the file is empty; look for another copy of it"),
    (b'{"a": 1,\n "b": tru', "line 2, column 7: a value is expected here; the file must be JSON"),
    (
        b'{"a": 1,\n "b":',
        "line 2, column 6: the file ends too early, as if it had been cut off: look for another copy of it; "
        "the file must be JSON",
    ),
    (
        b'{"a": "never clo',
        "line 1, column 7: the file ends too early, as if it had been cut off: look for another copy of it; "
        "the file must be JSON",
    ),
    (
        b'{"a": 1} x',
        "line 1, column 10: there is text after the end of the JSON; the file must be JSON",
    ),
    (b'{"a": "\xe9"}', "line 1, column 8: the file is not encoded in UTF-8; save it as UTF-8"),
    (
        '{"ü": 1,\n"ß": "é '.encode() + b'\xff"}',
        "line 2, column 9: the file is not encoded in UTF-8; save it as UTF-8",
    ),
    ('{"a": 1}'.encode("utf-16"), "the file is encoded in UTF-16; save it as UTF-8"),
    (
        b"[" * 200_000,
        "the file is nested too deeply to be a chronology; look for another copy of it",
    ),
    (
        b'{"a": ' + b"9" * 5000 + b"}",
        "the file contains a number with thousands of digits; shorten it",
    ),
    (b"[]", "the file is JSON, but does not contain a chronology"),
    (b"null", "the file is JSON, but does not contain a chronology"),
    (b"{}", 'format: is missing; a chronology has "format": "chronology/1"'),
]


@pytest.mark.parametrize(("content", "fault"), NO_CHRONOLOGIES)
def test_what_is_no_chronology_at_all(content: bytes, fault: str) -> None:
    assert faults_of(content) == [fault]


def test_a_byte_order_mark_is_accepted() -> None:
    content = b"\xef\xbb\xbf" + json.dumps(SMALL).encode()
    assert parse_chronology(content, "x").id == "harbour"


def test_keys_that_stand_twice_are_told_with_their_places_beside_other_faults() -> None:
    text = json.dumps(SMALL)
    text = text.replace('"kind": "state",', '"kind": "state", "kind": "agency",', 1)
    text = text.replace('"id": "harbour"', '"id": "harbour", "id": "port"')
    text = text.replace('"importance": 1', '"importance": 7')
    assert faults_of(text.encode()) == [
        'the key "id" appears twice',
        'actors[0]: the key "kind" appears twice',
        "events[2].importance: must be at most 3, not 7",
    ]


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_told_with_its_place(name: str) -> None:
    text = json.dumps(SMALL).replace("2500000", name)
    assert faults_of(text.encode()) == [f"events[0].amounts[0].value: {name} is not a JSON number"]


def test_a_number_too_large_for_the_machine_is_a_fault() -> None:
    text = json.dumps(SMALL).replace("2500000", "1e999")
    assert faults_of(text.encode()) == [
        "events[0].amounts[0].value: must be a finite number, not Infinity"
    ]


def test_a_long_whole_number_is_kept() -> None:
    raw = small()
    raw["events"][0]["amounts"][0]["value"] = 10**29 + 1
    assert load(raw).events[1].amounts[0].value == 10**29 + 1


def test_a_number_that_no_panel_could_show_is_told() -> None:
    raw = small()
    raw["events"][0]["amounts"][0]["value"] = 10**400  # overflows a float
    (fault,) = faults_of(raw)
    assert fault.startswith("events[0].amounts[0].value: must be a number of at most 30 digits")


# --- files -----------------------------------------------------------------------------------


def fault_of_file(path: Path) -> str:
    with pytest.raises(ChronologyError) as caught:
        load_chronology(path)
    assert str(caught.value).startswith(str(path))
    (fault,) = caught.value.faults
    return str(fault)


def test_a_missing_file(tmp_path: Path) -> None:
    assert fault_of_file(tmp_path / "no.chronology") == (
        "the file does not exist; check the name and the folder"
    )


def test_a_folder(tmp_path: Path) -> None:
    assert fault_of_file(tmp_path) == "this is a folder; choose a chronology file in it"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in the file system there")
def test_a_pipe_is_refused_without_reading_from_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "not an ordinary file" in fault_of_file(pipe)


@pytest.mark.skipif(sys.platform == "win32", reason="no /dev there")
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(name: str) -> None:
    assert "not an ordinary file" in fault_of_file(Path(name))


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "cannot be read" in fault_of_file(tmp_path / "a")
    (tmp_path / "dangling").symlink_to(tmp_path / "no")
    assert "does not exist" in fault_of_file(tmp_path / "dangling")
    (tmp_path / "file").write_text(json.dumps(SMALL), encoding="utf-8")
    (tmp_path / "good").symlink_to(tmp_path / "file")
    assert load_chronology(tmp_path / "good").id == "harbour"


def test_a_file_too_large_is_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "large.chronology"
    with path.open("wb") as file:
        file.truncate(1_500_000_001)  # takes no room on the disk
    assert fault_of_file(path) == "the file is larger than 1.5 GB; split it"


def test_a_name_that_cannot_be() -> None:
    assert "cannot be read" in fault_of_file(Path("zero\0byte"))
    assert "cannot be read" in fault_of_file(Path("x" * 5000))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "locked.chronology"
    path.write_text("{}", encoding="utf-8")
    path.chmod(0)
    assert "may not be read" in fault_of_file(path)


# --- whatever it is --------------------------------------------------------------------------

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = (
        list(value.items())
        if isinstance(value, dict)
        else list(enumerate(value))
        if isinstance(value, list)
        else []
    )
    return [found for key, inner in items for found in [(*path, key), *places(inner, (*path, key))]]


@settings(max_examples=300)
@given(st.sampled_from(places(SMALL)), anything)
def test_a_value_of_any_kind_at_any_place_loads_or_is_told(
    path: tuple[Any, ...], value: Any
) -> None:
    raw = small()
    place: Any = raw
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    faults: tuple[Fault, ...] = ()
    try:
        load(raw)
    except ChronologyError as error:
        faults = error.faults or pytest.fail("an error without a fault")
    text = "".join(str(fault) for fault in faults)
    assert all(fault.message for fault in faults)
    assert not {"Cc", "Cs"} & {unicodedata.category(sign) for sign in text}


@given(st.binary(max_size=60))
def test_any_bytes_load_or_are_told(content: bytes) -> None:
    with pytest.raises(ChronologyError):
        parse_chronology(content, "x")


@given(st.integers(0, len(json.dumps(SMALL)) - 1))
def test_a_file_cut_anywhere_is_told(length: int) -> None:
    assert faults_of(json.dumps(SMALL).encode()[:length])


@pytest.mark.parametrize("on", [True, False])
def test_the_garbage_collector_is_as_it_was_whatever_happens(on: bool) -> None:
    (gc.enable if on else gc.disable)()
    try:
        faults_of(b"{")
        assert gc.isenabled() == on
    finally:
        gc.disable()


def test_many_faults_in_a_large_file_are_told_soon() -> None:
    raw = small()
    event = {"date": "2005", "title": "x", "sector": "trade"}
    raw["events"] = [
        {"id": f"event-{n}", "related": [{"event": f"evnt-{n}", "relation": "follows"}], **event}
        for n in range(3000)
    ]
    faults = faults_of(raw)
    assert len(faults) == 3000
    assert faults[0].endswith('did you mean "event-0"?')
