"""Our own spreadsheets come back as the chronology that they were made of, and what was changed in them counts."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.formats.csv_table import LONGEST_ROW
from peru_timeline.chronology.formats.files import WRITERS, losses_of
from peru_timeline.chronology.formats.records import LONGEST_PIECE, joined, pieces_of
from peru_timeline.chronology.importing.importer import Imported, import_file
from peru_timeline.chronology.importing.mapping import Mapping, Role
from peru_timeline.chronology.importing.parsing.opening import LONGEST_LINE
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.paths import default_chronology
from tests.chronology.importing.imports import losses
from tests.chronology.importing.whole_chronologies import DATES, EVENTS, HEADS
from tests.chronology.made_up import load, small

FORMS = ("csv", "xlsx")


def made(head: dict[str, Any], events: list[dict[str, Any]]) -> Chronology:
    raw = small() | head
    raw["actors"][3]["name"] = "=Sur, Cía., S. A."
    raw["events"] = [{"id": f"event-{number}", **event} for number, event in enumerate(events)]
    if len(events) > 1:
        raw["events"][0]["related"] = [{"event": "event-1", "relation": "follows"}]
    return load(raw)


def exported(form: str, chronology: Chronology, language: str = "en") -> bytes:
    return WRITERS[form](chronology, range(len(chronology.events)), language)


def back(folder: Path, form: str, content: bytes, mapping: Mapping | None = None) -> Imported:
    path = folder / f"made-up.{form}"
    path.write_bytes(content)
    return import_file(path, mapping=mapping)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    head=HEADS,
    events=st.lists(EVENTS, min_size=1, max_size=4),
    language=st.sampled_from(["en", "es"]),
)
@example(
    head={"title": "All dates."},
    events=[{"date": date, "title": "D."} for date in DATES],
    language="es",
)
@example(
    head={"title": "Long."},
    events=[{"date": "2012", "title": "L.", "summary": "a b\n" * 9_000 + "c"}],
    language="en",
)
def test_every_made_up_chronology_comes_back(
    head: dict[str, Any], events: list[dict[str, Any]], language: str, tmp_path: Path
) -> None:
    chronology = made(head, events)
    for form in FORMS:
        if form == "xlsx" and any(len(str(event)) > 30_000 for event in events):
            continue  # refused: no cell of Excel holds the summary
        found = back(tmp_path, form, exported(form, chronology, language))
        assert found.chronology.model_dump(mode="json") == chronology.model_dump(mode="json")
        assert (found.losses, found.dated.questions) == ((), ())
        assert losses_of(form, chronology, range(len(events))) == ()


@pytest.mark.parametrize("form", FORMS)
def test_peru_comes_back(form: str, tmp_path: Path) -> None:
    peru = load_chronology(default_chronology())
    found = back(tmp_path, form, exported(form, peru, "es"))
    assert found.chronology.model_dump() == peru.model_dump()


def test_a_record_is_cut_where_a_cell_would_end() -> None:
    for length in (0, 1, LONGEST_PIECE - 1, LONGEST_PIECE, LONGEST_PIECE + 1, 3 * LONGEST_PIECE):
        record = "& " * (length // 2) + "x" * (length % 2)
        pieces = pieces_of(record)
        assert all(len(piece) <= 32_767 for piece in pieces)
        assert (
            joined([*(piece.strip() for piece in pieces), "", ""]) == record.strip() or not pieces
        )


def test_a_row_that_the_import_would_refuse_is_not_written() -> None:
    chronology = made({"title": "Long."}, [{"title": "L.", "summary": "x" * (LONGEST_LINE // 2)}])
    with pytest.raises(ValueError, match="more text than an import reads in one row"):
        WRITERS["csv"](chronology, [0], "en")
    assert LONGEST_ROW == LONGEST_LINE


def test_ties_to_what_is_not_exported_are_named_and_left_out(tmp_path: Path) -> None:
    chronology = load(small())
    chosen = [chronology.event_index["quay-built"]]
    told = losses_of("csv", chronology, chosen)
    assert told == ("ties to events that are not exported, left out: 1",)
    found = back(tmp_path, "csv", WRITERS["csv"](chronology, chosen, "en"))
    (event,) = found.chronology.events
    assert (event.id, event.related) == ("quay-built", ())
    assert event.amounts == chronology.events[chosen[0]].amounts


# what somebody has changed in a spreadsheet


Change = Callable[[list[dict[str, str]]], None]


def changed(folder: Path, change: Change, language: str = "en") -> Imported:
    """The small chronology as CSV, changed by somebody, then imported."""
    content = exported("csv", load(small()), language).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    head = list(rows[0])
    change(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, head)
    writer.writeheader()
    writer.writerows(rows)
    return back(folder, "csv", text.getvalue().encode())


def setting(**cells: str) -> Change:
    """Change cells of the row of quay-built; the columns are written with _ for spaces."""

    def change(rows: list[dict[str, str]]) -> None:
        (row,) = [row for row in rows if row["id"] == "quay-built"]
        row.update({name.replace("_", " "): cell for name, cell in cells.items()})

    return change


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Event": "Pier built"}, {"title": {"en": "Pier built", "es": "Se construye el muelle"}}),
        ({"Summary": ""}, {"summary": None}),
        ({"EDTF": "2005"}, {"date": "2005"}),
        ({"Date": "May 2005"}, {"date": "2005-05"}),
        ({"EDTF": "27/05/2005"}, {"date": "2004/2006-08"}),
        ({"Sector": "Politics"}, {"sector": "politics"}),
        ({"Sector": "Culture"}, {"sector": "culture"}),
        ({"Sector": ""}, {"sector": None}),
        ({"Status": "planned"}, {"status": "planned"}),
        ({"Actors": "Port Office"}, {"actors": small()["events"][0]["actors"][:1]}),
        ({"Actors": "Northland, Divers Ltd"}, {"actors": [{"actor": "north"}, {"actor": "divers-ltd"}]}),
        ({"Actors": ""}, {"actors": []}),
        ({"id": "pier-built"}, {"id": "pier-built"}),
        ({"First_year": "1900"}, {}),
    ],
)  # fmt: skip
def test_a_changed_cell_counts_and_nothing_else_changes(
    cells: dict[str, str], expected: dict[str, Any], tmp_path: Path
) -> None:
    before = json.loads(json.dumps(small()["events"][0]))
    found = changed(tmp_path, setting(**cells))
    events = {event["id"]: event for event in json.loads(found.content)["events"]}
    event = events[expected.get("id", "quay-built")]
    assert event == {
        name: value for name, value in (before | expected).items() if value is not None
    }
    assert set(events) - {"pier-built"} == {"quay-planned", "strike", "quay-built"} - (
        {"quay-built"} if "id" in expected else set()
    )


def test_what_a_spreadsheet_makes_of_a_date_changes_nothing_and_is_told(tmp_path: Path) -> None:
    raw = small()
    raw["events"][0]["date"], raw["events"][2]["date"] = "2013-11", "2022-12-07T11:00"
    content = exported("csv", load(raw)).decode("utf-8-sig")
    content = content.replace(",2013-11,", ",2013-11-01,").replace(
        ",2022-12-07T11:00,", ",2022-12-07T11:00:00,", 1
    )
    found = back(tmp_path, "csv", content.encode())
    dates = {event.id: event.date.edtf for event in found.chronology.events}
    assert (dates["quay-built"], dates["strike"]) == ("2013-11", "2022-12-07T11:00")
    assert all(losses(found, found.rows[name]) for name in ("quay-built", "strike"))


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_workbook_that_libreoffice_saves_comes_back(ending: str, tmp_path: Path) -> None:
    chronology = made({"title": "Saved"}, [{"date": date, "title": "=D"} for date in DATES])
    path = tmp_path / "ours.xlsx"
    path.write_bytes(exported("xlsx", chronology))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = ["--headless", profile, "--convert-to", ending, "--outdir", str(tmp_path / "out")]
    subprocess.run([str(SOFFICE), *out, str(path)], check=True, capture_output=True)
    found = import_file(tmp_path / "out" / f"ours.{ending}")
    assert found.chronology.model_dump(mode="json") == chronology.model_dump(mode="json")
    assert found.losses == ()


def test_what_cannot_be_taken_over_is_told(tmp_path: Path) -> None:
    found = changed(
        tmp_path,
        setting(
            Sources="none", EDTF="27/05/2005", Status="perhaps", Amounts="5 USD", Language="fr"
        ),
    )
    told = losses(found, found.rows["quay-built"])
    for column in ("Sources", "EDTF", "Status", "Amounts", "Language"):
        assert any(f"“{column}”" in sentence for sentence in told)


def test_rows_may_be_sorted_deleted_copied_and_added(tmp_path: Path) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        rows.sort(key=lambda row: row["Event"], reverse=True)
        del rows[[row["id"] for row in rows].index("quay-planned")]
        rows.append(dict(rows[0]))
        rows.append(
            dict.fromkeys(rows[0], "")
            | {"Date": "May 2010", "Event": "Feast", "Actors": "Southland"}
        )

    found = changed(tmp_path, change)
    events = {event.id: event for event in found.chronology.events}
    assert set(events) == {"strike", "strike-2", "quay-built", "feast"}
    assert events["quay-built"].related == ()  # what it followed is gone
    assert events["strike-2"].date.edtf == "2009?"
    assert (events["feast"].date.edtf, events["feast"].actors[0].actor) == ("2010-05", "south")
    assert found.chronology.title == load(small()).title or "quay-planned"
    assert losses(found, 5) == [
        "has no record, or one that is no longer whole: read from the other columns"
    ]


@pytest.mark.parametrize(
    "record", ["{", "[]", "{}", '{"event": {"id": "x"}}', '{"event": 1}', "x" * 70_000]
)
def test_a_broken_record_leaves_the_other_columns(record: str, tmp_path: Path) -> None:
    found = changed(tmp_path, setting(Record=record))
    assert {event.id for event in found.chronology.events} == {
        "quay-built",
        "quay-planned",
        "strike",
    }
    (built,) = [event for event in found.chronology.events if event.id == "quay-built"]
    assert (built.date.edtf, dict(built.title)["und"]) == ("2004/2006-08", "Quay built")
    assert losses(found, found.rows["quay-built"])
    (planned,) = [event for event in found.chronology.events if event.id == "quay-planned"]
    assert planned.evidence  # the other records are whole


def test_a_reader_may_leave_the_records_aside(tmp_path: Path) -> None:
    content = exported("csv", load(small()), "en")
    mapping = back(tmp_path, "csv", content).source.guessed
    plain = mapping.model_copy(update={"columns": mapping.columns | {"Record": Role.UNUSED}})
    found = back(tmp_path, "csv", content, plain)
    assert [event.id for event in found.chronology.events] == [
        "quay-planned",
        "quay-built",
        "strike",
    ]
    assert all(not event.evidence for event in found.chronology.events)


def test_the_records_of_a_workbook_are_out_of_sight() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", load(small()))))
    columns = book.worksheets[0].column_dimensions
    assert [letter for letter, column in columns.items() if column.hidden] == ["P"]


def test_a_column_of_edtf_counts_in_any_table(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("EDTF,Event\n2011~,A\n[..2022-08],B\nXXXX,C\nMay 2012,D\n", encoding="utf-8")
    found = import_file(path)
    dates = {
        str(next(iter(event.title.values()))): event.date.edtf for event in found.chronology.events
    }
    assert dates == {"A": "2011~", "B": "[..2022-08]", "C": "XXXX", "D": "2012-05"}
