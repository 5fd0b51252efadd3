"""The window for keyboard, large text, long words and shaky hands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peru_timeline.settings import DrawerName
from peru_timeline.ui.look.style import apply_theme
from peru_timeline.ui.look.theme import LIGHT, THEMES, Theme
from peru_timeline.ui.state.view_state import ViewState
from peru_timeline.ui.window.main_window import MainWindow
from tests.accessibility.walks import cut, longer_words, nameless, small_targets, stops, unseen
from tests.ui import windows
from tests.ui.windows import PLAIN, TALKS, settle, state_of


def window(
    qtbot: QtBot, state: ViewState, theme: Theme = LIGHT, size: tuple[int, int] = (1600, 900)
) -> MainWindow:
    """A window in its style, with a filter, a selection and the table: all there is to reach."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = windows.window(qtbot, state, PLAIN, theme, size=size)
    apply_theme(app, theme)
    state.select(TALKS)
    state.only("sectors", "trade")
    made.actions_by_id["toggle_table"].trigger()
    settle()
    return made


@pytest.fixture(autouse=True)
def _no_style_left(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def state(tmp_path: Path) -> ViewState:
    return state_of(tmp_path)


DRAWERS: tuple[DrawerName, ...] = ("filters", "event")
SIZES = ((1600, 900), (1280, 720), (1024, 600))


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


def test_what_can_be_reached_has_an_object_name_and_a_name(
    qtbot: QtBot, state: ViewState, size: tuple[int, int]
) -> None:
    assert nameless(window(qtbot, state, size=size).widget) == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_focus_is_seen_at_every_tab_stop(qtbot: QtBot, state: ViewState, theme: Theme) -> None:
    found = stops(window(qtbot, state, theme).top_bar.search)
    assert len(found) > 15
    assert unseen(found) == []


@pytest.mark.parametrize("small", SIZES[1:])
def test_tab_reaches_and_shows_all_in_a_small_window(
    qtbot: QtBot, state: ViewState, small: tuple[int, int]
) -> None:
    found = stops(window(qtbot, state, size=small).top_bar.search)
    assert len(found) > 12
    assert unseen(found) == []


def test_targets_are_large_enough(qtbot: QtBot, state: ViewState, size: tuple[int, int]) -> None:
    assert small_targets(window(qtbot, state, size=size).widget) == []


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(200, 100)
    for name, left, width in (("narrow", 0, 10), ("beyond", 150, 150), ("whole", 20, 150)):
        made = QLabel("Twelve signs", whole)
        made.setObjectName(name)
        made.setGeometry(left, 0, width, 30)
    assert [found.split()[0].strip(":") for found in cut(whole)] == ["narrow", "beyond"]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_large_text_is_not_cut(
    qtbot: QtBot, state: ViewState, scale: float, size: tuple[int, int]
) -> None:
    whole = window(qtbot, state, LIGHT.scaled(scale), size=size)
    for drawer in DRAWERS:  # of which none opens where the panels are beside the timeline
        whole.widget.sides.open_drawer(drawer)
        settle()
        assert cut(whole.widget) == []


def test_a_language_of_longer_words_is_not_cut(
    qtbot: QtBot, state: ViewState, size: tuple[int, int]
) -> None:
    with longer_words():
        whole = window(qtbot, state, size=size)
        assert "·" in whole.top_bar.search.placeholderText()
        assert cut(whole.widget) == []
