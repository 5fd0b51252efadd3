"""The steps between a file and a chronology: detecting, mapping, dating, building, again, the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from peru_timeline.chronology.dates.written.understood import Grade, NumberOrder
from peru_timeline.chronology.importing.again import compare, merge
from peru_timeline.chronology.importing.dating import date_all
from peru_timeline.chronology.importing.found import ImportRefusedError, no_progress
from peru_timeline.chronology.importing.importer import (
    Imported,
    find,
    finish,
    import_file,
    open_source,
    rows_without_fault,
)
from peru_timeline.chronology.importing.mapping import Mapping, Role, mapping_of, read_mapping
from peru_timeline.chronology.importing.naming import Ids, slug
from peru_timeline.chronology.importing.report import report_of
from peru_timeline.chronology.importing.words import importance_of, scale_of, status_of
from tests.chronology.importing import files
from tests.chronology.importing.files import events, imported, written


def refused(folder: Path, name: str, content: str | bytes) -> str:
    with pytest.raises(ImportRefusedError) as error:
        imported(folder, name, content)
    return str(error.value.message)


def content(found: Imported) -> Any:
    return json.loads(found.content)


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
        ("x.json", b'{"a": ', "no sound JSON (line 1"),
        ("x.json", b'{"a": 1, "b": 2}', "an object with “a”, “b”"),
        ("x.json", b'{"type": "FeatureCollection", "features": []}', "it looks like GeoJSON"),
        ("x.json", b"[1, 2]", "a list that holds no objects"),
        ("x.json", b'{"format": "chronology/1"}', "open it instead"),
        ("x.xml", b"<kml><Document/></kml>", "it begins with <KML>"),
        ("x.html", b"<!DOCTYPE html><p>x", "it begins with <HTML>"),
        ("x.xml", b"<strange/>", "it begins with <strange>"),
        ("x.timeline", b"<timeline><events><event></timeline>", "no sound XML"),
        ("x.timeline", b"<timeline><timetype>numtime</timetype></timeline>", "counts numbers instead of dates"),
        ("x.timeline", b"<timeline><timetype>coptictime</timetype></timeline>", "calendar “coptictime”"),
        ("x.timeline", b"<timeline><timetype>gregoriantime</timetype></timeline>", "holds no event"),
        ("x.ics", b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VTODO\r\n", "no sound calendar"),
        ("x.md", b"---\na: [1\n---\nx", "front matter of x.md is no sound YAML"),
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


# --- the chronology -----------------------------------------------------------------------------


def test_ids_titles_and_lanes(tmp_path: Path) -> None:
    long = "word " * 120
    text = f'date,title,text\n2001,Año,\n2002,Año,\n2003,事件,\n2004,,"Only a text stands here"\n2005,{long},\n'
    made = content(imported(tmp_path, "My file.csv", text))
    assert made["id"] == "my-file"
    assert made["title"] == "My file"
    assert [event["id"] for event in made["events"]][:4] == [
        "ano",
        "ano-2",
        "event-4",
        "only-a-text-stands-here",
    ]
    assert made["events"][3]["title"] == "Only a text stands here"
    assert len(made["events"][4]["title"]) <= 500
    assert made["events"][4]["summary"] == long.strip()
    assert made["sectors"] == []


def test_lanes_come_from_the_most_frequent_tags(tmp_path: Path) -> None:
    text = "date,title,tags\n2001,a,x;y\n2002,b,y\n2003,c,\n"
    made = content(imported(tmp_path, "x.csv", text))
    assert [sector["id"] for sector in made["sectors"]] == ["y", "x"]
    assert [event.get("sector") for event in made["events"]] == ["x", "y", None]
    assert made["events"][0]["notes"][0]["text"] == "#x · #y"


def test_a_language_is_put_on_every_text(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.csv", "fecha,titulo\n12/05/2012,Feria\n", Mapping(language="es"))
    assert content(found)["events"][0]["title"] == {"es": "Feria"}
    assert content(found)["events"][0]["date"] == "2012-05-12"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", ""),
        ("Confirmed", "happened"),
        ("disputed", "alleged"),
        ("Previsto", "planned"),
        ("odd", None),
    ],
)
def test_status(text: str, status: str | None) -> None:
    assert status_of(text) == status


def test_importance_by_the_scale_of_the_file() -> None:
    assert [importance_of(text, scale_of(["1", "9"])) for text in ("1", "5", "9", "x")] == [
        1,
        2,
        3,
        None,
    ]
    assert [importance_of(text, scale_of(["1", "3"])) for text in ("1", "2", "3", "high")] == [
        1,
        2,
        3,
        3,
    ]
    assert importance_of("1/3", 10.0) == 1


def test_slugs() -> None:
    assert slug("Güe, ¿qué?  Año 1850!") == "gue-que-ano-1850"
    assert slug("事件") == ""
    assert len(slug("word " * 50)) <= 80
    ids = Ids()
    assert [ids.new("a", "x"), ids.new("a", "x"), ids.new("", "x"), ids.new("a-2", "x")] == [
        "a",
        "a-2",
        "x",
        "a-2-2",
    ]


def test_progress_is_told_and_can_stop_it(tmp_path: Path) -> None:
    path = written(tmp_path, "x.csv", "date,title\n" + "2001,a\n" * 5000)
    told: list[int] = []
    import_file(path, progress=told.append)
    assert max(told) >= 5000

    def stop(done: int) -> None:
        if done >= 2000:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        import_file(path, progress=stop)


# --- again --------------------------------------------------------------------------------------


def test_a_newer_version_is_compared_and_merged(tmp_path: Path) -> None:
    old = content(
        imported(tmp_path, "x.csv", "id,date,title\na,2001,One\nb,2002,Two\nc,unknown,Three\n")
    )
    by_id = {event["id"]: event for event in old["events"]}
    by_id["a"]["importance"] = 3  # what somebody added
    by_id["c"]["date"] = "2003"  # what somebody found out
    new = content(
        imported(tmp_path, "x.csv", "id,date,title\na,2001-05,One\nc,unknown,Three\nd,2004,Four\n")
    )
    found = compare(old, new)
    assert (found.new, found.changed, found.same, found.gone) == (("d",), ("a",), ("c",), ("b",))
    merged = {event["id"]: event for event in merge(old, new)["events"]}
    assert list(merged) == ["a", "b", "c", "d"]
    assert (merged["a"]["date"], merged["a"]["importance"]) == ("2001-05", 3)
    assert merged["c"]["date"] == "2003"
    assert merge(old, new)["version"] == "1.1.0"
    assert [event["id"] for event in merge(old, new, keep_gone=False)["events"]] == ["a", "c", "d"]


# --- the report ---------------------------------------------------------------------------------


def test_the_report_tells_the_whole_and_each_row(tmp_path: Path) -> None:
    text = "date,title,shoe\n03/04/2012,<b>A</b>,x\nWhitsun,B,\nc. 1850,C,\n"
    report = report_of(imported(tmp_path, "x.csv", text))
    for line in (
        "- CSV: 3 events",
        "- 1 dates with several meanings: to be answered",
        "- these columns are not used: shoe",
        "- row 3: “Whitsun” is not understood as a date",
        "- row 4: “c. 1850” → 1850~",
        "- 1 × formatting of the text",
    ):
        assert line in report.splitlines()
    assert (
        "rows 2: “03/04/2012” may be 2012-04-03 or 2012-03-04; answer in a mapping with" in report
    )


def test_texts_of_a_file_are_no_markdown_in_the_report(tmp_path: Path) -> None:
    report = report_of(
        imported(tmp_path, "x.csv", 'date,title\n"<img src=x> [a](b) `c`",B\n2001,C\n')
    )
    assert "<img" not in report.replace("\\<", "")
    assert "\\[a\\](b)" in report


FOREIGN = Path(__file__).parents[4] / "shared" / "foreign"
EXPECTED = {
    "tljs3_marktwain.json": 17, "tljs3_cosmo_mixed.json": 11, "tljs3_eras.json": 23,
    "tljs3_women_in_computing.csv": 10, "tljs3_sheet_template.csv": 10, "ttp_versions.timeline": 59,
    "ttp_yw_outline.timeline": 8, "markwhen_search_engines.mw": 48, "simile_monet.xml": 27,
    "simile_dinosaurs.xml": 224, "simile_compact_data.json": 100, "aeon3_date_limits.csv": 6, "aeon2_demo.csv": 2,
    "kleptocracy_event.md": 1, "historicaldate_british_events.csv": 99, "vis_basic.json": 6,
    "timesketch_sigma_events.jsonl": 5, "timesketch_invalid_datetime.csv": 4, "ical_with_events.ics": 2,
    "ical_tz_ambiguity.ics": 4, "gedcom_sample2.ged": 182,
}  # fmt: skip


@pytest.mark.skipif(not FOREIGN.exists(), reason="the real files of others lie beside the project")
@pytest.mark.parametrize(("name", "count"), EXPECTED.items())
def test_real_files_of_others(name: str, count: int) -> None:
    found = import_file(FOREIGN / name)
    assert len(found.chronology.events) == count
    assert found.counts()[Grade.NOT_READ] <= 1
    assert found.counts()[Grade.ASKED] == 0
