from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.chronology.dates.event_date import parse_date
from peru_timeline.chronology.query import Query
from peru_timeline.settings import (
    MOST_RECENT,
    MOST_VIEWS,
    LastView,
    Settings,
    WindowGeometry,
    load_settings,
    save_settings,
)
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.view import View


def test_saved_settings_load_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "settings.json"
    settings = Settings(
        theme="dark",
        window=WindowGeometry(x=-5, y=3, width=900, height=700),
        views={"peru": LastView(start_day=1, end_day=2, query=Query(actors=frozenset({"china"})))},
    ).with_recent("/a/b.chronology")
    assert save_settings(path, settings) is None
    assert load_settings(path) == (settings, None)


def test_equal_settings_make_identical_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        actors = frozenset(
            {"china", "peru", "russia"} if name == "a" else {"russia", "peru", "china"}
        )
        view = LastView(start_day=1, end_day=2, query=Query(actors=actors))
        save_settings(tmp_path / name, Settings(views={"peru": view}))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_missing_file_is_no_trouble(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == (Settings(), None)


@pytest.mark.parametrize(
    "garbage",
    [
        *(b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'"x"'),
        *(b'{"theme": 7}', b'{"text_scale": 9}', b'{"window": {"x": 1}}'),
    ],
)
def test_a_damaged_file_is_set_aside_and_defaults_apply(tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(garbage)
    settings, trouble = load_settings(path)
    assert settings == Settings()
    assert trouble is not None
    assert trouble.kind == "damaged"
    assert Path(trouble.detail).read_bytes() == garbage
    assert not path.exists()
    assert load_settings(path) == (Settings(), None)  # reported once


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b" " * 1_000_001)
    assert load_settings(path)[1] is not None


def test_keys_of_a_later_version_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "gravity": 9.81}', encoding="utf-8")
    assert load_settings(path) == (Settings(theme="dark"), None)


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    trouble = save_settings(tmp_path / "file" / "settings.json", Settings())
    assert trouble is not None
    assert trouble.kind == "unwritable"
    assert trouble.detail


def test_a_folder_in_place_of_the_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    settings, trouble = load_settings(tmp_path / "settings.json")
    assert settings == Settings()
    assert trouble is not None


def test_recent_files_are_newest_first_without_repetition() -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 5):
        settings = settings.with_recent(f"/{number}")
    settings = settings.with_recent("/10")
    assert settings.recent[0] == "/10"
    assert len(settings.recent) == len(set(settings.recent)) == MOST_RECENT


def test_the_oldest_views_are_forgotten() -> None:
    settings = Settings()
    for number in range(MOST_VIEWS + 1):
        settings = settings.with_view(str(number), View(TimeSpan(0, 1)))
    assert "0" not in settings.views
    assert len(settings.views) == MOST_VIEWS


def test_a_view_is_remembered_whole() -> None:
    view = View(TimeSpan(1, 2), lane_order=("b", "a"), selection="x", even_time=True)
    assert Settings().with_view("peru", view).view_of("peru") == view


@pytest.mark.parametrize("year", ["Y-13800000000", "Y-999999999999", "Y999999999999"])
def test_a_view_of_the_farthest_years_is_remembered(tmp_path: Path, year: str) -> None:
    date = parse_date(year)
    assert date.earliest_start is not None
    middle = date.earliest_start
    span = TimeSpan(middle - 1e6, middle + 1e6)
    settings = Settings(theme="dark").with_view("far", View(span))
    save_settings(tmp_path / "settings.json", settings)
    assert load_settings(tmp_path / "settings.json") == (settings, None)


def test_what_is_saved_is_never_too_long_to_be_read(tmp_path: Path) -> None:
    settings = Settings(theme="dark")
    order = tuple(f"a-lane-with-some-name-{n}" for n in range(20_000))
    for name in ("oldest", "older", "newest"):
        settings = settings.with_view(name, View(lane_order=order))
    save_settings(tmp_path / "settings.json", settings)
    loaded, fault = load_settings(tmp_path / "settings.json")
    assert fault is None
    assert loaded.theme == "dark"
    assert [*loaded.views] == ["newest"]
