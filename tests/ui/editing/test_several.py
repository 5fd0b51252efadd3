"""Several events at once, marked in the table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from tests.ui.editing.answering import answer_by
from tests.ui.editing.forms import choose, event_of, find, press
from tests.ui.windows import open_application, open_made_up, settle


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    made = open_application(qtbot, open_made_up(tmp_path))
    press(made, "toggle_table")
    return made


def mark(whole: Application, rows: int) -> None:
    table = whole.window.table
    assert table is not None
    table.selectRow(0)
    selection = table.selectionModel()
    for row in range(1, rows):
        flags = selection.SelectionFlag
        selection.select(table.model().index(row, 0), flags.Select | flags.Rows)
    settle()


def test_marked_events_are_changed_in_one_act(whole: Application) -> None:
    mark(whole, 3)

    def fill_in(box: Any) -> None:
        sectors = find(box, "sector")
        sectors.setCurrentIndex(sectors.findText("Security"))
        choose(find(box, "actor"), "United States")
        find(box, "change").click()

    told = answer_by(fill_in)
    press(whole, "edit_several")
    assert told == ["several_dialog"]
    for name in ("port", "pact", "visit"):
        event = event_of(whole, name)
        assert event.sector == "security"
        assert event.actors[-1].actor == "united-states"
    assert event_of(whole, "pact").status == "planned"  # as it was
    assert event_of(whole, "talks").sector == "trade"
    assert whole.window.actions_by_id["undo"].text() == "Undo: 3 events changed"
    press(whole, "undo")
    assert event_of(whole, "port").sector == "infrastructure"
    assert whole.state.opened.unsaved is None


def test_without_the_table_nothing_is_asked(whole: Application) -> None:
    press(whole, "toggle_table")
    whole.rebuild()  # without the table, which was made anew with the other parts
    settle()
    assert not whole.window.actions_by_id["edit_several"].isEnabled()
    press(whole, "edit_several")
    assert whole.state.opened.unsaved is None
