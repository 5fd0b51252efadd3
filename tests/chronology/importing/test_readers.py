"""Each format, read from a small file of its kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peru_timeline.chronology.dates.written.understood import Grade
from peru_timeline.chronology.importing.found import ImportRefusedError
from peru_timeline.chronology.importing.importer import import_file
from peru_timeline.chronology.importing.mapping import Mapping
from tests.chronology.importing import files
from tests.chronology.importing.imports import content, events, imported, losses, written


def test_timelinejs_3(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.json", json.dumps(files.TIMELINEJS))
    assert events(found) == [
        ("Tram & bus", "1905-07-04"),
        ("Works", "1910/1912-03"),
        ("Camp", "-0054"),
        ("Earth", "Y-4600000000"),
        ("Unsure", "19XX"),
        ("Peace", "1900/1914"),
    ]
    made = content(found)
    assert (made["title"], made["description"]) == ("The town", "Its story")
    tram, works = made["events"][:2]
    assert tram["id"] == "tram"
    assert tram["summary"] == "First tram"
    notes = [note["text"] for note in tram["notes"]]
    assert notes == ["A tram – Archive – https://example.org/t.jpg", "https://example.org/t"]
    assert works["date_note"] == "“about 1910”"
    assert losses(found, 1) == ["formatting of the text", "its background"]
    assert losses(found, 3) == [
        "the original program shows the year -55 as 55 BCE, and it is read as that"
    ]


def test_timelinejs_in_a_script(tmp_path: Path) -> None:
    text = f"var timeline = {json.dumps(files.TIMELINEJS)};"
    assert len(events(imported(tmp_path, "x.js", text))) == 6


def test_timelinejs_2(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.json", json.dumps(files.TIMELINEJS_2))
    assert events(found) == [
        ("Fair", "1905-07-04/1905-07-05"),
        ("Census", "1910"),
        ("Storm", "1911-03-27"),
    ]
    assert content(found)["title"] == "Old town"


def test_timeline_project(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.timeline", files.TIMELINE_PROJECT)
    assert events(found) == [
        ("Old age", "-0020-01-01/0099-01-01"),
        ("Journey", "2001-05-06T07:08:09"),
        ("Walk", "2001-05-07~/2001-05-09~"),
        ("Home", "2002-01-01/.."),
        ("House", "2003-01-01~/2004-01-01"),
    ]
    made = content(found)["events"]
    assert made[2]["related"] == [{"event": "container-1", "relation": "part_of"}]
    assert made[4]["importance"] == 3
    assert losses(found, 3) == [
        "a link that is not a web address: file:///x",
        "its progress of 40 %",
        "its icon",
    ]
    assert losses(found, 0) == ["colours of categories, tags or events"]


def test_markwhen(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.mw", files.MARKWHEN)
    assert events(found) == [
        ("Brig laid down", "1801-04-03"),
        ("Brig built", "1801-05-06T10:00:00Z/1803"),
        ("Steamers", "1850/.."),
        ("Meetings", "1851-05"),
        ("Party", "1804-01-21"),
    ]
    made = content(found)
    assert (made["title"], made["description"]) == ("Ships", "Of the yard")
    assert [sector["name"] for sector in made["sectors"]] == ["Sail", "Steam"]
    assert made["events"][0]["summary"] == "With drawings\nTime: it took long"
    assert made["events"][1]["id"] == "brig"
    assert "that it repeats: only the first time is kept" in losses(found, 16)


def test_a_calendar(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.ics", files.CALENDAR)
    assert events(found) == [
        ("Meeting, long", "2024-01-02T10:00:00+03:00/2024-01-02T11:30:00+03:00"),
        ("Trip", "2024-03-01/2024-03-03"),
        ("Call", "2024-01-05T09:00:00/2024-01-05T09:30:00"),
    ]
    made = content(found)
    assert made["title"] == "Club"
    assert made["events"][0]["status"] == "planned"
    assert made["events"][0]["sector"] == "board"
    assert losses(found, 1) == ["that it repeats: only the first time is kept"]
    assert "“Nowhere/Known”" in losses(found, 0)[0]


def test_simile_xml(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.xml", files.SIMILE_XML)
    assert events(found) == [
        ("Began painting", "[1860..1862]"),
        ("Paris", "1865-05-20/1868~"),
        ("War", "1870"),
    ]
    assert content(found)["events"][1]["summary"] == "Lived in Paris"
    assert losses(found, 3) == ["a link that is not a web address: images/w.png"]


def test_simile_json(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.json", json.dumps(files.SIMILE_JSON))
    assert events(found) == [("One", "1900-05-06"), ("Two", "1901/1902")]


def test_numbers_that_count_down_are_ages(tmp_path: Path) -> None:
    rows = "".join(f'<event start="{100 - n}" end="{90 - n}" title="D{n}"/>' for n in range(8))
    found = imported(tmp_path, "x.xml", f"<data>{rows}</data>")
    assert events(found)[0] == ("D0", "Y-100000000/Y-90000000")
    assert any("counting down" in message for message in losses(found, 0))


def test_vis(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.json", json.dumps(files.VIS))
    assert events(found) == [
        ("First", "2014-04-20"),
        ("Second", "2014-04-24/2014-04-25"),
        ("Third", "2014-04-16/2014-04-19"),
    ]
    assert content(found)["sectors"][0]["name"] == "Lane seven"


def test_front_matter(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.md", files.FRONT_MATTER)
    assert events(found) == [("Bridge opened", "1999-05-12")]
    made = content(found)
    event = made["events"][0]
    assert event["id"] == "1999-05-12-bridge"
    assert event["importance"] == 3
    assert [actor["name"] for actor in made["actors"]] == ["City", "Builders, Inc."]
    assert made["sources"][0] == {
        "id": "opening", "type": "webpage", "title": "Opening", "publisher": "Gazette",
        "url": "https://example.org/opening",
    }  # fmt: skip


def test_a_folder_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    written(folder, "a.md", files.FRONT_MATTER)
    written(
        folder,
        "b.json",
        json.dumps({"id": "b", "date": "2001", "title": "Other", "actors": ["City"]}),
    )
    written(folder, "c.md", "no fields")
    written(folder, "d.txt", "ignored")
    found = import_file(folder)
    assert events(found) == [("Bridge opened", "1999-05-12"), ("Other", "2001")]
    assert losses(found, 0)[0].startswith("c.md is left out")


def test_gedcom(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.ged", files.GEDCOM)
    assert events(found) == [
        ("Birth of Ann Lee", "1915~"),
        ("Birth of Bob Roe", "[1910..1912]"),
        ("Death of Bob Roe", "XXXX"),
        ("Occupation of Bob Roe (Smith)", "1930/1950"),
        ("Marriage of Bob Roe and Ann Lee", "1736-02-12"),
    ]
    made = content(found)["events"]
    assert made[3]["summary"] == "A good one indeed"
    assert made[0]["notes"][0]["text"] == "Springfield"


def test_answers_of_wikidata(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.json", json.dumps(files.SPARQL))
    assert [grade for grade, count in found.counts().items() if count] == [Grade.ASKED, Grade.EXACT]
    question = found.dated.questions[0]
    assert (question.way, question.rows) == ("january", (1, 2))
    assert content(found)["events"][0]["id"] == "q1"
    again = imported(tmp_path, "x.json", json.dumps(files.SPARQL), Mapping(january=True))
    assert events(again) == [("Thing 1", "1901"), ("Thing 2", "1902"), ("Thing 3", "1903-05-06")]


def test_aeon(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.csv", files.AEON)
    assert events(found) == [("Flood", "0000-11-19/0000-12-10"), ("Wall", "0099-10-18/0099-11-22")]
    assert losses(found, 4) == ["not an event but “Character”"]


def test_json_lines(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.jsonl", files.JSON_LINES)
    assert events(found) == [
        ("Opened", "2015-07-24T19:01:01+00:00"),
        ("Closed", "2015-07-25T19:01:01+00:00"),
        ("Counted", "2015-07-24T19:01:01Z"),
    ]
    assert losses(found, 2) == ["its timestamp 1437764461000000, which is not its date"]
    assert "a line that cannot be read" in losses(found, 0)


def test_a_calendar_with_a_damaged_date_keeps_the_event(tmp_path: Path) -> None:
    text = files.CALENDAR.replace("20240102T100000", "20240102T1000xx")
    assert events(imported(tmp_path, "x.ics", text))[0] == ("Meeting, long", "XXXX")


def test_scripts_that_are_no_json(tmp_path: Path) -> None:
    script = """// items of the town
    var items = new vis.DataSet([
      {id: 1, content: 'It\\'s built', start: new Date(1850, 4, 9), /* the mill */},
      {id: 2, content: "Fire", start: '1851-02-03'}, // later
    ]);"""
    found = imported(tmp_path, "x.js", script)
    assert events(found) == [("It's built", "1850-05-09"), ("Fire", "1851-02-03")]


def test_a_broken_file_is_named_at_its_own_place(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        imported(tmp_path, "x.json", '[{"date": "1850",\n "title": }]')
    assert refused.value.message == "the file is not valid JSON (line 2, column 11)"


def test_objects_below_other_objects(tmp_path: Path) -> None:
    nested = {"meta": {"x": 1}, "data": {"events": [{"when": "1850", "what": "Mill"}]}}
    assert events(imported(tmp_path, "x.json", json.dumps(nested))) == [("Mill", "1850")]


def test_objects_by_their_keys(tmp_path: Path) -> None:
    text = json.dumps(
        {"mill": {"date": "1850", "title": "Mill"}, "fire": {"date": "1851", "title": "Fire"}}
    )
    found = imported(tmp_path, "x.json", text)
    assert events(found) == [("Mill", "1850"), ("Fire", "1851")]
    assert [event["id"] for event in content(found)["events"]] == ["mill", "fire"]


def test_a_list_in_markdown(tmp_path: Path) -> None:
    text = "# Town\n\n- 1850: Mill\n* 1851: Fire\n- **1852**: Flood\n"
    found = imported(tmp_path, "x.md", text)
    assert events(found) == [("Mill", "1850"), ("Fire", "1851"), ("Flood", "1852")]


def test_markwhen_below_front_matter(tmp_path: Path) -> None:
    text = "---\ntitle: Town\n---\nsection All\ngroup Mills\n1850: Mill\n1851/02: Fire\nend group\nend section\n"
    found = imported(tmp_path, "x.mw", text)
    assert events(found) == [("Mill", "1850"), ("Fire", "1851-02")]
    assert content(found)["title"] == "Town"


def test_front_matter_in_toml(tmp_path: Path) -> None:
    found = imported(tmp_path, "x.md", '+++\ntitle = "Mill"\ndate = 1850-05-09\n+++\nBuilt.\n')
    assert events(found) == [("Mill", "1850-05-09")]
    assert content(found)["events"][0]["summary"] == "Built."


def test_values_that_wikidata_does_not_know(tmp_path: Path) -> None:
    literal = {"type": "literal", "value": "Mill"}
    answers = [
        {"itemLabel": literal, "date": {"type": "literal", "value": "+1851-00-00T00:00:00Z"}},
        {"itemLabel": literal, "date": {"type": "bnode", "value": "t1"}},
    ]
    found = imported(tmp_path, "x.json", json.dumps({"results": {"bindings": answers}}))
    assert events(found) == [("Mill", "1851"), ("Mill", "XXXX")]
    assert found.counts() == {Grade.EXACT: 1, Grade.NOT_GIVEN: 1}


def test_who_takes_part_in_a_calendar_and_what_is_no_event(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20200101\nSUMMARY:Feast\n"
        "ORGANIZER;CN=Bob Roe:mailto:b@example.org\nATTENDEE;CN=Ann Lee:mailto:a@example.org\n"
        "ATTENDEE:mailto:c@example.org\nEND:VEVENT\nBEGIN:VTODO\nUID:2\nSUMMARY:Bread\nEND:VTODO\nEND:VCALENDAR\n"
    )
    found = imported(tmp_path, "x.ics", text)
    assert [actor["name"] for actor in content(found)["actors"]] == ["Bob Roe", "Ann Lee"]
    assert losses(found, 2) == ["not an event but “to-do”"]


def test_the_julian_days_of_a_family_tree(tmp_path: Path) -> None:
    lines = [
        "0 HEAD", "0 @I1@ INDI", "1 NAME Ann /Lee/", "1 BIRT", "2 DATE @#DJULIAN@ 28 FEB 1700",
        "1 DEAT", "2 DATE JULIAN 1 MAR 1700", "1 BURI", "2 DATE @#DJULIAN@ MAR 1700",
    ]  # fmt: skip
    found = imported(tmp_path, "x.ged", "\n".join([*lines, "0 TRLR"]))
    assert [date for _, date in events(found)] == ["1700-03-10", "1700-03-12", "1700-03"]
    assert "same day of the Gregorian" in losses(found, 4)[0]
    assert "taken as written" in losses(found, 8)[0]
