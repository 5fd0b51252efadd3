"""Tables and bibliographies, read back by other programs' readers."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from html import unescape
from html.parser import HTMLParser

import numpy as np
import pytest
import rispy
from docx import Document
from pybtex.database import parse_string

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.bibliography import (
    bibtex,
    csl_json,
    numbered_references,
    ris,
)
from peru_timeline.chronology.formats.csv_table import csv_table, without_formula
from peru_timeline.chronology.formats.files import WRITERS, ending_of, form_of
from peru_timeline.chronology.formats.html_table import html_table
from peru_timeline.chronology.formats.markdown_table import markdown_table
from peru_timeline.chronology.formats.table import build_table, cited_sources
from peru_timeline.chronology.formats.word import word_table
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.chronology.models import ChronologyFile
from peru_timeline.paths import default_chronology
from tests.chronology.made_up import load, small


@pytest.fixture(scope="module")
def peru() -> Chronology:
    return load_chronology(default_chronology())


def nasty() -> Chronology:
    """A chronology whose texts try to be something else."""
    file = ChronologyFile.model_validate(
        {
            "format": "chronology/1",
            "id": "nasty",
            "version": "1",
            "title": "<script>alert(1)</script> | *T*",
            "sectors": [{"id": "s", "name": "=1+1"}],
            "actors": [{"id": "a", "name": "@SUM(A1)", "kind": "state"}],
            "sources": [
                {
                    "id": "one",
                    "type": "book",
                    "title": "50 % & {more} \\ $x_1$ #1 ~ ^",
                    "author": ["Mora, Daniel", "Salt and Pepper", "Ñusta Ávalos"],
                    "publisher": "A & B",
                    "issued": "2012-05",
                    "url": "https://example.org/{a}",
                }
            ],
            "events": [
                {
                    "id": "e",
                    "date": "-0500",
                    "title": '=HYPERLINK("http://x")',
                    "summary": "line\nbreak | <b>bold</b> `code`",
                    "sector": "s",
                    "actors": [{"actor": "a"}],
                    "evidence": [{"source": "one", "quote": "+ one two three four five"}],
                }
            ],
        }
    )
    return Chronology.from_file(file)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "  =", " @"])
def test_cells_that_a_spreadsheet_would_run_are_defused(start: str) -> None:
    assert without_formula(f"{start}A1").startswith("'")


@pytest.mark.parametrize("cell", ["", "text", "1992", "a=b", "“quoted”", "ñ"])
def test_other_cells_stay(cell: str) -> None:
    assert without_formula(cell) == cell


def test_csv_opens_in_a_spreadsheet(peru: Chronology) -> None:
    events = list(range(len(peru.events)))
    content = csv_table(peru, events, "es")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(events) + 1
    assert len({len(row) for row in rows}) == 1
    assert [row[0] for row in rows[1:]] == [event.id for event in peru.events]


def test_no_cell_of_a_csv_is_a_formula() -> None:
    rows = csv.reader(io.StringIO(csv_table(nasty(), [0], "en").decode("utf-8-sig"), newline=""))
    for row in rows:
        others = (*row[:2], *row[7:])  # than dates and years, which are nothing else
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in others)


@pytest.mark.parametrize(
    ("edtf", "cells"),
    [
        ("-0054", ["-0054", "-0054-01-01", "-0054-12-31", "-54", "-54"]),
        ("-0054-03-15", ["-0054-03-15", "-0054-03-15", "-0054-03-15", "-54", "-54"]),
        ("0000/0001", ["0000/0001", "0000-01-01", "0001-12-31", "0", "1"]),
        ("2013-11", ["2013-11", "2013-11-01", "2013-11-30", "2013", "2013"]),
        ("1993/..", ["1993/..", "1993-01-01", "", "1993", ""]),
        ("[..2022-08]", ["[..2022-08]", "", "2022-08-31", "", "2022"]),
        ("Y-13800000000", ["Y-13800000000", "-13800000000-01-01", "-13800000000-12-31", *["-13800000000"] * 2]),
        ("Y12345", ["Y12345", "+12345-01-01", "+12345-12-31", "12345", "12345"]),
        ("2022-12-07T23:59:59+02:30", ["2022-12-07T23:59:59+02:30"] * 3 + ["2022"] * 2),
        ("XXXX-12-25", ["XXXX-12-25", "", "", "", ""]),
    ],
)  # fmt: skip
def test_a_csv_has_bounds_and_years_that_programs_read(edtf: str, cells: list[str]) -> None:
    raw = small()
    raw["events"] = [{"id": "one", "date": edtf, "title": {"en": "A", "es": "A"}}]
    content = csv_table(load(raw), [0], "en").decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(content, newline=""))
    assert head[2:7] == ["EDTF", "Earliest day", "Latest day", "First year", "Last year"]
    assert row[2:7] == cells


@pytest.mark.parametrize(
    "cell",
    [
        "-0054",
        "-54",
        "-0054-03-15",
        "+12345-01-01",
        "-1.5",
        "+7",
        "-0054~",
        "-20XX",
        "-XXXX",
        "-0054-?03",
        "-0054-24",
        "-1234S2",
        "-0054-03-15T10:00",
        "-0054/0003",
        "-0054-03/-0012",
        "-0054/..",
        "-0054/",
    ],
)
def test_a_number_or_a_day_is_no_formula(cell: str) -> None:
    assert without_formula(cell) == cell


@pytest.mark.parametrize(
    "cell", ["-0054+1", "-0054/A1", "-0054/0003+1", "-1-A1", "+cmd|'/c calc'!A0", "-2-3", "-", "-٣"]
)
def test_what_only_begins_like_a_number_is_no_number(cell: str) -> None:
    assert without_formula(cell) == f"'{cell}"


def test_no_cell_of_a_csv_holds_a_control_character() -> None:
    raw = small()
    raw["events"][0]["summary"] = {"en": "one\ntwo", "es": "uno"}
    chronology = load(raw)
    hostile = chronology.model_copy(update={"title": {"en": "bell\x07 esc\x1b null\x00"}})
    content = csv_table(hostile, range(len(chronology.events)), "en").decode("utf-8-sig")
    assert "one\ntwo" in content
    assert not set(content) & set(map(chr, (*range(10), 11, 12, *range(14, 32), 127)))


def test_html_holds_text_only() -> None:
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            tags.append(tag)

    page = html_table(nasty(), [0], "en")
    Reader().feed(page)
    assert not {"script", "b", "img", "link", "iframe"} & set(tags)
    assert "&lt;script&gt;" in page
    assert 'src="' not in page
    assert "<ol>" in page


def test_markdown_keeps_its_columns() -> None:
    text = markdown_table(nasty(), [0], "en")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == 3
    assert {row.replace("\\|", "").count("|") for row in rows} == {8}
    assert "<b>" not in text


def test_word_has_a_row_for_each_event_and_numbered_sources(peru: Chronology) -> None:
    events = [0, 5, 30]
    content = word_table(peru, events, "en")
    document = Document(io.BytesIO(content))
    assert len(document.tables[0].rows) == 4
    told = [paragraph.text for paragraph in document.paragraphs]
    cited = cited_sources(peru, events)
    assert sum(line.startswith("[") for line in told) == len(cited)
    assert content == word_table(peru, events, "en")


def test_cited_sources_come_in_the_order_in_which_they_are_first_used(peru: Chronology) -> None:
    chosen = np.random.default_rng(5)
    assert any(note.sources for event in peru.events for note in event.notes)
    for _ in range(200):
        events = chosen.permutation(len(peru.events))[: chosen.integers(0, 60)].tolist()
        used: dict[str, None] = {}
        for event in (peru.events[number] for number in events):
            used |= dict.fromkeys(item.source for item in event.evidence)
            used |= dict.fromkeys(source for note in event.notes for source in note.sources)
        assert [source.id for source in cited_sources(peru, events)] == list(used)


def test_every_form_writes_something_and_every_ending_has_a_form(peru: Chronology) -> None:
    for form, write in WRITERS.items():
        assert write(peru, [0, 1], "en"), form
        assert ending_of(form_of(ending_of(form).upper()) or "") == ending_of(form)
    assert [form_of(ending) for ending in (".csv", ".json", ".mw", ".ics", ".xls")] == [
        "csv", "json", "markwhen", "icalendar", None,
    ]  # fmt: skip


def test_tables_for_readers_name_the_filter_and_the_counts(peru: Chronology) -> None:
    for form in ("md", "html", "docx"):
        content = WRITERS[form](peru, [0, 1], "es", "China; previsto <b>")
        if form == "docx":
            told = "\n".join(part.text for part in Document(io.BytesIO(content)).paragraphs)
        else:
            told = unescape(content.decode("utf-8"))
        assert f"2 de {len(peru.events)} hechos" in told
        assert "filtro: China; previsto <b>" in told
        assert "filtro" not in WRITERS[form](peru, [0, 1], "es").decode("utf-8", "replace")


def test_an_office_file_has_no_clock_in_it(peru: Chronology) -> None:
    with zipfile.ZipFile(io.BytesIO(word_table(peru, [0], "en"))) as made:
        assert {entry.date_time[0] for entry in made.infolist()} == {1980}


def test_sources_are_numbered_in_order_of_use(peru: Chronology) -> None:
    table = build_table(peru, range(len(peru.events)), "en")
    used = [number for row in table.rows for number in row.sources]
    firsts = list(dict.fromkeys(used))
    assert firsts == sorted(firsts)
    assert max(used) <= len(table.sources)


# --- bibliography ----------------------------------------------------------------------------


def test_bibtex_is_read_back(peru: Chronology) -> None:
    found = parse_string(bibtex(peru.sources, "en"), "bibtex")
    assert set(found.entries) == {source.id for source in peru.sources}
    for source in peru.sources:
        entry = found.entries[source.id]
        assert entry.fields.get("url") == source.url
        assert [str(person) for person in entry.persons.get("author", [])] == [
            ", ".join(reversed(name.rsplit(" ", 1))) for name in source.author
        ]


def test_bibtex_escapes_what_latex_would_read() -> None:
    found = parse_string(bibtex(nasty().sources, "en"), "bibtex")
    entry = found.entries["one"]
    assert len(entry.persons["author"]) == 3
    assert r"50 \% \& \{more\}" in entry.fields["title"]
    assert entry.fields["month"] in ("may", "May")


def test_ris_is_read_back(peru: Chronology) -> None:
    found = rispy.loads(ris(peru.sources, "en"))
    assert [entry["id"] for entry in found] == [source.id for source in peru.sources]
    for entry, source in zip(found, peru.sources, strict=True):
        assert entry.get("authors", []) == list(source.author)
        assert source.title is not None
        assert entry["title"] in source.title.values()


def test_csl_json_has_what_processors_ask_for(peru: Chronology) -> None:
    items = json.loads(csl_json(peru.sources, "en"))
    assert [item["id"] for item in items] == [source.id for source in peru.sources]
    for item in items:
        assert {"id", "type", "title"} <= item.keys()
        assert all(isinstance(part, int) for part in item["issued"]["date-parts"][0])


def test_formatted_text_is_a_numbered_list(peru: Chronology) -> None:
    lines = numbered_references(peru.sources, "es").splitlines()
    assert [line.split("]")[0] for line in lines] == [
        f"[{i}" for i in range(1, len(peru.sources) + 1)
    ]
