"""The wizard's memory: mappings by the columns of a table, and where imports were saved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peru_timeline.chronology.dates.written.understood import NumberOrder
from peru_timeline.chronology.importing.mapping import Mapping, Role
from peru_timeline.ui.importing.remembered import MOST_MAPPINGS, MOST_PLACES, Remembered

COLUMNS = ("Date", "Title")
MAPPING = Mapping(
    columns={"Date": Role.START, "Title": Role.TITLE}, order=NumberOrder.DAY_FIRST, language="es"
)


def test_a_mapping_is_found_by_the_columns_in_any_order(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path / "imports")
    assert remembered.mapping_for(COLUMNS) is None
    remembered.keep_mapping(COLUMNS, MAPPING)
    assert remembered.mapping_for(("Title", "Date")) == MAPPING
    assert remembered.mapping_for(("Title", "Date", "More")) is None
    remembered.forget_mapping(COLUMNS)
    assert remembered.mapping_for(COLUMNS) is None


def test_what_belongs_to_one_file_is_not_remembered(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    of_file = {"title": "Mine", "encoding": "cp1252", "delimiter": ";", "sheet": "March"}
    remembered.keep_mapping(COLUMNS, MAPPING.model_copy(update=of_file))
    assert remembered.mapping_for(COLUMNS) == MAPPING


@pytest.mark.parametrize("damage", [b"{", b"[]", b'{"columns": {"Gone": "start"}}', b"\xff"])
def test_what_is_damaged_is_forgotten(tmp_path: Path, damage: bytes) -> None:
    remembered = Remembered(tmp_path)
    remembered.keep_mapping(COLUMNS, MAPPING)
    remembered.keep_place(tmp_path / "a.csv", tmp_path / "a.chronology")
    for path in tmp_path.iterdir():
        path.write_bytes(damage)
    assert remembered.mapping_for(COLUMNS) is None
    assert remembered.place_of(tmp_path / "a.csv") is None


def test_the_oldest_mappings_go(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    for number in range(MOST_MAPPINGS + 2):
        path = tmp_path / f"{number:04}.map.json"
        path.write_text("{}", encoding="utf-8")
        os.utime(path, (number, number))
    remembered.keep_mapping(COLUMNS, MAPPING)
    assert len(list(tmp_path.glob("*.map.json"))) == MOST_MAPPINGS
    assert remembered.mapping_for(COLUMNS) == MAPPING
    assert not (tmp_path / "0000.map.json").exists()


def test_places_are_kept_by_file_the_newest_last(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    for number in range(MOST_PLACES + 1):
        remembered.keep_place(tmp_path / f"{number}.csv", tmp_path / f"{number}.chronology")
    assert remembered.place_of(tmp_path / "0.csv") is None
    assert remembered.place_of(tmp_path / "7.csv") == tmp_path / "7.chronology"


def test_without_a_folder_nothing_is_remembered_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    remembered = Remembered(tmp_path / "file" / "imports")
    remembered.keep_mapping(COLUMNS, MAPPING)
    remembered.keep_place(tmp_path / "a.csv", tmp_path / "a.chronology")
    assert remembered.mapping_for(COLUMNS) is None
    assert remembered.place_of(tmp_path / "a.csv") is None
