"""Tree, chips, table, panel and timeline show the same, whichever of them was used."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from peru_timeline.chronology.text import fold
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.panels.event_table import (
    ACTORS,
    DATE,
    SECTOR,
    SOURCE,
    STATUS,
    TITLE,
    EventTableModel,
)
from peru_timeline.ui.panels.facet_model import COUNT_ROLE
from peru_timeline.ui.state.view_state import Facet, ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.panels.parts import button, checked, marks, row, table_events
from tests.ui.windows import PACT, PORT, STRIKE, TALKS, VISIT, settle, texts


@pytest.mark.parametrize(
    ("facet", "value", "expected"),
    [
        ("actors", "china", {PORT, PACT, TALKS}),
        ("sectors", "security", {VISIT}),
        ("statuses", "alleged", {STRIKE}),
        ("sources", "wire", {VISIT}),
    ],
)
def test_every_part_follows_a_choice_in_the_tree(
    whole: MainWindow, state: ViewState, facet: Facet, value: str, expected: set[int]
) -> None:
    whole.actions_by_id["toggle_shelf"].trigger()  # one event has no given beginning
    tree = whole.filters.tree
    tree.scrollTo(row(whole, facet, value))
    QTest.mouseClick(
        tree.viewport(),
        Qt.MouseButton.LeftButton,
        pos=tree.visualRect(row(whole, facet, value)).center(),
    )
    assert set(np.flatnonzero(state.mask)) == expected
    assert checked(whole, facet, value) == Qt.CheckState.Checked
    assert marks(whole) == expected
    assert set(table_events(whole)) == expected
    assert button(whole.chips, "chip").isVisible()
    button(whole.chips, "chip").click()
    settle()
    assert state.query.is_empty
    assert checked(whole, facet, value) == Qt.CheckState.Unchecked
    assert len(marks(whole)) == 5
    assert not whole.chips.isVisible()


def test_undoing_by_chip_restores_the_exact_scene(whole: MainWindow, state: ViewState) -> None:
    before = whole.timeline.scene
    state.only("sectors", "trade")
    settle()
    button(whole.chips, "chip").click()
    settle()
    after = whole.timeline.scene
    assert (after.marks, after.labels, after.lanes) == (before.marks, before.labels, before.lanes)


def test_the_keyboard_chooses_in_the_tree(whole: MainWindow, state: ViewState) -> None:
    tree = whole.filters.tree
    tree.setCurrentIndex(row(whole, "actors", "peru"))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert state.query.actors == {"peru"}
    tree.setCurrentIndex(row(whole, "actors", "china"))
    QTest.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert state.query.actors == {"china"}  # only this


def test_only_stands_at_the_end_of_a_row(whole: MainWindow, state: ViewState) -> None:
    state.choose("actors", "peru", chosen=True)
    tree = whole.filters.tree
    box = tree.visualRect(row(whole, "actors", "china"))
    end = box.center()
    end.setX(box.right() - 20)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert state.query.actors == {"china"}


def test_a_bloc_with_some_chosen_below_is_half_checked(whole: MainWindow, state: ViewState) -> None:
    state.choose("actors", "cosco", chosen=True)
    assert checked(whole, "actors", "china") == Qt.CheckState.PartiallyChecked
    state.choose("actors", "china", chosen=True)
    assert checked(whole, "actors", "cosco") == Qt.CheckState.Checked


def test_counts_say_what_a_click_would_give(whole: MainWindow, state: ViewState) -> None:
    assert row(whole, "actors", "china").data(COUNT_ROLE) == "3"
    state.choose("actors", "china", chosen=True)
    assert row(whole, "actors", "peru").data(COUNT_ROLE) == "+1"
    assert row(whole, "actors", "cosco").data(COUNT_ROLE) == "1"  # chosen with China: adds nothing
    state.choose("actors", "peru", chosen=True)
    assert int(state.mask.sum()) == 4


def test_all_of_the_chosen_is_asked_for_in_the_panel(whole: MainWindow, state: ViewState) -> None:
    match = whole.filters.findChild(QComboBox, "actor_match")
    assert isinstance(match, QComboBox)
    match.setCurrentIndex(1)
    match.activated.emit(1)
    assert state.query.match == "all"


def test_the_list_of_actors_can_be_narrowed(whole: MainWindow) -> None:
    field = whole.filters.findChild(QLineEdit, "actor_search")
    assert isinstance(field, QLineEdit)
    field.setText("cerron")
    model = whole.filters.tree.model()
    actors = model.index(0, 0)
    assert [model.index(i, 0, actors).data() for i in range(model.rowCount(actors))] == ["Peru"]
    assert row(whole, "sectors", "trade").isValid()
    field.setText("nobody")
    assert texts(whole.filters, "no_actor") == ["No actor has this name."]
    field.clear()
    assert row(whole, "actors", "cosco").isValid()


def test_selecting_in_the_table_selects_everywhere(whole: MainWindow, state: ViewState) -> None:
    table_events(whole)
    assert whole.table is not None
    whole.table.selectRow(TALKS)
    assert state.selection == TALKS
    assert "Talks on Cerrón" in texts(whole.event_panel, "event_title")
    state.select(PACT)
    assert whole.table.currentIndex().row() == PACT
    state.select(None)
    assert not whole.table.selectionModel().hasSelection()


def test_the_table_sorts_dates_as_dates_and_texts_as_texts(
    whole: MainWindow, state: ViewState
) -> None:
    table_events(whole)
    assert whole.table is not None
    model = whole.table.model()
    model.sort(TITLE, Qt.SortOrder.AscendingOrder)
    assert table_events(whole) == [PORT, STRIKE, TALKS, PACT, VISIT]
    model.sort(DATE, Qt.SortOrder.DescendingOrder)
    assert table_events(whole) == [STRIKE, TALKS, VISIT, PACT, PORT]


@pytest.mark.parametrize("column", [TITLE, ACTORS, SECTOR, STATUS, SOURCE])
def test_the_table_sorts_by_every_column_and_makes_no_event_for_it(
    state: ViewState, column: int
) -> None:
    events = state.opened.chronology.events
    model = EventTableModel(state, LIGHT)
    model.sort(column)
    assert events._event_at.cache_info().currsize == 0
    rows = [model.event_at(row) for row in range(model.rowCount())]
    plain = [fold(model.text(event, column)) for event in rows]
    assert plain == sorted(plain)
    assert sorted(rows) == list(range(len(events)))
    state.set_text("port")
    assert [model.event_at(row) for row in range(model.rowCount())] == [
        event for event in rows if state.mask[event]
    ]


def test_the_panel_tells_all_of_an_event(whole: MainWindow, state: ViewState) -> None:
    state.select(TALKS)
    said = texts(whole.event_panel)
    for expected in (
        "TRADE",
        "Talks on Cerrón",
        "2007 to 2009",
        "Summary of Talks on Cerrón.",
        "US$ 1,250,000 · cost",
        "WHAT THE SOURCE SAYS",
        "they wrote of Talks on Cerrón at some length",
        "SOURCES DIFFER",
        "One says seven rounds.",
        "RELATED",
        "4 / 5",
    ):
        assert expected in said or any(expected in text for text in said), (expected, said)


def test_a_related_event_leads_there_and_back(whole: MainWindow, state: ViewState) -> None:
    state.select(TALKS)
    button(whole.event_panel, "related_event").click()
    assert state.selection == PACT
    assert "after this" in button(whole.event_panel, "related_event").toolTip()
    button(whole.event_panel, "related_event").click()
    assert state.selection == TALKS


def test_an_actor_chip_filters(whole: MainWindow, state: ViewState) -> None:
    state.select(PORT)
    button(whole.event_panel, "actor_chip").click()
    assert state.query.actors == {"cosco"}
    assert texts(whole.event_panel, "event_place") == ["1 / 1"]


def test_an_event_outside_the_filter_says_so(whole: MainWindow, state: ViewState) -> None:
    state.select(VISIT)
    state.only("sectors", "trade")
    assert texts(whole.event_panel, "event_place") == ["– / 2"]
    assert texts(whole.event_panel, "event_filtered_out") == ["This event is filtered out."]
    state.clear_filters()
    assert texts(whole.event_panel, "event_filtered_out") == []


def test_the_arrows_of_the_panel_step(whole: MainWindow, state: ViewState) -> None:
    state.select(PORT)
    button(whole.event_panel, "next_event").click()
    assert state.selection == PACT
