"""Loading what is hardly a chronology: faulty JSON, pipes and devices, arbitrary values and bytes."""

from __future__ import annotations

import gc
import json
import os
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peru_timeline.chronology.faults.fault import ChronologyError, Fault
from peru_timeline.chronology.loader import load_chronology, parse_chronology
from tests.chronology.loading import faults_of
from tests.chronology.made_up import SMALL, load, small

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
    assert len(faults) == 100
    assert faults[-1].endswith("; and 2,900 more of this kind")
    assert faults[0].endswith('did you mean "event-0"?')
