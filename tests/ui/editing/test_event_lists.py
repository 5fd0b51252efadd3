"""The lists of an event in its form: actors, quotations, amounts, notes, ties; and a whole file written by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from peru_timeline.application import Application
from peru_timeline.chronology.editing.comparison import compare
from peru_timeline.chronology.editing.file_text import FileText
from peru_timeline.chronology.loader import load_chronology
from peru_timeline.paths import default_chronology
from peru_timeline.ui.editing.form.new_item_dialog import NewItemDialog
from peru_timeline.ui.state.open_chronology import open_chronology
from tests.ui.editing.answering import answer, answer_by, name_file
from tests.ui.editing.forms import (
    choose,
    edit,
    event_of,
    find,
    form_of,
    press,
    rows_of,
    write,
    write_in,
)
from tests.ui.windows import PORT, open_application, open_made_up, settle


@pytest.fixture
def whole(qtbot: QtBot, tmp_path: Path) -> Application:
    return open_application(qtbot, open_made_up(tmp_path), path=tmp_path / "settings.json")


def test_actors_are_found_by_name_and_get_roles(whole: Application) -> None:
    form = edit(whole, PORT)
    rows = rows_of(form, "actors")
    rows.add_button.click()
    settle()
    choose(find(rows.rows[2], "actor"), "united states")
    assert [role.actor for role in event_of(whole, "port").actors][2] == "united-states"
    write_in(rows.rows[2], "role_en", "observer")
    role = event_of(whole, "port").actors[2].role
    assert role == {"en": "observer", "es": "observer"}
    find(rows.rows[0], "remove").click()
    settle()
    assert [role.actor for role in event_of(whole, "port").actors] == ["peru", "united-states"]
    press(whole, "undo")
    assert len(rows_of(form_of(whole), "actors").rows) == 3


def test_an_actor_is_made_on_the_spot(whole: Application) -> None:
    form = edit(whole, PORT)
    rows = rows_of(form, "actors")
    rows.add_button.click()
    settle()

    def add(box: object) -> None:
        assert isinstance(box, NewItemDialog)
        assert find(box, "name").text() == "Port Office"
        kinds = find(box, "kind")
        kinds.setCurrentIndex(kinds.findText("Agency"))
        choose(find(box, "part_of"), "Peru")
        find(box, "add").click()

    told = answer_by(add)
    choose(find(rows.rows[2], "actor"), "Port Office")
    assert told == ["new_actors_dialog"]
    actor = whole.state.opened.chronology.actor_by_id["port-office"]
    assert (actor.kind, actor.part_of) == ("agency", "peru")
    assert event_of(whole, "port").actors[2].actor == "port-office"


def test_amounts_notes_ties_and_quotations(whole: Application) -> None:
    form = edit(whole, PORT)
    amounts = rows_of(form, "amounts")
    amounts.add_button.click()
    settle()
    write_in(amounts.rows[0], "value", "1,300 000")
    write_in(amounts.rows[0], "unit", "USD")
    assert event_of(whole, "port").amounts == ()  # not finished
    write_in(amounts.rows[0], "of_en", "cost")
    (amount,) = event_of(whole, "port").amounts
    assert (amount.value, amount.unit, amount.of["es"]) == (1300000, "USD", "cost")
    ties = rows_of(form, "related")
    ties.add_button.click()
    settle()
    choose(find(ties.rows[0], "event"), "Trade pact · 2003")
    kinds = find(ties.rows[0], "relation")
    kinds.setCurrentIndex(0)
    kinds.activated.emit(0)
    assert [tie.event for tie in event_of(whole, "port").related] == ["pact"]
    quotations = rows_of(form, "evidence")
    quote = find(quotations.rows[0], "quote")
    quote.setFocus()
    quote.selectAll()
    QTest.keyClicks(quote, "only four words here")
    assert quotations.faults
    write_in(quotations.rows[0], "paragraph", "x")
    assert event_of(whole, "port").evidence[0].quote.startswith("they wrote")


def test_from_an_empty_file_to_five_events_saved_and_read_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "mine.chronology"
    empty = {"format": "chronology/1", "id": "mine", "version": "1", "title": {"en": "Mine"}}
    path.write_text(json.dumps(empty, indent=1))
    whole = open_application(qtbot, open_made_up(tmp_path))
    whole.open(path)
    for number in range(5):
        press(whole, "new_event")
        form = form_of(whole)
        write(form, "title_en", f"Event number {number}")
        write(form_of(whole), "date", f"May 200{number}")
    rows = rows_of(form_of(whole), "actors")
    rows.add_button.click()
    settle()
    told = answer("add")
    choose(find(rows.rows[0], "actor"), "Somebody")
    assert told == ["new_actors_dialog"]
    press(whole, "save")
    saved = load_chronology(path)
    assert [event.date.edtf for event in saved.events] == [f"200{n}-05" for n in range(5)]
    assert [event.id for event in saved.events] == [f"event-number-{n}" for n in range(5)]
    assert saved.events[4].actors[0].actor == "somebody"
    assert whole.state.opened.chronology.model_dump() == saved.model_dump()


def test_one_date_of_the_peru_chronology_corrected_in_a_copy(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = default_chronology()
    whole = open_application(qtbot, open_chronology(shipped))
    name = whole.state.opened.chronology.events[7].id
    whole.state.select(7)
    name_file(monkeypatch, tmp_path / "mine")
    told = answer("save_copy")
    press(whole, "edit_event")
    assert told == ["copy_dialog"]
    write(form_of(whole), "date", "March 2011")
    press(whole, "save")
    saved = (tmp_path / "mine.chronology").read_bytes()
    found = compare(FileText.of(shipped.read_bytes()), FileText.of(saved))
    assert (found.new, found.gone, found.renamed, found.reordered) == ((), (), (), ())
    assert [(c.id, [field.path for field in c.fields]) for c in found.changed] == [
        (name, [("date",)])
    ]
    before, after = shipped.read_bytes().split(b"\n"), saved.split(b"\n")
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
