"""What is kept of large files from one start to the next, and where their events stand."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.made_up import write
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.loader import parse_chronology
from peru_timeline.chronology.store import load_cache
from peru_timeline.chronology.store.event_offsets import find_event_offsets
from peru_timeline.chronology.store.load_cache import MOST_FILES, read_load_cache, write_load_cache
from tests.chronology.made_up import small


@pytest.fixture(autouse=True)
def even_small_files_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_cache, "LARGE_FILE", 0)


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    path = tmp_path / "made-up.chronology"
    write(path, 3000)
    return path.read_bytes()


def kept(content: bytes, folder: Path) -> Chronology:
    """Read a file and keep what was found."""
    chronology = parse_chronology(content, "x")
    events = chronology.events
    write_load_cache(folder, content, events.columns, events.offsets)
    return chronology


def plain(value: Any) -> Any:
    """As lists, which can be compared."""
    if isinstance(value, np.ndarray):
        return (
            value.tolist() if value.dtype != np.float64 else np.nan_to_num(value, nan=-1).tolist()
        )
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def test_what_is_kept_gives_the_same_chronology(content: bytes, tmp_path: Path) -> None:
    first = kept(content, tmp_path / "load-cache")
    assert read_load_cache(tmp_path / "load-cache", content) is not None
    again = parse_chronology(content, "x", cache_dir=tmp_path / "load-cache")
    assert list(again.events) == list(first.events)
    assert again.model_copy(update={"events": ()}) == first.model_copy(update={"events": ()})
    for field in fields(first.event_columns):
        one, other = (
            getattr(columns, field.name) for columns in (first.event_columns, again.event_columns)
        )
        if field.name == "dates":
            one, other = (
                [plain(getattr(dates, name.name)) for name in fields(dates)]
                for dates in (one, other)
            )
        assert plain(one) == plain(other), field.name


def test_other_bytes_are_another_file(content: bytes, tmp_path: Path) -> None:
    kept(content, tmp_path / "load-cache")
    assert read_load_cache(tmp_path / "load-cache", content + b" ") is None


def test_another_version_reads_everything_again(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(content, tmp_path / "load-cache")
    monkeypatch.setattr(load_cache, "RULES", load_cache.RULES + 1)
    assert read_load_cache(tmp_path / "load-cache", content) is None


@pytest.mark.parametrize("damage", ["empty", "half", "bit", "flags", "header", "other", "swapped"])
def test_a_damaged_file_of_facts_costs_nothing_but_time(
    content: bytes, tmp_path: Path, damage: str
) -> None:
    folder = tmp_path / "load-cache"
    first = kept(content, folder)
    (path,) = folder.glob("*.npz")
    whole = bytearray(path.read_bytes())
    if damage == "empty":
        whole.clear()
    elif damage == "half":
        del whole[len(whole) // 2 :]
    elif damage == "bit":
        whole[len(whole) // 2] ^= 1
    elif damage == "flags":  # of the first array in the list at the end: “encrypted”
        whole[whole.rindex(b"PK\1\2") + 8] ^= 1
    elif damage == "header":  # of an array: no Python literal any more
        whole[whole.index(b"'shape': (") + 9] ^= 1
    elif damage == "other":
        np.savez(path, something=np.zeros(3))
        whole = bytearray(path.read_bytes())
    else:
        path.unlink()
        kept(content + b" ", folder)
        (other,) = folder.glob("*.npz")
        whole = bytearray(other.read_bytes())
    path.write_bytes(whole)
    assert read_load_cache(folder, content) is None
    assert list(parse_chronology(content, "x", cache_dir=folder).events) == list(first.events)
    kept(content, folder)  # in its place
    assert read_load_cache(folder, content) is not None


def test_the_files_used_last_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "load-cache"
    contents = [
        json.dumps(small() | {"version": str(number)}).encode() for number in range(MOST_FILES + 2)
    ]
    for content in contents:
        kept(content, folder)
        assert read_load_cache(folder, contents[0]) is not None or content is contents[0]
    assert len(list(folder.iterdir())) == MOST_FILES


def test_where_nothing_can_be_written_nothing_is_kept(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "load-cache").write_text("a file where the folder should be")
    kept(content, tmp_path / "load-cache")
    assert read_load_cache(tmp_path / "load-cache", content) is None


@pytest.mark.parametrize("indent", [None, 0, 3])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_places_are_those_of_the_events(indent: int | None, mark: bytes) -> None:
    raw = small()
    content = mark + json.dumps(raw, indent=indent, ensure_ascii=False).encode()
    offsets = find_event_offsets(content)
    assert offsets is not None
    assert [json.loads(offsets.event_json(content, i)) for i in range(len(offsets))] == raw[
        "events"
    ]
    assert json.loads(offsets.events_json(content, 0, len(offsets))) == raw["events"]
    assert json.loads(offsets.without_events(content)) == raw | {"events": []}
    backwards = offsets.take(np.arange(len(offsets))[::-1])
    assert json.loads(backwards.events_json(content, 0, len(offsets))) == raw["events"][::-1]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"events": 1}', b'{"events": [}', b"\xff"]
)
def test_what_is_no_chronology_has_no_places(content: bytes) -> None:
    assert find_event_offsets(content) is None
