"""The last page of the wizard: how much is taken, what is lost, what a newer version changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from peru_timeline.ui.importing.steps import Earlier
from tests.ui.importing.wizards import (
    COLUMNS,
    DATES,
    EVENTS,
    RESULT,
    cells,
    choose,
    go_on,
    go_to,
    made_of,
    wait,
    wizard,
    write,
)


def test_a_fault_leads_to_its_row(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = wizard(qtbot, write(tmp_path))
    go_to(qtbot, dialog, RESULT)
    losses = dialog.results.losses
    lines = cells(losses)
    place = next(i for i, line in enumerate(lines) if "Whitsun" in line[2])
    assert lines[place][:2] == ["4", "Old pact"]
    losses.selectRow(place)
    losses.setCurrentIndex(losses.table.index(place, 0))
    show = dialog.findChild(QPushButton, "import_show_row")
    assert isinstance(show, QPushButton)
    show.click()
    assert dialog.page == COLUMNS
    rows = dialog.columns.rows
    assert rows.table.text(rows.currentIndex().row(), 2) == "Old pact"


def test_only_rows_without_fault_can_be_taken(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = wizard(qtbot, write(tmp_path))
    go_to(qtbot, dialog, DATES)
    choose(qtbot, dialog, "import_way_order", "d/m/y")
    go_on(qtbot, dialog)
    choose(qtbot, dialog, "import_which_rows", "sound")
    assert dialog.made is not None
    assert {event.id for event in dialog.made.chronology.events} == {"a", "b", "d"}


def test_the_title_can_be_changed(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = wizard(qtbot, write(tmp_path))
    go_to(qtbot, dialog, RESULT)
    title = dialog.findChild(QLineEdit, "import_title")
    assert isinstance(title, QLineEdit)
    title.selectAll()
    QTest.keyClicks(title, "Ships")
    QTest.keyClick(title, Qt.Key.Key_Return)
    wait(qtbot, dialog)
    assert dialog.made is not None
    assert list(dialog.made.chronology.title.values()) == ["Ships"]


def test_a_newer_version_shows_what_is_new_changed_and_gone(qtbot: QtBot, tmp_path: Path) -> None:
    first = wizard(qtbot, write(tmp_path))
    go_to(qtbot, first, RESULT)
    assert first.made is not None
    earlier = Earlier(tmp_path / "events.chronology", first.made.content, "Events")
    newer = EVENTS.replace("Port planned", "Port built").replace("d,c. 1850,First ship", "e,1860,X")
    dialog = wizard(qtbot, write(tmp_path, newer), earlier)
    go_to(qtbot, dialog, RESULT)
    assert made_of(dialog).is_update
    assert [line[1:] for line in cells(dialog.results.losses)] == [
        ["X", "New in the file"],
        ["Port built", "Changed in the file"],
        ["First ship", "No longer in the file"],
    ]
    assert {event.id for event in made_of(dialog).chronology.events} == {"a", "b", "c", "d", "e"}
    keep = dialog.results.keep_gone
    assert keep.isVisible()
    keep.click()
    wait(qtbot, dialog)
    assert {event.id for event in made_of(dialog).chronology.events} == {"a", "b", "c", "e"}
    choose(qtbot, dialog, "import_into", "new")
    assert made_of(dialog).is_update is False


def test_the_report_is_written_in_the_language_of_the_reader(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = wizard(qtbot, write(tmp_path))
    go_to(qtbot, dialog, RESULT)
    out = tmp_path / "report.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out), ""))
    report = dialog.findChild(QPushButton, "import_report")
    assert isinstance(report, QPushButton)
    report.click()
    assert "Whitsun 1901" in out.read_text(encoding="utf-8")
