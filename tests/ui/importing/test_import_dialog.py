"""The wizard, driven from a file to the chronology it makes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.importing.mapping import Role
from peru_timeline.ui.importing import steps
from peru_timeline.ui.importing.jobs import running
from peru_timeline.ui.importing.pages.role_header import RoleHeader
from peru_timeline.ui.importing.pages.text_table import TextTable
from peru_timeline.ui.look.narrow_box import NarrowBox
from tests.ui.importing.wizards import (
    COLUMNS,
    DATES,
    EVENTS,
    FOUND,
    RESULT,
    TIMELINE_PROJECT,
    cells,
    choose,
    go_on,
    go_to,
    wait,
    wizard,
    write,
)


def test_a_table_goes_from_its_file_to_a_chronology(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = wizard(qtbot, write(tmp_path))
    assert dialog.page == FOUND
    found = dialog.findChild(QLabel, "import_found")
    assert isinstance(found, QLabel)
    assert found.text().startswith("CSV · ")
    go_on(qtbot, dialog)
    assert dialog.page == COLUMNS
    assert dialog.columns.preview.timeline.accessibleName()  # a timeline is painted
    go_on(qtbot, dialog)
    assert dialog.page == DATES
    go_on(qtbot, dialog)
    assert dialog.page == RESULT
    with qtbot.waitSignal(dialog.agreed):
        dialog.footer.next.click()
    assert dialog.made is not None
    chronology = dialog.made.chronology
    assert {event.id for event in chronology.events} == {"a", "b", "c", "d"}
    assert [sector.id for sector in chronology.sectors] == ["trade", "ports"]


def test_a_format_without_columns_has_no_page_of_columns(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = wizard(qtbot, write(tmp_path, TIMELINE_PROJECT, "wars.timeline"))
    assert [row[1] for row in cells(dialog.found.rows)] == ["Great War", "Second War"]
    go_on(qtbot, dialog)
    assert dialog.page == DATES
    go_on(qtbot, dialog)
    assert dialog.page == RESULT


def test_the_timeline_follows_the_columns(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = wizard(qtbot, write(tmp_path))
    go_on(qtbot, dialog)
    header = dialog.columns.rows.horizontalHeader()
    assert isinstance(header, RoleHeader)
    boxes = {
        box.accessibleName(): box
        for box in header.findChildren(QComboBox)
        if box.objectName() == "import_role"
    }
    topic = boxes["Column “Topic” holds"]
    assert topic.currentData() == Role.GROUP
    date = boxes["Column “Date” holds"]
    date.setCurrentIndex(date.findData(Role.UNUSED))
    wait(qtbot, dialog)
    assert not dialog.footer.next.isEnabled()
    said = dialog.columns.findChild(QLabel, "import_preview_said")
    assert isinstance(said, QLabel)
    assert "Date or start" in said.text()
    date.setCurrentIndex(date.findData(Role.START))
    topic.setCurrentIndex(topic.findData(Role.TAGS))
    wait(qtbot, dialog)
    assert dialog.footer.next.isEnabled()
    assert dialog.mapping.columns["Topic"] is Role.TAGS


def test_day_or_month_first_is_asked_and_the_answer_settles_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = wizard(qtbot, write(tmp_path))
    go_to(qtbot, dialog, DATES)
    asked = cells(dialog.dates.dates)
    assert [row[1] for row in asked] == ["03/04/2012", "05/06/2013"]
    assert asked[0][2] == "4 March 2012 or 3 April 2012"
    why = dialog.dates.findChild(QLabel, "import_why")
    assert isinstance(why, QLabel)
    assert why.text() == "Rows 2, 3: “03/04/2012” may be 3 April 2012 or 4 March 2012."
    choose(qtbot, dialog, "import_way_order", "d/m/y")
    choose(qtbot, dialog, "import_dates_shown", None)
    understood = {row[1]: (row[2], row[3]) for row in cells(dialog.dates.dates)}
    assert understood["03/04/2012"] == ("3 April 2012", "Exactly")
    assert understood["Whitsun 1901"] == ("not given", "Not understood")
    go_on(qtbot, dialog)
    assert dialog.made is not None
    dates = {event.id: event.date.edtf for event in dialog.made.chronology.events}
    assert dates == {"a": "2012-04-03", "b": "2013-06-05", "c": "XXXX", "d": "1850~"}


def test_a_date_leads_to_its_row(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = wizard(qtbot, write(tmp_path, TIMELINE_PROJECT, "wars.timeline"))
    go_to(qtbot, dialog, DATES)
    dates = dialog.dates.dates
    dates.setCurrentIndex(dates.table.index(1, 0))
    QTest.keyClick(dates, Qt.Key.Key_Return)
    assert dialog.page == FOUND
    assert dialog.found.rows.currentIndex().row() == 1


@pytest.mark.parametrize(
    ("name", "content", "way_out"),
    [
        ("life.aeon", "x", "File ▸ Export ▸ CSV"),
        ("plan.mpp", "x", "save it there as CSV"),
        ("empty.csv", "", "empty"),
    ],
)
def test_a_refused_file_tells_the_way_out(
    qtbot: QtBot, tmp_path: Path, name: str, content: str, way_out: str
) -> None:
    dialog = wizard(qtbot, write(tmp_path, content, name))
    found = dialog.findChild(QLabel, "import_found")
    assert isinstance(found, QLabel)
    assert found.text().startswith("This file cannot be imported. ")
    assert way_out in found.text()
    assert not dialog.footer.next.isEnabled()


def test_text_of_the_file_is_never_markup(qtbot: QtBot, tmp_path: Path) -> None:
    evil = '<img src="file:///etc/passwd">'
    dialog = wizard(qtbot, write(tmp_path, f"Date,{evil},Title\n1850,{evil},{evil}\n", "e.csv"))
    go_to(qtbot, dialog, RESULT)
    shown = [label for label in dialog.findChildren(QLabel) if "<img" in label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)
    for table in dialog.findChildren(TextTable):
        model = table.table
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                tip = model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole)
                assert "<img" not in tip


def test_cancel_ends_the_work(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = wizard(qtbot, write(tmp_path))
    seen: list[int] = []

    def endless(_source: object, _mapping: object, progress: object) -> None:
        assert callable(progress)
        while True:  # the progress ends it
            seen.append(1)
            progress(len(seen))

    monkeypatch.setattr(steps, "understand_all", endless)
    go_on(qtbot, dialog)
    dialog.footer.next.click()
    qtbot.waitUntil(lambda: bool(seen))
    assert not dialog.footer.next.isEnabled()
    dialog.footer.cancel.click()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not running(), timeout=20_000)


def test_what_was_chosen_is_remembered_for_such_tables(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = wizard(qtbot, write(tmp_path))
    go_to(qtbot, dialog, DATES)
    choose(qtbot, dialog, "import_way_order", "m/d/y")
    dialog.remember()
    again = wizard(qtbot, write(tmp_path, EVENTS, "newer.csv"))
    assert "order" in again.mapping.model_fields_set
    guess = again.findChild(QPushButton, "import_guess")
    assert isinstance(guess, QPushButton)
    assert guess.isVisible()
    guess.click()
    wait(qtbot, again)
    assert "order" not in again.mapping.model_fields_set
    assert not guess.isVisible()


def test_another_encoding_and_delimiter_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("Date;Title\n1850;Año\n".encode("cp1252"))
    dialog = wizard(qtbot, path)
    choose(qtbot, dialog, "import_encoding", "mac-roman")
    go_on(qtbot, dialog)
    assert dialog.columns.rows.table.text(0, 1) != "Año"
    dialog.footer.back.click()
    choose(qtbot, dialog, "import_encoding", "cp1252")
    go_on(qtbot, dialog)
    assert dialog.columns.rows.table.text(0, 1) == "Año"


def test_drop_downs_give_way_where_there_is_little_room(qtbot: QtBot, tmp_path: Path) -> None:
    """Pages scroll up and down only, so a page as wide as its longest choice would be cut."""
    box = NarrowBox()
    qtbot.addWidget(box)
    box.addItem("A long sentence about what is lost " * 5)
    assert 0 < box.minimumSizeHint().width() < box.sizeHint().width() / 3
    dialog = wizard(qtbot, write(tmp_path))
    for page in (FOUND, DATES, RESULT):
        go_to(qtbot, dialog, page)
        area = dialog.findChild(QScrollArea, f"import_page_{page}")
        assert isinstance(area, QScrollArea)
        boxes = area.findChildren(QComboBox)
        assert boxes
        assert all(isinstance(each, NarrowBox) for each in boxes)
