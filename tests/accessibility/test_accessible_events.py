from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peru_timeline.ui.canvas.accessible import events as accessible_events
from peru_timeline.ui.canvas.timeline_view import TimelineView
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.state.view_state import ViewState
from tests.ui.timelines import centre, made_up, on_canvas, settle, show_timeline
from tests.ui.windows import PACT, open_made_up, window

Text = QAccessible.Text


@pytest.fixture(autouse=True)
def _installed(qapp: object) -> None:
    accessible_events.install_accessible_events()


def children(view: TimelineView) -> list[QAccessibleInterface]:
    found = QAccessible.queryAccessibleInterface(view.canvas)
    return [found.child(index) for index in range(found.childCount())]


def ids(view: TimelineView) -> list[str]:
    return [child.text(Text.Identifier) for child in children(view)]


def test_every_painted_event_is_a_child_with_its_words_and_place(qtbot: QtBot) -> None:
    view, state = show_timeline(qtbot, made_up())
    found = QAccessible.queryAccessibleInterface(view.canvas)
    painted = {mark.event for mark in view.scene.marks}
    (shelved,) = set(range(8)) - painted
    assert found.role() == QAccessible.Role.List
    assert ids(view) == [state.opened.chronology.events[event].id for event in range(8)]
    for child in children(view):
        event = state.opened.chronology.event_index[child.text(Text.Identifier)]
        words = child.text(Text.Name), child.text(Text.Description)
        assert words[0].startswith(f"What happened as number {event}, ")
        assert "Actors: " in words[1]
        assert "Status: " in words[1]
        mark = view.scene.mark_of(event)
        assert child.state().offscreen == (event == shelved)
        if mark is None:
            assert child.rect().isEmpty()
            continue
        left = max(mark.box_left, view.scene.left)
        middle = (left + min(mark.box_right, view.scene.right)) / 2
        place = view.canvas.viewport().mapToGlobal(on_canvas(view, middle, mark.y))
        assert child.rect().contains(place)
    mark = view.scene.marks[0]
    place = view.canvas.viewport().mapToGlobal(on_canvas(view, *centre(mark)))
    assert found.indexOfChild(found.childAt(place.x(), place.y())) >= 0


def test_an_event_on_the_shelf_is_met_where_it_is_listed(qtbot: QtBot) -> None:
    view, state = show_timeline(qtbot, made_up())
    found = QAccessible.queryAccessibleInterface(view.canvas)
    (child,) = [child for child in children(view) if child.state().offscreen]
    child.actionInterface().doAction("Select")  # opens the shelf
    settle()
    (item,) = view.scene.shelf.items
    assert state.selection == item.event
    assert not child.state().offscreen
    assert child.state().selected
    place = view.canvas.viewport().mapToGlobal(on_canvas(view, item.x + 20, item.y))
    assert child.rect().contains(place)
    assert found.childAt(place.x(), place.y()).text(Text.Name) == child.text(Text.Name)
    state.set_text("number 3")
    settle()
    assert child.state().offscreen
    assert found.indexOfChild(child) == -1


def test_select_selects_and_press_goes_to_its_text(qtbot: QtBot) -> None:
    view, state = show_timeline(qtbot, made_up())
    child = children(view)[2]
    actions = child.actionInterface()
    assert actions.actionNames() == ["Press", "Select"]
    actions.doAction("Select")
    assert state.selection is not None
    assert state.opened.chronology.events[state.selection].id == child.text(Text.Identifier)
    assert child.state().selected
    with qtbot.waitSignal(view.event_activated):
        children(view)[0].actionInterface().doAction("Press")
    assert children(view)[0].state().selected
    assert not child.state().selected


def test_children_follow_filter_and_document(qtbot: QtBot) -> None:
    view, state = show_timeline(qtbot, made_up())
    kept = children(view)
    state.set_text("number 3")
    settle()
    assert ids(view) == ["event-3"]
    assert sum(not child.state().offscreen for child in kept) == 1
    state.clear_filters()
    state.set_opened(made_up(dates=("2001", "2005")))
    settle()
    assert len(ids(view)) == 2
    assert [child.isValid() for child in kept].count(True) == 2
    assert kept[-1].text(Text.Name) == ""


def test_what_is_gone_answers_that_it_is(qtbot: QtBot) -> None:
    state = ViewState(made_up())
    view = TimelineView(state, LIGHT)
    view.resize(900, 500)
    settle()
    kept = children(view)
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del view
    gc.collect()
    for child in kept:
        assert not child.isValid()
        assert child.text(Text.Name) == ""
        assert child.rect().isEmpty()
        child.actionInterface().doAction("Press")
    assert state.selection is None


def test_names_are_in_the_readers_language(qtbot: QtBot, tmp_path: Path) -> None:
    state = ViewState(open_made_up(tmp_path))
    state.set_language("es")
    whole = window(qtbot, state)
    assert whole.timeline is not None
    names = [child.text(Text.Name) for child in children(whole.timeline)]
    assert names[0].startswith("Port of Chancay begins (es), mayo de 2001")


def test_single_keys_can_be_switched_off(qtbot: QtBot, tmp_path: Path) -> None:
    whole = window(qtbot, ViewState(open_made_up(tmp_path)))
    timeline = whole.timeline
    timeline.set_motion(False)
    before = timeline.visible_span()
    command = whole.actions_by_id["single_keys"]
    assert command.isChecked()
    command.trigger()
    assert not command.isChecked()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_F, Qt.Key.Key_L, Qt.Key.Key_0):
        QTest.keyClick(timeline.canvas, key)
    assert timeline.visible_span() == before
    QTest.keyClick(timeline.canvas, Qt.Key.Key_Right)
    assert whole._state.selection is not None
    command.trigger()
    QTest.keyClick(timeline.canvas, Qt.Key.Key_Plus)
    assert timeline.visible_span() != before


def test_a_row_of_the_filters_is_toggled_as_screen_readers_do(qtbot: QtBot, tmp_path: Path) -> None:
    state = ViewState(open_made_up(tmp_path))
    whole = window(qtbot, state)
    tree = QAccessible.queryAccessibleInterface(whole.filters.tree)
    rows = [tree.child(index) for index in range(tree.childCount())]
    row = next(row for row in rows if row.text(Text.Name).startswith("United States"))
    row.actionInterface().doAction("Toggle")
    assert state.query.actors == {"united-states"}
    assert PACT not in state.mask.nonzero()[0]
