"""Tree, chips, table, panel and timeline show the same, whichever of them was used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peru_timeline.chronology.text import fold
from peru_timeline.timeline.axis.time_span import TimeSpan
from peru_timeline.timeline.lanes import Grouping
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
from peru_timeline.ui.panels.facet_model import COUNT_ROLE, FACET_ROLE, VALUE_ROLE
from peru_timeline.ui.state.view_state import Facet, ViewState
from peru_timeline.ui.window.main_window import MainWindow
from peru_timeline.ui.window.status_line import span_in_words
from tests.ui.windows import (
    PACT,
    PORT,
    STRIKE,
    TALKS,
    VISIT,
    settle,
    state_of,
    texts,
    window,
)


@pytest.fixture
def state(qapp: object, tmp_path: Path) -> ViewState:
    return state_of(tmp_path)


@pytest.fixture
def whole(qtbot: QtBot, state: ViewState) -> MainWindow:
    return window(qtbot, state)


def button(parent: QWidget, name: str, number: int = 0) -> QAbstractButton:
    found = [b for b in parent.findChildren(QAbstractButton, name) if not b.isHidden()]
    return found[number]


def row(whole: MainWindow, facet: Facet, value: str) -> QModelIndex:
    """The row of the filter tree for a value."""
    model = whole.filters.tree.model()

    def below(parent: QModelIndex) -> QModelIndex | None:
        for number in range(model.rowCount(parent)):
            index = model.index(number, 0, parent)
            if (index.data(FACET_ROLE), index.data(VALUE_ROLE)) == (facet, value):
                return index
            found = below(index)
            if found is not None:
                return found
        return None

    index = below(QModelIndex())
    assert index is not None, f"no row for {facet} {value}"
    return index


def checked(whole: MainWindow, facet: Facet, value: str) -> Qt.CheckState:
    return Qt.CheckState(row(whole, facet, value).data(Qt.ItemDataRole.CheckStateRole))


def marks(whole: MainWindow) -> set[int]:
    return {mark.event for mark in whole.timeline.scene.marks}


def table_events(whole: MainWindow) -> list[int]:
    if whole.table is None:
        whole.actions_by_id["toggle_table"].trigger()
    assert whole.table is not None
    model = whole.table.model()
    assert isinstance(model, EventTableModel)
    return [model.event_at(number) for number in range(model.rowCount())]


# --- one state -------------------------------------------------------------------------------


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


# --- selection -------------------------------------------------------------------------------


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
    assert texts(whole.event_panel, "event_filtered_out") == ["The filter leaves this event out."]
    state.clear_filters()
    assert texts(whole.event_panel, "event_filtered_out") == []


def test_the_arrows_of_the_panel_step(whole: MainWindow, state: ViewState) -> None:
    state.select(PORT)
    button(whole.event_panel, "next_event").click()
    assert state.selection == PACT


# --- quotations ------------------------------------------------------------------------------


def test_markup_in_a_quotation_is_text(whole: MainWindow, state: ViewState) -> None:
    state.select(VISIT)
    quotes = whole.event_panel.findChildren(QLabel, "quotation")
    assert quotes[1].textFormat() == Qt.TextFormat.PlainText
    state.set_text("port")
    quotes = whole.event_panel.findChildren(QLabel, "quotation")
    marked = next(quote for quote in quotes if "Lima" in quote.text())
    assert "&lt;b&gt;came&lt;/b&gt;" in marked.text()
    assert ">port</span>" in marked.text()


def test_copy_gives_quotation_and_citation(whole: MainWindow, state: ViewState) -> None:
    state.select(PORT)
    button(whole.event_panel, "copy_quotation").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“they wrote of Port of Chancay begins at some length”\n— ")
    assert "The Paper" in copied
    assert "https://example.org/paper" in copied


@pytest.mark.parametrize(
    ("form", "begins"),
    [("As text", "“Report of The Paper”"), ("BibTeX", "@"), ("RIS", "TY  - "), ("CSL-JSON", "[")],
)
def test_a_source_is_cited_in_every_form(
    whole: MainWindow, state: ViewState, form: str, begins: str
) -> None:
    state.select(PORT)
    cite = button(whole.event_panel, "cite_source")
    assert isinstance(cite, QToolButton)
    action = next(action for action in cite.menu().actions() if action.text() == form)
    action.trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(begins), copied
    assert "https://example.org/paper" in copied


def test_only_sources_with_an_address_can_be_opened(whole: MainWindow, state: ViewState) -> None:
    state.select(VISIT)
    found = whole.event_panel.findChildren(QAbstractButton, "open_source")
    assert len(found) == 1
    assert "https://example.org/paper" in found[0].toolTip()


# --- search ----------------------------------------------------------------------------------


def test_search_narrows_every_part_and_enter_goes_through_the_hits(
    whole: MainWindow, state: ViewState
) -> None:
    QTest.keyClicks(whole.top_bar.search, "trade")
    assert set(np.flatnonzero(state.mask)) == {PACT, TALKS}
    assert texts(whole.top_bar, "search_hits")[0].startswith("2 event")
    QTest.keyClick(whole.top_bar.search, Qt.Key.Key_Return)
    assert state.selection == PACT
    QTest.keyClick(whole.top_bar.search, Qt.Key.Key_Return)
    assert state.selection == TALKS
    QTest.keyClick(whole.top_bar.search, Qt.Key.Key_Escape)
    assert state.query.is_empty


def test_esc_in_an_empty_search_leaves_the_filters_alone(
    whole: MainWindow, state: ViewState
) -> None:
    state.only("sectors", "trade")
    whole.top_bar.search.setFocus()
    QTest.keyClick(whole.top_bar.search, Qt.Key.Key_Escape)
    assert state.query.sectors == {"trade"}


def test_a_filter_that_nothing_passes_says_so_and_offers_to_clear(
    whole: MainWindow, state: ViewState
) -> None:
    state.set_text("zzz")
    notice = whole.notices.findChild(QWidget, "no_events")
    assert isinstance(notice, QWidget)
    assert notice.isVisible()
    button(whole.widget, "clear_from_notice").click()
    assert state.query.is_empty
    assert not notice.isVisible()


def test_the_top_bar_groups(whole: MainWindow, state: ViewState) -> None:
    button(whole.widget, "group_by_actor").click()
    assert state.grouping == Grouping.ACTOR
    state.set_grouping(Grouping.NONE)
    assert button(whole.widget, "group_by_none").isChecked()


def test_chips_of_many_values_share_one(whole: MainWindow, state: ViewState) -> None:
    for status in ("happened", "planned"):
        state.choose("statuses", status, chosen=True)
    names = [chip.text() for chip in whole.chips.findChildren(QAbstractButton, "chip")]
    assert {"Happened", "Planned"} <= set(names)
    button(whole.chips, "clear_filters").click()
    assert state.query.is_empty


# --- status line and keyboard ----------------------------------------------------------------


def test_the_status_line_counts_what_is_left_out(
    qtbot: QtBot, whole: MainWindow, state: ViewState
) -> None:
    def says(words: str) -> None:
        qtbot.waitUntil(lambda: words in texts(whole.status, "status_view")[0])

    says("no filter")
    says("5 of 5 event")
    state.only("sectors", "trade")
    says("filtered: 2 of 5")
    assert texts(whole.status, "status_checked")[0].startswith("6 quotation")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1992-01-01", "2024-01-01", "1992 – 2023"),
        ("2011-07-01", "2013-01-01", "July 2011 – December 2012"),
        ("2012-05-01", "2012-06-01", "1 May 2012 – 31 May 2012"),
        ("2012-05-27", "2012-05-28", "27 May 2012"),
    ],
)
def test_a_span_is_named_as_exactly_as_it_is_long(start: str, end: str, words: str) -> None:
    days = (float(date.fromisoformat(day).toordinal()) for day in (start, end))
    assert span_in_words(TimeSpan(*days), "en") == words


def test_tab_goes_as_one_reads_and_comes_back(whole: MainWindow, state: ViewState) -> None:
    state.select(TALKS)
    state.only("sectors", "trade")
    settle()
    whole.top_bar.search.setFocus()
    seen: list[str] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        if seen and focused is whole.top_bar.search:
            break
        seen.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    else:
        pytest.fail(f"no way back to the search: {seen[15:]}")
    places = [
        seen.index(name)
        for name in (
            "search",
            "actor_search",
            "filter_tree",
            "chip",
            "timeline_canvas",
            "related_event",
        )
    ]
    assert places == sorted(places), seen
