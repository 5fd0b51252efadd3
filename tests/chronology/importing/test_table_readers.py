"""Tables, read from a small file of each kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.chronology.dates.written.understood import Grade
from tests.chronology.importing import files, spreadsheets
from tests.chronology.importing.imports import content, events, imported, losses


def test_a_table(tmp_path: Path) -> None:
    found = imported(tmp_path, "town.csv", files.TABLE)
    assert events(found) == [
        ("Bridge opened", "1999-05-12"),
        ("Mill built", "1850~/1852"),
        ("Founding", "XXXX"),
    ]
    made = content(found)
    assert made["id"] == "town"
    assert [sector["name"] for sector in made["sectors"]] == ["Roads", "Works"]
    assert [actor["name"] for actor in made["actors"]] == [
        "Bob Roe",
        "Ann Lee",
    ]  # by number of events
    bridge, mill, founding = made["events"]
    assert bridge["summary"] == "The new bridge."
    assert bridge["actors"] == [{"actor": "ann-lee"}, {"actor": "bob-roe"}]
    assert bridge["date_note"] == "“12 May 1999”"
    assert made["sources"][0]["url"] == "https://example.org/bridge"
    assert bridge["notes"][0]["sources"] == [made["sources"][0]["id"]]
    assert mill["date_note"] == "“c. 1850 – 1852”"
    assert founding["date_note"] == "“unknown”"
    assert made["span"] == "1850/1999"
    assert losses(found, 2) == ["formatting of the text"]
    assert found.counts() == {Grade.EXACT: 2, Grade.NOT_GIVEN: 1}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = ["Fecha,Título", "mayo de 2012,Año nuevo", "2013,“Señal”"]
    text = "\r\n".join(line.replace(",", delimiter) for line in lines) * 1
    found = imported(tmp_path, "x.csv", text.encode(encoding))
    assert events(found) == [("Año nuevo", "2012-05"), ("“Señal”", "2013")]


def test_line_breaks_within_quotation_marks(tmp_path: Path) -> None:
    text = 'date,title,text\r\n2001,One,"first\r\nsecond, ""quoted"""\r\n2002,Two,x\r\n'
    made = content(imported(tmp_path, "x.csv", text))
    assert made["events"][0]["summary"] == 'first\nsecond, "quoted"'
    assert len(made["events"]) == 2


def test_a_table_without_header(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.csv", "2001,Something\n2002,Another thing\n")
    assert events(found) == [("Something", "2001"), ("Another thing", "2002")]


def test_the_sheet_of_timelinejs(tmp_path: Path) -> None:
    head = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type,Group\r\n"
    rows = (
        ",,,,,,,,,Town,<p>About</p>,,title,\r\n"
        "1905,7,4,,1905,7,6,,,Fair,,https://example.org/f.jpg,,Feasts\r\n"
        "-55,,,,,,,,55 BCE,Camp,,,,\r\n"
        "1900,,,,1914,,,,,Peace,,,era,\r\n"
        "1920,5,,,,,,,,Strike,,,,\r\n"
    )
    found = imported(tmp_path, "x.csv", head + rows)
    assert events(found) == [
        ("Fair", "1905-07-04/1905-07-06"),
        ("Camp", "-0054"),
        ("Peace", "1900/1914"),
        ("Strike", "1920-05"),
    ]
    made = content(found)
    assert (made["title"], made["description"]) == ("Town", "About")
    assert [sector["name"] for sector in made["sectors"]] == ["Feasts", "Eras"]
    assert losses(found, 2) == ["the title of the whole"]


def test_excel(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.xlsx", spreadsheets.workbook())
    assert events(found) == [
        ("Puente", "1999-05-12"),
        ("Año", "2001"),
        ("Hora", "2002-03-04T05:06:07"),
        ("Molino", "1850"),
        ("Casa", "1820~"),
    ]
    assert losses(found, 0)[0] == "only the sheet “Events” is read, not “Notas”"


def test_libreoffice(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.ods", spreadsheets.opendocument(spreadsheets.OPENDOCUMENT_ROWS))
    assert events(found) == [("Two lines", "1999-05-12"), ("Mill", "1850")]
    assert list(found.rows.values()) == [2, 1_048_003]


def test_a_title_above_the_header_is_that_of_the_whole(tmp_path: Path) -> None:
    text = "History of the mill,,\n,,\nDate,Event,Place\n1850,Built,Lima\n1851,Burnt,\n"
    found = imported(tmp_path, "x.csv", text)
    assert events(found) == [("Built", "1850"), ("Burnt", "1851")]
    assert content(found)["title"] == "History of the mill"


@pytest.mark.parametrize("head", ["timestamp,message", "time,name", "epoch,event"])
@pytest.mark.parametrize("unit", [1, 1000, 1_000_000])
def test_counts_since_1970_may_be_the_only_dates(tmp_path: Path, head: str, unit: int) -> None:
    found = imported(
        tmp_path, "x.csv", f"{head}\n{1609459200 * unit},One\n{1609545600 * unit},Two\n"
    )
    assert events(found) == [("One", "2021-01-01"), ("Two", "2021-01-02")]


def test_a_column_called_timestamp_may_hold_dates(tmp_path: Path) -> None:
    found = imported(
        tmp_path, "x.csv", "timestamp,message\n2021-01-01T10:00:00,One\n2021-01-02,Two\n"
    )
    assert events(found) == [("One", "2021-01-01T10:00:00"), ("Two", "2021-01-02")]


def test_whole_numbers_of_statistics_are_years(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.csv", "date,event\n1850.0,One\n1851.0,Two\n")
    assert events(found) == [("One", "1850"), ("Two", "1851")]


def test_the_same_column_twice_and_the_labels_of_wikidata(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.csv", "date,title,Notes,Notes,placeLabel\n1850,One,a,b,Lima\n")
    notes = content(found)["events"][0]["notes"]
    assert [note["text"] for note in notes] == ["Notes: a", "Notes 2: b", "placeLabel: Lima"]


def test_aeon_tells_events_from_people_and_clues(tmp_path: Path) -> None:
    text = (
        "Type,Label,Start Date,End Date,Participant\n"
        "Event,Siege,BC 1-11-19,1-01-02,Ann|Bob\nPerson,Ann,,,\nClue,Knife,,,\nEvent,Feast,2022,,\n"
    )
    found = imported(tmp_path, "x.csv", text)
    assert events(found) == [("Siege", "0000-11-19/0001-01-02"), ("Feast", "2022")]
    assert losses(found, 3) == ["not an event but “Person”"]
    assert losses(found, 4) == ["not an event but “Clue”"]


def test_names_of_columns_with_more_words(tmp_path: Path) -> None:
    text = (
        "N°;Fecha del hecho (d/m/a);Descripción del hecho;Actores involucrados;Layer\n"
        "1;12/10/1968;Golpe;Juan Velasco Alvarado, Fernando Belaúnde;Army\n"
        "2;24/06/1969;Reforma;Juan Velasco Alvarado;Land\n"
    )
    found = imported(tmp_path, "x.csv", text)
    assert events(found) == [("Golpe", "1968-10-12"), ("Reforma", "1969-06-24")]
    made = content(found)
    assert [actor["name"] for actor in made["actors"]] == [
        "Juan Velasco Alvarado",
        "Fernando Belaúnde",
    ]
    assert [sector["name"] for sector in made["sectors"]] == ["Army", "Land"]


def test_the_numbers_of_rows_are_no_dates(tmp_path: Path) -> None:
    found = imported(
        tmp_path, "x.csv", "Zahl,Wann,Was\n1,3. Oktober 1990,One\n2,9. November 1989,Two\n"
    )
    assert events(found) == [("One", "1990-10-03"), ("Two", "1989-11-09")]


def test_a_table_in_markdown(tmp_path: Path) -> None:
    text = "| Date | Event |\n| --- | :---: |\n| 1821 | Independence |\n| 1879 | War |\n"
    assert events(imported(tmp_path, "x.md", text)) == [("Independence", "1821"), ("War", "1879")]


def test_a_month_that_is_none_is_told(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.csv", "Year,Month,Event\n2012,13,One\n2013,2,Two\n")
    assert events(found) == [("One", "2012"), ("Two", "2013-02")]
    assert losses(found, 2) == ["there is no day 2012-13"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("<c><f>DATE(2013,1,1)</f></c>", True),
        ("<c><f>DATE(2013,1,1)</f><v/></c>", True),
        ('<c r="A3"><f t="shared" si="0"/><v></v></c>', True),
        ("<c><f>2000+13</f><v>2013</v></c>", False),
        ('<c t="str"><f>IF(1,"","x")</f><v></v></c>', False),
        ("<c/>", False),
    ],
)
def test_formulas_without_results_are_told(tmp_path: Path, cell: str, told: bool) -> None:
    found = imported(tmp_path, "x.xlsx", spreadsheets.sheet_of(cell))
    assert any("formulas without a result" in said for said in losses(found, 0)) == told


def test_a_time_of_day_before_christ_is_told_as_lost(tmp_path: Path) -> None:
    text = (
        "Label,Start Date,End Date,Duration\nSiege,BC 44-3-15 11:30,,\nRain,BC 44-3-16 00:00:00,,\n"
        "Feast,44-3-15 11:30,,\n"
    )
    found = imported(tmp_path, "x.csv", text)
    assert events(found) == [
        ("Siege", "-0043-03-15"),
        ("Rain", "-0043-03-16"),
        ("Feast", "0044-03-15T11:30:00"),
    ]
    assert losses(found, 2) == ["the time of day is not kept in the date"]
    assert found.counts() == {Grade.COARSER: 1, Grade.EXACT: 2}


@pytest.mark.parametrize(
    ("header", "row", "date"),
    [
        ("Date,Time,Title", "2021-05-13,10:00,x", "2021-05-13T10:00:00"),
        ("Date,Time,Title", "2021-05-13,10 AM,x", "2021-05-13T10:00:00"),
        ("Date,Time,Title", "2021-05-13,,x", "2021-05-13"),
        ("Date,Time,Title", "2021-05-13,in the morning,x", "2021-05-13"),
        ("Date,Time,Title", "c. 1850,10:00,x", "1850~"),
        (
            "Start Date,Start Time,End Date,End Time,Title",
            "05/13/2021,10:00 AM,05/13/2021,11:30 AM,x",
            "2021-05-13T10:00:00/2021-05-13T11:30:00",
        ),
        (
            "Fecha,Hora inicio,Hora fin,Título",
            "13/05/2021,10:00,11:30,x",
            "2021-05-13T10:00:00/2021-05-13T11:30:00",
        ),
        (
            "start_time,end_time,title",
            "2021-05-13 10:00,2021-05-14,x",
            "2021-05-13T10:00:00/2021-05-14",
        ),
    ],
)
def test_the_time_of_day_may_have_a_column_of_its_own(
    tmp_path: Path, header: str, row: str, date: str
) -> None:
    found = imported(tmp_path, "x.csv", f"{header}\n{row}\n")
    assert events(found) == [("x", date)]
    kept = [note["text"] for note in content(found)["events"][0].get("notes", [])]
    assert kept == (["Time: in the morning"] if "morning" in row else [])


def test_numbered_actors_are_all_read(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.csv", "date,title,actor1,actor2\n2001,x,Ann,Bob\n")
    assert content(found)["events"][0]["actors"] == [{"actor": "ann"}, {"actor": "bob"}]


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    text = 'date,title\n2001,"He said ""no"""\n2002,"open\n2003,after\n'
    found = imported(tmp_path, "x.csv", text)
    assert [message for message in losses(found, 0) if "line 3" in message]
    closed = imported(tmp_path, "x.csv", text.replace("open", 'open"'))
    assert losses(closed, 0) == []
    assert len(events(closed)) == 3
