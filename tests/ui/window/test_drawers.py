"""In a small window, or with large text, the panels are drawers over the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from peru_timeline.timeline.metrics import AXIS_HEIGHT_PX
from peru_timeline.timeline.scene import Mark
from peru_timeline.ui.look.style import apply_theme
from peru_timeline.ui.look.theme import LIGHT
from peru_timeline.ui.session.window_shell import has_drawers
from peru_timeline.ui.state.open_chronology import OpenChronology
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.accessibility.walks import nameless, small_targets
from tests.ui.windows import PLAIN, PORT, settle, state_of, window

SMALL = (1024, 600)


@pytest.fixture(autouse=True)
def _no_style_left(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def state(tmp_path: Path) -> ViewState:
    return state_of(tmp_path)


@pytest.fixture
def small(qtbot: QtBot, state: ViewState) -> MainWindow:
    return window(qtbot, state, size=SMALL)


def trigger(whole: MainWindow, command: str) -> None:
    whole.actions_by_id[command].trigger()
    settle()


def part(whole: MainWindow, name: str) -> QWidget:
    found = whole.widget.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def click_event(whole: MainWindow, event: int) -> None:
    (mark,) = [mark for mark in whole.timeline.scene.marks if mark.event == event]
    click_at(whole, middle(mark), mark.y)


def middle(mark: Mark) -> float:
    return (mark.left + mark.right) / 2


def click_at(whole: MainWindow, x: float, y: float) -> None:
    canvas = whole.timeline.canvas
    whole.timeline.canvas.setFocus()
    at = QPoint(round(x), round(y + AXIS_HEIGHT_PX))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle()


@pytest.mark.parametrize(
    ("width", "scale", "drawers"),
    [(1200, 1.0, False), (1199, 1.0, True), (1600, 1.4, False), (1600, 1.5, True)],
)
def test_drawers_are_for_small_windows_and_large_text(
    width: int, scale: float, drawers: bool
) -> None:
    assert has_drawers(width, scale) == drawers


def test_a_small_window_belongs_to_the_timeline(small: MainWindow) -> None:
    assert small.timeline.width() == SMALL[0]
    assert not small.filters.isVisible()
    assert not small.event_panel.isVisible()


@pytest.mark.parametrize(
    ("name", "command", "button"),
    [("filters", "toggle_filters", "filter"), ("event", "toggle_event", "book")],
)
def test_a_drawer_opens_and_closes_by_key_and_button_and_moves_nothing(
    qtbot: QtBot, small: MainWindow, name: str, command: str, button: str
) -> None:
    drawer, opener = part(small, f"drawer_{name}"), part(small, f"drawer_button_{button}")
    close = part(small, f"close_{name}")
    assert isinstance(opener, QAbstractButton)
    assert isinstance(close, QAbstractButton)
    canvas = small.timeline.canvas
    before = canvas.geometry(), small.timeline.scene
    canvas.setFocus()
    for closing in ("key", "button", "Esc", "cross"):
        opener.click() if closing == "button" else trigger(small, command)
        settle()
        assert drawer.isVisible()
        assert opener.isChecked()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert drawer.isAncestorOf(focused)
        assert drawer.geometry().top() == small.widget.sides.geometry().top()
        if closing == "key":
            trigger(small, command)
        elif closing == "button":
            opener.click()
        elif closing == "Esc":
            QTest.keyClick(focused, Qt.Key.Key_Escape)
        else:
            close.click()
        settle()
        assert not drawer.isVisible()
        assert not opener.isChecked()
        assert QApplication.focusWidget() is canvas
    assert (canvas.geometry(), small.timeline.scene) == before


def test_a_click_beside_a_drawer_closes_it(small: MainWindow) -> None:
    trigger(small, "toggle_filters")
    click_at(small, SMALL[0] - 120, 5)
    assert small.widget.sides.drawer is None
    trigger(small, "toggle_event")
    QTest.mouseClick(small.status, Qt.MouseButton.LeftButton)
    settle()
    assert small.widget.sides.drawer is None
    trigger(small, "toggle_filters")
    trigger(small, "search")
    assert small.widget.sides.drawer is None
    assert QApplication.focusWidget() is small.top_bar.search


def test_one_drawer_is_open_at_a_time(small: MainWindow) -> None:
    trigger(small, "toggle_filters")
    trigger(small, "toggle_event")
    assert not small.filters.isVisible()
    assert small.event_panel.isVisible()
    trigger(small, "toggle_event")
    assert QApplication.focusWidget() is small.timeline.canvas


def test_a_click_on_an_event_opens_what_the_sources_say(
    small: MainWindow, state: ViewState
) -> None:
    click_event(small, PORT)
    assert state.selection == PORT
    assert small.event_panel.isVisible()
    assert QApplication.focusWidget() is small.timeline.canvas  # arrows go on to the next event
    trigger(small, "clear")
    assert not small.event_panel.isVisible()
    assert state.selection == PORT
    QTest.keyClick(small.timeline.canvas, Qt.Key.Key_Return)
    settle()
    assert small.event_panel.isVisible()
    assert small.event_panel.hasFocus()


def test_a_drawer_waits_until_no_second_click_can_hit_it(
    qtbot: QtBot, small: MainWindow, state: ViewState
) -> None:
    late = max(small.timeline.scene.marks, key=middle)
    assert small.widget.sides.covers(round(middle(late)))
    click_at(small, middle(late), late.y)
    assert state.selection == late.event
    assert not small.event_panel.isVisible()
    qtbot.waitUntil(small.event_panel.isVisible)


def test_the_open_drawer_is_remembered_apart_from_the_panels(
    qtbot: QtBot, small: MainWindow, tmp_path: Path
) -> None:
    trigger(small, "toggle_filters")
    kept = small.settings.value
    assert (kept.drawer, kept.filters_shown, kept.event_shown) == ("filters", True, True)
    again = window(qtbot, state_of(tmp_path), kept, size=SMALL)
    assert again.filters.isVisible()


def test_a_window_made_wider_has_its_panels_beside_the_timeline(small: MainWindow) -> None:
    trigger(small, "toggle_filters")
    small.widget.resize(1400, 800)
    settle()
    assert small.filters.isVisible()
    assert small.event_panel.isVisible()
    assert not part(small, "drawer_filters").isVisible()
    assert not part(small, "drawer_button_filter").isVisible()
    assert small.timeline.width() < 1400 - 400
    trigger(small, "toggle_event")
    small.widget.resize(*SMALL)
    settle()
    assert small.timeline.width() == SMALL[0]
    assert small.filters.isVisible()  # the drawer that was open
    small.widget.resize(1400, 800)
    settle()
    assert not small.event_panel.isVisible()


def test_everything_in_an_open_drawer_has_a_name_and_can_be_hit(small: MainWindow) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    for command in ("toggle_filters", "toggle_event"):
        trigger(small, command)
        assert nameless(small.widget) == []
        assert small_targets(small.widget) == []
    names = {part(small, f"drawer_{name}").accessibleName() for name in ("filters", "event")}
    assert names == {"Filters", "Selected event"}


def test_what_is_typed_into_a_drawer_stays_there_while_the_window_changes(
    small: MainWindow,
) -> None:
    trigger(small, "toggle_filters")
    field = part(small, "actor_search")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "chi")
    small.widget.resize(1400, 800)
    settle()
    assert field.text() == "chi"
    assert field.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_smallest_screen_reads_twenty_titles_of_the_opening_view(
    qtbot: QtBot, opened: OpenChronology, scale: float
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = LIGHT.scaled(scale)
    whole = window(qtbot, ViewState(opened), PLAIN, theme, size=SMALL)
    apply_theme(app, theme)
    settle()
    assert whole.timeline.scene.counts.titled >= 20
