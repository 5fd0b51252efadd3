"""The list below the search field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peru_timeline.ui.panels.hit_list import HIT_ROLE, HitList
from peru_timeline.ui.panels.hit_painting import Hit
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.ui.windows import PACT, PORT, TALKS, VISIT, settle, state_of, window


@pytest.fixture
def state(tmp_path: Path) -> ViewState:
    return state_of(tmp_path)


@pytest.fixture
def whole(qtbot: QtBot, state: ViewState) -> MainWindow:
    made = window(qtbot, state)
    with qtbot.waitActive(made.widget):
        made.widget.activateWindow()
    made.actions_by_id["search"].trigger()
    settle()
    return made


def typed(whole: MainWindow, text: str) -> HitList:
    QTest.keyClicks(whole.top_bar.search, text)
    settle()
    return whole.hits


def press(whole: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(whole.top_bar.search, key)
    settle()


def titles(hits: HitList) -> list[str]:
    model = hits.model()
    return [model.index(row, 0).data(HIT_ROLE).title for row in range(model.rowCount())]


def test_each_hit_tells_title_date_and_why(whole: MainWindow) -> None:
    hits = typed(whole, "lima")
    assert hits.isVisible()
    (text,) = [hits.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)]
    assert text.startswith("Visit of a general, 2 Mar 2005. quotation: ")
    assert text.endswith("to see the port of Lima")


def test_typing_changes_the_list_and_moves_nothing(whole: MainWindow) -> None:
    before = whole.timeline.canvas.geometry()
    hits = typed(whole, "t")
    assert len(titles(hits)) == 5
    typed(whole, "rade")
    assert titles(hits) == ["Trade pact", "Talks on Cerrón"]  # of the sector of trade
    assert whole.timeline.canvas.geometry().width() == before.width()
    assert QApplication.focusWidget() is whole.top_bar.search
    typed(whole, "xyz")
    assert not hits.isVisible()


def test_enter_goes_to_the_marked_hit_and_on_to_the_next(
    whole: MainWindow, state: ViewState
) -> None:
    hits = typed(whole, "trade")
    press(whole, Qt.Key.Key_Return)
    assert state.selection == PACT
    assert not hits.isVisible()
    press(whole, Qt.Key.Key_Return)
    assert state.selection == TALKS
    press(whole, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert hits.isVisible()
    press(whole, Qt.Key.Key_Up, Qt.Key.Key_Enter)
    assert state.selection == PACT


def test_the_event_comes_into_sight(whole: MainWindow, state: ViewState) -> None:
    typed(whole, "lima")
    press(whole, Qt.Key.Key_Return)
    assert state.selection == VISIT
    columns = state.opened.columns
    span = whole.timeline.navigation.target
    assert span.start <= columns.start[VISIT] <= span.end


def test_a_click_goes_to_a_hit_and_to_the_timeline(whole: MainWindow, state: ViewState) -> None:
    hits = typed(whole, "trade")
    index: QModelIndex = hits.model().index(1, 0)
    QTest.mouseClick(
        hits.viewport(), Qt.MouseButton.LeftButton, pos=hits.visualRect(index).center()
    )
    settle()
    assert state.selection == TALKS
    assert not hits.isVisible()
    assert whole.timeline.canvas.hasFocus()


def test_esc_closes_the_list_then_clears_then_leaves(whole: MainWindow, state: ViewState) -> None:
    hits = typed(whole, "trade")
    press(whole, Qt.Key.Key_Escape)
    assert not hits.isVisible()
    assert state.query.text == "trade"
    whole.timeline.setFocus()
    whole.actions_by_id["search"].trigger()
    settle()
    assert hits.isVisible()
    press(whole, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert state.query.text == ""
    press(whole, Qt.Key.Key_Escape)
    assert whole.timeline.canvas.hasFocus()


def test_the_list_goes_when_the_field_is_left(whole: MainWindow) -> None:
    hits = typed(whole, "trade")
    whole.filters.tree.setFocus()
    settle()
    assert not hits.isVisible()


def test_a_typed_year_is_gone_to_unless_a_hit_is_chosen(
    whole: MainWindow, state: ViewState
) -> None:
    state.set_text("")
    typed(whole, "2005")
    press(whole, Qt.Key.Key_Return)
    assert state.selection is None
    assert state.query.text == ""
    assert whole.timeline.navigation.target.width < 500


def test_the_list_stays_within_a_small_window(qtbot: QtBot, state: ViewState) -> None:
    small = window(qtbot, state, size=(640, 300))
    state.set_text("")
    small.top_bar.search.setFocus()
    hits = typed(small, "t")
    assert small.widget.rect().contains(hits.geometry())
    small.widget.resize(900, 500)
    settle()
    assert small.widget.rect().contains(hits.geometry())


def test_only_what_is_in_sight_is_read(
    whole: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[int] = []
    hits = whole.hits
    model = hits._model
    hit = model.hit

    def counted(event: int) -> Hit:
        asked.append(event)
        return hit(event)

    monkeypatch.setattr(model, "hit", counted)
    monkeypatch.setattr(model, "rowCount", lambda _parent=None: 100_000)
    monkeypatch.setattr(model, "event_at", lambda row: row % 5)
    typed(whole, "t")
    hits.grab()
    assert 0 < len(asked) < 60


def test_words_of_a_hit_are_marked(whole: MainWindow) -> None:
    hits = typed(whole, "lima")
    ground = hits._theme.highlight
    image = hits.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert ground.name() in colours
    assert PORT not in hits._model._events
