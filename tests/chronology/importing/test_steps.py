"""The steps before a chronology is built: detecting the format, mapping columns, dating."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from peru_timeline.chronology.dates.written.understood import NumberOrder
from peru_timeline.chronology.importing.dating import date_all
from peru_timeline.chronology.importing.found import ImportRefusedError, no_progress
from peru_timeline.chronology.importing.importer import (
    find,
    finish,
    import_file,
    open_source,
    rows_without_fault,
)
from peru_timeline.chronology.importing.mapping import Mapping, Role, mapping_of, read_mapping
from tests.chronology.importing import files
from tests.chronology.importing.imports import content, events, imported, written


def refused(folder: Path, name: str, content: str | bytes) -> str:
    with pytest.raises(ImportRefusedError) as error:
        imported(folder, name, content)
    return str(error.value.message)


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.aeon", b"SQLite format 3\0...", "in Aeon: File ▸ Export ▸ CSV"),
        ("x.aeonzip", b"PK\3\4....", "in Aeon: File ▸ Export ▸ CSV"),
        ("x.mpp", b"\xd0\xcf\x11\xe0....", "save it there as CSV or Excel"),
        ("x.xls", b"\xd0\xcf\x11\xe0....", "save it as .xlsx or CSV"),
        ("x.doc", b"\xd0\xcf\x11\xe0....", "text document"),
        ("x.png", b"\x89PNG\r\n", "this is a picture"),
        ("x.jpg", b"\xff\xd8\xff\xe0", "this is a picture"),
        ("x.pdf", b"%PDF-1.4", "this is a PDF"),
        ("x.gz", b"\x1f\x8b....", "unpack it first"),
        ("x.bin", b"a\0\1\2\3", "neither text nor a format known here"),
        ("x.csv", b"", "the file is empty"),
        ("x.csv", b" \r\n\r\n", "the file is empty"),
        ("x.csv", b"date,title\r\n", "no rows below its header"),
        ("x.csv", b"name,colour\r\nA,red\r\n", "no column holds dates"),
        ("x.json", b'{"a": ', "not valid JSON (line 1"),
        ("x.json", b'{"a": 1, "b": 2}', "an object with “a”, “b”"),
        ("x.json", b'{"type": "FeatureCollection", "features": []}', "it looks like GeoJSON"),
        ("x.json", b"[1, 2]", "a list without objects"),
        ("x.json", b'{"format": "chronology/1"}', "open it instead"),
        ("x.xml", b"<kml><Document/></kml>", "it begins with <KML>"),
        ("x.html", b"<!DOCTYPE html><p>x", "it begins with <HTML>"),
        ("x.xml", b"<strange/>", "it begins with <strange>"),
        ("x.timeline", b"<timeline><events><event></timeline>", "not valid XML"),
        ("x.timeline", b"<timeline><timetype>numtime</timetype></timeline>", "counts numbers instead of dates"),
        ("x.timeline", b"<timeline><timetype>coptictime</timetype></timeline>", "calendar “coptictime”"),
        ("x.timeline", b"<timeline><timetype>gregoriantime</timetype></timeline>", "holds no event"),
        ("x.ics", b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VTODO\r\n", "not a valid calendar"),
        ("x.md", b"---\na: [1\n---\nx", "front matter of x.md is not valid YAML"),
        ("x.xlsx", b"PK\3\4 damaged", "damaged"),
    ],
)  # fmt: skip
def test_what_is_refused_says_the_way_out(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    assert words in refused(tmp_path, name, data)


def test_a_format_can_be_stated(tmp_path: Path) -> None:
    path = written(tmp_path, "x.txt", files.TABLE)
    assert len(import_file(path, "csv").chronology.events) == 3
    with pytest.raises(ImportRefusedError, match="no format “cvs”"):
        import_file(path, "cvs")


def test_a_missing_file_and_a_device(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="does not exist"):
        import_file(tmp_path / "none.csv")


# --- columns ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "row", "roles"),
    [
        ("Fecha,Evento,Descripción,Categoría,Fuente", "2001,a,b,c,d",
         [Role.START, Role.TITLE, Role.SUMMARY, Role.GROUP, Role.SOURCES]),
        ("startDate,endDate,headline,text,tags", "2001,2002,a,b,c",
         [Role.START, Role.END, Role.TITLE, Role.SUMMARY, Role.TAGS]),
        ("When,What,Where,Who", "2001,a,b,c", [Role.START, Role.TITLE, Role.NOTE, Role.ACTORS]),
        ("Year,Event", "2001,a", [Role.YEAR, Role.TITLE]),
        ("Date,Year,Description", "2001-05-06,2001,a", [Role.START, Role.UNUSED, Role.TITLE]),
        ("foo,bar", "May 2001,a", [Role.START, Role.TITLE]),
        ("bar,foo,more", "a,May 2001,b", [Role.TITLE, Role.START, Role.UNUSED]),
        ("Date,Type,Title", "2001,Battle,a", [Role.START, Role.GROUP, Role.TITLE]),
        ("item,itemLabel,date", "http://x/Q1,a,2001", [Role.KEY, Role.TITLE, Role.START]),
    ],
)  # fmt: skip
def test_columns_are_guessed(tmp_path: Path, header: str, row: str, roles: list[Role]) -> None:
    source = open_source(written(tmp_path, "x.csv", f"{header}\n{row}\n"))
    found = [source.guessed.columns.get(name, Role.UNUSED) for name in header.split(",")]
    assert found == roles


def test_a_mapping_is_kept_and_read_again(tmp_path: Path) -> None:
    mapping = Mapping(
        columns={"a": Role.TITLE, "b": Role.START}, order=NumberOrder.MONTH_FIRST, century=1930
    )
    path = written(tmp_path, "m.json", mapping.as_json())
    assert read_mapping(path) == mapping
    found = imported(tmp_path, "x.csv", "a,b,date\nOne,3/4/31,x\n", mapping)
    assert events(found) == [("One", "1931-03-04")]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"columns": {"a": "titel"}}, "columns.a"),
        ({"colums": {}}, "colums"),
        ({"order": "x"}, "order"),
        ({"century": -1}, "century"),
    ],
)
def test_a_faulty_mapping_is_told_with_its_place(value: dict[str, Any], words: str) -> None:
    with pytest.raises(ImportRefusedError, match=words):
        mapping_of(value)


def test_a_mapping_that_does_not_fit(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match='no column “Datum”; did you mean "Date"'):
        imported(tmp_path, "x.csv", "Date,Title\n2001,a\n", Mapping(columns={"Datum": Role.START}))
    with pytest.raises(ImportRefusedError, match="no column holds titles"):
        imported(tmp_path, "x.csv", "Date,Title\n2001,a\n", Mapping(columns={"Date": Role.START}))


# --- dates --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "dates"),
    [
        (["03/04/2012", "13/04/2012"], ["2012-04-03", "2012-04-13"]),
        (["03/04/2012", "04/13/2012"], ["2012-03-04", "2012-04-13"]),
        (["03/04/2012", "05/06/2012"], ["[2012-03-04,2012-04-03]", "[2012-05-06,2012-06-05]"]),
        (["43", "122", "1066"], ["0043", "0122", "1066"]),
        (["44927", "44928"], ["2023-01-01", "2023-01-02"]),
        (["99", "1998"], ["XXXX", "1998"]),
    ],
)
def test_a_column_tells_what_a_cell_leaves_open(
    tmp_path: Path, rows: list[str], dates: list[str]
) -> None:
    text = "date,title\n" + "".join(f"{date},Event {n}\n" for n, date in enumerate(rows))
    assert [date for _, date in events(imported(tmp_path, "x.csv", text))] == dates


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        ("1914", "1918", "1914/1918"),
        ("1914", "1914", "1914"),
        ("early May 2012", "mid-June 2012", "2012-05-01/2012-06-20"),
        ("55 BC", "54 BC", "-0054/-0053"),
        ("1914", "9999-12-31", "1914/.."),
        ("1914", "present", "1914/.."),
        ("1914", "unknown", "1914"),
        ("1914", "soon", "1914"),
        ("", "1918", "/1918"),
        ("1918", "1914", "XXXX"),
        ("0001-01-01", "", "XXXX"),
        ("since 1993", "1999", "1993/1999"),
    ],
)
def test_start_and_end_together(tmp_path: Path, start: str, end: str, date: str) -> None:
    found = imported(tmp_path, "x.csv", f'start,end,title\n"{start}","{end}",Event\n')
    assert events(found) == [("Event", date)]


def test_a_row_without_a_date_is_not_dropped_and_keeps_its_text(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.csv", "date,title\nWhitsun 1901,Feast\n2001,Other\n")
    event = content(found)["events"][0]
    assert (event["date"], event["date_note"]) == ("XXXX", "“Whitsun 1901”")
    assert [str(loss.message) for loss in found.losses] == [
        "“Whitsun 1901” is not understood as a date"
    ]


def test_questions_are_asked_once_with_all_their_rows(tmp_path: Path) -> None:
    text = "date,title\n" + "".join(f"0{n}/04/2012,E{n}\n" for n in range(5, 9))
    question = imported(tmp_path, "x.csv", text).dated.questions[0]
    assert (question.way, question.rows, question.example) == ("order", (2, 3, 4, 5), "05/04/2012")


def test_only_rows_without_fault(tmp_path: Path) -> None:
    path = written(tmp_path, "x.csv", "date,title\nsoonish,A\n2001,B\n,C\n")
    source = open_source(path)
    found = find(source, source.guessed)
    dated = date_all(found, source.guessed, no_progress)
    rows = rows_without_fault(found, dated)
    assert rows == (3, 4)
    assert [
        title for title, _ in events(finish(source, found, dated, source.guessed, only_rows=rows))
    ] == ["B", "C"]
