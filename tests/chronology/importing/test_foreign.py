"""Which files are opened as chronologies, and which are imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.chronology.importing.foreign import is_foreign
from peru_timeline.paths import default_chronology


@pytest.mark.parametrize(
    ("name", "content", "foreign"),
    [
        ("a.chronology", "{", False),  # its faults are listed
        ("a.json", '{"format": "chronology/1"', False),
        ("a.json", '{"format":\n"chronology/1"', False),
        ("a.json", '[{"start": "1850"}]', True),
        ("a.csv", "Date,Title", True),
        ("a.aeon", "SQLite format 3", True),  # the wizard tells the way out
        ("a", "", True),
    ],
)
def test_a_file_is_known_by_its_name_or_its_beginning(
    tmp_path: Path, name: str, content: str, foreign: bool
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert is_foreign(path) is foreign


def test_the_chronology_that_comes_along_is_none() -> None:
    assert not is_foreign(default_chronology())


@pytest.mark.parametrize(("inside", "foreign"), [("event.md", True), ("a.txt", False), (None, False)])  # fmt: skip
def test_a_folder_is_foreign_if_it_holds_events(
    tmp_path: Path, inside: str | None, foreign: bool
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    if inside is not None:
        (folder / inside).write_text("", encoding="utf-8")
    assert is_foreign(folder) is foreign


def test_what_is_not_there_is_left_to_whoever_opens_it(tmp_path: Path) -> None:
    assert not is_foreign(tmp_path / "missing.csv")
    assert not is_foreign(Path("nul\0byte"))
