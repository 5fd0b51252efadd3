"""After an import: a newer version compared and merged, the report, and files that other people made."""

from __future__ import annotations

from pathlib import Path

import pytest

from peru_timeline.chronology.dates.written.understood import Grade
from peru_timeline.chronology.faults.messages import Message
from peru_timeline.chronology.importing.again import Comparison, compare, merge
from peru_timeline.chronology.importing.importer import (
    import_file,
)
from peru_timeline.chronology.importing.report import report_of
from tests.chronology.importing.imports import content, imported


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
        "- 1 date with several meanings: to be answered",
        "- these columns are not used: shoe",
        "- row 3: “Whitsun” is not understood as a date",
        "- row 4: “c. 1850” → 1850~",
        "- 1 × formatting of the text",
    ):
        assert line in report.splitlines()
    assert (
        "rows 2: “03/04/2012” may be 2012-04-03 or 2012-03-04; answer in a mapping with" in report
    )


def test_every_sentence_of_the_report_can_be_put_into_another_language(tmp_path: Path) -> None:
    text = "date,title,shoe\n03/04/2012,<b>A</b>,x\nWhitsun,B,\nc. 1850,C,\nunknown,D,\n2001-05-03,E,\n"
    found = imported(tmp_path, "x.csv", text)
    comparison = Comparison(("n",), ("c",), ("s",), ("g",))
    report = report_of(
        found, comparison, lambda said: f"[{said}]" if isinstance(said, Message) else said
    )
    for line in filter(None, report.splitlines()):
        words = line.lstrip("#- ").replace("\\", "")
        assert "[" in words, line


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
