"""Each format is read back by our own importer, whose readers follow the formats' public descriptions."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.exchange.formats import EXCHANGE_FORMATS
from peru_timeline.chronology.formats.exchange.losses import Aspect, can_be_written
from peru_timeline.chronology.formats.files import losses_of
from peru_timeline.chronology.importing.importer import import_file
from tests.chronology.made_up import load, small, with_events

FORMATS = sorted(EXCHANGE_FORMATS)
WITH_IDS = [form for form in FORMATS if form not in ("timelinejs-sheet", "icalendar")]

HARD_TITLES = [
    "Oil & gas <b>deal</b>",
    "</p><script>alert(1)</script>",
    "2012-05-27: not a date of its own",
    "(3) no container",
    "C# and F#",
    "=SUM(A1:A9)",
    'Said “yes”, then "no"; \\n stays',
    "Año 2012 → 2013 – ñandú 上海",
]


def read_back(folder: Path, form: str, chronology: Chronology) -> list[dict[str, Any]]:
    """The events that an import finds in the file of a format."""
    target = EXCHANGE_FORMATS[form]
    path = folder / f"made-up{target.ending}"
    path.write_bytes(target.write(chronology, range(len(chronology.events)), "en"))
    as_form = "markwhen" if form == "markwhen" else ""  # one line is too little to tell it by
    found: list[dict[str, Any]] = json.loads(import_file(path, as_form).content)["events"]
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_dates_come_back_as_far_as_the_format_holds_them(form: str, tmp_path: Path) -> None:
    days = ["2012-05-27", "1999-12-31", "0476-09-04"]
    chronology = with_events(*({"date": day} for day in days))
    assert [event["date"] for event in read_back(tmp_path, form, chronology)] == sorted(days)


@pytest.mark.parametrize(
    ("form", "date", "expected"),
    [
        ("timelinejs", "2012", "2012"),
        ("timelinejs", "2012-05", "2012-05"),
        ("timelinejs", "2009/2010-03", "2009/2010-03"),
        ("timelinejs", "[2017..2022-08-03]", "2017-01-01/2022-08-03"),
        ("timelinejs", "-0043-03-15", "-0043-03-15"),
        ("timelinejs-sheet", "2012", "2012"),
        ("timelinejs-sheet", "2009/2010-03", "2009/2010-03"),
        ("timeline-project", "2014/..", "2014-01-01/.."),
        ("timeline-project", "2012-05-27~", "2012-05-27~"),
        ("timeline-project", "-0043-03-15", "-0043-03-15"),
        ("markwhen", "2014-02/..", "2014-02/.."),
        ("markwhen", "2014-02-03/..", "2014-02-03/.."),
        ("markwhen", "2009/2010-03", "2009/2010-03"),
        ("icalendar", "2012-05-27/2012-05-29", "2012-05-27/2012-05-29"),
        ("icalendar", "2012-05", "2012-05-01/2012-05-31"),
        ("simile", "2012-05-03/2012-05-20", "2012-05-03/2012-05-20"),
    ],
)
def test_each_kind_of_date_comes_back_as_the_format_says_it(
    form: str, date: str, expected: str, tmp_path: Path
) -> None:
    (event,) = read_back(tmp_path, form, with_events({"date": date}))
    assert event["date"] == expected


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("title", HARD_TITLES)
def test_titles_that_look_like_something_else_stay_text(
    form: str, title: str, tmp_path: Path
) -> None:
    (event,) = read_back(tmp_path, form, with_events({"date": "2012-05-27", "title": title}))
    assert event["title"].lstrip("'\u200e") == title


@pytest.mark.parametrize("form", FORMATS)
def test_no_line_of_a_text_becomes_an_event(form: str, tmp_path: Path) -> None:
    summary = "2013: one more\nsection Other\n// hidden\nid: elsewhere\n# heading\nEND:VEVENT"
    found = read_back(tmp_path, form, with_events({"date": "2012-05-27", "summary": summary}))
    assert [event["title"] for event in found] == ["Something"]
    told = json.dumps(found[0])
    assert all(word in told for word in ("one more", "section Other", "hidden", "elsewhere"))


@pytest.mark.parametrize("form", FORMATS)
def test_quotations_and_citations_are_in_the_text(form: str, tmp_path: Path) -> None:
    found = {event["title"]: event for event in read_back(tmp_path, form, load(small()))}
    told = json.dumps(found["Quay built"], ensure_ascii=False)
    assert "the quay, begun in 2004, was finished in August 2006" in told
    assert "Gazette" in told


@pytest.mark.parametrize("form", WITH_IDS)
def test_ids_come_back_so_that_a_later_import_finds_the_events(form: str, tmp_path: Path) -> None:
    chronology = with_events({"date": "2012"}, {"date": "2013"})
    assert {event["id"] for event in read_back(tmp_path, form, chronology)} == {
        "event-0",
        "event-1",
    }


@pytest.mark.parametrize("form", FORMATS)
def test_what_cannot_be_placed_is_counted(form: str, tmp_path: Path) -> None:
    dates = ["2012", "XXXX", "/2013", "[..2014]", "-0043", "Y12000"]
    chronology = with_events(*({"date": date} for date in dates))
    found = read_back(tmp_path, form, chronology)
    told = " | ".join(losses_of(form, chronology, range(len(dates))))
    assert "without a known beginning, so left out: 3" in told
    far = Aspect.OUTSIDE_YEARS_1_TO_9999 in EXCHANGE_FORMATS[form].unheld
    assert ("before the year 1 or after 9999, so left out: 2" in told) is far
    assert len(found) == (1 if far else 3)


def test_what_has_no_place_in_a_format_is_named() -> None:
    chronology = load(small())
    for form in (*FORMATS, "md", "html", "docx"):
        told = losses_of(form, chronology, range(len(chronology.events)))
        assert "what each actor did, left out: 1" in told, form
        assert "key event or detail, left out: 2" in told, form
        of_quotations = [sentence for sentence in told if sentence.startswith("quotations")]
        is_written = ["written into the text" in sentence for sentence in of_quotations]
        assert is_written == [form in FORMATS], form
    assert losses_of("bib", chronology, range(len(chronology.events))) == ()


def test_nothing_is_said_to_be_lost_that_is_not_there() -> None:
    plain = with_events({"date": "2012-05-27"})
    for form in FORMATS:
        told = losses_of(form, plain, [0])
        assert all("lane" in sentence for sentence in told), form
    assert losses_of("simile", plain, [0]) == ()


def test_the_title_of_a_markwhen_file_comes_back_with_its_quotation_marks(tmp_path: Path) -> None:
    raw = small() | {"title": {"en": 'The "new": harbour # 1', "es": "x"}}
    path = tmp_path / "made-up.mw"
    path.write_bytes(EXCHANGE_FORMATS["markwhen"].write(load(raw), range(3), "en"))
    assert json.loads(import_file(path).content)["title"] == 'The "new": harbour # 1'


def test_the_library_icalendar_reads_the_days_names_and_texts(tmp_path: Path) -> None:
    chronology = load(small())
    content = EXCHANGE_FORMATS["icalendar"].write(chronology, range(3), "en")
    read = {
        str(one["SUMMARY"]): one for one in icalendar.Calendar.from_ical(content).walk("VEVENT")
    }
    assert {name: (one.decoded("DTSTART"), one.decoded("DTEND")) for name, one in read.items()} == {
        "Quay built": (date(2004, 1, 1), date(2006, 9, 1)),
        "Quay planned": (date(2003, 5, 7), date(2003, 5, 8)),
        "Strike in the south": (date(2009, 1, 1), date(2010, 1, 1)),
    }
    assert "was finished in August 2006" in str(read["Quay built"]["DESCRIPTION"])
    assert read["Quay planned"]["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2022-12-07T23:59:59", "20221207T235959", ""),
        ("2022-12-07T23:59-05:00", "20221208T045900Z", ""),
        ("2022-12-07T24:00:00", "20221208T000000", ""),
        ("2022-12-07T10:00Z/2022-12-07T12:30Z", "20221207T100000Z", "20221207T123000Z"),
        ("[2022-12-07T10:00..2022-12-07T12:30]", "20221207T100000", "20221207T123000"),
        ("2022-12-07T10:00/2022-12-08", "20221207T100000", "20221209T000000"),
        ("2022-12-07T10:00/..", "20221207T100000", ""),
        ("0001-01-01T00:00:00+14:00", "00010101", "00010102"),
        ("9999-12-31T23:00:00-12:00", "99991231", ""),
    ],
)
def test_a_calendar_holds_times_of_day(edtf: str, start: str, end: str) -> None:
    """A time with a zone is the instant in UTC; one without is the hour of wherever it is read."""
    content = EXCHANGE_FORMATS["icalendar"].write(with_events({"date": edtf}), range(1), "en")
    (one,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    written = dict(re.findall(rb"(DTSTART|DTEND)(?:;VALUE=DATE)?:(\w+)", one.to_ical()))
    assert written.get(b"DTSTART") == start.encode()
    assert written.get(b"DTEND", b"") == end.encode()


def test_timelinejs_holds_times_of_day_as_written() -> None:
    dates = ("2022-12-07T10:30:15.5-05:00/2022-12-07T24:00", "2022-12-08T11:00")
    chronology = with_events(*({"date": edtf} for edtf in dates))
    content = EXCHANGE_FORMATS["timelinejs"].write(chronology, range(2), "en")
    span, moment = json.loads(content)["events"]
    day = {"year": 2022, "month": 12, "day": 7}
    assert span["start_date"] == day | {"hour": 10, "minute": 30, "second": 15}
    assert span["end_date"] == day | {"day": 8, "hour": 0, "minute": 0}
    assert moment["start_date"] == day | {"day": 8, "hour": 11, "minute": 0}
    sheet = EXCHANGE_FORMATS["timelinejs-sheet"].write(chronology, range(2), "en")
    rows = list(csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"), newline="")))
    assert [(row["Time"], row["End Time"]) for row in rows[1:]] == [
        ("10:30:15", "00:00"),
        ("11:00", ""),
    ]


_DATES = st.sampled_from(
    ["2012-05-27", "2012-05", "2012", "201X", "2009/2011", "2014/..", "2012~", "XXXX", "/2013",
     "-0043", "0002-03-04", "9998-12-30", "2012-05-27/..", "[2017..2022-08-03]", "../2013"]
)  # fmt: skip
_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(events=st.lists(st.tuples(_DATES, _WORDS, _WORDS), min_size=1, max_size=5))
def test_every_made_up_event_is_written_or_counted(
    events: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    chronology = with_events(
        *({"date": date, "title": f"T {title}", "summary": text} for date, title, text in events)
    )
    for form, target in EXCHANGE_FORMATS.items():
        placed = [can_be_written(event.date, target.unheld) for event in chronology.events]
        content = target.write(chronology, range(len(events)), "en")
        assert content == target.write(chronology, range(len(events)), "en")
        if any(placed):
            assert len(read_back(tmp_path, form, chronology)) == sum(placed), form
